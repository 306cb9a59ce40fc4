"""Lists of people that are taken in, and what stands before and after."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Table,
    bindparam,
    delete,
    insert,
    or_,
    update,
)
from sqlmodel import col, select

from bot.store.db import Db
from bot.store.tables import (
    Affiliation,
    Forgotten,
    Import,
    Institution,
    Interest,
    Member,
    Membership,
    Profile,
    Row,
)

WAITS = timedelta(hours=1)
"""How long a list waits to be taken in."""
AT_ONCE = 500
PERSON, SCHOOL, SIGNS = "m", "s", 16
"""How the owners of rows are written before their number, and how long a digest is."""
Made = Mapping[str, Sequence[int]]
"""By the name of the table the numbers of rows."""
KEYS = {"profile": "member_id"}
"""What rows are known by that have no number of their own."""
ORDER = ("interest", "affiliation", "profile", "membership", "member", "institution")
"""In this order rows go: before those that they point at."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What a network knows of its people, those who have left among them, and of its schools.

    `spoken` have said something of themselves somewhere, or are in another network as well.
    """

    people: Sequence[tuple[Membership, Member, Profile | None]]
    interests: Sequence[Interest]
    affiliations: Sequence[Affiliation]
    institutions: Sequence[Institution]
    spoken: frozenset[int]


def standing(db: Db, network: int) -> Standing:
    """What a network knows."""
    mine = select(Membership.member_id).where(Membership.network_id == network)
    people: Sequence[tuple[Membership, Member, Profile | None]] = db.all(
        select(Membership, Member, Profile)
        .join(Member, col(Member.id) == Membership.member_id)
        .outerjoin(Profile, col(Profile.member_id) == Membership.member_id)
        .where(Membership.network_id == network)
        .order_by(col(Membership.id))
    )
    spoken = db.all(
        select(Membership.member_id).where(
            col(Membership.member_id).in_(mine),
            (Membership.shares != "") | (Membership.network_id != network),
        )
    )
    confirmed = (m.member_id for m, _, said in people if said and said.confirmed_at)
    return Standing(
        people,
        db.all(select(Interest).where(col(Interest.member_id).in_(mine))),
        db.all(select(Affiliation).where(Affiliation.network_id == network)),
        db.all(select(Institution).where(Institution.network_id == network)),
        frozenset((*spoken, *confirmed)),
    )


def forgotten(db: Db, network: int) -> frozenset[str]:
    """The digests of those who asked this network to forget them."""
    return frozenset(db.all(select(Forgotten.digest).where(Forgotten.network_id == network)))


def one(db: Db, network: int, number: int) -> Import | None:
    """A list of a network, kept from others until this transaction ends."""
    return db.first(
        select(Import).where(Import.network_id == network, Import.id == number).with_for_update()
    )


def lately(db: Db, network: int, most: int) -> Sequence[Import]:
    """The lists that a network took in, the newest first."""
    return db.all(
        select(Import)
        .where(Import.network_id == network, Import.state != "waiting")
        .order_by(col(Import.id).desc())
        .limit(most)
    )


def waiting(db: Db) -> Sequence[Import]:
    """The lists that wait to be taken in."""
    return db.all(select(Import).where(Import.state == "waiting"))


def have_waited(db: Db, before: datetime) -> bool:
    """Whether a list has waited since before this instant."""
    found = select(Import.id).where(Import.state == "waiting", col(Import.at) < before)
    return db.first(found.limit(1)) is not None


def purge(db: Db, before: datetime) -> None:
    """Drop the lists that have waited since before this instant."""
    db.execute(delete(Import).where(col(Import.state) == "waiting", col(Import.at) < before))
    db.scrubs = True


def add_all(db: Db, table: type[Row], rows: Sequence[Mapping[str, object]]) -> list[int]:
    """Write many new rows at once, and return their numbers, in whichever order."""
    return [number for number, *_ in _add(db, table, rows, ())]


def add_named(db: Db, table: type[Row], rows: Sequence[Mapping[str, object]]) -> list[int]:
    """The same for rows that have names: the numbers come in the order of the rows. Of those with
    the same name all else has to be the same too.
    """
    found: dict[object, list[int]] = {}
    for number, name in _add(db, table, rows, ("name",)):
        found.setdefault(name, []).append(number)
    return [found[row["name"]].pop() for row in rows]


def _add(
    db: Db, table: type[Row], rows: Sequence[Mapping[str, object]], also: Sequence[str]
) -> list[tuple[Any, ...]]:
    if not rows:
        return []
    defaults = {
        name: field.default
        for name, field in table.model_fields.items()
        if name != "id" and not field.is_required()
    }
    into = _table(str(table.__tablename__))
    back = (into.c[_key(into.name)], *(into.c[name] for name in also))
    # One statement for many rows: to have the numbers in order, SQLite would take one for each.
    written = insert(into).returning(*back)
    found = db.connection().execute(written, [defaults | dict(row) for row in rows])
    return [tuple(row) for row in found]


@dataclass(frozen=True, slots=True)
class Stands:
    """What stands in some rows: a digest for each person and each school, and whose each row is."""

    digests: Mapping[str, str]
    owners: Mapping[tuple[str, int], str]


def stand(db: Db, made: Made, network: int, at: datetime) -> Stands:
    """What stands in these rows of those who are in the network since a list was taken in `at` or
    longer. What is empty does not count, so that a column which a later version adds changes
    nothing.
    """
    said: dict[str, hashlib._Hash] = {}
    owners: dict[tuple[str, int], str] = {}
    theirs = _since(db, network, at)
    for name in ORDER:
        table, key = _table(name), _key(name)
        of = SCHOOL if name == "institution" else PERSON
        column = "member_id" if "member_id" in table.columns else "id"
        for there in _among(table.c[key], made.get(name, ())):
            rows = db.connection().execute(table.select().where(there).order_by(table.c[key]))
            for row in rows.mappings():
                if of == PERSON and row[column] not in theirs:
                    continue
                owner = owners[name, row[key]] = f"{of}{row[column]}"
                full = [(each, value) for each, value in row.items() if value]
                said.setdefault(owner, hashlib.sha256()).update(repr((name, full)).encode())
    return Stands({owner: one.hexdigest()[:SIGNS] for owner, one in said.items()}, owners)


def _since(db: Db, network: int, at: datetime) -> frozenset[int]:
    """Who is in a network since then. SQLite gives the number of somebody erased to whoever comes
    next, in whichever network: that is not the person of the list.
    """
    rows = select(Membership.member_id).where(
        Membership.network_id == network, Membership.joined_at <= at
    )
    return frozenset(db.all(rows))


def pointed(db: Db, made: Made) -> dict[str, set[int]]:
    """At which of these rows others point that are not among them."""
    found: dict[str, set[int]] = {}
    for table in Row.metadata.sorted_tables:
        own = set(made.get(table.name, ()))
        key = table.columns.get(KEYS.get(table.name, "id"))
        for column in table.columns:
            for target in (one.column.table.name for one in column.foreign_keys):
                for there in _among(column, made.get(target, ())):
                    rows = select(column if key is None else key, column).where(there)
                    hits = {to for one, to in db.connection().execute(rows) if one not in own}
                    found.setdefault(target, set()).update(hits)
    return found


def names(db: Db, of: str, keys: Sequence[int]) -> list[str]:
    """The names of these rows, by the alphabet."""
    table = _table(of)
    some = (select(table.c["name"]).where(there) for there in _among(table.c["id"], keys))
    return sorted(name for one in some for name in db.connection().scalars(one) if name)


def drop(db: Db, made: Made) -> None:
    """Delete these rows."""
    db.flush()
    for name in ORDER:
        table = _table(name)
        for there in _among(table.c[_key(name)], made.get(name, ())):
            db.execute(delete(table).where(there))


def put_back(db: Db, was: Iterable[tuple[str, int, str, object]]) -> None:
    """What stood in rows before: of each the table, its number, the column and the value."""
    found: dict[tuple[str, str], list[dict[str, object]]] = {}
    for name, number, column, value in was:
        found.setdefault((name, column), []).append({"row": number, "was": value})
    for (name, column), rows in found.items():
        table = _table(name)
        change = update(table).where(table.c[_key(name)] == bindparam("row"))
        db.connection().execute(change.values({column: bindparam("was")}), rows)


def _table(name: str) -> Table:
    return Row.metadata.tables[name]


def _key(name: str) -> str:
    return KEYS.get(name, "id")


def _among(column: Column[Any], numbers: Sequence[int]) -> Iterator[ColumnElement[bool]]:
    """That a column has one of these numbers: most came one after the other, and are asked for by
    the first and the last of them; naming each takes many seconds where there are thousands.
    """
    runs: list[list[int]] = []
    for number in sorted(set(numbers)):
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    for first in range(0, len(runs), AT_ONCE):
        some = runs[first : first + AT_ONCE]
        yield or_(*(column.between(low, high) for low, high in some))
