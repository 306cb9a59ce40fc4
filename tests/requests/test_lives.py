"""Whatever people do with kits, the stock is right and the line keeps its order; on both databases,
and with two processes at once.
"""

import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from bot.core import kits, lives, requests
from bot.core.people import number
from bot.store import kits as stored
from bot.store import networks
from bot.store.db import Db, Store
from bot.store.faults import Conflict
from bot.store.tables import Request
from tests.requests.ground import ASKERS, NOW, Ground, Stands, begin, read, wish

Figure = Callable[[str], None]
Size = Callable[[int, int], int]
ROOT = Path(__file__).parents[2]


class Kits(RuleBasedStateMachine):
    """One network; `store` is set by the test."""

    store: Store
    steps = 0

    def __init__(self) -> None:
        super().__init__()
        self.ground = begin(self.store)
        self.before = read(self.ground)

    def does(self, act: Callable[[Db], object]) -> None:
        """Do something, or see it refused; what is refused changes nothing."""
        type(self).steps += 1
        try:
            with self.store.write() as db:
                act(db)
        except (lives.Refused, kits.TooFew, LookupError):
            assert read(self.ground) == self.before

    @rule(
        who=st.integers(0, ASKERS - 1),
        kit=st.integers(0, 1),
        count=st.sampled_from((1, 1, 2, 3, 9)),
    )
    def asks(self, who: int, kit: int, count: int) -> None:
        ground = self.ground
        want = wish(ground.kits[kit], count)
        self.does(lambda db: requests.ask(db, ground.network, ground.askers[who], want, NOW))

    @rule(nth=st.integers(0, 11), act=st.sampled_from(lives.ACTS), asker=st.booleans(),
          count=st.sampled_from((None, None, 0, 1)))  # fmt: skip
    def steps_on(self, nth: int, act: str, count: int | None, *, asker: bool) -> None:
        self.step(self.before.rows[-12:], nth, act, asker=asker, count=count)

    @rule(nth=st.integers(0, 5), act=st.sampled_from(("send", "ready", "receive", "return")))
    def goes_out_and_comes_back(self, nth: int, act: str) -> None:
        lives_on = [row for row in self.before.rows if row.state in lives.OPEN[2:]]
        self.step(lives_on, nth, act, asker=False, count=None)

    @rule(nth=st.integers(0, 5), act=st.sampled_from(("cancel", "give-back", "use-up", "tell")))
    def asker_goes_on(self, nth: int, act: str) -> None:
        self.step(self.before.rows[-6:], nth, act, asker=True, count=None)

    def step(
        self, rows: list[Request], nth: int, act: str, *, asker: bool, count: int | None
    ) -> None:
        if not rows:
            return
        ground, row = self.ground, rows[nth % len(rows)]
        actor = requests.Actor(
            row.member_id if asker else ground.ana, "asker" if asker else "coordinator", "because"
        )
        back = count if act == "return" else None
        self.does(
            lambda db: requests.act(db, ground.network, number(row.id), act, actor, NOW, count=back)
        )

    @rule(kit=st.integers(0, 1), counted=st.integers(0, 6))
    def counts(self, kit: int, counted: int) -> None:
        self.does(lambda db: self.correct(db, self.ground.kits[kit], counted))

    def correct(self, db: Db, kit: int, counted: int) -> None:
        row = stored.get(db, [self.ground.network], kit, to_change=True)
        assert row
        kits.correct(db, row, counted, self.ground.ana, "counted", NOW)
        requests.move_up(db, self.ground.network, kit, self.ground.ana, NOW)

    @rule(kit=st.integers(0, 1), trained=st.booleans(), approves=st.booleans())
    def rules_change(self, kit: int, *, trained: bool, approves: bool) -> None:
        def change(db: Db) -> None:
            row = stored.get(db, [self.ground.network], self.ground.kits[kit], to_change=True)
            assert row
            row.trained, row.approved = trained, "coordinator" if approves else "nobody"

        self.does(change)

    @rule(first=st.booleans())
    def priority_schools_go_first(self, *, first: bool) -> None:
        def change(db: Db) -> None:
            networks.get(db, self.ground.network).priority_first = first

        self.does(change)

    @rule(kit=st.integers(0, 1), shelf=st.sampled_from(("Library", "Cellar")))
    def another_shelf(self, kit: int, shelf: str) -> None:
        def change(db: Db) -> None:
            row = stored.get(db, [self.ground.network], self.ground.kits[kit], to_change=True)
            assert row
            kits.change_shelf(db, row, shelf, self.ground.ana, "moved", NOW)

        self.does(change)

    @invariant()
    def all_is_right(self) -> None:
        now = read(self.ground)
        now.check()
        assert now.passed(self.before) == []
        self.stock_is_the_sum(now)
        self.before = now

    def stock_is_the_sum(self, now: Stands) -> None:
        """What the house says of the stock is what the moves say."""
        with self.store.read() as db:
            said = stored.stock(db, self.ground.network)
        at = now._replayed()
        mine = {(kit, place): n for kit, of in said.items() for place, n in of.items()}
        assert mine == {key: n for key, n in at.items() if n}


