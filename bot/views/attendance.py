"""What people see of who was at a meeting."""

from collections.abc import Sequence

from bot import ui
from bot.core.attendance import HERE, Face, Guest
from bot.core.rsvps import COMING
from bot.store.tables import Attendance, Meeting
from bot.ui import (
    Area,
    Block,
    Button,
    Choices,
    Controls,
    Form,
    Line,
    Message,
    Option,
    Para,
    Row,
)
from bot.views.lists import called
from bot.views.meetings import line, note_of, to_groups
from bot.views.notes import note
from bot.views.reflections import look_back
from bot.views.words import Words

NAMES = 1_500
"""The most characters of all names without an account."""
A_PAGE = 4 * ui.limits.CHOICES
"""So many people have room in one form."""


def i_am_here(t: Words, meeting: Meeting) -> Button:
    """The way to say that one is there."""
    return Button(t("I am here"), f"here:{meeting.id}:come", "primary")


def is_on(t: Words, meeting: Meeting) -> Row:
    """On a person's own page: a meeting is on, and they may say that they are there."""
    said = t.text("**{title}** is on now.", title=ui.shorten(meeting.title, 80))
    return Row(said, i_am_here(t, meeting))


def could_not(t: Words, meeting: Meeting) -> Button:
    """The way to say that one was not."""
    return Button(t("I couldn't come"), f"here:{meeting.id}:away")


def tick(t: Words, meeting: Meeting, page: int = 0) -> Button:
    """The way to tick who was there."""
    more = f":{page}" if page else ""
    label = t("Tick more people") if page else t("Tick who was there")
    return Button(label, f"here:{meeting.id}:tick{more}", "plain" if page else "primary")


def nothing_on(t: Words, ahead: Sequence[Meeting]) -> Message:
    """No meeting is on at which somebody could be."""
    said: list[Block] = [Para(ui.words(t("No meeting is on just now.")))]
    said += [Para(t.text("The next one: {meeting}", meeting=line(t, one))) for one in ahead[:1]]
    return Message("", tuple(said))


def wrong_code(t: Words) -> Message:
    """The figures are not those of a meeting that is on."""
    words = t("That is not the code of a meeting that is on now. Please ask for it again.")
    return note(words)


def too_early(t: Words, meeting: Meeting) -> Message:
    """The meeting has not begun."""
    words = t("It has not begun yet. Press again when you are there.")
    return note_of(t, meeting, words)


def too_late(t: Words, meeting: Meeting) -> Message:
    """The meeting was long ago, or was called off."""
    words = t("That can no longer be said of this meeting.")
    return note_of(t, meeting, words)


def ask_a_coordinator(t: Words, meeting: Meeting) -> Message:
    """It is not taken from the person any more that they were there."""
    words = t(
        "The meeting was some time ago. Please ask a coordinator to tick that you were there."
    )
    return note_of(t, meeting, words)


def which(t: Words, meetings: Sequence[Meeting]) -> Message:
    """Several meetings are on."""
    rows = [Row(line(t, meeting), i_am_here(t, meeting)) for meeting in meetings]
    return Message("", (Para(ui.words(t("At which meeting are you?"))), *rows))


def here(t: Words, meeting: Meeting, row: Attendance, *, over: bool, open_: bool) -> Message:
    """It is noted that the person is there; the hours are the planned ones, unless they say so."""
    minutes = meeting.minutes if row.minutes is None else row.minutes
    said = t.n("You are noted: {n} minute.", "You are noted: {n} minutes.", n=minutes)
    buttons = [look_back(t, meeting)] if open_ else []
    if over:
        buttons.append(Button(t("I stayed shorter"), f"here:{meeting.id}:shorter"))
    buttons.append(Button(t("I was not there"), f"here:{meeting.id}:away"))
    return note_of(t, meeting, said, *buttons)


