"""What people see of what happened in class."""

from collections.abc import Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot import ui
from bot.core.impact import EARLY, EVIDENCE, SCALE, Asked, Figure, Told
from bot.store.tables import Meeting
from bot.ui import Area, Block, Button, Choice, Controls, Form, Message, Option, Para, Row, Text
from bot.views.lists import called, page, turns
from bot.views.meetings import line, note_of, which_of
from bot.views.notes import note
from bot.views.words import Words

WORDS = 1_500
"""The most characters of what makes somebody think so."""
_A_PAGE, _SHOWN, _WILL = 3, 300, 200


def tell_button(t: Words, meeting: Meeting) -> Button:
    """The way to tell what happened in class."""
    return Button(t("Tell"), f"impact:{meeting.id}:tell", "primary")


def read_button(t: Words, meeting: Meeting) -> Button:
    """The way to what people told."""
    return Button(t("Read it"), f"impact:{meeting.id}:results")


def circle_words(t: Words, meeting: Meeting) -> str:
    """Who reads what people tell."""
    if meeting.circle == "room":
        return t(
            "The coordinators read it with your name. "
            "People who were there see figures, from five people on."
        )
    return t("Only the coordinators see it, with your name.")


def item_words(t: Words) -> dict[str, str]:
    """What is asked, as a person says it of themselves."""
    return {
        "practice": t("I do something differently in class"),
        "shared": t("I passed it on to colleagues"),
        "engagement": t("My pupils take more part"),
    }


def scale_words(t: Words) -> dict[str, str]:
    """How much a person agrees."""
    return {
        "strongly agree": t.p("scale", "I agree strongly"),
        "agree": t.p("scale", "I agree"),
        "disagree": t.p("scale", "I do not agree"),
        "strongly disagree": t.p("scale", "I do not agree at all"),
        EARLY: t.p("scale", "Too early to say"),
    }


def wanted(t: Words, will: str) -> tuple[Text, ...]:
    """What the reader wanted to try, in their own words."""
    if not will:
        return ()
    return (t.text("You wanted to try: “{what}”", what=ui.shorten(will, _WILL)),)


def form(t: Words, meeting: Meeting, asked: Asked, will: str) -> Form:
    """What happened in class? What is asked this time, with what was said before."""
    scale, items = scale_words(t), item_words(t)
    options = tuple(Option(key, scale[key]) for key in SCALE)
    intro = [ui.plain(line(t, meeting)), *map(ui.plain, wanted(t, will)), circle_words(t, meeting)]
    return Form(
        action=f"impact:{meeting.id}:tell",
        title=ui.fit(t("What happened in class?"), ui.limits.FORM_TITLE),
        submit=t("Send"),
        intro="\n".join(intro),
        fields=(
            *(
                Choice(
                    key=item,
                    label=ui.fit(items[item], ui.limits.LABEL),
                    options=options,
                    value=asked.said.get(item, ""),
                    required=False,
                )
                for item in asked.items
            ),
            Area(
                key=EVIDENCE,
                label=ui.fit(t("What did you see that tells you so?"), ui.limits.LABEL),
                value=asked.said.get(EVIDENCE, ""),
                most=WORDS,
                required=False,
                hint=ui.fit(t("Please name no pupil."), ui.limits.HINT),
            ),
        ),
    )


def thanks(t: Words, meeting: Meeting, *, early: bool, writes: bool) -> Message:
    """It is kept; who said that it was too early is asked again or, where nobody `writes` to them,
    finds it.
    """
    said = t("Thank you. It is kept. {circle}", circle=circle_words(t, meeting))
    again = (
        t("Where it is too early, I ask you once more next term.")
        if writes
        else t("Where it is too early, you can tell it next term: it stands under /network then.")
    )
    change = _change(t, meeting)
    blocks = [Para(line(t, meeting)), Para(ui.words(said))]
    if early:
        blocks.append(Para(ui.words(again)))
    return Message("", (*blocks, Controls((change,))))


