"""Where people work: the institutions of a network, and who is at which."""

import json
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import func, or_
from sqlmodel import col, select

from bot.store.db import Db
from bot.store.tables import Affiliation, Import, Institution, Membership


def get(db: Db, networks: Sequence[int], key: int) -> Institution | None:
    """The institution of this number, if one of these networks knows it."""
    return db.first(
        select(Institution).where(
            Institution.id == key, col(Institution.network_id).in_(list(networks))
        )
    )


def every(db: Db, network: int) -> Sequence[Institution]:
    """All institutions of a network, also those that were put into others."""
    return db.all(
        select(Institution)
        .where(Institution.network_id == network)
        .order_by(col(Institution.name), col(Institution.id))
    )


def affiliation(db: Db, institution: int, member: int) -> Affiliation | None:
    """A person's row at an institution, also when they have left it."""
    return db.first(
        select(Affiliation).where(
            Affiliation.institution_id == institution, Affiliation.member_id == member
        )
    )


def affiliations(db: Db, network: int) -> Sequence[Affiliation]:
    """Everybody's rows in a network, in the order in which they were made."""
    return db.all(
        select(Affiliation).where(Affiliation.network_id == network).order_by(col(Affiliation.id))
    )


def theirs(db: Db, network: int, member: int) -> Sequence[Affiliation]:
    """A person's rows in a network."""
    return db.all(
        select(Affiliation).where(
            Affiliation.network_id == network, Affiliation.member_id == member
        )
    )


def merged(db: Db, network: int) -> dict[int, int]:
    """Into which institution those were put that stand on no list."""
    rows = db.all(
        select(Institution.id, Institution.merged_into).where(
            Institution.network_id == network, col(Institution.merged_into).is_not(None)
        )
    )
    return {one: into for one, into in rows if one is not None and into is not None}


def put_into(db: Db, network: int, into: int) -> Sequence[Institution]:
    """Those that were put into this one."""
    return db.all(
        select(Institution)
        .where(Institution.network_id == network, Institution.merged_into == into)
        .order_by(col(Institution.name), col(Institution.id))
    )


def people(db: Db, network: int) -> dict[int, int]:
    """How many people of the network are at each institution now."""
    rows = db.all(
        select(Affiliation.institution_id, func.count())
        .join(
            Membership,
            (col(Membership.member_id) == Affiliation.member_id)
            & (col(Membership.network_id) == Affiliation.network_id),
        )
        .where(
            Affiliation.network_id == network,
            col(Affiliation.left_on).is_(None),
            col(Membership.left_at).is_(None),
        )
        .group_by(col(Affiliation.institution_id))
    )
    return dict(rows)


def named_by(db: Db, member: int) -> set[int]:
    """The institutions that a person has named, in all networks."""
    rows = db.all(select(Affiliation).where(Affiliation.member_id == member))
    return {key for row in rows for key in (row.institution_id, row.was_at) if key is not None}


def drop(db: Db, keys: Collection[int]) -> None:
    """Of these institutions, those go that nobody names and no coordinator has touched: neither one
    of their lists, nor one of which they said something.
    """
    for key in sorted(keys):
        row = db.get(Institution, key)
        if row is not None and not named(db, key) and not _is_touched(db, row):
            db.delete(row)
    db.flush()


def take_back(db: Db, key: int, member: int) -> bool:
    """A person's row at an institution goes, and the institution with it, where they alone have
    named it; returns whether it did.
    """
    row = db.get(Institution, key)
    if row is None or _is_touched(db, row) or {one.member_id for one in named(db, key)} != {member}:
        return False
    for one in named(db, key):
        db.delete(one)
    db.flush()
    db.delete(row)
    db.flush()
    return True


def named(db: Db, key: int) -> Sequence[Affiliation]:
    """Who has named an institution, also under another one that it was put into."""
    return db.all(
        select(Affiliation).where(
            or_(col(Affiliation.institution_id) == key, col(Affiliation.was_at) == key)
        )
    )


def _listed(made: Mapping[str, Any]) -> set[int]:
    """The institutions that a list brought, or of which it told more."""
    told = (key for table, key, *_ in made["filled"] if table == "institution")
    return {*made["made"].get("institution", ()), *told}


def _is_touched(db: Db, row: Institution) -> bool:
    if row.kept or row.priority or row.merged_into or row.not_same:
        return True
    lists = select(Import.made).where(
        Import.network_id == row.network_id, Import.state == "taken", Import.made != ""
    )
    key = row.id
    if any(key in _listed(json.loads(made)) for made in db.all(lists)):
        return True
    others = every(db, row.network_id)
    return any(one.merged_into == key or str(key) in one.not_same.split() for one in others)
