"""What a due message shows: the view that its row names, of its subject as it stands now."""

from collections.abc import Callable, Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.chat import Person, Place
from bot.core import (
    cards,
    groups,
    held,
    journals,
    letters,
    meetings,
    minutes,
    newcomers,
    pauses,
    questions,
    repeats,
    rsvps,
    seats,
    talks,
    terms,
    undelivered,
    waiting,
)
from bot.core.people import number
from bot.store import deliveries, networks, people
from bot.store import groups as stored_groups
from bot.store import journals as stored_journals
from bot.store import meetings as stored
from bot.store import questions as stored_questions
from bot.store import reminders as stored_reminders
from bot.store import terms as stored_terms
from bot.store.db import Db
from bot.store.tables import Delivery, Meeting, Network
from bot.ui import Message
from bot.views import buddies_due, helping, notes, progress_due, request_news, staying
from bot.views import changes as change_views
from bot.views import groups as group_views
from bot.views import held as held_views
from bot.views import journals as journal_views
from bot.views import meetings as meeting_views
from bot.views import minutes as minutes_views
from bot.views import networks as network_views
from bot.views import newcomers as newcomer_views
from bot.views import places as place_views
from bot.views import profiles as profile_views
from bot.views import questions as question_views
from bot.views import reminders as reminder_views
from bot.views import rsvps as rsvp_views
from bot.views import series as series_views
from bot.views import terms as terms_views
from bot.views import undelivered as undelivered_views
from bot.views.due import Due
from bot.views.words import words as words_in


def show(db: Db, delivery: Delivery, now: datetime) -> Message | None:
    """The message, in its reader's language, or None where it is no longer of use. One that comes
    late says so.
    """
    network = networks.get(db, delivery.network_id)
    if not delivery.remote_ref:
        pauses.check(db, delivery.network_id, deliveries.target(db, delivery), now)
    t = words_in(_language(db, delivery, network))
    message = _drawn(Due(db, delivery, network, t, now))
    if message and deliveries.is_late(delivery, now):
        return notes.late(t, message, delivery.due, network.zone)
    return message


def _drawn(due: Due) -> Message | None:
    if draw := OF_NETWORKS.get(due.row.view):
        return None if staying.is_withheld(due) else draw(due)
    draw_meeting = OF_MEETINGS.get(due.row.view)
    meeting = stored.get(due.db, [number(due.network.id)], deliveries.about(due.row))
    if draw_meeting is None or meeting is None or meeting.state == "withdrawn":
        return None
    return draw_meeting(due, meeting)


def _undelivered(due: Due) -> Message | None:
    items, count = undelivered.of_network(due.db, number(due.network.id), due.now)
    if not count and not due.row.remote_ref:
        return None
    return undelivered_views.page(due.t, due.network, items, count)


def _no_terms(due: Due) -> Message | None:
    is_of_use = not stored_terms.of(due.db, number(due.network.id))
    return terms_views.no_terms(due.t, due.network) if is_of_use else None


def _held(due: Due) -> Message | None:
    since, asked = due.network.held_since, held.question(due.db, number(due.network.id))
    return held_views.page(due.t, due.network, since, asked) if since else None


def _question(due: Due) -> Message | None:
    """What a coordinator asks between meetings."""
    row = stored_questions.get(due.db, [number(due.network.id)], deliveries.about(due.row))
    return question_views.post(due.t, row, due.network.zone) if row else None


def _answers(due: Due) -> Message | None:
    row = stored_questions.get(due.db, [number(due.network.id)], deliveries.about(due.row))
    count = questions.count(due.db, row) if row else 0
    return question_views.over(due.t, row, count) if row and count else None


def _shared(due: Due) -> Message | None:
    """What somebody shared; where they have taken it back, a post that stands says so."""
    found = stored_journals.shared(due.db, due.row.network_id, deliveries.about(due.row))
    if found is not None:
        text, member = found
        return journal_views.post(due.t, text, people.name(due.db, member))
    return journal_views.taken_back(due.t) if due.row.remote_ref else None


def _still_true(due: Due) -> Message | None:
    """Once a year, whether a profile is; once told it stays as it was."""
    if due.row.remote_ref:
        return None
    letters.wait_for_a_window(due.db, due.row, due.now)
    member = cards.asked(due.db, due.row)
    if not member:
        return None
    letters.wait_for_room(due.db, due.row, due.now)
    said = cards.card(due.db, number(due.network.id), member)
    is_seen = any(row.shares for row, _ in people.memberships(due.db, member))
    return profile_views.still_true(due.t, due.network, said, is_seen=is_seen)


def _series(due: Due) -> Message | None:
    row = stored.series(due.db, [due.row.network_id], int(due.row.subject))
    meetings = repeats.of(due.db, row) if row else ()
    shown = [meeting for meeting in meetings if meeting.state != "withdrawn"]
    return series_views.post(due.t, row, shown) if row and shown else None


def _announcement(due: Due, meeting: Meeting) -> Message | None:
    if meeting.state != "planned" and not due.row.remote_ref:
        return None
    names = meeting_views.NAMES_DRAWN if _is_at_home(due) else 0
    standing = rsvps.in_short(due.db, meeting, names)
    over = meetings.is_over(meeting, due.now)
    return meeting_views.announcement(due.t, meeting, standing, over=over)


def _moved(due: Due, meeting: Meeting) -> Message | None:
    if meeting.state != "planned":
        return None
    was = meetings.was(meeting)
    return change_views.moved(due.t, meeting, due.t.when(was, meeting.zone) if was else None)


