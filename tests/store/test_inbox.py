"""A repeat has no second effect."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest

from bot.store import inbox
from bot.store.db import Store

NOON = datetime(2026, 12, 1, 12, tzinfo=UTC)


def test_of_many_repeats_at_once_one_is_the_first(store: Store) -> None:
    def come(_: int) -> bool:
        with store.write() as db:
            return inbox.first_time(db, "slack", "E1", NOON)

    with ThreadPoolExecutor(10) as threads:
        assert sum(threads.map(come, range(50))) == 1
    with store.write() as db:
        assert inbox.first_time(db, "discord", "E1", NOON)


def test_what_was_taken_back_may_come_again(store: Store) -> None:
    with pytest.raises(ZeroDivisionError), store.write() as db:  # noqa: PT012 -- it is one story
        assert inbox.first_time(db, "slack", "E1", NOON)
        raise ZeroDivisionError
    with store.write() as db:
        assert inbox.first_time(db, "slack", "E1", NOON)


def test_what_came_long_ago_is_forgotten(store: Store) -> None:
    with store.write() as db:
        inbox.first_time(db, "slack", "old", NOON - timedelta(days=8))
        inbox.first_time(db, "slack", "new", NOON - timedelta(days=6))
        assert inbox.purge(db, NOON - timedelta(days=7)) == 1
        assert inbox.first_time(db, "slack", "old", NOON)
        assert not inbox.first_time(db, "slack", "new", NOON)