@pytest.mark.must_hold("D1", 1)
@pytest.mark.timeout(1800)
@pytest.mark.no_cover
def test_the_stock_is_right_whatever_people_do(store: Store, size: Size, figure: Figure) -> None:
    machine: Any = type("Here", (Kits,), {"store": store})
    machine.TestCase.settings = settings()
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=size(280, 5), stateful_step_count=size(50, 30), deadline=None,
            suppress_health_check=list(HealthCheck), derandomize=True, database=None,
        ),
    )  # fmt: skip
    kind = "SQLite" if store.is_sqlite else "PostgreSQL"
    figure(f"{machine.steps} steps on {kind}: never negative, no piece twice, nobody passed")


@pytest.mark.must_hold("D1", 1)
@pytest.mark.timeout(900)
@pytest.mark.no_cover
def test_two_processes_at_once(database_url: str, size: Size, figure: Figure) -> None:
    with closing(Store(database_url)) as store:
        ground = begin(store)
        numbers = map(str, (ground.network, ground.ana, *ground.askers, *ground.kits))
        known = [*numbers]
        steps = size(2000, 120)
        command = [sys.executable, "-m", "tests.requests.worker", database_url]
        both = [
            subprocess.Popen(
                [*command, str(seed), str(steps), *known], cwd=ROOT, stdout=subprocess.PIPE,
                stderr=subprocess.PIPE, text=True,
            )
            for seed in (1, 2)
        ]  # fmt: skip
        ended = [process.communicate(timeout=800) for process in both]
        assert [process.returncode for process in both] == [0, 0], ended
        stands = read(ground)
        stands.check()
    done = sum(int(said.split()[-1]) for said, _ in ended)
    figure(f"two processes on {database_url.partition(':')[0]}: {done} of {2 * steps} steps done")
    assert done > steps // 3


@pytest.fixture
def crowd(store: Store, size: Size) -> tuple[Ground, int]:
    """Twenty sets, and two hundred people."""
    count = size(200, 60)
    return begin(store, pieces=20, askers=count), count


@pytest.mark.must_hold("D1", 2)
@pytest.mark.timeout(300)
@pytest.mark.no_cover
def test_of_two_hundred_who_ask_at_once_twenty_get_one(
    crowd: tuple[Ground, int], figure: Figure
) -> None:
    ground, count = crowd

    def ask(who: int) -> None:
        while True:
            try:
                with ground.store.write() as db:
                    requests.ask(db, ground.network, who, wish(ground.kits[0]), NOW)
            except Conflict:
                continue
            return

    with ThreadPoolExecutor(16) as pool:
        list(pool.map(ask, ground.askers))
    stands = read(ground)
    stands.check()
    states = [row.state for row in stands.rows]
    assert states == ["reserved"] * 20 + ["waiting"] * (count - 20)
    kind = "SQLite" if ground.store.is_sqlite else "PostgreSQL"
    figure(f"{kind}: of {count} at once 20 set aside, {count - 20} wait in order")
