"""Who a Slack user is: asked once a day, and never waited for longer than half a second."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, replace

from bot.adapters.slack.parse import name
from bot.adapters.slack.payload import Json
from bot.adapters.slack.wire import FACTS, Wire
from bot.chat import Profile, Unreachable

DAY = 24 * 3600
MOST = 20_000
WAIT = 0.5
AT_ONCE = 8
"""How many are asked for at the same time where a whole channel is."""

UNSEEN = frozenset(("user_not_found", "user_not_visible"))
"""What users.info says of strangers from other organisations whom this workspace does not know."""


@dataclass(frozen=True, slots=True)
class Known:
    """What users.info tells of a user."""

    name: str
    language: str | None
    zone: str | None
    admin: bool
    teams: frozenset[str]
    bot: bool
    deleted: bool

    def profile(self, workspace: str) -> Profile:
        """The same in the words of the port, seen from a workspace."""
        outsider = bool(self.teams) and workspace not in self.teams
        admin = self.admin and not outsider
        return Profile(self.name, self.language, self.zone, admin, outsider, self.bot)


class People:
    """The users we have asked for, each kept for a day, the longest unasked forgotten first."""

    def __init__(self, wire: Wire, clock: Callable[[], float]) -> None:
        self._wire = wire
        self._clock = clock
        self._asked: dict[str, tuple[float, asyncio.Task[Known]]] = {}
        self._turn = asyncio.Semaphore(AT_ONCE)

    async def known(self, user: str) -> Known:
        """What Slack tells of the user; raises what the wire raises."""
        return await asyncio.shield(self._task(user))

    async def soon(self, user: str) -> Known | None:
        """What Slack tells of the user in half a second; what comes later is kept too."""
        task = self._task(user)
        if not task.done():
            await asyncio.wait({task}, timeout=WAIT)
        return None if not task.done() or task.cancelled() or task.exception() else task.result()

    async def visible(self, user: str) -> Known | None:
        """What Slack tells of the user, or None where it has none such to show us."""
        try:
            return await self.known(user)
        except Unreachable as error:
            if error.reason in UNSEEN:
                return None
            raise

    def forget(self, user: str) -> None:
        """Ask anew the next time."""
        self._asked.pop(user, None)

    def is_news(self, user: Json) -> bool:
        """Whether what Slack now tells of a user is anything else than what we know of them, which
        is then asked anew; statuses and pictures change all day long.
        """
        _, task = self._asked.get(user["id"], (0.0, None))
        told = _known(user)
        if task and task.done() and not task.cancelled() and not task.exception():
            known = task.result()
            if known == replace(told, language=known.language):
                return False
        self.forget(user["id"])
        return not told.bot

    async def close(self) -> None:
        """Let go of what is still being asked."""
        tasks = [task for _, task in self._asked.values() if not task.done()]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def _task(self, user: str) -> asyncio.Task[Known]:
        since, task = self._asked.get(user, (0.0, None))
        if task is None or since + DAY < self._clock():
            task = asyncio.create_task(self._ask(user))
            task.add_done_callback(_notice)
            self._asked.pop(user, None)
            self._asked[user] = (self._clock(), task)
            if len(self._asked) > MOST:
                del self._asked[next(iter(self._asked))]
        return task

    async def _ask(self, user: str) -> Known:
        try:
            async with self._turn:
                call = self._wire.client.users_info(user=user, include_locale=True)
                return _known((await self._wire.ask(call))["user"])
        except FACTS:
            self.forget(user)
            raise


def _notice(task: asyncio.Task[Known]) -> None:
    """Look at a failure that nobody may wait for any more, or asyncio complains of it."""
    if not task.cancelled():
        task.exception()


def _known(user: Json) -> Known:
    enterprise = user.get("enterprise_user", {})
    return Known(
        name=name(user),
        language=(user.get("locale") or "")[:2] or None,
        zone=user.get("tz") or None,
        admin=bool(user.get("is_admin") or user.get("is_owner")),
        teams=frozenset((*enterprise.get("teams", ()), user.get("team_id", ""))) - {""},
        # Slackbot alone is a bot that is not marked as one.
        bot=bool(user.get("is_bot")) or user.get("id") == "USLACKBOT",
        deleted=bool(user.get("deleted")),
    )
