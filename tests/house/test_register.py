"""Every column stands in the data register, and nothing about a person escapes it."""

from collections.abc import Callable

import pytest

from bot.store.register import REGISTER
from bot.store.tables import Row

TABLES = {table.name: table for table in Row.metadata.sorted_tables}
HELD = {entry.table.__table__.name: entry for entry in REGISTER}  # type: ignore[attr-defined]


@pytest.mark.must_hold("A1", 7)
def test_every_column_is_in_the_register(figure: Callable[[str], None]) -> None:
    columns = {name: set(table.columns.keys()) for name, table in TABLES.items()}

    assert {name: set(entry.columns) for name, entry in HELD.items()} == columns
    figure(f"{sum(map(len, columns.values()))} columns in the register")


def test_whatever_points_at_a_person_can_be_exported_and_erased() -> None:
    points = {
        name
        for name, table in TABLES.items()
        if any(key.column.table.name == "member" for key in table.foreign_keys)
    }

    assert [name for name in points if HELD[name].mine is None] == []


def test_rows_go_before_the_rows_that_they_point_at() -> None:
    order = [name for name, entry in HELD.items() if entry.mine and not entry.empties]
    for name in order:
        for key in TABLES[name].foreign_keys:
            target = key.column.table.name
            if target in order and target != name:
                assert order.index(name) < order.index(target), f"{name} after {target}"


def test_every_column_says_what_it_is_for() -> None:
    for entry in HELD.values():
        for held in entry.columns.values():
            assert held.purpose
            assert held.seen
            assert held.until
