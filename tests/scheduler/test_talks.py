"""A conversation is opened when the first message goes there, once, whatever happens meanwhile."""

from collections import Counter

import pytest
from sqlmodel import select

from bot import chat
from bot.chat import Busy, Gone, LockedOut, Unknown, Unreachable
from bot.scheduler import turns
from bot.store import deliveries, edits, lanes, talks
from bot.store.db import Db
from bot.store.tables import Place, Talk
from tests.scheduler.post_office import NOON, House, after, house
from tests.scheduler.town import Town, town
from tests.scheduler.worker import right_now

NAME = "Ana, Ben · 1"
THERE = chat.Place("test", "school", "talk ana+ben")


def talk_of(it: House, *users: str) -> Talk:
    """The conversation of these accounts in Ana's network."""
    with it.store.write() as db:
        return _kept(db, it.network, "test", "school", *(users or ("ana", "ben")))


def _kept(db: Db, network: int, platform: str, workspace: str, *users: str) -> Talk:
    home = Place(
        network_id=network, platform=platform, workspace=workspace,
        channel="1001", purpose="home", room="staffroom",
    )  # fmt: skip
    return talks.keep(db, network, home, users, "Ana, Ben")


async def test_it_is_opened_once_and_all_that_follows_stands_there(database_url: str) -> None:
    with house(database_url) as it:
        assert talk_of(it, "ben", "ana").id == talk_of(it, "ana", "ben").id
        it.plan("a", to=talk_of(it))
        it.plan("b", due=10, to=talk_of(it))
        await it.until(60)

        assert [(one.name, one.users, one.channel) for one in it.chat.opened] == [
            (NAME, ("ana", "ben"), "1001")
        ]
        assert [(one.to, one.text) for one in it.chat.arrived] == [(THERE, "a"), (THERE, "b")]
        assert it.chat.timed() == [(0, "a"), (10, "b")]


async def test_what_is_not_wanted_any_more_opens_nothing(database_url: str) -> None:
    with house(database_url) as it:
        it.plan("nothing", to=talk_of(it))
        with it.store.write() as db:
            deliveries.enqueue(
                db, it.network, talk_of_row(db), "say", "late", due=NOON, key="late", expires=NOON
            )
        await it.until(60)

        assert it.chat.opened == []
        assert it.states() == {"nothing": "skipped", "late": "expired"}


def talk_of_row(db: Db) -> Talk:
    return db.one_value(select(Talk))


async def test_what_stands_there_is_edited(database_url: str) -> None:
    with house(database_url) as it:
        talk = talk_of(it)
        with it.store.write() as db:
            deliveries.enqueue(db, it.network, talk, "name", "it", due=NOON, key="name")
        await it.until(1)
        it.rename("Ben's")
        await it.until(60)

        assert [(one.how, one.to, one.text) for one in it.chat.arrived] == [
            ("post", THERE, "Ana's"),
            ("edit", THERE, "Ben's"),
        ]


@pytest.mark.parametrize("fault", [Busy(7), Unknown(), TimeoutError(), LockedOut("invalid_auth")])
async def test_a_fault_while_it_is_opened_puts_nothing_in_doubt(
    database_url: str, fault: Exception
) -> None:
    with house(database_url) as it:
        it.chat.faults[NAME] = [fault, fault]
        it.plan("a", to=talk_of(it))
        await it.until(60)

        assert it.chat.said() == ["a"]
        assert it.states() == {"a": "sent"}


async def test_one_that_never_opens_is_given_up(database_url: str) -> None:
    with house(database_url) as it:
        it.chat.faults[NAME] = [Unknown()] * 100
        row = it.plan("a", to=talk_of(it))
        await it.until(3600)

        assert (it.row(row).state, it.row(row).last_error) == ("failed", "Unknown")
        assert it.chat.asked == []


