"""What must hold, proven: `must_hold` marks the tests of a promise, `prove` prints a line for each.

A test asks for `size` (full under --full, else small) and for `figure` (what it measured). A test
with the mark `part` shows one half of a promise; skipped, it is named and the rest may still hold.
"""

import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

import pytest

Size = TypeVar("Size")
TITLES: dict[str, dict[str, str]] = tomllib.loads(
    (Path(__file__).parents[1] / "must_holds.toml").read_text()
)
MARKS = (
    "must_hold(issue, number): this test shows that promise of that issue",
    "part(name): this half of a promise may be skipped where the machine cannot show it",
    "at_full_size: runs only under --full, for it cannot be made small",
)


@dataclass
class Shown:
    """What one test had to say about the promises it carries."""

    test: str
    promises: list[str] = field(default_factory=list)
    figures: list[str] = field(default_factory=list)
    part: str = ""
    skipped: str = ""
    failed: str = ""


def pytest_addoption(parser: pytest.Parser) -> None:
    """--full and --issue, which `python3 run.py prove` gives."""
    group = parser.getgroup("convenor")
    group.addoption("--full", action="store_true", help="full size, not about a tenth of it")
    group.addoption("--issue", action="append", help="only the must-holds of this issue, or all")


def pytest_configure(config: pytest.Config) -> None:
    """Makes the marks known, and refuses an issue that has no table."""
    for mark in MARKS:
        config.addinivalue_line("markers", mark)
    asked = config.getoption("issue")
    if asked:
        issues = list(TITLES) if "all" in asked else asked
        if unknown := [issue for issue in issues if issue not in TITLES]:
            raise pytest.UsageError(f"No issue {unknown[0]}; there are: {', '.join(TITLES)}")
        config.pluginmanager.register(Proof(issues), "proof")


def pytest_itemcollected(item: pytest.Item) -> None:
    """Writes the promise on the test, so that it travels with its reports."""
    for mark in item.iter_markers("must_hold"):
        issue, number = mark.args
        if str(number) not in TITLES.get(issue, {}):
            raise pytest.UsageError(f"{item.nodeid}: no {issue}.{number} in must_holds.toml")
        item.user_properties.append(("must_hold", f"{issue}.{number}"))
    for mark in item.iter_markers("part"):
        item.user_properties.append(("part", mark.args[0]))


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Under --issue only the tests of those promises run; without --full not the long ones."""
    asked, full = config.getoption("issue"), config.getoption("full")
    issues = set(TITLES) if asked and "all" in asked else set(asked or [])

    def is_wanted(item: pytest.Item) -> bool:
        if not full and item.get_closest_marker("at_full_size"):
            return False
        return not asked or any(mark.args[0] in issues for mark in item.iter_markers("must_hold"))

    config.hook.pytest_deselected(items=[item for item in items if not is_wanted(item)])
    items[:] = [item for item in items if is_wanted(item)]


@pytest.fixture
def full(request: pytest.FixtureRequest) -> bool:
    """Whether the run is at full size (`python3 run.py prove`)."""
    return bool(request.config.getoption("full"))


@pytest.fixture
def size(full: bool) -> Callable[[Size, Size], Size]:
    """size(200, 20) is 200 under --full, else 20."""
    return lambda at_full, small: at_full if full else small


@pytest.fixture
def figure(request: pytest.FixtureRequest) -> Callable[[str], None]:
    """figure("last state after 1.2 s") stands in the promise's line."""
    return lambda text: request.node.user_properties.append(("figure", text))


class Proof:
    """Gathers the reports of a run and prints one line for each promise."""

    def __init__(self, issues: list[str]) -> None:
        self._issues = issues
        self._shown: dict[str, Shown] = {}

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Three reports a test: set-up, call and tear-down; any of them can fail it."""
        shown = self._shown.setdefault(report.nodeid, Shown(report.nodeid.rpartition("::")[2]))
        properties = [(str(name), str(value)) for name, value in report.user_properties]
        shown.promises = [value for name, value in properties if name == "must_hold"]
        shown.figures = [value for name, value in properties if name == "figure"]
        shown.part = next((value for name, value in properties if name == "part"), "")
        if report.failed and not shown.failed:
            shown.failed = why_failed(report)
        if report.skipped:
            reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else "xfail"
            shown.skipped = reason.removeprefix("Skipped: ")

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_sessionfinish(self, session: pytest.Session) -> Iterator[None]:
        """The lines come after everything else that pytest has to say."""
        lines = [line for issue in self._issues for line in self._lines(issue)]
        if any(" FALL " in line for line in lines):
            session.exitstatus = pytest.ExitCode.TESTS_FAILED
        yield
        terminal = session.config.pluginmanager.get_plugin("terminalreporter")
        if terminal:
            terminal.write_line("")
            for line in lines:
                terminal.write_line(line)

    def _lines(self, issue: str) -> Iterator[str]:
        for number, title in TITLES[issue].items():
            name = f"{issue}.{number}"
            tests = [shown for shown in self._shown.values() if name in shown.promises]
            verdict, text = judge(title, tests)
            yield f"{name:<6} {verdict:<4}  {text}"


def judge(title: str, tests: list[Shown]) -> tuple[str, str]:
    """Whether a promise holds by its tests, and what to print: its figures, or why it fell."""
    failed = [f"{shown.test}: {shown.failed}" for shown in tests if shown.failed]
    ran = [shown for shown in tests if not shown.skipped]
    missing = [f"{shown.test}: skipped, {shown.skipped}" for shown in tests if shown.skipped]
    not_halves = [shown for shown in tests if shown.skipped and not shown.part]
    if not tests:
        return "FALL", "no test"
    if failed or not ran or not_halves:
        return "FALL", "; ".join(failed or missing)
    halves = [f"not shown: {shown.part} ({shown.skipped})" for shown in tests if shown.skipped]
    figures = [text for shown in ran for text in shown.figures] or [title]
    return "ok", "; ".join(dict.fromkeys(figures + halves))


def why_failed(report: pytest.TestReport) -> str:
    """The first line of what went wrong."""
    crash = getattr(report.longrepr, "reprcrash", None)
    message = str(crash.message if crash else report.longrepr).strip()
    return message.splitlines()[0] if message else "failed"
