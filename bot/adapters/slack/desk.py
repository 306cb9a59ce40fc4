"""Where what people do is taken in, acted on in the pool, and acknowledged in time."""

import asyncio
from collections.abc import Awaitable, Callable
from concurrent.futures import Executor
from dataclasses import replace
from typing import cast

import structlog
from slack_bolt.async_app import AsyncAck

from bot.adapters.slack import render
from bot.adapters.slack.answers import Answers, Asked, at_fields
from bot.adapters.slack.chat import ABILITIES, SlackChat
from bot.adapters.slack.parse import Act, Arrival
from bot.adapters.slack.parse import kept as kept_in_view
from bot.adapters.slack.payload import Json
from bot.adapters.slack.people import Known, People
from bot.adapters.slack.ways import Ways
from bot.chat import Person, Place, Profile
from bot.commands.calls import Answer, Call, Changed, Errors, Event, House, Nothing, Reply, Sent
from bot.ui import Form, clean
from bot.views import notes

PATIENCE = 0.5
"""Seconds until something is acknowledged that is not done yet; Slack waits for 3. The word itself
takes its time where everybody is told so at once, and all of it has to be within a second."""

AT_ONCE = 200
"""Calls in work; the next is asked to try again, for a queue that grows answers nobody in time."""

SETTLES = 0.5
"""Seconds for a view that is acknowledged to stand; what is put in its place sooner can be lost."""

Work = asyncio.Task[Answer]
Ack = Callable[..., Awaitable[None]]
"""Answers Slack's request, as Bolt's own does."""
log = structlog.get_logger(__name__)


class NotTaken(Exception):
    """The house could not take an event in."""


