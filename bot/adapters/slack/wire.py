"""The wire to Slack: one client, one HTTP session, each failure told as a fact of the port."""

import logging
from collections.abc import Awaitable, Mapping
from http import HTTPStatus
from typing import Any

import aiohttp
from slack_sdk.errors import SlackApiError, SlackClientError
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from bot.adapters.slack.payload import Json
from bot.chat import Busy, LockedOut, Unknown, Unreachable

SOON = 5.0
"""Seconds until a call that did not arrive is worth another try."""

NOT_NOW = {"ratelimited": 30.0, "rate_limited": 30.0, "team_added_to_org": 60.0}
"""Refusals that pass, and how long they may last."""

UNSURE = frozenset(("fatal_error", "internal_error", "request_timeout", "service_unavailable"))
"""Errors of Slack's own; the method pages say that some of what was asked may have been done."""

SHUT_OUT = frozenset(
    (
        "account_inactive",
        "invalid_auth",
        "not_authed",
        "org_login_required",
        "token_expired",
        "token_revoked",
    )
)
"""What Slack says of a token that opens nothing."""

OF_MESSAGE = (
    "invalid_arguments",
    "invalid_blocks",
    "metadata_",
    "msg_blocks_too_long",
    "msg_too_long",
    "no_text",
    "too_many_attachments",
)
"""How the codes begin of what is wrong with one message; all others go in the same place."""

FACTS = (Busy, LockedOut, Unknown, Unreachable)
"""All that a call may raise."""

# The SDK prints bodies at DEBUG, and Bolt what it has no listener for at WARNING: people's words.
quiet = logging.getLogger("bot.adapters.slack.sdk")
quiet.setLevel(logging.ERROR)


class Wire:
    """Slack's Web API and response addresses. `reached`: whether the last call found it well."""

    def __init__(self, *, token: str, base_url: str, timeout: float) -> None:
        # No retry handler: the default one sends a post again whose answer was lost, and it appears
        # twice; and one for 429 would wait inside a call, where the outbox waits better.
        self.client = AsyncWebClient(
            token=token, base_url=base_url, logger=quiet, retry_handlers=[]
        )
        self.reached = False
        self._timeout = aiohttp.ClientTimeout(total=timeout, connect=timeout / 2)

    async def open(self) -> None:
        """Open the HTTP session that every call shares; without it each would shake hands anew."""
        # Answers to people do not queue behind each other; the outbox has a pace of its own.
        self.client.session = aiohttp.ClientSession(
            timeout=self._timeout, connector=aiohttp.TCPConnector(limit=0)
        )

    async def close(self) -> None:
        """Close the session."""
        if self.client.session:
            await self.client.session.close()
        self.reached = False

    async def ask(self, call: Awaitable[AsyncSlackResponse], *, again: bool = True) -> Json:
        """Slack's answer. `again` says that the call may be repeated without harm: then an answer
        that was lost is Busy, else Unknown.
        """
        lost = Busy(SOON) if again else Unknown()
        try:
            answer = await call
        except SlackApiError as error:
            fact = _fact(error, lost)
            self.reached = fact is not lost and not isinstance(fact, LockedOut)
            raise fact from error
        except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError) as error:
            self.reached = False
            raise Busy(SOON) from error
        except (aiohttp.ClientError, SlackClientError, TimeoutError) as error:
            self.reached = False
            raise lost from error
        self.reached = True
        return dict(answer.data) if isinstance(answer.data, dict) else {}

    async def respond(self, url: str, body: Mapping[str, Any]) -> None:
        """Send an answer to the response_url of something a person did."""
        session = self.client.session
        if session is None:
            raise Busy(SOON)
        try:
            async with session.post(url, json=body) as answer:
                status = answer.status
        except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError) as error:
            raise Busy(SOON) from error
        except (aiohttp.ClientError, TimeoutError) as error:
            raise Unknown from error
        if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
            raise Unknown
        if status == HTTPStatus.TOO_MANY_REQUESTS:
            raise Busy(SOON)
        if status != HTTPStatus.OK:  # used up or too old: Slack answers 404
            raise Unreachable(f"response_url_{status}")


def _fact(error: SlackApiError, lost: Busy | Unknown) -> Exception:
    response = error.response
    # Where the body was not JSON, the SDK hands over the bare HTTP response.
    told = isinstance(response, AsyncSlackResponse)
    status = response.status_code if told else response.status
    if status == HTTPStatus.TOO_MANY_REQUESTS:
        return Busy(_seconds(response.headers.get("Retry-After", "")))
    answer = response.data if told and isinstance(response.data, dict) else {}
    code = str(answer.get("error") or "")
    if code in SHUT_OUT or status in (HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN):
        return LockedOut(code or f"http_{status}")
    if not code or status >= HTTPStatus.INTERNAL_SERVER_ERROR or code in UNSURE:
        return lost
    if code in NOT_NOW:
        return Busy(NOT_NOW[code])
    return Unreachable(code, of_place=not code.startswith(OF_MESSAGE))


def _seconds(header: str) -> float:
    try:
        return max(float(header), 0.0)
    except ValueError:
        return SOON
