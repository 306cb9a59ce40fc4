"""`check` tries each token where it would be used, and says what it met."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from bot.checks import everything, invite, manifest
from bot.settings import Problem, Settings, read
from bot.store.db import Store

GOOD = {"SECRET_KEY": "k" * 32, "PUBLIC_URL": "https://convenor.example.org"}


@contextmanager
def platform(answers: dict[str, tuple[int, object]]) -> Iterator[tuple[str, list[str]]]:
    """A platform that gives these answers by path; yields its address and the tokens it got."""
    tokens: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            status, body = answers.get(self.path, (404, {}))
            tokens.append(self.headers["Authorization"])
            self.send_response(status)
            if status == 302:
                self.send_header("Location", "/elsewhere")
            self.end_headers()
            self.wfile.write(body if isinstance(body, bytes) else json.dumps(body).encode())

        do_POST = do_GET  # noqa: N815 -- the library's name

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/api/", tokens
        finally:
            server.shutdown()
            thread.join()


def told(folder: Path, **environ: str) -> list[str]:
    found = everything(read({**GOOD, "DATA_DIR": str(folder), **environ}, folder / "none"))
    return [f.id if isinstance(f, Problem) else f for f in found]


def test_tokens_that_work_are_told_so(tmp_path: Path) -> None:
    answers: dict[str, tuple[int, object]] = {
        "/api/auth.test": (200, {"ok": True, "team": "Northshire"}),
        "/api/users/@me": (200, {"id": "7", "username": "convenor"}),
    }
    with platform(answers) as (api, tokens):
        said = told(
            tmp_path, SLACK_BOT_TOKEN="xoxb-1", SLACK_APP_TOKEN="xapp-1", SLACK_API_BASE_URL=api,
            DISCORD_TOKEN="d-1", DISCORD_API_BASE=api,
        )  # fmt: skip

    assert said == [
        "Settings: nothing is wrong.",
        "Database: none yet; serve makes it.",
        "Slack: Northshire knows the bot.",
        "Discord: the bot is convenor.",
    ]
    assert tokens == ["Bearer xoxb-1", "Bot d-1"]


@pytest.mark.parametrize(
    ("answer", "line"),
    [
        ((200, {"ok": False, "error": "invalid_auth"}), "E022"),
        ((401, {"message": "401: Unauthorized"}), "E022"),
        ((500, {}), "E023"),
        ((200, b"<html>a proxy's page</html>"), "E023"),
        ((200, ["no object"]), "E023"),
        ((302, {}), "E023"),
    ],
)
def test_a_token_that_does_not_work_is_told(
    tmp_path: Path, answer: tuple[int, object], line: str
) -> None:
    with platform({"/api/auth.test": answer, "/api/users/@me": answer}) as (api, tokens):
        said = told(
            tmp_path, SLACK_BOT_TOKEN="xoxb-1", SLACK_APP_TOKEN="xapp-1", SLACK_API_BASE_URL=api,
            DISCORD_TOKEN="d-1", DISCORD_API_BASE=api,
        )  # fmt: skip

    assert said[-2:] == [line, line]
    assert len(tokens) == 2


def test_a_platform_that_is_not_there_is_told(tmp_path: Path) -> None:
    with platform({}) as (api, _):
        pass

    assert told(tmp_path, DISCORD_TOKEN="d-1", DISCORD_API_BASE=api)[-1] == "E023"


def test_no_token_goes_to_an_address_that_is_not_safe(tmp_path: Path) -> None:
    said = told(tmp_path, DISCORD_TOKEN="d-1", DISCORD_API_BASE="http://discord.example.org")

    assert said == ["E007", "Database: none yet; serve makes it."]


def test_a_database_is_tried(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/ours.db"
    before = told(tmp_path, DATABASE_URL=url)
    store = Store(url)
    store.migrate()
    store.close()
    after = told(tmp_path, DATABASE_URL=url)
    (tmp_path / "ours.db").write_bytes(b"no database" * 100)
    broken = told(tmp_path, DATABASE_URL=url)

    assert before == ["E001", "W003"]
    assert after == ["E001", "Database: up to date."]
    assert broken == ["E001", "E020"]


def test_the_invitation_names_the_application(tmp_path: Path) -> None:
    with platform({"/api/oauth2/applications/@me": (200, {"id": "77"})}) as (api, _):
        settings = read({"DISCORD_TOKEN": "d-1", "DISCORD_API_BASE": api}, tmp_path / "none")
        address = invite(settings)

    assert isinstance(address, str)
    assert address.startswith("https://discord.com/")
    assert "client_id=77" in address


def test_without_a_public_address_slack_is_reached_by_socket() -> None:
    drawn = json.loads(printed(Settings()))

    assert drawn["settings"]["socket_mode_enabled"] is True
    assert {c["command"] for c in drawn["features"]["slash_commands"]} >= {"/network", "/meeting"}


def test_with_a_public_address_slack_calls_it() -> None:
    drawn = json.loads(printed(Settings(public_url="https://example.org")))

    assert drawn["settings"]["socket_mode_enabled"] is False
    assert drawn["features"]["slash_commands"][0]["url"] == "https://example.org/slack/events"


@pytest.mark.parametrize(
    ("language", "prefix", "line"), [("xx", "", "E024"), ("en", "a" * 40, "E025")]
)
def test_a_manifest_that_cannot_be_is_told(language: str, prefix: str, line: str) -> None:
    refused = manifest(Settings(), language=language, prefix=prefix, home_only=False)

    assert isinstance(refused, Problem)
    assert refused.id == line


def printed(settings: Settings) -> str:
    drawn = manifest(settings, language="en", prefix="", home_only=False)
    assert isinstance(drawn, str)
    return drawn
