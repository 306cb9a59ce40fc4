"""The parts of an agenda: when each begins, how long it takes, what share is active. Pure."""

import re
from collections.abc import Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

ACTIVE = ("hands-on", "discussion", "reflection")
KINDS = (*ACTIVE, "presentation", "notices")
USUAL, MOST = 15, 180
"""How many minutes an item takes where nobody says, and at most."""
HOUR = 60

_HOURS = r"(?:hours?|hrs?|h|stunden?|std\.?|heures?|or[ae]|tuntia?|t)"
_MINUTES = r"(?:minutes?|mins?\.?|minuten|minut[io]|minuuttia?|mn|m|['’′])"
_LENGTH = re.compile(
    rf"(?P<n>\d{{1,4}}(?:[.,]\d)?)\s?(?:(?P<h>{_HOURS})\s?(?P<m>\d{{1,2}})?\s?)?{_MINUTES}?"
)
_PARTED = re.compile(r"(.+),(?!(?<=\d,)\d)(.*)", re.DOTALL)
"""At its last comma, but for the one in "1,5 h"."""
_AT_THE_END = re.compile(r"[\s(](\d{1,3} ?min\w*\.?)\)?$", re.IGNORECASE)


def read_minutes(text: str) -> int | None:
    """How many minutes were typed: "20", "90 mins", "1 h 30", "1.5 hours"; None where it is not
    read.
    """
    found = _LENGTH.fullmatch(" ".join(text.casefold().split()))
    if found is None:
        return None
    count = float(found["n"].replace(",", "."))
    minutes = count * HOUR + int(found["m"] or 0) if found["h"] else count
    return int(minutes) if minutes == int(minutes) else None


def typed(text: str) -> tuple[str, str]:
    """What an item is and how long it takes, from a line such as "Sharing robots, 20 min"; empty
    where it does not say.
    """
    parted = _PARTED.fullmatch(text)
    what, last = parted.groups() if parted else ("", "")
    minutes = None if last.strip().isdigit() and int(last) > MOST else read_minutes(last)
    if minutes is None and (end := _AT_THE_END.search(text)):
        what, minutes = text[: end.start()], read_minutes(end[1])
    return (text, "") if minutes is None or not what.strip() else (what.strip(), str(minutes))


def times(starts_at: datetime, zone: str, minutes: Sequence[int]) -> list[datetime]:
    """When each item begins on the clocks of the zone, and last when the last one ends."""
    at, found = starts_at, []
    for length in (*minutes, 0):
        found.append(at.astimezone(ZoneInfo(zone)))
        at += timedelta(minutes=length)
    return found


def moved(order: Sequence[int], item: int, by: int) -> list[int]:
    """The order with one item moved up (-1) or down (1), as far as there is room."""
    rest = [one for one in order if one != item]
    if len(rest) == len(order):
        return rest
    rest.insert(min(max(order.index(item) + by, 0), len(rest)), item)
    return rest


def share(items: Sequence[tuple[str, int]]) -> int | None:
    """How many percent of all minutes people do, talk or look back; None where there are none."""
    whole = sum(minutes for _, minutes in items)
    active = sum(minutes for kind, minutes in items if kind in ACTIVE)
    return active * 100 // whole if whole else None
