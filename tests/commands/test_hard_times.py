"""What becomes of calls when several share a transaction, and when the database is cut off."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from urllib.parse import unquote_plus

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from sqlmodel import col, func, select, update

from bot.adapters.memory import MemoryChat
from bot.adapters.slack.guard import _payload, _unquoted
from bot.calling import CallPool
from bot.commands.calls import Call, Came, Nothing, Pressed, Reply, Sent, Typed, Went
from bot.house import TheHouse
from bot.store.db import Db, Store
from bot.store.faults import Away
from bot.store.tables import Delivery, Meeting
from bot.ui import message_text
from tests.commands.doors import KEYS, NOW
from tests.commands.test_call_pool import FORM, MEETING, call

LATER = MEETING | {"time": ("17:00",)}
LATEST = MEETING | {"time": ("18:00",)}


class Cut(Store):
    """A store whose line is cut as soon as a transaction is committed, as often as `cuts` says;
    where it is `down`, it does nothing.
    """

    cuts = 0
    down = False

    @contextmanager
    def write(self) -> Iterator[Db]:
        if self.down:
            raise Away
        with super().write() as db:
            yield db
        if self.cuts:
            self.cuts -= 1
            away = Away()
            away.cut_off = True
            raise away


@pytest.fixture
def now() -> list[datetime]:
    return [NOW]


@pytest.fixture
def store(sqlite_url: str) -> Iterator[Cut]:
    store = Cut(sqlite_url)
    yield store
    store.close()


@pytest.fixture
def house(store: Cut, now: list[datetime]) -> TheHouse:
    house = TheHouse(store, now=lambda: now[0], keys=KEYS, wake=lambda: None)
    house.act(call("Ana", 1, Sent("network:0:set-up", FORM)))
    house.act(call("Ana", 2, Sent("meeting:0:plan", MEETING)))
    with store.write() as db:
        db.execute(update(Delivery).values(state="sent", remote_ref="1"))
    return house


def moved(house: TheHouse, store: Store) -> None:
    """Somebody has answered, and Ana has moved the meeting; that can be undone for 30 seconds."""
    house.act(call("P", 1, Pressed("rsvp:1:yes")))
    with store.write() as db:
        db.execute(update(Delivery).values(shown=Delivery.wanted, edit_due=NOW))
    house.act(call("Ana", 3, Sent("meeting:1:move:1", LATER)))


def edit_due(store: Store) -> timedelta:
    with store.read() as db:
        due = db.one_value(
            select(Delivery.edit_due).where(col(Delivery.view) == "meeting.announcement")
        )
    return due - NOW


@pytest.mark.parametrize(
    ("second", "at", "due"),
    [
        (Sent("meeting:1:move:2", LATEST), 25, 55),
        (Pressed("meeting:1:send:2"), 5, 5),
        (Pressed("meeting:1:undo:2"), 5, 5),
    ],
    ids=["moved again", "sent now", "undone"],
)
@pytest.mark.parametrize("shared", [False, True], ids=["alone", "shared"])
def test_a_click_beside_it_changes_nothing_of_when_a_post_is_edited(
    house: TheHouse, store: Cut, now: list[datetime], second: Sent | Pressed, at: int, due: int,
    shared: bool,
) -> None:  # fmt: skip
    moved(house, store)
    now[0] = NOW + timedelta(seconds=at)
    calls = [call("Q", 9, Pressed("rsvp:1:yes")), call("Ana", 10, second)]
    answers = house.act_all(calls) if shared else [house.act(one) for one in calls]
    assert all(isinstance(answer, Reply) for answer in answers)
    assert edit_due(store) == timedelta(seconds=due)


def test_what_was_done_before_the_line_was_cut_is_not_done_twice(
    house: TheHouse, store: Cut
) -> None:
    store.cuts = 1
    answer = house.act(call("Ana", 9, Sent("meeting:0:plan", MEETING | {"title": ("Once",)})))
    assert isinstance(answer, Reply)
    assert message_text(answer.message) == "That is saved."
    with store.read() as db:
        count = select(func.count()).select_from(Meeting).where(col(Meeting.title) == "Once")
        assert db.one_value(count) == 1


def test_a_line_that_stays_cut_is_a_fault(house: TheHouse, store: Cut) -> None:
    store.cuts = 9
    answer = house.act(call("Ana", 9, Sent("meeting:0:plan", MEETING)))
    assert not isinstance(answer, Nothing)
    assert "That is saved" not in str(answer)


@pytest.mark.parametrize("event", [Came(), Went()])
def test_an_event_that_cannot_be_kept_is_to_be_told_again(
    house: TheHouse, store: Cut, event: Came | Went
) -> None:
    store.down = True
    assert house.act(replace(call("P", 1, Pressed("x")), said=event)) == Nothing(again=True)
    store.down = False
    assert house.act(replace(call("P", 1, Pressed("x")), said=event)) == Nothing()


def test_no_draft_is_tried_where_the_database_is_away(house: TheHouse, store: Cut) -> None:
    form = replace(
        call("Ana", 9, Sent("meeting:0:plan", MEETING)),
        abilities=replace(MemoryChat.abilities, field_errors=False),
    )
    asked: list[str] = []
    kept: Callable[..., int] = house._draft

    def draft(*given: object) -> int:
        asked.append("draft")
        return kept(*given)

    house._draft = draft  # type: ignore[method-assign, assignment]
    store.down = True
    answer = house.act(form)
    assert isinstance(answer, Reply)
    assert "Robotics" in message_text(answer.message)
    assert asked == []


@pytest.mark.parametrize("change", [{"room": "renamed"}, {"name": "Another nick"}])
def test_a_person_of_another_name_is_offered_the_same(
    house: TheHouse, change: dict[str, str]
) -> None:
    house.act(call("P", 1, Pressed("rsvp:1:yes")))
    half: Call = replace(call("P", 2, Pressed("x")), said=Typed("meeting", "Rob"))
    if "name" in change:
        half = replace(half, profile=replace(half.profile, name=change["name"]))
    else:
        half = replace(half, room=change["room"])
    assert house.suggest(half) == (("Robotics", "Robotics"),)


def test_a_call_that_breaks_the_house_leaves_no_other_lying(house: TheHouse) -> None:
    def breaks(_: object) -> list[object]:
        raise BrokenPipeError

    act_all = house.act_all
    with CallPool(house, 2) as pool:
        house.act_all = breaks  # type: ignore[method-assign, assignment]
        broken = pool.submit(house.act, call("P", 1, Pressed("rsvp:1:yes")))
        with pytest.raises(BrokenPipeError):
            broken.result(10)
        house.act_all = act_all  # type: ignore[method-assign]
        assert isinstance(
            pool.submit(house.act, call("Q", 1, Pressed("rsvp:1:yes"))).result(10), Reply
        )
    with pytest.raises(RuntimeError):
        pool.submit(house.act, call("R", 1, Pressed("rsvp:1:yes")))
    assert not pool._waiting


@given(st.text(st.characters(codec="utf-8")) | st.text("%+= &\r\nAf0é"))
@example("a=\r\nb=\nc%0A%\n%zz%C3%28%F0%9F%98%80")
def test_what_is_quoted_is_read_as_the_library_reads_it(text: str) -> None:
    assert _unquoted(text) == unquote_plus(text)


@pytest.mark.parametrize("body", ["[" * 100_000, "1" * 5000, '{"a":' * 50_000, "payload=%5B1%5D"])
def test_a_body_that_is_no_payload_is_none(body: str) -> None:
    assert _payload(body if body.startswith(("{", "p")) else f"payload={body}") is None
