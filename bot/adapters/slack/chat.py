"""Slack as a Chat: posts, edits, and who is in a channel."""

import asyncio
from collections.abc import Collection
from datetime import datetime

from bot.adapters.slack import render
from bot.adapters.slack.payload import Json
from bot.adapters.slack.people import People
from bot.adapters.slack.wire import Wire
from bot.chat import Abilities, Gone, Pace, Person, Place, Profile, Talk, Unknown, Unreachable
from bot.ui import Message

PAGE = 200
MOST_INBOXES = 20_000

ABILITIES = Abilities(
    field_errors=True,
    day_picker=True,
    lists_members=True,
    repeat_safe=0,
    hears_of_leaving=True,
    files_in_place=False,  # there is no file that only one person in a channel sees
)

# One message a second in a channel; chat.update is of tier 3, 50 a minute [docs: rate limits].
PACE = Pace(post_gap=1.0, edit_gap=1.5, per_second=20)

AS_TYPED: Json = {"parse": "none", "link_names": False}
"""Slack finds no names or links in `text` by itself; chat.update does by default."""


class SlackChat:
    """The port to one workspace. A ref is `channel:ts`."""

    platform = "slack"
    pace = PACE
    abilities = ABILITIES

    def __init__(self, wire: Wire, people: People) -> None:
        self._wire = wire
        self._people = people
        self._inboxes: dict[str, str] = {}

    async def post(self, to: Place | Person, message: Message, key: str) -> str:  # noqa: ARG002 -- Slack knows no repeats
        """Post. To a person who is deactivated it is Gone, though Slack would take it."""
        thread = to.thread.rpartition(":")[2] if isinstance(to, Place) else ""
        return await self.post_body(to, render.body(message), thread)

    async def post_body(self, to: Place | Person, body: Json, thread: str = "") -> str:
        """The same with what is already drawn."""
        channel = to.channel if isinstance(to, Place) else await self.inbox(to.user)
        call = self._wire.client.chat_postMessage(
            channel=channel,
            **body,
            **AS_TYPED,
            unfurl_links=False,
            unfurl_media=False,
            thread_ts=thread or None,
        )
        answer = await self._wire.ask(call, again=False)
        return f"{answer['channel']}:{answer['ts']}"

    async def open_talk(self, talk: Talk) -> Place:
        """Open a group message; of the same people Slack has one for ever. Who is deactivated it
        would take, and they would never read it.
        """
        for user in talk.users:
            known = await self._people.known(user)
            if known.deleted or known.bot:
                raise Unreachable("user_disabled" if known.deleted else "cannot_dm_bot")
        call = self._wire.client.conversations_open(users=",".join(talk.users))
        answer = await self._wire.ask(call)
        return Place(self.platform, talk.workspace, answer["channel"]["id"])

    async def edit(self, to: Place | Person, ref: str, message: Message) -> None:  # noqa: ARG002 -- the ref says where
        """Put `message` in place; as it may be repeated, an answer that was lost is Busy."""
        channel, _, ts = ref.rpartition(":")
        body = render.body(message)
        await self._wire.ask(
            self._wire.client.chat_update(channel=channel, ts=ts, **body, **AS_TYPED)
        )

    async def find(
        self,
        to: Place | Person,  # noqa: ARG002
        message: Message,  # noqa: ARG002
        since: datetime,  # noqa: ARG002
        but: Collection[str],  # noqa: ARG002
    ) -> str | None:
        """Unknown: reading what stands in a channel is a right that we do not ask for."""
        raise Unknown

    async def members(self, place: Place) -> tuple[tuple[Person, Profile], ...]:
        """The people of the channel, without bots and who has left. Where Slack asks for patience
        half way, the next call goes on from what is known already.
        """
        users = await self._users(place.channel)
        found = await asyncio.gather(*(self._people.visible(user) for user in users))
        return tuple(
            (Person(self.platform, place.workspace, user), known.profile(place.workspace))
            for user, known in zip(users, found, strict=True)
            if known and not known.bot and not known.deleted
        )

    async def is_here(self, who: Person, workspaces: Collection[str]) -> bool | None:  # noqa: ARG002 -- theirs is the only one
        """Whether Slack still has the person, as it said when last asked: within a day, and since
        it told of a change. None for strangers, of whom it tells nothing.
        """
        known = await self._people.visible(who.user)
        return None if known is None else not (known.deleted or known.bot)

    async def inbox(self, user: str) -> str:
        """The channel of the direct messages with a person; Gone where deactivated."""
        # A post to a deactivated person succeeds and nobody reads it (python-slack-sdk#1156).
        if (await self._people.known(user)).deleted:
            raise Gone("user_disabled")
        if user not in self._inboxes:
            if len(self._inboxes) >= MOST_INBOXES:
                self._inboxes.clear()
            answer = await self._wire.ask(self._wire.client.conversations_open(users=user))
            self._inboxes[user] = answer["channel"]["id"]
        return self._inboxes[user]

    async def _users(self, channel: str) -> list[str]:
        users: list[str] = []
        cursor = ""
        while True:
            call = self._wire.client.conversations_members(
                channel=channel, limit=PAGE, cursor=cursor or None
            )
            answer = await self._wire.ask(call)
            users += answer["members"]
            cursor = answer.get("response_metadata", {}).get("next_cursor", "")
            if not cursor:
                return users
