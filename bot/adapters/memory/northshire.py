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


KNOWN = """\
Name; School; Phase; Region; Role; Subjects; Strengths; Wishes; Since
Hugo Lindberg; University of Northshire; ; North; lecturer; Engineering; \
Microcontrollers, Robotics, Sensors and data logging; Group work; 2009
Ben Carter; Northshire College; over 16; North; teacher; Physics; \
Electronics, Practical work; Robotics; 2015
Grace Obi; Northshire College; over 16; North; technician; ; \
Running a prep room, Demonstrations; Microcontrollers; 2018
Noor Haddad; Northshire College; over 16; North; teacher; Computing; \
Python, Artificial intelligence; Group work; 2021
Cleo Marsh; Hilltop Primary School; primary; Hills; teacher; Science; \
Block programming; Microcontrollers; 2024
Kezia Owen; Hilltop Primary School; primary; Hills; teacher; Science; \
Group work, Gardens and farming; Python; 2012
Esme Ahmed; St Aidan's Academy; secondary; North; teacher; Physics; \
Group work, Demonstrations; Robotics; 2019
Liam Byrne; St Aidan's Academy; secondary; North; teacher; Design and technology; \
3D printing; Electronics; 2007
Farid Khan; Riverside High School; secondary; Riverside; teacher; Chemistry; \
Practical work; Sensors and data logging; 2016
Jonas Weber; Riverside High School; secondary; Riverside; technician; ; \
Electronics, Sensors and data logging; 3D printing; 2010
Isla Murray; Moorland Primary School; primary; Hills; teacher; Science; \
Gardens and farming; Block programming; 2023
Maya Patel; Moorland Primary School; primary; Hills; teacher; Mathematics; \
Robotics; Practical work; 2014"""
"""What the network knows of its people, as a list that Ana has pasted."""

SHOWS: Mapping[str, tuple[int, ...]] = {
    "Ben Carter": (3, 1),
    "Cleo Marsh": (3,),
    "Esme Ahmed": (3, 2),
    "Hugo Lindberg": (2,),
    "Jonas Weber": (2,),
    "Maya Patel": (2, 1),
}
"""Who shows what of it to the others, the last first: what they do, can help with, would like."""

FREE: Mapping[str, Mapping[str, str]] = {
    "Ben Carter": {"At noon": "Monday", "Late in the afternoon": "Tuesday, Thursday"},
    "Esme Ahmed": {"Late in the afternoon": "Monday, Tuesday, Thursday"},
    "Hugo Lindberg": {"Late in the afternoon": "Tuesday, Wednesday, Thursday"},
    "Maya Patel": {"Late in the afternoon": "Tuesday, Thursday", "In the evening": "Monday"},
}
"""When some of them usually have time."""


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
    life = (*_beginning(before), *_known(), *_after(before, start), *_ahead(tuesday))
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


def _known() -> Life:
    """Ana brings in what she knows of the people, and some say more of themselves."""
    inbox = ""
    steps: list[Step] = [
        Types(ANA, inbox, "/network import"),
        Presses(ANA, "Paste a list"),
        Fills(ANA, {"One line for each person": KNOWN}),
        Presses(ANA, "The same people"),
        Presses(ANA, "Take it in"),
    ]
    for who, times in FREE.items():
        steps += [Types(who, inbox, "/profile times"), Fills(who, dict(times))]
    for who, parts in SHOWS.items():
        steps += [Types(who, inbox, "/profile"), Presses(who, "What others see of me")]
        steps += [Presses(who, "Show it", part) for part in parts]
    return tuple(steps)


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
