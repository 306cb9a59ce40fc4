"""What a person sees of their own answer."""

import unicodedata

from bot import ui
from bot.i18n import LANGUAGES
from bot.store.tables import Meeting, Rsvp
from bot.ui import Button, Controls, Message, Para
from bot.views.meetings import answer_buttons, answer_words, facts, line, your_answer
from bot.views.words import Words
from bot.views.words import words as words_in


def answer_typed(t: Words, text: str) -> str:
    """The answer that a typed text is, in the person's language or English; empty if it is none."""
    said = _folded(text)
    for language in (t.language, *LANGUAGES):
        for answer, words in answer_words(words_in(language)).items():
            if said == _folded(words):
                return answer
    return ""


def _folded(text: str) -> str:
    """Without capitals, accents, commas and curly apostrophes, which phones and hurry change."""
    letters = unicodedata.normalize("NFKD", text.casefold().replace("’", "'").replace(",", ""))
    return " ".join("".join(c for c in letters if not unicodedata.combining(c)).split())


def choose(t: Words, meeting: Meeting, mine: Rsvp | None) -> Message:
    """The four answers, for one person."""
    given = mine.answer if mine else ""
    return Message(
        ui.typed(meeting.title),
        (facts(t, meeting), Para(your_answer(t, mine)), answer_buttons(t, meeting, given)),
    )


def kept(t: Words, meeting: Meeting, mine: Rsvp) -> Message:
    """The answer is kept; the name can be hidden or shown."""
    said = t.text("Saved: **{answer}**", answer=answer_words(t)[mine.answer])
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
    return Message(
        "", (Para(line(t, meeting)), Para(said), Para(ui.words(shown)), Controls((change, toggle)))
    )
