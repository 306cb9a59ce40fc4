"""How an answer reaches the person: by the address that came with what they did, else privately
where they are, else as a direct message; a form by its trigger, else by a button for it.
"""

from collections.abc import Callable

import structlog

from bot.adapters.slack import render
from bot.adapters.slack.chat import AS_TYPED, SlackChat
from bot.adapters.slack.parse import AGAIN, Arrival, kept
from bot.adapters.slack.wire import FACTS, Json, Wire
from bot.chat import Busy, LockedOut, Person, Unknown, Unreachable
from bot.commands.calls import Answer, Errors, File, Nothing, Pressed, Reply, Typed
from bot.ui import Facts, Form, Message, words

FRESH = 25 * 60
"""Seconds for which we trust a response_url, which lives for 30 min."""

MOST_AGAIN = 1_900
"""Characters of a command that a button can carry; Slack allows 2,000 in all."""

log = structlog.get_logger(__name__)


class Answers:
    """Brings answers to people; what cannot be brought is logged, never raised."""

    def __init__(self, wire: Wire, chat: SlackChat, clock: Callable[[], float]) -> None:
        self._wire = wire
        self._chat = chat
        self._clock = clock

    async def give(self, arrival: Arrival, answer: Answer) -> None:
        """Show the answer to the person, and to nobody else."""
        match answer:
            case Reply(message, file):
                await self._tell(arrival, render.body(message))
                if file:
                    await self._hand_over(arrival, file)
            case Form():
                await self._open(arrival, answer)
            case Errors():
                await self._tell(arrival, render.body(_as_message(arrival, answer)))
            case Nothing():
                pass

    async def _tell(self, arrival: Arrival, body: Json) -> None:
        for way in (self._by_address, self._in_channel, self._in_private):
            try:
                if await way(arrival, body):
                    return
            except Unknown:
                # It may have arrived; a second way could say it twice.
                log.warning("slack.answer_unconfirmed", way=way.__name__)
                return
            except (Busy, LockedOut, Unreachable) as fact:
                log.info("slack.answer_refused", way=way.__name__, reason=_reason(fact))
        log.warning("slack.answer_lost", call=arrival.id)

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
        await self._chat.post_body(_person(arrival), body)
        return True

    async def _open(self, arrival: Arrival, form: Form) -> None:
        view = render.view(form, kept(arrival))
        trigger = arrival.back.trigger
        try:
            if trigger:
                call = self._wire.client.views_open(trigger_id=trigger, view=view)
                await self._wire.ask(call, again=False)
                return
        except Unknown:
            log.warning("slack.form_unconfirmed", form=form.action)
            return
        except (Busy, LockedOut, Unreachable) as fact:
            log.info("slack.form_refused", form=form.action, reason=_reason(fact))
        match arrival.said:
            case Pressed(action):
                await self._tell(arrival, render.again(form, action))
            case Typed(command, text):
                typed = (command, text[:MOST_AGAIN])
                await self._tell(arrival, render.again(form, AGAIN, typed))
            case _:
                log.warning("slack.form_lost", form=form.action)

    async def _hand_over(self, arrival: Arrival, file: File) -> None:
        try:
            inbox = await self._chat.inbox(arrival.user)
            call = self._wire.client.files_upload_v2(
                channel=inbox, filename=file.name, title=file.name, content=file.content
            )
            await self._wire.ask(call, again=False)
        except FACTS as fact:
            log.warning("slack.file_lost", call=arrival.id, reason=_reason(fact))


def at_fields(arrival: Arrival, errors: Errors) -> dict[str, str]:
    """The mistakes by block id; one without a block of its own stands at the first."""
    keys = [key for key, _ in arrival.fields]
    placed: dict[str, str] = {}
    for key, problem in errors.problems.items():
        at = key if key in keys or not keys else keys[0]
        placed[at] = f"{placed[at]} {problem}" if at in placed else problem
    return placed


def _as_message(arrival: Arrival, errors: Errors) -> Message:
    """The mistakes in words, for when the form has been closed already."""
    labels = dict(arrival.fields)
    rows = ((labels.get(key, key), words(text)) for key, text in errors.problems.items())
    return Message("", (Facts(tuple(rows)),))


def _reason(fact: Busy | LockedOut | Unknown | Unreachable) -> str:
    return fact.reason if isinstance(fact, LockedOut | Unreachable) else type(fact).__name__


def _person(arrival: Arrival) -> Person:
    return Person(SlackChat.platform, arrival.workspace, arrival.user)
