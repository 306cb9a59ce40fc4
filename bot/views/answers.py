"""A person's answer to a meeting: in words, and as buttons."""

from bot import ui
from bot.core.rsvps import ONLINE, SENT
from bot.store.tables import Meeting, Rsvp
from bot.ui import Button, Controls, Text
from bot.views import seats
from bot.views.words import Words


def answer_words(t: Words) -> dict[str, str]:
    """The four answers as a person gives them."""
    return {
        "yes": t.p("answer", "Yes"),
        "released": t.p("answer", "Yes, if I am released"),
        "maybe": t.p("answer", "Maybe"),
        "no": t.p("answer", "No"),
    }


def ways_to_answer(t: Words, meeting: Meeting) -> dict[str, str]:
    """The answers that a meeting takes: two of yes where people come in the room or online."""
    words = answer_words(t)
    if meeting.mode != "both":
        return words
    return {
        "yes": t.p("answer", "Yes, in the room"),
        ONLINE: t.p("answer", "Yes, online"),
        **{answer: said for answer, said in words.items() if answer != "yes"},
    }


def given(mine: Rsvp | None) -> str:
    """The button that gave this answer."""
    if mine is None:
        return ""
    return ONLINE if mine.online and mine.answer == "yes" else mine.answer


def answer_buttons(t: Words, meeting: Meeting, mine: str = "") -> Controls:
    """One button for each answer; the one that is mine already stands out, and no other does, or it
    would look chosen.
    """
    title = ui.typed(ui.shorten(meeting.title, 40))
    return Controls(
        tuple(
            Button(
                label,
                f"rsvp:{meeting.id}:{answer}",
                "primary" if answer == mine else "plain",
                spoken=ui.shorten(f"{label}: {title}", ui.limits.BUTTON),
            )
            for answer, label in ways_to_answer(t, meeting).items()
        )
    )


def my_words(t: Words, mine: Rsvp) -> str:
    """The answer that a person gave."""
    if mine.answer == SENT:
        return t.p("answer", "A colleague comes")
    return t.p("answer", "Yes, online") if given(mine) == ONLINE else answer_words(t)[mine.answer]


def your_answer(t: Words, mine: Rsvp | None, number: int = 0) -> Text:
    """What the person answered, in a sentence, and what there is to it; `number` is theirs on the
    waiting list, where it is known.
    """
    if mine is None:
        return ui.words(t("You have not answered yet."))
    said = t.text("Your answer: **{answer}**", answer=my_words(t, mine))
    more = seats.beside(t, mine, number)
    return (*said, ui.Span(f"\n{more}")) if more else said
