"""What `convenor check` looks at, and what it prints for the platforms' own set-up pages."""

import json
from collections.abc import Iterator
from http import HTTPStatus
from typing import Any

from bot import __version__
from bot.i18n import LANGUAGES
from bot.settings import Problem, Settings, problems

PATIENCE = 10
AGENT = f"DiscordBot (convenor, {__version__})"
"""Discord turns away who does not name themselves in this form."""
NO_STORE = frozenset(("E008", "E009"))
"""With one of these there is no database to try."""


class Refused(Exception):
    """The platform answered, and the answer was no; the text is its reason."""


class Silent(Exception):
    """The platform did not answer, or not as itself; the text is what happened instead."""


def everything(settings: Settings) -> Iterator[Problem | str]:
    """All problems, and a line for each thing that was tried and works."""
    found = problems(settings)
    yield from found
    if not found:
        yield "Settings: nothing is wrong."
    ids = {problem.id for problem in found}
    if not ids & NO_STORE:
        yield _database(settings)
    if "E007" in ids:  # no token is sent to an address that is not safe
        return
    if settings.slack_bot_token:
        yield _slack(settings)
    if settings.discord_token:
        yield _discord(settings)


def manifest(settings: Settings, *, language: str, prefix: str, home_only: bool) -> str | Problem:
    """The manifest by which an admin makes the Slack app, as JSON; a Problem where none can be."""
    from bot.adapters.slack.manifest import manifest as made  # noqa: PLC0415 -- slow import
    from bot.commands.table import commands  # noqa: PLC0415 -- slow import

    if language not in LANGUAGES:
        mend = f"Choose one of {', '.join(LANGUAGES)}."
        return Problem("E024", f"I do not speak the language {language!r}.", mend)
    try:
        drawn = made(
            commands(),
            language=language,
            prefix=prefix,
            home_only=home_only,
            public_url=settings.public_url or None,
            # Without a public address Slack can only be reached from here.
            socket=settings.socket_mode or not settings.public_url,
        )
    except ValueError as refused:
        return Problem("E025", f"Slack would refuse this manifest: {refused}.", "Change --prefix.")
    return json.dumps(drawn, indent=2, ensure_ascii=False)


def invite(settings: Settings) -> str | Problem:
    """The address by which the bot is added to a Discord server; a Problem where there is none."""
    from bot.adapters.discord.invite import invite_url  # noqa: PLC0415 -- slow import

    if not settings.discord_token:
        mend = "Copy it from the page Bot of your Discord application into .env."
        return Problem("E026", "The invitation needs DISCORD_TOKEN.", mend)
    asked = _ask_discord(settings, "/oauth2/applications/@me")
    return asked if isinstance(asked, Problem) else invite_url(int(asked["id"]))


def _database(settings: Settings) -> Problem | str:
    from bot.store.db import Store  # noqa: PLC0415 -- slow import
    from bot.store.faults import StoreDown  # noqa: PLC0415 -- slow import

    if not settings.database_url and not (settings.data_dir / "convenor.db").exists():
        return "Database: none yet; serve makes it."
    store = Store(settings.database)
    try:
        if store.revision_is_head():
            return "Database: up to date."
    except StoreDown as down:
        return Problem("E020", down.what, down.mend)
    finally:
        store.close()
    mend = "serve brings it up to date when it starts; convenor migrate does it now."
    return Problem("W003", "The database is not this version's yet.", mend)


def _slack(settings: Settings) -> Problem | str:
    url = f"{settings.slack_api_base_url.rstrip('/')}/auth.test"
    try:
        told = _ask(url, f"Bearer {settings.slack_bot_token.reveal()}", "POST")
    except Refused as refusal:
        mend = "Install the app again (page OAuth & Permissions) and copy its bot token."
        return Problem("E022", f"Slack refuses SLACK_BOT_TOKEN ({refusal}).", mend)
    except Silent as fault:
        return _silent("Slack", "SLACK_API_BASE_URL", fault)
    return f"Slack: {told.get('team', 'the workspace')} knows the bot."


def _discord(settings: Settings) -> Problem | str:
    told = _ask_discord(settings, "/users/@me")
    return told if isinstance(told, Problem) else f"Discord: the bot is {told.get('username')}."


def _ask_discord(settings: Settings, path: str) -> dict[str, Any] | Problem:
    url = settings.discord_api_base.rstrip("/") + path
    try:
        return _ask(url, f"Bot {settings.discord_token.reveal()}")
    except Refused as refusal:
        mend = "Reset the token on the page Bot of your Discord application, and copy the new one."
        return Problem("E022", f"Discord refuses DISCORD_TOKEN ({refusal}).", mend)
    except Silent as fault:
        return _silent("Discord", "DISCORD_API_BASE", fault)


def _ask(url: str, authorization: str, method: str = "GET") -> dict[str, Any]:
    """What the platform answers. Raises Refused where it says no to the token, Silent where it says
    nothing of use. No redirect is followed: the token is for this address alone.
    """
    import httpx  # noqa: PLC0415 -- slow import

    headers = {"Authorization": authorization, "User-Agent": AGENT}
    try:
        answer = httpx.request(method, url, headers=headers, timeout=PATIENCE)
        if answer.status_code in (HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN):
            raise Refused(f"answer {answer.status_code}")
        told = answer.raise_for_status().json()
    except (httpx.HTTPError, httpx.InvalidURL, ValueError) as fault:
        raise Silent(str(fault).partition("\n")[0] or type(fault).__name__) from fault
    if not isinstance(told, dict):
        raise Silent("not the answer of a platform")
    if told.get("ok") is False:  # Slack says no with a good status
        raise Refused(told.get("error", "no reason given"))
    return told


def _silent(platform: str, name: str, fault: Silent) -> Problem:
    mend = f"Check this machine's connection, its proxy, and {name}."
    return Problem("E023", f"{platform} could not be asked ({fault}).", mend)
