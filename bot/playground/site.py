"""The pages of the playground. All of it works without scripts, but for what comes by itself."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Iterator, Sequence
from datetime import datetime
from functools import partial
from html import escape
from zoneinfo import ZoneInfo

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response, StreamingResponse
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from bot.adapters.discord.render import message as for_discord
from bot.adapters.memory.chat import Shown
from bot.adapters.slack.render import body as for_slack
from bot.adapters.stage import Actor
from bot.commands.table import commands
from bot.commands.turns import as_number
from bot.pages import STATIC, page
from bot.playground.acts import Acts, address, go
from bot.playground.drawn import discord_lines, slack_runs
from bot.playground.game import Game
from bot.playground.sights import HOME, INBOX
from bot.playground.visits import Visits
from bot.ui import Option, message_text
from bot.views.networks import OWN_NAMES
from bot.views.outgoing import named

HOSTS = ["127.0.0.1", "localhost", "[::1]"]
"""The only names by which a browser on this machine asks; a strange page's trick has another."""
LATEST = 40
"""How many messages of a room stand on one page; a year has hundreds."""


def site(game: Game) -> Starlette:
    """The ASGI app of one game."""
    pages, acts = Pages(game), Acts(game)
    return Starlette(
        routes=[
            Route("/", pages.home),
            Route("/become", pages.become),
            Route("/afresh", acts.afresh, methods=["POST"]),
            Route("/story", pages.story),
            Route("/news", pages.news),
            Route("/as/{who}/{room}", pages.room),
            Route("/as/{who}/{room}/suggest", pages.suggest),
            Route("/as/{who}/{room}/{act}", acts.do, methods=["POST"]),
            Route("/message/{ref}", pages.message),
            Route("/file/{number:int}", pages.file),
            Route("/p/{secret}", Visits(game).answer, methods=["GET", "POST"]),
            Route("/j/{code}", Visits(game).join, methods=["GET", "POST"]),
            Mount("/static", StaticFiles(directory=STATIC)),
        ],
        middleware=[Middleware(TrustedHostMiddleware, allowed_hosts=HOSTS)],
    )


