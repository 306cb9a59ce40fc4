"""A tiny house that answers from a table, and a Discord of our own to put it on."""

from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from threading import Event
from zoneinfo import ZoneInfo

import pytest

from bot.adapters.discord.app import DiscordApp
from bot.adapters.discord.loopback import Loopback
from bot.adapters.discord.times import Times
from bot.adapters.stage import Actor, Room
from bot.chat import Person
from bot.commands.calls import Answer, Call, Command, House, Nothing, Reply, Typed
from bot.ui import Button, Controls, Form, Message, Para, words
from tests.adapters import schemas_discord

LANGUAGES = ("en", "de", "fr", "it", "fi")
ANA = Actor("Ana", "101", admin=True)
BEN = Actor("Ben", "102")
CLEO = Actor("Cleo", "103", language="fr")
ROOM = Room("physics", "201", ("Ana", "Ben", "Cleo"))


def command(name: str, **names: str) -> Command:
    texts = {language: f"What /{name} does, in {language}" for language in LANGUAGES}
    hints = dict.fromkeys(LANGUAGES, "plan, move, a meeting's name")
    return Command(name, dict.fromkeys(LANGUAGES, name) | names, texts, hints)


COMMANDS = (command("meeting", fr="reunion"), command("network"))


def moment(at: datetime) -> str:
    return at.astimezone(ZoneInfo("Europe/London")).strftime("%a %d %b %Y %H:%M")


@dataclass
class TinyHouse:
    """Says what its table says; what is not in it is nothing."""

    says: dict[str, Answer | Callable[[Call], Answer]] = field(default_factory=dict)
    suggests: tuple[tuple[str, str], ...] = ()
    calls: list[Call] = field(default_factory=list)
    kept: list[tuple[Call, Form]] = field(default_factory=list)
    agreeing: set[str] = field(default_factory=set)
    owners: dict[str, str] = field(default_factory=dict)
    digests: dict[str, str] = field(default_factory=dict)
    open: Event = field(default_factory=Event)
    entered: Event = field(default_factory=Event)

    def __post_init__(self) -> None:
        self.open.set()

    def act(self, call: Call) -> Answer:
        self.calls.append(call)
        self.entered.set()
        self.open.wait(30)
        said = call.said
        name = said.command if isinstance(said, Typed) else getattr(said, "action", "")
        answer = self.says.get(name, Nothing())
        return answer(call) if callable(answer) else answer

    def opens(self, call: Call) -> bool:  # noqa: ARG002
        return False

    def keep(self, call: Call, form: Form) -> Message:
        self.kept.append((call, form))
        opener = Button("Open the form", "draft:1:fix")
        return Message("", (Para(words("Your form is ready.")), Controls((opener,))))

    def mend(self, call: Call, problems: Mapping[str, str]) -> Reply:
        raise NotImplementedError(call, problems)

    def agreed(self, person: Person) -> bool:
        return person.user in self.agreeing

    def lease(self, name: str, owner: str, seconds: float) -> bool:  # noqa: ARG002
        return self.owners.setdefault(name, owner) == owner

    def give_back(self, name: str, owner: str) -> None:
        if self.owners.get(name) == owner:
            del self.owners[name]

    def suggest(self, call: Call) -> tuple[tuple[str, str], ...]:
        self.calls.append(call)
        return self.suggests

    def recall_commands(self, application: str) -> str:
        return self.digests.get(application, "")

    def remember_commands(self, application: str, digest: str) -> None:
        self.digests[application] = digest


@pytest.fixture
def house() -> TinyHouse:
    return TinyHouse()


@pytest.fixture
def pool() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(8) as threads:
        yield threads


@dataclass
class Scene:
    """The platform with the bot on it."""

    platform: Loopback
    app: DiscordApp
    house: TinyHouse


@asynccontextmanager
async def running(
    platform: Loopback, house: House, pool: ThreadPoolExecutor, times: Times | None = None
) -> AsyncIterator[DiscordApp]:
    app = DiscordApp(
        token=platform.token, api_base=platform.api_base, house=house, commands=COMMANDS, pool=pool,
        times=times,
    )  # fmt: skip
    await app.start()
    try:
        yield app
    finally:
        await app.stop()


@pytest.fixture
async def scene(house: TinyHouse, pool: ThreadPoolExecutor) -> AsyncIterator[Scene]:
    """What the platform has received by the end is held against Discord's own description."""
    async with AsyncExitStack() as stack:
        platform = await stack.enter_async_context(
            Loopback((ANA, BEN, CLEO), (ROOM,), moment=moment)
        )
        app = await stack.enter_async_context(running(platform, house, pool))
        yield Scene(platform, app, house)
    if schemas_discord.here():
        for request in platform.received:
            schemas_discord.check_request(request.method, request.path, request.body)