def _called_off(due: Due, meeting: Meeting) -> Message | None:
    is_off = meeting.state == "called off"
    return meeting_views.called_off(due.t, meeting) if is_off else None


def _free(due: Due, meeting: Meeting) -> Message | None:
    is_of_use = waiting.is_of_use(due.db, meeting, due.row, due.now)
    return place_views.free(due.t, meeting) if is_of_use else None


def _reminder(due: Due, _: Meeting) -> Message | None:
    parts = letters.parts(due.db, due.row, due.now)
    if not _is_at_home(due):
        parts = [letters.without_names(part) for part in parts]
    today = due.now.astimezone(ZoneInfo(due.network.zone)).date()
    return reminder_views.message(due.t, parts, today) if parts else None


def _notes(due: Due, meeting: Meeting) -> Message | None:
    """The notes as they stand."""
    found = minutes.of(due.db, meeting), minutes.todos(due.db, meeting)
    return minutes_views.post(due.t, meeting, *found)


def _groups(due: Due, meeting: Meeting) -> Message | None:
    """The groups as they were dealt last, only among the network's own people."""
    row = groups.told(due.db, meeting, due.now)
    found = groups.of(due.db, row) if row is not None and _is_at_home(due) else []
    return group_views.post(due.t, meeting, found) if found else None


def _to_do(due: Due, meeting: Meeting) -> Message | None:
    """What is due for its reader; once told it stays as it was."""
    if due.row.remote_ref:
        return None
    letters.wait_for_a_window(due.db, due.row, due.now)
    row = minutes.due(due.db, meeting, due.row)
    if row is None:
        return None
    letters.wait_for_room(due.db, due.row, due.now)
    return minutes_views.due(due.t, meeting, row)


def _missed(due: Due, meeting: Meeting) -> Message | None:
    """The notes for who could not come; once told they stay as they were."""
    if due.row.remote_ref:
        return None
    letters.wait_for_a_window(due.db, due.row, due.now)
    notes_of = minutes.missed(due.db, meeting, due.row, due.now)
    if notes_of is None:
        return None
    letters.wait_for_room(due.db, due.row, due.now)
    return minutes_views.missed(due.t, meeting, notes_of, minutes.todos(due.db, meeting))


def _first_time(due: Due, meeting: Meeting) -> Message | None:
    """Who looks out for a newcomer, and who comes for the first time; once told it stays."""
    if due.row.remote_ref or meeting.state != "planned":
        return None
    letters.wait_for_a_window(due.db, due.row, due.now)
    pair = newcomers.pair(due.db, meeting, due.row, due.now)
    if pair is None:
        return None
    letters.wait_for_room(due.db, due.row, due.now)
    draw = newcomer_views.host if due.row.view == newcomers.HOST else newcomer_views.newcomer
    return draw(due.t, meeting, pair)


def _place(due: Due, meeting: Meeting) -> Message | None:
    """A message about a place: as it stands now, where it has been told; else only what has to be
    told.
    """
    mine = rsvps.mine(due.db, meeting, int(due.row.subject.rpartition(":")[2]))
    if meeting.state != "planned":
        return meeting_views.called_off(due.t, meeting) if due.row.remote_ref else None
    if mine is not None and mine.answer in rsvps.COMING:
        if seats.is_in(mine):
            return place_views.has_place(due.t, meeting, mine)
        if seats.is_offered(mine) and mine.offered_until and due.now < mine.offered_until:
            return place_views.offer(due.t, meeting, mine)
    if not due.row.remote_ref:
        return None
    # How far they are on the list it does not say: that changes with what others do.
    if mine is not None and seats.has_passed(mine):
        return place_views.passed(due.t, meeting, mine)
    return rsvp_views.choose(due.t, meeting, mine)


def _is_at_home(due: Due) -> bool:
    """Whether a post stands among the network's own people: to others it shows no names."""
    to = deliveries.target(due.db, due.row)
    found = networks.here(due.db, to) if isinstance(to, Place) else None
    return found is None or found[1].purpose == "home"


def _language(db: Db, delivery: Delivery, network: Network) -> str:
    if (talk := deliveries.talk_of(db, delivery)) is not None:
        return talks.language(db, talk, network.language)
    to = deliveries.target(db, delivery)
    known = people.known(db, to) if isinstance(to, Person) else None
    return (known[1].language if known else None) or network.language


OF_NETWORKS: Mapping[str, Callable[[Due], Message | None]] = {
    "network.hello": lambda due: network_views.hello(due.t, due.network),
    undelivered.VIEW: _undelivered,
    terms.VIEW: _no_terms,
    held.VIEW: _held,
    **staying.DRAWN,
    **progress_due.DRAWN,
    **buddies_due.DRAWN,
    **request_news.DRAWN,
    **helping.DRAWN,
    deliveries.SERIES: _series,
    questions.POST: _question,
    questions.OVER: _answers,
    journals.POST: _shared,
    cards.ASK: _still_true,
}
OF_MEETINGS: Mapping[str, Callable[[Due, Meeting], Message | None]] = {
    rsvps.ANNOUNCEMENT: _announcement,
    "meeting.moved": _moved,
    "meeting.called-off": _called_off,
    waiting.PLACE: _place,
    waiting.FREE: _free,
    stored_reminders.VIEW: _reminder,
    minutes.POST: _notes,
    stored_groups.POST: _groups,
    minutes.DUE: _to_do,
    minutes.MISSED: _missed,
    newcomers.HOST: _first_time,
    newcomers.NEWCOMER: _first_time,
}
KINDS = (*OF_NETWORKS, *OF_MEETINGS)
"""Every kind of message that leaves by itself."""
