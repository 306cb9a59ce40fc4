"""The manifest by which an admin makes the Slack app: what we ask for, and nothing more."""

from collections.abc import Iterator

from bot.adapters.slack.app import EVENTS
from bot.adapters.slack.payload import Json
from bot.commands.calls import Command

SCOPES = {
    "app_mentions:read": "to hear words said to the bot",
    "channels:read": "to know who is in the network's channel",
    "chat:write": "to post in channels it was invited to, and to answer",
    "commands": "to have commands",
    "files:write": "to hand over files, such as an export of one's data",
    "groups:read": "to know who is in the network's channel where that is private",
    "im:write": "to write to a person privately",
    "mpim:write": "to open a conversation of two or three people who were introduced",
    "users:read": "to know names, languages and time zones",
}
"""Each scope, and what the bot needs it for."""

ALIASES = {"network": ("convenor", "convener")}
"""Names that lead to the same command; they are rarely taken by another app."""

HOME = "network"

RESERVED = frozenset(
    "active archive apps away call collapse dnd expand feed feedback help invite join kick leave "  # noqa: SIM905 -- words
    "me msg mute open part prefs pro remind remove rename search shortcuts shrug star status topic "
    "who".split()
)
"""Slack's own commands; with one of them in it, it refuses a whole manifest."""

LONGEST = 32


def manifest(
    commands: tuple[Command, ...],
    *,
    language: str = "en",
    prefix: str = "",
    home_only: bool = False,
    public_url: str | None,
    socket: bool,
) -> Json:
    """The manifest: with all commands or `/network` alone, each name after `prefix`. Over HTTP
    (`socket` false) a public address is needed. Raises ValueError where Slack would refuse it.
    """
    if not socket and not public_url:
        raise ValueError("Slack needs a public address (PUBLIC_URL), or Socket Mode")
    url = None if socket else f"{(public_url or '').rstrip('/')}/slack/events"
    request_url = {"request_url": url} if url else {}
    return {
        "display_information": {
            "name": "Convenor",
            "description": "Runs the year of a network of teachers.",
        },
        "features": {
            "app_home": {
                "home_tab_enabled": False,
                "messages_tab_enabled": True,
                # We cannot read what is written there, so nobody should write it.
                "messages_tab_read_only_enabled": True,
            },
            "bot_user": {"display_name": "Convenor", "always_online": True},
            "slash_commands": list(_commands(commands, language, prefix, url, home_only=home_only)),
        },
        "oauth_config": {"scopes": {"bot": sorted(SCOPES)}},
        "settings": {
            "event_subscriptions": {**request_url, "bot_events": list(EVENTS)},
            "interactivity": {"is_enabled": True, **request_url},
            "org_deploy_enabled": False,
            "socket_mode_enabled": socket,
            "token_rotation_enabled": False,
        },
    }


def _commands(
    commands: tuple[Command, ...], language: str, prefix: str, url: str | None, *, home_only: bool
) -> Iterator[Json]:
    for command in commands:
        if home_only and command.name != HOME:
            continue
        for name in (command.name, *(() if home_only else ALIASES.get(command.name, ()))):
            drawn = {
                "command": _name(f"{prefix}{name}"),
                "description": command.description.get(language) or command.description["en"],
                "should_escape": False,
            }
            hint = command.hint.get(language) or command.hint["en"]
            yield drawn | ({"usage_hint": hint} if hint else {}) | ({"url": url} if url else {})


def _name(name: str) -> str:
    if name in RESERVED:
        raise ValueError(f"/{name} is one of Slack's own commands")
    if len(name) >= LONGEST:
        raise ValueError(f"/{name} is longer than Slack's {LONGEST} characters")
    return f"/{name}"
