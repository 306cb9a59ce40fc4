"""Trouble that somebody makes in a trial, to see what becomes of it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping

from bot.adapters.stage import Actor
from bot.adapters.story import Closes, Loses, Restarts
from bot.playground.game import Game


async def _restart(game: Game, actor: Actor) -> None:
    """The house ends, and begins again."""
    await game.does(actor, Restarts())
    game.tells(actor, game.t("Convenor has restarted. Everything goes on where it was."))


async def _drop(game: Game, actor: Actor) -> None:
    """The next post arrives, but the house is not told so."""
    await game.does(actor, Loses())
    told = game.t("Of the next post Convenor will not hear that it arrived, and has to find out.")
    game.tells(actor, told)


async def _close(game: Game, actor: Actor) -> None:
    """The person takes no private messages any more, or does again."""
    opens = actor.name in game.sights.world.closed
    await game.does(actor, Closes(actor.name, opens))
    told = (
        game.t("Your private messages are open again.")
        if opens
        else game.t("Your private messages are closed now: Convenor cannot write to you.")
    )
    game.tells(actor, told)


KINDS: Mapping[str, Callable[[Game, Actor], Awaitable[None]]] = {
    "restart": _restart,
    "drop": _drop,
    "closed": _close,
}
