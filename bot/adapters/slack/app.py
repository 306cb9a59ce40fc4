"""The Slack side of the house: Bolt hears, the house decides, and the answer goes back."""

import json
import re
import time
from collections.abc import Callable
from concurrent.futures import Executor
from http import HTTPStatus

from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncBoltRequest
from slack_bolt.authorization import AuthorizeResult
from slack_sdk.web.async_client import AsyncWebClient

from bot.adapters.slack import parse
from bot.adapters.slack.chat import SlackChat
from bot.adapters.slack.desk import Desk
from bot.adapters.slack.guard import Endpoint
from bot.adapters.slack.link import Pulse, Socket
from bot.adapters.slack.payload import Json
from bot.adapters.slack.people import People
from bot.adapters.slack.times import Times
from bot.adapters.slack.ways import Ways
from bot.adapters.slack.wire import Wire, quiet
from bot.commands.calls import House

EVENTS = ("app_mention", "member_joined_channel", "member_left_channel", "user_change")
"""What we ask Slack to tell us; the manifest names the same."""


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
        times: Times | None = None,
        patience: float | None = None,
    ) -> None:
        times = times or Times()
        self._wire = Wire(token=token, base_url=base_url, timeout=timeout)
        self._people = People(self._wire, clock)
        self.chat = SlackChat(self._wire, self._people)
        ways = Ways(self._wire, self.chat, clock)
        self._desk = Desk(house, pool, self._people, ways, clock, patience)
        # Bolt gets a client without a token, or it would ask auth.test by itself at the first call.
        bare = AsyncWebClient(base_url=base_url, logger=quiet, retry_handlers=[])
        self._bolt = AsyncApp(
            client=bare,
            # Bolt reads the names of the arguments, and takes the self of a method for one.
            authorize=lambda team_id: self._authorize(team_id),  # noqa: PLW0108
            logger=quiet,
            request_verification_enabled=False,  # the guard has done it, on the raw bytes
            ssl_check_enabled=False,  # it would answer what nobody has signed
            # Else Bolt looks for the ack every 10 ms, and has an event acknowledged before it is
            # kept (asyncio_runner.py). Our listeners return with their ack.
            process_before_response=True,
        )
        over_http = signing_secret if not app_token else None
        self.endpoint = Endpoint(self._bolt, over_http, clock) if over_http else None
        self._socket = Socket(self._wire, app_token, self._hear, times) if app_token else None
        self._pulse = Pulse(self._wire, times)
        self._token = token
        self._self: Json = {}
        self._listen()

    async def start(self) -> None:
        """Meet Slack and, in Socket Mode, connect; raises LockedOut or Busy where it refuses."""
        await self._wire.open()
        self._self = await self._wire.ask(self._wire.client.auth_test())
        if self._socket:
            await self._socket.open()
        self._pulse.start()

    async def stop(self) -> None:
        """Finish every call in work, then hang up."""
        await self.idle()
        await self._pulse.stop()
        if self._socket:
            await self._socket.close()
            await self.idle()  # what came while it closed
        await self._people.close()
        await self._wire.close()

    async def idle(self) -> None:
        """Return when no call is in work."""
        await self._desk.idle()

    def link_ok(self) -> bool:
        """Whether Slack was there when last asked and, in Socket Mode, the socket is open."""
        return self._wire.reached and (self._socket is None or self._socket.up)

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

    async def _hear(self, envelope: Json) -> Json | None:
        """An envelope of the socket's, to Bolt and back."""
        heard = AsyncBoltRequest(mode="socket_mode", body=envelope["payload"])
        answer = await self._bolt.async_dispatch(heard)
        if answer.status != HTTPStatus.OK:  # none of ours
            return None
        return dict(json.loads(answer.body)) if answer.body.startswith("{") else {}

    async def _on_command(self, ack: AsyncAck, body: Json) -> None:
        await self._desk.take(ack, body, parse.command)

    async def _on_press(self, ack: AsyncAck, body: Json) -> None:
        await self._desk.take(ack, body, parse.press)

    async def _on_form(self, ack: AsyncAck, body: Json) -> None:
        await self._desk.take(ack, body, parse.submission)

    async def _on_mention(self, ack: AsyncAck, body: Json) -> None:
        if not body["event"].get("bot_id"):
            await self._desk.take(ack, body, parse.mention)

    async def _on_membership(self, ack: AsyncAck, body: Json) -> None:
        if body["event"]["user"] != self._self.get("user_id"):
            await self._desk.take(ack, body, parse.membership)

    async def _on_change(self, ack: AsyncAck, body: Json) -> None:
        if self._people.is_news(body["event"]["user"]):
            await self._desk.take(ack, body, parse.change)
        else:
            await ack()
