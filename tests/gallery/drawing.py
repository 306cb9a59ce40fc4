"""Draws messages and forms for both platforms, holds them against schemas and limits, and reads
them back: what is seen is what was meant, and nothing else happens.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any

from bot.adapters.discord import render as discord
from bot.adapters.discord.loopback import rules
from bot.adapters.discord.loopback.reader import Eyes, message_seen, modal_seen
from bot.adapters.discord.parts import COMPONENTS_V2, EPHEMERAL
from bot.adapters.slack import render as slack
from bot.adapters.slack.loopback_limits import faults, view_faults
from bot.adapters.slack.loopback_read import bare, message_lines, pings, unlike, view_lines
from bot.i18n import translator
from bot.ui import Facts, Form, Link, Mention, Message, Para, Row, Text, form_text, message_text
from tests.adapters import schemas_discord, schemas_slack
from tests.adapters.shapes import shape
from tests.gallery.register import ZONE, Drawn
from tests.gallery.texts import Texts

METADATA = "x" * 3_000
Json = dict[str, Any]


def _moment(at: datetime) -> str:
    return translator("en").moment(at, ZONE)


EYES = Eyes(_moment, {})


def in_words(drawn: Drawn) -> str:
    """What people are meant to see."""
    return form_text(drawn) if isinstance(drawn, Form) else message_text(drawn, moment=_moment)


class Drawing:
    """Draws, checks and counts. A part whose shape was held against the schemas already is held
    against the documented limits alone, unless all is wanted: schemas take long, and lengths are
    among the limits.
    """

    def __init__(self, *, everything: bool = False, schemas: bool = True) -> None:
        self._everything, self._schemas = everything, schemas
        self._shapes: set[str] = set()
        self.payloads = 0

    def another(self) -> Drawing:
        """One that counts for itself, and knows the same shapes."""
        other = Drawing(everything=self._everything, schemas=self._schemas)
        other._shapes = self._shapes
        return other

    def draw(self, drawn: Drawn) -> str:
        """Draw it for both platforms, check it, and return what people see."""
        if isinstance(drawn, Form):
            self._form(drawn)
        else:
            self._message_on_slack(drawn)
            self._message_on_discord(drawn)
        return in_words(drawn)

    def _message_on_slack(self, message: Message) -> None:
        body = slack.body(message)
        assert faults(body["blocks"]) == []
        assert len(body["text"]) <= 40_000
        named = _mentioned(message)
        assert unlike(body, lambda user: named.get(user, user)) == ""
        assert pings(body) == set(named)
        lines = message_lines(body, lambda user: named.get(user, user), _moment)
        assert lines == message_text(message, moment=_moment)
        _no_markup(body["blocks"], named)
        meant = {span.url for span in _spans(message) if isinstance(span, Link)}
        assert _links(body["blocks"]) == meant
        self.payloads += 1
        if new := self._new(body["blocks"]):
            schemas_slack.check_blocks(new)

    def _message_on_discord(self, message: Message) -> None:
        body = discord.message(message)
        named = {user: name for user, name in _mentioned(message).items() if user.isdecimal()}
        assert body["allowed_mentions"] == {"parse": []} | ({"users": [*named]} if named else {})
        assert discord.message(message, private=True) == body | {"flags": COMPONENTS_V2 | EPHEMERAL}
        rules.check_message(body)
        seen = message_seen(body["components"], Eyes(_moment, named))
        assert seen == message_text(message, moment=_moment)
        self.payloads += 1
        (container,) = body["components"]
        if new := self._new(container["components"]):
            only = container | {"components": new}
            schemas_discord.check_message(body | {"components": [only]})

    def _form(self, form: Form) -> None:
        view, modal = slack.view(form, METADATA), discord.modal(form)
        assert view_faults(view) == []
        _no_markup(view)
        assert view_lines(view, str) == form_text(form)
        self.payloads += 2
        if self._new([view]):
            schemas_slack.check_view(view)
        rules.check_modal(modal)
        assert modal_seen(modal, EYES) == form_text(form).replace(f"[{form.submit}]", "[Submit]")
        if self._new([modal]):
            schemas_discord.check_modal(modal)

    def _new(self, parts: list[Json]) -> list[Json]:
        """Those that are still to be held against the schemas."""
        if self._everything or not self._schemas:
            return parts if self._schemas else []
        new = {form: part for part in parts if (form := shape(part)) not in self._shapes}
        self._shapes |= new.keys()
        return [*new.values()]


def _no_markup(part: Any, named: Collection[str] = ()) -> None:  # noqa: ANN401 -- JSON
    """Nowhere is a text that Slack reads markup or pictures out of, nor anybody but who is named
    on purpose.
    """
    if isinstance(part, list):
        for each in part:
            _no_markup(each, named)
    elif isinstance(part, dict):
        assert part.get("type") not in ("mrkdwn", "emoji", "usergroup", "broadcast")
        assert part.get("type") != "user" or part["user_id"] in named
        assert part.get("emoji", False) is False
        for each in part.values():
            _no_markup(each, named)


def _mentioned(message: Message) -> dict[str, str]:
    """Whom a message names so that one can write to them, with their names."""
    return {span.user: span.name for span in _spans(message) if isinstance(span, Mention)}


def _links(part: Any) -> set[str]:  # noqa: ANN401 -- JSON
    if isinstance(part, list):
        return {url for each in part for url in _links(each)}
    if isinstance(part, dict):
        own = {part["url"]} if part.get("type") == "link" else set()
        return own | {url for each in part.values() for url in _links(each)}
    return set()


def _spans(message: Message) -> Text:
    texts: list[Text] = []
    for block in message.blocks:
        match block:
            case Para(text) | Row(text, _):
                texts.append(text)
            case Facts(rows):
                texts += [text for _, text in rows]
            case _:
                pass
    return tuple(span for text in texts for span in text)


def is_seen(text: str, seen: str) -> bool:
    """Whether people see this text, or its beginning and "…"; marks that isolate are not seen."""
    text, seen = bare(text), bare(seen)
    if text in seen:
        return True
    ends = range(len(text), 0, -1)
    return any(f"{text[:end]}…" in seen or f"{text[:end].rstrip()}…" in seen for end in ends)


def shows(ordinary: str, texts: Texts) -> set[str]:
    """Which of the texts a view shows, by what it showed of the ordinary ones."""
    return {field for field in texts.__slots__ if bare(getattr(texts, field)) in bare(ordinary)}
