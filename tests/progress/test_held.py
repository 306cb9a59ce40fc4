"""Between the introduction of a round and its messages, people leave or pause."""

from bot.core import buddies, rounds_on
from tests.plugins.room import BEN, CLEO, RoomOfPeople
from tests.progress.school import EVA, FINN, GIA, HERE, begins, buddy, member, pairs

NEVER_WAS = ("does not go on", "groups have changed", "buddies now", "go together with")


def read_by(room: RoomOfPeople, *who: str) -> str:
    """All that was written to these people, privately and in conversations."""
    return "\n".join(seen.text for seen in room.seen if seen.kind == "post" and seen.who in who)


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
    await room.may_be_written_to(BEN, CLEO, EVA, FINN, GIA)
    await begins(room, BEN, CLEO)
    with room.store.write() as db:
        buddies.leave(db, HERE, member(room, BEN), room.clock.now())
    # No job has looked in between: the message itself does.
    room.clock.moment = room.clock.now().replace(hour=20)
    await room.outbox.drain()
    with room.store.write() as db:
        rounds_on.look_after(db, HERE, room.clock.now())
    await room.passes(days=1)
    assert pairs(room) == []
    assert "This time I found nobody for you" in "\n".join(room.inbox(CLEO))
    said = "\n".join(seen.text for seen in room.seen if seen.kind == "post")
    assert not any(words in said for words in NEVER_WAS)
