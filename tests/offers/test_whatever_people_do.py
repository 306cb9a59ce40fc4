"""Whatever people do and in whatever order: at most two are asked at a time, nobody twice, nobody
who has said no, and one helps; on both databases.
"""

from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import datetime, timedelta
from random import Random
from typing import TypeVar

import pytest
from sqlmodel import col, select

from bot.core import giving, helping, lives, requests
from bot.core.people import number
from bot.store import offers as stored
from bot.store.db import Db, Store
from bot.store.faults import Conflict
from bot.store.tables import Approach, Offer, Request, Rest
from tests.people.ground import HELP, show, tells
from tests.requests.ground import NOW, Ground, begin

Figure = Callable[[str], None]
Size = Callable[[int, int], int]
T = TypeVar("T", Request, Approach, Offer)
TOPICS = ("electricity", "robotics")
WORDS = ("Electric circuits in Year 8", "A robot for my club", "Ten micro:bits", "Something nice")
PEOPLE = 8


def people(store: Store) -> Ground:
    """A network in which all can help with something."""
    ground = begin(store, askers=PEOPLE)
    with store.write() as db:
        for n, member in enumerate(ground.askers):
            tells(db, member, strength=(TOPICS[n % 2],))
            show(db, member, HELP, network=ground.network)
    return ground


def ask(db: Db, ground: Ground, member: int, words: str, now: datetime) -> Request:
    """Somebody asks for help."""
    wish = requests.Wish(None, "help", purpose=words)
    return requests.ask(db, ground.network, member, wish, now)


def something(db: Db, ground: Ground, rng: Random, now: datetime) -> str:
    """Somebody does something, be it of use or not; returns what."""
    member, network = rng.choice(ground.askers), ground.network
    row = _any(db, Request, rng)
    asked, offer = _any(db, Approach, rng), _any(db, Offer, rng)
    what = rng.choice(("ask", "offer", *("seek", "take", "yes", "no", "wait") * 2, "cancel"))
    if what == "ask":
        ask(db, ground, member, rng.choice(WORDS), now)
    elif what == "offer":
        until = now.date() + timedelta(days=rng.randint(0, 20))
        gift = giving.Gift("help", rng.choice(WORDS), until)
        helping.tell_who_looks(db, giving.offer(db, network, member, gift, "en", now), now)
    elif what == "wait":
        helping.look_after(db, now)
        helping.end_what_is_over(db, now)
    elif what == "seek" and row and row.state in stored.FITTING:
        helping.seek(db, row, now)
    elif what == "take" and row and offer and row.state in stored.FITTING:
        if offer.member_id != row.member_id:
            helping.ask_for(db, row, offer, now)
    elif what == "yes" and asked:
        helping.help_with(db, asked, now)
    elif what == "no" and asked:
        helping.decline(db, asked, now, ever=rng.random() < 0.3)
    elif what == "cancel" and row:
        actor = requests.Actor(row.member_id, "asker")
        with suppress(lives.Refused):
            requests.act(db, network, number(row.id), rng.choice(("cancel", "look-on")), actor, now)
            helping.reopen(db, row)
    return what


def _any(db: Db, table: type[T], rng: Random) -> T | None:
    rows = db.all(select(table).order_by(col(table.id)))
    return rng.choice(list(rows)[-9:]) if rows else None


def check(db: Db) -> int:
    """What has to hold; returns how many have been asked."""
    rows = {row.id: row for row in db.all(select(Request))}
    told = db.all(select(Approach))
    each = Counter((one.request_id, one.member_id) for one in told)
    assert max(each.values(), default=0) <= 1
    waiting = Counter(one.request_id for one in told if one.state == "asked" and not one.offer_id)
    assert max(waiting.values(), default=0) <= helping.AT_ONCE
    yes = Counter(one.request_id for one in told if one.state == "yes")
    assert max(yes.values(), default=0) <= 1
    for one in told:
        row = rows[one.request_id]
        assert one.member_id != row.member_id
        assert one.state != "asked" or row.state not in (lives.FOUND, lives.DONE)
    found = {row.id for row in rows.values() if row.state == lives.FOUND}
    assert found <= set(yes)
    return len(told)


@pytest.mark.must_hold("D1", 3)
@pytest.mark.timeout(900)
@pytest.mark.no_cover
def test_nobody_is_asked_who_said_no(store: Store, size: Size, figure: Figure) -> None:
    ground, rng, now, asked = people(store), Random(5), NOW, 0
    for _ in range(size(3000, 250)):
        with store.write() as db:
            rests = stored.rests(db, ground.network, now)
            before = {one.id for one in db.all(select(Approach))}
            what = something(db, ground, rng, now)
            asked = check(db)
            if what not in ("no", "wait"):
                fresh = [one for one in db.all(select(Approach)) if one.id not in before]
                no = [one for one in fresh
                      if rests.get(one.member_id, set()) & {"", *one.topics.split()}]  # fmt: skip
                assert not no
        now += timedelta(hours=rng.randint(0, 40))
    kind = "SQLite" if store.is_sqlite else "PostgreSQL"
    figure(f"{kind}: {asked} people asked, nobody who had said no")
    assert asked


@pytest.mark.must_hold("D1", 1)
@pytest.mark.timeout(300)
@pytest.mark.no_cover
def test_of_all_who_say_yes_at_once_one_helps(store: Store) -> None:
    ground = people(store)
    with store.write() as db:
        row = ask(db, ground, ground.askers[0], WORDS[0], NOW)
        keys = []
        for member in ground.askers[1:]:
            one = Approach(network_id=ground.network, request_id=number(row.id), state="asked",
                           member_id=member, asked_at=NOW)  # fmt: skip
            db.add(one)
            db.flush()
            keys.append(number(one.id))

    def says_yes(key: int) -> bool:
        while True:
            try:
                with store.write() as db:
                    one = stored.approach(db, [ground.network], key)
                    assert one
                    return helping.help_with(db, one, NOW)
            except Conflict:
                continue

    with ThreadPoolExecutor(8) as pool:
        helped = list(pool.map(says_yes, keys))
    assert helped.count(True) == 1
    with store.read() as db:
        states = Counter(one.state for one in db.all(select(Approach)))
    assert states == {"yes": 1, "over": len(keys) - 1}


def test_a_no_is_kept_for_as_long_as_it_was_said(store: Store) -> None:
    ground = people(store)
    me = ground.askers[0]
    with store.write() as db:
        stored.rest(db, ground.network, me, [""], NOW + helping.RESTS)
        stored.rest(db, ground.network, me, ["circuits"], None)
        stored.rest(db, ground.network, me, [""], NOW + helping.RESTS)
        assert stored.rests(db, ground.network, NOW) == {me: {"", "circuits"}}
        assert stored.rests(db, ground.network, NOW + helping.RESTS) == {me: {"circuits"}}
        assert len(db.all(select(Rest))) == 2
        stored.wake(db, ground.network, me)
        assert stored.rests(db, ground.network, NOW) == {}
