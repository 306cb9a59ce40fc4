"""People are asked privately, one or two at a time; names only with a yes; a no is respected."""

from tests.offers.conftest import EVE, FAY, asks, can_help, offers, questions
from tests.plugins.room import ANA, BEN, CLEO, RoomOfPeople

NAMES = (ANA, BEN, CLEO, EVE, FAY)


async def wants(room: RoomOfPeople, *helpers: str) -> None:
    """Cleo asks for help, and has these asked."""
    can_help(room, *helpers)
    await asks(room, CLEO)
    assert "I ask one or two at a time." in await room.presses(CLEO, "Ask them")
    await room.passes(hours=6)


async def test_a_question_can_be_found_again(all_here: RoomOfPeople) -> None:
    await wants(all_here, BEN)
    await all_here.passes(days=9)
    seen = await all_here.says(BEN, "/offer mine")
    assert "Can you help? “Electric circuits with Year 9”" in seen
    assert CLEO not in seen
    assert "It is Cleo who asks." in await all_here.presses(BEN, "I can help")
    assert "Can you help?" not in await all_here.says(BEN, "/offer mine")
    assert "Can you help?" not in await all_here.says(EVE, "/offer mine")


async def test_asking_twice_asks_nobody_else(all_here: RoomOfPeople) -> None:
    await wants(all_here, ANA, BEN, EVE, FAY)
    await all_here.says(CLEO, "/request mine")
    await all_here.presses(CLEO, "Show")
    assert "I ask one or two at a time." in await all_here.presses(CLEO, "Ask them")
    await all_here.passes(days=1)
    assert len(asked(all_here)) == 2


async def test_who_has_asked_is_erased_meanwhile(all_here: RoomOfPeople) -> None:
    await wants(all_here, BEN)
    await all_here.says(CLEO, "/privacy")
    await all_here.presses(CLEO, "Erase everything")
    await all_here.presses(CLEO, "Yes, erase everything")
    assert "It has been settled meanwhile" in await all_here.presses(BEN, "I can help")


def asked(room: RoomOfPeople) -> list[str]:
    """Who has been asked so far."""
    return [who for who in NAMES if questions(room, who)]


async def test_two_at_a_time_and_then_the_next(all_here: RoomOfPeople) -> None:
    await wants(all_here, ANA, BEN, EVE, FAY)
    first = asked(all_here)
    assert len(first) == 2
    assert not any(name in text for who in first for text in questions(all_here, who)
                   for name in NAMES)  # fmt: skip

    said = await all_here.presses(first[0], "Not now")
    assert "Nobody hears that you were asked." in said
    await all_here.passes(days=1)
    assert len(asked(all_here)) == 3
    await all_here.passes(days=6)
    assert len(asked(all_here)) == 4


async def test_with_a_yes_both_read_a_name_and_nobody_else_is_asked(all_here: RoomOfPeople) -> None:
    await wants(all_here, ANA, BEN, EVE, FAY)
    yes, other = asked(all_here)
    assert "It is Cleo who asks." in await all_here.presses(yes, "I can help")
    await all_here.passes(days=1)
    assert f"{yes} can help you. Please write to them." in all_here.inbox(CLEO)[-1]
    assert "It has been settled meanwhile" in await all_here.presses(other, "I can help")
    await all_here.passes(days=20)
    assert len(asked(all_here)) == 2
    assert "Cleo: “Electric circuits" in await all_here.says(yes, "/offer mine")
    assert "Cleo" not in await all_here.says(other, "/offer mine")


async def test_nobody_can_is_told_once_with_a_way_on(all_here: RoomOfPeople) -> None:
    await wants(all_here, BEN, EVE)
    await all_here.presses(BEN, "Not now")
    await all_here.presses(EVE, "Not about this")
    await all_here.passes(days=10)
    told = [text for text in all_here.inbox(CLEO) if "nobody can help just now" in text]

    assert len(told) == 1
    assert "A coordinator looks at it." in told[0]
    assert "[Ask for something else]" in told[0]
    assert not any(name in told[0] for name in (BEN, EVE))
    assert "Help with a topic · Cleo · to decide" in await all_here.says(ANA, "/kit")


async def test_silence_is_no_yes_and_no_no(all_here: RoomOfPeople) -> None:
    await wants(all_here, BEN)
    await all_here.passes(days=6)
    assert any("nobody can help just now" in text for text in all_here.inbox(CLEO))
    assert "It is Cleo who asks." in await all_here.presses(BEN, "I can help")
    await all_here.passes(days=1)
    assert "Ben can help you." in all_here.inbox(CLEO)[-1]


async def test_not_about_this_is_for_ever_and_for_this_alone(all_here: RoomOfPeople) -> None:
    can_help(all_here, BEN, with_="robotics")
    await wants(all_here, BEN)
    await all_here.presses(BEN, "Not about this")
    await all_here.passes(days=300)
    assert "agreed to be asked" not in await asks(all_here, EVE, "Electric circuits in Year 8")
    assert "agreed to be asked" in await asks(all_here, EVE, "Robotics with Year 8")

    await all_here.says(BEN, "/offer mine")
    await all_here.presses(BEN, "Ask me again about anything")
    assert "agreed to be asked" in await asks(all_here, FAY, "Electric circuits in Year 8")


async def test_not_now_is_over_after_a_while(all_here: RoomOfPeople) -> None:
    await wants(all_here, BEN)
    await all_here.presses(BEN, "Not now")
    assert "agreed to be asked" not in await asks(all_here, EVE, "Electric circuits in Year 8")
    await all_here.passes(days=30)
    assert "agreed to be asked" in await asks(all_here, FAY, "Electric circuits in Year 8")


async def test_nobody_is_asked_more_often_than_is_good_for_them(all_here: RoomOfPeople) -> None:
    can_help(all_here, BEN)
    for n in range(4):
        await asks(all_here, CLEO, f"Electric circuits, part {n}")
        await all_here.presses(CLEO, "Ask them")
    await all_here.passes(days=6)

    assert len(questions(all_here, BEN)) == 2


async def test_it_did_not_work_out(all_here: RoomOfPeople) -> None:
    await wants(all_here, BEN)
    await all_here.presses(BEN, "I can help")
    await all_here.says(CLEO, "/request mine")
    await all_here.presses(CLEO, "Show")
    said = await all_here.presses(CLEO, "It did not work out")
    assert "A coordinator looks at it." in said
    assert "agreed to be asked" not in said
    assert "Help with a topic · Cleo · to decide" in await all_here.says(ANA, "/kit")


async def test_who_offers_it_says_no(all_here: RoomOfPeople) -> None:
    await offers(all_here, BEN, "Ten micro:bits")
    await asks(all_here, CLEO, "Some micro:bits", "Something else")
    await all_here.presses(CLEO, "Ask for this")
    await all_here.passes(hours=6)
    assert "could use what you offer: “Ten micro:bits”" in questions(all_here, BEN)[0]
    await all_here.presses(BEN, "Not now")
    await all_here.passes(days=1)
    assert any("nobody can help just now" in text for text in all_here.inbox(CLEO))


async def test_what_is_not_needed_any_more_asks_nobody(all_here: RoomOfPeople) -> None:
    await wants(all_here, ANA, BEN, EVE, FAY)
    first = asked(all_here)
    await all_here.says(CLEO, "/request mine")
    await all_here.presses(CLEO, "Show")
    await all_here.presses(CLEO, "I do not need it any more")
    await all_here.passes(days=20)
    assert asked(all_here) == first
    assert "It has been settled meanwhile" in await all_here.presses(first[0], "I can help")
