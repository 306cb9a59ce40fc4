"""Whatever people do, no seat is taken twice, the line keeps its order, and no message says
anything else; and of two hundred who click at the same moment twenty get in.
"""

import asyncio
from collections.abc import Callable
from datetime import timedelta
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test
from sqlmodel import col, select

from bot.app import THREADS
from bot.calling import CallPool
from bot.commands.calls import Pressed, Sent
from bot.scheduler.jobs import look_after_places
from bot.store.tables import Delivery, Identity, Rsvp
from bot.ui import message_text
from bot.views.delivered import show
from tests.commands.doors import NOW
from tests.rsvps.seats import COMING, PEOPLE, Found, House, is_kept

Figure = Callable[[str], None]
MODES = ("room", "online", "both")


class Places(RuleBasedStateMachine):
    """One meeting; `house` is set by the test."""

    house: House

    def __init__(self) -> None:
        super().__init__()
        self.house.clock.at = NOW
        self.number = self.house.plan()
        self.house.act(0, self.form("room", seats="2"))
        for who in range(1, 6):
            self.press(who, "yes")
        self.before = self.found()

    def found(self) -> Found:
        return self.house.found(self.number)

    def press(self, who: int, what: str, order: int = 0) -> None:
        self.house.clock.at += timedelta(seconds=1)
        self.house.act(who, Pressed(f"rsvp:{self.number}:{what}"), order)

    def form(self, mode: str, **values: str) -> Sent:
        given = {key: (value,) for key, value in values.items() if value}
        return Sent(f"meeting:{self.number}:places", {"mode": (mode,), **given})

    @rule(who=st.integers(0, PEOPLE - 1), said=st.sampled_from(("yes", "yes", "online", "no")))
    def says_yes_or_no(self, who: int, said: str) -> None:
        self.press(who, said)

    @rule(
        who=st.integers(0, PEOPLE - 1),
        said=st.sampled_from(("yes", "online", "released", "maybe", "no")),
        late=st.sampled_from((0, 0, 0, 3)),
    )
    def answers(self, who: int, said: str, late: int) -> None:
        self.press(who, said, self.house.calls + 1 - late)

    @rule(nth=st.integers(0, 7), said=st.sampled_from(("no", "no", "maybe", "bring:0")))
    def somebody_gives_a_seat_back(self, nth: int, said: str) -> None:
        seated = [*self.before.seated(online=False), *self.before.seated(online=True)]
        if seated:
            self.press(self.who(seated[nth % len(seated)]), said)

    @rule(nth=st.integers(0, 7), said=st.sampled_from(("take", "take", "yes", "no", "bring:1")))
    def somebody_waits_no_more(self, nth: int, said: str) -> None:
        waits = [row for row in self.before.rows if row.waits_since]
        if waits:
            self.press(self.who(waits[nth % len(waits)]), said)

    def who(self, row: Rsvp) -> int:
        with self.house.store.read() as db:
            user = db.first(select(Identity.user).where(Identity.member_id == row.member_id))
        assert user
        return int(user.removeprefix("U"))

    @rule(who=st.integers(0, PEOPLE - 1), guests=st.integers(0, 3))
    def brings(self, who: int, guests: int) -> None:
        self.press(who, f"bring:{guests}")

    @rule(who=st.integers(0, PEOPLE - 1))
    def takes(self, who: int) -> None:
        self.press(who, "take")

    @rule(who=st.integers(0, PEOPLE - 1))
    def sends_a_colleague(self, who: int) -> None:
        self.house.act(who, Sent(f"rsvp:{self.number}:colleague", {"name": ("Mira",)}))

    @rule(
        mode=st.sampled_from((*MODES, "both")),
        seats=st.sampled_from(("1", "2", "2", "3", "4", "")),
        online=st.sampled_from(("1", "1", "2", "")),
    )
    def limits(self, mode: str, seats: str, online: str) -> None:
        room = {} if mode == "online" else {"seats": seats}
        call = {} if mode == "room" else {"online": online}
        self.house.act(0, self.form(mode, **room, **call))
        self.before = self.found()  # may merge two lines, and empty them

    @rule(minutes=st.sampled_from((1, 1, 45, 300, 300, 1500)))
    def time_passes(self, minutes: int) -> None:
        self.waits(minutes)

    def waits(self, minutes: int) -> None:
        self.house.clock.at += timedelta(minutes=minutes)
        look_after_places(self.house.store, self.house.clock.at)

    @rule(halves=st.integers(2, 5))
    def days_pass(self, halves: int) -> None:
        for _ in range(halves):
            self.waits(720)
            self.house.deliver()

    @rule()
    def messages_leave(self) -> None:
        self.house.deliver()

    @rule(days=st.integers(5, 12))
    def moves(self, days: int) -> None:
        day = (NOW + timedelta(days=days)).date().isoformat()
        form = {"title": ("Robotics",), "day": (day,), "time": ("16",)}
        version = self.found().meeting.version
        self.house.act(0, Sent(f"meeting:{self.number}:move:{version}", form))

    @rule()
    def is_called_off_and_on_again(self) -> None:
        self.house.act(0, Sent(f"meeting:{self.number}:call-off", {}))
        version = self.found().meeting.version
        self.before = self.found()  # offers are withdrawn, and made anew to the same people
        self.house.act(0, Pressed(f"meeting:{self.number}:undo:{version}"))

    @invariant()
    def all_is_well(self) -> None:
        self.house.steps += 1
        now, before = self.found(), self.before
        self.before = now
        people = [row.member_id for row in now.rows]
        assert len(people) == len(set(people))
        for online in (False, True):
            assert now.free(online=online) >= 0, "more seats are taken than there are"
            self.keeps_order(before, now, online=online)
        self.says_what_is(now)
        self.house.seen["waited"] += any(row.waits_since for row in now.rows)
        self.house.seen["kept"] += any(is_kept(row) for row in now.rows)

    def keeps_order(self, before: Found, now: Found, *, online: bool) -> None:
        was = [row.member_id for row in before.line(online=online)]
        line = [row.member_id for row in now.line(online=online)]
        stayed = [member for member in line if member in was]
        assert stayed == [member for member in was if member in line], "the line changed its order"
        assert line[: len(stayed)] == stayed, "somebody came into the line before others"
        has = {r.member_id for r in (*now.seated(online=online), *now.kept(online=online))}
        had = {r.member_id for r in (*before.seated(online=online), *before.kept(online=online))}
        for member in has - had:
            place = was.index(member) if member in was else len(was)
            assert not set(was[:place]) & set(line), "somebody was let by"
        if now.meeting.state == "planned" and self.house.clock.at < now.meeting.starts_at and line:
            first = now.line(online=online)[0]
            assert 1 + first.guests > now.free(online=online), "a seat is free, and nobody is asked"

    def says_what_is(self, now: Found) -> None:
        for row, text in self.drawn():
            if row.view == "meeting.announcement":
                self.post_is_right(now, text)
            else:
                member = int(row.subject.partition(":")[2])
                self.letter_is_right(next(r for r in now.rows if r.member_id == member), text)

    def drawn(self) -> list[tuple[Delivery, str]]:
        subject = str(self.number)
        with self.house.store.read() as db:
            found = db.all(
                select(Delivery).where(
                    col(Delivery.view).in_(("meeting.announcement", "rsvp.place")),
                    col(Delivery.state).in_(("waiting", "sent")),
                )
            )
            rows = [row for row in found if row.subject.partition(":")[0] == subject]
            letters = [row.subject for row in rows if row.state == "waiting"]
            assert len(letters) == len(set(letters)), "two letters about one place"
            shown = [(row, show(db, row, self.house.clock.at)) for row in rows]
            return [(row, message_text(message)) for row, message in shown if message]

    def post_is_right(self, now: Found, text: str) -> None:
        if now.meeting.state != "planned":
            assert "Called off" in text
            return
        for online in (False, True):
            limit = now.limit(online=online)
            if limit is None or now.meeting.mode not in ("both", "online" if online else "room"):
                continue
            label = (
                ("Online" if online else "In the room") if now.meeting.mode == "both" else "Places"
            )
            taken = sum(1 + row.guests for row in now.seated(online=online))
            kept = sum(1 + row.guests for row in now.kept(online=online))
            waits = len([r for r in now.of(online=online) if r.waits_since and not is_kept(r)])
            said = f"{label}: {taken} of {limit} taken"
            said += f", {kept} kept for somebody" if kept else ""
            said += f", {waits} waiting" if waits else ""
            assert said in text.splitlines()
        if now.meeting.mode != "both":
            yes = [row for row in now.rows if row.answer == "yes" and row.waits_since is None]
            assert f"Yes {len(yes)} · " in text

    def letter_is_right(self, mine: Rsvp, text: str) -> None:
        for told in (
            "kept for you until",
            "You have a place now",
            "time to take that place is over",
        ):
            self.house.seen[told] += told in text
        if "kept for you until" in text:
            assert is_kept(mine)
            assert mine.offered_until
            assert self.house.clock.at < mine.offered_until
        if "You have a place now" in text:
            assert mine.answer in COMING
            assert mine.waits_since is None
        if "Called off" not in text:
            waits = mine.answer in COMING and mine.waits_since is not None
            assert ("waiting list" in text) == (waits and "kept for you" not in text)


