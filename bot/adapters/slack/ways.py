"""The ways to a person: by the address that came with what they did, else privately where they are,
else as a direct message; and onto their screen, by a trigger or in place of what stands there.
"""

import asyncio
from collections.abc import Callable

import structlog

from bot.adapters.slack import render
from bot.adapters.slack.chat import AS_TYPED, SlackChat
from bot.adapters.slack.parse import Arrival
from bot.adapters.slack.payload import Json
from bot.adapters.slack.wire import FACTS, Wire
from bot.chat import Busy, LockedOut, Person, Unknown, Unreachable
from bot.commands.calls import File
from bot.ui import Message

FRESH = 25 * 60
"""Seconds for which we trust a response_url, which lives for 30 min."""

PAUSES = (0.3, 1.0, 3.0)
"""Seconds between attempts where Slack did not answer what may be asked again."""

log = structlog.get_logger(__name__)


class Ways:
    """Brings messages and views to people; what cannot be brought is logged, never raised."""

    def __init__(self, wire: Wire, chat: SlackChat, clock: Callable[[], float]) -> None:
        self._wire = wire
        self._chat = chat
        self._clock = clock

    async def tell(self, arrival: Arrival, message: Message) -> None:
        """Show a message to the person, and to nobody else; where Slack is not there, it may be
        soon.
        """
        body = render.body(message)
        for pause in (*PAUSES, 10.0, None):
            if await self._try(arrival, body):
                return
            if pause is not None:
                await asyncio.sleep(pause)
        log.warning("slack.answer_lost", call=arrival.id)

    async def _try(self, arrival: Arrival, body: Json) -> bool:
        """Whether one of the ways took it, or all of them never will."""
        again = False
        for way in (self._by_address, self._in_channel, self._in_private):
            try:
                if await way(arrival, body):
                    return True
            except Unknown:
                # It may have arrived; a second way could say it twice.
                log.warning("slack.answer_unconfirmed", way=way.__name__)
                return True
            except (Busy, LockedOut, Unreachable) as fact:
                log.info("slack.answer_refused", way=way.__name__, reason=_reason(fact))
                again = again or isinstance(fact, Busy)
        if not again:
            log.warning("slack.answer_lost", call=arrival.id)
        return not again

    async def hand_over(self, arrival: Arrival, file: File) -> None:
        """Put a file into the direct messages with the person."""
        try:
            inbox = await self._chat.inbox(arrival.user)
            call = self._wire.client.files_upload_v2(
                channel=inbox, filename=file.name, title=file.name, content=file.content
            )
            await self._wire.ask(call, again=False)
        except FACTS as fact:
            log.warning("slack.file_lost", call=arrival.id, reason=_reason(fact))

    async def open(self, arrival: Arrival, view: Json) -> str:
        """Open a view by the trigger; its id, or nothing where it cannot be told that it opened."""
        trigger = arrival.back.trigger
        if not trigger:
            return ""
        try:
            call = self._wire.client.views_open(trigger_id=trigger, view=view)
            answer = await self._wire.ask(call, again=False)
        except FACTS as fact:
            log.info("slack.view_refused", reason=_reason(fact))
            return ""
        return str(answer["view"]["id"])

    async def replace(self, window: str, view: Json) -> bool:
        """Put a view in place of one that is open; False where that has been closed meanwhile, or
        where Slack does not say that it was done.
        """
        for pause in (*PAUSES, None):
            try:
                await self._wire.ask(self._wire.client.views_update(view_id=window, view=view))
            except Busy as fact:
                if pause is not None:
                    await asyncio.sleep(pause)
                    continue
                log.warning("slack.view_lost", reason=_reason(fact))
            except FACTS as fact:
                log.info("slack.view_refused", reason=_reason(fact))
            else:
                return True
            break
        return False

    async def _by_address(self, arrival: Arrival, body: Json) -> bool:
        back = arrival.back
        if not back.url or self._clock() - back.since > FRESH:
            return False
        private = {**body, "response_type": "ephemeral", "replace_original": back.replaces}
        thread = {"thread_ts": back.thread} if back.thread and not back.replaces else {}
        await self._wire.respond(back.url, {**private, **thread})
        return True

    async def _in_channel(self, arrival: Arrival, body: Json) -> bool:
        if not arrival.channel or arrival.channel.startswith("D"):
            return False
        call = self._wire.client.chat_postEphemeral(
            channel=arrival.channel,
            user=arrival.user,
            **body,
            **AS_TYPED,
            thread_ts=arrival.back.thread or None,
        )
        await self._wire.ask(call, again=False)
        return True

    async def _in_private(self, arrival: Arrival, body: Json) -> bool:
        to = Person(SlackChat.platform, arrival.workspace, arrival.user)
        await self._chat.post_body(to, body)
        return True


def _reason(fact: Busy | LockedOut | Unknown | Unreachable) -> str:
    return fact.reason if isinstance(fact, LockedOut | Unreachable) else type(fact).__name__
