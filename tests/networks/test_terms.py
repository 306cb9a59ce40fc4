"""The school year: typed, pasted, taken from last year; and public holidays."""

import pytest

from bot.commands.calls import Pressed
from tests.commands.test_rights import ask, shown
from tests.plugins.room import ANA, BEN, DEV, RoomOfPeople

YEAR = """\
Autumn term; 1.9.2026; 18.12.2026
Christmas holidays; 21.12.2026; 1.1.2027
Spring term; 4.1.2027; 25.3.2027"""
NOTHING = """\
# Terms and holidays
I do not know your terms yet, so every weekday counts as a school day.
I keep no public holidays yet.
[Add] [Paste or import] [Public holidays]"""
KNOWN = """\
Autumn term (term): Tuesday 1 September 2026 to Friday 18 December 2026
[Remove]
Christmas holidays (holiday): Monday 21 December 2026 to Friday 1 January 2027
[Remove]
Spring term (term): Monday 4 January 2027 to Thursday 25 March 2027
[Remove]
I keep no public holidays yet.
[Add] [Paste or import] [Public holidays] [Same as last year]"""
PASTE = "Terms and holidays"


async def pasted(room: RoomOfPeople, text: str = YEAR) -> str:
    await room.says(ANA, "/network terms")
    await room.presses(ANA, "Paste or import")
    return await room.fills(ANA, {PASTE: text})


async def test_settings_lead_to_the_terms_of_which_none_are_known(room: RoomOfPeople) -> None:
    assert "every weekday counts as a school day" in await room.says(ANA, "/network settings")

    await room.presses(ANA, "The network")
    assert await room.presses(ANA, "Terms and holidays") == NOTHING


async def test_a_year_is_pasted_at_once_and_can_be_taken_back(room: RoomOfPeople) -> None:
    told = await pasted(room)

    assert told == f"# Terms and holidays\n3 entries are added.\n[Undo]\n{KNOWN}"
    assert "That is taken back." in await room.presses(ANA, "Undo")
    assert await room.says(ANA, "/network terms") == NOTHING
    assert "weekday counts" in await room.says(ANA, "/network settings")


async def test_the_same_paste_again_adds_nothing(room: RoomOfPeople) -> None:
    await pasted(room)

    assert await pasted(room) == f"# Terms and holidays\nAll of that was there already.\n{KNOWN}"


async def test_nothing_is_kept_where_a_row_is_wrong_and_what_was_typed_stays(
    room: RoomOfPeople,
) -> None:
    rows = ["Half-term;31.2.2027;1.3.2027", "Easter;26.3.2027;9.4.2027", "INSET day"]
    told = await pasted(room, "\n".join([YEAR, *rows, "Summer holiday;1.8.2027;1.7.2027"]))

    assert told == (
        f"{PASTE}: Row 4: I cannot read the day 31.2.2027. Please write it like 1.12.2026. "
        "Row 5: Is Easter a term or a holiday? Please write that too. "
        "Row 6: I need a name, a first day and a last day. "
        "1 more row has a mistake. 3 rows are good; nothing is saved yet."
    )
    form = room.world.forms[ANA][0]
    assert getattr(form.fields[0], "value", "").startswith("Autumn term")
    assert await room.says(ANA, "/network terms") == NOTHING


async def test_a_calendars_text_is_pasted_too(room: RoomOfPeople) -> None:
    told = await pasted(
        room,
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Half-term\nDTSTART;VALUE=DATE:20270215\n"
        "DTEND;VALUE=DATE:20270220\nEND:VEVENT\nEND:VCALENDAR",
    )

    assert "Half-term (holiday): Monday 15 February 2027 to Friday 19 February 2027" in told


async def test_one_is_added_by_a_form_in_the_words_of_people(room: RoomOfPeople) -> None:
    await room.says(ANA, "/network terms")
    await room.presses(ANA, "Add")
    told = await room.fills(
        ANA,
        {
            "What is it?": "holiday",
            "What do you call these days?": "Christmas holidays",
            "First day": "21 December",
            "Last day": "1.1.2027",
        },
    )

    assert told.splitlines()[1:4] == [
        "1 entry is added.",
        "[Undo]",
        "Christmas holidays (holiday): Monday 21 December 2026 to Friday 1 January 2027",
    ]