def closed(t: Words, meeting: Meeting, opens: datetime | None) -> Message:
    """Nobody tells it now: not yet, or not any more."""
    said = (
        t("Telling what happened in class is over for this meeting.")
        if opens is None
        else t("I ask what happened in class on {day}.", day=_day(t, opens, meeting))
    )
    return note_of(t, meeting, said)


def _day(t: Words, at: datetime, meeting: Meeting) -> str:
    return t.day(at.astimezone(ZoneInfo(meeting.zone)).date())


def not_asked(t: Words, meeting: Meeting) -> Message:
    """Only who was there is asked."""
    said = t("Only people who were at this meeting are asked what happened in class.")
    return note_of(t, meeting, said)


def for_others(t: Words, meeting: Meeting) -> Message:
    """Who may read it, and when, told to who may not."""
    said = (
        t("People who were there can read the figures once everybody has had time to tell.")
        if meeting.circle == "room"
        else t("Only the coordinators can read it.")
    )
    return note_of(t, meeting, said)


def open_ones(t: Words, meetings: Sequence[tuple[Meeting, bool]], on: date | None) -> Message:
    """After which meetings one is asked now, and whether something was told; if after none, `on`
    which day one is next.
    """
    if not meetings:
        said = t("I ask nothing just now. Some weeks after a meeting I ask what happened in class.")
        if on is not None:
            said += " " + t("Next: {day}.", day=t.day(on))
        return note(said)
    rows = [
        Row(line(t, meeting), _change(t, meeting) if told else tell_button(t, meeting))
        for meeting, told in meetings[:_A_PAGE]
    ]
    return Message(t("What happened in class?"), tuple(rows))


def _change(t: Words, meeting: Meeting) -> Button:
    return Button(t("Change it"), f"impact:{meeting.id}:tell")


def figures(t: Words, found: Sequence[Figure], told: int) -> list[Text]:
    """How many have told, and what they say of each item where enough could say."""
    said = [ui.words(t.n("{n} person has told.", "{n} people have told.", n=told))]
    return said + [_figure(t, one) for one in found]


def _figure(t: Words, one: Figure) -> Text:
    item = item_words(t)[one.item]
    said = t.text("“{item}”: {n} of {base} agree.", item=item, n=one.agree, base=one.base)
    if not one.early:
        return said
    early = t.n(
        "For {n} more it is too early to say.", "For {n} more it is too early to say.", n=one.early
    )
    return (*said, ui.Span(f" {early}"))


def results(
    t: Words,
    meeting: Meeting,
    found: Sequence[Figure],
    told: Sequence[Told],
    *,
    at: int,
    names: bool,
) -> Message:
    """What people told: the figures, and for who may see `names`, a page of what each said."""
    blocks: list[Block] = [Para(line(t, meeting))]
    blocks += [Para(text) for text in figures(t, found, len(told))]
    if len(found) == 0 and told:
        blocks.append(Para(ui.words(t("I show figures as soon as five people can say."))))
    if not names:
        return Message(t("What happened in class?"), tuple(blocks))
    shown, at, count = page(told, at, _A_PAGE)
    blocks += [Para(_one(t, one)) for one in shown]
    ways = tuple(turns(t, f"impact:{meeting.id}:results", at, count))
    blocks += [Controls(ways)] if ways else []
    return Message(t("What happened in class?"), tuple(blocks))


def _one(t: Words, one: Told) -> Text:
    items, scale = item_words(t), scale_words(t)
    parts: list[Text] = [t.text("**{name}**", name=called(t, one.name))]
    parts += [
        t.text("{item}: {answer}", item=items[key], answer=scale[answer])
        for key, answer in one.answers.items()
        if key in items
    ]
    if evidence := one.answers.get(EVIDENCE, ""):
        parts.append(ui.words(ui.typed(ui.shorten(evidence, _SHOWN))))
    return tuple(span for part in parts for span in (*part, ui.Span("\n")))[:-1]


def which(t: Words, meetings: Sequence[Meeting]) -> Message:
    """Several meetings may be meant."""
    return which_of(t, meetings, read_button)
