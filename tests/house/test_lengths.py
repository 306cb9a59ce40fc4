"""No file over 300 lines and no function over 40, but for those whose reason stands in STYLE.md."""

import ast
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LONGEST_FILE, LONGEST_FUNCTION = 300, 40
pytestmark = pytest.mark.must_hold("A6", 4)


def sources() -> list[Path]:
    folders = (ROOT / "bot", ROOT / "tests")
    return [ROOT / "run.py", *(file for folder in folders for file in folder.rglob("*.py"))]


def excused() -> list[str]:
    """The paths and functions that STYLE.md names as longer than the rule, as it writes them."""
    style = (ROOT / "STYLE.md").read_text(encoding="utf-8")
    section = style.partition("## Longer than the rule")[2].partition("\n## ")[0]
    return re.findall(r"`([^`]+)`", section)


def is_excused(name: str, reasons: list[str]) -> bool:
    return any(Path(name).match(reason) for reason in reasons)


def functions(file: Path) -> Iterator[tuple[str, int]]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name, (node.end_lineno or 0) - node.lineno + 1


def test_files_are_short_or_have_a_reason(figure: Callable[[str], None]) -> None:
    long = {
        str(file.relative_to(ROOT)): lines
        for file in sources()
        if (lines := len(file.read_text(encoding="utf-8").splitlines())) > LONGEST_FILE
    }
    assert {name: n for name, n in long.items() if not is_excused(name, excused())} == {}
    figure(f"{len(sources())} files, {len(long)} of them over {LONGEST_FILE} lines with a reason")


def test_functions_are_short_or_have_a_reason(figure: Callable[[str], None]) -> None:
    every = [
        (f"{file.relative_to(ROOT)}/{name}", lines)
        for file in sources()
        for name, lines in functions(file)
    ]
    long = {name: lines for name, lines in every if lines > LONGEST_FUNCTION}
    assert {name: n for name, n in long.items() if not is_excused(name, excused())} == {}
    figure(f"{len(every)} functions, {len(long)} over {LONGEST_FUNCTION} lines with a reason")


def test_every_reason_is_still_needed() -> None:
    files = [str(file.relative_to(ROOT)) for file in sources()]
    names = [f"{file}/{name}" for file in files for name, _ in functions(ROOT / file)]
    assert [one for one in excused() if not any(Path(n).match(one) for n in (*files, *names))] == []
