"""`patient`: a busy machine changes no transcript, since both platforms' desks wait long before
they say "One moment".
"""

from collections.abc import Iterator

import pytest

from bot.adapters.discord import desk as discord
from bot.adapters.slack import desk as slack

DESKS = (discord, slack)
LONG = 2.5
"""Seconds: still within the three that both platforms give."""
REAL = [desk.PATIENCE for desk in DESKS]


def wait(patience: float, other: float) -> None:
    """Seconds that Discord's desk waits, then Slack's."""
    discord.PATIENCE, slack.PATIENCE = patience, other


@pytest.fixture
def patient() -> Iterator[None]:
    """Both desks wait LONG; what a test changes is undone."""
    wait(LONG, LONG)
    yield
    wait(*REAL)
