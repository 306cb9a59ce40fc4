"""All that is held on a person is theirs to take or to erase."""

import io
import json
import zipfile

from bot.store.tables import Row
from tests.plugins.room import ANA, BEN, CLEO, RoomOfPeople


async def test_the_export_holds_every_row_about_the_person(room: RoomOfPeople) -> None:
    await room.plan()
    await room.presses(BEN, "Yes")
    await room.says(BEN, "/privacy export")
    who, file = room.world.files[-1]
    archive = zipfile.ZipFile(io.BytesIO(file.content))
    held = json.loads(archive.read("my-data.json"))

    assert (who, file.name) == (BEN, "my-data.zip")
    assert held["member"][0]["name"] == "Ben"
    assert held["rsvp"][0]["answer"] == "yes"
    assert held["identity"][0]["user"] == "U2"
    assert held["membership"][0]["role"] == "member"
    assert b"yes" in archive.read("rsvp.csv")


async def test_erasing_leaves_no_trace(room: RoomOfPeople) -> None:
    await room.has_deputy(BEN)
    await room.plan()
    await room.presses(BEN, "Yes")
    await room.says(BEN, "/privacy erase")
    told = await room.presses(BEN, "Yes, erase everything")
    await room.passes(days=2)
    await room.roll.run()

    assert told == "It is done. I hold nothing about you any more."
    assert "Ben" not in room.posts()[-1]
    with room.store.read() as db:
        everything = [
            str(row)
            for table in Row.metadata.sorted_tables
            for row in db.connection().execute(table.select()).all()
        ]
    assert not [row for row in everything if "'Ben'" in row or "'U2'" in row]
    assert "This tells 2 people" in await room.says(ANA, "/network set-up")


async def test_who_comes_back_by_themselves_is_known_again(room: RoomOfPeople) -> None:
    await room.plan()
    await room.says(BEN, "/privacy erase")
    await room.presses(BEN, "Yes, erase everything")
    await room.presses(BEN, "Yes")
    await room.passes(seconds=3)

    assert "Coming: Ben" in room.posts()[-1]


async def test_the_last_coordinator_is_warned(room: RoomOfPeople) -> None:
    assert "You are the only coordinator" in await room.says(ANA, "/privacy erase")


async def test_who_is_not_known_holds_nothing(bare_room: RoomOfPeople) -> None:
    assert await bare_room.says(CLEO, "/privacy export") == "I hold nothing about you."
    assert await bare_room.says(CLEO, "/privacy erase") == "I hold nothing about you."
    assert (await bare_room.says(CLEO, "/privacy")).splitlines()[0] == "# What I keep about you"
