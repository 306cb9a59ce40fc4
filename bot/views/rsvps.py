"""What a person sees of their own answer."""

import unicodedata

from bot import ui
from bot.core.rsvps import ONLINE
from bot.i18n import LANGUAGES
from bot.store.tables import Meeting, Rsvp
from bot.ui import Block, Button, Controls, Message, Para
from bot.views import seats
from bot.views.answers import answer_buttons, answer_words, given, my_words, your_answer
from bot.views.meetings import facts, line, venue
from bot.views.words import Words
from bot.views.words import words as words_in


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


def kept(t: Words, meeting: Meeting, mine: Rsvp, number: int = 0) -> Message:
    """The answer is kept; the name can be hidden or shown. Who waits has this `number` on the
    waiting list.
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
    blocks += [Para(ui.words(shown)), Controls((change, toggle))]
    if more := seats.with_mine(t, meeting, mine):
        blocks.append(Controls(more))
    return Message("", tuple(blocks))


def _place(t: Words, meeting: Meeting, mine: Rsvp, number: int) -> list[Block]:
    found: list[Block] = []
    if number:
        found.append(Para(ui.words(t("All places are taken."))))
    if more := seats.beside(t, mine, number):
        found.append(Para(ui.words(more)))
    if seats.sees_link(meeting, mine):
        found.append(Para(t.text("The call: {link}", link=venue(meeting.link))))
    return found
