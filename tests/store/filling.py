"""Rows for every table that there is, with what is awkward to write down: two a table."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    Connection,
    Date,
    DateTime,
    Float,
    Integer,
    Table,
    Time,
    insert,
    select,
)

from bot.store.backup import reflected

Rows = dict[str, list[dict[str, Any]]]
NOON = datetime(2026, 12, 1, 12, 0, 0, 123456, tzinfo=UTC)
AWKWARD = "Zoë's “naïve”\n\ttest, \\N 🙂 \u2028 = "


def fill(connection: Connection) -> None:
    """Two rows in each table: one with everything, one with as little as may be."""
    for table in reflected(connection):
        connection.execute(insert(table), [_row(table, 1, full=True), _row(table, 2, full=False)])


def _row(table: Table, number: int, *, full: bool) -> dict[str, Any]:
    return {
        column.name: None if column.nullable and not full else _value(column, number)
        for column in table.columns
    }


def _value(column: Column[Any], number: int) -> object:
    if column.foreign_keys or column.name == "id":
        return number
    match column.type:
        case DateTime(timezone=zoned):
            at = NOON + timedelta(microseconds=number)
            return at if zoned else at.replace(tzinfo=None)
        case Time():
            return time(7, 30, number)
        case Date():
            return date(2026, 12, number)
        case Boolean():
            return number == 1
        case Float():
            return number / 3
        case Integer():
            return 2**31 - number
        case _:
            return f"{AWKWARD}{column.name} {number}"


def everything(connection: Connection) -> Rows:
    """All rows of all tables, as both databases tell of them."""
    return {
        table.name: [
            {name: _alike(value) for name, value in row._mapping.items()}
            for row in connection.execute(select(table).order_by(*table.primary_key))
        ]
        for table in reflected(connection)
    }


def _alike(value: object) -> object:
    """SQLite keeps no zone: what it has is UTC."""
    if isinstance(value, datetime) and value.tzinfo:
        return value.astimezone(UTC).replace(tzinfo=None)
    return value
