"""/meeting places: when a meeting ends, how people come, and how many."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.commands.actions import Action
from bot.commands.ahead import still_on
from bot.commands.calls import Answer
from bot.commands.turns import Handler, Mistakes, Turn, answered
from bot.commands.wishes import read_time, too_long
from bot.core import meetings, places, rsvps, seats, when
from bot.core.places import Details
from bot.i18n import marked
from bot.store import deliveries
from bot.store.tables import Meeting
from bot.ui import Form
from bot.views import places as views

LONGEST = timedelta(hours=12)
MOST = 9999


def places_form(turn: Turn) -> Answer:
    """The length and the places as they are, to change."""
    return _form(turn, still_on(turn))


def _form(turn: Turn, meeting: Meeting) -> Form:
    return views.form(turn.t, meeting, _end(meeting) if meeting.ends else "")


def _end(meeting: Meeting) -> str:
    """The wall time at which the meeting ends."""
    ends = meeting.starts_at + timedelta(minutes=meeting.minutes)
    return f"{ends.astimezone(ZoneInfo(meeting.zone)):%H:%M}"


def save(turn: Turn) -> Answer:
    """Keep what the form says; whoever waits and now has a place is told."""
    meeting = still_on(turn)
    wanted = _read(turn, meeting)
    try:
        let_in = places.change(turn.db, meeting, wanted, meetings.LENGTH, turn.now)
    except places.TooFew as short:
        problem = turn.t.n(
            "{n} place is taken already: write {n} or more, or leave it empty.",
            "{n} places are taken already: write {n} or more, or leave it empty.",
            n=short.taken,
        )
        key = "online" if short.online else "seats"
        raise Mistakes(_form(turn, meeting), {key: problem}) from None
    standing = rsvps.in_short(turn.db, meeting, 0)
    pending = deliveries.may_take_back(turn.db, meeting.network_id, meetings.batch(meeting))
    shown = views.saved(turn.t, meeting, standing, let_in=let_in, pending=pending)
    return answered(shown)


def _read(turn: Turn, meeting: Meeting) -> Details:
    problems: dict[str, str] = {}
    minutes = _minutes(turn, meeting, problems)
    mode, link = turn.value("mode") or meeting.mode, turn.value("link")
    room = _number(turn, "seats", problems)
    online = _number(turn, "online", problems)
    if len(link) > views.LINK:
        problems["link"] = too_long(turn, len(link), views.LINK)
    elif link and (not link.startswith(("https://", "http://")) or " " in link):
        problems["link"] = turn.t("Please paste the whole link, beginning with https://.")
    if mode not in seats.MODES:
        problems["mode"] = turn.t("Please choose one of these.")
    elif mode == "room" and (link or online is not None):
        problems["mode"] = turn.t("You speak of a call: please choose online, or both.")
    elif mode == "online" and room is not None:
        problems["mode"] = turn.t("You speak of a room: please choose the room, or both.")
    if problems:
        raise Mistakes(_form(turn, meeting), problems)
    return Details(minutes, mode, room, online, link)


def _minutes(turn: Turn, meeting: Meeting, problems: dict[str, str]) -> int | None:
    """How long the meeting lasts; what cannot be used goes to `problems`."""
    written = turn.value("ends")
    if not written:
        return None
    if meeting.ends and written == _end(meeting):
        return meeting.minutes
    ends = read_time(turn, written)
    if ends is None:
        problems["ends"] = turn.t("I cannot read that time. Please write it like 16:00.")
        return None
    return _until(turn, meeting, ends, problems)


def _until(turn: Turn, meeting: Meeting, ends: time, problems: dict[str, str]) -> int | None:
    begins = meeting.local_start
    lasts = when.instant(datetime.combine(begins.date(), ends), meeting.zone) - meeting.starts_at
    begun = turn.t.time(begins.time())
    if lasts <= timedelta(0):
        problems["ends"] = turn.t(
            "A meeting ends on the day it starts. It starts at {time}: please write a later time.",
            time=begun,
        )
    elif lasts > LONGEST:
        problems["ends"] = turn.t(
            "A meeting lasts at most {n} hours. It starts at {time}: please write an earlier time.",
            n=LONGEST // timedelta(hours=1),
            time=begun,
        )
    else:
        return lasts // timedelta(minutes=1)
    return None


def _number(turn: Turn, key: str, problems: dict[str, str]) -> int | None:
    """How many places; None where nobody said."""
    written = turn.value(key)
    if not written:
        return None
    is_number = written.isascii() and written.isdigit() and len(written) <= views.FIGURES
    if is_number and 1 <= int(written) <= MOST:
        return int(written)
    problems[key] = turn.t("Please write a number like 20, or leave it empty.")
    return None


def actions(one: Handler) -> tuple[Action, ...]:
    """What can be done; `one` opens the form for the meeting that is meant."""
    return (Action("meeting.places", form=one, act=save, verb=marked("places", "verb")),)
