"""The settings, read in one place from the environment and `.env`, and what may be wrong with them.

Plain Python on purpose: a wrong setting is to be answered within a second, and importing
pydantic-settings alone takes up to half of it (measured).
"""

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from difflib import get_close_matches
from io import StringIO
from ipaddress import ip_address
from pathlib import Path
from secrets import token_urlsafe
from typing import Any, get_type_hints
from urllib.parse import urlsplit

from dotenv.parser import parse_stream

LATER = {
    "SLACK_CLIENT_ID": "one workspace is served so far, by SLACK_BOT_TOKEN",
    "SLACK_CLIENT_SECRET": "one workspace is served so far, by SLACK_BOT_TOKEN",
}
LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")
KEY_LENGTH = 32
LAST_PORT = 65535


@dataclass(frozen=True, slots=True, repr=False)
class Secret:
    """A text that shows itself only when asked to: in a log, a trace or an f-string it is `***`."""

    _text: str

    def reveal(self) -> str:
        """The text itself; empty where it is not set."""
        return self._text

    def __bool__(self) -> bool:
        return bool(self._text)

    def __repr__(self) -> str:
        return "***" if self._text else "(not set)"


NOT_SET = Secret("")


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong, and how to mend it. W… is a warning; with an E… the house does not start."""

    id: str
    what: str
    mend: str

    @property
    def fatal(self) -> bool:
        """Whether the house cannot start with it."""
        return self.id.startswith("E")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Each setting under its name in small letters; `.env.example` says what each is for."""

    database_url: Secret = NOT_SET
    data_dir: Path = Path("data")
    slack_bot_token: Secret = NOT_SET
    slack_signing_secret: Secret = NOT_SET
    slack_app_token: Secret = NOT_SET
    slack_api_base_url: str = "https://slack.com/api/"
    discord_token: Secret = NOT_SET
    discord_api_base: str = "https://discord.com/api/v10"
    discord_gateway_url: str = ""
    host: str = "127.0.0.1"
    port: int = 8080
    public_url: str = ""
    secret_key: Secret = NOT_SET
    log_level: str = "INFO"
    misread: tuple[Problem, ...] = field(default=(), repr=False)
    """What was wrong already in the reading; no setting."""

    @property
    def database(self) -> str:
        """The address as the store takes it: a file in the data folder if none is set."""
        url = self.database_url.reveal()
        if not url:
            return f"sqlite:///{self.data_dir / 'convenor.db'}"
        return re.sub(r"^postgres(ql)?(\+psycopg)?://", "postgresql+psycopg://", url)

    @property
    def socket_mode(self) -> bool:
        """Whether Slack is reached by a socket that we open, so that it need not reach us."""
        return bool(self.slack_app_token)

    @property
    def secret_keys(self) -> tuple[str, ...]:
        """The newest key first; older ones still open what was shut with them."""
        return tuple(key.strip() for key in self.secret_key.reveal().split(",") if key.strip())


NAMES = tuple(f.name.upper() for f in fields(Settings) if f.name != "misread")
_KINDS = get_type_hints(Settings)


def read(environ: Mapping[str, str] = os.environ, env_file: Path = Path(".env")) -> Settings:
    """The settings as they are given, the environment before `.env`. Never raises for what a person
    wrote: what cannot be read is left out, and `problems` names it.
    """
    misread: list[Problem] = []
    given = {**_written(env_file, misread), **environ}
    misread += _near_misses(environ)
    values: dict[str, Any] = {}
    for name in NAMES:
        if text := given.get(name, "").strip():
            try:
                values[name.lower()] = _KINDS[name.lower()](text)
            except ValueError:  # only a number can be written wrongly
                misread.append(_bad_port())
    return Settings(**values, misread=tuple(misread))


def _bad_port() -> Problem:
    mend = f"Write a number from 1 to {LAST_PORT}, like 8080."
    return Problem("E010", "PORT is not the number of a port.", mend)


def _written(env_file: Path, misread: list[Problem]) -> dict[str, str]:
    """The known settings of the file; each line that is none of them goes to `misread`."""
    try:
        text = env_file.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError) as fault:
        mend = "See that it is a text file in UTF-8 which this user may read."
        misread.append(
            Problem("E015", f"{env_file} cannot be read ({type(fault).__name__}).", mend)
        )
        return {}
    known: dict[str, str] = {}
    for line in parse_stream(StringIO(text)):
        where = f"{env_file}, line {line.original.line}"
        if line.error:
            mend = "Write NAME=value; put # before a remark."
            misread.append(Problem("E015", f"{where} cannot be read.", mend))
        elif line.key in NAMES:
            known[line.key] = line.value or ""
        elif line.key is not None:
            misread.append(_stranger(line.key, where))
    return known


def _stranger(name: str, where: str) -> Problem:
    if name in LATER:
        return Problem("E014", f"{where}: {name} is not yet used.", f"Take it out: {LATER[name]}.")
    near = get_close_matches(name.upper(), NAMES, n=1)
    mend = f"Did you mean {near[0]}?" if near else "Take it out; .env.example lists all settings."
    return Problem("E013", f"{where}: {name} is not a setting.", mend)


def _near_misses(environ: Mapping[str, str]) -> Iterator[Problem]:
    """Much in the environment is not ours; only what is nearly one of our names is worth a word."""
    for name in sorted(environ.keys() - NAMES):
        if name in LATER:
            yield Problem("W002", f"{name} is not yet used.", f"Leave it out: {LATER[name]}.")
        elif near := get_close_matches(name.upper(), NAMES, n=1, cutoff=0.9):
            mend = f"Did you mean {near[0]}?"
            yield Problem("W002", f"The environment has {name}, which is not a setting.", mend)


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
        yield _bad_port()
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
