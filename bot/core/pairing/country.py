"""Very many people in one pool: never a table of all with all.

The best candidates of each, in blocks of rows; the linear programme over them; its whole pairs are
kept, and those left over are matched exactly with the people round about. Without the extra
`country` the exact matching over the candidates does the same in a few times as long.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from bot.core.pairing import linear, points
from bot.core.pairing.exact import Two, matching
from bot.core.pairing.linear import Reals
from bot.core.pairing.past import Past, twos
from bot.core.pairing.people import PAIR, TRIO
from bot.core.pairing.pool import Bools, Ints, Pool
from bot.core.pairing.structure import mates
from bot.core.pairing.table import OLDEST, Table

LARGE = 2_500
"""From so many people on."""
BEST, CHANCE, BLOCK = 16, 2, 64
AROUND, TURNS, MOST_LEFT = 6, 4, 1_500
"""Of each who is left over, so many of the best others come along with their partners, so often;
and so many people at most."""
PLACED, REPEAT, AGE = 20_000, 8_000, 4
"""What comes before worth, in the weights of the programme: not as strictly as in small networks,
for it would take long; who is left over is looked after apart."""
WAITED = REPEAT // TRIO
OVER = 1e-6


@dataclass(frozen=True, slots=True)
class Crowd:
    """All people in columns, and who was, or may never be, with whom."""

    pool: Pool
    past: Past
    never: frozenset[Two]
    waited: Sequence[int]
    _near: dict[int, list[tuple[int, int]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Keeps for each person what is special about others."""
        for (a, b), rank in self.past.last.items():
            self._near.setdefault(a, []).append((b, rank))
            self._near.setdefault(b, []).append((a, rank))
        for a, b in self.never:
            self._near.setdefault(a, []).append((b, 0))
            self._near.setdefault(b, []).append((a, 0))

    def rows(self, rows: npt.NDArray[np.signedinteger]) -> tuple[Ints, Bools, Bools]:
        """Of these people with all: the worth, who may be together, who was."""
        worth, may = self.pool.worth(rows), self.pool.allowed(rows)
        met = np.zeros_like(may)
        for at, one in enumerate(rows.tolist()):
            for other, rank in self._near.get(one, ()):
                if rank:
                    met[at, other] = True
                else:
                    may[at, other] = False
        return worth, may, met

    def table(self, people: Sequence[int]) -> Table:
        """The table of some of these people among themselves."""
        here = np.array(people, dtype=np.int32)
        worth, may, _ = self.rows(here)
        ranks = {one: rank for rank, one in enumerate(people)}
        return Table(
            worth[:, here], may[:, here], self.past.of(ranks), [self.waited[one] for one in people]
        )


@dataclass(frozen=True, slots=True)
class Candidates:
    """Pairs worth a look, their worth and what comes before it; `least` is, of each person, what
    no other pair of theirs is worth more than.
    """

    a: Ints
    b: Ints
    worth: Ints
    minus: Ints
    least: Ints


def candidates(crowd: Crowd) -> Candidates:
    """The best others of each, and some by chance."""
    size = len(crowd.waited)
    chance = np.random.default_rng(size)
    found: list[tuple[Ints, Ints, Ints, Ints]] = []
    least = np.zeros(size, dtype=np.int32)
    for start in range(0, size, BLOCK):
        here = np.arange(start, min(start + BLOCK, size), dtype=np.int32)
        worth, may, met = crowd.rows(here)
        value = np.where(may, worth - 2 * points.MOST * met, -8 * points.MOST).astype(np.int32)
        best = np.argpartition(value, size - BEST, axis=1)[:, size - BEST :]
        least[here] = np.take_along_axis(value, best, axis=1).min(axis=1)
        random = chance.integers(0, size, (len(here), CHANCE))
        others = np.concatenate([best, random], axis=1).astype(np.int32)
        row = np.repeat(np.arange(len(here)), others.shape[1])
        column = others.ravel()
        fits = may[row, column]
        row, column = row[fits], column[fits]
        found.append((here[row], column, worth[row, column], met[row, column].astype(np.int32)))
    a, b, gain, met_ = (np.concatenate(parts) for parts in zip(*found, strict=True))
    low, high = np.minimum(a, b), np.maximum(a, b)
    _, first = np.unique(low.astype(np.int64) * size + high, return_index=True)
    return Candidates(
        low[first], high[first], gain[first], _minus(crowd, low, high, met_)[first], least
    )


