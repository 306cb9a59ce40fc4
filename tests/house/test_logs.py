"""The log tells what happened, and never what somebody said or who they are."""

import io
import logging
from collections.abc import Iterator

import pytest
import structlog

from bot import log

CANARY = "canary Käthe 07700 900123 xoxb-1-canary"


@pytest.fixture
def lines() -> Iterator[io.StringIO]:
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    written = io.StringIO()
    log.set_up("debug", written)
    yield written
    structlog.reset_defaults()
    root.handlers[:] = handlers
    root.setLevel(level)


def fail(because: Exception | None = None) -> None:
    raise ValueError(CANARY) from because


def test_a_fact_is_a_line(lines: io.StringIO) -> None:
    structlog.get_logger().info("delivery.sent", delivery=12, seconds=0.5, platform="slack")

    (line,) = lines.getvalue().splitlines()
    _, rest = line.split(" ", 1)
    assert rest == "level=info event=delivery.sent delivery=12 seconds=0.5 platform=slack"


def test_what_is_not_listed_is_dropped(lines: io.StringIO) -> None:
    structlog.get_logger().info(
        "meeting.planned", meeting=1, title=CANARY, user="U07CANARY", reason=CANARY, kind=[CANARY]
    )

    assert lines.getvalue().rstrip().endswith("event=meeting.planned meeting=1 reason=… kind=…")


def test_words_are_no_event(lines: io.StringIO) -> None:
    structlog.get_logger().warning(CANARY)

    assert lines.getvalue().rstrip().endswith("level=warning event=unnamed")


def test_an_exception_is_its_kind_and_its_places(lines: io.StringIO) -> None:
    try:
        fail(because=LookupError(CANARY))
    except ValueError:
        structlog.get_logger().exception("delivery.failed", delivery=3)

    said = lines.getvalue()
    assert "error=ValueError/LookupError at=test_logs.py:" in said
    assert "canary" not in said


def test_a_library_is_quoted_before_anything_is_filled_in(lines: io.StringIO) -> None:
    library = logging.getLogger("discord.gateway")
    library.setLevel(logging.DEBUG)
    library.debug("Sent %s", CANARY)
    library.info("Shard %s has connected.", CANARY)
    library.warning(f"Unhandled request ({CANARY})")  # as slack_bolt does
    try:
        fail()
    except ValueError:
        library.exception("No listener for %s", CANARY)

    said = lines.getvalue()
    assert [line.split(" ", 1)[1].split(" at=")[0] for line in said.splitlines()] == [
        "level=info event=library.spoke library=discord.gateway",
        "level=warning event=library.spoke library=discord.gateway",
        "level=error event=library.spoke library=discord.gateway",
    ]
    assert 'says="Shard %s has connected."' in said
    assert "error=ValueError" in said
    assert "canary" not in said


def test_the_level_is_the_one_that_was_set() -> None:
    written = io.StringIO()
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    try:
        log.set_up("info", written)
        structlog.get_logger().debug("delivery.taken")
        logging.getLogger("uvicorn.error").info("Started %s", 1)
    finally:
        structlog.reset_defaults()
        root.handlers[:] = handlers
        root.setLevel(level)

    assert written.getvalue() == ""
