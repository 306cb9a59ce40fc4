"""Every example in the README and the docs runs."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import AsyncIterator, Callable, Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest
import pytest_asyncio

from bot import when
from bot.commands.calls import Reply
from bot.commands.table import ALIASES, NOUNS
from bot.playground.game import Game
from bot.ui import message_text
from bot.views.words import words
from tests.docs.pages import DOCS, ROOT
from tests.plugins.must_hold import TITLES

PAGES = [ROOT / "README.md", *(DOCS / f"{name}.md" for name in
         ("member", "coordinator", "buddies", "operator", "developer", "commands"))]  # fmt: skip
OF_SLACK = ("/invite",)
NO_COMMANDS = ("/metrics", "/readyz", "/healthz", "/etc/", "/srv/")
PRINTED = re.compile(r"<!-- (named|settings|abilities) -->.*?<!-- /\1 -->", re.DOTALL)
FENCED = re.compile(r"```.*?```", re.DOTALL)
NOT_UNDERSTOOD = re.compile(r"I do not know “|Did you mean|There is no /")
ANA, BEN, ROOM = "Ana Silva", "Ben Carter", "northshire"
pytestmark = pytest.mark.must_hold("A6", 2)


def text_of(page: Path) -> str:
    return PRINTED.sub("", page.read_text(encoding="utf-8"))


def spans(start: str) -> list[str]:
    """What is set as code and begins so, in the order of the pages."""
    found = [
        " ".join(span.split())
        for page in PAGES
        for span in re.findall(r"`([^`]+)`", FENCED.sub("", text_of(page)))
    ]
    return list(dict.fromkeys(one for one in found if one.startswith(start)))


@pytest_asyncio.fixture
async def game() -> AsyncIterator[Game]:
    game = Game(words("en"))
    await game.begin()
    yield game
    await game.close()


async def test_every_command_in_the_docs_is_understood(
    game: Game, figure: Callable[[str], None]
) -> None:
    typed = [one for one in spans("/") if not one.startswith((*OF_SLACK, *NO_COMMANDS))]
    typed = [re.sub(r"^/conv-", "/", one) for one in typed]
    typed.sort(key=lambda one: "leave" in one)  # whoever has left can do no more
    for example in typed:
        noun = example[1:].split()[0]
        assert noun in (*NOUNS, *ALIASES), example
        await game.life.trial.hands.types(ANA, ROOM, example.replace(" CODE", ""))
        answer = game.life.trial.hands.answer
        if isinstance(answer, Reply):
            assert not NOT_UNDERSTOOD.search(message_text(answer.message)), example
        if example.startswith("/meeting plan "):
            await game.life.trial.hands.fills(ANA, {})
    assert len(typed) > len(NOUNS) * 3
    figure(f"{len(typed)} commands typed as they stand in the docs, each understood")


async def test_every_sentence_said_to_the_bot_in_the_docs_gets_buttons(game: Game) -> None:
    said = [one.removeprefix("@Convenor").strip() for one in spans("@Convenor ")]
    section = text_of(DOCS / "member.md").partition("## In your own words")[2].partition("\n## ")[0]
    said += [" ".join(one.split()) for one in re.findall(r'"([^"]+)"', section)]
    assert len(said) >= 4
    for sentence in said:
        await game.life.trial.hands.types(BEN, ROOM, f"@convenor {sentence}")
        answer = game.life.trial.hands.answer
        assert isinstance(answer, Reply), sentence
        assert answer.message.buttons(), sentence


def test_every_day_in_the_docs_is_read() -> None:
    planning = text_of(DOCS / "coordinator.md").partition("## Planning a meeting")[2]
    planning = planning.partition("\n## ")[0]
    days = [" ".join(one.split()) for one in re.findall(r"(?<!\*)\*([^*]+)\*(?!\*)", planning)]
    assert len(days) >= 3
    for day in days:
        meant = [
            when.meant(day, language, "Europe/London", said).status
            for language in ("en", "de", "fr", "it", "fi")
            for said in ("2026-11-23T10:00", "2026-11-28T10:00")
        ]
        assert "ok" in meant, day


def shell_lines() -> Iterator[str]:
    for page in PAGES:
        text = text_of(page)
        for kind, block in re.findall(r"^```(\w*)\n(.*?)^```", text, re.DOTALL | re.MULTILINE):
            yield from block.splitlines() if kind in ("", "sh") else ()
        yield from (one for one in spans("python") if one)
        yield from (one for one in spans("docker"))


SHOWN_ELSEWHERE = ("try", "test", "lint", "serve", "rehearse", "docs", "work")
"""Commands that other tests run whole, as they stand."""
QUICK = ("check --manifest slack", "backup")


@pytest.mark.at_full_size
def test_every_line_for_a_terminal_is_one_that_there_is(tmp_path: Path) -> None:
    lines = {re.split(r"\s{2,}|\s#", line.strip())[0] for line in shell_lines() if line.strip()}
    strange = [line for line in sorted(lines) if not _is_held(line, tmp_path)]

    assert strange == []
    assert len(lines) >= 15


def _is_held(line: str, folder: Path) -> bool:
    if match := re.fullmatch(r"(?:\.venv/bin/)?python3? -m ([a-z.]+)( .*)?", line):
        return find_spec(match[1]) is not None
    if match := re.fullmatch(r"docker compose -f (\S+) up -d --build", line):
        return (ROOT / match[1]).exists()
    if match := re.fullmatch(r"(?:cp|chmod 600) (\S+)(?: \.env)?", line):
        return match[1] in (".env.example", ".env")
    match = re.fullmatch(r"python3 run\.py ([a-z]+)(?: (.*))?", line.partition(" > ")[0])
    return match is not None and _is_ours(match[1], match[2] or "", folder)


def _is_ours(command: str, more: str, folder: Path) -> bool:
    if command == "prove":
        return all(issue in TITLES for issue in more.split())
    if command == "bench":
        return more == "NAME" or (ROOT / f"tests/bench/{more}.py").exists()
    if command == "play":
        return more.startswith("FILE") or _runs(command, more, folder)
    if command in SHOWN_ELSEWHERE:
        return all((ROOT / path).exists() for path in more.split() if "/" in path)
    if f"{command} {more}".strip() in QUICK:
        return _runs(command, more, folder)
    named = ("backup", "restore", "check", "when", "migrate", "retention", "import", "export")
    return command in named


def _runs(command: str, more: str, folder: Path) -> bool:
    environ = {
        "PATH": os.environ["PATH"],
        "DATA_DIR": str(folder / "data"),
        "SECRET_KEY": "k" * 40,
        "SLACK_BOT_TOKEN": "xoxb-1",
        "SLACK_APP_TOKEN": "xapp-1",
    }
    if command == "play":
        environ = {"PATH": os.environ["PATH"]}
    if command == "backup":
        subprocess.run(
            [sys.executable, "-m", "bot", "migrate"], cwd=ROOT, env=environ, check=True,
            capture_output=True,
        )  # fmt: skip
    done = subprocess.run(
        [sys.executable, "-m", "bot", command, *more.split()],
        cwd=ROOT, env=environ, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, f"{command} {more}: {done.stderr[-500:]}"
    return True