@pytest.mark.parametrize("fault", [Unreachable("user_not_found"), Gone("user_not_found")])
async def test_where_somebody_cannot_be_in_it_nothing_is_said(
    database_url: str, fault: Exception
) -> None:
    with house(database_url) as it:
        it.chat.faults[NAME] = [fault]
        it.plan("a", to=talk_of(it))
        await it.until(3600)

        assert it.chat.asked == []
        assert it.states() == {"a": "failed"}


async def test_one_that_is_not_there_any_more_is_opened_anew_once(database_url: str) -> None:
    with house(database_url) as it:
        it.plan("a", to=talk_of(it))
        await it.until(1)
        it.chat.opened.clear()
        it.chat.faults["b"] = [Unreachable("10003")]
        it.chat.faults["c"] = [Unreachable("10003")] * 5
        it.plan("b", due=10, to=talk_of(it))
        it.plan("c", due=100, to=talk_of(it))
        await it.until(3600)

        assert it.chat.said() == ["a", "b"]
        assert it.states() == {"a": "sent", "b": "sent", "c": "failed"}
        assert it.chat.asked == ["a", "b", "b", "c", "c"]


async def test_an_edit_in_one_that_was_closed_is_let_go(database_url: str) -> None:
    with house(database_url) as it:
        talk = talk_of(it)
        with it.store.write() as db:
            deliveries.enqueue(db, it.network, talk, "name", "it", due=NOON, key="name")
        await it.until(1)
        with it.store.write() as db:
            talk_of_row(db).opened = ""
            edits.stale(db, it.network, "name", "it", after(2))
        await it.until(60)

        assert it.chat.said() == ["Ana's"]
        assert it.states() == {"it": "sent"}


async def test_a_conversation_that_is_erased_meanwhile_takes_nothing(database_url: str) -> None:
    with house(database_url) as it:
        row = it.plan("a", to=talk_of(it))
        with it.store.write() as db:
            claimed = lanes.claim(db, "test", limit=9, owner="me", now=NOON, until=after(60))
            db.delete(talk_of_row(db))
        with it.store.write() as db:
            begun = turns.begin(db, claimed, owner="me", until=after(60), chat=it.chat, now=NOON)
        assert begun.turns == ()
        assert it.row(row).state == "skipped"


STEPS = [(step, nth) for nth in (1, 2) for step in ("begun", "leaving", "arrived", "settled")]


@pytest.mark.timeout(300)
@pytest.mark.parametrize("platform", ["slack", "discord"])
async def test_killed_between_opening_and_posting(sqlite_url: str, platform: str) -> None:
    """The first of each is the opening, the second the post."""
    async with town(sqlite_url, platform, 20, 1.0) as it:
        for number, (step, nth) in enumerate(STEPS):
            async with it.kept(1, deaths=[(step, nth)]):
                _plan(it, number)
                await it.all_settled(within=30)
        stands, doubt = Counter(it.there.standing()), set(it.in_doubt())

        assert {text for text, times in stands.items() if times > 1} == set()
        assert set(it.planned) - set(stands) <= doubt
        # What dies while it opens is never in doubt; while it posts, only where nobody can look.
        posts = {f"talk {number}" for number, (_, nth) in enumerate(STEPS) if nth > 1}
        assert doubt <= (posts if platform == "slack" else set())
        with it.store.read() as db:
            opened = [talk.opened for talk in db.all(select(Talk))]
        assert len(set(opened)) == len(STEPS)
        assert it.there.talks() == len(STEPS)


def _plan(it: Town, number: int) -> None:
    text = f"talk {number}"
    it.planned.append(text)
    workspace = "T0NETWORK" if it.orders.platform == "slack" else "900000000000000002"
    with it.store.write() as db:
        users = ("1", str(2 + number))
        talk = _kept(db, it.network, it.orders.platform, workspace, *users)
        deliveries.enqueue(db, it.network, talk, "say", text, due=right_now(), key=text)
