"""Whatever is typed into a request, it gets a sentence and a way on, and nothing is lost."""

import pytest
from sqlmodel import select

from bot.commands.calls import Pressed, Reply, Sent
from bot.store.tables import Institution
from tests.commands.test_rights import ask as call
from tests.commands.test_rights import shown
from tests.plugins.room import ANA, BEN, CLEO, RoomOfPeople
from tests.profiles.test_schools import works_at
from tests.requests.conftest import add, ask, queue, rules


async def says(room: RoomOfPeople, label: str, value: str) -> str:
    """What Ben reads where he has filled in this one field otherwise."""
    await room.says(BEN, "/request Robot arm for 8b")
    return await room.fills(BEN, {"What for?": "For 8b", label: value})


@pytest.mark.parametrize(
    ("label", "value", "said"),
    [
        ("How many?", "4", "There are 3 in all. Please ask for fewer."),
        ("How many?", "-2", "It has to be 1 or more."),
        ("How many?", "0", "It has to be 1 or more."),
        ("How many?", "1,5", "A whole number, please: 1,5 is none."),
        ("How many?", "two", "I need a number in figures here, like 3."),
        ("For how many pupils?", "12345678", "That is very many. It can be 9999 at most."),
        ("From which day?", "1.1.2020", "Please give a day to come, at most a year away."),
        ("From which day?", "yesterday", "Please give a day to come, at most a year away."),
        ("From which day?", "someday", "I cannot read that day."),
        ("What for?", "", "Please say in a few words what it is for."),
    ],
)
async def test_a_mistake_is_told_at_its_field(
    lent: RoomOfPeople, label: str, value: str, said: str
) -> None:
    assert said in await says(lent, label, value)
    assert "Thank you, I have noted it." in await lent.fills(
        BEN,
        {"How many?": "1", "For how many pupils?": "9", "From which day?": "", "What for?": "8b"},
    )


async def test_what_stands_after_the_command_fills_the_form(lent: RoomOfPeople) -> None:
    form = await lent.says(BEN, "/request 2 robot arm for a crane, 7.12.2026")

    assert "(x) Robot arm" in form
    assert "From which day?: 2026-12-07" in form
    assert "How many?: 2" in form
    assert "What for?: 2 robot arm for a crane" in form


async def test_a_day_in_the_holidays_is_said_and_stays(lent: RoomOfPeople) -> None:
    await lent.says(ANA, "/network terms")
    await lent.presses(ANA, "Add")
    await lent.fills(ANA, {"What is it?": "holiday", "What do you call these days?": "Christmas",
                           "First day": "21.12.2026", "Last day": "5.1.2027"})  # fmt: skip
    said = await says(lent, "From which day?", "22.12.2026")

    assert "Mind: there is no school on Tuesday 22 December 2026. It stands as you asked." in said


async def test_at_most_so_many_at_once(lent: RoomOfPeople) -> None:
    await lent.presses(ANA, "The stock")
    await lent.presses(ANA, "Show")
    await rules(lent, most="2")
    assert "One can have 2 of it at most." in await says(lent, "How many?", "3")


async def test_there_is_none(room: RoomOfPeople) -> None:
    await add(room, count=0)
    assert "There is none at the moment. Choose “Something else”" in await ask(room, BEN)


async def test_what_needs_nobodys_word_is_set_aside_at_once(lent: RoomOfPeople) -> None:
    await lent.presses(ANA, "The stock")
    await lent.presses(ANA, "Show")
    await rules(lent, rules="")
    assert "It is set aside for you." in await ask(lent, BEN, count=2)
    assert "You are the next who gets it." in await ask(lent, CLEO, count=2)
    assert "You wait for it; 1 request is before yours." in await ask(lent, ANA)

    await lent.says(BEN, "/request mine")
    await lent.presses(BEN, "Show")
    assert "nobody waits for you" in await lent.presses(BEN, "I do not need it any more")
    assert "It is set aside for you." in await lent.says(CLEO, "/request mine")
    assert "It is set aside for you." in await lent.says(ANA, "/request mine")


async def test_without_training_a_coordinator_decides(lent: RoomOfPeople) -> None:
    await lent.presses(ANA, "The stock")
    await lent.presses(ANA, "Show")
    await rules(lent, rules="One has to be trained to use it")
    said = await ask(lent, BEN)
    assert "One learns to use this kit at a meeting first." in said
    assert "A coordinator looks at it." in said

    seen = await queue(lent, "Show")
    assert "They were at no meeting yet, as far as I know" in seen
    assert "Ben: set aside" in await lent.presses(ANA, "Yes, they get it")


async def test_all_that_is_there_is_approved_at_once(lent: RoomOfPeople) -> None:
    for who in (BEN, CLEO, ANA):
        await ask(lent, who, count=2)
    seen = await queue(lent, "Yes to all that is there")

    assert "1 request is approved." in seen
    assert seen.count("to decide") == 2


@pytest.mark.must_hold("D1", 5)
async def test_a_strangers_request_is_not_there(lent: RoomOfPeople) -> None:
    await ask(lent, BEN)
    acts = ("read", "receive", "cancel", "extend", "lose", "tell", "give-back")
    for number in (1, 77):
        for act in acts:
            for said in (Pressed(f"request:{number}:{act}"), Sent(f"request:{number}:{act}", {})):
                answer = shown(call(lent, CLEO, said, "C1"))
                assert answer.startswith("I cannot find that any more.")
    assert "secret plan" in await queue(lent)


