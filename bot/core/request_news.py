"""Who hears of a request, and when: in the hours in which messages go that can wait, never twice.

Who asked hears of what others did with it; coordinators, at most once a day, that something waits,
and once a month what stands still.
"""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.core import kits, lives, requests, terms, when, windows
from bot.core.people import number
from bot.store import away, deliveries, networks, people
from bot.store import kits as stored_kits
from bot.store import requests as stored
from bot.store.db import Db
from bot.store.tables import Network, Request

NEWS, BACK, TALE = "request.news", "request.back", "request.tale"
"""To who asked: how far it is, that it is to be back, and what did pupils do with it?"""
WAITING, SLOW = "kit.waiting", "kit.slow"
"""To coordinators: so much waits, and once a month what stands still."""
STILL = timedelta(days=14)
"""So long something stands still before coordinators are told."""
OF_USE = timedelta(days=14)
SETTLES = timedelta(hours=1)
TELLS = (
    lives.WAITING, lives.RESERVED, lives.APPROVED, lives.SENT, lives.READY, lives.KEPT,
    lives.DECLINED, lives.LOST, lives.FOUND,
)  # fmt: skip
"""What others did with it and who asked has to know; that it is back, the question says."""
HAD = timedelta(days=2)
"""So long after it came to its end it is asked what pupils did with it."""


def after(db: Db, row: Request, actor: int | None, now: datetime) -> None:
    """Plan what has to be said after a step that somebody did with a request."""
    if row.state == lives.ASKED:
        ask_coordinators(db, row.network_id, now)
    if row.member_id != actor and row.state in TELLS:
        tell(db, row, now)
    if row.state in (lives.SENT, lives.IN_USE):
        remind(db, row, now)
    if row.state in lives.USED:
        _private(db, row, TALE, f"{row.id}", now + HAD, f"{TALE}:{row.id}", to_ask=True)


def line_moved(db: Db, network: int, kit: int, now: datetime) -> None:
    """Tell those who have come to the head of the line, as the kit has just been set aside for
    them; who has been told already is not told again.
    """
    for row in stored.set_aside(db, network, kit, now):
        tell(db, row, now)


def tell(db: Db, row: Request, now: datetime) -> None:
    """Tell who asked how far it is. That it is set aside waits a little: mostly it is sent at once,
    and one message says both.
    """
    event = stored.last_event(db, row)
    at = now + SETTLES if row.state == lives.RESERVED else now
    _private(db, row, NEWS, f"{row.id}:{event}", at, f"{NEWS}:{event}", to_ask=False)


def _private(
    db: Db, row: Request, view: str, subject: str, at: datetime, key: str, *, to_ask: bool
) -> None:
    if row.member_id is None:
        return
    network = networks.get(db, row.network_id)
    due = windows.next_open(at, terms.school(db, network))
    whom = [row.member_id]
    for person in people.inboxes(db, row.network_id, whom, to_ask=to_ask).values():
        deliveries.enqueue(
            db, row.network_id, person, view, subject, due=due, key=key, expires=due + OF_USE
        )


def remind(db: Db, row: Request, now: datetime) -> None:
    """On the school day before it is to be back, and on the one after, if it is not: who has it is
    asked. Another day, and what was planned for the old one is of no use any more.
    """
    kit = stored_kits.get(db, [row.network_id], row.kit_id or 0)
    if row.until is None or row.member_id is None or kit is None:
        return
    if kit.kind not in lives.BACK_KINDS:
        return
    network = networks.get(db, row.network_id)
    school = terms.school(db, network)
    days = (windows.day_before(row.until, school), windows.day_after(row.until, school))
    for name, day in zip(("soon", "late"), days, strict=True):
        at = _morning(network, day)
        if at > now:
            subject = f"{row.id}:{row.until.isoformat()}:{name}"
            _private(db, row, BACK, subject, at, f"{BACK}:{subject}", to_ask=True)


def _morning(network: Network, day: date) -> datetime:
    return when.instant(datetime.combine(day, time(7)), network.zone)


def ask_coordinators(db: Db, network: int, now: datetime) -> None:
    """Something has to be decided: coordinators hear of it once, with all that waits then."""
    row = networks.get(db, network)
    due = windows.next_open(now, terms.school(db, row))
    day = due.astimezone(ZoneInfo(row.zone)).date()
    for member, person in people.inboxes(db, network, away.here(db, network)).items():
        key = f"{WAITING}:{day.isoformat()}:member:{member}"
        deliveries.enqueue(
            db, network, person, WAITING, str(network), due=due, key=key,
            expires=due + timedelta(days=7),
        )  # fmt: skip


def tell_what_drags(db: Db, now: datetime) -> None:
    """Once a month coordinators hear what stands still; safe to do as often as one likes."""
    for network in stored.with_open(db):
        row = networks.get(db, network)
        local = now.astimezone(ZoneInfo(row.zone)).date()
        if row.held_since is not None or not any(drags(db, row, now)):
            continue
        due = windows.next_open(now, terms.school(db, row))
        for member, person in people.inboxes(db, network, away.here(db, network)).items():
            key = f"{SLOW}:{local:%Y-%m}:member:{member}"
            deliveries.enqueue(
                db, network, person, SLOW, str(network), due=due, key=key,
                expires=due + timedelta(days=7),
            )  # fmt: skip


def drop_who_left(db: Db, now: datetime) -> None:
    """What people asked for who are not in the network any more is not needed; who waits behind
    them moves up, and is told. Safe to do as often as one likes.
    """
    for row in stored.of_who_left(db):
        actor = requests.Actor(row.member_id, "line")
        requests.act(db, row.network_id, number(row.id), "cancel", actor, now)
        if row.kit_id is not None:
            line_moved(db, row.network_id, row.kit_id, now)


def drags(db: Db, network: Network, now: datetime) -> tuple[int, int]:
    """How many requests stand still, and how much is overdue for longer than a few days."""
    key = number(network.id)
    today = now.astimezone(ZoneInfo(network.zone)).date()
    out = stored.oldest(db, key, (lives.SENT, lives.IN_USE), kits.MOST)
    late = sum(lives.is_overdue(row.state, row.until, today) for row, _, _ in out)
    return stored.still(db, key, now - STILL), late
