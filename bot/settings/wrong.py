"""What is wrong with the settings, and how to mend it."""

import os
import re
from collections.abc import Iterator
from ipaddress import ip_address
from secrets import token_urlsafe
from urllib.parse import urlsplit

from bot.settings.kinds import LAST_PORT, Problem, Settings, bad_port

LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")
KEY_LENGTH = 32


def problems(settings: Settings) -> list[Problem]:
    """All that is wrong for `serve`, each with its mend; what stops it comes first."""
    found = [*storage_problems(settings), *_platforms(settings), *_secret_key(settings)]
    found += [*_addresses(settings), *_public_url(settings)]
    return sorted(found, key=lambda problem: not problem.fatal)


def work_problems(settings: Settings) -> list[Problem]:
    """All that is wrong for `work`, which only delivers: nobody has to be listened to for that, and
    other processes have to share the database.
    """
    listened_to = "E003"
    found = [problem for problem in problems(settings) if problem.id not in (listened_to, "W001")]
    if settings.database.startswith("sqlite"):
        mend = "Set DATABASE_URL to a PostgreSQL, or let serve do it all: it delivers too."
        what = "work shares its database with serve, which a SQLite file does not bear."
        found.append(Problem("E016", what, mend))
    return sorted(found, key=lambda problem: not problem.fatal)


def storage_problems(settings: Settings) -> list[Problem]:
    """What is wrong with the database, the data folder and the log: all that `migrate` needs."""
    return [*settings.misread, *_database(settings), *_data_dir(settings), *_port_and_log(settings)]


def _platforms(settings: Settings) -> Iterator[Problem]:
    slack = settings.slack_bot_token, settings.slack_signing_secret, settings.slack_app_token
    bot, signing, app = slack
    if not any(slack) and not settings.discord_token:
        mend = (
            "Set up one of them (.env.example), or try all of it without an account: convenor try"
        )
        yield Problem("E001", "There is neither a Slack nor a Discord to talk to.", mend)
    if any(slack) and not bot:
        mend = "Copy the bot token (xoxb-…) from the page OAuth & Permissions of your Slack app."
        yield Problem("E002", "Slack is set up without SLACK_BOT_TOKEN.", mend)
    if bot and not signing and not app:
        mend = (
            "Set SLACK_SIGNING_SECRET (page Basic Information), or SLACK_APP_TOKEN for Socket Mode."
        )
        yield Problem("E003", "Slack can be written to but not listened to.", mend)
    for name, token, other, start in (
        ("SLACK_BOT_TOKEN", bot, ("xapp-", "xoxp-"), "xoxb-"),
        ("SLACK_APP_TOKEN", app, ("xoxb-", "xoxp-"), "xapp-"),
    ):
        if token.reveal().startswith(other):
            mend = f"Put the one here that starts with {start}"
            yield Problem("E004", f"{name} holds another kind of token.", mend)


def _secret_key(settings: Settings) -> Iterator[Problem]:
    keys = settings.secret_keys
    mend = f"Put this line into .env, made just now for you: SECRET_KEY={token_urlsafe(KEY_LENGTH)}"
    if not keys:
        yield Problem("E005", "SECRET_KEY is missing.", mend)
    elif any(len(key) < KEY_LENGTH for key in keys):
        what = f"SECRET_KEY is shorter than {KEY_LENGTH} characters."
        yield Problem("E006", what, mend)


def _addresses(settings: Settings) -> Iterator[Problem]:
    for name, url, scheme in (
        ("SLACK_API_BASE_URL", settings.slack_api_base_url, "https"),
        ("DISCORD_API_BASE", settings.discord_api_base, "https"),
        ("DISCORD_GATEWAY_URL", settings.discord_gateway_url or "wss://gateway", "wss"),
    ):
        if not _safe(url, scheme):
            what = f"{name} is not an address that starts with {scheme}://."
            mend = (
                f"Use {scheme}://; without the s only this machine itself may be meant (127.0.0.1)."
            )
            yield Problem("E007", what, mend)


def _safe(url: str, scheme: str) -> bool:
    """Whether the address is whole and encrypted, or stays on this machine."""
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
    except ValueError:
        return False
    if not host:
        return False
    return parts.scheme == scheme or (f"{parts.scheme}s" == scheme and _loopback(host))


def _loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _database(settings: Settings) -> Iterator[Problem]:
    url = settings.database
    try:
        whole = bool(urlsplit(url).port or True) and bool(
            re.match(r"postgresql\+psycopg://.*/.|sqlite:///(?!:memory:).", url)
        )
    except ValueError:  # a port that is no number, mostly a password with a slash in it
        whole = False
    if not whole:
        mend = (
            "Write postgresql://user:password@host/name or sqlite:///file, "
            "with signs like @ and / in the password as %40 and %2F; or leave it out."
        )
        yield Problem("E008", "DATABASE_URL is not the address of a database that I can use.", mend)


def _data_dir(settings: Settings) -> Iterator[Problem]:
    folder = settings.data_dir.absolute()
    there = next(path for path in (folder, *folder.parents) if path.exists())
    if not there.is_dir() or not os.access(there, os.W_OK | os.X_OK):
        mend = f"Let this user write in {there}, or set DATA_DIR to another folder."
        yield Problem("E009", f"DATA_DIR ({settings.data_dir}) cannot be written.", mend)


def _port_and_log(settings: Settings) -> Iterator[Problem]:
    if not 1 <= settings.port <= LAST_PORT:
        yield bad_port()
    if settings.log_level.upper() not in LEVELS:
        yield Problem("E011", "LOG_LEVEL is not a level.", f"Write one of {', '.join(LEVELS)}.")


def _public_url(settings: Settings) -> Iterator[Problem]:
    if not settings.public_url:
        what = "PUBLIC_URL is not set: Slack can reach this house by Socket Mode only."
        mend = "Set it to the https address of this house, or leave it so where that is enough."
        yield Problem("W001", what, mend)
    elif not _safe(settings.public_url, "https"):
        mend = "Write the address as people reach it, like https://convenor.example.org"
        yield Problem("E012", "PUBLIC_URL is not an https address.", mend)
