"""The school year of a network, as its coordinators enter it."""

import pytest

from bot.commands.calls import Pressed
from tests.commands.test_rights import ask, shown
from tests.plugins.room import ANA, BEN, DEV, RoomOfPeople

EMPTY = """\
# Terms and holidays
I do not know your terms yet, so every weekday counts as a school day.
I keep no public holidays yet.
[Add] [Paste or import] [Public holidays]"""
AUTUMN = "Autumn term (term): Wednesday 2 September 2026 to Friday 18 December 2026"
DAY = "Training day (holiday): Tuesday 8 December 2026"
SPRING = "Spring term (term): Monday 4 January 2027 to Friday 26 March 2027"
WAYS = "[Add] [Paste or import] [Public holidays] [Same as last year]"
TERMS = (
    "Autumn term; 2.9.2026; 18.12.2026\nTraining day; 8.12.2026\nSpring term; 4.1.2027; 26.3.2027"
)
NO_TERMS = """\
# Northshire STEM teachers
I do not know your terms yet, so every weekday counts as a school day. \
Tell me your terms, and I leave everybody in peace in the holidays.
[Enter our terms]"""


async def may_be_written_to(room: RoomOfPeople) -> None:
    """Ana agrees to private messages."""
    await room.says(ANA, "/network settings")
    await room.presses(ANA, "Yes, write to me")


async def pastes(room: RoomOfPeople, text: str = TERMS, otherwise: str = "It is a holiday") -> str:
    """Ana pastes a school year."""
    await room.says(ANA, "/network terms")
    await room.presses(ANA, "Paste or import")
    return await room.fills(
        ANA, {"Terms and holidays": text, "If a line does not say what it is": otherwise}
    )


async def test_a_term_and_a_holiday_are_typed_one_by_one(room: RoomOfPeople) -> None:
    assert await room.says(ANA, "/network terms") == EMPTY
    await room.presses(ANA, "Add")
    await room.fills(
        ANA,
        {
            "What is it called?": "Autumn term",
            "First day": "2.9.2026",
            "Last day": "18 December 2026",
        },
    )
    await room.presses(ANA, "Add")
    wish = {"What is it?": "holiday", "What is it called?": "Training day", "First day": "8.12."}
    assert await room.fills(ANA, wish | {"Last day": "7.12."}) == (
        "Last day: It ends before it begins. Please look at both days."
    )
    told = await room.fills(ANA, {"Last day": "8.12."})

    assert told.splitlines() == [
        "# Terms and holidays",
        "1 entry is added.",
        "[Undo]",
        AUTUMN,
        "[Remove]",
        DAY,
        "[Remove]",
        "I keep no public holidays yet.",
        WAYS,
    ]


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"What is it called?": " "}, "What is it called?: Please give it a name."),
        (
            {"What is it called?": "x" * 61},
            "What is it called?: That is 61 characters; there is room for 60.",
        ),
        (
            {"First day": "soon"},
            "First day: I cannot read that day. Please write it like Tuesday, or 1.12.2026.",
        ),
        (
            {"First day": "1.12.2026"},
            "First day: It overlaps with Autumn term. Please change one of them.",
        ),
        (
            {"Last day": "4.1.2029"},
            "Last day: That is very long. A holiday has at most 120 days, a term 366.",
        ),
        (
            {"First day": "4.1.2062", "Last day": "4.2.2062"},
            "First day: The year 2062 is far away. Please look at it again.",
        ),
    ],
)
async def test_what_cannot_be_kept_is_told_at_its_field(
    room: RoomOfPeople, values: dict[str, str], told: str
) -> None:
    await pastes(room, TERMS.splitlines()[0])
    await room.presses(ANA, "Add")
    form = {"What is it called?": "Spring", "First day": "4.1.2027", "Last day": "26.3.2027"}

    assert await room.fills(ANA, form | values) == told
    assert "1 entry is added." in await room.fills(ANA, form)


async def test_a_whole_year_is_pasted_and_can_be_taken_back(room: RoomOfPeople) -> None:
    assert await pastes(room, otherwise="Ask me") == (
        "Terms and holidays: Row 2: Is Training day a term or a holiday? Please write that too. "
        "2 rows are good; nothing is saved yet."
    )
    told = await pastes(room)
    assert told.splitlines()[1:8] == [
        "3 entries are added.", "[Undo]", AUTUMN, "[Remove]", DAY, "[Remove]", SPRING,
    ]  # fmt: skip

    assert (await pastes(room)).splitlines()[1] == "All of that was there already."
    half = "Half term; 15.2.2027; 19.2.2027"
    assert (await pastes(room, f"{TERMS}\n{half}")).splitlines()[1] == "1 entry is added."
    told = await room.presses(ANA, "Undo")
    assert (told.splitlines()[1], "Half term" in told) == ("That is taken back.", False)


async def test_the_first_mistakes_of_many_are_told_with_their_rows(room: RoomOfPeople) -> None:
    rows = ["Spring term; 4.1.2027; 26.3.2027", *(f"Break {n}; {n}.2.; 19.2.2027" for n in "3456")]

    assert await pastes(room, "\n".join(rows)) == (
        "Terms and holidays: "
        "Row 2: Please write 3.2. with its year, like 1.12.2026. "
        "Row 3: Please write 4.2. with its year, like 1.12.2026. "
        "Row 4: Please write 5.2. with its year, like 1.12.2026. "
        "1 more row has a mistake. 1 row is good; nothing is saved yet."
    )
    assert await room.says(ANA, "/network terms") == EMPTY


