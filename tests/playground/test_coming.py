"""What comes names the buddies too, long before anything is planned for each of them."""

from __future__ import annotations

from datetime import timedelta

from bot.adapters.story import Presses, Types
from bot.playground.game import Game
from bot.playground.life import Life

ANA, ROOM = "Ana Silva", "northshire"


async def test_people_have_true_reasons_and_what_comes_for_them_is_seen(game: Game) -> None:
    life: Life = game.life
    for who in ("Ben Carter", "Esme Ahmed", "Hugo Lindberg", "Maya Patel"):
        await life.trial.lives(Types(who, ROOM, "/buddy join"))
    await life.trial.lives(Types(ANA, ROOM, "/buddy round"))
    told = life.trial.hands.world.log[-1].text
    assert told.count("can help with “Robotics”, and") == 2

    await life.trial.lives(Presses(ANA, "Introduce them"))
    to = {one.to for one in await game.coming() if one.what == "Your buddy"}
    assert to == {"Ben Carter, Maya Patel", "Esme Ahmed, Hugo Lindberg"}
    await life.trial.lives(Presses(ANA, "Send now"))
    await game.passes(timedelta(days=3))
    kinds = [one.kind for one in await game.coming() if one.to == "Northshire STEM teachers"]
    assert kinds == ["half", "end"]
