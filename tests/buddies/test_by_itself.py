"""A round that comes by itself: seen two school days before, stopped or not, never in holidays."""

from datetime import UTC, date, datetime

from bot.adapters.stage import Seen
from bot.scheduler.jobs import look_after_buddies
from bot.store import networks
from bot.store.tables import Term
from tests.buddies.conftest import ELLA, FINN, joins
from tests.plugins.room import ANA, BEN, CLEO, RoomOfPeople


def of_coordinators(seen: list[Seen]) -> list[Seen]:
    """What is shown of the next round."""
    return [one for one in seen if "The next round of buddies" in one.text]


async def every(room: RoomOfPeople, weeks: str) -> str:
    """Ana wants a round every so many weeks."""
    await room.says(ANA, "/buddy settings")
    return await room.fills(ANA, {"When does a round come?": weeks})


async def test_coordinators_see_it_two_school_days_before_and_it_goes(room: RoomOfPeople) -> None:
    await joins(room, ANA, BEN, CLEO)
    said = await every(room, "Every 4 weeks, by itself")
    assert "The next round is on Thursday 26 November 2026." in said
    assert "The next round is on Thursday 26 November 2026. You" in await room.says(BEN, "/buddy")

    first = await room.passes(days=2)
    assert [one.who for one in first] == [ANA]
    assert first[0].text.splitlines() == [
        "# The next round of buddies",
        "1 group of three: 3 people.",
        "They are introduced by themselves: Thursday 26 November 2026, 15:30 (London).",
        "[Show it to me] [Introduce now] [Not this time]",
    ]
    told = await room.passes(days=2)
    assert [one.where for one in told] == ["#Ana+Ben+Cleo"]
    await room.passes(days=15)
    await room.presses(BEN, "We met")
    later = of_coordinators(await room.passes(days=13))
    assert "Thursday 24 December 2026, 15:30" in later[0].text


async def test_a_holiday_is_passed_over(room: RoomOfPeople) -> None:
    with room.store.write() as db:
        first, last = date(2026, 11, 24), date(2026, 12, 4)
        db.add(Term(network_id=1, kind="holiday", name="Half term", first=first, last=last))
    await joins(room, BEN, CLEO)
    said = await every(room, "Every 2 weeks, by itself")
    assert "The next round is on Wednesday 9 December 2026." in said


async def test_not_this_time(room: RoomOfPeople) -> None:
    await joins(room, ANA, BEN)
    await every(room, "Every 4 weeks, by itself")
    await room.passes(days=2)
    said = await room.presses(ANA, "Not this time")
    assert "The next one comes on Thursday 24 December 2026." in said
    assert not await room.passes(days=20)


async def test_introduced_sooner_it_comes_again_so_many_weeks_later(room: RoomOfPeople) -> None:
    await joins(room, ANA, BEN)
    await every(room, "Every 4 weeks, by itself")
    await room.passes(days=2)
    await room.presses(ANA, "Introduce now")
    told = await room.passes(days=2)
    assert [one.where for one in told] == ["#Ana+Ben"]
    await room.passes(days=15)
    await room.presses(BEN, "We met")
    later = of_coordinators(await room.passes(days=13))
    assert "Wednesday 23 December 2026, 15:30" in later[0].text


async def test_introduced_and_undone_it_goes_by_itself_as_before(room: RoomOfPeople) -> None:
    await joins(room, ANA, BEN)
    await every(room, "Every 4 weeks, by itself")
    await room.passes(days=2)
    await room.presses(ANA, "Introduce now")
    said = await room.presses(ANA, "Undo")
    assert "It goes out by itself: Thursday 26 November 2026, 15:30 (London)." in said
    assert "The next round is on Thursday 26 November 2026." in await room.says(BEN, "/buddy")
    told = await room.passes(days=2)
    assert [one.where for one in told] == ["#Ana+Ben"]
    await room.passes(days=15)
    await room.presses(BEN, "We met")
    later = of_coordinators(await room.passes(days=13))
    assert "Thursday 24 December 2026, 15:30" in later[0].text


