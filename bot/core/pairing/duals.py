"""Prices of people that no pair is worth more than: their sum bounds every pairing's weight.

The dual of the linear programme of matching: if y(a) + y(b) >= w(a, b) for all who may be together,
no matching of everybody can weigh more than all y together. Each person stands on either side of an
assignment (a row and a column); the mean of its two prices is the person's. It is found as Jonker
and Volgenant (1987) do, from a start near the end: the pairing that is known already.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

Longs = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]
ROUNDS = 30
"""So often at most are prices carried along the pairing before the rest is assigned."""
STEPS = 20_000
"""After so many steps prices stay as they are: never too low, at worst a little high."""
FAR = -(1 << 61)


def prices(weight: Longs, may: Bools, mate: Sequence[int]) -> Longs:
    """Twice the price of each, from a pairing that is (nearly) the best."""
    wanted = np.where(may, weight, FAR)
    row = _carried(wanted, mate)
    column = np.maximum((wanted - row[:, None]).max(axis=0), FAR // 2)
    row = np.maximum((wanted - column).max(axis=1), FAR // 2)
    _assigned(wanted, row, column)
    twice = row + column
    twice[~may.any(axis=1)] = 0
    return np.asarray(twice, dtype=np.int64)


def bound(price: Longs, over: int) -> int:
    """Twice what a pairing of all but `over` of these people can weigh at most."""
    return int(np.sort(price)[over:].sum())


def _carried(wanted: Longs, mate: Sequence[int]) -> Longs:
    """Prices at which two who are together cost what they are worth, as far as it goes: the longest
    paths from half and half (Bellman and Ford).
    """
    partner = np.array(mate, dtype=np.int64)
    alone = np.flatnonzero(partner < 0)
    partner[alone] = alone
    own = wanted[np.arange(len(partner)), partner]
    own[alone] = np.maximum(wanted[alone].max(axis=1), 0)
    price: Longs = own // 2
    for _ in range(ROUNDS):
        least = (wanted - price).max(axis=1)
        short = least > price
        if not short.any():
            break
        price = np.where(short, least, price)
        back = partner[short & ~short[partner]]
        price[back] = own[back] - price[partner[back]]
    return price


def _assigned(wanted: Longs, row: Longs, column: Longs) -> None:
    """Lowers the prices in place while an assignment grows along what costs no more than it is
    worth: for each row that has none, the shortest way to a column that has none (Dijkstra).
    """
    size = len(row)
    of_column = np.full(size, -1, dtype=np.int64)
    free = []
    for one in range(size):
        tight = np.flatnonzero((row[one] + column == wanted[one]) & (of_column < 0))
        if len(tight):
            of_column[tight[0]] = one
        else:
            free.append(one)
    steps = 0
    for one in free:
        steps += _augmented(wanted, row, column, of_column, one)
        if steps > STEPS:
            return


def _augmented(wanted: Longs, row: Longs, column: Longs, of_column: Longs, one: int) -> int:
    size = len(row)
    near = np.full(size, 1 << 60, dtype=np.int64)
    came = np.full(size, -1, dtype=np.int64)
    seen = np.zeros(size, dtype=bool)
    reached, order, at = 0, [], one
    for step in range(1, size + 1):
        slack = reached + row[at] + column - wanted[at]
        closer = (slack < near) & ~seen
        near[closer], came[closer] = slack[closer], at
        target = int(np.where(seen, 1 << 60, near).argmin())
        if near[target] >= 1 << 59:
            return step
        reached = int(near[target])
        if of_column[target] < 0:
            break
        seen[target] = True
        order.append(target)
        at = int(of_column[target])
    else:
        return size
    visited = np.array(order, dtype=np.int64)
    row[one] -= reached
    row[of_column[visited]] -= reached - near[visited]
    column[visited] += reached - near[visited]
    while target >= 0:
        before = int(came[target])
        if before == one:
            of_column[target] = one
            break
        previous = int(np.flatnonzero(of_column == before)[0])
        of_column[target] = before
        target = previous
    return step
