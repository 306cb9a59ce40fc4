"""Calls that come at the same time: where one writes at a time they share a transaction, and each
is answered as if it had been alone.
"""

import threading
from collections.abc import Iterator
from concurrent.futures import Future, wait
from contextlib import contextmanager
from dataclasses import replace

import pytest
from sqlmodel import col, select, update

from bot.adapters.memory import MemoryChat
from bot.calling import CallPool
from bot.chat import Person, Place, Profile
from bot.commands.calls import Answer, Call, Pressed, Reply, Sent, Typed
from bot.house import TheHouse
from bot.store.db import Db, Store
from bot.store.faults import Away
from bot.store.people import known
from bot.store.tables import Delivery, Identity, Member, Rsvp
from bot.ui import message_text
from tests.commands.doors import KEYS, NOW

FORM = {"name": ("Northshire",), "language": ("en",), "zone": ("London",)}
MEETING = {"title": ("Robotics",), "day": ("2026-12-09",), "time": ("16:00",)}
LOOK = Typed("network", "")
ANSWERS = ("yes", "maybe", "no")


class Counting(Store):
    """A store that counts what it writes; where `down` is set, it cannot."""

    transactions = 0
    down = False

    @contextmanager
    def write(self) -> Iterator[Db]:
        self.transactions += 1
        if self.down:
            raise Away
        with super().write() as db:
            yield db


def call(user: str, number: int, said: Pressed | Sent | Typed) -> Call:
    return Call(
        id=f"{user}:{number}",
        order=number,
        who=Person("memory", "northshire", user),
        profile=Profile(user, "en", "Europe/London", admin=user == "Ana"),
        place=Place("memory", "northshire", "C1"),
        said=said,
        abilities=MemoryChat.abilities,
        room="northshire",
    )


@pytest.fixture
def woken() -> list[str]:
    return []


@pytest.fixture
def house(database_url: str, woken: list[str]) -> Iterator[TheHouse]:
    store = Counting(database_url)
    house = TheHouse(store, now=lambda: NOW, keys=KEYS, wake=lambda: woken.append("woken"))
    house.act(call("Ana", 1, Sent("network:0:set-up", FORM)))
    house.act(call("Ana", 2, Sent("meeting:0:plan", MEETING)))
    with store.write() as db:
        db.execute(update(Delivery).values(state="sent", remote_ref="1"))
    woken.clear()
    yield house
    store.close()


def all_at_once(house: TheHouse, calls: list[Call]) -> list[Answer]:
    """The answers to calls that come while another one is in work."""
    store = counting(house)
    with CallPool(house, 4) as pool:
        busy, go_on = threading.Event(), threading.Event()

        answer_some = pool._answer

        def hold(count: int) -> None:
            busy.set()
            go_on.wait(10)
            answer_some(count)

        with pytest.MonkeyPatch.context() as patch:
            if house.one_writes:
                patch.setattr(pool, "_answer", hold)
            futures: list[Future[Answer]] = [pool.submit(house.act, calls[0])]
            if house.one_writes:
                assert busy.wait(10)
            store.transactions = 0
            futures += [pool.submit(house.act, one) for one in calls[1:]]
            go_on.set()
            wait(futures, 30)
    return [future.result(0) for future in futures]


def counting(house: TheHouse) -> Counting:
    store = house._store
    assert isinstance(store, Counting)
    return store


def text(answer: Answer) -> str:
    assert isinstance(answer, Reply)
    return message_text(answer.message, moment=str)


def test_each_is_answered_as_if_alone(house: TheHouse) -> None:
    said = [ANSWERS[number % 3] for number in range(30)]
    calls = [call(f"P{n}", 1, Pressed(f"rsvp:1:{one}")) for n, one in enumerate(said)]
    answers = all_at_once(house, calls)
    words = {"yes": "Saved: Yes", "maybe": "Saved: Maybe", "no": "Saved: No"}
    assert [words[one] in text(answer) for one, answer in zip(said, answers, strict=True)] == [
        True
    ] * 30
    store = counting(house)
    if house.one_writes:
        assert store.transactions < 10
    with store.read() as db:
        assert sorted(db.all(select(Rsvp.answer))) == sorted(said)


def test_the_last_of_two_clicks_counts_and_a_repeat_does_nothing(house: TheHouse) -> None:
    first, second = call("P", 1, Pressed("rsvp:1:yes")), call("P", 2, Pressed("rsvp:1:no"))
    answers = all_at_once(house, [call("Q", 1, Pressed("rsvp:1:yes")), second, first, second])
    if house.one_writes:  # on PostgreSQL nobody knows which of them comes first
        assert "Saved: No" in text(answers[1])
        assert "Saved: No" in text(answers[2])
        assert not isinstance(answers[3], Reply)
    with counting(house).read() as db:
        assert sorted(db.all(select(Rsvp.answer))) == ["no", "yes"]


