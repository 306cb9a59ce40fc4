"""The pages of the playground. Every act is a form that is sent and leads back to a page, so that
all of it works without scripts.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from http import HTTPStatus
from urllib.parse import parse_qs

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response, StreamingResponse
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from bot.adapters.discord.render import message as for_discord
from bot.adapters.memory.chat import Shown
from bot.adapters.memory.hands import handle
from bot.adapters.slack.render import body as for_slack
from bot.adapters.stage import Actor
from bot.commands.router import NOUNS, commands
from bot.commands.turns import as_number
from bot.i18n import LANGUAGES
from bot.pages import STATIC, page
from bot.playground.game import INBOX, Game, Gone
from bot.ui import Option, message_text
from bot.views.networks import OWN_NAMES
from bot.views.words import words

HOSTS = ["127.0.0.1", "localhost", "[::1]"]
"""The only names by which a browser on this machine asks; a strange page's trick has another."""
MOST = 1 << 18
"""Bytes in what is sent; the longest form has a hundredth of it."""
STEPS = {"+1h": timedelta(hours=1), "+1d": timedelta(days=1), "+1w": timedelta(weeks=1)}

Act = Callable[[Request, Actor, str, Mapping[str, Sequence[str]]], Awaitable[None]]


def site(game: Game) -> Starlette:
    """The ASGI app of one game."""
    pages = Pages(game)
    return Starlette(
        routes=[
            Route("/", pages.home),
            Route("/become", pages.become),
            Route("/afresh", pages.afresh, methods=["POST"]),
            Route("/news", pages.news),
            Route("/as/{who}/{room}", pages.room),
            Route("/as/{who}/{room}/{act}", pages.act, methods=["POST"]),
            Route("/message/{ref}/{how}", pages.raw),
            Route("/file/{number:int}", pages.file),
            Mount("/static", StaticFiles(directory=STATIC)),
        ],
        middleware=[Middleware(TrustedHostMiddleware, allowed_hosts=HOSTS)],
    )


