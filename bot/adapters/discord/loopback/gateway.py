"""The gateway half: HELLO, IDENTIFY, READY, heartbeats, events, RESUME with what was missed."""

import asyncio
import json
import zlib
from contextlib import suppress
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Any

from aiohttp import WSMessage, WSMsgType, web

from bot.adapters.discord.loopback import shapes

Payload = dict[str, Any]


class Op(IntEnum):
    """What a frame is."""

    DISPATCH = 0
    HEARTBEAT = 1
    IDENTIFY = 2
    RESUME = 6
    RECONNECT = 7
    INVALID = 9
    HELLO = 10
    HEARD = 11


BEAT = 41_250  # milliseconds
WRONG_TOKEN, NOT_GRANTED = 4004, 4014
GOODBYE = (1000, 1001)
PRIVILEGED = 1 << 1 | 1 << 8 | 1 << 15  # members, presences, message content


class Line:
    """One socket; it compresses the whole stream where that was asked for."""

    def __init__(
        self, socket: web.WebSocketResponse, speaks: asyncio.Event, *, compressed: bool
    ) -> None:
        self.socket = socket
        self._speaks = speaks
        self._press = zlib.compressobj() if compressed else None

    async def send(self, payload: Payload) -> None:
        """Send one frame, if there is still somebody to take it."""
        with suppress(ConnectionError):
            await self._send(json.dumps(payload))

    async def _send(self, text: str) -> None:
        if self.socket.closed or not self._speaks.is_set():
            return
        if self._press is None:
            await self.socket.send_str(text)
        else:
            pressed = self._press.compress(text.encode()) + self._press.flush(zlib.Z_SYNC_FLUSH)
            await self.socket.send_bytes(pressed)


@dataclass
class Session:
    """What one shard has been sent, and where it listens now."""

    id: str
    shard: int
    intents: int = 0
    events: list[Payload] = field(default_factory=list)
    line: Line | None = None


class Gateway:
    """Tells the bot what happens."""

    def __init__(self, token: str, guild: Payload, news: asyncio.Event) -> None:
        self.url = ""
        self.shards = 1
        self.beat = BEAT
        self.refusing = False
        self.refused = 0
        self.heartbeats = 0
        self.connections = 0
        self.identified = 0
        self.resumed = 0
        self._token = token
        self._guild = guild
        self._news = news
        self._sessions: dict[str, Session] = {}
        self._speaks = asyncio.Event()
        self._speaks.set()

    async def handle(self, request: web.Request) -> web.WebSocketResponse:
        """Serve one connection."""
        socket = web.WebSocketResponse()
        if self.refusing and request.transport:
            self.refused += 1
            self._news.set()
            request.transport.abort()
            return socket
        await socket.prepare(request)
        line = Line(socket, self._speaks, compressed="compress" in request.query)
        self.connections += 1
        self._news.set()
        try:
            await self._speaks.wait()
            await line.send({"op": Op.HELLO, "d": {"heartbeat_interval": self.beat}})
            async for frame in socket:
                await self._speaks.wait()
                if frame.type == WSMsgType.TEXT:
                    await self._heard(line, frame)
        finally:
            self._left(line)
            self.connections -= 1
            self._news.set()
        return socket

    def mute(self) -> None:
        """Keep every line open, and say and hear nothing any more."""
        self._speaks.clear()

    def unmute(self) -> None:
        """Speak again."""
        self._speaks.set()

    async def tell(self, event: str, data: Payload, guild: str | None, *, intent: int = 0) -> None:
        """Dispatch an event to the shard that it belongs to, in each of its sessions that asked for
        it by that intent; one that is away gets it later.
        """
        shard = (int(guild) >> 22) % self.shards if guild else 0
        sessions = [s for s in self._sessions.values() if s.shard == shard]
        if not sessions:
            raise ConnectionError("no bot is connected")
        for session in sessions:
            if session.intents & intent == intent:
                await self._send(session, event, data)

    async def close(self, code: int = 4000) -> None:
        """Cut every connection; the sessions wait to be resumed."""
        for session in list(self._sessions.values()):
            line, session.line = session.line, None
            if line:
                await line.socket.close(code=code)

    async def ask_to_reconnect(self) -> None:
        """Send every shard away and back (op 7)."""
        for session in self._sessions.values():
            if session.line:
                await session.line.send({"op": Op.RECONNECT, "d": None})

    async def forget(self) -> None:
        """Cut every connection and forget the sessions, so that a RESUME is refused (op 9)."""
        sessions, self._sessions = list(self._sessions.values()), {}
        for session in sessions:
            if session.line:
                await session.line.socket.close(code=4000)

    def _left(self, line: Line) -> None:
        """A session that said goodbye is over; one that was cut can be resumed."""
        if line.socket.close_code in GOODBYE:
            for over in [s.id for s in self._sessions.values() if s.line is line]:
                del self._sessions[over]

    async def _heard(self, line: Line, frame: WSMessage) -> None:
        said = json.loads(frame.data)
        match said["op"]:
            case Op.HEARTBEAT:
                self.heartbeats += 1
                self._news.set()
                await line.send({"op": Op.HEARD, "d": None})
            case Op.IDENTIFY:
                await self._identify(line, said["d"])
            case Op.RESUME:
                await self._resume(line, said["d"])
            case _:
                pass

    async def _identify(self, line: Line, data: Payload) -> None:
        if data["token"] != self._token:
            await line.socket.close(code=WRONG_TOKEN)
        elif data["intents"] & PRIVILEGED:
            await line.socket.close(code=NOT_GRANTED)
        else:
            self.identified += 1
            shard, shards = data.get("shard", [0, 1])
            session = Session(f"session-{self.identified}", shard, data["intents"], line=line)
            self._sessions[session.id] = session
            await self._greet(session, shards)

    async def _greet(self, session: Session, shards: int) -> None:
        mine = (int(shapes.GUILD) >> 22) % shards == session.shard
        ready = {
            "v": 10,
            "user": shapes.BOT,
            "guilds": [{"id": shapes.GUILD, "unavailable": True}] if mine else [],
            "session_id": session.id,
            "resume_gateway_url": self.url,
            "shard": [session.shard, shards],
            "application": {"id": shapes.APPLICATION, "flags": 0},
        }
        await self._send(session, "READY", ready)
        self._news.set()
        if mine:
            await self._send(session, "GUILD_CREATE", self._guild)

    async def _resume(self, line: Line, data: Payload) -> None:
        session = self._sessions.get(data["session_id"])
        if session is None:
            await line.send({"op": Op.INVALID, "d": False})
            return
        self.resumed += 1
        session.line = line
        for missed in session.events[data["seq"] :]:
            await line.send(missed)
        await self._send(session, "RESUMED", {})

    async def _send(self, session: Session, event: str, data: Payload) -> None:
        payload = {"op": Op.DISPATCH, "t": event, "s": len(session.events) + 1, "d": data}
        session.events.append(payload)
        if session.line:
            await session.line.send(payload)
