"""What the house answers, as what the person then sees: a message, a form, or mistakes in one."""

import asyncio
from collections.abc import Callable
from concurrent.futures import Executor
from dataclasses import dataclass
from typing import TypeVar

from bot.adapters.slack import render
from bot.adapters.slack.parse import Arrival, kept
from bot.adapters.slack.ways import Ways
from bot.commands.calls import Answer, Call, Errors, House, Nothing, Reply
from bot.ui import Form
from bot.views import notes
from bot.views.words import Words
from bot.views.words import words as words_in

Given = TypeVar("Given")


@dataclass(frozen=True, slots=True)
class Asked:
    """One thing that came, and the call that it is to the house."""

    arrival: Arrival
    call: Call

    @property
    def words(self) -> Words:
        """The person's language."""
        return words_in(self.call.profile.language or "en")


class Answers:
    """Shows people what the house answered. What they cannot be shown any more is kept for them."""

    def __init__(self, ways: Ways, house: House, pool: Executor) -> None:
        self._ways = ways
        self._house = house
        self._pool = pool

    async def hold(self, asked: Asked) -> str:
        """Open a view that says that a form is coming; its id, or nothing where it did not open."""
        return await self._ways.open(asked.arrival, render.notice(notes.one_moment(asked.words)))

    async def give(self, asked: Asked, answer: Answer, window: str = "") -> None:
        """Show the answer; `window` is the view in which the person waits for it, if any."""
        match answer:
            case Reply():
                await self._tell(asked, answer, window)
            case Form():
                await self._open(asked, answer, window)
            case Errors():
                await self._mend(asked, answer, window)
            case Nothing() if window:
                await self._ways.replace(window, render.notice(notes.nothing_more(asked.words)))
            case Nothing():
                pass

    async def _tell(self, asked: Asked, reply: Reply, window: str) -> None:
        telling = [self._ways.tell(asked.arrival, reply.message)]
        if window:
            elsewhere = render.notice(notes.told_elsewhere(asked.words))
            await asyncio.gather(*telling, self._ways.replace(window, elsewhere))
        else:
            await telling[0]
        if reply.file:
            await self._ways.hand_over(asked.arrival, reply.file)

    async def _open(self, asked: Asked, form: Form, window: str) -> None:
        view = render.view(form, kept(asked.arrival))
        if window:
            shown = await self._ways.replace(window, view)
        else:
            shown = bool(await self._ways.open(asked.arrival, view))
        if not shown:
            message = await self._run(self._house.keep, asked.call, form)
            await self._ways.tell(asked.arrival, message)

    async def _mend(self, asked: Asked, errors: Errors, window: str) -> None:
        problems = at_labels(asked.arrival, errors)
        if window:
            wrong = notes.mistake_words(asked.words, problems)
            if await self._ways.replace(window, render.mended(asked.arrival.view, wrong)):
                return
        await self._tell(asked, await self._run(self._house.mend, asked.call, problems), "")

    async def _run(self, do: Callable[..., Given], *args: object) -> Given:
        return await asyncio.get_running_loop().run_in_executor(self._pool, do, *args)


def at_fields(arrival: Arrival, errors: Errors) -> dict[str, str]:
    """The mistakes by block id; one without a block of its own stands at the first."""
    keys = [key for key, _ in arrival.fields]
    placed: dict[str, str] = {}
    for key, problem in errors.problems.items():
        at = key if key in keys or not keys else keys[0]
        placed[at] = f"{placed[at]} {problem}" if at in placed else problem
    return placed


def at_labels(arrival: Arrival, errors: Errors) -> dict[str, str]:
    """The mistakes by the labels of the fields."""
    labels = dict(arrival.fields)
    return {labels.get(key, key): said for key, said in at_fields(arrival, errors).items()}
