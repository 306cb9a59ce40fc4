"""Where interactions are taken in, acted on in the pool, and answered in time."""

import asyncio
from concurrent.futures import Executor
from typing import Any

import discord
import structlog
from aiohttp import ClientError
from discord import InteractionType

from bot.adapters.discord import parse
from bot.adapters.discord.parse import Interaction
from bot.adapters.discord.wire import Wire
from bot.commands.calls import Answer, Call, Errors, House, Nothing, Reply
from bot.i18n import translator
from bot.ui import Form, Message, Para, words

log = structlog.get_logger()

PATIENCE = 0.8
"""Seconds until an answer is promised instead of given; Discord waits for three."""

AT_ONCE = 200
"""Calls in work; the next is asked to try again, for a queue that grows answers nobody in time."""


class Desk:
    """Answers each interaction with what the house says to it."""

    def __init__(self, house: House, pool: Executor) -> None:
        self._house = house
        self._pool = pool
        self._work: set[asyncio.Task[Any]] = set()

    async def answer(self, interaction: Interaction) -> None:
        """Do all that an interaction asks for. What goes wrong is logged, and ends here."""
        task = asyncio.current_task()
        assert task is not None  # noqa: S101 -- this is a coroutine
        self._work.add(task)
        task.add_done_callback(self._work.discard)
        try:
            if interaction.type is InteractionType.autocomplete:
                await self._suggest(interaction)
            else:
                await self._act(interaction)
        except (discord.HTTPException, ClientError, OSError) as lost:
            _log_lost(lost)
        except Exception:
            log.exception("discord.answer_failed")

    async def finish(self) -> None:
        """Return when everything taken is answered."""
        while self._work:
            await asyncio.wait(self._work)

    async def _suggest(self, interaction: Interaction) -> None:
        call, loop = parse.call(interaction), asyncio.get_running_loop()
        await Wire(interaction).suggest(
            await loop.run_in_executor(self._pool, self._house.suggest, call)
        )

    async def _act(self, interaction: Interaction) -> None:
        call, wire = parse.call(interaction), Wire(interaction)
        if len(self._work) > AT_ONCE:
            await wire.show(_busy(call))
            return
        work = asyncio.get_running_loop().run_in_executor(self._pool, self._house.act, call)
        done, _ = await asyncio.wait({work}, timeout=PATIENCE)
        if not done:
            try:
                await wire.promise()
            finally:  # what the person did counts, whatever became of the promise
                await asyncio.wait({work})
        await _give(wire, call, work.result())


async def _give(wire: Wire, call: Call, answer: Answer) -> None:
    match answer:
        case Reply(message, file):
            await wire.show(message, file)
        case Form() if wire.promised:
            await wire.show(_too_late(call))
        case Form():
            await wire.open(answer)
        case Nothing():
            await wire.nothing()
        case Errors():
            raise TypeError("Discord shows no mistakes at a field: see Abilities.field_errors")


def _too_late(call: Call) -> Message:
    t = translator(call.profile.language or "en")
    return Message("", (Para(words(t("That took me a moment too long. Please do it again."))),))


def _busy(call: Call) -> Message:
    t = translator(call.profile.language or "en")
    return Message("", (Para(words(t("I am busy right now. Please try again in a minute."))),))


def _log_lost(lost: Exception) -> None:
    """Somebody got no answer. No name or text is logged, and no address: a token stands in it."""
    status, code = getattr(lost, "status", None), getattr(lost, "code", None)
    log.warning("discord.answer_lost", kind=type(lost).__name__, status=status, code=code)
