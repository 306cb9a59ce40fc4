"""How pages of people without an account are drawn: one message or one form, no script."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from http import HTTPStatus
from typing import Protocol
from zoneinfo import ZoneInfo

from starlette.responses import HTMLResponse, Response

from bot.adapters.web.asked import Given
from bot.chat import Person
from bot.commands.calls import Answer, File, Reply
from bot.core.links import FOR_FILES
from bot.pages import page
from bot.ui import Block, Controls, Form, Message, Para, Row
from bot.ui import words as words_of
from bot.views.forms import values_of
from bot.views.words import Words

KINDS = {"ics": "text/calendar; charset=utf-8", "zip": "application/zip"}
"""Of files, by how their names end: a phone then knows what to open them with."""
HEADERS = {
    "content-security-policy": "default-src 'none'; style-src 'self'; img-src data:;"
    " form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "referrer-policy": "no-referrer",  # the address is a secret
    "x-robots-tag": "noindex, nofollow",
    "x-content-type-options": "nosniff",
    "cache-control": "no-store",
}
"""Of every page: it loads nothing but its style, and is kept and found by nobody."""


class Link(Protocol):
    """A link that works."""

    @property
    def who(self) -> Person:
        """Who comes by it."""
        ...

    @property
    def name(self) -> str:
        """What they are called."""
        ...

    @property
    def is_own(self) -> bool:
        """Whether nobody but its person was shown its address."""
        ...

    @property
    def network(self) -> str:
        """The name of the network that it is about."""
        ...

    @property
    def language(self) -> str:
        """The network's."""
        ...

    @property
    def zone(self) -> str:
        """The network's."""
        ...

    @property
    def until(self) -> datetime:
        """When it ends."""
        ...

    @property
    def first(self) -> str:
        """The button whose answer is shown first."""
        ...

    def allows(self, action: str) -> bool:
        """Whether this button or form is within its purpose."""
        ...

    def is_left_by(self, action: str) -> bool:
        """Whether this gives the page another address."""
        ...


@dataclass(frozen=True, slots=True)
class Filled:
    """What stands in the fields of a form, and what is wrong with it."""

    values: Mapping[str, Sequence[str]]
    problems: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Upload:
    """A page that takes a file, and what was wrong with the last one."""

    problem: str = ""


def shown(
    link: Link,
    t: Words,
    answer: Answer,
    filled: Filled | None = None,
    *,
    first: bool = False,
    upload: Upload | None = None,
) -> Response:
    """An answer as a page, or the file that it brings."""
    if isinstance(answer, Reply) and answer.file is not None:
        return file(answer.file)
    form = answer if isinstance(answer, Form) else None
    message = within(answer.message, link.allows) if isinstance(answer, Reply) else None
    if form is not None and filled is None:
        filled = Filled(values_of(form), {})
    if message is None or not message.title:  # what is refused has none
        upload = None
    return drawn(
        t, link=link, message=message, form=form, filled=filled, back=not first, upload=upload
    )


def within(message: Message, allows: Callable[[str], bool]) -> Message:
    """The message with those of its buttons that work by the link."""
    blocks: list[Block] = []
    for block in message.blocks:
        if isinstance(block, Controls):
            left = tuple(one for one in block.buttons if allows(one.action))
            blocks += [Controls(left)] if left else []
        elif isinstance(block, Row) and not allows(block.button.action):
            blocks.append(Para(block.text))
        else:
            blocks.append(block)
    return replace(message, blocks=tuple(blocks))


def values(filled: Given) -> dict[str, tuple[str, ...]]:
    """What was filled in, without what is the page's own."""
    given = {key: tuple(v for v in values if v) for key, values in filled.items()}
    return {key: values for key, values in given.items() if values and key not in ("form", "once")}


def drawn(
    t: Words,
    *,
    link: Link | None = None,
    message: Message | None = None,
    form: Form | None = None,
    filled: Filled | None = None,
    status: int = HTTPStatus.OK,
    back: bool = False,
    upload: Upload | None = None,
) -> Response:
    """A page of one message or one form."""
    until = _until(link, t) if link else ""
    html = page(
        "personal.html",
        t=t,
        link=link,
        until=until,
        message=message,
        form=form,
        values=filled.values if filled else {},
        problems=filled.problems if filled else {},
        people=(),
        others=(),
        moment=None,  # the network's own clocks: what those of the reader show, nobody knows
        back=back,
        upload=upload is not None,
        problem=upload.problem if upload else "",
        once=secrets.token_hex(8),
    )
    return HTMLResponse(html, status, headers=HEADERS)


def _until(link: Link, t: Words) -> str:
    """When a link ends: of one that works for an hour also the hour."""
    if link.first.startswith(FOR_FILES):
        return t.moment(link.until, link.zone)
    return t.day(link.until.astimezone(ZoneInfo(link.zone)).date())


def told(t: Words, status: int, why: str, *, back: bool = False) -> Response:
    """A page that says why not; with a way `back` to the first page of a link that works."""
    return drawn(t, message=Message("", (Para(words_of(why)),)), status=status, back=back)


def file(given: File) -> Response:
    """A file to keep."""
    name = {"content-disposition": f'attachment; filename="{given.name}"'}
    kind = KINDS.get(given.name.rpartition(".")[2], "application/octet-stream")
    return Response(given.content, headers=HEADERS | name, media_type=kind)
