"""The example network: who is in it, and what has happened there before anybody tries it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.adapters.stage import Actor, Room
from bot.adapters.story import Fills, Passes, Presses, Says, Step, Types

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

BEFORE: Mapping[str, str] = {
    ANA: "Maybe",
    "Ben Carter": "Yes",
    "Cleo Marsh": "Yes",
    "Esme Ahmed": "Yes",
    "Farid Khan": "No",
    "Grace Obi": "Yes",
    "Hugo Lindberg": "Yes",
    "Isla Murray": "No",
    "Jonas Weber": "No",
    "Kezia Owen": "Maybe",
    "Liam Byrne": "Yes, if I am released",
    "Maya Patel": "Yes",
    "Noor Haddad": "No",
}
"""Who answered what to the meeting that has been."""

ANSWERS: Mapping[str, str] = {
    "Esme Ahmed": "Yes",
    "Farid Khan": "Yes, if I am released",
    "Grace Obi": "Yes",
    "Hugo Lindberg": "Yes",
    "Isla Murray": "Maybe",
    "Jonas Weber": "No",
}
"""Who has answered what to the one that comes."""

ABOUT_BEFORE = (
    "Hugo shows three lessons with the micro:bit that need no soldering."
    " Bring a laptop; there are twelve boards to try."
)
ABOUT = (
    "Bring one robot, or borrow one of ours. We build a line follower together,"
    " and talk about what it does in a class of thirty."
)


@dataclass(frozen=True, slots=True)
class Example:
    """A network to try things in: its people, where each of them works, and the rooms; when it
    begins, and its life from then on. `you`, in `room`, is who one is at first; with the `code`
    anybody can set a network up.
    """

    people: Sequence[Actor]
    rooms: Sequence[Room]
    schools: Mapping[str, str]
    begun: datetime
    life: Sequence[Step]
    you: str = ANA
    room: str = "northshire"
    code: str = ""
    zone: str = ZONE


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
    tuesday = today + timedelta(days=7 + (1 - today.weekday()) % 7)
    before = tuesday - timedelta(weeks=3)
    begun = start - timedelta(weeks=3)
    life = (*_beginning(before), *_after(before, start), *_ahead(tuesday))
    return Example(people, rooms, schools, begun, _in_time(begun, start, life))


HOLD = timedelta(seconds=30)
Life = tuple[Step | datetime, ...]
"""What happens, and moments until which time passes before it goes on."""


def _at(day: date, hour: int) -> datetime:
    return datetime.combine(day, time(hour), ZoneInfo(ZONE))


def _beginning(before: date) -> Life:
    """Two networks begin, and one of them announces its first meeting."""
    planned = f"First steps with micro:bits, {before.isoformat()} 16:00, Riverside High School"
    name, room = "What is your network called?", "northshire"
    return (
        Types(DEV, "southshire", "/network set-up"),
        Fills(DEV, {name: "Southshire science circle"}),
        Types(ANA, room, "/network set-up"),
        Fills(ANA, {name: "Northshire STEM teachers"}),
        Presses(ANA, "Introduce yourself"),
        Passes(HOLD),
        Says("Ben Carter", room, "Good to have all of us in one place. Hello from the College!"),
        Types(ANA, room, f"/meeting plan {planned}"),
        Fills(ANA, {"What is it about?": ABOUT_BEFORE}),
        Passes(HOLD),
        *(Presses(who, answer) for who, answer in BEFORE.items()),
        Says("Noor Haddad", room, "That is our parents' evening. Please tell me how it went."),
    )


def _after(before: date, start: datetime) -> Life:
    """The meeting takes place, and people talk about it."""
    room, day = "northshire", timedelta(days=1)
    return (
        _at(before + day, 8),
        Says("Cleo Marsh", room, "Thank you, Hugo! My year 5 made the name badge this morning."),
        Says("Hugo Lindberg", room, "The boards can stay with you until the next meeting."),
        start - day,
    )


def _ahead(tuesday: date) -> Life:
    """The next meeting is announced, for a Tuesday a week away or more, and many have answered."""
    room = "northshire"
    planned = f"Robotics twilight, {tuesday.isoformat()} 16:00, Room 12 in Northshire College"
    return (
        Types(ANA, room, f"/meeting plan {planned}"),
        Fills(ANA, {"What is it about?": ABOUT}),
        Passes(HOLD),
        *(Presses(who, answer) for who, answer in ANSWERS.items()),
        Says("Farid Khan", room, "Waiting for cover, but I mean to come."),
    )


def _in_time(begun: datetime, start: datetime, life: Life) -> tuple[Step, ...]:
    """The life as steps from `begun` to `start`, each moment as the time that passes until it."""
    steps: list[Step] = []
    now = begun
    for one in (*life, start):
        step = Passes(one - now) if isinstance(one, datetime) else one
        if isinstance(step, Passes):
            now += step.by
        steps.append(step)
    return tuple(steps)