def test_a_fault_in_one_does_not_touch_the_others(
    house: TheHouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    from bot.core import rsvps  # noqa: PLC0415

    answer = rsvps.answer

    def faulty(db: Db, *args: object, **kwargs: object) -> object:
        if kwargs["order"] == 13:
            raise ZeroDivisionError
        return answer(db, *args, **kwargs)  # type: ignore[arg-type]

    monkeypatch.setattr(rsvps, "answer", faulty)
    calls = [call(f"P{n}", n, Pressed("rsvp:1:yes")) for n in range(10, 20)]
    answers = all_at_once(house, calls)
    assert ["Saved: Yes" in text(one) for one in answers] == [n != 13 for n in range(10, 20)]
    with counting(house).read() as db:
        assert len(db.all(select(Rsvp.id))) == 9


def test_a_database_that_is_away_is_waited_for_once(house: TheHouse) -> None:
    store = counting(house)
    store.down = True
    answers = all_at_once(house, [call(f"P{n}", 1, Pressed("rsvp:1:yes")) for n in range(9)])
    assert not any("Saved" in text(one) for one in answers)
    if house.one_writes:
        assert store.transactions <= 2


def test_who_reads_and_who_writes_do_not_wait_for_each_other(house: TheHouse) -> None:
    house.act(call("Ana", 3, Typed("network", "")))
    with CallPool(house, 4) as pool:
        looks = call("Ana", 4, Typed("network", ""))
        takes = call("Ana", 5, Pressed("privacy:0:export"))
        with house._store.write():
            found = pool.submit(house.act, looks).result(10)
            copy = pool.submit(house.act, takes).result(10)
    assert "Robotics" in text(found)
    assert isinstance(copy, Reply)
    assert copy.file is not None


def test_first_looks_of_the_hour_share_transactions_and_hold_up_no_other_look(
    house: TheHouse,
) -> None:
    house.act(call("Ana", 3, Typed("network", "")))
    known = [f"P{number}" for number in range(20)]
    for user in known:
        house.act(call(user, 1, Pressed("rsvp:1:yes")))
    store = counting(house)
    with store.write() as db:
        db.execute(update(Identity).where(col(Identity.user).in_(known)).values(heard_at=None))
    store.transactions = 0
    with CallPool(house, 8) as pool, store.write():
        firsts = [pool.submit(house.act, call(user, 2, LOOK)) for user in known]
        assert "Robotics" in text(pool.submit(house.act, call("Ana", 4, LOOK)).result(10))
    assert all("Robotics" in text(one.result(0)) for one in firsts)
    if house.one_writes:
        assert store.transactions < 10
    with store.read() as db:
        assert None not in db.all(select(Identity.heard_at))


def test_a_look_comes_after_what_its_own_person_has_pressed(house: TheHouse) -> None:
    house.act(call("Ana", 3, Typed("network", "")))
    house.act(call("Ben", 1, Pressed("rsvp:1:no")))
    with CallPool(house, 4) as pool, house._store.write():
        pressed = pool.submit(house.act, call("Ben", 2, Pressed("rsvp:1:yes")))
        coming = pool.submit(house.act, call("Ben", 3, Pressed("rsvp:1:who")))
        others = pool.submit(house.act, call("Ana", 4, LOOK)).result(10)
    assert "Robotics" in text(others)
    assert "Saved: Yes" in text(pressed.result(0))
    if house.one_writes:  # on PostgreSQL nobody knows which of them comes first
        assert "Yes (1): Ben" in text(coming.result(0))
        assert pool._unanswered == {}


def test_a_read_that_brings_a_new_name_writes_it_and_tells_no_less(house: TheHouse) -> None:
    who = Profile("Ana Silva", "en", "Europe/London", admin=True)
    before = counting(house).transactions
    found = house.act(replace(call("Ana", 6, Typed("network", "")), profile=who))

    assert "Robotics" in text(found)
    assert counting(house).transactions == before + 1
    with counting(house).read() as db:
        assert db.all(select(Member.name).where(Member.name == "Ana Silva"))


def is_met(house: TheHouse, user: str) -> bool:
    with counting(house).read() as db:
        return known(db, Person("memory", "northshire", user)) is not None


def test_somebody_never_met_is_answered_and_not_kept(house: TheHouse) -> None:
    assert "nobody" in text(house.act(call("Zoe", 1, Pressed("rsvp:1:who"))))
    assert not is_met(house, "Zoe")


def test_what_reads_by_the_table_and_writes_all_the_same_is_done_once(
    house: TheHouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    from bot.core import rsvps  # noqa: PLC0415

    def writing(db: Db, *_: object) -> object:
        db.add(Member(name="Nobody"))
        return standing(db, *_)  # type: ignore[arg-type]

    standing = rsvps.standing
    monkeypatch.setattr(rsvps, "standing", writing)
    house.act(call("Ana", 7, Pressed("rsvp:1:who")))
    with counting(house).read() as db:
        assert len(db.all(select(Member).where(Member.name == "Nobody"))) == 1


def test_what_nobody_waits_for_any_more_is_not_done(house: TheHouse) -> None:
    with CallPool(house, 1) as pool:
        go_on = threading.Event()
        pool.submit(go_on.wait, 10)
        given_up = pool.submit(house.act, call("P", 1, Pressed("rsvp:1:yes")))
        assert given_up.cancel()
        go_on.set()
    with counting(house).read() as db:
        assert not db.all(select(Rsvp.id))


def test_who_sends_is_woken_only_by_what_is_due_sooner(house: TheHouse, woken: list[str]) -> None:
    for number in range(5):
        house.act(call(f"P{number}", 1, Pressed("rsvp:1:yes")))
    assert len(woken) <= 1
