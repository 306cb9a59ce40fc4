"""Why somebody is in no group, said from what everybody may know: blocks play no part in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.core.pairing.people import LeftOut, Rules, Someone, Why

_ORDER: tuple[Why, ...] = ("same-school", "no-common-time", "too-far")


def why(people: Sequence[Someone], over: Iterable[str], rules: Rules) -> list[LeftOut]:
    """The reason of each who is over: the one rule that stands before all others, or "nobody"."""
    by_id = {one.id: one for one in people}
    return [LeftOut(one, _why(by_id[one], people, rules)) for one in over]


def _why(one: Someone, people: Sequence[Someone], rules: Rules) -> Why:
    others = [broken(one, other, rules) for other in people if other.id != one.id]
    if others:
        for reason in _ORDER:
            if all(reason in rules_broken for rules_broken in others):
                return reason
    return "nobody"


def broken(a: Someone, b: Someone, rules: Rules) -> set[Why]:
    """The hard rules, of those that everybody may know, that two people would break together."""
    found: set[Why] = set()
    if rules.avoid_same_school and a.schools & b.schools:
        found.add("same-school")
    if a.times and b.times and not a.times & b.times:
        found.add("no-common-time")
    known = a.region and b.region and a.reach is not None and b.reach is not None
    if a.face and b.face and known and not _near(a, b) and not _near(b, a):
        found.add("too-far")
    return found


def _near(a: Someone, b: Someone) -> bool:
    return a.reach is not None and b.region in a.reach
