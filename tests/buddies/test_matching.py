"""What matching is told of people, and what a pair is told of its times."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from bot.core import introductions, matching
from bot.core.pairing.people import Met, Someone
from bot.store.db import Db, Store
from bot.store.tables import (
    Affiliation,
    BuddyWish,
    Institution,
    Interest,
    Member,
    Membership,
    Network,
    Pair,
    Paired,
    Profile,
    Round,
    RoundOut,
    Term,
)

NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)


@pytest.fixture
def db(sqlite_store: Store) -> Iterator[Db]:
    """A network of three, in which nothing is known of anybody."""
    with sqlite_store.write() as db:
        db.add(Network(id=1, name="N", language="en", zone="Europe/London", begun_at=NOW))
        db.flush()
        for member in (1, 2, 3):
            db.add(Member(id=member, name=f"P{member}"))
            db.flush()
            db.add(Membership(network_id=1, member_id=member, role="member", joined_at=NOW))
        db.flush()
        yield db


def known(db: Db, member: int = 1, **wish: object) -> Someone:
    row = BuddyWish(network_id=1, member_id=member, since=NOW, **wish)  # type: ignore[arg-type]
    return matching.someones(db, 1, [(row, True)], NOW)[0]


def test_of_whom_nothing_is_known_nothing_is_told(db: Db) -> None:
    assert known(db) == Someone("1")


def test_all_that_somebody_said_is_told(db: Db) -> None:
    db.add(Institution(id=7, network_id=1, name="Hilltop", phases="primary", region=" North "))
    db.flush()
    db.add(Affiliation(network_id=1, institution_id=7, member_id=1))
    db.add(
        Profile(
            member_id=1, works_as="secondary", since=2016, free="mon-late", speaks="en fi",
            travel="hour",
        )
    )  # fmt: skip
    for kind, topic in (("subject", "physics"), ("strength", "robotics"), ("wish", "optics")):
        db.add(Interest(member_id=1, kind=kind, topic=topic))
    db.flush()

    assert known(db, mode="face", phase="other") == Someone(
        "1", schools=frozenset("7"), phases=frozenset(["secondary"]), sector="school",
        subjects=frozenset(["physics"]), strengths=frozenset(["robotics"]),
        needs=frozenset(["optics"]), years=10, region="north", times=frozenset(["mon-late"]),
        languages=frozenset(["en", "fi"]), reach=frozenset(["north"]), face=True, wish="other",
    )  # fmt: skip


@pytest.mark.parametrize(("travel", "reach"), [("", None), ("online", frozenset()), ("near", None)])
def test_who_has_said_nothing_of_where_they_work_is_in_nobodys_way(
    db: Db, travel: str, reach: frozenset[str] | None
) -> None:
    db.add(Profile(member_id=1, travel=travel))
    db.flush()
    assert known(db).reach == reach


def together(db: Db, number: int, *groups: tuple[int, ...], out: tuple[int, ...] = ()) -> None:
    """A round in which these were together, and those sat out."""
    row = Round(network_id=1, number=number, seed=1, state="over", made_at=NOW)
    db.add(row)
    db.flush()
    for at, group in enumerate(groups):
        pair = Pair(network_id=1, round_id=row.id or 0, number=at, state="over")
        db.add(pair)
        db.flush()
        for member in group:
            db.add(Paired(network_id=1, pair_id=pair.id or 0, member_id=member))
            db.flush()
    for member in out:
        db.add(RoundOut(network_id=1, round_id=row.id or 0, member_id=member, why="odd"))
    db.flush()


def test_a_trio_is_three_meetings_and_its_last_one_joined(db: Db) -> None:
    together(db, 1, (2, 1, 3))
    assert matching.history(db, 1) == [
        Met(1, "2", "1", "3"), Met(1, "2", "3", "3"), Met(1, "1", "3", "3"),
    ]  # fmt: skip


def test_who_sat_out_waits_as_long_as_it_was_in_a_row(db: Db) -> None:
    together(db, 1, (1, 2), out=(3,))
    together(db, 2, (1, 2), out=(3,))
    assert known(db, 3).waited == 2
    together(db, 3, (1, 3), out=(2,))
    assert (known(db, 3).waited, known(db, 2).waited) == (0, 1)


def free(db: Db, **times: str) -> None:
    for member, said in zip((1, 2), times.values(), strict=True):
        db.add(Profile(member_id=member, free=said))
    db.flush()


def test_two_times_that_suit_both_on_school_days(db: Db) -> None:
    free(db, ben="mon-late wed-noon fri-noon", cleo="wed-noon mon-late")
    network = db.get(Network, 1)
    assert network
    assert introductions.times(db, network, (1, 2), NOW) == [
        (NOW.date() + timedelta(days=2), "noon"),
        (NOW.date() + timedelta(days=7), "late"),
    ]
    day = NOW.date() + timedelta(days=2)
    db.add(Term(network_id=1, kind="holiday", name="", first=day, last=day))
    db.flush()
    assert introductions.times(db, network, (1, 2), NOW)[0][1] == "late"


def test_where_one_has_not_said_when_there_is_no_time(db: Db) -> None:
    free(db, ben="mon-late", cleo="")
    network = db.get(Network, 1)
    assert network
    assert introductions.times(db, network, (1, 2), NOW) == []