async def test_a_calendar_file_is_pasted_as_it_is(room: RoomOfPeople) -> None:
    text = (
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Half term\r\n"
        "DTSTART;VALUE=DATE:20270215\r\nDTEND;VALUE=DATE:20270220\r\nEND:VEVENT\r\nEND:VCALENDAR"
    )

    assert (await pastes(room, text, "Ask me")).splitlines()[3] == (
        "Half term (holiday): Monday 15 February 2027 to Friday 19 February 2027"
    )


async def test_last_year_is_taken_over(room: RoomOfPeople) -> None:
    await pastes(room)
    assert (await room.presses(ANA, "Same as last year")).splitlines() == [
        "# Same as last year",
        "This is last year, 52 weeks later. Shall I add it?",
        "Autumn term (term): Wednesday 1 September 2027 to Friday 17 December 2027",
        "Training day (holiday): Tuesday 7 December 2027",
        "Spring term (term): Monday 3 January 2028 to Friday 24 March 2028",
        "[Add them] [Back]",
    ]
    assert "3 entries are added." in await room.presses(ANA, "Add them")
    assert (await room.presses(ANA, "Same as last year")).splitlines()[1:] == [
        "There is nothing more to take over from last year.",
        "[Back]",
    ]


async def test_one_is_removed_and_an_old_button_removes_no_other(room: RoomOfPeople) -> None:
    await pastes(room)
    await room.passes(days=1)
    told = await room.presses(ANA, "Remove", 1)
    assert (told.splitlines()[1], DAY in told) == ("Training day is removed.", False)
    await pastes(room)
    old = shown(ask(room, ANA, Pressed("network:1:terms-remove:2"), "C1"))
    assert old.startswith("That button is out of date")
    assert DAY in await room.says(ANA, "/network terms")


async def test_public_holidays_of_a_region(room: RoomOfPeople) -> None:
    await room.says(ANA, "/network terms")
    assert (await room.presses(ANA, "Public holidays")).splitlines()[1] == (
        "Of which country or region?: United Kingdom, England"
    )
    region = "Of which country or region?"
    assert await room.fills(ANA, {region: "Englnd"}) == (
        f"{region}: I do not know that region. Did you mean United Kingdom, England?"
    )
    told = await room.fills(ANA, {region: "england"})
    assert told.splitlines()[2] == (
        "I keep the public holidays of United Kingdom, England. "
        "Next: Christmas Day, Friday 25 December 2026."
    )
    await room.presses(ANA, "Public holidays")
    assert await room.fills(ANA, {region: ""}) == EMPTY


async def test_planning_and_moving_into_a_holiday_warns(room: RoomOfPeople) -> None:
    await pastes(room)
    await room.says(ANA, "/meeting plan Robotics, 8.12.2026 16:00, Room 12")
    told = (await room.fills(ANA)).splitlines()
    assert told[3] == (
        "Mind: there is no school on Tuesday 8 December 2026 (Training day). It stays planned."
    )
    await room.presses(ANA, "Send now")
    await room.says(ANA, "/meeting move")
    told = (await room.fills(ANA, {"Which day?": "2026-12-28"})).splitlines()
    assert told[3] == ("Mind: Monday 28 December 2026 is between two terms. It stays planned.")
    await room.presses(ANA, "Send now")
    await room.says(ANA, "/meeting copy")
    assert "Mind:" not in await room.fills(ANA, {"Which day?": "2026-12-15"})
    assert not any("Mind" in post for post in room.posts())


async def test_a_series_leaves_the_holidays_out_and_says_which(room: RoomOfPeople) -> None:
    await pastes(room, f"{TERMS}\nHalf term; 12.1.2027; 12.1.2027; holiday")
    await room.plan()
    await room.says(ANA, "/meeting repeat")
    told = await room.fills(ANA, {"How often?": "every week", "Until which day?": "2027-01-19"})

    days = [line for line in told.splitlines() if line.endswith("(London)")]
    assert days == [
        "Tuesday 1 December 2026, 16:00 (London)",
        "Tuesday 15 December 2026, 16:00 (London)",
        "Tuesday 5 January 2027, 16:00 (London)",
        "Tuesday 19 January 2027, 16:00 (London)",
    ]
    left_out = [line for line in told.splitlines() if "Training day" in line]
    assert left_out == [
        (
            "4 dates in the holidays are left out: Tuesday 8 December 2026 (Training day); "
            "Tuesday 22 December 2026; Tuesday 29 December 2026; "
            "Tuesday 12 January 2027 (Half term)."
        )
    ]


async def test_coordinators_are_told_once_that_no_terms_are_known(room: RoomOfPeople) -> None:
    await may_be_written_to(room)
    await room.plan()
    assert room.inbox(ANA) == []  # it is lesson time
    await room.passes(hours=6)
    assert room.inbox(ANA) == [NO_TERMS]
    await room.plan("School visit", **{"Which day?": "2026-12-09"})
    await room.passes(days=1)
    assert room.inbox(ANA).count(NO_TERMS) == 1
    assert await room.presses(ANA, "Enter our terms") == EMPTY


async def test_who_enters_them_meanwhile_is_told_nothing(room: RoomOfPeople) -> None:
    await may_be_written_to(room)
    await room.plan()
    await pastes(room)
    await room.passes(days=1)

    assert room.inbox(ANA) == []


async def test_only_coordinators_of_the_network_see_its_terms(room: RoomOfPeople) -> None:
    await pastes(room)

    assert await room.says(BEN, "/network terms") == (
        "Only a coordinator of this network can do that. Please ask one of them."
    )
    assert await room.says(DEV, "/network terms") == EMPTY
