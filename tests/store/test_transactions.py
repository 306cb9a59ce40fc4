"""Transactions on both databases: what is read stays true, and nothing that was written is lost."""

import asyncio
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from typing import ClassVar

import pytest
from sqlalchemy import update
from sqlalchemy.exc import DBAPIError
from sqlmodel import col, func, select

from bot.app import THREADS
from bot.store.db import Db, Store
from bot.store.tables import Bucket, Member, SetUpCode

Size = Callable[[int, int], int]
Figure = Callable[[str], None]
ROOT = Path(__file__).parents[2]
NOON = datetime(2026, 12, 1, 12, tzinfo=UTC)


@pytest.fixture
def bucket(store: Store) -> Store:
    with store.write() as db:
        db.add(Bucket(platform="test", workspace="", tokens=0, refilled_at=NOON))
    return store


def counted(store: Store) -> float:
    with store.read() as db:
        return db.one_value(select(Bucket.tokens))


@pytest.mark.must_hold("A2", 11)
async def test_200_tasks_read_and_then_write_and_none_is_lost(
    bucket: Store, database_url: str, figure: Figure
) -> None:
    def add_one() -> None:
        with bucket.write() as db:
            row = db.one_value(select(Bucket).with_for_update())
            row.tokens += 1

    loop = asyncio.get_running_loop()
    with ThreadPoolExecutor(THREADS) as threads:
        await asyncio.gather(*(loop.run_in_executor(threads, add_one) for _ in range(200)))
    assert counted(bucket) == 200
    figure(f"200 of 200 tasks counted on {database_url.partition(':')[0]}")


WRITE = """
import sys
from concurrent.futures import ThreadPoolExecutor
from sqlmodel import select
from bot.store.db import Store
from bot.store.tables import Bucket

store, writers, times = Store(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])

def add_one(_):
    with store.write() as db:
        db.one_value(select(Bucket)).tokens += 1

sys.stdin.readline()
with ThreadPoolExecutor(writers) as threads:
    print(len(list(threads.map(add_one, range(times)))))
"""


@pytest.mark.must_hold("A2", 11)
@pytest.mark.timeout(300)
def test_eight_writers_in_two_processes_and_a_reader_of_three_seconds(
    sqlite_store: Store, sqlite_url: str, size: Size, figure: Figure
) -> None:
    times = size(5_000, 500)
    with sqlite_store.write() as db:
        db.add(Bucket(platform="test", workspace="", tokens=0, refilled_at=NOON))
    writers = [
        subprocess.Popen(
            [sys.executable, "-c", WRITE, sqlite_url, "4", f"{times // 2}"],
            cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(2)
    ]  # fmt: skip
    began = time.monotonic()
    with sqlite_store.read() as backup:
        before = backup.one_value(select(Bucket.tokens))
        for writer in writers:
            assert writer.stdin
            writer.stdin.write("go\n")
            writer.stdin.flush()
        while time.monotonic() < began + 3:
            assert backup.one_value(select(Bucket.tokens)) == before
    ended = [writer.communicate() for writer in writers]
    took = time.monotonic() - began

    assert ended == [(f"{times // 2}\n", "")] * 2
    assert counted(sqlite_store) == times
    figure(f"{times} transactions of 8 writers beside a read of 3 s: {took:.1f} s, 0 errors")


def test_a_reader_sees_one_moment_and_can_write_nothing(bucket: Store) -> None:
    with bucket.read() as db:
        assert db.one_value(select(Bucket.tokens)) == 0
        with bucket.write() as other:
            other.execute(update(Bucket).values(tokens=5))
        assert db.one_value(select(Bucket.tokens)) == 0
        with pytest.raises(DBAPIError):
            db.execute(update(Bucket).values(tokens=9))
    assert counted(bucket) == 5


def test_an_exception_takes_everything_back(store: Store) -> None:
    with pytest.raises(ZeroDivisionError), store.write() as db:  # noqa: PT012 -- it is one story
        db.add(Member(name="Ben"))
        db.flush()
        raise ZeroDivisionError
    with store.read() as db:
        assert db.first(select(Member)) is None


def test_rows_stay_readable_and_instants_come_back_in_utc(store: Store) -> None:
    with store.write() as db:
        member = Member(name="Ben")
        db.add(member)
        db.add(SetUpCode(digest="d", made_at=NOON))
    assert (member.id, member.name) == (1, "Ben")
    with store.read() as db:
        code = db.get(SetUpCode, "d")
        assert code
        assert code.made_at == NOON
        assert db.all(select(Member.id, Member.name)) == [(1, "Ben")]
        assert db.first(select(Member.id, Member.name)) == (1, "Ben")
    with pytest.raises(Exception, match="timezone"), store.write() as db:
        db.add(SetUpCode(digest="naive", made_at=NOON.replace(tzinfo=None)))


def test_an_upsert_inserts_changes_keeps_or_refuses(bucket: Store) -> None:
    key = ("platform", "workspace")
    row = {"platform": "test", "workspace": "", "refilled_at": NOON}
    with bucket.write() as db:
        held = db.get(Bucket, ("test", ""))
        assert held
        assert db.upsert(Bucket, row | {"tokens": 3}, key=key)
        assert held.tokens == 3
        assert not db.upsert(Bucket, row | {"tokens": 4}, key=key, change=())

        def raise_to(tokens: int, workspace: str = "") -> bool:
            values = row | {"tokens": tokens, "workspace": workspace}
            return db.upsert(
                Bucket, values, key=key, where=lambda old, new: new.tokens > old.tokens
            )

        assert [raise_to(2), raise_to(5), raise_to(1, "new")] == [False, True, True]
        assert db.one_value(select(func.sum(Bucket.tokens))) == 6


def test_one_transaction_inside_another_is_told_not_waited_for(sqlite_store: Store) -> None:
    with (
        sqlite_store.write(),
        pytest.raises(RuntimeError, match="inside another"),
        sqlite_store.write(),
    ):
        pass


def test_whoever_writes_without_a_pause_lets_others_in(sqlite_store: Store) -> None:
    stopped, hurried = threading.Event(), threading.Event()

    def hurry() -> None:
        while not stopped.is_set():
            with sqlite_store.write() as db:
                db.connection()
                hurried.set()

    with ThreadPoolExecutor(1) as pool:
        pool.submit(hurry)
        assert hurried.wait(10)
        for _ in range(20):
            with sqlite_store.write() as db:
                db.connection()
        stopped.set()


def test_what_a_transaction_does_last_is_done_once_and_before_the_commit(store: Store) -> None:
    class Last:
        turn: ClassVar[int] = 1

        def __init__(self) -> None:
            self.names: list[str] = []

        def __call__(self, db: Db) -> None:
            db.flush()
            done.append(self.names)

    done: list[list[str]] = []
    with store.write() as db:
        db.ending(Last).names.append("a")
        db.ending(Last).names.append("b")
        assert done == []
    assert done == [["a", "b"]]


def test_a_thread_waits_for_its_turn(sqlite_store: Store) -> None:
    entered, order = threading.Event(), []

    def second() -> None:
        entered.set()
        with sqlite_store.write():
            order.append("second")

    with sqlite_store.write():
        thread = threading.Thread(target=second)
        thread.start()
        entered.wait()
        order.append("first")
    thread.join()
    assert order == ["first", "second"]


def test_columns_have_names_that_both_databases_take(store: Store) -> None:
    with store.write() as db:
        assert db.execute(update(Member).where(col(Member.id) == 0).values(name="")) == 0
