"""Two people become one: nothing that points at a person is forgotten, nothing typed is lost."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, insert, select, text
from sqlmodel import select as select_one

from bot.core import merging, one_row
from bot.store import merging as stored
from bot.store.db import Db, Store
from bot.store.tables import (
    Affiliation,
    Attendance,
    Identity,
    Institution,
    Interest,
    JournalEntry,
    Meeting,
    Member,
    Membership,
    Network,
    Profile,
    Reflection,
    Row,
    Rsvp,
)
from tests.store.filling import fill

NOW = datetime(2026, 12, 2, 12, tzinfo=UTC)
STAYS, GOES = 1, 2
TABLES = {table.name: table for table in Row.metadata.sorted_tables}


def pointing(connection: Connection, member: int) -> list[str]:
    """Every row of every table that points at a person, by table and column."""
    return [
        f"{table.name}.{column.name}"
        for table in TABLES.values()
        for column in table.columns
        if any(key.column.table.name == "member" for key in column.foreign_keys)
        for _ in connection.execute(select(column).where(column == member))
    ]


@pytest.fixture
def filled(database_url: str) -> Iterator[Store]:
    """Something in every table of two people."""
    store = Store(database_url)
    store.migrate()
    with store.write() as db:
        fill(db.connection())
    yield store
    store.close()


@pytest.mark.must_hold("B1", 1)
def test_whatever_points_at_a_person_is_carried_over(filled: Store) -> None:
    with filled.write() as db:
        before = pointing(db.connection(), GOES)
        # What one leaves open in the one row is filled in the other.
        for table, column in stored.pointers():
            at = TABLES[table.__table__.name]  # type: ignore[attr-defined]
            db.connection().execute(
                at.update().where(at.c[column].is_(None)).values({column: GOES})
            )
        columns = {f"{table.__table__.name}.{column}" for table, column in stored.pointers()}  # type: ignore[attr-defined]
        merging.merge(db, STAYS, GOES, NOW)
        db.flush()
        left = pointing(db.connection(), GOES)
        gone = db.connection().execute(text("SELECT count(*) FROM member WHERE id = 2")).scalar()

    assert before
    assert (left, gone) == ([], 0)
    assert columns == {
        f"{table.name}.{column.name}"
        for table in TABLES.values()
        for column in table.columns
        if any(key.column.table.name == "member" for key in column.foreign_keys)
    }


def test_every_table_that_lets_a_person_have_but_one_row_says_how_two_become_one() -> None:
    need = {table for table, column in stored.pointers() if stored.uniques(table, column)}

    assert need == set(one_row.RULES), "add a rule to bot/core/one_row.py"


@pytest.fixture
def pair(sqlite_store: Store) -> Store:
    """A network with a meeting, and two people in it."""
    with sqlite_store.write() as db:
        db.add(Network(id=1, name="N", language="en", zone="Europe/London", begun_at=NOW))
        db.add(Member(id=STAYS, name="", language=None))
        db.add(Member(id=GOES, name="Mira", language="fi"))
        db.flush()
        for member, user in ((STAYS, "a"), (GOES, "b")):
            db.add(Identity(member_id=member, platform="memory", workspace="w", user=user))
        db.add(
            Meeting(
                id=1, network_id=1, title="T", about="", venue="", zone="Europe/London",
                local_start=datetime(2026, 12, 9, 16), starts_at=NOW + timedelta(days=7),  # noqa: DTZ001
                minutes=90, state="planned",
            )
        )  # fmt: skip
    return sqlite_store


def both(store: Store, *rows: Row) -> Db:
    """The rows of both are there, and the two become one."""
    with store.write() as db:
        for row in rows:
            db.add(row)
        db.flush()
        merging.merge(db, STAYS, GOES, NOW)
    return db


def the(store: Store, table: type[Any]) -> Any:  # noqa: ANN401 -- a row of any table
    """The one row that is left."""
    with store.read() as db:
        rows = db.all(select_one(table))
    assert len(rows) == 1
    return rows[0]


def rsvp(member: int, answer: str, minutes: int, **more: Any) -> Rsvp:  # noqa: ANN401 -- columns
    at = NOW + timedelta(minutes=minutes)
    return Rsvp(
        network_id=1, meeting_id=1, member_id=member, answer=answer, order=1, answered_at=at, **more
    )


@pytest.mark.parametrize(("first", "then"), [(STAYS, GOES), (GOES, STAYS)])
def test_the_later_answer_counts(pair: Store, first: int, then: int) -> None:
    both(pair, rsvp(first, "no", 1, delegate="Ben"), rsvp(then, "yes", 2))

    left = the(pair, Rsvp)
    assert (left.member_id, left.answer, left.answered_at) == (
        STAYS, "yes", NOW + timedelta(minutes=2)
    )  # fmt: skip


@pytest.mark.parametrize(("first", "then"), [(STAYS, GOES), (GOES, STAYS)])
def test_who_has_a_seat_by_either_keeps_it_and_stays_hidden(
    pair: Store, first: int, then: int
) -> None:
    both(pair, rsvp(first, "yes", 1, hidden=True), rsvp(then, "yes", 2, waits_since=NOW))

    left = the(pair, Rsvp)
    assert (left.waits_since, left.hidden) == (None, True)


@pytest.mark.parametrize(("here", "away"), [(STAYS, GOES), (GOES, STAYS)])
def test_who_was_there_by_either_was_there(pair: Store, here: int, away: int) -> None:
    def row(member: int, state: str, minutes: int) -> Attendance:
        at = NOW + timedelta(minutes=minutes)
        return Attendance(
            network_id=1, meeting_id=1, member_id=member, state=state, said_at=at, sent_by=GOES
        )

    both(pair, row(here, "here", 1), row(away, "away", 2))

    left = the(pair, Attendance)
    assert (left.member_id, left.state, left.sent_by) == (STAYS, "here", STAYS)


@pytest.mark.parametrize(("first", "then"), [(STAYS, GOES), (GOES, STAYS)])
def test_what_was_typed_is_never_lost(pair: Store, first: int, then: int) -> None:
    def row(member: int, minutes: int, **said: Any) -> Reflection:  # noqa: ANN401 -- columns
        at = NOW + timedelta(minutes=minutes)
        return Reflection(
            network_id=1, meeting_id=1, member_id=member, worth="much", said_at=at, **said
        )

    both(
        pair,
        row(first, 1, useful="The robots", will="Try them", help="A cable"),
        row(then, 2, useful="The talk", will="Try them"),
    )

    left, kept = the(pair, Reflection), the(pair, JournalEntry)
    assert (left.useful, left.will, left.help) == ("The talk", "Try them", "A cable")
    assert (kept.member_id, kept.text) == (STAYS, "The robots")


def row_of(member: int, **more: Any) -> Membership:  # noqa: ANN401 -- columns
    given: dict[str, Any] = {"role": "member", "joined_at": NOW} | more
    return Membership(network_id=1, member_id=member, **given)


@pytest.mark.parametrize(
    ("mine", "theirs", "said"),
    [
        (True, True, True), (True, None, True), (None, True, True), (None, None, None),
        (True, False, False), (False, True, False), (False, None, False),
    ],
)  # fmt: skip
def test_private_messages_go_only_where_nobody_of_the_two_said_no(
    pair: Store, mine: bool | None, theirs: bool | None, said: bool | None
) -> None:
    both(pair, row_of(STAYS, private=mine), row_of(GOES, private=theirs))

    assert the(pair, Membership).private is said


def test_the_higher_role_counts_of_those_that_still_hold(pair: Store) -> None:
    early = NOW - timedelta(days=9)
    both(
        pair,
        row_of(STAYS, role="guest", left_at=NOW, declined=True),
        row_of(GOES, role="coordinator", joined_at=early),
    )

    left = the(pair, Membership)
    assert (left.role, left.left_at, left.declined) == ("coordinator", None, False)
    assert left.joined_at == early


def test_a_role_that_was_left_does_not_come_back(pair: Store) -> None:
    both(pair, row_of(STAYS), row_of(GOES, role="coordinator", left_at=NOW))

    assert the(pair, Membership).role == "member"


@pytest.mark.parametrize(
    ("profiled", "shares"),
    [((STAYS, GOES), "help"), ((STAYS,), "work help"), ((GOES,), "help free"), ((), "help")],
)
def test_nothing_is_shared_that_one_of_the_two_did_not_share(
    pair: Store, profiled: tuple[int, ...], shares: str
) -> None:
    both(
        pair,
        row_of(STAYS, shares="work help"),
        row_of(GOES, shares="help free"),
        *(Profile(member_id=member, works_as=f"work-{member}") for member in profiled),
    )

    assert the(pair, Membership).shares == shares


def test_profiles_are_put_together(pair: Store) -> None:
    both(
        pair,
        Profile(member_id=STAYS, works_as="teacher", free="mon-late", confirmed_at=NOW),
        Profile(
            member_id=GOES, works_as="head", travel="far", free="mon-late wed-noon",
            confirmed_at=NOW - timedelta(days=1),
        ),
        Interest(member_id=STAYS, kind="wish", topic="robots"),
        Interest(member_id=GOES, kind="wish", topic="robots"),
    )  # fmt: skip

    left = the(pair, Profile)
    assert (left.works_as, left.travel, left.free) == ("teacher", "far", "mon-late wed-noon")
    assert the(pair, Interest).member_id == STAYS


def test_a_profile_of_who_goes_is_kept(pair: Store) -> None:
    both(pair, Profile(member_id=GOES, works_as="head"))

    assert (the(pair, Profile).member_id, the(pair, Profile).works_as) == (STAYS, "head")


def test_who_is_still_at_a_school_by_either_is_still_there(pair: Store) -> None:
    with pair.write() as db:
        db.connection().execute(
            insert(Institution).values(
                id=1, network_id=1, name="Hilltop", phases="", region="", priority=False
            )
        )
    left_on = date(2026, 1, 1)
    both(
        pair,
        Affiliation(network_id=1, institution_id=1, member_id=STAYS, left_on=left_on),
        Affiliation(network_id=1, institution_id=1, member_id=GOES),
    )

    assert the(pair, Affiliation).left_on is None


def test_names_and_languages_are_kept(pair: Store) -> None:
    both(pair)

    left = the(pair, Member)
    assert (left.id, left.name, left.language) == (STAYS, "Mira", "fi")