async def test_a_step_that_does_not_lead_on_says_so(lent: RoomOfPeople) -> None:
    await ask(lent, BEN)
    await queue(lent, "Yes, they get it")
    again = shown(call(lent, ANA, Pressed("request:1:approve"), "C1"))
    assert "It is not so far, or further already." in again
    early = shown(call(lent, BEN, Pressed("request:1:receive"), "C1"))
    assert "It is not so far, or further already." in early
    assert "set aside" in early or "[Show]" in early


async def test_not_all_came_back(lent: RoomOfPeople) -> None:
    await ask(lent, BEN, count=3)
    await queue(lent, "Yes, they get it", "It can be fetched", "They have it")
    await lent.says(BEN, "/network")
    await lent.presses(BEN, "I have given it back")
    await queue(lent, "Not all came back")
    assert "That is very many. It can be 3 at most." in await lent.fills(
        ANA, {"How many came back?": "4"}
    )
    await lent.fills(ANA, {"How many came back?": "2"})
    assert "2 of 2 free" in await lent.says(ANA, "/kit stock")


async def test_counted_again_the_line_moves_up(lent: RoomOfPeople) -> None:
    await ask(lent, BEN, count=3)
    await ask(lent, CLEO, count=2)
    await queue(lent, "Yes, they get it", "Yes, they get it")
    await lent.passes(days=1)
    assert "You are the next who gets it." in lent.inbox(CLEO)[-1]
    await lent.says(ANA, "/kit stock")
    await lent.presses(ANA, "Show")
    await lent.presses(ANA, "Count")
    seen = await lent.fills(
        ANA, {"How many are on the shelf?": "2", "Why is it another number?": "Two were bought."}
    )
    assert "0 of 5 free" in seen
    await lent.passes(days=1)
    assert "It is set aside for you." in lent.inbox(CLEO)[-1]
    assert "Two were bought." in await lent.presses(ANA, "What was moved")


async def test_who_leaves_makes_room(lent: RoomOfPeople) -> None:
    await ask(lent, BEN, count=3)
    await ask(lent, CLEO, count=1)
    await queue(lent, "Yes, they get it", "Yes, they get it")
    await lent.leaves(BEN)
    await lent.passes(days=1)

    assert "It is set aside for you." in lent.inbox(CLEO)[-1]


async def test_what_begins_like_a_verb_is_no_verb_where_more_follows(lent: RoomOfPeople) -> None:
    assert "What for?: mini robots for 8b" in await lent.says(BEN, "/request mini robots for 8b")
    assert "Did you mean “mine”?" in await lent.says(BEN, "/request mini")
    assert "What for?: mini robots" in await lent.says(BEN, "/network request mini robots")


async def test_priority_schools_go_first_where_the_network_says_so(lent: RoomOfPeople) -> None:
    await works_at(lent, CLEO, "Hilltop School")
    with lent.store.write() as db:
        for school in db.all(select(Institution)):
            school.priority = True
    await lent.says(ANA, "/kit stock")
    await lent.presses(ANA, "Priority schools go first")
    for who in (ANA, BEN, CLEO):
        await ask(lent, who, count=3)
    await queue(lent, *["Yes, they get it"] * 3)

    assert "1 request is before yours. Priority schools go first here." in await lent.says(
        BEN, "/request mine"
    )
    assert "You are the next who gets it. Priority schools go first here." in await lent.says(
        CLEO, "/request mine"
    )


async def test_which_schools_never_had_a_kit(lent: RoomOfPeople) -> None:
    await works_at(lent, BEN, "Hilltop School")
    await works_at(lent, CLEO, "Mill Lane")
    assert "Schools that never had a kit: Hilltop School and Mill Lane" in await lent.says(
        ANA, "/kit who"
    )
    await ask(lent, BEN)
    await queue(lent, "Yes, they get it", "It can be fetched", "They have it")
    seen = await lent.says(ANA, "/kit who")
    assert "Robot arm · Ben" in seen
    assert "Schools that never had a kit: Mill Lane" in seen


async def test_who_waits_can_be_seen_and_declined(lent: RoomOfPeople) -> None:
    await ask(lent, BEN, count=3)
    await ask(lent, CLEO, count=2)
    await queue(lent, "Yes, they get it", "Yes, they get it")
    await lent.says(ANA, "/kit stock")
    await lent.presses(ANA, "Show")
    assert "2 × Robot arm · Cleo · in the line" in await lent.presses(ANA, "1 waits")
    await lent.presses(ANA, "Show")
    await lent.presses(ANA, "It cannot be")
    await lent.fills(ANA, {"Why not? They read it.": "It goes to the fair."})
    await lent.passes(days=1)
    assert "“It goes to the fair.”" in lent.inbox(CLEO)[-1]


async def test_who_takes_a_network_over_reads_the_stock_what_is_out_and_what_waits(
    lent: RoomOfPeople,
) -> None:
    await ask(lent, BEN, count=2)
    await ask(lent, CLEO, count=2)
    await queue(lent, "Yes, they get it", "It can be fetched", "They have it")
    page = await lent.says(ANA, "/network hand-over")
    read = page
    while "[Go on]" in page:
        page = await lent.presses(ANA, "Go on")
        read += page

    assert "Kits, and where they are\nRobot arm: 1 of 3 free · Library: 1 · Out: 2" in read
    assert "Out with people\n2 × Robot arm · Ben · out until Monday 21 December 2026" in read
    assert "Asked for\n2 × Robot arm · Cleo · to decide · 1 of 3 free" in read
    answer = call(lent, ANA, Pressed("network:1:hand-over-file"), "C1")
    assert isinstance(answer, Reply)
    assert answer.file
    assert b"Out with people" in answer.file.content
