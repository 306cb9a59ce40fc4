"""What people ask their network for: each step in one transaction, with the pieces that it moves.

A kit is always locked before a request of it, so that of two who act at once one waits.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.core import kits, lives, terms, windows
from bot.core.people import number
from bot.store import kits as stored_kits
from bot.store import networks
from bot.store import profiles as stored_profiles
from bot.store import requests as stored
from bot.store.db import Db
from bot.store.tables import Kit, Network, Request, RequestEvent

KINDS = ("room", "speaker", "visit", "help", "other")
"""What can be asked for beside the network's kits."""
PURPOSE, WHY, TOLD, NOTE = 500, 300, 500, 300
"""The most characters of each text."""
PUPILS = 9999


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody asks for: which kit, or which kind of other thing; how much, and what for."""

    kit: int | None
    kind: str
    count: int = 1
    pupils: int | None = None
    purpose: str = ""
    first: date | None = None
    until: date | None = None
    of_meeting: int | None = None
    from_answer: bool = False


@dataclass(frozen=True, slots=True)
class Actor:
    """Who does something with a request: their number, and as what."""

    member: int | None
    who: lives.Who
    why: str = ""


def today(network: Network, now: datetime) -> date:
    """Which day it is by the network's clocks."""
    return now.astimezone(ZoneInfo(network.zone)).date()


def ask(db: Db, network: int, member: int, wish: Wish, now: datetime) -> Request:
    """Somebody asks. What needs nobody's yes is set aside at once, or waits in line."""
    kit = _locked(db, network, wish.kit)
    row = Request(
        network_id=network, member_id=member, kind="kit" if kit else wish.kind,
        kit_id=kit.id if kit else None, count=wish.count, pupils=wish.pupils, purpose=wish.purpose,
        first=wish.first, until=wish.until, state=lives.ASKED, asked_at=now, marked_at=now,
        ahead=0 if is_first(db, network, member) else 1, of_meeting=wish.of_meeting,
        from_answer=wish.from_answer,
    )  # fmt: skip
    db.add(row)
    db.flush()
    _note(db, row, "ask", "", Actor(member, "asker", wish.purpose), now)
    if kit is not None and kit.approved == "nobody" and may_have(db, kit, member):
        _step(db, row, kit, "take-in", Actor(member, "line"), now)
        _move_up(db, kit, member, now)
    return row


def may_have(db: Db, kit: Kit, member: int | None) -> bool:
    """Whether nothing speaks against a person's having the kit: they are trained, where one has to
    be.
    """
    if not kit.trained:
        return True
    return member is not None and stored_kits.is_trained(db, kit.network_id, number(kit.id), member)


def is_first(db: Db, network: int, member: int) -> bool:
    """Whether who asks is of a priority school, in a network that lets these go first."""
    if not networks.get(db, network).priority_first:
        return False
    return any(one.priority for one in stored_profiles.at(db, network, member))


def act(
    db: Db,
    network: int,
    key: int,
    what: str,
    actor: Actor,
    now: datetime,
    *,
    count: int | None = None,
) -> Request:
    """Do a step of the table, with what it moves; `count` pieces come back where not all do.

    Raises lives.Refused where the request is not so far, LookupError where there is none.
    """
    found = stored.get(db, [network], key)
    kit = _locked(db, network, found.kit_id if found else None)
    row = stored.get(db, [network], key, to_change=True)
    if row is None:
        msg = f"no request {key}"
        raise LookupError(msg)
    if what in lives.NEEDS_A_REASON and not actor.why:
        raise lives.Refused(what, row.state)
    _step(db, row, kit, what, actor, now, count=count)
    if what in ("approve", "decline"):
        row.decided_by = actor.member
    if what == "decline":
        row.why = actor.why
    if what in ("send", "receive") and kit is not None:
        _lend(db, row, kit, now)
    if kit is not None:
        _move_up(db, kit, actor.member, now)
    return row


def lent_until(
    db: Db, network: Network, kit: Kit | None, first: date | None, now: datetime
) -> date | None:
    """Until when a kit is lent that goes out now, or on its `first` day: so many days as its rules
    say, and then to the next school day; None where it does not come back.
    """
    if kit is None or kit.kind not in lives.BACK_KINDS:
        return None
    school = terms.school(db, network)
    day = max(first or date.min, today(network, now)) + timedelta(days=kit.days)
    return day if school.is_school_day(day) else windows.day_after(day, school)


