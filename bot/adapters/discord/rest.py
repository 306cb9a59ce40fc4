"""The bot's own calls to Discord, each made once and told apart by what became of it.

They do not go through discord.py's client: it would sleep inside a call until a limit is over, and
repeat by itself what may have arrived. The outbox waits better, and lets others go first.
"""

from collections.abc import Mapping
from contextlib import suppress
from http import HTTPStatus
from typing import Any, NoReturn

import aiohttp

from bot.chat import Busy, Gone, LockedOut, Unknown, Unreachable

AGENT = "DiscordBot (convenor, 1)"
"""Discord refuses what does not begin like this."""

PATIENCE = 10.0
"""Seconds for one call."""
CONNECTING = 5.0
"""Seconds of them until there is a connection; before there is one, nothing has left."""
AFTER_TROUBLE = 60.0
"""Seconds until the next attempt where Discord names no time."""
DIRECT_TOO_FAST = 40003
NO_SERVER_SHARED = "50278"
"""The person is on no server any more on which we are."""
NOBODY = "50033"
"""Nobody by this number can be written to; the other faults of a body are a message's own."""


class Rest:
    """Discord's HTTP API, for one bot."""

    def __init__(self, token: str, api_base: str, *, connecting: float = CONNECTING) -> None:
        self.patience = PATIENCE
        self._connecting = connecting
        self._base = api_base.rstrip("/")
        self._headers = {"Authorization": f"Bot {token.strip()}", "User-Agent": AGENT}
        self._session: aiohttp.ClientSession | None = None

    async def call(
        self, method: str, path: str, body: object = None, query: Mapping[str, str] | None = None
    ) -> Any:  # noqa: ANN401 -- JSON
        """What Discord answers. Raises Busy where nothing has left or it was refused for now,
        Unknown where it left and no answer came, LockedOut and Unreachable with Discord's code.
        """
        timeout = aiohttp.ClientTimeout(total=self.patience, connect=self._connecting)
        try:
            async with self._open().request(
                method, self._base + path, json=body, params=query, timeout=timeout
            ) as response:
                answer = await _json(response)
        except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError) as unreached:
            raise Busy(AFTER_TROUBLE) from unreached  # refused, no such name, nobody there
        except (aiohttp.ClientError, OSError) as cut:  # a timeout is an OSError too
            raise Unknown(type(cut).__name__) from cut
        if response.status >= HTTPStatus.BAD_REQUEST:
            _refused(response, answer if isinstance(answer, dict) else {})
        return answer

    async def close(self) -> None:
        """Hang up."""
        if self._session:
            await self._session.close()

    def _open(self) -> aiohttp.ClientSession:
        if self._session is None or self._session.closed:
            self._session = aiohttp.ClientSession(
                headers=self._headers, cookie_jar=aiohttp.DummyCookieJar()
            )
        return self._session


async def _json(response: aiohttp.ClientResponse) -> Any:  # noqa: ANN401 -- JSON
    """The body; what stands before Discord answers its own troubles with a page."""
    if response.content_type != "application/json":
        await response.read()
        return {}
    return await response.json()


def _refused(response: aiohttp.ClientResponse, answer: Mapping[str, Any]) -> NoReturn:
    code = str(answer.get("code") or response.status)
    if response.status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        raise Unknown(str(response.status))
    if response.status == HTTPStatus.TOO_MANY_REQUESTS:
        raise Busy(_retry_after(response, answer))
    if response.status == HTTPStatus.UNAUTHORIZED:
        raise LockedOut(code)
    if answer.get("code") == DIRECT_TOO_FAST:
        raise Busy(AFTER_TROUBLE)
    if code == NO_SERVER_SHARED:
        raise Gone(code)
    of_message = response.status == HTTPStatus.BAD_REQUEST and code != NOBODY
    raise Unreachable(code, of_place=not of_message)


def _retry_after(response: aiohttp.ClientResponse, answer: Mapping[str, Any]) -> float:
    """The body has fractions of a second; who stands before Discord gives only the header."""
    for told in (answer.get("retry_after"), response.headers.get("Retry-After")):
        with suppress(TypeError, ValueError):
            return float(told)  # type: ignore[arg-type]
    return AFTER_TROUBLE
