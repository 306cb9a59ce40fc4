"""A list meets people who are there: nothing that stands is changed, and nobody is guessed."""

from datetime import timedelta
from functools import partial

import pytest
from sqlalchemy import event
from sqlmodel import select

from bot.core import people
from bot.core.cells import Fault
from bot.core.imports import Ways
from bot.core.people import number
from bot.core.undoing import Stays, undo
from bot.store import imports as stored
from bot.store import people as stored_people
from bot.store import profiles
from bot.store.db import Store
from bot.store.tables import Import, Institution, Member, Membership, Profile
from tests.imports.desks import KEYS, NOW, begin, everything, looks, takes

LIST = b"Name;School;Since;Strengths\nKim Lee;Hill School;2011;Physics\nSam Fox;;;\n"


@pytest.fixture
def network(sqlite_store: Store) -> int:
    return begin(sqlite_store)


def is_there(store: Store, network: int, name: str, **more: object) -> int:
    """Somebody is in the network already."""
    with store.write() as db:
        member = Member(name=name)
        db.add(member)
        db.flush()
        row = Membership(
            network_id=network, member_id=number(member.id), role="member", joined_at=NOW
        )
        for key, value in more.items():
            setattr(row, key, value)
        db.add(row)
        return number(member.id)


def undoes(store: Store, network: int, key: int = 1) -> Stays:
    with store.write() as db:
        row = stored.one(db, network, key)
        assert row
        return undo(db, row)


def stand(store: Store) -> tuple[list[str], list[str]]:
    """The people and schools that there are, by name."""
    with store.read() as db:
        found = db.all(select(Member.name)), db.all(select(Institution.name))
        return sorted(found[0]), sorted(found[1])


def test_who_is_taken_in_is_a_member_to_whom_nobody_writes(
    sqlite_store: Store, network: int
) -> None:
    takes(sqlite_store, network, LIST)

    with sqlite_store.read() as db:
        row = db.all(select(Membership))[0]
        assert (row.role, row.private, row.shares) == ("member", False, "")
        assert row.member_id in stored_people.listed(db, network, NOW + timedelta(days=1))
        assert stored_people.inboxes(db, network, [row.member_id]) == {}


def test_somebody_of_that_name_without_a_school_may_be_the_same_or_not(
    sqlite_store: Store, network: int
) -> None:
    is_there(sqlite_store, network, "Lee Kim")

    asked = looks(sqlite_store, network, LIST)
    assert [(one.row, one.why) for one in asked.left] == [(2, Fault.ELSEWHERE)]
    same = looks(sqlite_store, network, LIST, Ways({}, "same"))
    assert ([p.name for p in same.new], len(same.filled), same.left) == (["Sam Fox"], 1, [])
    other = looks(sqlite_store, network, LIST, Ways({}, "other"))
    assert (len(other.new), other.filled, other.left) == (2, [], [])


@pytest.mark.parametrize("same", ["ask", "same", "other"])
def test_a_second_time_changes_nothing_whatever_was_said(
    sqlite_store: Store, network: int, same: str
) -> None:
    is_there(sqlite_store, network, "Lee Kim")
    ways = Ways({}, same)  # type: ignore[arg-type]
    takes(sqlite_store, network, LIST, ways)
    after = everything(sqlite_store)

    assert not takes(sqlite_store, network, LIST, ways).changes
    assert everything(sqlite_store) == after


def test_two_of_the_same_name_and_no_school_are_nobody_knows_who(
    sqlite_store: Store, network: int
) -> None:
    for _ in range(2):
        is_there(sqlite_store, network, "Sam Fox")

    assert [(one.row, one.why) for one in looks(sqlite_store, network, LIST).left] == [
        (3, Fault.SEVERAL)
    ]


def test_who_has_a_school_is_not_asked_to_write_one(sqlite_store: Store, network: int) -> None:
    for _ in range(2):
        is_there(sqlite_store, network, "Kim Lee")

    plan = looks(sqlite_store, network, LIST, Ways({}, "same"))
    assert [(one.row, one.why) for one in plan.left] == [(2, Fault.SEVERAL_ELSEWHERE)]


def test_what_somebody_said_of_themselves_stays(sqlite_store: Store, network: int) -> None:
    takes(sqlite_store, network, b"Name;School\nKim Lee;Hill School\n")
    with sqlite_store.write() as db:
        db.add(Profile(member_id=1, works_as="technician", confirmed_at=NOW))
    before = everything(sqlite_store)
    plan = takes(
        sqlite_store, network,
        b"Name;School;Since;Strengths;Role\nKim Lee;Hill School;2011;Physics;Engineer\n",
    )  # fmt: skip

    assert [one.why for one in plan.left] == [Fault.THEIRS] * 3
    assert everything(sqlite_store) == before


def test_what_an_earlier_list_said_stays(sqlite_store: Store, network: int) -> None:
    takes(sqlite_store, network, b"Name;School;Since;Region\nKim Lee;Hill;2011;North\n")
    plan = takes(
        sqlite_store, network,
        b"Name;School;Since;Region;Phase;Language\nKim Lee;HILL;2012;South;Primary;English\n",
    )  # fmt: skip

    assert [one.why for one in plan.left] == [Fault.STAYS, Fault.STAYS]
    with sqlite_store.read() as db:
        assert (profiles.of(db, 1) or Profile(member_id=0)).since == 2011
        assert (profiles.of(db, 1) or Profile(member_id=0)).speaks == "en"
        (school,) = db.all(select(Institution))
        assert (school.name, school.region, school.phases) == ("Hill", "North", "primary")


