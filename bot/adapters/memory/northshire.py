"""The example network: who is in it, and what has happened there before anybody tries it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.adapters.stage import Actor, Room
from bot.adapters.story import Fills, Passes, Presses, Step, Types

ZONE = "Europe/London"
SATURDAY = 5
ANA, DEV = "Ana Silva", "Dev Sharma"

SCHOOLS: Mapping[str, tuple[str, ...]] = {
    "University of Northshire": (ANA, "Hugo Lindberg"),
    "Northshire College": ("Ben Carter", "Grace Obi", "Noor Haddad"),
    "Hilltop Primary School": ("Cleo Marsh", "Kezia Owen"),
    "St Aidan's Academy": ("Esme Ahmed", "Liam Byrne"),
    "Riverside High School": ("Farid Khan", "Jonas Weber"),
    "Moorland Primary School": ("Isla Murray", "Maya Patel"),
    "Southshire Academy": (DEV, "Olive Reid", "Piotr Nowak"),
}
"""Each school, or university, with its people."""

ANSWERS: Mapping[str, str] = {
    "Esme Ahmed": "Yes",
    "Farid Khan": "Yes, if I am released",
    "Grace Obi": "Yes",
    "Hugo Lindberg": "Yes",
    "Isla Murray": "Maybe",
    "Jonas Weber": "No",
}
ABOUT = (
    "Bring one robot, or borrow one of ours. We build a line follower together,"
    " and talk about what it does in a class of thirty."
)


@dataclass(frozen=True, slots=True)
class Example:
    """A network to try things in: its people, where each of them works, and the rooms; when it
    begins, and its life from then to `start`. `you`, in `room`, is who one is at first.
    """

    people: Sequence[Actor]
    rooms: Sequence[Room]
    schools: Mapping[str, str]
    begun: datetime
    start: datetime
    life: Sequence[Step]
    you: str = ANA
    room: str = "northshire"


def northshire(today: date) -> Example:
    """The example network, at ten in the morning of that day, or of the Monday after it."""
    today += timedelta(days=7 - today.weekday() if today.weekday() >= SATURDAY else 0)
    names = sorted(name for school in SCHOOLS.values() for name in school)
    schools = {name: school for school, people in SCHOOLS.items() for name in people}
    south = tuple(name for name in names if schools[name].startswith("Southshire"))
    north = tuple(name for name in names if name not in south)
    people = [
        Actor(name, f"U{number:04}", admin=name in (ANA, DEV), zone=ZONE)
        for number, name in enumerate(names, 1)
    ]
    rooms = (Room("northshire", "C0001", north), Room("southshire", "C0002", south))
    start = datetime.combine(today, time(10), ZoneInfo(ZONE))
    begun = start - timedelta(days=1)
    return Example(people, rooms, schools, begun, start, _life(today, start - begun))


def _life(today: date, lasts: timedelta) -> tuple[Step, ...]:
    """Two networks begin, and a meeting is announced for a Tuesday, a week away or more."""
    tuesday = today + timedelta(days=7 + (1 - today.weekday()) % 7)
    planned = f"Robotics twilight, {tuesday.isoformat()} 16:00, Room 12 in Northshire College"
    name = "What is your network called?"
    hold = timedelta(seconds=30)
    return (
        Types(DEV, "southshire", "/network set-up"),
        Fills(DEV, {name: "Southshire science circle"}),
        Types(ANA, "northshire", "/network set-up"),
        Fills(ANA, {name: "Northshire STEM teachers"}),
        Presses(ANA, "Introduce yourself"),
        Passes(hold),
        Types(ANA, "northshire", f"/meeting plan {planned}"),
        Fills(ANA, {"What is it about?": ABOUT}),
        Passes(hold),
        *(Presses(who, answer) for who, answer in ANSWERS.items()),
        Passes(lasts - 2 * hold),
    )
