"""`convenor pair`: pairs for some rounds, from two files. Needs no chat, no database."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import combinations
from pathlib import Path

from bot.core.pairing.dealing import deal
from bot.core.pairing.files import Listed, Misread, history, people
from bot.core.pairing.people import Dealt, Met, Question, Rules

WRONG = 2
WHY = {
    "odd": "the number is odd",
    "same-school": "all others are of the same school",
    "no-common-time": "no time in common with anybody",
    "too-far": "everybody is too far away",
    "nobody": "nobody to go with",
}
"""Why somebody sits out, where one word does not say it."""


@dataclass(frozen=True, slots=True)
class Asked:
    """How many rounds, from which day on, how many days apart."""

    rounds: int
    seed: int
    on: date
    days: int
    avoid_same_school: bool


def rounds(listed: Listed, before: Sequence[Met], asked: Asked) -> Iterator[tuple[Dealt, float]]:
    """Each round, with the seconds it took; the next one knows of it."""
    met = list(before)
    last = max((one.round for one in met), default=0)
    waited = {one.id: 0 for one in listed.people}
    rules = Rules(avoid_same_school=asked.avoid_same_school, blocks=listed.blocks)
    for number in range(1, asked.rounds + 1):
        begun = time.perf_counter()
        day = asked.on + timedelta(days=asked.days * (number - 1))
        here = [replace(one, waited=waited[one.id]) for one in listed.on(day)]
        dealt = deal(Question(here, met, rules, asked.seed + number))
        yield dealt, time.perf_counter() - begun
        for group in dealt.groups:
            third = group.who[-1] if len(group.who) > len("ab") else ""
            met += [Met(last + number, a, b, third) for a, b in combinations(group.who, 2)]
            waited.update(dict.fromkeys(group.who, 0))
        for out in dealt.left_out:
            waited[out.who] += out.why != "paused"


def run(people_at: Path, history_at: Path | None, asked: Asked, *, as_json: bool) -> int:
    """Print each round; returns the exit code."""
    try:
        listed = people(_content(people_at), people_at.name)
        before = history(_content(history_at), history_at.name, listed) if history_at else []
        asked.on + timedelta(days=asked.days * asked.rounds)
    except (Misread, OverflowError) as misread:
        told = str(misread) if isinstance(misread, Misread) else "So many days there are not."
        print(told, file=sys.stderr)  # noqa: T201 -- what this command is for
        return WRONG
    for number, (dealt, seconds) in enumerate(rounds(listed, before, asked), 1):
        told = _json(number, dealt, seconds) if as_json else _told(number, dealt)
        print(told, flush=True)  # noqa: T201
    return 0


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as fault:
        raise Misread(
            f"{path} cannot be read ({fault.strerror}); give the path of a file."
        ) from fault


def _json(number: int, dealt: Dealt, seconds: float) -> str:
    told = {
        "round": number,
        "groups": [list(group.who) for group in dealt.groups],
        "left_out": [{"who": out.who, "why": out.why} for out in dealt.left_out],
        "repeats": dealt.repeats,
        "score": dealt.score,
        "bound": dealt.bound,
        "seconds": round(seconds, 4),
    }
    return json.dumps(told, ensure_ascii=False)


def _told(number: int, dealt: Dealt) -> str:
    groups, again = len(dealt.groups), dealt.repeats
    said = f"{groups} group" if groups == 1 else f"{groups} groups"
    lines = [f"Round {number}: {said}, {again} meet{'s' if again == 1 else ''} again"]
    lines += [f"  {', '.join(group.who)}" for group in dealt.groups]
    lines += [f"  {out.who} sits out: {WHY.get(out.why, out.why)}" for out in dealt.left_out]
    return "\n".join(lines)
