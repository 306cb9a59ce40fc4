"""A process of its own that does many things with the kits of a network: see test_lives.py."""

import sys
from contextlib import closing
from random import Random

from bot.store.db import Store
from tests.requests.ground import Ground, something


def work(url: str, seed: int, steps: int, *numbers: int) -> None:
    """Do so many things, and say how many of each."""
    network, ana, *rest = numbers
    with closing(Store(url)) as store:
        ground = Ground(store, network, ana, rest[:-2], rest[-2:])
        rng, done = Random(seed), 0
        for _ in range(steps):
            done += something(ground, rng).islower()
    print(done)  # noqa: T201 -- for who has begun it


if __name__ == "__main__":
    work(sys.argv[1], *map(int, sys.argv[2:]))
