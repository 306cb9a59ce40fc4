"""The cast with two more members, who all may be written to."""

import pytest

from bot.adapters.memory import World
from bot.adapters.stage import Actor, Room
from bot.store.db import Store
from bot.views.words import words
from tests.people.ground import HELP, numbers, show, tells
from tests.plugins.room import ANA, BEN, CAST, CLEO, DEV, START, RoomOfPeople

EVE, FAY = "Eve", "Fay"
MEMBERS = (ANA, BEN, CLEO, EVE, FAY)
CIRCUITS = "Electric circuits with Year 9"


@pytest.fixture
async def bare_room(sqlite_store: Store) -> RoomOfPeople:
    """More people than elsewhere, before anything has begun."""
    rooms = (Room("northshire", "C1", MEMBERS), Room("southshire", "C2", (DEV,)))
    world = World(
        (*CAST, Actor(EVE, "U5"), Actor(FAY, "U6")), rooms,
        lambda at: words("en").moment(at, "Europe/London"),
    )  # fmt: skip
    return RoomOfPeople(sqlite_store, START, world)


@pytest.fixture
async def all_here(room: RoomOfPeople) -> RoomOfPeople:
    """All of them have joined, and may be written to."""
    for who in (BEN, CLEO, EVE, FAY):
        await room.says(who, "/network join")
    await room.may_be_written_to(*MEMBERS)
    return room


def can_help(room: RoomOfPeople, *people: str, with_: str = "electricity") -> None:
    """These say that they are good at something, and that people may ask them about it."""
    with room.store.write() as db:
        known = numbers(db)
        for who in people:
            tells(db, known[who], strength=(with_,))
            show(db, known[who], HELP)


async def offers(
    room: RoomOfPeople, who: str, what: str, kind: str = "Something to lend",
    until: str = "18.12.2026", **more: str,
) -> str:  # fmt: skip
    """Somebody offers something; returns what they see."""
    await room.says(who, "/offer")
    values = {"What kind of thing is it?": kind, "What do you offer?": what}
    if "link" in more:
        values["Where can it be read?"] = more["link"]
    if "phase" in more:
        values["For which pupils?"] = more["phase"]
    return await room.fills(who, values | {"Until which day?": until})


async def asks(
    room: RoomOfPeople, who: str, what: str = CIRCUITS, kind: str = "Help with a topic"
) -> str:
    """Somebody asks; returns what they see."""
    await room.says(who, "/request")
    return await room.fills(who, {"What do you need?": kind, "What for?": what})


def questions(room: RoomOfPeople, who: str) -> list[str]:
    """How often somebody was asked privately whether they can help, and with what."""
    return [text for text in room.inbox(who) if "[I can help]" in text]
