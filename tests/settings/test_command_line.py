"""The command line, as who runs the house meets it."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
KEY = "k" * 32
GOOD = {"DISCORD_TOKEN": "a-token", "SECRET_KEY": KEY, "PUBLIC_URL": "https://convenor.example.org"}
SLACK = {"SLACK_BOT_TOKEN": "xoxb-1", "SLACK_SIGNING_SECRET": "s"}

WRONG: dict[str, tuple[dict[str, str], str, list[str]]] = {
    # what is wrong: the environment, the file, the ids of the lines that are told
    "no platform": ({"DISCORD_TOKEN": ""}, "", ["E001"]),
    "nothing at all": (dict.fromkeys(GOOD, ""), "", ["E001", "E005"]),
    "no bot token": ({"SLACK_SIGNING_SECRET": "s"}, "", ["E002"]),
    "no signing secret": ({"SLACK_BOT_TOKEN": "xoxb-1"}, "", ["E003"]),
    "tokens swapped": ({**SLACK, "SLACK_BOT_TOKEN": "xapp-1"}, "", ["E004"]),
    "no key": ({"SECRET_KEY": ""}, "", ["E005"]),
    "a short key": ({"SECRET_KEY": "changethis"}, "", ["E006"]),
    "plain http": ({**SLACK, "SLACK_API_BASE_URL": "http://example.org/"}, "", ["E007"]),
    "plain ws": ({"DISCORD_GATEWAY_URL": "ws://example.org/"}, "", ["E007"]),
    "another database": ({"DATABASE_URL": "mysql://u@h/d"}, "", ["E008"]),
    "no folder": ({"DATA_DIR": "/dev/null/data"}, "", ["E009"]),
    "no port": ({"PORT": "eighty"}, "", ["E010"]),
    "no level": ({"LOG_LEVEL": "loud"}, "", ["E011"]),
    "no https": ({"PUBLIC_URL": "http://convenor.example.org"}, "", ["E012"]),
    "a slip": ({}, "DISCORD_TOKN=x\n", ["E013"]),
    "too early": ({}, "SLACK_CLIENT_ID=1.2\n", ["E014"]),
    "no line": ({}, "HOST: 'x\n", ["E015"]),
}


def run(
    folder: Path, *arguments: str, env_file: str = "", **environ: str
) -> subprocess.CompletedProcess[str]:
    """Run `convenor` in this folder, with these settings alone."""
    (folder / ".env").write_text(env_file)
    path = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT)}
    return subprocess.run(
        [sys.executable, "-m", "bot", *arguments],
        cwd=folder,
        env={**path, **environ},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.must_hold("A1", 8)
def test_a_wrong_setting_gets_one_line_and_exit_2_within_a_second(
    tmp_path: Path, full: bool, figure: Callable[[str], None]
) -> None:
    told, seconds = {}, []
    for name, (environ, env_file, _) in WRONG.items():
        begun = time.perf_counter()
        answer = run(tmp_path, "serve", env_file=env_file, **{**GOOD, **environ})
        seconds.append(time.perf_counter() - begun)
        told[name] = (answer.returncode, [line[:4] for line in answer.stderr.splitlines()])

    assert told == {name: (2, ids) for name, (_, _, ids) in WRONG.items()}
    if full:
        figure(f"{len(WRONG)} wrong settings, the slowest told after {max(seconds):.2f} s")
        assert max(seconds) < 1


def test_migrate_needs_no_platform_but_a_place_to_write(tmp_path: Path) -> None:
    answer = run(tmp_path, "migrate", DATA_DIR="/dev/null/data")

    assert (answer.returncode, answer.stderr[:4]) == (2, "E009")


def test_the_data_folder_is_made_for_its_owner_alone(tmp_path: Path) -> None:
    answer = run(tmp_path, "migrate", DATA_DIR="a/b")

    assert answer.returncode == 0
    assert (tmp_path / "a/b").stat().st_mode & 0o777 == 0o700


def test_a_backup_is_written_and_restored_elsewhere(tmp_path: Path) -> None:
    run(tmp_path, "migrate")
    written = run(tmp_path, "backup")
    [file] = (tmp_path / "data" / "backups").iterdir()
    name = str(file.relative_to(tmp_path))

    assert (written.returncode, written.stderr) == (0, "")
    assert written.stdout.startswith(f"Written: {name}, 0 rows of ")
    assert f"python3 run.py restore {name}" in written.stdout
    restored = run(tmp_path, "restore", name, DATA_DIR="elsewhere")
    assert (restored.returncode, restored.stderr) == (0, "")
    assert "Nothing that was planned before goes out yet" in restored.stdout


@pytest.mark.parametrize(
    ("file", "said"),
    [("nothing.zip", "There is no file nothing.zip."), (".env", ".env is no whole backup")],
)
def test_what_cannot_be_restored_is_told_in_one_line(tmp_path: Path, file: str, said: str) -> None:
    answer = run(tmp_path, "restore", file)

    assert (answer.returncode, answer.stdout) == (2, "")
    assert answer.stderr.startswith(said)
    assert len(answer.stderr.splitlines()) == 1


def test_a_backup_goes_over_no_other_file_and_needs_a_database(tmp_path: Path) -> None:
    without = run(tmp_path, "backup", "mine.zip")
    run(tmp_path, "migrate")
    (tmp_path / "mine.zip").touch()
    over = run(tmp_path, "backup", "mine.zip")

    assert (without.returncode, over.returncode) == (2, 2)
    assert "There is no database yet" in without.stderr
    assert "mine.zip is there already" in over.stderr


def test_an_unknown_command_is_answered_with_the_nearest(tmp_path: Path) -> None:
    answer = run(tmp_path, "serv")

    assert answer.returncode == 2
    assert "Did you mean 'serve'?" in answer.stderr


def test_help_lists_what_there_is_without_colours(tmp_path: Path) -> None:
    answer = run(tmp_path, "--help", NO_COLOR="1", FORCE_COLOR="1")

    listed = [line.split()[0] for line in answer.stdout.split("Commands:\n")[1].splitlines()]
    assert listed == [
        "serve", "work", "try", "play", "rehearse", "when", "pair", "check", "migrate", "backup",
        "restore", "retention", "import", "export",
    ]  # fmt: skip
    assert "\x1b" not in answer.stdout


def test_the_version_is_said(tmp_path: Path) -> None:
    assert run(tmp_path, "--version").stdout == "convenor 0.1.0\n"


def test_check_names_what_is_missing_on_a_fresh_machine(tmp_path: Path) -> None:
    answer = run(tmp_path, "check")

    assert answer.returncode == 2
    assert [line[:4] for line in answer.stdout.splitlines()] == ["E001", "E005", "W004", "ok  "]
    assert sorted(path.name for path in tmp_path.iterdir()) == [".env"]


def test_a_file_of_settings_that_others_may_read_is_told(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("")
    (tmp_path / ".env").chmod(0o600)

    assert "W004" not in run(tmp_path, "check").stdout


def test_the_slack_manifest_can_be_had_before_there_is_any_token(tmp_path: Path) -> None:
    answer = run(tmp_path, "check", "--manifest", "slack", "--home-only", "--prefix", "conv-")

    drawn = json.loads(answer.stdout)
    assert [c["command"] for c in drawn["features"]["slash_commands"]] == ["/conv-network"]


def test_what_cannot_be_printed_is_told(tmp_path: Path) -> None:
    answer = run(tmp_path, "check", "--invite")

    assert (answer.returncode, answer.stdout, answer.stderr[:4]) == (2, "", "E026")
    assert len(answer.stderr.splitlines()) == 1


def test_work_needs_a_database_that_can_be_shared_and_nobody_to_listen_to(tmp_path: Path) -> None:
    slack = {"SLACK_BOT_TOKEN": "xoxb-1", "SECRET_KEY": KEY, "DATA_DIR": str(tmp_path / "data")}
    told = run(tmp_path, "work", **slack)

    assert told.returncode == 2
    assert [line.split()[0] for line in told.stderr.splitlines()] == ["E016"]
    assert "let serve do it all" in told.stderr
