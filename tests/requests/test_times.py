"""What goes out about requests: in school time, to whom it concerns, once."""

from tests.plugins.room import ANA, BEN, CLEO, RoomOfPeople
from tests.requests.conftest import ask, queue


async def has_it(room: RoomOfPeople) -> None:
    """Ben has a kit until 21 December."""
    await ask(room, BEN)
    await queue(room, "Yes, they get it", "It can be fetched", "They have it")
    await room.passes(minutes=1)


async def test_a_day_before_and_a_day_after(lent: RoomOfPeople) -> None:
    await has_it(lent)
    await lent.passes(days=27)
    assert "Robot arm is to be back on Monday 21 December 2026." in lent.inbox(BEN)[-1]
    await lent.passes(days=3)
    assert "Robot arm was to be back on Monday 21 December 2026. How is it?" in lent.inbox(BEN)[-1]
    assert "1 thing is overdue." in await lent.says(ANA, "/network")
    assert "Ben · out until" in await lent.says(ANA, "/kit overdue")
    before = len(lent.inbox(BEN))
    await lent.passes(days=20)
    assert len(lent.inbox(BEN)) == before


async def test_longer_and_the_old_day_is_forgotten(lent: RoomOfPeople) -> None:
    await has_it(lent)
    await lent.says(BEN, "/request mine")
    await lent.presses(BEN, "Show")
    await lent.presses(BEN, "I need it longer")
    assert "Until Monday 11 January 2027, then." in await lent.fills(
        BEN, {"Until which day?": "11.1.2027"}
    )
    await lent.passes(days=35)
    assert not any("is to be back on Monday 21" in text for text in lent.inbox(BEN))


async def test_who_has_told_is_not_asked(lent: RoomOfPeople) -> None:
    await has_it(lent)
    await lent.says(BEN, "/request mine")
    await lent.presses(BEN, "Show")
    await lent.presses(BEN, "I have given it back")
    await queue(lent, "It is back")
    await lent.passes(days=6)
    asked = [text for text in lent.inbox(BEN) if "What did your pupils do with it?" in text]
    assert len(asked) == 1
    await lent.presses(BEN, "Tell how it went")
    told = {"How many pupils used it?": "0", "What did they do with it?": "It rained."}
    assert "Thank you!" in await lent.fills(BEN, told)


async def test_once_a_month_what_stands_still(lent: RoomOfPeople) -> None:
    await ask(lent, BEN)
    await lent.passes(days=50)
    slow = [text for text in lent.inbox(ANA) if "stood still for two weeks" in text]

    assert len(slow) == 2


async def test_coordinators_hear_once_a_day_that_something_waits(lent: RoomOfPeople) -> None:
    for who in (BEN, CLEO, BEN):
        await ask(lent, who)
    await lent.passes(days=2)

    assert [text for text in lent.inbox(ANA) if "wait for your word" in text] == [
        "# Northshire STEM teachers\n3 requests wait for your word.\n[What waits]"
    ]


async def test_what_was_decided_before_the_message_left_is_not_told(lent: RoomOfPeople) -> None:
    await ask(lent, BEN)
    await queue(lent, "Yes, they get it")
    await lent.passes(days=2)

    assert not any("wait for your word" in text for text in lent.inbox(ANA))
