"""A house small enough to see through, a clock to turn by hand, and the cast."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from threading import Event
from zoneinfo import ZoneInfo

from bot.adapters.stage import Actor, Room
from bot.chat import Person
from bot.commands.calls import Answer, Call, Nothing, Pressed, Reply, Sent, Typed
from bot.ui import Button, Controls, Form, Message, Para, words

ANA = Actor("Ana", "U1ANA", admin=True)
BEN = Actor("Ben", "U2BEN", language="de", zone="Europe/Vienna")
CLEO = Actor("Cleo", "U3CLEO")
DEV = Actor("Dev", "U4DEV")
ROBOTICS = Room("robotics", "C1ROBOTICS", ("Ana", "Ben", "Cleo"))
OTHERS = Room("others", "C2OTHERS", ("Dev",))


@dataclass
class Clock:
    """A clock that stands still until it is turned."""

    now: float = 1_800_000_000.0

    def __call__(self) -> float:
        return self.now


@dataclass
class TinyHouse:
    """Answers as the test says, by command or action; knows a repeat by its id."""

    answers: dict[str, Answer | Callable[[Call], Answer]] = field(default_factory=dict)
    calls: list[Call] = field(default_factory=list)
    repeats: int = 0
    opening: set[str] = field(default_factory=set)
    kept: list[tuple[Call, Form]] = field(default_factory=list)
    mended: list[Call] = field(default_factory=list)
    owners: dict[str, str] = field(default_factory=dict)
    gate: Event = field(default_factory=Event)

    def __post_init__(self) -> None:
        self.gate.set()

    def act(self, call: Call) -> Answer:
        self.gate.wait(10)
        if any(call.id == known.id for known in self.calls):
            self.repeats += 1
            return Nothing()
        self.calls.append(call)
        answer = self.answers.get(key(call), Nothing())
        return answer(call) if callable(answer) else answer

    def opens(self, call: Call) -> bool:
        known = self.answers.get(key(call))
        return isinstance(known, Form) or key(call) in self.opening

    def keep(self, call: Call, form: Form) -> Message:
        self.kept.append((call, form))
        opener = Button("Open the form", "draft:1:fix")
        return Message("", (Para(words("Your form is ready.")), Controls((opener,))))

    def mend(self, call: Call, problems: Mapping[str, str]) -> Reply:
        self.mended.append(call)
        said = "\n".join(f"{label}: {problem}" for label, problem in problems.items())
        opener = Button("Fix it", "draft:1:fix")
        return Reply(Message("", (Para(words(said)), Controls((opener,)))))

    def agreed(self, person: Person) -> bool:  # noqa: ARG002
        return True

    def lease(self, name: str, owner: str, seconds: float) -> bool:  # noqa: ARG002
        return self.owners.setdefault(name, owner) == owner

    def give_back(self, name: str, owner: str) -> None:
        if self.owners.get(name) == owner:
            del self.owners[name]

    def suggest(self, call: Call) -> tuple[tuple[str, str], ...]:
        raise NotImplementedError(call)

    def recall_commands(self, application: str) -> str:
        raise NotImplementedError(application)

    def remember_commands(self, application: str, digest: str) -> None:
        raise NotImplementedError(application, digest)


def key(call: Call) -> str:
    match call.said:
        case Typed(command):
            return f"/{command}"
        case Pressed(action) | Sent(action):
            return action
        case event:
            return type(event).__name__


def reply(text: str) -> Reply:
    return Reply(note(text))


def note(text: str) -> Message:
    return Message("", (Para(words(text)),))


def moment(at: datetime) -> str:
    return at.astimezone(ZoneInfo("Europe/London")).strftime("%a %d %b %H:%M")