def back_by(db: Db, row: Request, kit: Kit, now: datetime) -> date | None:
    """Until when who asked has the kit where it goes out now: who waited for it has it as long as
    the others.
    """
    day = lent_until(db, networks.get(db, row.network_id), kit, row.first, now)
    return row.until if day is None else max(row.until or date.min, day)


def _lend(db: Db, row: Request, kit: Kit, now: datetime) -> None:
    row.until = back_by(db, row, kit, now)


def _locked(db: Db, network: int, kit: int | None) -> Kit | None:
    return stored_kits.get(db, [network], kit, to_change=True) if kit is not None else None


def _step(
    db: Db,
    row: Request,
    kit: Kit | None,
    what: str,
    actor: Actor,
    now: datetime,
    *,
    count: int | None = None,
) -> None:
    before = row.state
    ends = lives.goes(kit.kind if kit else None)
    row.state = lives.after(before, what, actor.who, ends, told=bool(row.told))
    if row.state != before:
        row.marked_at = now
    if kit is not None:
        _move(db, row, kit, what, before, actor, now, count)
    _note(db, row, what, before, actor, now)


def _move(
    db: Db,
    row: Request,
    kit: Kit,
    what: str,
    before: str,
    actor: Actor,
    now: datetime,
    count: int | None,
) -> None:
    """What the step does to the pieces; of those that do not all come back, the rest is lost."""
    key = number(row.id)
    if what == "reserve":
        kits.take(db, kit, f"for:{key}", row.count, actor.member, now, key)
        return
    way = lives.way(what, before, key, kits.shelf(kit))
    if way is None:
        return
    comes = row.count if count is None else min(max(count, 0), row.count)
    if comes:
        kits.move(db, kit, way, comes, actor.member, what, now, key)
    if comes < row.count:
        kits.move(db, kit, (way[0], kits.GONE), row.count - comes, actor.member, "lose", now, key)


def _note(db: Db, row: Request, what: str, before: str, actor: Actor, now: datetime) -> None:
    why = actor.why if what != "ask" else ""
    db.add(
        RequestEvent(
            network_id=row.network_id, request_id=number(row.id), act=what, before=before,
            after=row.state, actor_id=actor.member, why=why, at=now,
        )
    )  # fmt: skip
    db.flush()


def _move_up(db: Db, kit: Kit, by: int | None, now: datetime) -> None:
    """Set aside what is free for who is first in the line, as far as it reaches: nobody passes who
    is before them, but for who asked for more than there are in all.
    """
    there = kits.places(db, kit)
    free, in_all = kits.free(there), kits.in_all(there)
    if free <= 0:
        return
    for row in stored.line(db, kit.network_id, number(kit.id), to_change=True):
        if row.count > in_all:
            continue
        if row.count > free:
            return
        _step(db, row, kit, "reserve", Actor(by, "line"), now)
        free -= row.count


def move_up(db: Db, network: int, kit: int, by: int, now: datetime) -> None:
    """There may be more of a kit than there was, as somebody said: the line moves up."""
    row = _locked(db, network, kit)
    if row is not None:
        _move_up(db, row, by, now)


def extend(db: Db, network: int, key: int, until: date, actor: Actor, now: datetime) -> Request:
    """It is needed until another day. Raises lives.Refused, also where others wait for it and no
    coordinator says so.
    """
    found = stored.get(db, [network], key)
    others = found is not None and found.kit_id is not None and has_line(db, found)
    if found is not None and others and actor.who == "asker":
        raise lives.Refused("extend", found.state)
    row = act(db, network, key, "extend", actor, now)
    row.until = until
    return row


def has_line(db: Db, row: Request) -> bool:
    """Whether others wait for the same kit."""
    waiting = stored.line(db, row.network_id, row.kit_id or 0)
    return any(one.id != row.id for one in waiting)


@dataclass(frozen=True, slots=True)
class Tale:
    """What pupils did with it: how many they were, never who; and a word for who gets it next."""

    pupils: int
    words: str
    note: str = ""


def tell(db: Db, network: int, key: int, tale: Tale, member: int, now: datetime) -> Request:
    """Keep what became of it in class. Raises lives.Refused."""
    row = act(db, network, key, "tell", Actor(member, "asker"), now)
    row.reached, row.told, row.note = tale.pupils, tale.words, tale.note
    return row
