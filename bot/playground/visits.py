"""Who comes by a personal link, in the trial."""

from starlette.requests import Request
from starlette.responses import Response

from bot.adapters.web import Desk, Joining
from bot.playground.game import Game


class Visits:
    """Answers at the links of the life that is now lived."""

    def __init__(self, game: Game) -> None:
        self._game = game

    async def answer(self, request: Request) -> Response:
        """The page, or what came of a button on it; what that makes due goes out at once."""
        async with self._game.turn:
            trial = self._game.life.trial
            shown = await Desk(trial.house, trial.now).answer(request)
            await trial.settle()
        return shown

    async def join(self, request: Request) -> Response:
        """The page of a code by which people join, or what came of it."""
        async with self._game.turn:
            return await Joining(self._game.life.trial.house).answer(request)
