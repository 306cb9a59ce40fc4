"""What is done now and then, whatever drives the clock; all of it may be done twice."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.core import (
    away,
    cards,
    duties,
    giving,
    held,
    helping,
    introductions,
    linking,
    networks,
    newcomers,
    next_rounds,
    planning,
    request_news,
    rounds_on,
    undelivered,
    waiting,
)
from bot.scheduler import nightly
from bot.scheduler.meters import Meters
from bot.store import away as stored_away
from bot.store import clocks, drafts, imports, inbox, links, meetings, rounds
from bot.store import duties as stored_duties
from bot.store import offers as stored_offers
from bot.store import requests as stored_requests
from bot.store import undelivered as stored_undelivered
from bot.store.db import Store
from bot.store.deliveries import LATE
from bot.store.register import keeping
from bot.store.tables import EPOCH

SWEEP = timedelta(seconds=20)
PLAN = timedelta(minutes=1)
LOOK = timedelta(minutes=10)
KEPT = timedelta(days=7)
"""How long ids of calls, and drafts, are kept."""


@dataclass(frozen=True, slots=True)
class Job:
    """Something that is done now and then, in a thread, and may be done twice: a purge, a sweep."""

    name: str
    every: timedelta
    act: Callable[[datetime], None]
    due: Callable[[datetime], datetime | None] | None = None
    """When it is to be done next, where it has promised an instant to somebody."""


def purge(store: Store, now: datetime) -> None:
    """Drop what is kept for a week only, and links that are over."""
    with store.write() as db:
        inbox.purge(db, now - KEPT)
        drafts.purge(db, now - keeping.DRAFTS)
        networks.drop_codes(db, now)
        stored_duties.purge(db, now - duties.KEPT)
        links.purge(db, now)
        linking.purge(db, now)


def drop_lists(store: Store, now: datetime) -> None:
    """Drop the lists of people that nobody has taken in: they hold names."""
    before = now - imports.WAITS
    with store.read() as db:
        is_any = imports.have_waited(db, before)
    if is_any:
        with store.write() as db:
            imports.purge(db, before)


def sweep(store: Store, meters: Meters | None, now: datetime) -> None:
    """Give up what is of no use any more, tell coordinators what did not arrive, ask them what a
    restored backup is to send, and set right what a clock that was put back has left behind.
    """
    store.scrub()
    with store.write() as db:
        clocks.set_right(db, now)
    with store.write() as db:
        expired = stored_undelivered.expire(db, now)
        undelivered.tell(db, now)
        held.ask(db, now)
    if meters:
        for platform, count in expired.items():
            meters.expired(platform, count)


class Planning:
    """Plans what is due in the next two days, a handful at a time, so that nobody has to wait; and
    what has been due since it was last done, the first time all that is still of use.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._since = EPOCH

    def __call__(self, now: datetime) -> None:
        """Do it once."""
        since = self._since
        with self._store.read() as db:
            numbers = planning.to_plan(db, now, since)
        for number in numbers:
            is_more = True
            while is_more:
                with self._store.write() as db:
                    is_more = planning.plan_some(db, number, now, since)
        self._since = now - LATE


def look_after_places(store: Store, now: datetime) -> None:
    """Let pass what was kept for somebody and not taken, and offer what is free."""
    with store.read() as db:
        numbers = meetings.with_waiting(db, now)
    for number in numbers:
        with store.write() as db:
            if meeting := meetings.lock_seats(db, number):
                waiting.look_after(db, meeting, now)


def welcome(store: Store, now: datetime) -> None:
    """Find somebody who looks out for those who come for the first time."""
    with store.read() as db:
        pairs = newcomers.to_welcome(db, now)
    for meeting, member in pairs:
        with store.write() as db:
            newcomers.find_host(db, meeting, member, now)


def look_after_networks(store: Store, now: datetime) -> None:
    """Let who was away be back, and let end what somebody looked after for a while."""
    with store.read() as db:
        numbers = stored_away.networks(db)
        is_over = bool(stored_duties.over(db, now, now - duties.ANSWER_BY))
    for number in numbers:
        with store.write() as db:
            away.look_after(db, number, now)
    if is_over:
        with store.write() as db:
            duties.end_what_is_over(db, now)


def look_after_rounds(store: Store, now: datetime) -> None:
    """Ask how it goes between buddies, and give somebody else to who is left hanging."""
    with store.read() as db:
        numbers = rounds_on.to_look_after(db, now)
    for number in numbers:
        with store.write() as db:
            rounds_on.look_after(db, number, now)


def look_after_buddies(store: Store, now: datetime) -> None:
    """Deal and introduce the rounds of buddies that come by themselves, let those before them be
    over, and tell otherwise whose conversation could not be opened.
    """
    with store.read() as db:
        numbers, former = next_rounds.to_look_after(db, now), rounds.overlapping(db)
        untold = rounds.untold(db, introductions.INTRODUCED)
    for number in numbers:
        with store.write() as db:
            next_rounds.look_after(db, number, now)
    for number in former:
        with store.write() as db:
            introductions.end_former(db, number, now)
    for number in untold:
        with store.write() as db:
            introductions.tell_otherwise(db, number, now)


def next_round(store: Store, now: datetime) -> datetime | None:
    """When the next round of buddies goes out by itself, as its coordinators were told."""
    with store.read() as db:
        return rounds.next_to_go(db, now)


def ask_about_profiles(store: Store, now: datetime) -> None:
    """Ask whose profile is a year old whether it is still true, a handful at a time."""
    with store.read() as db:
        is_more = cards.has_to_ask(db, now)
    while is_more:
        with store.write() as db:
            is_more = cards.ask_some(db, now)


def look_after_offers(store: Store, now: datetime) -> None:
    """Let end what is offered until a day that is over."""
    with store.read() as db:
        is_any = bool(stored_offers.over(db, (now + timedelta(days=1)).date()))
    if is_any:
        with store.write() as db:
            helping.end_what_is_over(db, now)


def look_after_requests(store: Store, now: datetime) -> None:
    """Let go what people asked for who have left, and tell coordinators once a month what stands
    still.
    """
    with store.read() as db:
        is_any = bool(stored_requests.with_open(db))
    if is_any:
        with store.write() as db:
            helping.look_after(db, now)
            request_news.drop_who_left(db, now)
            request_news.tell_what_drags(db, now)


def jobs(store: Store, meters: Meters | None = None) -> tuple[Job, ...]:
    """What is done now and then, whatever drives the clock."""
    return (
        Job("sweep", SWEEP, lambda at: sweep(store, meters, at)),
        Job("plan", PLAN, Planning(store)),
        Job("networks", LOOK, lambda at: look_after_networks(store, at)),
        Job("places", PLAN, lambda at: look_after_places(store, at)),
        Job("welcome", PLAN, lambda at: welcome(store, at)),
        Job("rounds", LOOK, lambda at: look_after_rounds(store, at)),
        Job(
            "buddies",
            LOOK,
            lambda at: look_after_buddies(store, at),
            lambda at: next_round(store, at),
        ),
        Job("profiles", timedelta(hours=1), lambda at: ask_about_profiles(store, at)),
        Job("words", timedelta(hours=1), lambda _: giving.get_ready()),
        Job("offers", timedelta(hours=1), lambda at: look_after_offers(store, at)),
        Job("requests", timedelta(hours=1), lambda at: look_after_requests(store, at)),
        Job("lists", imports.WAITS, lambda at: drop_lists(store, at)),
        Job("purge", timedelta(days=1), lambda at: purge(store, at)),
        Job("clearing", nightly.EVERY, lambda at: nightly.clear(store, at)),
    )
