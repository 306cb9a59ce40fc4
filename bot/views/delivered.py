"""What a due message shows: the view that its row names, of its subject as it stands now."""

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.chat import Person, Place
from bot.core import (
    held,
    journals,
    letters,
    meetings,
    minutes,
    questions,
    repeats,
    rsvps,
    seats,
    terms,
    undelivered,
    waiting,
)
from bot.core.people import number
from bot.store import deliveries, networks, people
from bot.store import journals as stored_journals
from bot.store import meetings as stored
from bot.store import questions as stored_questions
from bot.store import reminders as stored_reminders
from bot.store import terms as stored_terms
from bot.store.db import Db
from bot.store.tables import Delivery, Meeting, Network
from bot.ui import Message
from bot.views import changes as change_views
from bot.views import held as held_views
from bot.views import journals as journal_views
from bot.views import meetings as meeting_views
from bot.views import minutes as minutes_views
from bot.views import networks as network_views
from bot.views import notes
from bot.views import places as place_views
from bot.views import questions as question_views
from bot.views import reminders as reminder_views
from bot.views import rsvps as rsvp_views
from bot.views import series as series_views
from bot.views import terms as terms_views
from bot.views import undelivered as undelivered_views
from bot.views.words import Words
from bot.views.words import words as words_in


def show(db: Db, delivery: Delivery, now: datetime) -> Message | None:
    """The message, in its reader's language, or None where it is no longer of use. One that comes
    late says so.
    """
    network = networks.get(db, delivery.network_id)
    t = words_in(_language(db, delivery, network))
    message = _drawn(db, delivery, network, t, now)
    if message and deliveries.is_late(delivery, now):
        return notes.late(t, message, delivery.due, network.zone)
    return message


def _drawn(db: Db, delivery: Delivery, network: Network, t: Words, now: datetime) -> Message | None:
    if delivery.view == "network.hello":
        return network_views.hello(t, network)
    if delivery.view == undelivered.VIEW:
        items, count = undelivered.of_network(db, number(network.id), now)
        return undelivered_views.page(t, network, items, count) if count else None
    if delivery.view == terms.VIEW:
        is_of_use = not stored_terms.of(db, number(network.id))
        return terms_views.no_terms(t, network) if is_of_use else None
    if delivery.view == deliveries.SERIES:
        return _series(db, delivery, t)
    if delivery.view == held.VIEW:
        since, asked = network.held_since, held.question(db, number(network.id))
        return held_views.page(t, network, since, asked) if since else None
    if delivery.view in (questions.POST, questions.OVER, journals.POST):
        return _said(db, delivery, network, t)
    meeting = stored.get(db, [number(network.id)], deliveries.about(delivery))
    if meeting is None or meeting.state == "withdrawn":
        return None
    return _meeting(db, delivery, network, meeting, t, now)


def _said(db: Db, delivery: Delivery, network: Network, t: Words) -> Message | None:
    """What somebody asks, or shares."""
    if delivery.view == journals.POST:
        return _shared(db, delivery, t)
    row = stored_questions.get(db, [number(network.id)], deliveries.about(delivery))
    if row is None:
        return None
    if delivery.view == questions.POST:
        return question_views.post(t, row, network.zone)
    count = questions.count(db, row)
    return question_views.over(t, row, count) if count else None


def _shared(db: Db, delivery: Delivery, t: Words) -> Message | None:
    """What somebody shared; where they have taken it back, a post that stands says so."""
    found = stored_journals.shared(db, delivery.network_id, deliveries.about(delivery))
    if found is not None:
        text, member = found
        return journal_views.post(t, text, people.name(db, member))
    return journal_views.taken_back(t) if delivery.remote_ref else None


def _series(db: Db, delivery: Delivery, t: Words) -> Message | None:
    row = stored.series(db, [delivery.network_id], int(delivery.subject))
    meetings = repeats.of(db, row) if row else ()
    shown = [meeting for meeting in meetings if meeting.state != "withdrawn"]
    return series_views.post(t, row, shown) if row and shown else None