class Pages:
    """What stands at each address."""

    def __init__(self, game: Game) -> None:
        self._game = game

    async def home(self, _: Request) -> Response:
        """Where one begins: the coordinator, in her channel."""
        return go(self._game, None, self._game.example.room)

    async def become(self, request: Request) -> Response:
        """Be another person, in the same room where they may."""
        actor = self._game.sights.actor(request.query_params.get("who", ""))
        return go(self._game, actor, request.query_params.get("room", ""))

    async def room(self, request: Request) -> Response:
        """A room, as one person sees it."""
        sights, room = self._game.sights, request.path_params["room"]
        actor = sights.actor(request.path_params["who"])
        if actor is None or room not in sights.rooms(actor):
            return await self.home(request)
        sights.read(actor, room)
        until = as_number(request.query_params.get("until", "")) or None
        given = {
            **await self._stands_there(actor, room, until),
            **self._of_person(actor, room),
            **await self._beside(actor),
        }
        return HTMLResponse(page("playground/room.html", **given))

    async def _stands_there(self, actor: Actor, room: str, until: int | None) -> dict[str, object]:
        items = [] if room == HOME else self._game.sights.items(actor, room)
        files = self._game.sights.files(actor) if room != HOME else []
        until = min(until or len(items), len(items))
        shown = items[max(0, until - LATEST) : until]
        return {
            "home": await self._game.home(actor) if room == HOME else None,
            "items": list(self._items(shown, ZoneInfo(actor.zone))),
            "earlier": until - len(shown),
            "later": len(items) - until,
            "files": [{"number": number, "name": file.name} for number, file in files],
        }

    def _of_person(self, actor: Actor, room: str) -> dict[str, object]:
        game, t = self._game, self._game.t
        told, form = game.life.telling.last(actor), game.form(actor)
        people = [Option(a.user, a.name) for a in game.sights.world.actors]
        return {
            "t": t,
            "you": actor,
            "room": room,
            "place": self._label(actor, room),
            "here": address(game, actor, room),
            "schools": self._schools(),
            "rooms": list(self._rooms(actor)),
            "told": told.words,
            "typed": told.typed,
            "form": form,
            "values": game.life.telling.values(actor, form),
            "problems": told.problems,
            "people": people,
            "others": [one for one in people if one.value != actor.user],
            "commands": _commands(),
            "closed": actor.name in game.sights.world.closed,
        }

    async def _beside(self, actor: Actor) -> dict[str, object]:
        game, t = self._game, self._game.t
        return {
            "now": game.now(),
            "here_and_now": game.now().astimezone(ZoneInfo(actor.zone)),
            "moment": partial(t.moment, zone=actor.zone),
            "steps": [("+1h", t("+1 hour")), ("+1d", t("+1 day")), ("+1w", t("+1 week"))],
            "coming": await game.coming(),
            "reminder": named,
            "runs": game.ticking.is_running,
            "step": game.tour.step,
            "tour": game.tour.texts(t),
            "tour_to": game.tour.to,
            "languages": list(OWN_NAMES.items()),
        }

    def _label(self, actor: Actor, room: str) -> str:
        t, others = self._game.t, self._game.sights.others(actor, room)
        if others:
            return t.names(others)
        own = {INBOX: t("Messages to you"), HOME: t("Your home")}
        return own.get(room, f"#{room}")

    def _rooms(self, actor: Actor) -> Iterator[dict[str, object]]:
        sights = self._game.sights
        for room in sights.rooms(actor):
            unread = sights.unread(actor, room)
            there = address(self._game, actor, room)
            yield {"key": room, "href": there, "label": self._label(actor, room), "unread": unread}

    def _schools(self) -> list[tuple[str, list[dict[str, object]]]]:
        sights = self._game.sights
        people: dict[str, list[dict[str, object]]] = {}
        for actor in sights.world.actors:
            unread = sights.unread(actor, INBOX)
            one = {"key": sights.key(actor), "name": actor.name, "unread": unread}
            people.setdefault(self._game.example.schools[actor.name], []).append(one)
        return sorted(people.items())

    def _items(self, shown: Sequence[Shown], zone: ZoneInfo) -> Iterator[dict[str, object]]:
        before = None
        for one in shown:
            at = one.at.astimezone(zone) if one.at else None
            day = at.date() if at else None
            yield {
                "ref": one.ref,
                "message": one.message,
                "private": bool(one.who),
                "by": one.by,
                "thread": self._title(one.thread),
                "time": self._game.t.time(at.time()) if at else "",
                "day": self._game.t.day(day) if day and day != before else "",
            }
            before = day

    def _title(self, ref: str) -> str:
        """What a post is called whose thread this is."""
        post = self._game.sights.message(ref) if ref else None
        return post.message.title or "…" if post else ""

    async def suggest(self, request: Request) -> Response:
        """How a half typed command can go on: options for the list below the line."""
        actor = self._game.sights.actor(request.path_params["who"])
        typed = request.query_params.get("text", "")
        found: list[str] = []
        if actor is not None and typed.startswith("/"):
            found = await self._game.suggest(actor, request.path_params["room"], typed)
        return HTMLResponse("".join(f'<option value="{escape(one)}">' for one in found))

    async def story(self, _: Request) -> Response:
        """Everything that was done, as a story file to keep."""
        name = {"content-disposition": 'attachment; filename="trial.story"'}
        story = self._game.life.record.story()
        return Response(story, headers=name, media_type="text/plain; charset=utf-8")

    async def news(self, _: Request) -> Response:
        """Tells a browser when what it shows may have changed (server-sent events)."""
        return StreamingResponse(self._news(), media_type="text/event-stream")

    async def _news(self) -> AsyncIterator[str]:
        before = self._game.state()
        yield "retry: 2000\n\n"
        while not self._game.is_over():
            await asyncio.sleep(0.5)
            if (now := self._game.state()) != before:
                before = now
                yield "data: changed\n\n"

    async def message(self, request: Request) -> Response:
        """One message as it looks on each platform, as it goes there, and as it is read aloud."""
        game, t = self._game, self._game.t
        shown = game.sights.message(request.path_params["ref"])
        if shown is None or shown.by:
            return await self.home(request)

        def moment(at: datetime) -> str:
            return t.moment(at, game.example.zone)

        on_slack, on_discord = (
            for_slack(shown.message),
            for_discord(shown.message, private=shown.private),
        )
        given = {
            "t": t,
            "on_slack": on_slack,
            "slack_run": slack_runs,
            "slack_payload": _json(on_slack),
            "on_discord": on_discord,
            "discord_lines": discord_lines,
            "discord_payload": _json(on_discord),
            "spoken": message_text(shown.message, moment=moment),
            "moment": moment,
            "back": _way_back(request.query_params.get("from", "")),
        }
        return HTMLResponse(page("playground/message.html", **given))

    async def file(self, request: Request) -> Response:
        """A file that somebody was given."""
        files, number = self._game.sights.world.files, request.path_params["number"]
        if number >= len(files):
            return await self.home(request)
        _, file = files[number]
        name = {"content-disposition": f'attachment; filename="{file.name}"'}
        return Response(file.content, headers=name, media_type="application/octet-stream")


def _commands() -> list[str]:
    """All commands, for browsers without scripts."""
    found = []
    for command in commands():
        verbs = command.hint["en"].split(" · ")
        found += [f"/{command.name}", *(f"/{command.name} {verb}" for verb in verbs)]
    return found


def _way_back(text: str) -> str:
    return text if text.startswith("/as/") else "/"


def _json(payload: object) -> str:
    return json.dumps(payload, indent=2, ensure_ascii=False)
