"""The linear programme of matching, for very many people (the extra `country`: HiGHS).

Maximise the weight of all pairs, each person in at most one. Its solutions are whole or halves, and
the halves lie on odd circles; its dual prices bound every matching (Balinski 1965).
"""

from __future__ import annotations

import io
import os
import subprocess
import sys
from importlib.util import find_spec

import numpy as np
import numpy.typing as npt

from bot.core.pairing.pool import Ints

Reals = npt.NDArray[np.float64]
NAMES = ("a", "b", "weight", "size")


def there() -> bool:
    """Whether the library is installed."""
    return find_spec("highspy") is not None


def relaxed(size: int, a: Ints, b: Ints, weight: Reals) -> tuple[Reals, Reals]:
    """How much of each pair is taken, and the price of each person: reckoned in a process of its
    own, which holds up nobody, gives its memory back, and may print what it likes.
    """
    asked = io.BytesIO()
    np.savez(asked, a=a, b=b, weight=weight, size=np.array(size))
    done = subprocess.run(  # noqa: S603 -- this very file
        [sys.executable, "-m", __name__],
        input=asked.getvalue(),
        capture_output=True,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        check=True,
    )
    told = np.load(io.BytesIO(done.stdout))
    return told["share"], told["price"]


def _answer() -> None:
    """Answers on what was standard output; the library's own words go to the errors."""
    out = os.dup(1)
    os.dup2(2, 1)
    asked = np.load(io.BytesIO(sys.stdin.buffer.read()))
    a, b, weight, size = (asked[name] for name in NAMES)
    share, price = solved(int(size), a, b, weight)
    told = io.BytesIO()
    np.savez(told, share=share, price=price)
    with os.fdopen(out, "wb") as answer:
        answer.write(told.getvalue())


def solved(size: int, a: Ints, b: Ints, weight: Reals) -> tuple[Reals, Reals]:
    """The same in this process."""
    import highspy  # noqa: PLC0415 -- slow import, and an extra

    solver = highspy.Highs()  # type: ignore[no-untyped-call]
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


if __name__ == "__main__":
    _answer()
