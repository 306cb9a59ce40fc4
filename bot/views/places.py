"""What people see of a meeting's places: its form, and what is said when one is freed."""

from bot import ui
from bot.core.rsvps import Standing
from bot.core.seats import MODES
from bot.store.tables import Meeting, Rsvp
from bot.ui import Block, Button, Choice, Controls, Form, Line, Message, Option, Para, Time
from bot.views import seats
from bot.views.answers import answer_buttons, your_answer
from bot.views.meetings import facts, line, note_of
from bot.views.notes import note, send_or_undo
from bot.views.words import Words

LINK, NAME, FIGURES = 300, 80, 4
"""The most characters of a link and of a colleague's name, and figures of a number."""


def form(t: Words, meeting: Meeting, ends: str) -> Form:
    """How long a meeting is, how people come, and how many; `ends` is its wall time, if said."""
    return Form(
        action=f"meeting:{meeting.id}:places",
        title=ui.fit(t("Places and length"), ui.limits.FORM_TITLE),
        submit=t("Save"),
        fields=(
            _ends(t, meeting, ends),
            Choice(
                key="mode",
                label=ui.fit(t("How do people come?"), ui.limits.LABEL),
                value=meeting.mode,
                options=tuple(Option(mode, seats.ways(t)[mode]) for mode in MODES),
            ),
            _count(t, "seats", t("How many places in the room?"), meeting.seats),
            Line(
                key="link",
                label=ui.fit(t("The link of the call"), ui.limits.LABEL),
                value=meeting.link,
                most=LINK,
                required=False,
                hint=ui.fit(t("Only those who come see it."), ui.limits.HINT),
            ),
            _count(t, "online", t("How many places online?"), meeting.online_seats),
        ),
    )


def _ends(t: Words, meeting: Meeting, ends: str) -> Time:
    begins = t("{title}, {when}", title=ui.shorten(meeting.title, 40),
               when=t.moment(meeting.starts_at, meeting.zone))  # fmt: skip
    return Time(
        key="ends",
        label=ui.fit(t("When does it end?"), ui.limits.LABEL),
        value=ends,
        example="17:30",
        required=False,
        hint=ui.shorten(begins, ui.limits.HINT),
    )


def _count(t: Words, key: str, asked: str, count: int | None) -> Line:
    return Line(
        key=key,
        label=ui.fit(asked, ui.limits.LABEL),
        value="" if count is None else str(count),
        most=FIGURES,
        required=False,
        hint=ui.fit(t("Leave it empty for as many as come."), ui.limits.HINT),
    )


def saved(t: Words, meeting: Meeting, standing: Standing, *, let_in: int, pending: bool) -> Message:
    """It is saved; `let_in` of the waiting list have a place now. One that is still to be announced
    (`pending`) can be sent or undone.
    """
    said = t("Saved.") if pending else t("Saved. The post shows it.")
    if let_in:
        said += " " + t.n(
            "{n} person from the waiting list has a place now, and is told.",
            "{n} people from the waiting list have a place now, and are told.",
            n=let_in,
        )
    now = facts(t, meeting, link=True)
    buttons = [seats.places_button(t, meeting)]
    if pending:
        send, undo = (f"meeting:{meeting.id}:{verb}:{meeting.version}" for verb in ("send", "undo"))
        buttons = [*send_or_undo(t, send, undo), *buttons]
    return Message(
        ui.typed(meeting.title),
        (
            t.facts((*now.rows, *seats.rows(t, meeting, standing))),
            Para(ui.words(said)),
            Controls(tuple(buttons)),
        ),
    )


def offer(t: Words, meeting: Meeting, mine: Rsvp) -> Message:
    """A place is kept for this person: do they take it?"""
    assert mine.offered_until is not None  # noqa: S101 -- else there is no offer
    until = t.when(mine.offered_until, meeting.zone)
    said = t.text("A place is free, and it is kept for you until {moment}.", moment=until)
    company = seats.company(t, mine)
    return Message(
        "",
        (
            Para(line(t, meeting)),
            Para(said),
            *((Para(ui.words(company)),) if company else ()),
            Controls(
                (
                    Button(t("Take the place"), f"rsvp:{meeting.id}:take", "primary"),
                    Button(t("No, thank you"), f"rsvp:{meeting.id}:no"),
                )
            ),
        ),
    )


def has_place(t: Words, meeting: Meeting, mine: Rsvp) -> Message:
    """This person waited, and now has a place."""
    return Message(
        ui.typed(meeting.title),
        (
            Para(ui.words(t("You have a place now."))),
            facts(t, meeting, link=seats.sees_link(meeting, mine)),
            Para(your_answer(t, mine)),
            answer_buttons(t, meeting),
        ),
    )


def passed(t: Words, meeting: Meeting, mine: Rsvp, number: int = 0) -> Message:
    """The time to take a place is over; one that is free all the same can be taken."""
    over = t("The time to take that place is over.")
    blocks: tuple[Block, ...] = (
        Para(line(t, meeting)),
        Para(ui.words(over)),
        Para(your_answer(t, mine, number)),
        Para(ui.words(t("If a place is free when you press this, it is yours:"))),
        Controls((Button(t("Take the place"), f"rsvp:{meeting.id}:take", "primary"),)),
    )
    return Message("", blocks)


def free(t: Words, meeting: Meeting) -> Message:
    """The reply in a meeting's thread, for those on the list who may not be written to: it names
    nobody.
    """
    said = t("A place has become free for somebody on the waiting list. Do you wait for one?")
    button = Button(t("Is it mine?"), f"rsvp:{meeting.id}:choose", "primary")
    return note_of(t, meeting, said, button)


def colleague_form(t: Words, meeting: Meeting, mine: Rsvp | None) -> Form:
    """Who comes instead?"""
    return Form(
        action=f"rsvp:{meeting.id}:colleague",
        title=ui.fit(t("I send a colleague"), ui.limits.FORM_TITLE),
        submit=t("Save"),
        fields=(
            Line(
                key="name",
                label=ui.fit(t("Who comes for you?"), ui.limits.LABEL),
                value=mine.delegate if mine else "",
                most=NAME,
                hint=ui.fit(t("Your colleague has your place."), ui.limits.HINT),
            ),
        ),
    )


def full(t: Words, meeting: Meeting, *, guest: bool) -> Message:
    """There is no place for that, and nothing has changed."""
    said = (
        t("There is no free place for one more. You keep your own.")
        if guest
        else t("There is no free place there. You keep the one you have.")
    )
    return note(said, Button(t("My answer"), f"rsvp:{meeting.id}:choose"))
