"""A list is taken back, but for what somebody has done something with since."""

from datetime import timedelta

import pytest
from sqlmodel import select

from bot.core import links, merging, people
from bot.core.imports import Ways
from bot.core.people import number
from bot.core.undoing import BuiltOn, Earlier, Stays
from bot.store import imports as stored
from bot.store.db import Store
from bot.store.tables import Interest, Member, Membership, Profile
from tests.imports.desks import KEYS, NOW, begin, everything, takes
from tests.imports.test_chat import pastes
from tests.imports.test_standing import LIST, is_there, stand, undoes
from tests.plugins.room import ANA, RoomOfPeople


@pytest.fixture
def network(sqlite_store: Store) -> int:
    return begin(sqlite_store)


@pytest.mark.parametrize("since", ["a link", "a word", "a name"])
def test_who_was_built_on_stays_and_the_others_are_undone(
    sqlite_store: Store, network: int, since: str
) -> None:
    takes(sqlite_store, network, LIST)
    with sqlite_store.write() as db:
        member = db.get(Member, 1)
        assert member
        match since:
            case "a link":
                links.make(db, network, 1, "meeting:1", NOW, NOW)
            case "a word":
                db.add(Interest(member_id=1, kind="wish", topic="physics"))
            case _:
                member.name = "Kim L."

    names = "Kim L." if since == "a name" else "Kim Lee"
    assert undoes(sqlite_store, network) == Stays((names, "Hill School"), 0)
    assert stand(sqlite_store) == ([names], ["Hill School"])
    with pytest.raises(BuiltOn):
        undoes(sqlite_store, network)


def test_who_was_erased_stays_so_and_the_others_are_undone(
    sqlite_store: Store, network: int
) -> None:
    takes(sqlite_store, network, LIST)
    with sqlite_store.write() as db:
        people.erase(db, 1, 0, NOW, KEYS)

    assert undoes(sqlite_store, network) == Stays((), 1)
    assert stand(sqlite_store) == ([], [])


@pytest.mark.parametrize("where", ["Northshire", "Southshire"])
def test_who_has_the_number_of_somebody_erased_is_nobody_of_the_list(
    sqlite_store: Store, network: int, where: str
) -> None:
    another = begin(sqlite_store, "Southshire")
    takes(sqlite_store, network, b"Name;Strengths\nKim Lee;Physics\nSam Fox;Physics\n")
    with sqlite_store.write() as db:
        people.erase(db, 2, 0, NOW, KEYS)
    later = {"joined_at": NOW + timedelta(days=1)}
    key = network if where == "Northshire" else another
    assert is_there(sqlite_store, key, "Olga Secret", **later) == 2  # SQLite gives it again
    with sqlite_store.write() as db:
        db.add(Interest(member_id=2, kind="strength", topic="physics"))

    assert undoes(sqlite_store, network) == Stays((), 1)
    assert stand(sqlite_store) == (["Olga Secret"], [])


def test_who_has_the_number_of_somebody_filled_in_keeps_their_profile(
    sqlite_store: Store, network: int
) -> None:
    """What a list added to somebody erased is not taken from who has their number now."""
    is_there(sqlite_store, network, "Kim Lee")
    kim = is_there(sqlite_store, network, "Sam Fox")
    with sqlite_store.write() as db:
        db.add(Profile(member_id=kim))
    takes(sqlite_store, network, b"Name;Since\nKim Lee;2012\nSam Fox;2011\n", Ways({}, "same"))
    with sqlite_store.write() as db:
        people.erase(db, kim, 0, NOW, KEYS)
    another = begin(sqlite_store, "Southshire")
    assert is_there(sqlite_store, another, "Olga") == kim
    with sqlite_store.write() as db:
        db.add(Profile(member_id=kim, since=2011))

    assert undoes(sqlite_store, network) == Stays((), 1)
    with sqlite_store.read() as db:
        assert db.all(select(Profile.since)) == [2011]


