"""Two people become one who both had a buddy, or wanted one, or anything else twice."""

from datetime import timedelta
from typing import Any

from sqlalchemy import insert, select, update

from bot.core import merged_buddies, merging, one_row
from bot.store import merging as stored
from bot.store.db import Db, Store
from bot.store.tables import Apart, NotWith, Paired, Row
from tests.linking.test_merging import GOES, NOW, STAYS, TABLES
from tests.store.filling import fill


def twice(db: Db, table: type[Row], column: str) -> None:
    """Both have a row in a table, of which only one can be."""
    at = TABLES[table.__table__.name]  # type: ignore[attr-defined]
    connection = db.connection()
    connection.execute(at.delete().where(at.c[column] == GOES))
    row = connection.execute(select(at).where(at.c[column] == STAYS)).mappings().first()
    assert row is not None
    other: dict[str, Any] = {**row, column: GOES}
    other.pop("id", None)
    if "code" in other:
        other["code"] = "another"
    connection.execute(insert(at).values(other))


def test_of_two_rows_one_is_left_in_every_table_that_lets_a_person_have_but_one(
    sqlite_store: Store,
) -> None:
    need = [(at, one) for at, one in stored.pointers() if stored.uniques(at, one)]
    with sqlite_store.write() as db:
        fill(db.connection())
        db.connection().execute(update(TABLES["membership"]).values(role="member"))
        for table, column in need:
            twice(db, table, column)
        merging.merge(db, STAYS, GOES, NOW)
    with sqlite_store.read() as db:
        for table, column in need:
            at = TABLES[table.__table__.name]  # type: ignore[attr-defined]
            left = db.connection().execute(select(at.c[column])).scalars().all()
            assert GOES not in left
            assert table in (NotWith, Apart) or STAYS in left
    assert {table for table, _ in need} == set(one_row.RULES)


def paired(minutes: int, met: str, **more: Any) -> Paired:  # noqa: ANN401 -- columns
    said_at = NOW + timedelta(minutes=minutes) if met else None
    return Paired(network_id=1, pair_id=1, member_id=1, met=met, said_at=said_at, **more)


def test_of_two_answers_the_later_counts_with_its_time_and_a_no_stays_a_no() -> None:
    mine = paired(1, "not-yet", agreed=True, contact="a@example.org")
    merged_buddies.paired(None, mine, paired(2, "met", agreed=False))
    assert (mine.met, mine.said_at) == ("met", NOW + timedelta(minutes=2))
    assert (mine.agreed, mine.contact) == (False, "")

    merged_buddies.paired(None, mine, paired(0, ""))
    assert (mine.met, mine.said_at) == ("met", NOW + timedelta(minutes=2))
