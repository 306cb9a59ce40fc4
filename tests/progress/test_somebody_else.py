"""Who is left hanging in a round gets somebody else, and nobody is told why."""

from datetime import timedelta

from sqlmodel import select

from bot.core import buddies, people
from bot.store.tables import Paired, Tally
from tests.plugins.room import ANA, BEN, CLEO, KEYS, RoomOfPeople
from tests.progress.school import (
    EVA,
    FINN,
    GIA,
    HERE,
    begins,
    buddy,
    ends,
    half,
    in_state,
    member,
    pairs,
    said,
    until,
)


async def wants(room: RoomOfPeople, who: str) -> None:
    """Half-way somebody wants somebody else; a school day later that has been seen to."""
    await until(room, half(room))
    assert "Nobody is told who asked" in await room.presses(who, "Somebody else, please")
    await room.passes(hours=17)


async def test_four_people_change_places_when_two_want_to(room: RoomOfPeople) -> None:
    await begins(room, BEN, CLEO, EVA, FINN)
    before = pairs(room)
    theirs = buddy(room, BEN)
    await until(room, half(room))
    await room.presses(BEN, "Somebody else, please")
    other = next(iter({CLEO, EVA, FINN} - theirs))
    await room.presses(other, "Somebody else, please")
    assert pairs(room) == before  # they can still take it back

    await room.passes(hours=17)
    assert all(two not in before for two in pairs(room))
    assert sorted(one for two in pairs(room) for one in two) == sorted((BEN, CLEO, EVA, FINN))


async def test_it_can_be_taken_back(room: RoomOfPeople) -> None:
    await begins(room, BEN, CLEO, EVA, FINN)
    before = pairs(room)
    await until(room, half(room))
    await room.presses(BEN, "Somebody else, please")
    await room.presses(BEN, "We have a date")

    await room.passes(days=3)
    assert pairs(room) == before


async def test_who_asks_reads_that_it_may_take_until_the_next_round_and_can_stay(
    room: RoomOfPeople,
) -> None:
    await begins(room, BEN, CLEO)
    await until(room, half(room))
    said_ = await room.presses(BEN, "Somebody else, please")
    assert "If nobody is free, you have no buddy until the next round" in said_
    assert "[I stay with them]" in said_
    assert "You stay with Cleo." in await room.presses(BEN, "I stay with them")

    await room.passes(days=3)
    assert pairs(room) == [{BEN, CLEO}]
    assert said(room, BEN) == ""


async def test_who_is_alone_has_the_way_to_their_page(room: RoomOfPeople) -> None:
    await begins(room, BEN, CLEO)
    await wants(room, BEN)
    assert "[My buddy]" in next(one for one in room.inbox(CLEO) if "nobody else is free" in one)


async def test_with_two_left_hanging_and_one_pair_there_are_two_groups(room: RoomOfPeople) -> None:
    """One becomes the third of a pair; a pair of which two want nothing else cannot take both."""
    await begins(room, BEN, CLEO, EVA, FINN)
    theirs = buddy(room, BEN)
    await wants(room, BEN)

    groups = in_state(room, "on")
    assert sorted(map(len, groups)) == [3]
    hanging = ({BEN} | theirs) - set(groups[0])
    assert len(hanging) == 1
    told = [one for who in hanging for one in room.inbox(who)]
    assert sum("In the next round you come first" in one for one in told) == 1


async def test_the_other_hears_only_that_groups_have_changed(room: RoomOfPeople) -> None:
    await begins(room, BEN, CLEO, EVA, FINN, GIA)
    trio = next(one for one in pairs(room) if len(one) == 3)
    one, *others = sorted(trio)
    await until(room, half(room))
    await room.presses(one, "Somebody else, please")
    before = len(room.seen)
    await room.passes(hours=17)

    assert set(others) in pairs(room)  # two of three go on
    read = "\n".join(seen.text for seen in room.seen[before:] if seen.who != one)
    assert "asked" not in read
    assert "wants" not in read


async def test_who_leaves_in_mid_round_leaves_nobody_hanging(room: RoomOfPeople) -> None:
    await begins(room, BEN, CLEO, EVA, FINN)
    left = next(iter(buddy(room, BEN)))
    await room.leaves(left)

    await room.passes(days=1)
    assert pairs(room) == [{BEN, CLEO, EVA, FINN} - {left}]
    assert buddy(room, BEN) == {CLEO, EVA, FINN} - {left}


async def test_who_is_erased_in_mid_round_leaves_nobody_hanging(room: RoomOfPeople) -> None:
    await begins(room, BEN, CLEO, EVA, FINN)
    left = next(iter(buddy(room, BEN)))
    with room.store.write() as db:
        people.erase(db, member(room, left), HERE, room.clock.now(), KEYS)

    await room.passes(days=1)
    assert buddy(room, BEN) == {CLEO, EVA, FINN} - {left}


