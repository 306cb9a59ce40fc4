"""The log, one line a fact. What may stand in it is listed here; all else is dropped, so that no
token, no word that a person typed and nothing about a person can get in by oversight.

    log.info("delivery.sent", delivery=12, seconds=0.3)
"""

import logging
import re
import sys
from pathlib import PurePath
from types import TracebackType
from typing import TextIO

import structlog
from structlog.typing import EventDict, WrappedLogger

FIELDS = frozenset(
    """action attempt call code commands count delivery form host kind meeting network platform port
    reason revision seconds shard signal status version view way""".split()  # noqa: SIM905 -- words
)
OURS = frozenset(("event", "level", "error", "at", "library", "says"))
"""What this module writes itself."""

_EVENT = re.compile(r"[a-z_]+(\.[a-z_]+)*")
_PLAIN = re.compile(r"[A-Za-z0-9_.:/+-]{1,100}")
"""An id, a code or a name of ours; whatever has spaces or accents may be somebody's words."""


def set_up(level: str, to: TextIO | None = None) -> None:
    """Log from this level on, to standard error. Libraries are heard from WARNING on, and at DEBUG
    from INFO on: further down they print what people wrote.
    """
    lowest = logging.getLevelNamesMapping()[level.upper()]
    of_libraries = logging.INFO if lowest == logging.DEBUG else max(lowest, logging.WARNING)
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            _fault,
            _allowed,
            structlog.processors.TimeStamper(fmt="iso", key="time"),
            structlog.processors.LogfmtRenderer(key_order=["time", "level", "event"]),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(lowest),
        logger_factory=structlog.PrintLoggerFactory(to or sys.stderr),
        cache_logger_on_first_use=False,
    )
    root = logging.getLogger()
    root.handlers[:] = [_FromLibraries(of_libraries)]
    root.setLevel(of_libraries)


class _Template(str):
    """The words of a library's line before anything is filled in: they stand in its code."""

    __slots__ = ()


class _FromLibraries(logging.Handler):
    """Passes a library's line on as its template. A line that has no arguments may have been filled
    in already (slack_bolt logs whole bodies so), and only its place is told.
    """

    def emit(self, record: logging.LogRecord) -> None:
        says = {"says": _Template(record.msg)} if record.args else {}
        structlog.get_logger().log(
            record.levelno,
            "library.spoke",
            library=record.name,
            at=f"{record.module}:{record.lineno}",
            exc_info=record.exc_info,
            **says,
        )


def _fault(_: WrappedLogger, __: str, line: EventDict) -> EventDict:
    """An exception as its kind and its places; its text may hold anything."""
    info = line.pop("exc_info", None)
    if info is True:
        info = sys.exc_info()
    fault = info[1] if isinstance(info, tuple) else info
    if isinstance(fault, BaseException):
        line["error"] = _kinds(fault)
        line["at"] = _places(fault.__traceback__)
    return line


def _kinds(fault: BaseException) -> str:
    name = type(fault).__name__
    cause = fault.__cause__
    return f"{name}/{_kinds(cause)}" if cause else name


def _places(trace: TracebackType | None) -> str:
    """The last three places in our own code, and the one where it broke."""
    ours, place = [], ""
    while trace:
        path = PurePath(trace.tb_frame.f_code.co_filename)
        place = f"{path.name}:{trace.tb_lineno}"
        if "bot" in path.parts:
            ours.append(place)
        trace = trace.tb_next
    return "/".join(dict.fromkeys([*ours[-3:], place]))


def _allowed(_: WrappedLogger, __: str, line: EventDict) -> EventDict:
    """The line with the listed fields alone, each with a value that can be nobody's words."""
    event = line["event"]
    kept = {name: _shown(line[name]) for name in line if name in FIELDS | OURS}
    kept["event"] = event if isinstance(event, str) and _EVENT.fullmatch(event) else "unnamed"
    return kept


def _shown(value: object) -> object:
    if value is None or isinstance(value, bool | int | float | _Template):
        return value
    return value if isinstance(value, str) and _PLAIN.fullmatch(value) else "…"
