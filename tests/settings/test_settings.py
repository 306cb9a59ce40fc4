"""The settings as they are read, and what is said of the wrong ones."""

import re
from dataclasses import FrozenInstanceError
from pathlib import Path

import pytest

from bot.settings import NAMES, Settings, problems, read, storage_problems

KEY = "k" * 32
GOOD = {"DISCORD_TOKEN": "a-token", "SECRET_KEY": KEY, "PUBLIC_URL": "https://convenor.example.org"}
NO_FILE = Path("there-is-none")


def told(**environ: str) -> list[str]:
    """The ids of what is wrong with good settings that were changed in these."""
    return [p.id for p in problems(read({**GOOD, **environ}, NO_FILE))]


def test_good_settings_have_no_problems() -> None:
    assert told() == []


@pytest.mark.parametrize(
    ("environ", "ids"),
    [
        ({"DISCORD_TOKEN": ""}, ["E001"]),
        ({"SLACK_SIGNING_SECRET": "s"}, ["E002"]),
        ({"SLACK_BOT_TOKEN": "xoxb-1"}, ["E003"]),
        ({"SLACK_BOT_TOKEN": "xoxb-1", "SLACK_APP_TOKEN": "xapp-1"}, []),
        ({"SLACK_BOT_TOKEN": "xoxb-1", "SLACK_SIGNING_SECRET": "s"}, []),
        ({"SLACK_BOT_TOKEN": "xapp-1", "SLACK_SIGNING_SECRET": "s"}, ["E004"]),
        ({"SLACK_BOT_TOKEN": "xoxb-1", "SLACK_APP_TOKEN": "xoxb-1"}, ["E004"]),
        ({"SECRET_KEY": " "}, ["E005"]),
        ({"SECRET_KEY": "changethis"}, ["E006"]),
        ({"SECRET_KEY": f"{KEY}, short"}, ["E006"]),
        ({"SECRET_KEY": f"{KEY}, {KEY}2"}, []),
        ({"SLACK_API_BASE_URL": "http://slack.example.org/api/"}, ["E007"]),
        ({"SLACK_API_BASE_URL": "slack.com/api/"}, ["E007"]),
        ({"SLACK_API_BASE_URL": "http://127.0.0.1:8001/api/"}, []),
        ({"DISCORD_API_BASE": "http://[::1]:8002/api/v10"}, []),
        ({"DISCORD_API_BASE": "https://discord.example.org:port/"}, ["E007"]),
        ({"DISCORD_GATEWAY_URL": "ws://gateway.example.org"}, ["E007"]),
        ({"DISCORD_GATEWAY_URL": "https://gateway.example.org"}, ["E007"]),
        ({"DISCORD_GATEWAY_URL": "ws://localhost:8003"}, []),
        ({"DATABASE_URL": "mysql://u@h/d"}, ["E008"]),
        ({"DATABASE_URL": "postgresql://u:p/w@h/d"}, ["E008"]),
        ({"DATABASE_URL": "sqlite://"}, ["E008"]),
        ({"DATABASE_URL": "sqlite:///:memory:"}, ["E008"]),
        ({"DATA_DIR": f"{__file__}/data"}, ["E009"]),
        ({"PORT": "web"}, ["E010"]),
        ({"PORT": "0"}, ["E010"]),
        ({"PORT": "65536"}, ["E010"]),
        ({"LOG_LEVEL": "loud"}, ["E011"]),
        ({"LOG_LEVEL": "debug"}, []),
        ({"PUBLIC_URL": "http://convenor.example.org"}, ["E012"]),
        ({"PUBLIC_URL": ""}, []),
        ({"PUBLIC_URL": "", "SLACK_BOT_TOKEN": "xoxb-1", "SLACK_APP_TOKEN": "xapp-1"}, []),
        ({"PUBLIC_URL": "", "SLACK_BOT_TOKEN": "xoxb-1", "SLACK_SIGNING_SECRET": "s"}, ["W001"]),
        ({"SLACK_BOT_TOKEN": "xoxb-1", "SLACK_SIGNING_SECRET": "xoxb-1"}, ["E004"]),
        ({"DISCORD_TOKEN": "1234567890"}, ["E004"]),
        ({"DISCORD_TOKEN": "xoxb-1"}, ["E004"]),
        ({"SLACK_BOT_TOKN": "xoxb-1"}, ["W002"]),
        ({"SLACK_CLIENT_ID": "1.2"}, ["W002"]),
        ({"SLACK_WEBHOOK_URL": "of another program"}, []),
    ],
)
def test_each_mistake_is_named(environ: dict[str, str], ids: list[str]) -> None:
    assert told(**environ) == ids