class Desk:
    """Answers what people do with what the house says to it. `clock` gives seconds since 1970."""

    def __init__(
        self,
        house: House,
        pool: Executor,
        people: People,
        ways: Ways,
        clock: Callable[[], float],
        patience: float | None = None,
    ) -> None:
        self._house, self._pool, self._people, self._clock = house, pool, people, clock
        self._patience = patience
        self._answers = Answers(ways, house, pool)
        self._serving: set[asyncio.Task[None]] = set()
        self._in_work = 0
        self._order = 0

    async def take(self, ack: AsyncAck, body: Json, read: Callable[[Json, float], Arrival]) -> None:
        """Do all that one payload asks for; returns as soon as it is acknowledged, for that is when
        Bolt answers Slack. What goes wrong is logged, and ends here.
        """
        try:
            arrival = read(body, self._clock())
        except Exception:
            log.exception("slack.not_understood")
            return  # Slack says by itself that it did not work, and leaves a form open
        acknowledged, answer = asyncio.Event(), cast("Ack", ack)
        given = False

        async def acknowledge(**what: object) -> None:
            nonlocal given
            await answer(**what)
            given = True
            acknowledged.set()

        # Not in Bolt's own task, which ends with the request it came by.
        task = asyncio.create_task(self._serve(acknowledge, arrival))
        self._serving.add(task)
        task.add_done_callback(self._served)
        task.add_done_callback(lambda _: acknowledged.set())
        await acknowledged.wait()
        if not given:
            raise NotTaken  # Bolt answers 500, and Slack tells an event again

    def _served(self, task: asyncio.Task[None]) -> None:
        self._serving.discard(task)
        if fault := task.exception():
            log.error("slack.listener_failed", exc_info=fault)

    async def idle(self) -> None:
        """Return when everything taken is answered."""
        while self._serving:
            await asyncio.wait(self._serving)

    async def _serve(self, ack: Ack, arrival: Arrival) -> None:
        loop = asyncio.get_running_loop()
        late = loop.time() + (self._patience or PATIENCE)
        known, said = await self._met(arrival)
        if known and known.bot:
            await ack()
            return
        asked = Asked(arrival, self._call(arrival, known, said))
        if isinstance(said, Event):
            await self._take_in(ack, asked)
            return
        work = asyncio.create_task(self._act(asked))
        await asyncio.wait({work}, timeout=late - loop.time())
        form = isinstance(arrival.said, Sent)
        try:
            await (self._answer_form if form else self._answer_act)(ack, asked, work)
        except Exception:
            log.exception("slack.answer_failed")
            await ack()
            await self._answers.give(asked, _instead(asked, notes.fault_words(asked.words)))

    async def _take_in(self, ack: Ack, asked: Asked) -> None:
        """An event is acknowledged when it is kept: what Slack hears nothing of, it tells again."""
        answer = await self._act(asked)
        if isinstance(answer, Nothing) and answer.again:
            return
        await ack()
        await self._answers.give(asked, answer)

    async def _answer_act(self, ack: Ack, asked: Asked, work: Work) -> None:
        await ack()
        window = ""
        if not work.done() and self._house.opens(asked.call):
            window = await self._answers.hold(asked)
        await self._answers.give(asked, await work, window)

    async def _answer_form(self, ack: Ack, asked: Asked, work: Work) -> None:
        arrival = asked.arrival
        if not work.done():
            saving = render.notice(notes.saving(asked.words))
            await ack(response_action="update", view=saving)
            answer, _ = await asyncio.gather(work, asyncio.sleep(SETTLES))
            await self._answers.give(asked, answer, arrival.view["id"])
            return
        match work.result():
            case Errors() as errors if arrival.fields and errors.problems:
                await ack(response_action="errors", errors=at_fields(arrival, errors))
            case Form() as form:
                view = render.view(form, kept_in_view(arrival))
                await ack(response_action="update", view=view)
            case answer:
                await ack(response_action="clear")
                await self._answers.give(asked, answer)

    async def _act(self, asked: Asked) -> Answer:
        """What the house answers, or why it does not."""
        if self._in_work >= AT_ONCE and not isinstance(asked.call.said, Event):
            return _instead(asked, notes.busy(asked.words))
        self._in_work += 1
        try:
            loop = asyncio.get_running_loop()
            return await loop.run_in_executor(self._pool, self._house.act, asked.call)
        except Exception:
            log.exception("slack.call_failed")
            if isinstance(asked.call.said, Event):
                return Nothing(again=True)
            return _instead(asked, notes.fault_words(asked.words))
        finally:
            self._in_work -= 1

    async def _met(self, arrival: Arrival) -> tuple[Known | None, Act]:
        """Who it is; and what was said, with who those are that were picked in it."""
        said, users = arrival.said, (arrival.user, *arrival.picked)
        if len(users) == 1 and not isinstance(said, Sent):
            return await self._people.soon(arrival.user), said
        known = dict(zip(users, await asyncio.gather(*map(self._people.soon, users)), strict=True))
        if isinstance(said, Sent):
            picked = {user: one for user in arrival.picked if (one := known[user])}
            told = {user: one.profile(arrival.workspace) for user, one in picked.items()}
            said = replace(said, people=told)
        return known[arrival.user], said

    def _call(self, arrival: Arrival, known: Known | None, said: Act) -> Call:
        elsewhere = bool(arrival.team) and arrival.team != arrival.workspace
        news = isinstance(said, Changed)  # which tells by itself what is new
        profile = Profile(clean(arrival.name), outsider=elsewhere, certain=news)
        if known:
            profile = known.profile(arrival.workspace)
        # What has no time of its own came after all that came before it, whatever the clocks say.
        order = arrival.order or max(int(self._clock() * 1_000_000), self._order + 1)
        self._order = max(self._order, order)
        return Call(
            id=arrival.id,
            order=order * 1000,  # nanoseconds, as on other platforms
            who=Person(SlackChat.platform, arrival.workspace, arrival.user),
            profile=profile,
            place=Place(SlackChat.platform, arrival.workspace, _public(arrival.channel)),
            said=said,
            abilities=ABILITIES,
            room=arrival.room,
            post=arrival.post,
        )


def _instead(asked: Asked, sentence: str) -> Answer:
    """Why there is no answer; a form stays open with it, and with all that was typed."""
    fields = asked.arrival.fields
    return Errors({fields[0][0]: sentence}) if fields else Reply(notes.note(sentence))


def _public(channel: str) -> str:
    """The channel, or nothing where it is a direct message, whose id starts with D."""
    return "" if channel.startswith("D") else channel