def _minus(crowd: Crowd, a: Ints, b: Ints, met: Ints) -> Ints:
    minus = met * REPEAT
    for at in np.flatnonzero(met).tolist():
        age = crowd.past.last[int(a[at]), int(b[at])] - crowd.past.rounds + OLDEST
        minus[at] += AGE * max(1, age)
    return minus


def pairs(crowd: Crowd) -> tuple[list[Two], Reals | None]:
    """The best pairs, and the prices of all people that no pair is worth more than (worth alone,
    but with so much less for a repeat).
    """
    looked = candidates(crowd)
    waited = WAITED * np.minimum(np.array(crowd.waited), TRIO)
    weight = looked.worth - looked.minus + PLACED + waited[looked.a] + waited[looked.b]
    if not linear.there():
        edges = zip(looked.a.tolist(), looked.b.tolist(), weight.tolist(), strict=True)
        return _mended(crowd, matching(edges)), None
    size = len(crowd.waited)
    share, price = linear.relaxed(size, looked.a, looked.b, weight.astype(np.float64))
    whole = share > 1 - OVER
    kept = list(zip(looked.a[whole].tolist(), looked.b[whole].tolist(), strict=True))
    return _mended(crowd, kept), _raised(crowd, price - PLACED / 2 - waited, looked.least)


def _raised(crowd: Crowd, price: Reals, least: Ints) -> Reals:
    """The prices, high enough for the pairs that were not looked at as well. One of these can be
    worth more than its two only if one of them costs less than half of their own last candidate.
    """
    cheap = np.flatnonzero(price < least / 2)
    for start in range(0, len(cheap), BLOCK):
        here = cheap[start : start + BLOCK]
        worth, may, met = crowd.rows(here)
        wanted = np.where(may, worth - 2 * points.MOST * met - price, -8 * points.MOST)
        price[here] = np.maximum(price[here], wanted.max(axis=1))
    return price


def bound(crowd: Crowd, price: Reals, groups: Sequence[Sequence[int]]) -> int:
    """No groups of as many people, trios and repeats are worth more. A trio's three pairs are worth
    at most twice the prices of its people.
    """
    threes = sum(len(group) == TRIO for group in groups)
    over = len(price) - sum(map(len, groups))
    again = sum(two in crowd.past.last for group in groups for two in twos(group))
    ordered = np.sort(price)
    most = ordered[over:].sum() + threes * max(0.0, ordered[-TRIO:].sum())
    return int(most) + 1 + again * (REPEAT + AGE * (OLDEST + 1))


def trios(crowd: Crowd, found: list[Two]) -> list[tuple[int, int, int]]:
    """Each who is over joins the pair that suits best, which is taken out of the pairs."""
    threes: list[tuple[int, int, int]] = []
    over = set(range(len(crowd.waited))).difference(*found)
    for one in sorted(over):
        worth, may, met = crowd.rows(np.array([one], dtype=np.int32))
        ends = np.array(found)
        fits = may[0, ends].all(axis=1)
        if fits.any():
            last = np.isin(ends, list(crowd.past.threes)).sum(axis=1)
            gain = (worth - PLACED * met)[0, ends].sum(axis=1) - 2 * points.MOST * last
            a, b = found.pop(int(np.where(fits, gain, -8 * PLACED).argmax()))
            threes.append((a, b, one))
    return threes


def _mended(crowd: Crowd, kept: list[Two]) -> list[Two]:
    """Those who are left over, with the people round about and their partners, matched exactly."""
    found = kept
    for turn in range(TURNS):
        mate = mates(found, len(crowd.waited))
        left = [one for one, other in enumerate(mate) if other < 0]
        if len(left) < PAIR:
            break
        people = _around(crowd, left, mate, AROUND * turn)
        table = crowd.table(people)
        again = matching(table.edges(table.may))
        mine = set(people)
        found = [pair for pair in found if pair[0] not in mine]
        found += [(people[a], people[b]) for a, b in again]  # people are in order
    return found


def _around(crowd: Crowd, left: Sequence[int], mate: Sequence[int], count: int) -> list[int]:
    people = set(left)
    if count:
        worth, may, met = crowd.rows(np.array(left[: MOST_LEFT // 2], dtype=np.int32))
        value = np.where(may, worth - 2 * points.MOST * met, -8 * points.MOST)
        for row, fits in zip(value, may, strict=True):
            for other in np.argsort(-row, kind="stable")[:count].tolist():
                if fits[other] and len(people) < MOST_LEFT:
                    people |= {other, mate[other]} - {-1}
    return sorted(people)
