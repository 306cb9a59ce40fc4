"""The house's import rules hold, and each of them can fall."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from importlinter.api import read_configuration

ROOT = Path(__file__).parents[2]
RULES = ROOT / ".importlinter"
PLANTED = [
    ("Imports run downwards only", "core/planted.py", "import bot.views"),
    ("Imports run downwards only", "planted.py", ""),
    ("The adapters do not know each other", "adapters/slack/planted.py", "import bot.adapters.web"),
    ("Only adapters know a platform's library", "scheduler/planted.py", "import discord"),
    ("Only the store knows SQL", "commands/planted.py", "import sqlmodel"),
    ("Pure rules do without the store", "core/when.py", "import bot.store"),
    ("No circles among neighbours", "store/tables/rows.py", "import bot.store.meetings"),
]


def check(folder: Path) -> tuple[int, str]:
    """Checks the package in that folder; a process of its own, for imports are remembered."""
    run = subprocess.run(
        [sys.executable, "-P", "-c", "from importlinter.cli import lint_imports_command as r; r()",
         "--no-logo", "--no-cache", "--config", RULES],
        cwd=folder, env={**os.environ, "PYTHONPATH": str(folder), "NO_COLOR": "1"},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    return run.returncode, run.stdout + run.stderr


@pytest.mark.must_hold("A1", 7)
def test_imports_run_as_the_rules_say() -> None:
    code, said = check(ROOT)
    assert code == 0, said


@pytest.mark.parametrize(("rule", "file", "line"), PLANTED)
def test_a_planted_import_is_found(tmp_path: Path, rule: str, file: str, line: str) -> None:
    shutil.copytree(ROOT / "bot", tmp_path / "bot", ignore=shutil.ignore_patterns("__pycache__"))
    with (tmp_path / "bot" / file).open("a") as source:
        source.write(f"\n{line}\n")
    code, said = check(tmp_path)
    assert (code, f"{rule} BROKEN" in said) == (1, True), said


def test_every_rule_was_seen_to_fall() -> None:
    rules = {contract["name"] for contract in read_configuration(str(RULES))["contracts_options"]}
    assert {rule for rule, _, _ in PLANTED} == rules
