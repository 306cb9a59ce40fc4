"""/here: say that one is at a meeting; a coordinator ticks who was."""

from collections.abc import Sequence
from datetime import UTC, datetime

from bot.commands.actions import Action
from bot.commands.calls import Answer, Sent
from bot.commands.turns import Mistakes, Refused, Turn, answered, as_number, come_in
from bot.commands.wishes import too_long
from bot.core import attendance, meetings, reflections, timetable
from bot.core.attendance import AWAY, HERE, Guest
from bot.core.people import number
from bot.core.rights import Role
from bot.i18n import marked
from bot.store.tables import Attendance, Meeting
from bot.ui import Form, Message, clean
from bot.views import attendance as views

MOST_OTHERS = 60
"""So many people without an account are noted at a meeting."""


def show(turn: Turn) -> Answer:
    """I am here; with the figures that were read out, at that meeting. A coordinator sees who is
    noted, and the figures.
    """
    near = attendance.now_on(turn.db, number(turn.network.id), turn.now)
    if turn.text:
        said = "".join(turn.text.split())
        near = [one for one in near if attendance.code(one, turn.keys) == said]
        if not near:
            raise Refused(views.wrong_code(turn.t))
    elif turn.plans and near:
        return answered(_room(turn, near[0]))
    if not near:
        raise Refused(views.nothing_on(turn.t, turn.ahead()))
    if len(near) > 1:
        return answered(views.which(turn.t, near))
    return _come(turn, near[0])


