"""The Slack side of the house: Bolt hears, the house decides, and the answer goes back."""

import asyncio
import re
import time
from collections.abc import Callable, Coroutine
from concurrent.futures import Executor
from dataclasses import replace

import structlog
from slack_bolt.adapter.socket_mode.async_handler import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_sdk.web.async_client import AsyncWebClient

from bot.adapters.slack import parse, render
from bot.adapters.slack.answers import Answers, at_fields
from bot.adapters.slack.chat import ABILITIES, SlackChat
from bot.adapters.slack.guard import Endpoint
from bot.adapters.slack.parse import Arrival, Said
from bot.adapters.slack.people import Known, People
from bot.adapters.slack.wire import Json, Wire, quiet
from bot.chat import Person, Place, Profile
from bot.commands.calls import Answer, Call, Errors, House, Nothing, Sent
from bot.ui import Form, clean

PATIENCE = 0.8
"""Seconds until something is acknowledged that is not done yet; Slack waits for 3."""

EVENTS = ("app_mention", "member_joined_channel", "member_left_channel", "user_change")
"""What we ask Slack to tell us; the manifest names the same."""

log = structlog.get_logger(__name__)


class SlackApp:
    """One workspace of Slack, joined to a house: over HTTP with a signing secret (`endpoint`), or
    over a socket of our own with an app token. `chat` sends. `clock` gives seconds since 1970.
    """

    def __init__(
        self,
        *,
        token: str,
        signing_secret: str | None = None,
        app_token: str | None = None,
        base_url: str,
        house: House,
        pool: Executor,
        clock: Callable[[], float] = time.time,
        timeout: float = 10.0,
    ) -> None:
        self._house, self._pool, self._clock = house, pool, clock
        self._wire = Wire(token=token, base_url=base_url, timeout=timeout)
        self._people = People(self._wire, clock)
        self.chat = SlackChat(self._wire, self._people)
        self._answers = Answers(self._wire, self.chat, clock)
        # Bolt gets a client without a token, or it would ask auth.test by itself at the first call.
        bare = AsyncWebClient(base_url=base_url, logger=quiet, retry_handlers=[])
        self._bolt = AsyncApp(
            client=bare,
            # Bolt reads the names of the arguments, and takes the self of a method for one.
            authorize=lambda team_id: self._authorize(team_id),  # noqa: PLW0108
            logger=quiet,
            request_verification_enabled=False,  # the guard has done it, on the raw bytes
            ssl_check_enabled=False,  # it would answer what nobody has signed
        )
        over_http = signing_secret if not app_token else None
        self.endpoint = Endpoint(self._bolt, over_http, clock) if over_http else None
        self._app_token = app_token
        self._token = token
        self._socket: AsyncSocketModeHandler | None = None
        self._self: Json = {}
        self._order = 0
        self._work: set[asyncio.Task[None]] = set()
        self._listen()

    async def start(self) -> None:
        """Meet Slack and, in Socket Mode, connect; raises LockedOut or Busy where it refuses."""
        await self._wire.open()
        self._self = await self._wire.ask(self._wire.client.auth_test())
        if self._app_token:
            # Asked for by ourselves, for the handler would try a wrong token again and again.
            opened = self._wire.client.apps_connections_open(app_token=self._app_token)
            url = (await self._wire.ask(opened))["url"]
            self._socket = AsyncSocketModeHandler(
                self._bolt, self._app_token, logger=quiet, web_client=self._wire.client
            )
            self._socket.client.wss_uri = url
            await self._socket.connect_async()  # type: ignore[no-untyped-call]  # Bolt has none

    async def stop(self) -> None:
        """Finish every call in work, then hang up."""
        await self.idle()
        if self._socket:
            await self._socket.close_async()  # type: ignore[no-untyped-call]
            self._socket = None
        await self._people.close()
        await self._wire.close()

    async def idle(self) -> None:
        """Return when no call is in work."""
        while self._work:
            await asyncio.wait(self._work)

    def link_ok(self) -> bool:
        """Whether Slack was there when last asked; in Socket Mode, whether the socket is open."""
        if not self._socket:
            return self._wire.reached
        client = self._socket.client
        session = client.current_session
        return session is not None and not session.closed and not client.stale

    def _listen(self) -> None:
        """One listener for all commands, one for all buttons, one for all forms; and the events."""
        every = re.compile(".*", re.DOTALL)
        self._bolt.command(every)(self._on_command)
        self._bolt.action(every)(self._on_press)
        self._bolt.view(every)(self._on_form)
        self._bolt.event("app_mention")(self._on_mention)
        self._bolt.event("member_joined_channel")(self._on_membership)
        self._bolt.event("member_left_channel")(self._on_membership)
        self._bolt.event("user_change")(self._on_change)

    async def _authorize(self, team_id: str | None) -> AuthorizeResult:
        return AuthorizeResult(
            enterprise_id=None,
            team_id=team_id or self._self.get("team_id"),
            bot_id=self._self.get("bot_id"),
            bot_user_id=self._self.get("user_id"),
            bot_token=self._token,
        )

    async def _on_command(self, ack: AsyncAck, body: Json) -> None:
        await self._track(self._serve(ack, body, parse.command))

    async def _on_press(self, ack: AsyncAck, body: Json) -> None:
        await self._track(self._serve(ack, body, parse.press))

    async def _on_form(self, ack: AsyncAck, body: Json) -> None:
        await self._track(self._serve(ack, body, parse.submission))

    async def _on_mention(self, ack: AsyncAck, body: Json) -> None:
        if not body["event"].get("bot_id"):
            await self._track(self._serve(ack, body, parse.mention))

    async def _on_membership(self, ack: AsyncAck, body: Json) -> None:
        if body["event"]["user"] != self._self.get("user_id"):
            await self._track(self._serve(ack, body, parse.membership))

    async def _on_change(self, body: Json) -> None:
        self._people.forget(body["event"]["user"]["id"])

    async def _track(self, serving: Coroutine[None, None, None]) -> None:
        """Count the call as work, and let no exception out of the listener: when one raises within
        10 ms of its ack, Bolt forgets the ack and answers 404 (asyncio_runner.py).
        """
        task = asyncio.create_task(serving)
        self._work.add(task)
        task.add_done_callback(self._work.discard)
        await asyncio.wait({task})
        if fault := task.exception():
            log.error("slack.listener_failed", exc_info=fault)

    async def _serve(
        self, ack: AsyncAck, body: Json, read: Callable[[Json, float], Arrival]
    ) -> None:
        arrival = read(body, self._clock())
        call = asyncio.create_task(self._act(arrival))
        await asyncio.wait({call}, timeout=PATIENCE)
        answer = call.result() if call.done() else None
        if await self._acknowledge(ack, arrival, answer):
            return
        await self._answers.give(arrival, answer or await call)

    async def _acknowledge(self, ack: AsyncAck, arrival: Arrival, answer: Answer | None) -> bool:
        """Acknowledge, with the answer itself where a form can take it; True where that was all."""
        if not isinstance(arrival.said, Sent):
            await ack()
            return False
        match answer:
            case Errors() if arrival.fields and answer.problems:
                await ack(response_action="errors", errors=at_fields(arrival, answer))
                return True
            case Form():
                drawn = render.view(answer, parse.kept(arrival))
                await ack(response_action="update", view=drawn)
                return True
            case _:
                await ack(response_action="clear")
                return False

    async def _act(self, arrival: Arrival) -> Answer:
        known = await self._people.soon(arrival.user)
        if known and known.bot:
            return Nothing()
        call = self._call(arrival, known, await self._said(arrival))
        return await asyncio.get_running_loop().run_in_executor(self._pool, self._house.act, call)

    async def _said(self, arrival: Arrival) -> Said:
        """What was said, and who those are that were picked in it."""
        said, picked = arrival.said, arrival.picked
        if not isinstance(said, Sent) or not picked:
            return said
        known = await asyncio.gather(*(self._people.soon(user) for user in picked))
        found = [(user, one) for user, one in zip(picked, known, strict=True) if one]
        return replace(said, people={u: one.profile(arrival.workspace) for u, one in found})

    def _call(self, arrival: Arrival, known: Known | None, said: Said) -> Call:
        elsewhere = bool(arrival.team) and arrival.team != arrival.workspace
        profile = Profile(clean(arrival.name), outsider=elsewhere, certain=False)
        if known:
            profile = known.profile(arrival.workspace)
        # What has no time of its own came after all that came before it, whatever the clocks say.
        order = arrival.order or max(int(self._clock() * 1_000_000), self._order + 1)
        self._order = max(self._order, order)
        return Call(
            id=arrival.id,
            order=order,
            who=Person(SlackChat.platform, arrival.workspace, arrival.user),
            profile=profile,
            place=Place(SlackChat.platform, arrival.workspace, _public(arrival.channel)),
            said=said,
            abilities=ABILITIES,
            room=arrival.room,
        )


def _public(channel: str) -> str:
    """The channel, or nothing where it is a direct message, whose id starts with D."""
    return "" if channel.startswith("D") else channel
