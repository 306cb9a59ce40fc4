"""The line back to one interaction.

It runs on discord.py's webhook adapter, where each token has a queue of its own; on the bot's own
client a global rate limit would hold up answers too, which Discord exempts from it.
"""

import asyncio
import io
import json
from collections.abc import Awaitable, Callable, Iterable
from typing import Any

import discord
from aiohttp import ClientError
from discord.http import MultipartParameters
from discord.webhook.async_ import async_context

from bot.adapters.discord import render
from bot.adapters.discord.parse import Interaction
from bot.adapters.discord.parts import EPHEMERAL
from bot.commands.calls import File
from bot.ui import Form, Message

Payload = dict[str, Any]

MESSAGE, LATER, LATER_IN_PLACE, IN_PLACE, SUGGESTIONS, MODAL = 4, 5, 6, 7, 8, 9
"""Kinds of a first response; Discord calls them CHANNEL_MESSAGE_WITH_SOURCE and so on."""

ACKNOWLEDGED = 40060
PATIENCE = 10.0
"""Seconds for one call."""
PAUSES = (0.3, 1.0, 3.0)
"""Seconds between attempts where the line broke."""


class Wire:
    """Gives one interaction its answer, in place of the private message where it came from one."""

    def __init__(self, interaction: Interaction) -> None:
        self._to = interaction
        message = interaction.message
        self._from_message = message is not None
        self._in_place = message is not None and message.flags.ephemeral
        self.promised = False
        self._unsure = False
        # The session has no public name; a new one for each answer would cost a connection.
        self._session = interaction._session  # noqa: SLF001
        self._adapter = async_context.get()

    async def promise(self) -> None:
        """Tell Discord that the answer comes later; a form cannot come then."""
        self._unsure = True  # until we know, it may or may not have arrived
        if self._in_place:
            await self._respond(LATER_IN_PLACE)
        else:
            # Only this flag goes with a promise; the one for components comes with the answer.
            await self._respond(LATER, {"flags": EPHEMERAL})
        self.promised, self._unsure = True, False

    @property
    def late(self) -> bool:
        """Whether only a message can come now."""
        return self.promised or self._unsure

    async def show(self, message: Message, file: File | None = None) -> None:
        """Answer with a message that only this person sees."""
        if not self.promised:
            try:
                kind = IN_PLACE if self._in_place else MESSAGE
                await self._respond(kind, self._drawn(message, file), file)
            except discord.HTTPException as refused:
                if not self._unsure or refused.code != ACKNOWLEDGED:
                    raise
                self.promised = True  # it had arrived
            else:
                return
        await self._edit(self._drawn(message, file), file)

    def _drawn(self, message: Message, file: File | None) -> Payload:
        name = render.file_name(file.name) if file else ""
        private = not self._in_place and not self.promised
        data = render.message(message, private=private, file=name)
        if file:
            data["attachments"] = [{"id": "0", "filename": name, "title": file.name}]
        elif self._in_place:
            data["attachments"] = []  # the file of the message before goes with it
        return data

    async def open(self, form: Form) -> None:
        """Answer with a form, which can be only a first response."""
        await self._respond(MODAL, render.modal(form))

    async def suggest(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Answer a command half typed."""
        choices = [{"name": shown, "value": value} for shown, value in pairs]
        await self._respond(SUGGESTIONS, {"choices": choices})

    async def nothing(self) -> None:
        """Let it rest, without a word and without "did not respond"."""
        if self._from_message and not self.late:
            await self._respond(LATER_IN_PLACE)
        elif not self._in_place and not self._unsure:
            if not self.promised:
                await self.promise()
            await self._adapter.delete_original_interaction_response(
                self._to.application_id, self._to.token, session=self._session
            )

    async def _respond(
        self, kind: int, data: Payload | None = None, file: File | None = None
    ) -> None:
        body: Payload = {"type": kind} if data is None else {"type": kind, "data": data}
        await _surely(
            lambda: self._adapter.create_interaction_response(
                self._to.id, self._to.token, session=self._session, params=_sent(body, file)
            )
        )

    async def _edit(self, data: Payload, file: File | None) -> None:
        await _surely(lambda: self._edited(_sent(data, file)))

    async def _edited(self, sent: MultipartParameters) -> None:
        await self._adapter.edit_original_interaction_response(
            self._to.application_id,
            self._to.token,
            session=self._session,
            payload=sent.payload,
            multipart=sent.multipart,
            files=sent.files,
        )


async def _surely(send: Callable[[], Awaitable[object]]) -> None:
    """Send; again where the line broke. That it had arrived the first time is as good."""
    for attempt, pause in enumerate((*PAUSES, None)):
        try:
            async with asyncio.timeout(PATIENCE):
                await send()
        except discord.HTTPException as refused:
            if not attempt or refused.code != ACKNOWLEDGED:
                raise
        except (ClientError, OSError):
            if pause is None:
                raise
            await asyncio.sleep(pause)
            continue
        return


def _sent(body: Payload, file: File | None) -> MultipartParameters:
    """The body as JSON, or beside a file in a form."""
    if file is None:
        return MultipartParameters(payload=body, multipart=None, files=None)
    content = discord.File(io.BytesIO(file.content), render.file_name(file.name))
    first: Payload = {"name": "payload_json", "value": json.dumps(body)}
    second: Payload = {
        "name": "files[0]",
        "value": content.fp,
        "filename": content.filename,
        "content_type": "application/octet-stream",
    }
    return MultipartParameters(payload=None, multipart=[first, second], files=[content])