def _room(turn: Turn, meeting: Meeting) -> Message:
    """How many are noted, for a coordinator."""
    count = attendance.count(turn.db, meeting)
    is_over = meetings.is_over(meeting, turn.now)
    code = "" if is_over else attendance.code(meeting, turn.keys)
    pages = -(-len(attendance.faces(turn.db, meeting, turn.now)) // views.A_PAGE)
    return views.room(turn.t, meeting, count, code, pages=max(pages, 1))


def come(turn: Turn) -> Answer:
    """I am here, or was."""
    return _come(turn, turn.meeting())


def _come(turn: Turn, meeting: Meeting) -> Answer:
    _check(turn, meeting)
    me = number(turn.me.id)
    if not attendance.may_say(turn.db, meeting, me, turn.now):
        raise Refused(views.ask_a_coordinator(turn.t, meeting))
    if turn.role is Role.GUEST:
        come_in(turn)
    row = attendance.mine(turn.db, meeting, me)
    if row is None or row.state != HERE:
        row = attendance.say(turn.db, meeting, me, HERE, turn.now)
    assert row is not None  # noqa: S101 -- it has just been written
    return answered(_here(turn, meeting, row))


def _check(turn: Turn, meeting: Meeting) -> None:
    """Raise Refused where it cannot be said who is at the meeting."""
    if attendance.is_open(meeting, turn.now):
        return
    is_early = meeting.state == "planned" and turn.now < meeting.starts_at
    raise Refused((views.too_early if is_early else views.too_late)(turn.t, meeting))


def _here(turn: Turn, meeting: Meeting, row: Attendance) -> Message:
    over = meetings.is_over(meeting, turn.now)
    is_asked = (
        reflections.is_offered(turn.db, meeting, turn.now)
        and reflections.mine(turn.db, meeting, number(turn.me.id)) is None
    )
    return views.here(turn.t, meeting, row, over=over, open_=is_asked)


def away(turn: Turn) -> Answer:
    """I was not there."""
    meeting = turn.meeting()
    _check(turn, meeting)
    attendance.say(turn.db, meeting, number(turn.me.id), AWAY, turn.now)
    return answered(views.away(turn.t, meeting))


def _mine(turn: Turn, meeting: Meeting) -> Attendance:
    row = attendance.mine(turn.db, meeting, number(turn.me.id))
    if row is None or row.state != HERE:
        raise Refused(views.ask_a_coordinator(turn.t, meeting))
    return row


def shorter_form(turn: Turn) -> Answer:
    """How long did you stay?"""
    meeting = turn.meeting()
    return views.shorter_form(turn.t, meeting, _mine(turn, meeting))


def shorter(turn: Turn) -> Answer:
    """The person stayed so long."""
    meeting = turn.meeting()
    row = _mine(turn, meeting)
    minutes = timetable.read_minutes(turn.value("minutes"))
    problem = ""
    if minutes is None:
        problem = turn.t("Please write the minutes in figures, like 20.")
    elif not 1 <= minutes <= meeting.minutes:
        problem = turn.t("From {least} to {most} minutes, please.", least=1, most=meeting.minutes)
    if problem or minutes is None:
        raise Mistakes(views.shorter_form(turn.t, meeting, row), {"minutes": problem})
    attendance.shorten(row, meeting, minutes)
    return answered(_here(turn, meeting, row))


def tick_form(turn: Turn) -> Answer:
    """Who was there?"""
    meeting = turn.meeting()
    _check(turn, meeting)
    return _form(turn, meeting)


def _opened(turn: Turn) -> tuple[int, datetime]:
    """Which page the form shows, and when it was opened."""
    page, _, at = turn.more.partition(":")
    seconds = as_number(at)
    opened = datetime.fromtimestamp(seconds, UTC) if seconds else turn.now
    return as_number(page), min(opened, turn.now)


def _form(turn: Turn, meeting: Meeting) -> Form:
    page, opened = _opened(turn)
    faces = attendance.faces(turn.db, meeting, opened)
    guests, sent = attendance.guests(turn.db, meeting), attendance.sent(turn.db, meeting)
    action = f"here:{meeting.id}:tick:{page}:{int(opened.timestamp())}"
    return views.tick_form(turn.t, action, faces, guests, sent, page)


def tick(turn: Turn) -> Answer:
    """These were there, and those without an account."""
    meeting = turn.meeting(to_change=True)
    _check(turn, meeting)
    form, (page, opened) = _form(turn, meeting), _opened(turn)
    others = _others(turn, meeting, form) if not page else None
    said = turn.call.said
    values = said.values if isinstance(said, Sent) else {}
    there = {as_number(one) for key, some in values.items() if key != "others" for one in some}
    turn.read |= set(values)
    faces = attendance.faces(turn.db, meeting, opened)
    shown = {face.member for face in faces[page * views.A_PAGE : (page + 1) * views.A_PAGE]}
    attendance.tick(turn.db, meeting, shown, there, opened, turn.now)
    if others is not None:
        attendance.name(turn.db, meeting, others, turn.now)
    return answered(_room(turn, meeting))


def _others(turn: Turn, meeting: Meeting, form: Form) -> Sequence[Guest]:
    """Those without an account whom the form names; a colleague who was sent came for somebody."""
    said = turn.call.said
    typed = said.values.get("others", ()) if isinstance(said, Sent) else ()
    turn.read.add("others")
    names = [clean(name) for text in typed for name in text.splitlines()]
    names = list(dict.fromkeys(" ".join(name.split()) for name in names if name.strip()))
    problem = ""
    if len(names) > MOST_OTHERS:
        problem = turn.t("At most {n} names, please.", n=MOST_OTHERS)
    elif longest := max((name for name in names if len(name) > LONGEST), key=len, default=""):
        problem = too_long(turn, len(longest), LONGEST)
    if problem:
        raise Mistakes(form, {"others": problem})
    known = {
        guest.name.casefold(): guest.sent_by
        for guest in (*attendance.sent(turn.db, meeting), *attendance.guests(turn.db, meeting))
    }
    return [Guest(name, known.get(name.casefold())) for name in names]


LONGEST = 80
"""The most characters of a name."""

ACTIONS = (
    Action("here.show", act=show),
    Action("here.come", act=come),
    Action("here.away", act=away),
    Action("here.shorter", form=shorter_form, act=shorter),
    Action("here.tick", form=tick_form, act=tick),
)
COMMAND = marked("Say that you are at a meeting; a coordinator ticks who was")
NAME = marked("here", "command")