def test_who_has_left_is_not_brought_back(sqlite_store: Store, network: int) -> None:
    is_there(sqlite_store, network, "Sam Fox", left_at=NOW, declined=True)

    plan = takes(sqlite_store, network, LIST)
    assert [(one.row, one.why) for one in plan.left] == [(3, Fault.GONE)]


def test_who_asked_to_be_forgotten_is_not_brought_back(sqlite_store: Store, network: int) -> None:
    takes(sqlite_store, network, LIST)
    with sqlite_store.write() as db:
        people.erase(db, 1, 0, NOW, KEYS)

    plan = takes(sqlite_store, network, b"Name;School\nLEE, Kim;Hill School\n")
    assert [(one.row, one.why) for one in plan.left] == [(2, Fault.ERASED)]
    with sqlite_store.read() as db:
        assert db.all(select(Member.name)) == ["Sam Fox"]


def test_a_school_that_was_merged_is_the_one_it_went_into(
    sqlite_store: Store, network: int
) -> None:
    takes(sqlite_store, network, b"Name;School\nKim Lee;Hill School\nSam Fox;Hill Sch.\n")
    with sqlite_store.write() as db:
        merged = db.get(Institution, 2)
        assert merged
        merged.merged_into = 1
    after = everything(sqlite_store)

    plan = takes(sqlite_store, network, b"Name;School\nKim Lee;Hill Sch.\nSam Fox;Hill School\n")
    assert (plan.changes, plan.left) == (False, [])
    assert everything(sqlite_store) == after


def test_another_network_is_another_house(sqlite_store: Store, network: int) -> None:
    other = begin(sqlite_store, "Southshire")
    takes(sqlite_store, other, LIST)

    plan = takes(sqlite_store, network, LIST)
    assert len(plan.new) == 2
    with sqlite_store.read() as db:
        assert stored.one(db, network, 1) is None
        assert len(db.all(select(Institution).where(Institution.network_id == network))) == 1


def test_a_person_of_two_networks_is_left_to_themselves(sqlite_store: Store, network: int) -> None:
    other = begin(sqlite_store, "Southshire")
    member = is_there(sqlite_store, network, "Sam Fox")
    with sqlite_store.write() as db:
        people.join(db, other, member, NOW, private=None)

    plan = takes(sqlite_store, network, b"Name;Since\nSam Fox;2011\n")
    assert [one.why for one in plan.left] == [Fault.THEIRS]
    assert not plan.changes


def test_undo_restores_exactly(store: Store) -> None:
    network = begin(store)
    member = is_there(store, network, "Sam Fox", role="guest")
    with store.write() as db:
        db.add(Institution(network_id=network, name="Hill School"))
        db.add(Profile(member_id=member, works_as="technician"))
    before = everything(store, but=("import",))
    takes(
        store, network,
        b"Name;School;Since;Strengths;Phase;Priority\n"
        b"Kim Lee;Hill School;2011;Physics;Primary;yes\n"
        b"Sam Fox;;2009;Robotics;;\n",
    )  # fmt: skip
    assert everything(store, but=("import",)) != before
    undoes(store, network)

    assert everything(store, but=("import",)) == before
    with store.read() as db:
        (row,) = db.all(select(Import))
        assert (row.state, row.made, row.new, row.filled) == ("undone", "", 1, 1)


def test_undo_of_many_asks_little_more_than_that_of_few(
    store: Store,
) -> None:
    network = begin(store)
    asked: list[int] = []
    for many in (5, 1005):
        takes(store, network, everybody(many))
        asked.append(0)
        with store.write() as db:
            event.listen(db.connection(), "before_cursor_execute", partial(count, asked))
            row = stored.lately(db, network, 1)[0]
            undo(db, row)

    assert asked[1] < asked[0] + 30


def count(asked: list[int], *_: object) -> None:
    asked[-1] += 1


def everybody(n: int) -> bytes:
    """A list of so many."""
    digits = "abcdefghij"
    names = (
        f"Kim{digits[i % 10]} Lee{digits[i // 10 % 10]}{digits[i // 100 % 10]}{digits[i // 1000]}"
        for i in range(n)
    )
    return "\n".join(("Name;School;Strengths", *(f"{it};Hill;Robotics" for it in names))).encode()


@pytest.mark.parametrize(
    ("row", "hint"),
    [
        ("Farid Kahn;Hill School", ["Farid Khan"]),
        ("Kahn, Farid;", ["Farid Khan"]),
        ("Farid Kahn;Bay School", []),
        ("Farah Kann;Hill School", []),
        ("Farid Khan;Hill School", []),
    ],
)
def test_a_name_that_is_nearly_somebodys_is_new_and_pointed_out(
    sqlite_store: Store, network: int, row: str, hint: list[str]
) -> None:
    takes(sqlite_store, network, b"Name;School\nFarid Khan;Hill School\n")
    plan = looks(sqlite_store, network, f"Name;School\n{row}\n".encode())

    assert len(plan.new) == ("Farid Khan" not in row)
    assert [one.other for one in plan.left if one.why is Fault.LIKE] == hint
    assert not any(one.whole for one in plan.left)