@pytest.mark.parametrize(
    ("given", "taken"),
    [
        ("postgres://u:p@h/d", "postgresql+psycopg://u:p@h/d"),
        ("postgresql://u:p@h/d", "postgresql+psycopg://u:p@h/d"),
        ("postgresql+psycopg://u:p@h:5432/d", "postgresql+psycopg://u:p@h:5432/d"),
        ("postgresql:///d?host=/run/postgresql", "postgresql+psycopg:///d?host=/run/postgresql"),
        ("sqlite:////var/lib/convenor.db", "sqlite:////var/lib/convenor.db"),
        ("", "sqlite:///data/convenor.db"),
    ],
)
def test_a_database_is_taken_as_people_write_it(given: str, taken: str) -> None:
    settings = read({**GOOD, "DATABASE_URL": given}, NO_FILE)

    assert settings.database == taken
    assert problems(settings) == []


def test_the_environment_comes_before_the_file(tmp_path: Path) -> None:
    env = tmp_path / ".env"
    env.write_text("# ours\nexport PORT='9001'\nHOST=::1 # all\n\nDISCORD_TOKEN=\n")

    settings = read({"PORT": "9002"}, env)

    assert (settings.port, settings.host, settings.discord_token.reveal()) == (9002, "::1", "")
    assert settings.misread == ()


@pytest.mark.parametrize(
    ("line", "what", "mend"),
    [
        ("DISCORD_TOKN=x", "line 2: DISCORD_TOKN is not a setting.", "Did you mean DISCORD_TOKEN?"),
        ("port=1", "line 2: port is not a setting.", "Did you mean PORT?"),
        ("XYZZY=1", "line 2: XYZZY is not a setting.", "Take it out; .env.example lists all"),
        (
            "SLACK_CLIENT_ID=1",
            "line 2: SLACK_CLIENT_ID is not yet used.",
            "Take it out: one workspa",
        ),
        ("HOST: 'x", "line 2 cannot be read.", "Write NAME=value"),
    ],
)
def test_a_line_that_is_no_setting_is_refused(
    tmp_path: Path, line: str, what: str, mend: str
) -> None:
    env = tmp_path / ".env"
    env.write_text(f"HOST=127.0.0.1\n{line}\n")

    (problem,) = read({}, env).misread

    assert problem.fatal
    assert problem.what.endswith(what)
    assert problem.mend.startswith(mend)


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    env = tmp_path / ".env"
    env.write_bytes(b"PORT=80\xff")

    assert [p.id for p in read({}, env).misread] == ["E015"]


def test_what_stops_the_house_comes_first() -> None:
    slack = {"SLACK_BOT_TOKEN": "xoxb-1", "SLACK_SIGNING_SECRET": "s"}
    assert told(PUBLIC_URL="", SECRET_KEY="", LOG_LEVEL="loud", **slack) == ["E011", "E005", "W001"]


def test_a_missing_key_comes_with_a_new_one_to_paste() -> None:
    (first,), (second,) = (problems(read({**GOOD, "SECRET_KEY": ""}, NO_FILE)) for _ in range(2))

    made = re.search(r"SECRET_KEY=(\S+)$", first.mend)
    assert made is not None
    assert told(SECRET_KEY=made[1]) == []
    assert first.mend != second.mend


def test_the_storage_alone_needs_no_platform() -> None:
    assert storage_problems(read({}, NO_FILE)) == []


def test_no_secret_is_ever_shown() -> None:
    canary = "canary-" + "x" * 32
    names = ("DATABASE_URL", "SLACK_BOT_TOKEN", "SLACK_SIGNING_SECRET", "SLACK_APP_TOKEN")
    settings = read(dict.fromkeys((*names, "DISCORD_TOKEN", "SECRET_KEY"), canary), NO_FILE)

    shown = f"{settings} {settings!r} {settings.secret_key} {problems(settings)}"

    assert settings.slack_app_token.reveal() == canary
    assert canary not in shown


def test_settings_stay_as_they_were_read() -> None:
    with pytest.raises(FrozenInstanceError):
        Settings().port = 1  # type: ignore[misc]


def test_the_example_has_each_setting_once_with_a_sentence() -> None:
    blocks = Path(".env.example").read_text(encoding="utf-8").strip().split("\n\n")[1:]

    named = []
    for block in blocks:
        *sentence, line = block.splitlines()
        named.append(line.partition("=")[0].removeprefix("# "))
        assert re.fullmatch(r"(# .+\n)*# .+\.", "\n".join(sentence)), block

    assert named == list(NAMES)
