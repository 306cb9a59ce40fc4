"""Where interactions are taken in, acted on in the pool, and answered in time."""

import asyncio
from collections.abc import Awaitable, Callable
from concurrent.futures import Executor
from typing import Any, TypeVar

import discord
import structlog
from aiohttp import ClientError
from discord import InteractionType

from bot.adapters.discord import heard, parse
from bot.adapters.discord.chat import DiscordChat
from bot.adapters.discord.parse import Interaction
from bot.adapters.discord.wire import Wire
from bot.chat import Busy, LockedOut, Unknown, Unreachable
from bot.commands import kept
from bot.commands.calls import Answer, Call, Errors, House, Nothing, Reply
from bot.ui import Form
from bot.views import notes
from bot.views.words import Words
from bot.views.words import words as words_in

log = structlog.get_logger()
Given = TypeVar("Given")

PATIENCE = 0.5
"""Seconds until an answer is promised instead of given; Discord waits for three. The word itself
takes its time where everybody is told so at once, and all of it has to be within a second."""

AT_ONCE = 200
"""Calls in work; the next is asked to try again, for a queue that grows answers nobody in time."""

LOST = (discord.HTTPException, ClientError, OSError)
VOID = (10062, 10015, 50027)
"""Discord's codes for an interaction that can no longer be answered."""


class Desk:
    """Answers each interaction with what the house says to it, where it is ours to answer."""

    def __init__(
        self,
        house: House,
        pool: Executor,
        chat: DiscordChat,
        ours: Callable[[], Awaitable[bool]],
        patience: float | None = None,
    ) -> None:
        self._house = house
        self._pool = pool
        self._chat = chat
        self._ours = ours
        self._patience = patience
        self._work: set[asyncio.Task[Any]] = set()
        self._in_house = 0

    async def answer(self, interaction: Interaction) -> None:
        """Do all that an interaction asks for. What goes wrong is logged, and ends here."""
        self._begin()
        try:
            if not await self._ours():
                log.warning("discord.left_to_another")
            elif interaction.type is InteractionType.autocomplete:
                await self._suggest(interaction)
            else:
                await self._act(interaction)
        except LOST as lost:
            _log_lost(lost)
        except Exception:
            log.exception("discord.answer_failed")

    def _begin(self) -> None:
        task = asyncio.current_task()
        assert task is not None  # noqa: S101 -- this is a coroutine
        self._work.add(task)
        task.add_done_callback(self._work.discard)

    async def hear(self, message: discord.Message, me: int) -> None:
        """Answer plain words, if they are said to the bot. What goes wrong is logged, and ends
        here.
        """
        if not heard.is_for(message, me):
            return
        self._begin()
        try:
            if not await self._ours():
                log.warning("discord.left_to_another")
                return
            call = await heard.call(message, me, self._chat)
            answer = _busy(call) if self._in_house >= AT_ONCE else await self._thought(call)
            if isinstance(answer, Reply):
                await heard.reply(message, answer.message, self._chat)
        except (*LOST, Busy, LockedOut, Unknown, Unreachable) as lost:
            _log_lost(lost)
        except Exception:
            log.exception("discord.answer_failed")

    async def _thought(self, call: Call) -> Answer:
        try:
            return await self._run(self._house.act, call)
        except Exception:
            log.exception("discord.call_failed")
            return _fault(call)

    async def finish(self) -> None:
        """Return when everything taken is answered."""
        while self._work:
            await asyncio.wait(self._work)

    async def _suggest(self, interaction: Interaction) -> None:
        wire = Wire(interaction)
        if self._in_house >= AT_ONCE:
            await wire.suggest(())
        else:
            await wire.suggest(await self._run(self._house.suggest, parse.call(interaction)))

    async def _act(self, interaction: Interaction) -> None:
        wire = Wire(interaction)
        try:
            call = parse.call(interaction)
        except Exception:
            log.exception("discord.not_understood")
            await wire.show(notes.fault(words_in(parse.language(interaction))))
            return
        if self._in_house >= AT_ONCE:
            await self._give(wire, call, _busy(call))
        else:
            await self._give(wire, call, await self._asked(wire, call))

    async def _asked(self, wire: Wire, call: Call) -> Answer:
        """What the house answers; while it thinks for long, the answer is promised."""
        work = asyncio.ensure_future(self._run(self._house.act, call))
        done, _ = await asyncio.wait({work}, timeout=self._patience or PATIENCE)
        if not done:
            try:
                await wire.promise()
            except LOST as lost:  # what the person did counts, whatever became of the promise
                _log_lost(lost)
        try:
            return await work
        except Exception:
            log.exception("discord.call_failed")
            return _fault(call)

    async def _give(self, wire: Wire, call: Call, answer: Answer) -> None:
        try:
            if isinstance(answer, Form) and wire.late:
                answer = Reply(await self._run(self._house.keep, call, answer))
            await _say(wire, answer)
        except LOST as lost:
            _log_lost(lost)
            if getattr(lost, "code", None) in VOID:
                await self._write_instead(call, answer)
        except Exception:
            log.exception("discord.answer_failed")
            await _say(wire, _fault(call))

    async def _write_instead(self, call: Call, answer: Answer) -> None:
        """Tell by direct message what can no longer be answered, if the person agreed to those."""
        if isinstance(answer, Form):
            answer = Reply(await self._run(self._house.keep, call, answer))
        if not isinstance(answer, Reply) or answer.file:
            return
        if await self._run(self._house.agreed, call.who):
            await self._chat.post(call.who, answer.message, f"answer:{call.id}")
        else:
            log.warning("discord.answer_dropped")

    async def _run(self, do: Callable[..., Given], *args: object) -> Given:
        self._in_house += 1
        try:
            return await asyncio.get_running_loop().run_in_executor(self._pool, do, *args)
        finally:
            self._in_house -= 1


async def _say(wire: Wire, answer: Answer) -> None:
    match answer:
        case Reply(message, file):
            await wire.show(message, file)
        case Form():
            await wire.open(answer)
        case Nothing():
            await wire.nothing()
        case Errors():
            raise TypeError("Discord shows no mistakes at a field: see Abilities.field_errors")


def _words(call: Call) -> Words:
    return words_in(call.profile.language or "en", local_commands=True)


def _fault(call: Call) -> Reply:
    """Something broke; what was typed is given back."""
    t = _words(call)
    return kept.give_back(t, Reply(notes.fault(t)), kept.typed(call.said))


def _busy(call: Call) -> Reply:
    """Too much is in work; what was typed is given back, and nothing waits for the database."""
    t = _words(call)
    return kept.give_back(t, Reply(notes.note(notes.busy(t))), kept.typed(call.said))


def _log_lost(lost: Exception) -> None:
    """Somebody got no answer. No name or text is logged, and no address: a token stands in it."""
    status, code = getattr(lost, "status", None), getattr(lost, "code", None)
    log.warning("discord.answer_lost", kind=type(lost).__name__, status=status, code=code)
