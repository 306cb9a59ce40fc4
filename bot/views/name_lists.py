"""What a coordinator sees of a pasted list of names."""

from collections.abc import Iterator, Sequence

from bot import ui
from bot.core.name_lists import Line, Pair, Reading
from bot.core.rsvps import ANSWERS
from bot.store.tables import Meeting
from bot.ui import Area, Block, Button, Choice, Controls, Form, Message, Option, Para, Row
from bot.views.answers import answer_words
from bot.views.lists import more, spoken
from bot.views.meetings import line as line_of
from bot.views.meetings import note_of
from bot.views.words import Words

TEXT = 2_500
_NAMES, _UNREAD, _ASKED, _NAME = 450, 200, 4, 40


def form(t: Words, meeting: Meeting) -> Form:
    """Where the names are pasted."""
    return Form(
        action=f"rsvp:{meeting.id}:list",
        title=ui.fit(t("Enter a list of names"), ui.limits.FORM_TITLE),
        submit=t("Go on"),
        intro=ui.plain(line_of(t, meeting)),
        fields=(
            Area(
                key="names",
                label=ui.fit(t("Who has answered?"), ui.limits.LABEL),
                most=TEXT,
                example=t("Kim Lee yes"),
                hint=ui.fit(
                    t("One name a line, or with commas. So too: “Kim Lee maybe”, “no: Tom”."),
                    ui.limits.HINT,
                ),
            ),
            Choice(
                key="otherwise",
                label=ui.fit(t("And where no answer stands?"), ui.limits.LABEL),
                options=tuple(Option(said, words) for said, words in answer_words(t).items()),
                value="yes",
            ),
        ),
    )


def written(t: Words, reading: Reading) -> str:
    """The list as it is understood, to be read again; what could not be read stands below."""
    words = answer_words(t)
    lines = [f"{line.name}: {words[line.said]}" for line in reading.lines]
    return "\n".join((*lines, *reading.unread))


def asked(t: Words, meeting: Meeting, reading: Reading, draft: int) -> Message:
    """What is not clear in the list, before it is understood: each pair of names by itself and,
    where there are several, all at once.
    """
    blocks: list[Block] = [Para(line_of(t, meeting))]
    ways: list[Button] = []
    if reading.pairs:
        blocks += _pairs(t, f"rsvp:{meeting.id}:list-same:{draft}", reading.pairs)
    elif reading.twice:
        names = ui.shorten(t.names(reading.twice), _NAMES)
        said = t.text("I found two answers for **{names}**. Please keep one of them.", names=names)
        blocks.append(Para(said))
    ways.append(Button(t("Change it"), f"draft:{draft}:fix"))
    return Message(t("Is this right?"), (*blocks, *_unread(t, reading), Controls(tuple(ways))))


def _pairs(t: Words, press: str, pairs: Sequence[Pair]) -> Iterator[Block]:
    one, two = t("One person, surname first"), t("Two people")
    for n, pair in enumerate(pairs[:_ASKED]):
        names = ui.shorten(pair.names, _NAME)
        yield Para(t.text("**{names}:** one person, surname first, or two people?", names=names))
        yield Controls(
            (
                Button(one, f"{press}:one:{n}", spoken=spoken(one, names)),
                Button(two, f"{press}:two:{n}", spoken=spoken(two, names)),
            )
        )
    yield from map(Para, more(t, len(pairs) - _ASKED))
    if len(pairs) > 1:
        one, two = t("Each pair is one person"), t("Each pair is two people")
        yield Controls((Button(one, f"{press}:one:all"), Button(two, f"{press}:two:all")))


def no_names(t: Words, reading: Reading) -> str:
    """Why a list is refused in which no name was found; what stands in it instead."""
    if not reading.unread:
        return t("Please write a name on each line.")
    lines = ui.shorten(" · ".join(reading.unread), _UNREAD)
    return t("I could not read: {lines}. Please write a name on each line.", lines=lines)


def _unread(t: Words, reading: Reading) -> list[Block]:
    if not reading.unread:
        return []
    lines = ui.shorten(" · ".join(reading.unread), _UNREAD)
    return [Para(t.text("**I could not read:** {lines}", lines=lines))]


def preview(t: Words, meeting: Meeting, reading: Reading, draft: int) -> Message:
    """What the list is understood to say, before it is kept: how many of each answer, who is new,
    who may be somebody of the network, and what could not be read.
    """
    lines = reading.lines
    blocks: list[Block] = [Para(line_of(t, meeting)), Para(ui.words(_counts(t, lines)))]
    for said, words in answer_words(t).items():
        names = [one.name for one in lines if one.said == said]
        if names:
            shown = ui.shorten(t.names(names), _NAMES)
            blocks.append(Para(t.text("**{answer}:** {names}", answer=words, names=shown)))
    asked = [(n, one) for n, one in enumerate(lines) if one.like]
    for n, one in asked[:_ASKED]:
        question = t.text(
            "Is **{name}** the same as {other}?",
            name=ui.shorten(one.name, _NAME), other=ui.shorten(one.like, _NAME),
        )  # fmt: skip
        same = Button(t("The same"), f"rsvp:{meeting.id}:list-same:{draft}:{n}")
        blocks.append(Row(question, same))
    blocks += _unread(t, reading)
    keep = Button(t("Keep it"), f"rsvp:{meeting.id}:list-keep:{draft}", "primary")
    change = Button(t("Change it"), f"draft:{draft}:fix")
    blocks.append(Controls((keep, change)))
    return Message(t("Is this right?"), tuple(blocks))


def _counts(t: Words, lines: Sequence[Line]) -> str:
    words = answer_words(t)
    counts = {said: sum(one.said == said for one in lines) for said in ANSWERS}
    said = ", ".join(f"{words[one]} {n}" for one, n in counts.items() if n)
    fresh = [one.name for one in lines if one.member is None]
    if not fresh:
        return said
    names = ui.shorten(t.names(fresh), _NAMES)
    told = t.n(
        "{n} is new, without an account: {names}",
        "{n} are new, without an account: {names}",
        n=len(fresh), names=names,
    )  # fmt: skip
    return f"{said}. {told}"


def kept(t: Words, meeting: Meeting, count: int, draft: int) -> Message:
    """The answers are kept."""
    said = t.n("{n} answer is entered.", "{n} answers are entered.", n=count)
    ways = [Button(t("Who is coming"), f"rsvp:{meeting.id}:who")]
    if count:
        ways.append(Button(t("Undo"), f"rsvp:{meeting.id}:list-undo:{draft}"))
    return note_of(t, meeting, said, *ways)


def undone(t: Words, meeting: Meeting) -> Message:
    """They are taken back."""
    who = Button(t("Who is coming"), f"rsvp:{meeting.id}:who")
    return note_of(t, meeting, t("That is taken back."), who)
