"""Who can talk with whom, and what becomes of their conversation."""

import json
import zipfile
from io import BytesIO

from sqlmodel import select

from bot.core import talks
from bot.core.people import number
from bot.store import deliveries
from bot.store.db import Store
from bot.store.tables import Delivery, Identity, Lane, Member, Talk
from tests.linking.two import MIRA, MIRA_THERE, THERE, TwoPlatforms
from tests.plugins.room import ANA, BEN, CLEO, RoomOfPeople

HELLO = "network.hello"


def members(store: Store, *users: str) -> list[int]:
    """The people who have these accounts."""
    with store.read() as db:
        rows = {row.user: row.member_id for row in db.all(select(Identity))}
    return [rows[user] for user in users]


def between(store: Store, *users: str) -> Talk | None:
    """Their conversation."""
    whom = members(store, *users)
    with store.write() as db:
        return talks.between(db, 1, whom)


def tell(room: RoomOfPeople, *users: str) -> int:
    """The network says hello in their conversation."""
    talk = between(room.store, *users)
    assert talk
    with room.store.write() as db:
        return talks.tell(db, talk, HELLO, "1", room.clock.now())


async def met(room: RoomOfPeople, *who: str) -> None:
    """They have come into the network."""
    for one in who:
        await room.says(one, "/network join")


async def test_it_is_the_same_conversation_in_whatever_order(room: RoomOfPeople) -> None:
    await met(room, BEN, CLEO)
    one, again = between(room.store, "U1", "U2"), between(room.store, "U2", "U1", "U2")
    three = between(room.store, "U1", "U2", "U3")

    assert one
    assert three
    assert one == again
    assert (one.name, one.users, one.channel, one.opened) == ("Ana, Ben", " U1 U2 ", "C1", "")
    assert three.id != one.id


async def test_what_is_said_there_only_its_people_see(room: RoomOfPeople) -> None:
    await met(room, BEN, CLEO)
    first = tell(room, "U1", "U2")
    assert tell(room, "U2", "U1") == first
    seen = await room.passes(seconds=1)

    assert [(one.kind, one.where) for one in seen] == [("post", "#Ana+Ben")]
    assert room.stage.buttons(ANA)[0][0].where == "#Ana+Ben"
    assert all(shown.where != "#Ana+Ben" for shown, _ in room.stage.buttons(CLEO))


async def test_it_speaks_the_language_that_they_share(room: RoomOfPeople) -> None:
    await met(room, BEN, CLEO)
    with room.store.write() as db:
        for key in members(room.store, "U1", "U2"):
            row = db.get(Member, key)
            assert row
            row.language = "de"
    talk, mixed = between(room.store, "U1", "U2"), between(room.store, "U1", "U3")
    assert talk
    assert mixed

    with room.store.read() as db:
        assert talks.language(db, talk, "fr") == "de"
        assert talks.language(db, mixed, "fr") == "fr"


async def test_across_platforms_there_is_none_but_by_who_is_on_both(two: TwoPlatforms) -> None:
    await met(two, BEN)
    for who in (MIRA_THERE, "Zoe"):
        await two.says_there(who, "/network join")
    await two.says(MIRA, "/network join")
    await two.links()

    assert between(two.store, "U2", "E4") is None
    there, here = between(two.store, "U3", "E4"), between(two.store, "U2", "E3")
    assert there
    assert here
    assert (there.platform, there.users) == (THERE, " E3 E4 ")
    assert (here.platform, here.users) == ("memory", " U2 U3 ")


async def test_who_has_left_the_platform_talks_with_nobody_there(room: RoomOfPeople) -> None:
    await met(room, BEN)
    with room.store.write() as db:
        row = db.one_value(select(Identity).where(Identity.user == "U2"))
        row.gone_at = room.clock.now()

    assert between(room.store, "U1", "U2") is None


async def test_coordinators_hear_of_one_that_did_not_arrive(room: RoomOfPeople) -> None:
    await met(room, BEN)
    row = tell(room, "U1", "U2")
    room.world.gone.add(BEN)
    await room.passes(seconds=1)

    with room.store.read() as db:
        found = deliveries.get(db, row)
        assert found
        assert found.state == "failed"
    await room.says(ANA, "/network")
    told = await room.presses(ANA, "Have a look")
    assert "my introduction (Ana, Ben, " in told
    assert "I could not bring them together there. Please introduce them yourself." in told

    room.world.gone.discard(BEN)
    await room.presses(ANA, "Try again")
    await room.passes(seconds=1)
    assert len(room.posts("#Ana+Ben")) == 1


async def test_who_takes_a_copy_finds_it_and_who_is_erased_takes_it_along(
    room: RoomOfPeople,
) -> None:
    await met(room, BEN, CLEO)
    tell(room, "U1", "U2")
    tell(room, "U1", "U3")
    await room.passes(seconds=1)
    await room.says(BEN, "/privacy export")
    _, file = room.world.files[-1]
    held = json.loads(zipfile.ZipFile(BytesIO(file.content)).read("my-data.json"))
    assert [row["users"] for row in held["talk"]] == [" U1 U2 "]

    await room.says(BEN, "/privacy erase")
    await room.presses(BEN, "Yes, erase everything")
    with room.store.read() as db:
        assert [row.users for row in db.all(select(Talk))] == [" U1 U3 "]
        lanes = [number(lane.id) for lane in db.all(select(Lane).where(Lane.kind == "talk"))]
        assert len(lanes) == 1
        hellos = db.all(select(Delivery).where(Delivery.view == HELLO))
        assert [row.lane_id for row in hellos if row.lane_id in lanes] == lanes