def _meeting(
    db: Db, delivery: Delivery, network: Network, meeting: Meeting, t: Words, now: datetime
) -> Message | None:
    match delivery.view:
        case rsvps.ANNOUNCEMENT if meeting.state == "planned" or delivery.remote_ref:
            names = meeting_views.NAMES_DRAWN if _is_at_home(db, delivery) else 0
            standing = rsvps.in_short(db, meeting, names)
            over = meetings.is_over(meeting, now)
            return meeting_views.announcement(t, meeting, standing, over=over)
        case "meeting.moved" if meeting.state == "planned":
            was = meetings.was(meeting)
            return change_views.moved(t, meeting, t.when(was, meeting.zone) if was else None)
        case "meeting.called-off" if meeting.state == "called off":
            return meeting_views.called_off(t, meeting)
        case waiting.PLACE:
            return _place(db, delivery, meeting, t, now)
        case waiting.FREE if waiting.is_of_use(db, meeting, delivery, now):
            return place_views.free(t, meeting)
        case stored_reminders.VIEW:
            parts = letters.parts(db, delivery, now)
            if not _is_at_home(db, delivery):
                parts = [letters.without_names(part) for part in parts]
            today = now.astimezone(ZoneInfo(network.zone)).date()
            return reminder_views.message(t, parts, today) if parts else None
        case minutes.POST | minutes.DUE | minutes.MISSED:
            return _notes(db, delivery, meeting, t, now)
        case _:
            return None


def _notes(db: Db, delivery: Delivery, meeting: Meeting, t: Words, now: datetime) -> Message | None:
    """The notes as they stand, or what is due; a private message stays as it was told."""
    if delivery.view == minutes.POST:
        found = minutes.of(db, meeting), minutes.todos(db, meeting)
        return minutes_views.post(t, meeting, *found)
    if delivery.remote_ref:
        return None
    letters.wait_for_a_window(db, delivery, now)
    if delivery.view == minutes.MISSED:
        return _missed(db, delivery, meeting, t, now)
    row = minutes.due(db, meeting, delivery)
    if row is None:
        return None
    letters.wait_for_room(db, delivery, now)
    return minutes_views.due(t, meeting, row)


def _missed(
    db: Db, delivery: Delivery, meeting: Meeting, t: Words, now: datetime
) -> Message | None:
    notes_of = minutes.missed(db, meeting, delivery, now)
    if notes_of is None:
        return None
    letters.wait_for_room(db, delivery, now)
    return minutes_views.missed(t, meeting, notes_of, minutes.todos(db, meeting))


def _place(db: Db, delivery: Delivery, meeting: Meeting, t: Words, now: datetime) -> Message | None:
    """A message about a place: as it stands now, where it has been told; else only what has to be
    told.
    """
    mine = rsvps.mine(db, meeting, int(delivery.subject.rpartition(":")[2]))
    if meeting.state != "planned":
        return meeting_views.called_off(t, meeting) if delivery.remote_ref else None
    if mine is not None and mine.answer in rsvps.COMING:
        if seats.is_in(mine):
            return place_views.has_place(t, meeting, mine)
        if seats.is_offered(mine) and mine.offered_until and now < mine.offered_until:
            return place_views.offer(t, meeting, mine)
    if not delivery.remote_ref:
        return None
    # How far they are on the list it does not say: that changes with what others do.
    if mine is not None and seats.has_passed(mine):
        return place_views.passed(t, meeting, mine)
    return rsvp_views.choose(t, meeting, mine)


def _is_at_home(db: Db, delivery: Delivery) -> bool:
    """Whether a post stands among the network's own people: to others it shows no names."""
    to = deliveries.target(db, delivery)
    found = networks.here(db, to) if isinstance(to, Place) else None
    return found is None or found[1].purpose == "home"


def _language(db: Db, delivery: Delivery, network: Network) -> str:
    to = deliveries.target(db, delivery)
    known = people.known(db, to) if isinstance(to, Person) else None
    return (known[1].language if known else None) or network.language
