"""What can be done on a page: each act is a form that is sent, and leads back to a page."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from datetime import UTC, datetime, timedelta
from http import HTTPStatus
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from bot.adapters.stage import Actor, NoSuchThing
from bot.adapters.story import NotAStory, read
from bot.commands.turns import as_number
from bot.i18n import LANGUAGES
from bot.playground.asked import Given, given, is_from_here, one
from bot.playground.game import Game, Gone
from bot.playground.sights import HOME, INBOX
from bot.views.words import words

STEPS = {"+1h": timedelta(hours=1), "+1d": timedelta(days=1), "+1w": timedelta(weeks=1)}

TOUR = (("send", True), ("clock", True), ("press", False), ("clock", True))
"""What ends each step of the tour: an act, and whether the coordinator does it."""

Act = Callable[[Actor, str, Given], Awaitable[None]]


class Acts:
    """Does what a page asks for, if the page is one of ours."""

    def __init__(self, game: Game) -> None:
        self._game = game
        self._acts: Mapping[str, Act] = {
            "write": self._writes,
            "press": self._presses,
            "send": self._sends,
            "clock": self._clock,
            "trouble": self._trouble,
            "tour": self._tour,
            "language": self._language,
        }

    async def do(self, request: Request) -> Response:
        """Something that a person does; what came of it stands on the page it leads back to."""
        game, room = self._game, request.path_params["room"]
        actor = game.sights.actor(request.path_params["who"])
        act = self._acts.get(request.path_params["act"])
        if not is_from_here(request):
            return Response(status_code=HTTPStatus.FORBIDDEN)
        if actor is None or act is None or room not in game.sights.rooms(actor):
            return Response(status_code=HTTPStatus.NOT_FOUND)
        filled = await given(request)
        if filled is None:
            return Response(status_code=HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        game.telling.goes_on(actor, game.form(actor))
        before = len(game.sights.items(actor, INBOX))
        try:
            await act(actor, room, filled)
        except Gone:
            game.tells(actor, game.t("That is gone, or was pressed already."))
        else:
            self._goes_on(request.path_params["act"], actor)
        if room == HOME and len(game.sights.items(actor, INBOX)) > before:
            room = INBOX  # there stands what came of it
        return go(game, actor, room)

    def _goes_on(self, act: str, actor: Actor) -> None:
        """The tour goes on where somebody has done what it asks for."""
        game = self._game
        is_you = actor.name == game.example.you
        if game.step < len(TOUR) and (act, is_you) == TOUR[game.step] and not game.form(actor):
            game.step += 1

    async def afresh(self, request: Request) -> Response:
        """Begin anew, with the example network or with the story in a file."""
        game = self._game
        if not is_from_here(request):
            return Response(status_code=HTTPStatus.FORBIDDEN)
        filled = await given(request)
        if filled is None:
            return Response(status_code=HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        wrong = ""
        try:
            await game.begin(read(one(filled, "story")) if "story" in filled else None)
        except NotAStory as reason:
            wrong = game.t("That file was not played. {why}", why=str(reason))
        except NoSuchThing as reason:
            wrong = game.t("The story was played up to this line. {why}", why=str(reason))
        if wrong:
            game.tells(game.sights.world.actor(game.example.you), wrong)
        return go(game, None, game.example.room)

    async def _writes(self, actor: Actor, room: str, filled: Given) -> None:
        await self._game.writes(actor, room, one(filled, "text"))

    async def _presses(self, actor: Actor, _: str, filled: Given) -> None:
        await self._game.presses(actor, one(filled, "ref"), one(filled, "action"))

    async def _sends(self, actor: Actor, _: str, filled: Given) -> None:
        if one(filled, "do") == "leave":
            self._game.leaves(actor)
        else:
            await self._game.sends(actor, filled)

    async def _clock(self, _: Actor, __: str, filled: Given) -> None:
        by = one(filled, "by")
        if by in STEPS:
            await self._game.passes(STEPS[by])
        elif by.startswith("to:"):
            await self._game.to(_instant(by.removeprefix("to:"), self._game.now()))
        elif by == "run":
            await self._game.runs()
        elif by == "stop":
            await self._game.stops()
        elif by == "next":
            await self._game.to_next()

    async def _trouble(self, actor: Actor, _: str, filled: Given) -> None:
        kinds = {
            "restart": self._game.restarts,
            "drop": self._game.drops_the_next,
            "closed": self._game.closes_inbox,
        }
        if make := kinds.get(one(filled, "kind")):
            await make(actor)

    async def _language(self, _: Actor, __: str, filled: Given) -> None:
        if (language := one(filled, "language")) in LANGUAGES:
            self._game.t = words(language)

    async def _tour(self, _: Actor, __: str, filled: Given) -> None:
        self._game.step = as_number(one(filled, "step"))


def address(game: Game, actor: Actor, room: str) -> str:
    """Where the room stands, as this person sees it."""
    return f"/as/{quote(game.sights.key(actor))}/{room}"


def go(game: Game, actor: Actor | None, room: str) -> Response:
    """Lead to a room, or to one where the person is."""
    actor = actor or game.sights.world.actor(game.example.you)
    rooms = game.sights.rooms(actor)
    to = address(game, actor, room if room in rooms else rooms[0])
    return RedirectResponse(f"{to}#latest", HTTPStatus.SEE_OTHER)


def _instant(text: str, otherwise: datetime) -> datetime:
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        return otherwise
    return at if at.tzinfo else at.replace(tzinfo=UTC)