def test_who_has_a_place_that_was_somebodys_of_the_list_is_not_named(
    sqlite_store: Store, network: int
) -> None:
    another, third = begin(sqlite_store, "Southshire"), begin(sqlite_store, "Eastshire")
    olga = is_there(sqlite_store, another, "Olga Secret")
    takes(sqlite_store, network, b"Name\nKim Lee\nSam Fox\n")
    with sqlite_store.write() as db:
        people.erase(db, 3, 0, NOW, KEYS)
        row = Membership(network_id=third, member_id=olga, role="member", joined_at=NOW)
        db.add(row)
        db.flush()
        assert row.id == 3

    assert undoes(sqlite_store, network) == Stays((), 1)


def test_who_left_and_came_again_stays(sqlite_store: Store, network: int) -> None:
    takes(sqlite_store, network, LIST)
    later = NOW + timedelta(days=1)
    with sqlite_store.write() as db:
        people.leave(db, network, 1, later, declined=True)
        people.join(db, network, 1, later, private=None)

    assert undoes(sqlite_store, network) == Stays(("Hill School",), 1)
    assert stand(sqlite_store) == (["Kim Lee"], ["Hill School"])


def test_who_was_made_one_with_somebody_stays_with_their_school(
    sqlite_store: Store, network: int
) -> None:
    is_there(sqlite_store, network, "Kim")
    takes(sqlite_store, network, LIST)
    with sqlite_store.write() as db:
        merging.merge(db, 1, 2, NOW)

    assert undoes(sqlite_store, network) == Stays(("Kim", "Hill School"), 1)
    assert stand(sqlite_store) == (["Kim"], ["Hill School"])


def test_what_another_list_told_more_of_stays(sqlite_store: Store, network: int) -> None:
    takes(sqlite_store, network, LIST)
    takes(sqlite_store, network, b"Name;School;Region\nEva Rot;Hill School;North\n")

    assert undoes(sqlite_store, network) == Stays(("Hill School",), 0)
    assert stand(sqlite_store) == (["Eva Rot"], ["Hill School"])
    undoes(sqlite_store, network, 2)
    assert stand(sqlite_store) == ([], ["Hill School"])


def test_where_something_was_done_with_all_nothing_is_undone(
    sqlite_store: Store, network: int
) -> None:
    takes(sqlite_store, network, b"Name\nKim Lee\n")
    with sqlite_store.write() as db:
        links.make(db, network, 1, "meeting:1", NOW, NOW)
    before = everything(sqlite_store)

    with pytest.raises(BuiltOn):
        undoes(sqlite_store, network)
    assert everything(sqlite_store) == before


def test_a_list_of_an_earlier_version_stays_and_it_says_why(
    sqlite_store: Store, network: int
) -> None:
    takes(sqlite_store, network, LIST)
    with sqlite_store.write() as db:
        row = stored.one(db, network, 1)
        assert row
        row.stands = "a" * 64  # one digest of all

    with pytest.raises(Earlier):
        undoes(sqlite_store, network)


def test_nothing_of_anybody_stays_in_what_undo_keeps(sqlite_store: Store, network: int) -> None:
    takes(sqlite_store, network, LIST)

    said = str(everything(sqlite_store)["import"])
    assert not any(word in said for word in ("Kim", "Lee", "Hill", "2011"))


async def test_a_coordinator_reads_that_an_earlier_version_took_it_in(room: RoomOfPeople) -> None:
    await pastes(room)
    await room.presses(ANA, "Take in 2 people")
    with room.store.write() as db:
        row = stored.one(db, 1, 1)
        assert row
        row.stands = "a" * 64

    said = await room.presses(ANA, "Undo")
    assert said == "This list was taken in by an earlier version, so it cannot be taken back."


async def test_a_coordinator_reads_what_stays_and_why(room: RoomOfPeople) -> None:
    await pastes(room)
    await room.presses(ANA, "Take in 2 people")
    with room.store.write() as db:
        kim, sam = (
            db.first(select(Member).where(Member.name == n)) for n in ("Kim Lee", "Sam Fox")
        )
        assert kim
        assert sam
        links.make(db, 1, number(kim.id), "meeting:1", room.clock.now(), room.clock.now())
        people.erase(db, number(sam.id), 0, room.clock.now(), KEYS)

    said = await room.presses(ANA, "Undo")
    assert "That is taken back. Something was done since with these, so they stay: Kim Lee" in said
    told = "1 person was erased since, made one with somebody else, or left and came again."
    assert told in said
