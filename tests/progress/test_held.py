"""Between the introduction of a round and its messages, people leave or pause."""

from bot.core import buddies
from tests.plugins.room import ANA, BEN, CLEO, RoomOfPeople
from tests.progress.school import EVA, FINN, HERE, begins, buddy, member, pairs

NEVER_WAS = ("does not go on", "groups have changed", "buddies now", "go together with")


async def test_who_leaves_before_the_message_is_not_introduced(room: RoomOfPeople) -> None:
    await room.may_be_written_to(BEN, CLEO)
    await begins(room, BEN, CLEO)
    await room.says(BEN, "/buddy leave")

    await room.passes(days=1)
    assert pairs(room) == []
    assert "This time I found nobody for you" in "\n".join(room.inbox(CLEO))
    said = "\n".join(seen.text for seen in room.seen if seen.kind == "post")
    assert not any(words in said for words in NEVER_WAS)


async def test_those_they_were_with_join_a_pair_that_hears_of_no_change(
    room: RoomOfPeople,
) -> None:
    await room.may_be_written_to(BEN, CLEO, EVA, FINN)
    await begins(room, BEN, CLEO, EVA, FINN)
    gone = next(iter(buddy(room, BEN)))
    await room.says(gone, "/buddy leave")

    await room.passes(days=1)
    assert pairs(room) == [{BEN, CLEO, EVA, FINN} - {gone}]
    said = "\n".join(seen.text for seen in room.seen if seen.kind == "post")
    assert "have changed" not in said
    assert said.count("you are buddies now") == 1


async def test_who_leaves_at_the_last_moment_is_not_introduced_either(room: RoomOfPeople) -> None:
    await room.may_be_written_to(BEN, CLEO)
    await begins(room, BEN, CLEO)
    with room.store.write() as db:
        buddies.leave(db, HERE, member(room, BEN), room.clock.now())
    # No job has looked in between: the message itself does.
    jobs, room.clock.jobs = room.clock.jobs, ()
    await room.passes(hours=8)
    assert not any(seen.kind == "post" and "buddies now" in seen.text for seen in room.seen)
    room.clock.jobs = jobs
    await room.passes(days=1)
    assert pairs(room) == []
    assert "This time I found nobody for you" in "\n".join(room.inbox(CLEO))
    said = "\n".join(seen.text for seen in room.seen if seen.kind == "post")
    assert not any(words in said for words in NEVER_WAS)


async def test_how_many_are_told_is_counted_when_it_is_asked(room: RoomOfPeople) -> None:
    await room.may_be_written_to(BEN, CLEO, EVA, FINN)
    await begins(room, BEN, CLEO, EVA, FINN)
    assert "This tells 4 people" in await room.says(ANA, "/buddy round")
    await room.says(BEN, "/buddy leave")

    assert "This tells 3 people" in await room.says(ANA, "/buddy round")