async def test_asked_for_and_undone_it_goes_by_itself_when_the_next_would(
    room: RoomOfPeople,
) -> None:
    await joins(room, ANA, BEN)
    await every(room, "Every 4 weeks, by itself")
    await room.says(ANA, "/buddy round")
    for _ in range(3):
        await room.presses(ANA, "Introduce them")
        said = await room.presses(ANA, "Undo")
        assert "It goes out by itself on Thursday 26 November 2026." in said
    first = of_coordinators(await room.passes(days=2))
    assert "Thursday 26 November 2026, 15:30" in first[0].text
    assert "#Ana+Ben" in [one.where for one in await room.passes(days=2)]


async def test_nothing_goes_that_nobody_could_stop(room: RoomOfPeople) -> None:
    """The house is away from the moment at which it has planned to tell Ana."""
    await joins(room, ANA, BEN)
    await every(room, "Every 4 weeks, by itself")
    look_after_buddies(room.store, datetime(2026, 11, 24, 9, tzinfo=UTC))
    back = datetime(2026, 11, 26, 16, tzinfo=UTC)  # half an hour after its time
    room.clock.jump(back - room.clock.now())
    shown = of_coordinators(await room.passes(hours=18))
    assert "Monday 30 November 2026, 15:30" in shown[0].text
    assert "The next round is on Monday 30 November 2026." in await room.says(BEN, "/buddy")
    assert [one.where for one in await room.passes(days=4)] == ["#Ana+Ben"]


async def test_after_weeks_on_hold_it_is_shown_again(room: RoomOfPeople) -> None:
    await joins(room, ANA, BEN)
    await every(room, "Every 4 weeks, by itself")
    assert of_coordinators(await room.passes(days=2))
    with room.store.write() as db:
        networks.get(db, 1).held_since = room.clock.now()
    assert not of_coordinators(await room.passes(days=20))
    with room.store.write() as db:
        networks.get(db, 1).held_since = None
    shown = of_coordinators(await room.passes(days=1))
    assert "Thursday 17 December 2026, 15:30" in shown[0].text
    assert "[Not this time]" in shown[0].text
    assert "#Ana+Ben" in [one.where for one in await room.passes(days=3)]


async def test_who_has_left_since_is_not_in_it(room: RoomOfPeople) -> None:
    await joins(room, BEN, CLEO, ELLA, FINN)
    await room.may_be_written_to(ANA)
    await every(room, "Every 4 weeks, by itself")
    await room.passes(days=2)
    await room.says(FINN, "/buddy leave")
    told = await room.passes(days=2)
    assert [one.where for one in told] == ["#Ben+Cleo+Ella"]


async def test_nobody_is_bothered_where_there_are_too_few(room: RoomOfPeople) -> None:
    await joins(room, BEN)
    await every(room, "Every 2 weeks, by itself")
    assert not await room.passes(days=10)
    await joins(room, CLEO)
    await room.may_be_written_to(ANA)
    assert "The next round of buddies" in (await room.passes(days=10))[0].text


async def test_the_round_before_is_over_then(room: RoomOfPeople) -> None:
    await joins(room, BEN, CLEO)
    await room.may_be_written_to(ANA)
    await every(room, "Every 2 weeks, by itself")
    await room.passes(days=3, hours=6)
    assert "ends on Wednesday 9 December" in await room.says(ANA, "/buddy round")
    await room.passes(days=8)
    await room.presses(BEN, "We met")
    await room.passes(days=7)
    assert "round 2" in await room.says(ANA, "/buddy round")
    assert "You go together with Cleo." in await room.says(BEN, "/buddy")


async def test_nothing_comes_any_more_where_it_is_turned_off(room: RoomOfPeople) -> None:
    await joins(room, ANA, BEN)
    await every(room, "Every 2 weeks, by itself")
    await room.passes(days=2)
    await room.says(ANA, "/buddy settings")
    said = await room.fills(ANA, {"Are there buddies here?": "No"})
    assert "There are no rounds of buddies here now." in said
    assert not await room.passes(days=40)
