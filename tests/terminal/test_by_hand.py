"""The trial by hand, at a real (pseudo-) terminal."""

import os
import re
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pexpect
import pytest

ROOT = Path(__file__).parents[2]
COLOUR = re.compile(r"\x1b\[[0-9;]*m")


@contextmanager
def at_a_terminal(**environ: str) -> Iterator["pexpect.spawn[str]"]:
    """The trial, up to its first prompt."""
    hand = pexpect.spawn(
        sys.executable,
        ["-m", "bot", "try", "--terminal"],
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "TERM": "xterm", **environ},
        encoding="utf-8",
        echo=False,
        timeout=30,
        dimensions=(50, 200),
    )
    try:
        hand.expect_exact("@ana #northshire> ")
        yield hand
    finally:
        hand.close(force=True)


@pytest.mark.must_hold("A3", 1)
def test_a_first_meeting_is_planned_answered_by_two_and_the_clock_moved(
    figure: Callable[[str], None],
) -> None:
    begun = time.monotonic()
    with at_a_terminal(NO_COLOR="1") as hand:
        prompt = time.monotonic() - begun
        for says, expected in [
            ("/meeting plan", "What is it called?"),
            ("Maker day", "Which day?"),
            ("1.12.2090", "What time does it start?"),
            ("4pm", "Where?"),
            ("Room 3", "What is it about?"),
            ("", "[9 Send now] [10 Undo]"),
            ("clock +30s", "[13 Yes] [14 Yes, if I am released]"),
            ("@ben", "@ben #northshire> "),
            ("13", "Coming: Ben Carter"),
            ("@cleo 14", "Coming if released: Cleo Marsh"),
            ("clock +1w", "10:00 (London)"),
        ]:
            hand.sendline(says)
            hand.expect_exact(expected)
        hand.sendline("quit")
        hand.expect(pexpect.EOF)
        hand.close()
    assert hand.exitstatus == 0
    figure(f"prompt after {prompt:.1f} s, all done after {time.monotonic() - begun:.1f} s")


@pytest.mark.parametrize(("environ", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False)])
def test_colours_are_for_terminals_that_want_them(environ: dict[str, str], coloured: bool) -> None:
    with at_a_terminal(**environ) as hand:
        assert bool(COLOUR.search(str(hand.before))) is coloured


def test_ctrl_c_and_ctrl_d_end_it_quietly() -> None:
    for end in (pexpect.spawn.sendintr, pexpect.spawn.sendeof):
        with at_a_terminal(NO_COLOR="1") as hand:
            hand.sendline("/meeting plan")
            hand.expect_exact("> ")
            end(hand)
            hand.expect(pexpect.EOF)
            assert "Traceback" not in str(hand.before)
            hand.close()
            assert hand.exitstatus == 0
