"""A row that is deleted costs one look for each table that may point at it."""

from sqlalchemy import PrimaryKeyConstraint, Table, UniqueConstraint

from bot.store.tables import Row

STAY = ("network",)
"""Rows of these are never deleted."""


def led(table: Table) -> set[str]:
    """The columns by which an index of this table finds its rows."""
    indexes = [list(one.columns) for one in table.indexes]
    keys = [
        list(one.columns)
        for one in table.constraints
        if isinstance(one, UniqueConstraint | PrimaryKeyConstraint)
    ]
    return {columns[0].name for columns in (*indexes, *keys) if columns}


def test_whatever_points_at_a_row_that_can_go_has_an_index() -> None:
    without = [
        f"{table.name}.{key.parent.name}"
        for table in Row.metadata.sorted_tables
        for key in table.foreign_keys
        if key.column.table.name not in STAY and key.parent.name not in led(table)
    ]

    assert without == []
