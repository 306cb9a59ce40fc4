"""Both platforms before two houses: what a person did once arrives as often as one likes."""

import asyncio
from abc import ABC, abstractmethod
from collections.abc import AsyncIterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from random import Random
from typing import Any

from discord import Client, ClientUser, Intents, Interaction

from bot.adapters.discord import parse
from bot.adapters.discord.loopback import Loopback, shapes
from bot.adapters.slack import loopback_payloads as payloads
from bot.adapters.slack.app import SlackApp
from bot.adapters.slack.chat import ABILITIES
from bot.adapters.slack.loopback import Kind, LoopbackSlack
from bot.adapters.slack.loopback_run import loopback, serving
from bot.adapters.slack.loopback_world import Post
from bot.adapters.stage import Actor, Room
from bot.chat import Abilities, Person, Place, Profile
from bot.commands.calls import Call, Pressed, Sent, Typed
from tests.commands.doors import Clock, Door

NAMES = ("Ana", "Ben", "Cleo", "Dev")
ADMINS = ("Ana", "Dev")
ROOMS = ("northshire", "southshire", "westshire")


@dataclass(frozen=True)
class Act:
    """What somebody did once, and where."""

    who: str
    room: str
    said: Typed | Pressed | Sent


class Platform(ABC):
    """People on a platform, whose acts arrive at either of two houses."""

    name: str
    workspace: str
    people: str
    """The workspace that people belong to."""
    abilities: Abilities
    actors: Mapping[str, Actor]
    rooms: Mapping[str, Room]
    doors: Sequence[Door]

    @abstractmethod
    def payload(self, act: Act) -> Any:  # noqa: ANN401 -- JSON
        """What the platform sends of it; each is another click."""

    @abstractmethod
    async def deliver(self, payloads: Sequence[Any], rng: Random) -> None:
        """All of them arrive at once, in any order, each at either house."""

    @classmethod
    def call(cls, act: Act, number: int) -> Call:
        """The act as a call, for what needs no payload."""
        return Call(
            id=f"straight-{number}",
            order=number,
            who=Person(cls.name, cls.people, cls.actors[act.who].user),
            profile=Profile(act.who, "en", "Europe/London", admin=act.who in ADMINS),
            place=Place(cls.name, cls.workspace, cls.rooms[act.room].channel),
            said=act.said,
            abilities=cls.abilities,
            room=act.room,
        )


def _cast(user: str, channel: str) -> tuple[dict[str, Actor], dict[str, Room]]:
    actors = {
        name: Actor(name, f"{user}{number}", admin=name in ADMINS)
        for number, name in enumerate(NAMES, 1)
    }
    rooms = {name: Room(name, f"{channel}{n}", NAMES) for n, name in enumerate(ROOMS, 1)}
    return actors, rooms


@dataclass
class OnSlack(Platform):
    """Signed requests to two real apps over HTTP."""

    slack: LoopbackSlack
    apps: Sequence[SlackApp]
    urls: Sequence[str]
    doors: Sequence[Door]
    name = "slack"
    workspace = people = "T0NETWORK"
    abilities = ABILITIES
    actors, rooms = _cast("U", "C")

    def payload(self, act: Act) -> tuple[Kind, Any]:
        world, actor, channel = self.slack.world, self.actors[act.who], self.rooms[act.room].channel
        address = self.slack.address(world.address(actor.user, channel))
        match act.said:
            case Typed(command, text):
                typed = f"/{command} {text}".strip()
                body = payloads.command(world, actor, channel, typed, address)
                return "slash_commands", body
            case Pressed(action):
                button = {"action_id": action, "text": {}, "type": "button", "value": "-"}
                post = Post(channel, world.ts(), {"text": "-"})
                return "interactive", payloads.press(world, actor, post, button, address)
            case Sent(action):
                view = _view(act.said, world.id("V"), world.ts(), channel)
                return "interactive", payloads.submission(world, actor, view)

    async def deliver(self, payloads: Sequence[tuple[Kind, Any]], rng: Random) -> None:
        signed = [self.slack.sign(*payload) for payload in payloads]
        first = rng.randrange(2)
        rng.shuffle(signed)
        answers = [
            self.slack._client.post(self.urls[(n + first) % 2], data=one.body, headers=one.headers)
            for n, one in enumerate(signed)
        ]
        assert {answer.status for answer in await asyncio.gather(*answers)} == {200}
        for app in self.apps:
            await app.idle()


