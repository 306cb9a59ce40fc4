"""How good a round could be at most: the same number of people placed, the same repeats."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

import numpy as np

from bot.core.pairing import duals, points
from bot.core.pairing.people import PAIR, TRIO
from bot.core.pairing.structure import mates
from bot.core.pairing.table import Table


def bound(table: Table, groups: Sequence[Sequence[int]]) -> int:
    """No groups of as many people, with as many trios and repeats, are worth more than this.

    A repeat is charged with more than all worth together, and given back: so prices of new pairs
    stand beside prices of repeats.
    """
    charge = (table.size + TRIO) * points.MOST
    weight = table.worth.astype(np.int64) - charge * table.met
    pairs = [group for group in groups if len(group) == PAIR]
    price = duals.prices(weight, table.may, mates(pairs, table.size))
    count = len(groups) - len(pairs)
    over = table.size - len(list(chain.from_iterable(groups)))
    twice = duals.bound(price, over)
    if count:
        gain = np.where(table.may, 4 * weight - price[:, None] - price, duals.FAR).max()
        twice += count * max(0, TRIO * int(gain) // 2)
    return twice // 2 + charge * table.repeats(groups)