def away(t: Words, meeting: Meeting) -> Message:
    """It is noted that the person was not there."""
    said = t("Thank you for telling me. I ask you nothing more about it.")
    missed = t("What you missed stands in the notes, as soon as somebody has written them.")
    ways = (
        Button(t("Notes"), f"notes:{meeting.id}:read"),
        Button(t("I was there"), f"here:{meeting.id}:come"),
    )
    texts = (line(t, meeting), ui.words(said), ui.words(missed))
    return Message("", (*map(Para, texts), Controls(ways)))


def shorter_form(t: Words, meeting: Meeting, row: Attendance) -> Form:
    """How long did you stay?"""
    return Form(
        action=f"here:{meeting.id}:shorter",
        title=ui.fit(t("I stayed shorter"), ui.limits.FORM_TITLE),
        submit=t("Save"),
        fields=(
            Line(
                key="minutes",
                label=ui.fit(t("How many minutes did you stay?"), ui.limits.LABEL),
                value="" if row.minutes is None else str(row.minutes),
                example="45",
                most=20,
                hint=ui.fit(t("They count as your hours of training."), ui.limits.HINT),
            ),
        ),
    )


def room(t: Words, meeting: Meeting, count: int, code: str, *, pages: int) -> Message:
    """How many are there, for a coordinator, with the code to read out; once it is over, without
    one (`code` is empty).
    """
    said = t.n("{n} person is noted as there.", "{n} people are noted as there.", n=count)
    blocks: list[Block] = [Para(line(t, meeting)), Para(ui.words(said))]
    if code:
        words = t.text(
            "The code for the room is **{code}**. Who types /here {code} is noted as well.",
            code=code,
        )
        blocks.append(Para(words))
    ticks = [tick(t, meeting, page) for page in range(pages)][:4]
    own = [i_am_here(t, meeting)] if code else []
    then = [Controls((to_groups(t, meeting),))] if code else []
    return Message("", (*blocks, Controls((*ticks, *own)), *then))


def tick_form(
    t: Words,
    action: str,
    faces: Sequence[Face],
    guests: Sequence[Guest],
    sent: Sequence[Guest],
    page: int = 0,
) -> Form:
    """Who was there, a page of them: ticked already are who is noted and, until a coordinator has
    ticked somebody of the page, who said yes and is not noted as away. The last field names those
    without an account.
    """
    shown = faces[page * A_PAGE : (page + 1) * A_PAGE]
    is_saved = any(face.ticked for face in shown) or (bool(guests) and not page)
    expected = [f for f in shown if f.answer in COMING and not f.state and not is_saved]
    ticked = [f for f in shown if f.state == HERE] + expected
    parts = [shown[i : i + ui.limits.CHOICES] for i in range(0, len(shown), ui.limits.CHOICES)]
    fields = [
        Choices(
            key=f"there{nth}",
            label=t("Who was there?") if len(parts) == 1 else t("Who was there? ({n})", n=nth + 1),
            options=tuple(_option(t, face) for face in part),
            values=tuple(str(face.member) for face in part if face in ticked),
            required=False,
        )
        for nth, part in enumerate(parts)
    ]
    return Form(
        action=action,
        title=ui.fit(t("Who was there?"), ui.limits.FORM_TITLE),
        submit=t("Save"),
        fields=(*fields, *(() if page else (_others(t, guests, sent),))),
    )


def _option(t: Words, face: Face) -> Option:
    return Option(str(face.member), ui.typed(called(t, face.name, ui.limits.OPTION - 2)))


def _others(t: Words, guests: Sequence[Guest], sent: Sequence[Guest]) -> Area:
    names = [guest.name for guest in guests] or [guest.name for guest in sent]
    return Area(
        key="others",
        label=ui.fit(t("Who else was there?"), ui.limits.LABEL),
        value="\n".join(names),
        most=NAMES,
        required=False,
        hint=ui.fit(t("People who are not in the chat, one name a line."), ui.limits.HINT),
    )
