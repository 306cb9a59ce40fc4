"""Two people become one: whatever points at the one points at the other, in every table there is.

Which those are is read off the data register, so that a new table cannot be forgotten.
"""

from collections.abc import Iterator, Sequence
from typing import Any, cast

from sqlalchemy import Column, Table, UniqueConstraint, update
from sqlmodel import col, select

from bot.store.db import Db
from bot.store.register import REGISTER
from bot.store.tables import Affiliation, Interest, Profile, Row

Pair = tuple[Any, Any]
"""A row of who stays and one of who goes, of which only one can be."""


def pointers(at: str = "member") -> Iterator[tuple[type[Row], str]]:
    """Every column that holds the number of a person (or of a row of another table)."""
    for entry in REGISTER:
        for column in _table(entry.table).columns:
            if any(key.column.table.name == at for key in column.foreign_keys):
                yield entry.table, column.key


def uniques(table: type[Row], column: str) -> list[tuple[str, ...]]:
    """By which other columns a person can have one row only; none of them: one row in all."""
    found = []
    for rule in _table(table).constraints:
        names = tuple(one.key for one in rule.columns) if hasattr(rule, "columns") else ()
        is_unique = isinstance(rule, UniqueConstraint) or rule is _table(table).primary_key
        if is_unique and column in names:
            found.append(tuple(name for name in names if name != column))
    return found


def has_profile(db: Db, member: int) -> bool:
    """Whether anything of a profile is kept of a person, also what a list told of them."""
    topics = select(Interest.id).where(Interest.member_id == member).limit(1)
    schools = select(Affiliation.id).where(Affiliation.member_id == member).limit(1)
    return any((db.get(Profile, member), db.all(topics), db.all(schools)))


def collisions(db: Db, table: type[Row], column: str, stays: int, goes: int) -> list[Pair]:
    """The rows of both of which only one can be."""
    pairs: list[Pair] = []
    for rule in uniques(table, column):
        theirs = {_key(row, rule): row for row in _of(db, table, column, goes)}
        for row in _of(db, table, column, stays):
            other = theirs.get(_key(row, rule))
            if other is not None:
                pairs.append((row, other))
    return pairs


def take_out(db: Db, row: Row, for_: Row) -> None:
    """A row is no more; what pointed at it points at another."""
    name = _table(type(row)).name
    for table, column in pointers(name):
        _point(db, table, column, getattr(row, "id", None), getattr(for_, "id", None))
    db.delete(row)
    db.flush()


def carry(db: Db, table: type[Row], column: str, stays: int, goes: int) -> None:
    """Whatever points at who goes points at who stays."""
    if _column(table, column).primary_key:
        for row in _of(db, table, column, goes):
            db.add(table(**{**row.model_dump(), column: stays}))
            db.delete(row)
        db.flush()
        return
    _point(db, table, column, goes, stays)


def _point(db: Db, table: type[Row], column: str, old: object, new: object) -> None:
    at = _column(table, column)
    statement = update(_table(table)).where(at == old).values({column: new}).returning(at)
    db.change(table, statement, {})


def _of(db: Db, table: type[Row], column: str, member: int) -> Sequence[Any]:
    found = select(table).where(_column(table, column) == member)
    return db.all(found.execution_options(populate_existing=True).with_for_update())


def _key(row: Row, rule: tuple[str, ...]) -> tuple[object, ...]:
    return tuple(getattr(row, name) for name in rule)


def _column(table: type[Row], name: str) -> Column[Any]:
    return cast("Column[Any]", col(getattr(table, name)))


def _table(table: type[Row]) -> Table:
    return cast("Table", table.__table__)  # type: ignore[attr-defined]
