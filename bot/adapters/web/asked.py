"""What a browser asks: whether it may, and what stands in the form that it sends."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from urllib.parse import parse_qs

from starlette.requests import Request

from bot.i18n import LANGUAGES

PARTS = 64
"""So many fields a form of parts has at most; what comes behind them is not looked at."""
MOST = 1 << 18
"""Bytes in what is sent; the longest form has a hundredth of it."""

Given = Mapping[str, Sequence[str]]


def is_from_here(request: Request) -> bool:
    """Whether the page that sends this is one of ours: a browser says so, by either header."""
    origin, site = request.headers.get("origin"), request.headers.get("sec-fetch-site")
    host = request.headers.get("host", "")
    if origin not in (None, "null"):
        return origin in (f"http://{host}", f"https://{host}")  # before us a proxy may speak TLS
    return site in (None, "same-origin", "none")


def is_form(request: Request) -> bool:
    """Whether a form without files comes, which is all that most pages send."""
    kind = request.headers.get("content-type", "")
    return kind.partition(";")[0].strip().lower() == "application/x-www-form-urlencoded"


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
    said = parted(kind, body).items()
    return {name: [part.decode("utf-8-sig", "replace")] for name, part in said}


def parted(kind: str, body: bytes) -> Mapping[str, bytes]:
    """The fields of a form that has a file, byte by byte as they came. Parts within parts, which no
    browser sends, are not looked for: what costs is the length alone.
    """
    sign = re.search(r'boundary="?([^";]+)"?', kind)
    if sign is None:
        return {}
    found: dict[str, bytes] = {}
    between = b"\r\n--" + sign[1].encode("latin-1", "replace")
    for part in (b"\r\n" + body).split(between, PARTS + 1)[1:-1]:
        head, _, content = part.partition(b"\r\n\r\n")
        name = re.search(rb'\bname="([^"]*)"', head)
        if name:
            found.setdefault(name[1].decode("ascii", "replace"), content)
    return found


def language(request: Request, otherwise: str) -> str:
    """The first of a browser's languages that we speak."""
    asked = request.headers.get("accept-language", "").split(",")
    wanted = (one.split(";")[0].strip().split("-")[0].lower() for one in asked)
    return next((one for one in wanted if one in LANGUAGES), otherwise)


def one(given: Given, key: str) -> str:
    """The first value under this key, or nothing."""
    return given.get(key, ("",))[0]
