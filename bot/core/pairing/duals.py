"""Prices of people that no pair is worth more than: their sum bounds every pairing's weight.

The dual of the linear programme of matching: if y(a) + y(b) >= w(a, b) for all who may be together,
no matching of everybody can weigh more than all y together.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from bot.core.pairing.pool import Bools
from bot.core.pairing.table import Longs

ROUNDS = 60
"""So often at most are prices carried along; more do not make them much better."""
FAR = -(1 << 61)


def prices(weight: Longs, may: Bools, mate: Sequence[int]) -> Longs:
    """Twice the price of each, from a pairing that is (nearly) the best: there two who are together
    cost what they are worth, as far as it goes (longest paths, Bellman and Ford).
    """
    size = len(mate)
    twice = np.where(may, 2 * weight, FAR)
    partner = np.array(mate, dtype=np.int64)
    alone = partner < 0
    partner[alone] = np.flatnonzero(alone)
    own = twice[np.arange(size), partner]
    own[alone] = np.maximum(twice[alone].max(axis=1), 0)
    price: Longs = own // 2
    for _ in range(ROUNDS):
        wanted = (twice - price).max(axis=1)
        short = wanted > price
        if not short.any():
            break
        price = np.where(short, wanted, price)
        back = partner[short & ~short[partner]]
        price[back] = own[back] - price[partner[back]]
    return _lowered(twice, _lifted(twice, price))


def _lifted(twice: Longs, price: Longs) -> Longs:
    """Raised until no pair is worth more than its two."""
    for one in range(len(price)):
        wanted = (twice[one] - price).max()
        price[one] = max(price[one], wanted)
    return price


def _lowered(twice: Longs, price: Longs) -> Longs:
    """Each as low as the others allow."""
    for one in range(len(price)):
        wanted = (twice[one] - price).max()
        price[one] = wanted if wanted > FAR // 2 else 0
    return price


def bound(price: Longs, over: int) -> int:
    """Twice what a pairing of all but `over` of these people can weigh at most."""
    return int(np.sort(price)[over:].sum())
