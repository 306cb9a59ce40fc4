"""Posts are edited until they show the last state."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import text

from bot.chat import Busy, Pace, Unknown, Unreachable
from bot.store import edits
from bot.store.tables import Network
from tests.scheduler.post_office import NOON, House, after, house

Size = Callable[[int, int], int]
SLOW = Pace(post_gap=1, edit_gap=3, per_second=1000)


async def test_edits_are_coalesced_and_the_last_state_arrives(database_url: str) -> None:
    with house(database_url, SLOW) as it:
        it.post_name()
        await it.until(2)
        for second in range(20):
            it.rename(f"name {second}")
            await it.until(2 + second / 4)
        await it.until(60)
        edits = [one for one in it.chat.arrived if one.how == "edit"]
        assert [(one.at - NOON).total_seconds() for one in edits] == [2, 5, 8]
        assert edits[-1].text == "name 19"
        assert {one.name for one in it.chat.arrived} == {f"{it.network}:name"}


async def test_a_change_before_the_post_leaves_needs_no_edit(database_url: str) -> None:
    with house(database_url) as it:
        it.post_name()
        it.rename("new")
        await it.until(60)
        assert [(one.how, one.text) for one in it.chat.arrived] == [("post", "new")]


@pytest.mark.parametrize("under_way", ["post", "edit"])
async def test_an_edit_that_is_wanted_while_one_is_under_way_comes_after_it(
    database_url: str, under_way: str
) -> None:
    with house(database_url) as it:
        it.post_name()
        if under_way == "edit":
            await it.until(1)
            it.rename("second")
        it.chat.began.clear()
        gate = it.chat.gates["second" if under_way == "edit" else "Ana's"] = asyncio.Event()
        draining = asyncio.create_task(it.outbox.drain())
        await it.chat.began.wait()
        it.rename("last")
        gate.set()
        await draining
        assert [one.text for one in it.chat.arrived if one.how == "edit"][-1] == "last"
        assert await it.outbox.drain() is None


async def test_an_edit_in_doubt_is_repeated_and_one_that_cannot_be_is_let_go(
    database_url: str,
) -> None:
    with house(database_url) as it:
        row = it.post_name()
        it.chat.faults = {"b": [Unknown(), Busy(1)], "c": [Unreachable("message_not_found")]}
        await it.until(0)
        it.rename("b")
        await it.until(60)
        it.rename("c")
        await it.until(120)
        assert it.chat.said() == ["Ana's", "b"]
        assert it.row(row).last_error == "message_not_found"
        assert it.row(row).state == "sent"


async def test_an_edit_may_be_wanted_for_later_and_hastened(database_url: str) -> None:
    with house(database_url) as it:
        it.post_name()
        await it.until(0)
        with it.store.write() as db:
            edits.stale(db, it.network, "name", "it", after(30))
        await it.until(10)
        assert len(it.chat.arrived) == 1
        with it.store.write() as db:
            assert edits.hasten(db, it.network, "name", "it", it.clock.now()) == 1
        await it.until(60)
        assert [at for at, _ in it.chat.timed()] == [0, 10]


async def test_many_changes_at_once_while_the_post_is_edited_again_and_again(
    database_url: str, size: Size, figure: Callable[[str], None]
) -> None:
    changes = size(1000, 200)
    with house(database_url) as it:
        it.post_name()
        with ThreadPoolExecutor(16) as people:
            under_way = [people.submit(it.rename, f"name {number}") for number in range(changes)]
            while not all(change.done() for change in under_way):
                await it.outbox.drain()
        for change in under_way:
            change.result()
        await it.outbox.drain()
        with it.store.read() as db:
            network = db.get(Network, it.network)
        assert network
        assert it.chat.said()[-1] == network.name
        figure(f"{len(it.chat.arrived)} edits for {changes} changes at once")


def anybody_waits(it: House) -> bool:
    """Whether a transaction waits for a row; each look is one of its own, else all look alike."""
    with it.store.read() as db:
        asked = text("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'")
        return bool(db.connection().scalar(asked))


async def test_whoever_is_about_to_post_waits_for_a_change_that_is_under_way(
    postgres_url: str,
) -> None:
    with house(postgres_url) as it:
        it.post_name()
        with it.store.write() as db:
            row = db.get(Network, it.network)
            assert row
            row.name = "changed"
            edits.stale(db, it.network, "name", "it", NOON)
            db.finish()
            draining = asyncio.create_task(it.outbox.drain())
            while not await asyncio.to_thread(anybody_waits, it):
                assert not it.chat.arrived
        await draining
        assert it.chat.said() == ["changed"]
