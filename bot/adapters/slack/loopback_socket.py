"""Socket Mode of the loopback Slack: each envelope goes to the newest socket that is open."""

import asyncio
import json

import aiohttp
from aiohttp import web

from bot.adapters.slack.payload import Json


class Sockets:
    """The sockets that a house has opened. `mute`: nothing is read or said on them any more, also
    no pong, though they stay open. An address is good for one socket.
    """

    def __init__(self, stirred: asyncio.Event) -> None:
        self.open: list[web.WebSocketResponse] = []
        self.mute = False
        self._stirred = stirred
        self._acks: dict[str, asyncio.Future[Json]] = {}
        self._addresses: set[str] = set()

    def address(self, key: str) -> str:
        """A new address, `socket/KEY`."""
        self._addresses.add(key)
        return f"socket/{key}"

    async def take(self, request: web.Request) -> web.StreamResponse:
        """Greet a socket, and read its acknowledgements until it ends."""
        key = request.match_info["key"]
        if key not in self._addresses:
            return web.Response(status=404)
        self._addresses.discard(key)
        socket = web.WebSocketResponse(autoping=False)
        await socket.prepare(request)
        await socket.send_json({"type": "hello", "num_connections": len(self.open) + 1})
        self.open.append(socket)
        self._stirred.set()
        try:
            async for message in socket:
                if not self.mute:
                    await self._hear(socket, message)
        finally:
            self.open.remove(socket)
        return socket

    async def deliver(self, envelope: str, sent: Json) -> Json:
        """Send an envelope, and return its acknowledgement; waits for ever where it is mute."""
        ack = self._acks[envelope] = asyncio.get_running_loop().create_future()
        if not self.mute:
            await self.open[-1].send_json({**sent, "envelope_id": envelope})
        answer: Json = await ack
        return answer

    async def renew(self) -> None:
        """Tell the house to open another socket in place of the newest."""
        await self.open[-1].send_json({"type": "disconnect", "reason": "refresh_requested"})

    async def close(self) -> None:
        """Hang up on all of them."""
        for socket in list(self.open):
            await socket.close()

    async def _hear(self, socket: web.WebSocketResponse, message: aiohttp.WSMessage) -> None:
        if message.type is aiohttp.WSMsgType.PING:
            await socket.pong(message.data)
        elif message.type is aiohttp.WSMsgType.TEXT and message.data.startswith("{"):
            said = json.loads(message.data)
            if ack := self._acks.pop(said["envelope_id"], None):
                ack.set_result(said.get("payload") or {})
