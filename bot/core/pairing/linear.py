"""The linear programme of matching, for very many people (the extra `country`: HiGHS).

Maximise the weight of all pairs, each person in at most one. Its solutions are whole or halves, and
the halves lie on odd circles; its dual prices bound every matching (Balinski 1965).
"""

from __future__ import annotations

from importlib.util import find_spec

import numpy as np
import numpy.typing as npt

from bot.core.pairing.pool import Ints

Reals = npt.NDArray[np.float64]


def there() -> bool:
    """Whether the library is installed."""
    return find_spec("highspy") is not None


def relaxed(size: int, a: Ints, b: Ints, weight: Reals) -> tuple[Reals, Reals]:
    """How much of each pair is taken, and the price of each person."""
    import highspy  # noqa: PLC0415 -- slow import, and an extra

    solver = highspy.Highs()
    solver.silent()
    programme = highspy.HighsLp()
    count = len(weight)
    programme.num_col_, programme.num_row_ = count, size
    programme.sense_ = highspy.ObjSense.kMaximize
    programme.col_cost_ = weight
    programme.col_lower_, programme.col_upper_ = np.zeros(count), np.ones(count)
    programme.row_lower_, programme.row_upper_ = np.zeros(size), np.ones(size)
    matrix = programme.a_matrix_
    matrix.format_ = highspy.MatrixFormat.kColwise
    matrix.num_col_, matrix.num_row_ = count, size
    matrix.start_ = np.arange(0, 2 * count + 1, 2, dtype=np.int32)
    matrix.index_ = np.stack([a, b], axis=1).ravel().astype(np.int32)
    matrix.value_ = np.ones(2 * count)
    solver.passModel(programme)
    solver.run()
    found = solver.getSolution()
    share, price = np.array(found.col_value), np.array(found.row_dual)
    # A whole pair may be held by its own limit of 1 instead of its people's: then they share that.
    held = np.maximum(weight - price[a] - price[b], 0) / 2
    np.maximum.at(price, a, price[a] + held)
    np.maximum.at(price, b, price[b] + held)
    return share, price
