"""What a network holds of people, and what the forms are filled with, for tests of every action."""

from collections.abc import Mapping

from tests.plugins.room import BEN, RoomOfPeople

PEOPLE = ("institution", "affiliation", "topic")
"""The tables of a network that `bring` fills."""
PROFILES: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "profile.work": {"work": ("technician",), "since": ("2015",)},
    "profile.school": {"name": ("Taken over",), "region": ("Taken over",)},
    "profile.topics": {"strength": ("Taken over",)},
    "profile.free": {"noon": ("mon",)},
    "profile.travel": {"travel": ("hour",), "speaks": ("en",)},
    "school.change": {"name": ("Taken over",), "priority": ("yes",)},
    "topic.same": {"name": ("Biology",)},
}


async def bring(room: RoomOfPeople, word: str) -> None:
    """Ben names a school and a topic of this name, and shows what he does."""
    await room.says(BEN, "/profile school")
    await room.fills(BEN, {"Name of the school": f"{word} School"})
    await room.says(BEN, "/profile topics")
    await room.fills(BEN, {"What do you teach?": word})
    await room.presses(BEN, "Keep it as it is")
    await room.says(BEN, "/network people")
    await room.presses(BEN, "What others see of me")
    await room.presses(BEN, "Show it")
