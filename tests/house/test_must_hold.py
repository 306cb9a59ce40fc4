"""The line of a promise says what its tests showed, and nothing more."""

import pytest

from tests.plugins.must_hold import Shown, judge

SHOWN = Shown("test_a", figures=["200 people"])
AGAIN = Shown("test_b", figures=["1.2 s", "200 people"])
HALF = Shown("test_c", part="as root", skipped="this is not root")
SKIPPED = Shown("test_d", skipped="no chromium")
FAILED = Shown("test_e", failed="AssertionError: 3 lost")


@pytest.mark.parametrize(
    ("tests", "line"),
    [
        ([SHOWN, AGAIN], ("ok", "200 people; 1.2 s")),
        ([Shown("test_f")], ("ok", "No click is lost")),
        ([SHOWN, HALF], ("ok", "200 people; not shown: as root (this is not root)")),
        ([HALF], ("FALL", "test_c: skipped, this is not root")),
        ([SHOWN, SKIPPED], ("FALL", "test_d: skipped, no chromium")),
        ([SHOWN, FAILED], ("FALL", "test_e: AssertionError: 3 lost")),
        ([], ("FALL", "no test")),
    ],
    ids=["joined", "no figure", "a half", "only the half", "skipped", "failed", "no test"],
)
def test_a_promise_is_judged_by_all_its_tests(tests: list[Shown], line: tuple[str, str]) -> None:
    assert judge("No click is lost", tests) == line
