"""The platforms that the house is joined to, as its settings have it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import AsyncExitStack
from dataclasses import dataclass
from typing import TYPE_CHECKING

import structlog
from starlette.types import ASGIApp

from bot.chat import Chat
from bot.commands.table import commands
from bot.house import TheHouse
from bot.scheduler.deadline import Deadline
from bot.settings import Settings

if TYPE_CHECKING:  # both are slow to import: a house on one platform does without the other's
    from bot.adapters.discord.app import DiscordApp
    from bot.adapters.slack.app import SlackApp

log = structlog.get_logger()


class Cannot(Exception):
    """The house cannot start; the text says why, and what to do."""


@dataclass(frozen=True, slots=True)
class Platforms:
    """What the house is joined to; where it does not `listen`, it only writes there."""

    slack: SlackApp | None
    discord: DiscordApp | None
    listen: bool

    @property
    def chats(self) -> dict[str, Chat]:
        """The chat of each, by the platform's name."""
        return {app.chat.platform: app.chat for app in (self.slack, self.discord) if app}

    @property
    def endpoints(self) -> Mapping[str, ASGIApp]:
        """Where one of them calls us by HTTP."""
        endpoint = self.slack.endpoint if self.slack else None
        return {"/slack/events": endpoint} if endpoint else {}

    def links(self) -> dict[str, bool]:
        """Whether each of them can be spoken to now."""
        return {app.chat.platform: app.link_ok() for app in (self.slack, self.discord) if app}

    async def start(self, started: AsyncExitStack, deadline: Deadline) -> None:
        """Start each, and have it stopped where all that was started is. Raises Cannot."""
        if slack := self.slack:
            started.push_async_callback(deadline.hold, slack.stop)
            await _start(slack.chat.platform, slack.start)
        if discord := self.discord:
            started.push_async_callback(deadline.hold, discord.stop)
            await _start(discord.chat.platform, lambda: discord.start(listen=self.listen))


def joined(
    settings: Settings, house: TheHouse, pool: ThreadPoolExecutor, *, listen: bool = True
) -> Platforms:
    """The platforms that are set up, each joined to this house and not yet started."""
    slack = _slack(settings, house, pool, listen=listen)
    return Platforms(slack, _discord(settings, house, pool), listen)


def _slack(
    settings: Settings, house: TheHouse, pool: ThreadPoolExecutor, *, listen: bool
) -> SlackApp | None:
    if not settings.slack_bot_token:
        return None
    from bot.adapters.slack.app import SlackApp  # noqa: PLC0415 -- slow import

    over_http = listen and not settings.socket_mode
    return SlackApp(
        token=settings.slack_bot_token.reveal(),
        signing_secret=settings.slack_signing_secret.reveal() if over_http else None,
        app_token=settings.slack_app_token.reveal() or None if listen else None,
        base_url=settings.slack_api_base_url,
        house=house,
        pool=pool,
    )


def _discord(settings: Settings, house: TheHouse, pool: ThreadPoolExecutor) -> DiscordApp | None:
    if not settings.discord_token:
        return None
    from bot.adapters.discord.app import DiscordApp  # noqa: PLC0415 -- slow import

    return DiscordApp(
        token=settings.discord_token.reveal(),
        api_base=settings.discord_api_base,
        gateway_url=settings.discord_gateway_url or None,
        house=house,
        commands=commands(),
        pool=pool,
    )


async def _start(platform: str, start: Callable[[], Awaitable[None]]) -> None:
    try:
        await start()
    except Exception as error:
        log.debug("platform.refused", platform=platform, exc_info=error)
        reason = getattr(error, "reason", type(error).__name__)
        raise Cannot(
            f"{platform.capitalize()} does not let us in ({reason}). "
            "Run `python3 run.py check` to see why, and what to do."
        ) from error
