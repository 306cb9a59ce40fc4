"""A browser without scripts: it follows links, sends forms, and reads what stands on the page."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import timedelta
from html.parser import HTMLParser

import httpx

from bot.playground.game import Game
from bot.ui import message_text

HERE = "http://127.0.0.1:8765"


def in_days(game: Game, days: int) -> str:
    """The day so many days after what the game's clock shows, as a date field gives it."""
    return (game.now() + timedelta(days=days)).date().isoformat()


FOR_A_FILE = re.compile(r"^(?:Choose|For) a file.*\n", re.MULTILINE)


def screens(game: Game) -> list[tuple[str, str, str, str]]:
    """All that stands anywhere, to compare two trials; but the way in for a file, which is a
    secret and never the same twice.
    """
    return [
        (one.where, one.who, one.by, FOR_A_FILE.sub("", message_text(one.message)))
        for one in game.sights.world.shown
    ]


@dataclass
class Sent:
    """A form of the page: where it goes, what stands in it, and its buttons by their labels."""

    action: str
    method: str
    values: list[tuple[str, str]] = field(default_factory=list)
    buttons: dict[str, tuple[str, str]] = field(default_factory=dict)
    fields: set[str] = field(default_factory=set)


class Page(HTMLParser):
    """What a page says, its forms and its links."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.text, self.forms, self.links = "", [], {}  # type: ignore[var-annotated]
        self._button: tuple[str, str] | None = None
        self._words, self._link, self._select = "", "", ""
        self.feed(html)
        self.text = " ".join(self.text.split())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        name, value = given.get("name", ""), given.get("value", "")
        if tag == "form":
            self.forms.append(Sent(given.get("action", ""), given.get("method", "get")))
        elif tag == "button" and self.forms:
            self._button, self._words = (name, value), ""
        elif tag == "a":
            self._link, self._words = given.get("href", ""), ""
        elif tag in ("input", "textarea", "select") and self.forms:
            self.forms[-1].fields.add(name)
            self._select = name if tag == "select" else ""
            is_left_out = given.get("type") in ("radio", "checkbox") and "checked" not in given
            if tag == "input" and not is_left_out:
                self.forms[-1].values.append((name, value))
        elif tag == "option" and "selected" in given and self._select:
            self.forms[-1].values.append((self._select, value))

    def handle_endtag(self, tag: str) -> None:
        if tag == "button" and self._button and self.forms:
            self.forms[-1].buttons[" ".join(self._words.split())] = self._button
            self._button = None
        elif tag == "a":
            self.links[" ".join(self._words.split())] = self._link

    def handle_data(self, data: str) -> None:
        self.text += data
        self._words += data


class Browser:
    """One person at the playground."""

    def __init__(self, client: httpx.AsyncClient) -> None:
        self._client = client
        self.page = Page("")
        self.answer = httpx.Response(200)

    async def goes(self, address: str) -> Page:
        """Open an address."""
        return self._shows(await self._client.get(address, follow_redirects=True))

    async def presses(self, label: str, **values: str) -> Page:
        """Press the last button of this label, after filling these fields of its form."""
        form = next(one for one in reversed(self.page.forms) if label in one.buttons)
        assert set(values) <= form.fields, f"{sorted(values)} not in {sorted(form.fields)}"
        sent = dict(form.values) | values | dict([form.buttons[label]])
        sent.pop("", None)
        if form.method == "get":
            answer = await self._client.get(form.action, params=sent, follow_redirects=True)
        else:
            answer = await self._client.post(form.action, data=sent, follow_redirects=True)
        return self._shows(answer)

    async def is_now(self, name: str) -> Page:
        """Be another person."""
        return await self.presses("Be this person", who=name)

    def _shows(self, answer: httpx.Response) -> Page:
        self.answer, self.page = answer, Page(answer.text)
        return self.page