def _view(sent: Sent, number: str, mark: str, channel: str) -> dict[str, Any]:
    """A form as it stands on a person's screen."""
    people = {"type": "users_select"}, "selected_user"
    text = {"type": "plain_text_input"}, "value"
    values = {}
    for key, (given, *_) in sent.values.items():
        kind, name = people if key == "who" else text
        values[key] = {key: kind | {name: given}}
    return {
        "type": "modal",
        "id": number,
        "hash": mark,
        "callback_id": sent.action,
        "private_metadata": f'{{"channel": "{channel}", "room": ""}}',
        "blocks": [],
        "state": {"values": values},
    }


@dataclass
class OnDiscord(Platform):
    """Interactions as the gateway brings them, read by each of two clients."""

    discord: Loopback
    pool: ThreadPoolExecutor
    doors: Sequence[Door]
    client: Client = field(default_factory=lambda: Client(intents=Intents.none()))
    name = "discord"
    workspace = shapes.GUILD
    people = parse.EVERYWHERE
    abilities = parse.ABILITIES
    actors, rooms = _cast("10", "20")

    def __post_init__(self) -> None:
        state: Any = self.client._connection
        state.user = ClientUser(state=state, data=shapes.BOT)  # type: ignore[arg-type]

    def payload(self, act: Act) -> Any:  # noqa: ANN401 -- JSON
        actor, channel = self.actors[act.who], self.rooms[act.room].channel
        live = self.discord.world.ask(actor.user, channel)
        match act.said:
            case Typed(command, text):
                options = [{"name": "what", "type": 3, "value": text}] if text else []
                data = {"id": "1", "name": command, "type": 1, "options": options}
                return self.discord._interaction(live, 2, data)[0]
            case Pressed(action):
                data = {"component_type": 2, "custom_id": action}
                return self.discord._interaction(live, 3, data)[0]
            case Sent(action, values):
                fields = [{"component": _component(*field)} for field in values.items()]
                data = {"custom_id": action, "components": fields, "resolved": {}}
                return self.discord._interaction(live, 5, data)[0]

    async def deliver(self, payloads: Sequence[Any], rng: Random) -> None:
        calls = [self._read(payload) for payload in payloads]
        first = rng.randrange(2)
        rng.shuffle(calls)
        loop = asyncio.get_running_loop()
        acts = [
            loop.run_in_executor(self.pool, self.doors[(n + first) % 2].act, call)
            for n, call in enumerate(calls)
        ]
        await asyncio.gather(*acts)

    def _read(self, payload: Any) -> Call:  # noqa: ANN401 -- JSON
        return parse.call(Interaction(data=payload, state=self.client._connection))


def _component(key: str, given: Sequence[str]) -> dict[str, Any]:
    if key == "who":
        return {"type": 5, "custom_id": key, "values": list(given)}
    return {"type": 4, "custom_id": key, "value": given[0]}


@asynccontextmanager
async def on_slack(doors: Sequence[Door], clock: Clock) -> AsyncIterator[OnSlack]:
    """Slack, joined to two houses."""
    actors, rooms = OnSlack.actors.values(), OnSlack.rooms.values()
    async with AsyncExitStack() as stack:
        slack = await stack.enter_async_context(loopback(actors, rooms, clock))
        apps, urls = [], []
        for door in doors:
            app = SlackApp(
                token=slack.token, signing_secret=slack.signing_secret, base_url=slack.api,
                house=door, pool=stack.enter_context(ThreadPoolExecutor(4)), clock=clock,
            )  # fmt: skip
            await app.start()
            stack.push_async_callback(app.stop)
            apps.append(app)
            urls.append(await stack.enter_async_context(serving(app.endpoint)))
        yield OnSlack(slack, apps, urls, doors)


@asynccontextmanager
async def on_discord(doors: Sequence[Door], clock: Clock) -> AsyncIterator[OnDiscord]:  # noqa: ARG001
    """Discord, joined to two houses."""
    actors, rooms = OnDiscord.actors.values(), OnDiscord.rooms.values()
    with ThreadPoolExecutor(8) as pool:
        yield OnDiscord(Loopback(actors, rooms, moment=str), pool, doors)


def on_each(form: Mapping[str, tuple[str, ...]]) -> list[Mapping[str, tuple[str, ...]]]:
    """What a form is sent with; somebody who is picked has another name on each platform."""
    who = [name for name, one in OnSlack.actors.items() if form.get("who") == (one.user,)]
    picked: list[Mapping[str, tuple[str, ...]]] = [
        {**form, "who": (platform.actors[name].user,)}
        for platform in (OnSlack, OnDiscord)
        for name in who
    ]
    return picked or ([form] if form else [])
