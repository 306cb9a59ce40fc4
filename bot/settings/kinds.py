"""What is set, each thing under its name, and what a problem with it is."""

import re
from dataclasses import dataclass, field, fields
from pathlib import Path

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


def bad_port() -> Problem:
    """PORT is not a number, or none of a port."""
    mend = f"Write a number from 1 to {LAST_PORT}, like 8080."
    return Problem("E010", "PORT is not the number of a port.", mend)
