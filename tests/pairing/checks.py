"""What is possible at all, told apart from how the bot finds it: by trying everything."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from bot.core.pairing.people import Met, Rules, Someone

Table = list[list[bool]]
Cost = tuple[int, int]


def may(a: Someone, b: Someone, rules: Rules) -> bool:
    """Whether the two may be together, written down once more from the rules."""
    if a.id == b.id or frozenset({a.id, b.id}) in rules.blocks | rules.apart:
        return False
    if rules.avoid_same_school and a.schools & b.schools:
        return False
    if a.times and b.times and not a.times & b.times:
        return False
    if a.face and b.face and a.region and b.region and a.reach is not None and b.reach is not None:
        return b.region in a.reach or a.region in b.reach
    return True


def table(people: Sequence[Someone], rules: Rules, met: Sequence[Met] = ()) -> Table:
    """Who may be with whom; not with whom they have met."""
    before = {frozenset({one.a, one.b}) for one in met}
    return [
        [may(a, b, rules) and frozenset({a.id, b.id}) not in before for b in people] for a in people
    ]


def perfect(fits: Table) -> bool:
    """Whether all can be in pairs, and three in a trio where the number is odd."""

    @cache
    def possible(left: int, trio: bool) -> bool:
        if not left:
            return True
        one = (left & -left).bit_length() - 1
        rest = left & ~(1 << one)
        for other in range(one + 1, len(fits)):
            if rest >> other & 1 and fits[one][other]:
                if possible(rest & ~(1 << other), trio=trio):
                    return True
                for third in range(other + 1, len(fits)) if trio else ():
                    fitting = rest >> third & 1 and fits[one][third] and fits[other][third]
                    if fitting and possible(rest & ~(1 << other | 1 << third), trio=False):
                        return True
        return False

    return possible((1 << len(fits)) - 1, trio=len(fits) % 2 == 1)


def placed(fits: Table) -> int:
    """How many people can be in a pair or a trio at most."""

    @cache
    def most(left: int) -> int:
        if not left:
            return 0
        one = (left & -left).bit_length() - 1
        rest = left & ~(1 << one)
        found = most(rest)
        for other in range(one + 1, len(fits)):
            if rest >> other & 1 and fits[one][other]:
                found = max(found, 2 + most(rest & ~(1 << other)))
                for third in range(other + 1, len(fits)):
                    if rest >> third & 1 and fits[one][third] and fits[other][third]:
                        found = max(found, 3 + most(rest & ~(1 << other | 1 << third)))
        return found

    return most((1 << len(fits)) - 1)


def least(fits: Table, cost: list[list[Cost]]) -> Cost:
    """The fewest repeats, and of these the oldest, at which all are in pairs."""
    never = (len(fits), 0)

    @cache
    def found(left: int) -> Cost:
        if not left:
            return 0, 0
        one = (left & -left).bit_length() - 1
        rest = left & ~(1 << one)
        best = never
        for other in range(one + 1, len(fits)):
            if rest >> other & 1 and fits[one][other]:
                then = found(rest & ~(1 << other))
                best = min(best, (cost[one][other][0] + then[0], cost[one][other][1] + then[1]))
        return best

    return found((1 << len(fits)) - 1)
