"""/meeting repeat: a meeting that comes again."""

from datetime import date, datetime

from bot.commands.actions import Action
from bot.commands.ahead import still_on
from bot.commands.calls import Answer
from bot.commands.turns import Handler, Mistakes, Refused, Turn, answered, as_number, in_time
from bot.commands.wishes import read_day
from bot.core import repeats, series, terms
from bot.core.people import number
from bot.i18n import marked
from bot.store import meetings as stored
from bot.store import networks, people, rsvps
from bot.store.tables import Meeting, Series
from bot.ui import Form
from bot.views import meetings as meeting_views
from bot.views import networks as network_views
from bot.views import notes
from bot.views import series as views


def _once(turn: Turn) -> Meeting:
    """The meeting, if it is on and comes once so far."""
    meeting = still_on(turn)
    if meeting.series_id is not None:
        said = turn.t.text("**{title}** comes again already.", title=meeting.title)
        raise Refused(notes.note(said, meeting_views.all_dates(turn.t, meeting)))
    return meeting


def repeat_form(turn: Turn) -> Answer:
    """How often, and until when?"""
    return views.form(turn.t, _once(turn))


def repeat(turn: Turn) -> Answer:
    """Plan it again, as often as the form says."""
    meeting = _once(turn)
    rule, times, left_out = _read(turn, meeting)
    row = repeats.repeat(turn.db, meeting, rule, times, number(turn.me.id), turn.now)
    home = networks.homes(turn.db, row.network_id)[0]
    tells = network_views.tells(turn.t, people.present(turn.db, row.network_id), home)
    made = repeats.of(turn.db, row)
    return answered(views.waiting(turn.t, row, made, tells, left_out))


def _read(
    turn: Turn, meeting: Meeting
) -> tuple[series.Rule, list[datetime], list[tuple[date, str]]]:
    """How often, when, and the days that are left out, each with its holiday."""
    form = views.form(turn.t, meeting)
    rule = turn.value("rule")
    if rule not in series.RULES:
        raise Mistakes(form, {"rule": turn.t("Please choose one of these.")})
    until = _until(turn, form)
    times, left_out = _outside_holidays(turn, series.wall_times(meeting.local_start, rule, until))
    if len(times) < 2:  # noqa: PLR2004 -- once is not again
        problem = turn.t("By that day it does not come again. Please choose a later one.")
        if left_out:
            problem = f"{views.left_out(turn.t, left_out)} {problem}"
    elif len(times) > series.MOST:
        problem = turn.t(
            "That is {n} meetings; I can plan {most} at once. Please choose an earlier day.",
            n=len(times),
            most=series.MOST,
        )
    else:
        return rule, times, left_out
    raise Mistakes(form, {"until": problem})


def _outside_holidays(
    turn: Turn, times: list[datetime]
) -> tuple[list[datetime], list[tuple[date, str]]]:
    """The times without those in the holidays; the first one is planned already. More than can be
    planned are not looked at.
    """
    if len(times) > 2 * series.MOST:
        return times, []
    school = terms.school(turn.db, turn.network, turn.t.language)
    found = [(time, school.holiday(time.date())) for time in times[1:]]
    kept = [time for time, holiday in found if holiday is None]
    return [*times[:1], *kept], [(time.date(), name) for time, name in found if name is not None]


def _until(turn: Turn, form: Form) -> date:
    found = read_day(turn, turn.value("until"))
    if isinstance(found, str):
        raise Mistakes(form, {"until": found})
    return found


def _series(turn: Turn, meeting: Meeting) -> Series:
    row = stored.series(turn.db, [meeting.network_id], as_number(turn.more), to_change=True)
    if row is None or row.id != meeting.series_id:
        raise Refused(notes.outdated(turn.t))
    return row


def send(turn: Turn) -> Answer:
    """The post goes out at once."""
    meeting = turn.meeting(to_change=True)
    with in_time(turn):
        repeats.send_now(turn.db, _series(turn, meeting), turn.now)
    return answered(notes.note(turn.t.text("**{title}** goes out now.", title=meeting.title)))


def undo(turn: Turn) -> Answer:
    """It comes once, and nobody is told."""
    meeting = turn.meeting(to_change=True)
    with in_time(turn):
        repeats.undo(turn.db, _series(turn, meeting), meeting)
    return answered(views.undone(turn.t, meeting))


def dates(turn: Turn) -> Answer:
    """The dates to come of the series that a meeting belongs to."""
    meeting = turn.meeting()
    made = stored.of_series(turn.db, meeting.network_id, meeting.series_id or 0)
    told = [one for one in made if one.state in ("planned", "called off")]
    ahead = [one for one in told if one.starts_at > turn.now]
    mine = {}
    if turn.member is not None:
        ids = [number(one.id) for one in ahead]
        mine = rsvps.mine(turn.db, meeting.network_id, number(turn.member.id), ids)
    page = as_number(turn.more)
    return answered(views.dates(turn.t, meeting, ahead, mine, plans=turn.plans, page=page))


def actions(one: Handler) -> tuple[Action, ...]:
    """What can be done; `one` opens the form for the meeting that is meant."""
    return (
        Action("meeting.repeat", form=one, act=repeat, verb=marked("repeat", "verb")),
        Action("meeting.repeat-send", act=send),
        Action("meeting.repeat-undo", act=undo),
        Action("meeting.dates", act=dates, changes=False),
    )
