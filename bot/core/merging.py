"""Two people become one: what each has said is kept, counted once, and settled where it differs."""

from datetime import datetime

from bot.core import links, merged_buddies, minutes, plans, rsvps, waiting
from bot.core.one_row import RULES, Merge, same
from bot.store import (
    agendas,
    deliveries,
    duties,
    edits,
    groups,
    meetings,
    merging,
    over,
    people,
    reminders,
)
from bot.store import journals as stored_journals
from bot.store import linking as stored
from bot.store import minutes as stored_minutes
from bot.store import rsvps as stored_rsvps
from bot.store.db import Db
from bot.store.tables import (
    Member,
)


def merge(db: Db, stays: int, goes: int, now: datetime) -> None:
    """Make one person of two: all that points at the second points at the first, and the second is
    no more. Where both have answered, the later answer counts; what was typed into the other one is
    put into the person's own journal, so that nothing is lost.
    """
    profiled = (merging.has_profile(db, stays), merging.has_profile(db, goes))
    this = Merge(db, stays, goes, now, profiled, (_by_link(db, stays), _by_link(db, goes)))
    told = _answered(db, goes)
    for network in over.networks(db, goes):
        _shown_again(db, network, goes, now)
        _looks_after(db, network, stays, goes)
    for table, column in merging.pointers():
        for mine, theirs in merging.collisions(db, table, column, stays, goes):
            RULES.get(table, same)(this, mine, theirs)
            merging.take_out(db, theirs, mine)
        merging.carry(db, table, column, stays, goes)
    stored.now_about(db, rsvps.PLACE, goes, stays)
    _one_member(db, stays, goes)
    merged_buddies.settle(db, stays, now)
    for network, meeting in told:
        edits.stale(db, network, rsvps.ANNOUNCEMENT, str(meeting), now)
        found = meetings.lock_seats(db, meeting)
        if found and found.starts_at > now:
            waiting.look_after(db, found, now)


def _by_link(db: Db, member: int) -> bool:
    return all(account.platform == links.WEB for account in people.accounts(db, member))


def _answered(db: Db, member: int) -> list[tuple[int, int]]:
    """The meetings to which a person has answered, each with its network."""
    return [
        (network, rsvp.meeting_id)
        for network in sorted(over.networks(db, member))
        for rsvp in stored_rsvps.all_of(db, network, member)
    ]


def _shown_again(db: Db, network: int, member: int, now: datetime) -> None:
    """The posts that name a person want an edit."""
    for meeting in agendas.led_by(db, network, member):
        reminders.stale(db, network, meeting, (plans.AGENDA, plans.TODAY), now)
    for meeting in stored_minutes.owned(db, network, member):
        edits.stale(db, network, minutes.POST, str(meeting), now)
    for meeting in groups.meetings_of(db, network, member):
        edits.stale(db, network, groups.POST, str(meeting), now)
    for entry in stored_journals.shared_by(db, network, member):
        edits.stale(db, network, deliveries.JOURNAL, str(entry), now)


def _looks_after(db: Db, network: int, stays: int, goes: int) -> None:
    """Who may plan for good stands in for nobody: or they would stop with that."""
    both = {stays, goes}
    if both & set(duties.lasting(db, network)):
        for row in duties.of(db, network):
            if row.member_id in both and row.kind == "stand-in":
                row.state = "over"


def _one_member(db: Db, stays: int, goes: int) -> None:
    mine, theirs = db.get(Member, stays), db.get(Member, goes)
    if mine is None or theirs is None:
        return
    mine.name = mine.name or theirs.name
    mine.language, mine.zone = mine.language or theirs.language, mine.zone or theirs.zone
    mine.prefers = mine.prefers or theirs.prefers
    db.delete(theirs)
    db.flush()


def elder(one: int, other: int) -> tuple[int, int]:
    """Who stays and who goes: the one whom we have known for longer stays."""
    return min(one, other), max(one, other)
