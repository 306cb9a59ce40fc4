"""The gate before Bolt: what Slack has not signed, just now and as it is, goes no further.

Bolt alone parses the body before it checks the signature, and answers 500 to a timestamp or body
that is no number, no JSON, no UTF-8. Nobody without the secret may cause a 500.
"""

import json
import re
from binascii import a2b_qp
from collections.abc import Callable
from urllib.parse import unquote_plus

from slack_bolt.async_app import AsyncApp, AsyncBoltRequest
from slack_sdk.signature import Clock, SignatureVerifier
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from bot.adapters.slack.payload import Json

MOST = 1 << 20
"""Bytes in a body; Slack's largest, a view, has 250 KB."""

TIMESTAMP = re.compile(rb"[0-9]{1,12}")
BROKEN = re.compile(r"%(?![0-9a-fA-F]{2})")
"""An escape that is none; it stays as it is."""
SIGNATURE = re.compile(rb"v0=[0-9a-f]{64}")


class Endpoint:
    """The ASGI app for `/slack/events`: 413 for what is too large, 401 for what is not Slack's,
    400 for what is no JSON, else Bolt's answer.
    """

    def __init__(self, bolt: AsyncApp, signing_secret: str, clock: Callable[[], float]) -> None:
        self._bolt = bolt
        self._verifier = SignatureVerifier(signing_secret, clock=_Clock(clock))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            return
        try:
            response = await self._answer(Request(scope, receive))
        except ClientDisconnect:
            return
        await response(scope, receive, send)

    async def _answer(self, request: Request) -> Response:
        if request.method != "POST":
            return Response(status_code=405)
        body = await _body(request)
        if body is None:
            return Response(status_code=413)
        if not self._is_signed(request, body):
            return Response(status_code=401)
        payload = _payload(body.decode())
        if payload is None:
            return Response(status_code=400)
        # Read already; Bolt's own reading takes ten times as long, and takes a command whose text
        # has the word "payload" in it for one without any words.
        asked = AsyncBoltRequest(mode="socket_mode", body=payload)
        answer = await self._bolt.async_dispatch(asked)
        content_type = answer.headers.get("content-type", ["text/plain"])[0]
        return Response(answer.body, answer.status, media_type=content_type)

    def _is_signed(self, request: Request, body: bytes) -> bool:
        timestamp = _only(request, b"x-slack-request-timestamp", TIMESTAMP)
        signature = _only(request, b"x-slack-signature", SIGNATURE)
        try:
            return self._verifier.is_valid(body, timestamp, signature)
        except UnicodeDecodeError:
            return False


def _payload(body: str) -> Json | None:
    """What Slack tells: JSON for events, a form with JSON in it for buttons and views, a form alone
    for commands. None where it is none of them.
    """
    if not body.startswith("{"):
        pairs = (pair.partition("=") for pair in body.split("&") if pair)
        form: Json = {_unquoted(key): _unquoted(value) for key, _, value in pairs}
        if "payload" not in form:
            return form
        body = form["payload"]
    try:
        payload = json.loads(body)
    except (ValueError, RecursionError):
        return None
    return payload if isinstance(payload, dict) else None


def _unquoted(text: str) -> str:
    """As urllib.parse.unquote_plus, thirty times as fast on a body full of escapes: these are
    quoted-printable with another sign, which Python reads in C.
    """
    if BROKEN.search(text):
        return unquote_plus(text)
    coded = text.replace("+", " ").replace("=", "%3D").replace("%", "=").encode()
    return a2b_qp(coded).decode("utf-8", "replace")


class _Clock(Clock):
    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock

    def now(self) -> float:
        return self._clock()


def _only(request: Request, name: bytes, shape: re.Pattern[bytes]) -> str | None:
    """The header's value where it stands there once and in its shape."""
    values = [value for key, value in request.scope["headers"] if key.lower() == name]
    return values[0].decode() if len(values) == 1 and shape.fullmatch(values[0]) else None


async def _body(request: Request) -> bytes | None:
    """The raw body, or None where it is too large, whatever its length header says."""
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > MOST:
            return None
    return bytes(body)