@pytest.mark.parametrize(
    ("first", "last", "name", "told"),
    [
        (
            "18.12.2026", "1.9.2026", "Term 1",
            "Last day: It ends before it begins. Please look at both days.",
        ),
        (
            "1.12.2026", "8.12.2026", "Term 1",
            "First day: It overlaps with Autumn term. Please change one of them.",
        ),
        (
            "1.9.2027", "8.9.2029", "Term 1",
            "Last day: That is very long. A holiday has at most 120 days, a term 366.",
        ),
        (
            "1.12.2026", "8.12.2026", "",
            "What do you call these days?: Please write what these days are called.",
        ),
        (
            "soon", "8.12.2026", "Term 1",
            "First day: I cannot read that day. Please write it like Tuesday, or 1.12.2026.",
        ),
    ],
)  # fmt: skip
async def test_what_cannot_be_is_told_at_its_field(
    room: RoomOfPeople, first: str, last: str, name: str, told: str
) -> None:
    await pasted(room)
    await room.presses(ANA, "Add")

    said = await room.fills(
        ANA, {"What do you call these days?": name, "First day": first, "Last day": last}
    )

    assert said == told


async def test_one_is_removed(room: RoomOfPeople) -> None:
    await pasted(room)
    told = await room.presses(ANA, "Remove", 1)

    assert told.splitlines()[1] == "Christmas holidays is removed."
    assert "Christmas holidays (holiday)" not in told


async def test_an_old_button_removes_no_other(room: RoomOfPeople) -> None:
    await pasted(room)
    await room.presses(ANA, "Remove", 2)
    await pasted(room)
    old = shown(ask(room, ANA, Pressed("network:1:terms-remove:3"), "C1"))

    assert old == "That button is out of date. Type /network to see how things stand."
    assert (await room.says(ANA, "/network terms")).endswith(KNOWN)


async def test_another_network_knows_nothing_of_it(room: RoomOfPeople) -> None:
    await pasted(room)

    assert await room.says(DEV, "/network terms") == NOTHING


async def test_last_year_is_shown_a_year_on_before_it_is_kept(room: RoomOfPeople) -> None:
    await pasted(room, "Autumn term;2.9.2025;19.12.2025\nSummer term;14.4.2026;21.7.2026")
    told = await room.presses(ANA, "Same as last year")

    assert told.splitlines() == [
        "# Same as last year",
        "This is last year, 52 weeks later. Shall I add it?",
        "Autumn term (term): Tuesday 1 September 2026 to Friday 18 December 2026",
        "Summer term (term): Tuesday 13 April 2027 to Tuesday 20 July 2027",
        "[Add them] [Back]",
    ]
    assert "2 entries are added." in await room.presses(ANA, "Add them")


async def test_a_long_list_comes_in_pages(room: RoomOfPeople) -> None:
    await pasted(room, "\n".join(f"Break {n}; {n}.12.2026" for n in range(1, 20)))
    await room.says(ANA, "/network terms")
    await room.presses(ANA, "Later dates")
    told = await room.presses(ANA, "Later dates")

    assert "Break 19 (holiday): Saturday 19 December 2026" in told
    assert "[Earlier dates]\n" in told


async def test_public_holidays_of_the_networks_country_are_suggested(room: RoomOfPeople) -> None:
    await room.says(ANA, "/network terms")
    form = await room.presses(ANA, "Public holidays")

    assert "Of which country or region?: United Kingdom, England" in form
    assert "Next: Christmas Day, Friday 25 December 2026." in await room.fills(ANA)
    await room.presses(ANA, "Public holidays")
    assert "I keep no public holidays yet." in await room.fills(
        ANA, {"Of which country or region?": ""}
    )


async def test_a_region_that_is_not_known_gets_the_nearest(room: RoomOfPeople) -> None:
    await room.says(ANA, "/network terms")
    await room.presses(ANA, "Public holidays")

    told = await room.fills(ANA, {"Of which country or region?": "Scotlandd"})

    assert told == (
        "Of which country or region?: I do not know that region. "
        "Did you mean United Kingdom, Scotland?"
    )


async def test_a_member_cannot_change_the_school_year(room: RoomOfPeople) -> None:
    assert "Only a coordinator" in await room.says(BEN, "/network terms")
