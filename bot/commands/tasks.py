"""A task to try with one class, under /notes: set by a coordinator, told in a tap by who was
there.
"""

from bot.commands import minutes as notes_of
from bot.commands.actions import Action
from bot.commands.calls import Answer
from bot.commands.turns import Mistakes, Refused, Turn, answered, as_number
from bot.commands.wishes import read_day, too_long
from bot.core import attendance, reflections, tasks
from bot.core.people import number
from bot.core.tasks import Begun
from bot.i18n import marked
from bot.store.tables import Meeting, Trial
from bot.ui import limits
from bot.views import minutes as minutes_views
from bot.views import reflections as reflection_views
from bot.views import tasks as views


def give_form(turn: Turn) -> Answer:
    """What people try with one class; typed, after the last meeting."""
    return views.form(turn.t, notes_of.meant(turn), turn.text[: views.WHAT])


def give(turn: Turn) -> Answer:
    """Set it, and tell it in the thread."""
    meeting = turn.meeting(to_change=True)
    problems: dict[str, str] = {}
    what = " ".join(turn.value("what").split())
    if len(what) > views.WHAT:
        problems["what"] = too_long(turn, len(what), views.WHAT)
    day = read_day(turn, typed) if (typed := turn.value("due")) else None
    today = turn.local(turn.now, meeting.zone).date()
    if isinstance(day, str):
        problems["due"] = day
    elif what and day is None:
        problems["due"] = turn.t("Please say by which day: on that morning I ask how it went.")
    elif what and day is not None and day <= max(today, meeting.local_start.date()):
        problems["due"] = turn.t("Please give a day to come, after the meeting.")
    if problems or isinstance(day, str):
        raise Mistakes(views.form(turn.t, meeting), problems)
    try:
        posting = tasks.give(turn.db, meeting, what, day if what else None, turn.now)
    except Begun:
        raise Refused(views.stays(turn.t, meeting)) from None
    return answered(minutes_views.waiting(turn.t, meeting, posting))


def tell(turn: Turn) -> Answer:
    """How it went: kept at once, whatever comes after."""
    meeting = _mine(turn)
    row = tasks.tell(turn.db, meeting, number(turn.me.id), turn.answer, turn.now)
    return answered(views.told(turn.t, meeting, row))


def _mine(turn: Turn) -> Meeting:
    """The meeting of the task. Raises Refused where it has none, or the person was not there."""
    meeting = turn.meeting()
    if not meeting.task:
        raise Refused(views.none(turn.t, meeting))
    if turn.member is None or not attendance.was_there(turn.db, meeting, number(turn.member.id)):
        raise Refused(views.not_there(turn.t, meeting))
    return meeting


def _row(turn: Turn, meeting: Meeting) -> Trial:
    row = tasks.mine(turn.db, meeting, number(turn.me.id))
    if row is None:
        raise Refused(views.none(turn.t, meeting))
    return row


def line_form(turn: Turn) -> Answer:
    """A line about how it went."""
    meeting = _mine(turn)
    return views.line_form(turn.t, meeting, _row(turn, meeting))


def line(turn: Turn) -> Answer:
    """Keep the line."""
    meeting = _mine(turn)
    row, said = _row(turn, meeting), turn.value("line")
    if len(said) > limits.LINE:
        problems = {"line": too_long(turn, len(said), limits.LINE)}
        raise Mistakes(views.line_form(turn.t, meeting, row), problems)
    row.line = said
    return answered(views.told(turn.t, meeting, row))


def trials(turn: Turn) -> Answer:
    """How it went with all, for who may read how people look back."""
    meeting = turn.meeting()
    me = number(turn.member.id) if turn.member else 0
    if not meeting.task:
        raise Refused(views.none(turn.t, meeting))
    if not reflections.may_read(turn.db, meeting, me, coordinates=turn.plans):
        raise Refused(reflection_views.for_others(turn.t, meeting))
    told = tasks.of(turn.db, meeting)
    return answered(views.trials(turn.t, meeting, told, as_number(turn.more)))


ACTIONS = (
    Action("notes.try", form=give_form, act=give, verb=marked("try", "verb")),
    Action("notes.tell", act=tell, presses=tasks.STATES),
    Action("notes.line", form=line_form, act=line),
    Action("notes.trials", act=trials, changes=False),
)
