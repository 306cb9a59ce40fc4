"""Whatever is typed into an offer, it gets a sentence and a way on; it ends by itself."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.commands.calls import Pressed, Sent
from bot.core.giving import kind_of, phase_of
from tests.commands.test_rights import ask as call
from tests.commands.test_rights import shown
from tests.offers.conftest import EVE, asks, offers
from tests.plugins.room import ANA, BEN, CLEO, RoomOfPeople


async def test_what_stands_after_the_command_fills_the_form(room: RoomOfPeople) -> None:
    form = await room.says(BEN, "/offer Ten micro:bits for primary until 18.12.2026")
    assert "(x) primary" in form
    assert "What do you offer?: Ten micro:bits for primary" in form
    assert "Until which day?: 2026-12-18" in form

    form = await room.says(BEN, "/offer Our chemistry lab on Thursdays, until 11 February 2027")
    assert "(x) A room or a lab" in form
    assert "What do you offer?: Our chemistry lab on Thursdays" in form
    assert "Until which day?: 2027-02-11" in form

    form = await room.says(BEN, "/offer A worksheet on magnets, https://example.org/magnets")
    assert "Where can it be read?: https://example.org/magnets" in form
    assert "Until which day?: _" in form


@pytest.mark.parametrize(
    ("label", "value", "said"),
    [
        ("Until which day?", "1.1.2020", "Please give a day to come, at most a year away."),
        ("Until which day?", "someday", "I cannot read that day."),
        ("What do you offer?", "", "Please say in a few words what it is."),
        ("What do you offer?", "x" * 501, "That is 501 characters; there is room for 500."),
        ("Where can it be read?", "in the library", "I need a whole link here"),
        ("Where can it be read?", "javascript:alert(1)", "I need a whole link here"),
        ("Where can it be read?", "https://", "I need a whole link here"),
    ],
)
async def test_a_mistake_is_told_at_its_field(
    room: RoomOfPeople, label: str, value: str, said: str
) -> None:
    filled = {"What kind of thing is it?": "Something to lend", "What do you offer?": "A telescope",
              "Until which day?": "18.12.2026"}  # fmt: skip
    await room.says(BEN, "/offer")
    assert said in await room.fills(BEN, filled | {label: value})
    kept = await room.fills(BEN, filled | {"Where can it be read?": ""})
    assert "Thank you, I have noted it." in kept


async def test_a_day_in_the_holidays_is_said_and_stays(room: RoomOfPeople) -> None:
    await room.says(ANA, "/network terms")
    await room.presses(ANA, "Add")
    await room.fills(ANA, {"What is it?": "holiday", "What do you call these days?": "Christmas",
                           "First day": "21.12.2026", "Last day": "5.1.2027"})  # fmt: skip
    said = await offers(room, BEN, "A telescope", until="24.12.2026")

    assert "Mind: there is no school on Thursday 24 December 2026. It stands as you wrote." in said


async def test_who_cannot_be_asked_is_told_so(room: RoomOfPeople) -> None:
    await room.says(BEN, "/network settings")
    await room.presses(BEN, "No, thank you")
    assert "I may not write to you, so nobody can ask you" in await offers(room, BEN, "A telescope")


async def test_it_ends_by_itself_and_can_go_on(all_here: RoomOfPeople) -> None:
    await offers(all_here, BEN, "Ten micro:bits", until="27.11.2026")
    await all_here.passes(days=4)
    assert not any("come to its day" in text for text in all_here.inbox(BEN))
    await all_here.passes(days=4)
    told = [text for text in all_here.inbox(BEN) if "come to its day" in text]
    assert len(told) == 1
    assert "Ten micro:bits" not in await asks(all_here, CLEO, "Some micro:bits", "Something else")

    await all_here.presses(BEN, "Offer it for longer")
    said = await all_here.fills(BEN, {"Until which day?": "18.12.2026"})
    assert "It is offered until Friday 18 December 2026." in said
    assert "1 person looks for something like this. I tell them." in said
    assert "Ten micro:bits" in await asks(all_here, EVE, "Some micro:bits", "Something else")
    await all_here.passes(days=30)
    told = [text for text in all_here.inbox(BEN) if "come to its day" in text]
    assert len(told) == 2


async def test_it_is_changed_and_ended(all_here: RoomOfPeople) -> None:
    await offers(all_here, BEN, "Ten micro:bits")
    await all_here.presses(BEN, "Change")
    said = await all_here.fills(BEN, {"What do you offer?": "A box of bar magnets"})
    assert "A box of bar magnets" in said
    assert "Ten micro:bits" not in await asks(all_here, CLEO, "Some micro:bits", "Something else")
    assert "box of bar magnets" in await asks(
        all_here, CLEO, "Magnets for Year 4", "Something else"
    )

    await all_here.says(BEN, "/offer mine")
    await all_here.presses(BEN, "Show")
    assert "nobody sees it any more" in await all_here.presses(BEN, "It is over")
    assert "bar magnets" not in await asks(
        all_here, EVE, "Some magnets for Year 4", "Something else"
    )
    assert "(ended)" in await all_here.says(BEN, "/offer mine")


async def test_a_strangers_offer_is_not_there(all_here: RoomOfPeople) -> None:
    await offers(all_here, BEN, "Ten micro:bits")
    for number in (1, 77):
        for act in ("read", "change", "extend", "end"):
            for said in (Pressed(f"offer:{number}:{act}"), Sent(f"offer:{number}:{act}", {})):
                found = shown(call(all_here, CLEO, said, "C1"))
                assert "I cannot find that any more." in found, (said, found)


@given(text=st.text(max_size=3000), language=st.sampled_from(("en", "de", "fr", "it", "fi", "xx")))
@settings(suppress_health_check=list(HealthCheck), deadline=None)
def test_whatever_is_typed_has_one_kind_and_phase(text: str, language: str) -> None:
    assert isinstance(kind_of(text, language), str)
    assert phase_of(text, language) in ("any", "primary", "secondary", "post-16")
