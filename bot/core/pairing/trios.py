"""Who is over joins two others: the trio that does most good, found with proof in small networks.

A trio can help only inside one component of those who may be over (structure.py). Each is tried in
the order of what it could reach at most: the weight of its three pairs, and the prices of all
others (duals.py). As soon as the best found so far is no worse than what the next could reach, it
is the best there is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from bot.core.pairing import duals
from bot.core.pairing.exact import Edge, matching
from bot.core.pairing.people import DENSE, TRIO
from bot.core.pairing.pool import Bools
from bot.core.pairing.structure import Forest, mates
from bot.core.pairing.table import Longs, Table

Pairs = list[tuple[int, int]]
Trio = tuple[int, int, int]
STEPS, FEWEST = 400_000, 12
"""How many trios are tried: the fewer, the more people; where none does, they go on."""
HOPES = 2
"""In a large network so many others are tried as the one who joins two."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A trio, the pairs of the others, who is still over; `reach`: no trio makes more weight
    (None: not known).
    """

    trio: Trio
    pairs: Pairs
    over: list[int]
    reach: int | None


def place(
    table: Table, edges: Sequence[Edge], pairs: Pairs, people: Sequence[int]
) -> Placed | None:
    """One of those who are over placed by making a trio; None where no trio can."""
    if len(people) > DENSE and (joined := _joined(table, edges, pairs, people)):
        return joined
    best = _searched(table, table.may, edges, pairs, people)
    if best is None or best.over or len(people) > DENSE:
        return best
    if not table.repeats([best.trio, *best.pairs]):
        return best
    new = table.may & ~table.met
    fresh = [edge for edge in edges if new[edge[:2]]]
    found = matching(fresh)
    if len(people) - 2 * len(found) > 1:
        return best
    return _searched(table, new, fresh, found, people) or best


def _searched(
    table: Table, may: Bools, edges: Sequence[Edge], pairs: Pairs, people: Sequence[int]
) -> Placed | None:
    """The best trio of people who may be together, and the best pairs of the others."""
    mate = mates(pairs, table.size)
    parts = [part for part in Forest(may, mate, people).parts() if len(part) >= TRIO]
    if not parts:
        return None
    over = len(people) - 2 * len(pairs) - 1
    price = _prices(table, may, mate, people)
    most = duals.bound(price[list(people)], over)
    best: Placed | None = None
    value, tries, reach = (0, 0), 0, 0
    limit = max(FEWEST, STEPS // len(people) ** 2)
    for extra, trio in _in_order(table, may, price, parts):
        reach = (most + extra) // 2
        if best and (reach <= value[1] or tries >= limit):
            break
        tries += 1
        found = matching(edge for edge in edges if edge[0] not in trio and edge[1] not in trio)
        left = set(people).difference(trio, *found)
        if len(left) != over:
            continue
        weight = sum(map(table.of_group, [trio, *found]))
        now = (-int(table.wait[list(left)].sum()), weight)
        if best is None or now > value:
            best, value = Placed(trio, found, sorted(left), None), now
    return replace(best, reach=max(value[1], reach)) if best else None


def _prices(table: Table, may: Bools, mate: Sequence[int], people: Sequence[int]) -> Longs:
    """Twice the price of each of these people."""
    here = np.array(people)
    square = np.ix_(here, here)
    ranks = {one: rank for rank, one in enumerate(people)}
    price = np.zeros(table.size, dtype=np.int64)
    local = [ranks.get(mate[one], -1) for one in people]
    price[here] = duals.prices(table.weight[square], may[square], local)
    return price


def _in_order(
    table: Table, allowed: Bools, price: Longs, parts: Sequence[Sequence[int]]
) -> Iterator[tuple[int, Trio]]:
    """All trios of the components, the most hopeful first, with twice what each adds at most to
    the prices of all.
    """
    sums, trios = [], []
    for part in parts:
        members = np.array(part)
        square = np.ix_(members, members)
        may = np.triu(allowed[square], 1)
        weight = 2 * table.weight[square]
        cost = price[members] + 2 * table.three * table.threes[members]
        a, b = np.nonzero(may)
        for first, second in zip(a.tolist(), b.tolist(), strict=True):
            third = np.flatnonzero(may[first] & may[second])
            base = int(weight[first, second] - cost[first] - cost[second])
            sums.append(base + weight[first, third] + weight[second, third] - cost[third])
            rows = np.empty((len(third), TRIO), dtype=np.int64)
            rows[:, 0], rows[:, 1], rows[:, 2] = members[first], members[second], members[third]
            trios.append(rows)
    if not sums:
        return
    extra, rows = np.concatenate(sums), np.concatenate(trios)
    for at in np.argsort(-extra, kind="stable").tolist():
        x, y, z = rows[at].tolist()
        yield int(extra[at]), (x, y, z)


def _joined(
    table: Table, edges: Sequence[Edge], pairs: Pairs, people: Sequence[int]
) -> Placed | None:
    """In a large network: who is over, or one of a few for whom it does more good, joins the pair
    that suits best. What such a trio gains is weighed against half of what the pair of the one who
    leaves it is worth: that much, about, is lost with them.
    """
    over = set(people).difference(*pairs)
    half = {one: table.of_group(pair) // 2 for pair in pairs for one in pair}
    hopes = [
        (found[0] - half.get(one, 0), -one)
        for one in people
        if (found := _best_pair(table, pairs, one))
    ]
    best: tuple[int, Placed] | None = None
    for one in [*over, *(-minus for _, minus in sorted(hopes, reverse=True)[:HOPES])]:
        rest = pairs if one in over else matching(edge for edge in edges if one not in edge[:2])
        found = _best_pair(table, rest, one)
        if found is None or len(rest) < len(pairs):
            continue
        weight = found[0] + sum(map(table.of_group, rest))
        left = set(people).difference(*rest, {one})
        trio = (*found[1], one)
        if best is None or weight > best[0]:
            others = [pair for pair in rest if pair != found[1]]
            best = weight, Placed(trio, others, sorted(left), None)
    return best[1] if best else None


def _best_pair(table: Table, pairs: Pairs, one: int) -> tuple[int, tuple[int, int]] | None:
    ends = np.array(pairs, dtype=np.intp)
    may = table.may[one, ends].all(axis=1)
    if not may.any():
        return None
    gain = table.weight[one, ends].sum(axis=1) - table.three * table.threes[ends].sum(axis=1)
    gain[~may] = duals.FAR
    at = int(gain.argmax())
    return int(gain[at]), pairs[at]
