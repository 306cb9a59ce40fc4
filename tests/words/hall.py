"""The network of the corpus: one meeting was, two are to come, and in each language somebody
coordinates and somebody does not.
"""

import shutil
from collections.abc import Mapping
from copy import deepcopy
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Self

from sqlmodel import col, select, update

from bot.adapters.memory import World
from bot.adapters.stage import Actor, Room
from bot.chat import Abilities, Person, Place
from bot.commands.calls import Answer, Call, Pressed, Reply, Said, Sent, Typed
from bot.core.rights import Role
from bot.i18n import LANGUAGES
from bot.store.db import Store
from bot.store.tables import Member, Membership
from bot.ui import Button
from bot.views.words import words
from tests.commands.test_once import rows
from tests.plugins.room import RoomOfPeople

BEGAN = datetime(2026, 11, 5, 10, tzinfo=UTC)
NOW = datetime(2026, 11, 25, 10, tzinfo=UTC)
DATA, ROBOTICS, SOLDERING = 1, 2, 3
MEETINGS = {"data": DATA, "robotics": ROBOTICS, "soldering": SOLDERING}
PLANNED = {
    BEGAN: ["Data loggers, 12.11.2026 16:00, Room 12"],
    NOW: ["Robotics twilight, 1.12.2026 16:00, Room 12", "Soldering evening, 10.12.2026 17:00"],
}
COORDINATORS = {language: f"Ana {language}" for language in LANGUAGES}
MEMBERS = {language: f"Ben {language}" for language in LANGUAGES}
CAST = tuple(
    Actor(name, f"U{number}", admin=name == "Ana en", language=language)
    for number, (language, name) in enumerate([*COORDINATORS.items(), *MEMBERS.items()], 1)
)
GUEST = Actor("Gus", "U90")
STRANGER = Actor("Sam", "U91")
ROOMS = (
    Room("northshire", "C1", tuple(actor.name for actor in CAST)),
    Room("elsewhere", "C9", (STRANGER.name,)),
)


class Hall(RoomOfPeople):
    """The network, on 25 November."""

    def call(self, who: str, said: Typed | Said | Pressed | Sent, room: str = "C1") -> Call:
        """What somebody does, as a call."""
        self.world.calls += 1
        actor = self.world.actor(who)
        return Call(
            id=f"said-{self.world.calls}",
            order=self.world.calls,
            who=Person("memory", "northshire", actor.user),
            profile=self.world.profile(actor),
            place=Place("memory", "northshire", room),
            said=said,
            abilities=self.stage.abilities,
        )

    def asks(
        self, who: str, text: str, room: str = "C1", abilities: Mapping[str, bool] | None = None
    ) -> Answer:
        """What somebody is answered who says this to the bot."""
        call = self.call(who, Said(text), room)
        able: Abilities = replace(call.abilities, **(abilities or {}))
        return self.house.act(replace(call, abilities=able))

    def copied(self, folder: Path) -> Self:
        """Another one as this one stands, whose store is closed, with a database in that folder."""
        store = Store(f"sqlite:///{shutil.copy(str(self.store._url.database), folder)}")
        other = type(self)(store, self.clock.now(), deepcopy(self.world))
        other.seen = list(self.seen)
        return other

    def everything(self) -> dict[str, list[str]]:
        """All there is in the database."""
        with self.store.read() as db:
            return rows(db)


def buttons(answer: Answer) -> list[Button]:
    """The buttons of an answer."""
    assert isinstance(answer, Reply)
    return list(answer.message.buttons())


async def begin(migrated: Path, folder: Path) -> Hall:
    """The network as it stands on that morning."""
    store = Store(f"sqlite:///{shutil.copy(migrated, folder / 'convenor.db')}")
    moment = words("en").moment
    people = (*CAST, GUEST, STRANGER)
    hall = Hall(store, BEGAN, World(people, ROOMS, lambda at: moment(at, "Europe/London")))
    ana = COORDINATORS["en"]
    await hall.says(ana, "/network set-up")
    await hall.fills(ana, {"What is your network called?": "Northshire STEM teachers"})
    for when, planned in PLANNED.items():
        await hall.passes(seconds=(when - hall.clock.now()).total_seconds())
        for one in planned:
            await hall.says(ana, f"/meeting plan {one}")
            await hall.fills(ana)
            await hall.presses(ana, "Send now")
            await hall.passes(seconds=1)
    for actor in CAST:
        hall.house.act(hall.call(actor.name, Typed("network", "join")))
    with store.write() as db:
        theirs = select(Member.id).where(col(Member.name).in_(COORDINATORS.values()))
        chosen = update(Membership).where(col(Membership.member_id).in_(theirs))
        db.execute(chosen.values(role=Role.COORDINATOR))
    return hall
