"""What a person sees of their own answer."""

import unicodedata
from collections.abc import Sequence

from bot import ui
from bot.core.rsvps import ONLINE
from bot.i18n import LANGUAGES
from bot.store.tables import Meeting, Network, Rsvp
from bot.ui import Block, Button, Controls, Message, Para, Row
from bot.views import seats
from bot.views.answers import answer_buttons, answer_words, given, my_words, your_answer
from bot.views.meetings import facts, line, venue
from bot.views.words import Words
from bot.views.words import words as words_in

_MOST = 5
"""So many meetings of other networks stand in a list."""


def answer_typed(t: Words, text: str) -> str:
    """The answer that a typed text is, in the person's language or English; empty if it is none."""
    said = _folded(text)
    for language in (t.language, *LANGUAGES):
        spoken = words_in(language)
        ways = {**answer_words(spoken), ONLINE: spoken.p("answer", "Yes, online")}
        for answer, words in ways.items():
            if said == _folded(words):
                return answer
        if said == _folded(spoken("Online")):
            return ONLINE
    return ""


def _folded(text: str) -> str:
    """Without capitals, accents, commas and curly apostrophes, which phones and hurry change."""
    letters = unicodedata.normalize("NFKD", text.casefold().replace("’", "'").replace(",", ""))
    return " ".join("".join(c for c in letters if not unicodedata.combining(c)).split())


def choose(
    t: Words, meeting: Meeting, mine: Rsvp | None, number: int = 0, sent: Rsvp | None = None
) -> Message:
    """The answers, for one person; who waits has this `number` on the waiting list. `sent` is the
    answer of the colleague whom they send.
    """
    said = your_answer(t, mine, number)
    if sent is not None:
        theirs = t("Their own answer: {answer}", answer=my_words(t, sent))
        said = (*said, ui.Span(f"\n{theirs}"))
    blocks: list[Block] = [
        facts(t, meeting, link=seats.sees_link(meeting, mine)),
        Para(said),
        answer_buttons(t, meeting, given(mine)),
    ]
    if more := seats.with_mine(t, meeting, mine):
        blocks.append(Controls(more))
    return Message(ui.typed(meeting.title), tuple(blocks))


def elsewhere(
    t: Words, here: Network, found: Sequence[tuple[Meeting, Network]], said: str, *, planned: bool
) -> Message:
    """None is meant of this network (`planned`: it has some), but these of the person's others;
    who has `said` their answer already, gives it with one press.
    """
    none = (
        t.text("I find no such meeting in **{name}**.", name=here.name)
        if planned
        else t.text("In **{name}** no meeting is planned yet.", name=here.name)
    )
    rows = []
    for meeting, network in found[:_MOST]:
        where = t.text("This one is in {name}.", name=ui.shorten(network.name, 60))
        button = (
            Button(t("This one"), f"rsvp:{meeting.id}:{said}")
            if said
            else Button(t("Answer"), f"rsvp:{meeting.id}:choose")
        )
        rows.append(Row((*line(t, meeting), ui.Span("\n"), *where), button))
    return Message("", (Para(none), *rows))


def kept(
    t: Words,
    meeting: Meeting,
    mine: Rsvp,
    number: int = 0,
    stands: tuple[str, Rsvp] | None = None,
) -> Message:
    """The answer is kept; the name can be hidden or shown. Who waits has this `number` on the
    waiting list. Of a colleague who was sent, and has answered, it is told what `stands`.
    """
    said = t.text("Saved: **{answer}**", answer=my_words(t, mine))
    shown = (
        t("Your name is hidden; only the count shows.")
        if mine.hidden
        else t("People of the network see your name.")
    )
    toggle = (
        Button(t("Show my name"), f"rsvp:{meeting.id}:show")
        if mine.hidden
        else Button(t("Hide my name"), f"rsvp:{meeting.id}:hide")
    )
    change = Button(t("Change my answer"), f"rsvp:{meeting.id}:choose")
    blocks: list[Block] = [Para(line(t, meeting)), Para(said), *_place(t, meeting, mine, number)]
    if stands is not None:
        blocks.append(Para(_stands(t, *stands)))
    blocks += [Para(ui.words(shown)), Controls((change, toggle))]
    if more := seats.with_mine(t, meeting, mine):
        blocks.append(Controls(more))
    return Message("", tuple(blocks))


def _stands(t: Words, name: str, theirs: Rsvp) -> ui.Text:
    return t.text(
        "**{name}** has answered already, and that stands: {answer}. Each of you counts alone now.",
        name=ui.shorten(name, 60) or t("Somebody"),
        answer=my_words(t, theirs),
    )


def _place(t: Words, meeting: Meeting, mine: Rsvp, number: int) -> list[Block]:
    found: list[Block] = []
    if number:
        found.append(Para(ui.words(t("All places are taken."))))
    if more := seats.beside(t, mine, number):
        found.append(Para(ui.words(more)))
    if seats.sees_link(meeting, mine):
        found.append(Para(t.text("The call: {link}", link=venue(meeting.link))))
    return found
