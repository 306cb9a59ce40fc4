"""What a browser asks: whether it may, and what stands in the form that it sends."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from email import policy
from email.parser import BytesParser
from urllib.parse import parse_qs

from starlette.requests import Request

MOST = 1 << 18
"""Bytes in what is sent; the longest form has a hundredth of it."""

Given = Mapping[str, Sequence[str]]


def is_from_here(request: Request) -> bool:
    """Whether the page that sends this is one of ours: a browser says so, by either header."""
    origin, site = request.headers.get("origin"), request.headers.get("sec-fetch-site")
    host = request.headers.get("host", "")
    if origin not in (None, "null"):
        return origin in (f"https://{host}", f"http://{host}")
    return site in (None, "same-origin", "none")


async def given(request: Request) -> Given | None:
    """What was filled in, files as their text; None where it is too much."""
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > MOST:
            return None
    kind = request.headers.get("content-type", "")
    if kind.startswith("multipart/form-data"):
        return _parts(kind, bytes(body))
    return parse_qs(body.decode("utf-8", "replace"), keep_blank_values=True)


def _parts(kind: str, body: bytes) -> Given:
    # A form with a file has the shape of an e-mail with attachments.
    head = f"Content-Type: {kind}\r\n\r\n".encode("latin-1", "replace")
    whole = BytesParser(policy=policy.HTTP).parsebytes(head + body)
    found: dict[str, list[str]] = {}
    for part in whole.iter_parts() if whole.is_multipart() else ():
        try:
            name = part.get_param("name", header="content-disposition")
        except ValueError:  # a name that is written in no way that there is
            continue
        content = part.get_payload(decode=True)
        if isinstance(name, str) and isinstance(content, bytes):
            found.setdefault(name, []).append(content.decode("utf-8-sig", "replace"))
    return found


def one(given: Given, key: str) -> str:
    """The first value under this key, or nothing."""
    return given.get(key, ("",))[0]