@pytest.mark.must_hold("A4", 4)
@pytest.mark.timeout(1800)
@pytest.mark.no_cover
def test_no_seat_twice_and_no_message_contradicts(
    database_url: str, size: Callable[[int, int], int], figure: Figure
) -> None:
    house = House(database_url)
    steps, each = size(10_000, 200), 50
    machine: Any = type("PlacesHere", (Places,), {"house": house})
    try:
        # What comes seldom is waited for: else a short run would now and then show nothing of it.
        while house.steps < steps or (house.steps < 6 * steps and not all(house.seen.values())):
            run_state_machine_as_test(
                machine,
                settings=settings(
                    max_examples=max(4, (steps - house.steps) // each), stateful_step_count=each,
                    deadline=None, suppress_health_check=list(HealthCheck), database=None,
                    derandomize=False,
                ),
            )  # fmt: skip
    finally:
        house.close()
    assert len(house.seen) == 5
    assert all(house.seen.values()), house.seen
    figure(f"{database_url.partition(':')[0]}: {house.steps} steps, no seat twice, order kept")


@pytest.mark.must_hold("A4", 4)
@pytest.mark.timeout(300)
@pytest.mark.no_cover
async def test_two_hundred_click_for_twenty_places(database_url: str, figure: Figure) -> None:
    """All at the same moment: the calls arrive in any order, and the line is that of the clicks."""
    house = House(database_url)
    number = house.plan()
    house.act(0, Sent(f"meeting:{number}:places", {"mode": ("room",), "seats": ("20",)}))
    clicks = [house.call(100 + n, Pressed(f"rsvp:{number}:yes")) for n in range(200)]
    Random(4).shuffle(clicks)
    loop = asyncio.get_running_loop()
    with CallPool(house.door, THREADS) as pool:
        await asyncio.gather(*(loop.run_in_executor(pool, house.door.act, one) for one in clicks))
    found = house.found(number)
    house.close()

    assert len(found.seated(online=False)) == 20
    line = found.line(online=False)
    assert len(line) == 180
    assert [row.order for row in line] == sorted(row.order for row in line)
    figure(f"{database_url.partition(':')[0]}: 200 clicks for 20 places, 20 in, 180 in order")
