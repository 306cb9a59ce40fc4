"""What a network knows, for who takes it over: who is who, what is planned, what waits."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.core import asked_for, buddy_report, kits, lives, needs, outgoing, polls, terms
from bot.core.asked_for import Asked
from bot.core.buddy_report import Stand
from bot.core.calendars import Entry as TermEntry
from bot.core.minutes import Todo
from bot.core.needs import Need
from bot.core.outgoing import Entry
from bot.core.people import number
from bot.core.polls import Poll
from bot.store import away, directory, duties, left_school, meetings, minutes, networks, people
from bot.store import kits as stored_kits
from bot.store import links as stored_links
from bot.store import questions as stored_questions
from bot.store import undelivered as stored_undelivered
from bot.store.db import Db
from bot.store.tables import Absence, Duty, Kit, Meeting, Member, Network, Place, Question

SOON = timedelta(weeks=4)
"""What goes out by itself in this time is told."""
ASKED_SINCE = timedelta(weeks=52)
"""What was asked so long ago is still told."""
AFTERMATH = timedelta(weeks=12)
"""Of meetings so long ago something may still go out by itself."""

IN_HOUSE = tuple(state for state in lives.OPEN if state not in lives.OUT)
MOST = 200
"""So many requests are told, of those that are out and of those that wait."""


@dataclass(frozen=True, slots=True)
class Known:
    """All that a network knows and its coordinators need."""

    network: Network
    coordinators: Sequence[Member]
    stand_ins: Sequence[int]
    asked: Sequence[tuple[Duty, str]]
    away: Sequence[tuple[Absence, Member]]
    people: int
    guests: int
    schools: Sequence[str]
    places: Sequence[Place]
    terms: Sequence[TermEntry]
    meetings: Sequence[Meeting]
    needs: Sequence[Need]
    undelivered: int
    todos: Sequence[Todo]
    tasks: Sequence[Meeting]
    outgoing: Sequence[tuple[Meeting, Entry]]
    polls: Sequence[Poll]
    questions: Sequence[Question] = field(default=())
    buddies: Stand | None = None
    stock: Sequence[tuple[Kit, Mapping[str, int]]] = field(default=())
    out: Sequence[Asked] = field(default=())
    requests: Sequence[Asked] = field(default=())


def known(db: Db, network: Network, now: datetime) -> Known:
    """What the network knows now."""
    key = number(network.id)
    found = people.coordinators(db, key)
    open_ = duties.of(db, key)
    ahead = meetings.coming(db, key, now, told=False)
    since = meetings.between(db, key, now - AFTERMATH, now)
    listed = len(directory.listed(db, key))
    _, lost = stored_undelivered.of_network(db, key, now - stored_undelivered.KEPT, 1)
    return Known(
        network=network,
        coordinators=found,
        stand_ins=sorted(duties.stand_ins(db, key)),
        asked=[(row, people.name(db, row.member_id)) for row in open_
               if row.member_id and row.state == "asked"],
        away=away.of(db, key),
        people=listed,
        guests=_guests(db, key, listed),
        schools=left_school.empty(db, key),
        places=networks.places(db, key),
        terms=terms.known(db, network),
        meetings=ahead,
        needs=needs.of_coordinator(db, key, ahead, now),
        undelivered=lost,
        todos=[Todo(row, name or "") for row, name, _ in minutes.still_open(db, key)],
        tasks=[one for one in (*since, *ahead) if one.task],
        outgoing=_outgoing(db, [*since, *ahead], now),
        polls=[polls.current(db, key, kind) for kind in polls.KINDS],
        questions=stored_questions.lately(db, key, now - ASKED_SINCE),
        buddies=buddy_report.stand(db, key, now),
        stock=_stock(db, key),
        out=asked_for.standing(db, key, lives.OUT, now, MOST),
        requests=asked_for.standing(db, key, IN_HOUSE, now, MOST),
    )  # fmt: skip


def _stock(db: Db, network: int) -> list[tuple[Kit, Mapping[str, int]]]:
    """The kits, and how many pieces are where; of those that are lent no more, what is still there
    or out.
    """
    there = stored_kits.stock(db, network)
    every = stored_kits.of(db, network, retired=True)
    found = [(kit, there.get(number(kit.id), {})) for kit in every]
    return [(kit, places) for kit, places in found if not kit.retired or kits.in_all(places)]


def _guests(db: Db, network: int, listed: int) -> int:
    """How many come as guests; for whom only a page was made is none before they say something."""
    silent = stored_links.silent(db, network)
    return max(len(people.names(db, network)) - listed - silent, 0)


def _outgoing(db: Db, of: Sequence[Meeting], now: datetime) -> list[tuple[Meeting, Entry]]:
    """What goes out by itself in the next weeks, the next first."""
    found = [
        (meeting, entry)
        for meeting in of
        if meeting.state == "planned"
        for entry in outgoing.ahead(db, meeting, now, now + SOON)
    ]
    return sorted(found, key=lambda one: (one[1].item.plan.due, one[0].id))
