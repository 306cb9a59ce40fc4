"""`convenor when`: what a day and time mean, as people type them. Needs no chat, no database."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.core import when
from bot.core.dates import read
from bot.i18n import LANGUAGES, translator
from bot.views.dates import sentence

COLUMNS = ("lang", "zone", "now", "phrase")


class Misuse(ValueError):
    """What was asked cannot be read; the text says how it is asked."""


@dataclass(frozen=True, slots=True)
class Meant:
    """What a phrase means: the instant `starts` and the wall time `local`, or `why` neither is
    known; `echo` says it in the person's language.
    """

    status: str
    starts: str | None
    local: str | None
    echo: str
    why: str


def meant(phrase: str, language: str, zone: str, now: str) -> Meant:
    """What a phrase means to somebody in this zone at this instant, or wall time. Raises Misuse."""
    t = translator(_language(language))
    at = _now(now, _zone(zone))
    reading = read(phrase, t.language, at)
    if reading.local is None:
        told = sentence(t, reading, zone)
        return Meant(reading.status, None, None, told, reading.why.value if reading.why else "")
    starts = when.instant(reading.local, zone)
    local = f"{reading.local:%Y-%m-%dT%H:%M}"
    return Meant("ok", starts.isoformat(), local, t.moment(starts, zone), "")


def of_file(path: Path) -> Iterator[Meant]:
    """The same for each row of a file with tabs and a header. Raises Misuse."""
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as fault:
        raise Misuse(f"{path} cannot be read ({type(fault).__name__}).") from fault
    rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
    if missing := [name for name in COLUMNS if name not in (rows.fieldnames or ())]:
        raise Misuse(f"{path} has no column {' and no '.join(missing)} in its first line.")
    for row in rows:
        yield _of_row(row)


def _of_row(row: Mapping[str, str | None]) -> Meant:
    lang, zone, now, phrase = (row[name] or "" for name in COLUMNS)
    return meant(phrase, lang, zone, now)


def _language(language: str) -> str:
    if language not in LANGUAGES:
        raise Misuse(f"There is no language {language!r}; there are {', '.join(LANGUAGES)}.")
    return language


def _zone(zone: str) -> ZoneInfo:
    try:
        return ZoneInfo(zone)
    except (ValueError, OSError, KeyError) as fault:
        raise Misuse(f"There is no zone {zone!r}; write it like Europe/London.") from fault


def _now(now: str, zone: ZoneInfo) -> datetime:
    """The wall time there; what has no zone of its own is a wall time already."""
    if not now:
        return datetime.now(zone).replace(tzinfo=None)
    try:
        at = datetime.fromisoformat(now)
    except ValueError as fault:
        raise Misuse(f"{now!r} is no time; write it like 2026-11-25T10:00.") from fault
    return at.astimezone(zone).replace(tzinfo=None) if at.tzinfo else at


def run(
    phrase: str, language: str, zone: str, now: str, file: Path | None, *, as_json: bool
) -> int:
    """Print what was meant; returns the exit code."""
    try:
        found = of_file(file) if file else iter((meant(phrase, language, zone, now),))
        for one in found:
            line = json.dumps(asdict(one), ensure_ascii=False) if as_json else one.echo
            print(line)  # noqa: T201 -- what this command is for
    except Misuse as misuse:
        print(misuse, file=sys.stderr)  # noqa: T201
        return 2
    return 0
