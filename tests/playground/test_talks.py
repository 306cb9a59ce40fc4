"""In the playground a conversation stands among one's channels."""

from __future__ import annotations

from datetime import timedelta

from sqlmodel import select

from bot.core import talks
from bot.playground.game import Game
from bot.store.tables import Identity
from tests.playground.browser import Browser


async def begun(game: Game) -> str:
    """Ben and Cleo have been said hello to in their conversation; returns how it is called."""
    world = game.sights.world
    users = [actor.user for actor in world.actors if game.sights.key(actor) in ("ben", "cleo")]
    with game.life.store.write() as db:
        rows = db.all(select(Identity))
        whom = [row.member_id for row in rows if row.user in users]
        talk = talks.between(db, 1, whom)
        assert talk
        talks.tell(db, talk, "network.hello", "1", game.now())
    await game.passes(timedelta(seconds=1))
    return next(room.name for room in world.rooms if room.is_talk)


async def test_a_conversation_is_called_by_the_others_in_it(game: Game, browser: Browser) -> None:
    room = await begun(game)
    cleo = next(one.name for one in game.sights.world.actors if game.sights.key(one) == "cleo")
    await browser.is_now("ben")
    assert f"{cleo} 1 new" in browser.page.text
    page = await browser.goes(f"/as/ben/{room}")
    assert "I am Convenor" in page.text or "Hello" in page.text
    page = await browser.presses("Send", text="/network")
    assert "no network" not in page.text


async def test_nobody_else_finds_it(game: Game, browser: Browser) -> None:
    room = await begun(game)
    await browser.is_now("ana")
    ana = game.sights.actor("ana")
    assert ana
    assert room not in game.sights.rooms(ana)
    await browser.goes(f"/as/ana/{room}")
    assert all(one.where != f"#{room}" for one in game.sights.items(ana, room))
    assert "1 new" not in browser.page.text