async def test_who_is_away_for_long_leaves_nobody_hanging_and_for_some_days_they_wait(
    room: RoomOfPeople,
) -> None:
    await begins(room, BEN, CLEO, EVA, FINN)
    await room.passes(days=1)
    before = pairs(room)
    gone = next(iter(buddy(room, BEN)))
    await room.says(gone, "/network away until 1 December")
    await room.fills(gone)
    await room.passes(days=1)
    assert pairs(room) == before

    await room.says(gone, "/network away until 10 January")
    await room.fills(gone)
    await room.passes(days=1)
    assert buddy(room, BEN) == {CLEO, EVA, FINN} - {gone}
    assert buddy(room, gone) == set()


async def test_a_conversation_that_is_over_says_so_and_not_why(room: RoomOfPeople) -> None:
    await begins(room, BEN, CLEO)
    await wants(room, BEN)
    assert room.posts("#Ben+Cleo")[-1] == "This group does not go on."
    await room.passes(days=3)
    assert sum("does not go on." in one for one in room.posts("#Ben+Cleo")) == 1


async def test_of_three_the_old_conversation_is_over_and_not_the_one_of_two(
    room: RoomOfPeople,
) -> None:
    await begins(room, BEN, CLEO, EVA)
    await wants(room, EVA)
    assert room.posts("#Ben+Cleo+Eva")[-1] == "This group does not go on."
    assert "does not go on" not in "".join(room.posts("#Ben+Cleo"))


async def test_at_the_end_of_a_round_no_conversation_is_said_to_be_over(
    room: RoomOfPeople,
) -> None:
    await begins(room, BEN, CLEO)
    await until(room, half(room))
    await room.presses(BEN, "We met")
    await until(room, ends(room) + timedelta(days=3))
    assert "does not go on" not in "".join(room.posts("#Ben+Cleo"))


async def test_what_was_said_of_those_who_stay_stays(room: RoomOfPeople) -> None:
    await begins(room, BEN, CLEO, EVA, FINN)
    theirs = next(iter(buddy(room, BEN)))
    others = {CLEO, EVA, FINN} - {theirs}
    await until(room, half(room))
    one = min(others)
    await room.presses(one, "We met")
    await room.leaves(theirs)

    await room.passes(days=1)
    assert buddy(room, BEN) == others
    assert said(room, one) == "met"
    assert said(room, BEN) == ""


async def test_nobody_is_given_somebody_else_near_the_end(room: RoomOfPeople) -> None:
    await begins(room, BEN, CLEO, EVA, FINN)
    before = pairs(room)
    await until(room, half(room))
    for who in (BEN, CLEO, EVA, FINN):
        await room.presses(who, "We have a date")
    await until(room, half(room) + timedelta(days=12))
    assert "stay together" in await room.presses(BEN, "Somebody else, please")
    await room.passes(days=2)
    assert pairs(room) == before


async def test_the_old_two_are_written_to_no_more(room: RoomOfPeople) -> None:
    await begins(room, BEN, CLEO, EVA, FINN, GIA, ANA)
    theirs = next(iter(buddy(room, BEN)))
    await wants(room, BEN)
    assert "not go together any more" in await room.presses(theirs, "We met")
    assert member(room, BEN)


async def test_two_of_three_go_on_and_are_told_nothing_twice(room: RoomOfPeople) -> None:
    await begins(room, BEN, CLEO, EVA)
    await until(room, half(room))
    await room.presses(EVA, "Somebody else, please")
    await room.passes(hours=17)

    told = room.posts("#Ben+Cleo")[-1]
    assert told.splitlines()[:3] == [
        "# Your buddy",
        "Some groups have changed in this round.",
        "Ben and Cleo, you two go on together.",
    ]
    assert "To begin with" not in told
    assert "buddies now" not in told
    assert "You go on with Cleo." in await room.says(BEN, "/buddy")


async def test_who_wanted_somebody_else_is_kept_no_longer_than_needed(room: RoomOfPeople) -> None:
    await begins(room, BEN, CLEO, EVA, FINN)
    await wants(room, BEN)
    with room.store.read() as db:
        assert "other" not in {row.met for row in db.all(select(Paired))}


async def test_that_somebody_wanted_somebody_else_is_no_count(room: RoomOfPeople) -> None:
    await begins(room, BEN, CLEO, EVA, FINN)
    await until(room, half(room))
    await room.presses(BEN, "Somebody else, please")
    with room.store.write() as db:
        people.erase(db, member(room, BEN), HERE, room.clock.now(), KEYS)
    with room.store.read() as db:
        assert [row.said for row in db.all(select(Tally))] == ["paired"]


async def test_never_with_ones_own_buddy_is_as_somebody_else_please(room: RoomOfPeople) -> None:
    await begins(room, BEN, CLEO, EVA, FINN)
    theirs = next(iter(buddy(room, BEN)))
    never(room, BEN, theirs)
    await room.passes(hours=17)
    assert theirs not in buddy(room, BEN)
    assert sorted(map(len, pairs(room))) == [3]


async def test_two_of_three_do_not_go_on_where_one_never_wants_to(room: RoomOfPeople) -> None:
    await begins(room, BEN, CLEO, EVA)
    never(room, BEN, CLEO)
    await room.leaves(EVA)
    await room.passes(hours=17)
    assert pairs(room) == []


def never(room: RoomOfPeople, who: str, other: str) -> None:
    """Somebody never wants to go together with another."""
    with room.store.write() as db:
        buddies.never(db, HERE, member(room, who), member(room, other))
