"""What people see when a meeting is planned, moved or called off."""

from collections.abc import Sequence

from bot import ui
from bot.store.tables import Meeting
from bot.ui import (
    Area,
    Block,
    Button,
    Controls,
    Day,
    Form,
    Line,
    Message,
    Para,
    Text,
    Time,
    When,
)
from bot.views import seats
from bot.views.answers import answer_buttons
from bot.views.meetings import ABOUT, REASON, TITLE, VENUE, facts, intro, kept_buttons, venue
from bot.views.notes import send_or_undo
from bot.views.words import Words


def form(
    t: Words, *, action: str, title: str, submit: str, wish: dict[str, str], zone: str
) -> Form:
    """The form that plans or changes a meeting, with what is known filled in."""
    return Form(
        action=action,
        title=title,
        submit=submit,
        fields=(
            Line(
                key="title",
                label=t("What is it called?"),
                value=wish.get("title", ""),
                most=TITLE,
                example=t("Robotics twilight"),
            ),
            *_when(t, wish, zone),
            Line(
                key="venue",
                label=t("Where?"),
                value=wish.get("venue", ""),
                most=VENUE,
                required=False,
                example=t("Room 12, or the link of the call"),
            ),
            Area(
                key="about",
                label=t("What is it about?"),
                value=wish.get("about", ""),
                most=ABOUT,
                required=False,
            ),
        ),
    )


def _when(t: Words, wish: dict[str, str], zone: str) -> tuple[Day, Time]:
    return (
        Day(
            key="day",
            label=t("Which day?"),
            value=wish.get("day", ""),
            example="1.12.2026",
            hint=t("Day, month, year: 1.12.2026"),
        ),
        Time(
            key="time",
            label=t("What time does it start?"),
            value=wish.get("time", ""),
            example="16:00",
            hint=t("Clocks of {zone}", zone=zone),
        ),
    )


def call_off_form(t: Words, meeting: Meeting) -> Form:
    """The form that calls a meeting off, with a word to those who wanted to come."""
    return Form(
        action=f"meeting:{meeting.id}:call-off",
        title=t("Call off"),
        submit=t("Call off"),
        intro=intro(t, meeting),
        fields=(
            Area(
                key="reason",
                label=ui.fit(t("A word to those who wanted to come?"), ui.limits.LABEL),
                most=REASON,
                required=False,
            ),
        ),
    )


def waiting(
    t: Words,
    meeting: Meeting,
    said: Text,
    tells: str,
    after: tuple[Block, ...] = (),
    warning: Sequence[Block] = (),
) -> Message:
    """What a change will tell, and to how many: it can be sent at once or undone. `after`: what
    goes out later. `warning`: what is to be thought of.
    """
    when = (t("When"), ui.words(t.moment(meeting.starts_at, meeting.zone)))
    where = ((t("Where"), venue(meeting.venue)),) if meeting.venue else ()
    send, undo = (f"meeting:{meeting.id}:{verb}:{meeting.version}" for verb in ("send", "undo"))
    buttons = send_or_undo(t, send, undo)
    if after:
        reminders = Button(t("Reminders"), f"meeting:{meeting.id}:reminders")
        buttons = (*buttons, reminders, seats.places_button(t, meeting))
    return Message(
        "",
        (
            Para(said),
            t.facts((when, *where)),
            *warning,
            Para(ui.words(tells)),
            *after,
            Controls(buttons),
        ),
    )


def undone(t: Words, meeting: Meeting) -> Message:
    """A meeting that was taken back before anybody was told; it is kept."""
    said = t.text("Nothing was sent. I kept **{title}** for you.", title=meeting.title)
    return Message("", (Para(said), kept_buttons(t, meeting)))


def moved(t: Words, meeting: Meeting, was: When | None) -> Message:
    """Told in the thread, and privately to those who said yes: the meeting has changed. `was`: when
    it was to be, if that changed.
    """
    before = (t.facts(((t("Before"), (was,)),)),) if was else ()
    return Message(
        t("Changed: {title}", title=meeting.title),
        (
            facts(t, meeting),
            *before,
            Para(ui.words(t("Your answer stays as it is. Does it still fit?"))),
            answer_buttons(t, meeting),
        ),
    )


def overtaken(t: Words, meeting: Meeting, draft: int) -> Message:
    """Somebody else changed the meeting while a form about it was open."""
    said = t.text("**{title}** has been changed meanwhile. It is now:", title=meeting.title)
    return Message(
        "",
        (
            Para(said),
            facts(t, meeting),
            Para(ui.words(t("I kept what you typed, and changed nothing."))),
            Controls((Button(t("Open my form again"), f"draft:{draft}:fix", "primary"),)),
        ),
    )
