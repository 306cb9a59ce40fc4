"""Whom of the network the names of a pasted list mean. Pure."""

from collections.abc import Sequence
from dataclasses import replace

from bot.core.name_lists import Line, folded

LIKE = 78
"""From this likeness on, of 100, somebody of the network may be meant."""


def matched(lines: Sequence[Line], known: Sequence[tuple[int, str]]) -> list[Line]:
    """The lines, each with who of the network it means, or may mean. Nobody is meant twice."""
    from rapidfuzz import fuzz  # noqa: PLC0415 -- used for little else

    there = [(number, name, folded(name)) for number, name in known if name]
    found: list[Line] = []
    taken: set[int] = set()
    for line in lines:
        wanted = folded(line.name)
        same = [number for number, _, name in there if name == wanted and number not in taken]
        if same:
            found.append(replace(line, member=same[0]))
            taken.add(same[0])
            continue
        scored = [
            (max(fuzz.ratio(wanted, name), _part(wanted, name)), known_as)
            for number, known_as, name in there
            if number not in taken
        ]
        score, like = max(scored, default=(0.0, ""))
        found.append(replace(line, like=like if score >= LIKE else ""))
    return [_still_free(line, found, known) for line in found]


def _part(wanted: str, name: str) -> float:
    """Ben may be Ben Carter."""
    words = set(wanted.split())
    return 90.0 if words and words < set(name.split()) else 0.0


def _still_free(line: Line, found: Sequence[Line], known: Sequence[tuple[int, str]]) -> Line:
    """Who is meant by another line is not asked for."""
    taken = {one.member for one in found if one.member is not None}
    free = {name for number, name in known if number not in taken}
    return line if line.like in free else replace(line, like="")
