"""`convenor when`: one line of JSON for a phrase, or for each row of a file."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "bot", "when", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def test_a_phrase_is_told_in_json() -> None:
    done = run("nächste Woche Dienstag 16 Uhr", "--lang", "de", "--zone", "Europe/Vienna",
               "--now", "2026-11-25T09:00:00+00:00", "--json")  # fmt: skip
    assert json.loads(done.stdout) == {
        "status": "ok",
        "starts": "2026-12-01T15:00:00+00:00",
        "local": "2026-12-01T16:00",
        "echo": "Dienstag, 1. Dezember 2026, 16:00 (Wien)",
        "why": "",
    }
    assert done.returncode == 0


@pytest.mark.parametrize(
    ("phrase", "status", "echo"),
    [
        ("Tuesday", "ask", "At what time on Tuesday 1 December 2026? Write it like 16:00."),
        ("31 Feb 3pm", "refuse", "There is no such day or time."),
        ("soon", "refuse", "I cannot read that day."),
        ("1.11.2026 4pm", "refuse", "That is over, by the clocks of London."),
    ],
)
def test_what_is_asked_back_or_refused_says_why(phrase: str, status: str, echo: str) -> None:
    done = run(phrase, "--now", "2026-11-25T10:00", "--json")
    told = json.loads(done.stdout)
    assert (told["status"], told["starts"], done.returncode) == (status, None, 0)
    assert told["echo"].startswith(echo)
    assert told["why"]


def test_a_file_gets_a_line_for_each_row(tmp_path: Path) -> None:
    path = tmp_path / "phrases.tsv"
    path.write_text(
        "lang\tzone\tnow\tphrase\nen\tEurope/London\t2026-11-25T10:00\tThursday 4pm\n"
        'fi\tEurope/Helsinki\t2026-11-25T10:00\t"pian"\n'
    )
    lines = [json.loads(line) for line in run("--file", str(path), "--json").stdout.splitlines()]
    assert [line["status"] for line in lines] == ["ok", "refuse"]


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("Thursday", "--lang", "xx"),
        ("Thursday", "--zone", "Europe"),
        ("Thursday", "--now", "soon"),
        ("--file", "/nowhere.tsv"),
        ("--file", str(ROOT / "README.md")),
    ],
)
def test_misuse_is_told_in_a_line(arguments: tuple[str, ...]) -> None:
    done = run(*arguments)
    assert done.returncode == 2
    assert done.stdout == ""
    assert len(done.stderr.strip().splitlines()) == 1