class Pages:
    """What stands at each address."""

    def __init__(self, game: Game) -> None:
        self._game = game
        self._acts: Mapping[str, Act] = {
            "type": self._types,
            "press": self._presses,
            "send": self._sends,
            "clock": self._clock,
            "trouble": self._trouble,
            "tour": self._tour,
            "language": self._language,
        }

    async def home(self, _: Request) -> Response:
        """Where one begins: the coordinator, in her channel."""
        example = self._game.example
        return self._go(self._game.world.actor(example.you), example.room)

    async def become(self, request: Request) -> Response:
        """Be another person, in the same room where they may."""
        actor = self._game.actor(request.query_params.get("who", ""))
        if actor is None:
            return await self.home(request)
        return self._go(actor, request.query_params.get("room", ""))

    async def afresh(self, request: Request) -> Response:
        """Begin anew."""
        if not _is_from_here(request):
            return Response(status_code=HTTPStatus.FORBIDDEN)
        await self._game.begin()
        return await self.home(request)

    async def room(self, request: Request) -> Response:
        """A room, as one person sees it."""
        game, t = self._game, self._game.t
        actor, room = game.actor(request.path_params["who"]), request.path_params["room"]
        if actor is None or room not in game.rooms_of(actor):
            return await self.home(request)
        game.read(actor, room)
        form, told = game.form(actor), game.told(actor)
        given = {
            "t": t,
            "you": actor,
            "room": room,
            "place": self._label(room),
            "here": _address(actor, room),
            "schools": self._schools(),
            "rooms": self._rooms(actor),
            "items": [_item(shown) for shown in game.items(actor, room)],
            "files": [{"number": n, "name": file.name} for n, file in game.files(actor)],
            "told": told.words,
            "typed": told.typed,
            "form": form,
            "values": game.values(actor),
            "problems": told.problems,
            "people": [Option(a.user, a.name) for a in game.world.actors],
            "commands": _commands(),
            "now": game.now(),
            "moment": lambda at: t.moment(at, actor.zone or "UTC"),
            "steps": [(by, label) for by, label in self._steps()],
            "coming": await game.coming(),
            "runs": game.is_running,
            "closed": actor.name in game.world.closed,
            "step": game.step,
            "tour": self._steps_of_tour(),
            "languages": list(OWN_NAMES.items()),
        }
        return HTMLResponse(page("playground/room.html", **given))

    def _steps(self) -> list[tuple[str, str]]:
        t = self._game.t
        return [("+1h", t("+1 hour")), ("+1d", t("+1 day")), ("+1w", t("+1 week"))]

    def _steps_of_tour(self) -> list[str]:
        t = self._game.t
        return [
            t("You are Ana, who coordinates. Type /meeting plan at the bottom, and fill it in."),
            t("Nobody has been told yet: for 30 seconds you can undo. Now let them pass."),
            t("Choose Ben at the top, and answer as he would, with one click."),
            t("Be Ana again, and press Who is coming. Then go on to the day of the meeting."),
            t("Below each message you see how others get it. Now try what you like."),
        ]

    def _label(self, room: str) -> str:
        return self._game.t("Messages to you") if room == INBOX else f"#{room}"

    def _rooms(self, actor: Actor) -> list[dict[str, object]]:
        game = self._game
        return [
            {
                "key": room,
                "href": _address(actor, room),
                "label": self._label(room),
                "unread": game.unread(actor, room),
            }
            for room in game.rooms_of(actor)
        ]

    def _schools(self) -> list[tuple[str, list[dict[str, object]]]]:
        game = self._game
        people: dict[str, list[dict[str, object]]] = {}
        for actor in game.world.actors:
            one = {
                "key": handle(actor),
                "name": actor.name,
                "unread": game.unread(actor, INBOX),
            }
            people.setdefault(game.example.schools[actor.name], []).append(one)
        return sorted(people.items())

    async def act(self, request: Request) -> Response:
        """Something that a person does; what came of it stands on the page it leads back to."""
        game, room = self._game, request.path_params["room"]
        actor, act = (
            game.actor(request.path_params["who"]),
            self._acts.get(request.path_params["act"]),
        )
        if not _is_from_here(request):
            return Response(status_code=HTTPStatus.FORBIDDEN)
        if actor is None or act is None or room not in game.rooms_of(actor):
            return Response(status_code=HTTPStatus.NOT_FOUND)
        given = await _given(request)
        if given is None:
            return Response(status_code=HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        game.acts(actor)
        try:
            await act(request, actor, room, given)
        except Gone:
            game.tells(actor, game.t("That is gone, or was pressed already."))
        return self._go(actor, room)

    async def _types(
        self, _: Request, actor: Actor, room: str, given: Mapping[str, Sequence[str]]
    ) -> None:
        await self._game.types(actor, room, _one(given, "text"))

    async def _presses(
        self, _: Request, actor: Actor, __: str, given: Mapping[str, Sequence[str]]
    ) -> None:
        await self._game.presses(actor, _one(given, "ref"), _one(given, "action"))

    async def _sends(
        self, _: Request, actor: Actor, __: str, given: Mapping[str, Sequence[str]]
    ) -> None:
        if _one(given, "do") == "leave":
            self._game.leaves(actor)
        else:
            await self._game.sends(actor, given)

    async def _clock(
        self, _: Request, __: Actor, ___: str, given: Mapping[str, Sequence[str]]
    ) -> None:
        by = _one(given, "by")
        if by in STEPS:
            await self._game.passes(STEPS[by])
        elif by.startswith("to:"):
            await self._game.to(_instant(by.removeprefix("to:"), self._game.now()))
        elif by == "run":
            await self._game.runs()
        elif by == "stop":
            await self._game.stops()
        else:
            await self._game.to_next()

    async def _trouble(
        self, _: Request, actor: Actor, __: str, given: Mapping[str, Sequence[str]]
    ) -> None:
        kinds = {
            "restart": self._game.restarts,
            "drop": self._game.drops_the_next,
            "closed": self._game.closes_inbox,
        }
        if make := kinds.get(_one(given, "kind")):
            await make(actor)

    async def _language(
        self, _: Request, __: Actor, ___: str, given: Mapping[str, Sequence[str]]
    ) -> None:
        if (language := _one(given, "language")) in LANGUAGES:
            self._game.t = words(language)

    async def _tour(
        self, _: Request, __: Actor, ___: str, given: Mapping[str, Sequence[str]]
    ) -> None:
        step = _one(given, "step")
        self._game.goes_on(as_number(step))

    async def news(self, _: Request) -> Response:
        """Tells a browser when what it shows may have changed (server-sent events)."""
        return StreamingResponse(self._news(), media_type="text/event-stream")

    async def _news(self) -> AsyncIterator[str]:
        before = self._game.state()
        yield "retry: 2000\n\n"
        while True:
            await asyncio.sleep(0.5)
            if (now := self._game.state()) != before:
                before = now
                yield "data: changed\n\n"

    async def raw(self, request: Request) -> Response:
        """One message as it goes to a platform, or as it is read aloud."""
        game, t = self._game, self._game.t
        shown = game.shown(request.path_params["ref"])
        headings = {
            "slack": t("What Slack gets"),
            "discord": t("What Discord gets"),
            "spoken": t("What a screen reader reads"),
        }
        how = request.path_params["how"]
        if shown is None or how not in headings:
            return await self.home(request)
        text = _as_text(shown, how, game)
        given = {
            "t": t,
            "heading": headings[how],
            "text": text,
            "back": request.headers.get("referer", "/"),
        }
        return HTMLResponse(page("playground/raw.html", **given))

    async def file(self, request: Request) -> Response:
        """A file that somebody was given."""
        files, number = self._game.world.files, request.path_params["number"]
        if number >= len(files):
            return await self.home(request)
        _, file = files[number]
        name = {"content-disposition": f'attachment; filename="{file.name}"'}
        return Response(file.content, headers=name, media_type="application/octet-stream")

    def _go(self, actor: Actor, room: str) -> Response:
        rooms = self._game.rooms_of(actor)
        address = _address(actor, room if room in rooms else rooms[0])
        return RedirectResponse(f"{address}#latest", HTTPStatus.SEE_OTHER)


def _address(actor: Actor, room: str) -> str:
    return f"/as/{handle(actor)}/{room}"


def _item(shown: Shown) -> dict[str, object]:
    _, _, thread = shown.where.partition(" > ")
    return {
        "ref": shown.ref,
        "message": shown.message,
        "private": bool(shown.who),
        "thread": thread,
    }


def _commands() -> list[str]:
    found = [f"/{noun}" for noun in NOUNS]
    for command in commands():
        found += [f"/{command.name} {verb}" for verb in command.hint["en"].split(" · ")]
    return found


def _as_text(shown: Shown, how: str, game: Game) -> str:
    match how:
        case "slack":
            return json.dumps(for_slack(shown.message), indent=2, ensure_ascii=False)
        case "discord":
            return json.dumps(for_discord(shown.message), indent=2, ensure_ascii=False)
        case _:
            return message_text(shown.message, moment=game.world.moment)


def _is_from_here(request: Request) -> bool:
    """Whether the page that sends this is one of ours: a browser says so, by either header."""
    origin, site_ = request.headers.get("origin"), request.headers.get("sec-fetch-site")
    host = request.headers.get("host", "")
    if origin not in (None, "null"):
        return origin == f"http://{host}"
    return site_ in (None, "same-origin", "none")


async def _given(request: Request) -> Mapping[str, Sequence[str]] | None:
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > MOST:
            return None
    return parse_qs(body.decode("utf-8", "replace"), keep_blank_values=True)


def _one(given: Mapping[str, Sequence[str]], key: str) -> str:
    return given.get(key, ("",))[0]


def _instant(text: str, otherwise: datetime) -> datetime:
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        return otherwise
    return at if at.tzinfo else at.replace(tzinfo=UTC)
