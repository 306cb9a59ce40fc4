"""What people are asked: in the network's own words, of a visit, and never mixed up afterwards."""

from dataclasses import replace

import pytest

from bot.commands.calls import Pressed, Sent, Typed
from tests.commands.test_rights import ask, shown
from tests.plugins.room import ANA, BEN, CLEO, DEV, RoomOfPeople
from tests.reflections.test_back import ROBOTS, ended, looks_back

OWN = {"What was most useful?": "What will your pupils notice?"}
DRONES = {"Was it worth your time?": "Very much", "What will your pupils notice?": "Drones"}


async def asks(room: RoomOfPeople, words: dict[str, str], which: str = "") -> str:
    await room.says(ANA, f"/reflect questions {which}".strip())
    return await room.fills(ANA, words)


async def test_a_network_asks_in_its_own_words_and_in_ours_where_it_has_none(
    room: RoomOfPeople,
) -> None:
    await ended(room)
    form = await room.says(ANA, "/reflect questions")
    assert form.splitlines()[:4] == [
        "# The questions",
        "People are asked this after a meeting. What you empty is asked in my words.",
        "Was it worth your time?: Was it worth your time?",
        "(It is answered from “Very much” to “Not really”.)",
    ]
    assert (
        await room.fills(ANA, OWN)
        == """\
After a meeting people are asked this from now on:
· Was it worth your time?
· What will your pupils notice?
· What will you try, and with whom?
· With what do you want help?
What people have said already stays below the question that they were asked.
[Change] [Questions of a visit]"""
    )
    assert "What will your pupils notice?: _" in await room.presses(BEN, "Looking back")
    assert "· What was most useful?" in await asks(room, {"What was most useful?": ""})


@pytest.mark.must_hold("A5", 6)
async def test_questions_edited_after_answers_exist_are_a_new_version(room: RoomOfPeople) -> None:
    await ended(room)
    await room.presses(CLEO, "I am here")
    await looks_back(room, BEN)
    await asks(room, OWN)
    await room.presses(CLEO, "Looking back")
    await room.fills(CLEO, DRONES)
    assert (
        await room.says(ANA, "/reflect results robotics")
        == """\
# Looking back
Robotics twilight, Tuesday 1 December 2026, 16:00 (London)
2 people have looked back. People who were there, and the coordinators, can read it.
Ben
Asked then: What was most useful?
The robots
and the people
Will try: Line followers with 8b, by Tuesday 15 December 2026
Wants help: Sensors
Cleo
What will your pupils notice?
Drones"""
    )
    await asks(room, {"What was most useful?": "What was new to you?"})
    told = await room.says(ANA, "/reflect results robotics")
    assert "Asked then: What will your pupils notice?\nDrones" in told
    # Who changes an answer is asked what they were asked.
    assert "What was most useful?: The robots" in await room.presses(BEN, "Change it")


@pytest.mark.must_hold("A5", 6)
async def test_a_form_opened_before_the_edit_keeps_the_questions_that_it_showed(
    room: RoomOfPeople,
) -> None:
    await ended(room)
    await asks(room, OWN)
    await room.presses(BEN, "Looking back")
    await asks(room, {"What was most useful?": "What was new to you?"})
    await room.fills(BEN, DRONES)
    told = await room.says(ANA, "/reflect results robotics")
    assert "Asked then: What will your pupils notice?\nDrones" in told


@pytest.mark.must_hold("A5", 6)
async def test_a_form_opened_before_the_meeting_was_a_visit_keeps_its_questions_too(
    room: RoomOfPeople,
) -> None:
    await ended(room)
    await room.presses(BEN, "Looking back")
    await room.says(ANA, "/reflect visit robotics")
    assert "It is kept" in await room.fills(BEN, ROBOTS)
    told = await room.says(ANA, "/reflect results robotics")
    assert "Asked then: What was most useful?\nThe robots" in told


@pytest.mark.must_hold("A5", 6)
async def test_an_answer_after_closing_is_refused_in_words_and_given_back(
    room: RoomOfPeople,
) -> None:
    await ended(room)
    await room.presses(BEN, "Looking back")
    await room.passes(days=10)
    told = await room.fills(BEN, ROBOTS)
    assert "Looking back on this meeting is over. It was open for a week." in told
    assert "The robots\nand the people" in told


@pytest.mark.must_hold("A5", 6)
async def test_an_empty_answer_gets_a_sentence_at_its_field(room: RoomOfPeople) -> None:
    await ended(room)
    await room.presses(BEN, "Looking back")
    assert await room.fills(BEN) == "Was it worth your time?: Please choose one of these."
    assert "0 people have looked back." in await room.says(ANA, "/reflect results robotics")


@pytest.mark.must_hold("A5", 6)
@pytest.mark.parametrize("at_the_field", [True, False])
async def test_an_answer_of_4000_characters_is_refused_with_the_number_and_kept(
    room: RoomOfPeople, *, at_the_field: bool
) -> None:
    await ended(room)
    long = {"worth": ("much",), "useful": ("robots " * 571 + "bot",)}
    room.stage.abilities = replace(room.stage.abilities, field_errors=at_the_field)
    answer = shown(ask(room, BEN, Sent("reflect:1:back:meeting-0", long), "C1"))
    assert "That is 4000 characters; there is room for 1500." in answer
    if not at_the_field:
        assert "I kept what you typed." in answer
        assert "robots robots" in shown(ask(room, BEN, Pressed("draft:1:fix"), "C1"))


@pytest.mark.must_hold("A5", 6)
async def test_an_answer_typed_before_a_restart_is_kept(room: RoomOfPeople) -> None:
    await ended(room)
    await asks(room, OWN)
    await room.presses(BEN, "Looking back")
    await asks(room, {"What was most useful?": "What was new to you?"})
    room.store.close()
    after = RoomOfPeople(type(room.store)(str(room.store._url)), room.clock.now(), room.world)
    assert "It is kept" in await after.fills(BEN, DRONES)
    told = await after.says(ANA, "/reflect results robotics")
    assert "Asked then: What will your pupils notice?\nDrones" in told
    after.store.close()


async def test_a_question_is_as_long_as_a_label(room: RoomOfPeople) -> None:
    long = "What will your pupils notice, and when will that be?"
    assert await asks(room, {"What was most useful?": long}) == (
        "What was most useful?: That is 52 characters; there is room for 43."
    )
    told = await room.fills(ANA, {"What was most useful?": "🤖" * 22})
    assert "That is 44 characters" in told


async def test_what_is_as_it_was_makes_no_version(room: RoomOfPeople) -> None:
    await asks(room, OWN)
    await asks(room, {})
    await room.says(ANA, "/reflect questions")
    await room.fills(ANA)
    with room.store.read() as db:
        versions = db.connection().exec_driver_sql("SELECT version FROM prompt").all()
    assert [version for (version,) in versions] == [1]


async def test_a_visit_is_marked_before_it_and_asks_its_own_questions(room: RoomOfPeople) -> None:
    await room.plan()
    assert (
        await room.says(ANA, "/reflect visit robot")
        == """\
Robotics twilight, Tuesday 1 December 2026, 16:00 (London)
It is a visit. After it people are asked:
· Was the visit worth your time?
· What surprised you?
· What will you change or try, and with whom?
· What questions did it leave you with?
[It is no visit] [Questions of a visit]"""
    )
    told = await room.presses(ANA, "Questions of a visit")
    assert "After a visit" not in told
    assert "People are asked this after a visit." in told
    await room.fills(ANA, {"What surprised you?": "What would you steal?"})
    await room.passes(days=8, hours=7, minutes=40)
    assert "What would you steal?: _" in await room.presses(BEN, "Looking back")


async def test_it_is_marked_where_nobody_has_answered_yet_and_not_after(
    room: RoomOfPeople,
) -> None:
    await ended(room)
    told = await room.says(ANA, "/reflect results robotics")
    assert told.splitlines()[-1] == (
        "[Only for coordinators] [It is a visit] [Questions of a meeting]"
    )
    await room.presses(ANA, "It is a visit")
    told = await room.presses(ANA, "It is no visit")
    assert "It is a meeting like others." in told
    await looks_back(room, BEN)
    assert "so what it asks stays as it is." in await room.says(ANA, "/reflect visit robotics")
    assert "so what it asks stays as it is." in await room.presses(ANA, "It is a visit")


async def test_which_is_a_visit_is_asked_where_it_is_not_clear(room: RoomOfPeople) -> None:
    assert "I find no meeting of that name" in await room.says(ANA, "/reflect visit robots")
    await room.plan()
    await room.plan("Drones")
    told = await room.says(ANA, "/reflect visit")
    assert told.count("[It is a visit]") == 2
    assert "After it people are asked:" in await room.presses(ANA, "It is a visit")


@pytest.mark.must_hold("A5", 4)
async def test_questions_are_for_their_own_coordinators(room: RoomOfPeople) -> None:
    await ended(room)
    await looks_back(room, BEN)
    await asks(room, OWN)
    for typed in ("/reflect questions", "/reflect visit robotics"):
        assert "Only a coordinator" in await room.says(BEN, typed)
        assert "Robotics" not in await room.says(DEV, typed)
        assert "pupils" not in await room.says(DEV, typed)
    for asked in ("reflect:0:questions:1:meeting", "reflect:1:visit", "reflect:1:back:meeting-1"):
        for said in (
            Pressed(asked),
            Sent(asked, {"worth": ("much",), "useful": ("Dev was here",)}),
        ):
            assert shown(ask(room, DEV, said, "C2")).startswith("I cannot find that any more.")
    # Nor can a form of one network ask what another one does.
    await room.says(DEV, "/reflect questions")
    await room.fills(DEV, {"What was most useful?": "What will Dev's pupils notice?"})
    sent = Sent("reflect:1:back:meeting-2", {"worth": ("much",), "useful": ("Mine",)})
    refused = shown(ask(room, BEN, sent, "C1"))
    assert "out of date" in refused
    assert "Mine" in refused
    assert "Dev's pupils" not in refused


@pytest.mark.must_hold("A5", 4)
@pytest.mark.parametrize("narrow", [False, True])
async def test_nobody_outside_the_promised_circle_reads_how_people_look_back(
    room: RoomOfPeople, *, narrow: bool
) -> None:
    """Cleo is curious, and was not there; Ana coordinates; Dev is of another network."""
    await ended(room)
    if narrow:
        await room.says(ANA, "/reflect results robotics")
        await room.presses(ANA, "Only for coordinators")
    await looks_back(room, BEN)
    ways: tuple[Typed | Pressed, ...] = (
        *(Typed("reflect", text) for text in ("", "results", "results robotics", "r")),
        *(Pressed(f"reflect:1:{last}") for last in ("results", "back", "results:9", "circle")),
        Typed("notes"), Typed("privacy", "export"), Typed("network"), Typed("meeting", "robotics"),
    )  # fmt: skip
    for said in ways:
        for who, channel in ((CLEO, "C1"), (DEV, "C2"), (DEV, "C1")):
            answer = shown(ask(room, who, said, channel))
            for secret in ("The robots", "Line followers with", "Sensors"):
                assert secret not in answer, f"{who}: {said}"
    assert "The robots" in shown(ask(room, ANA, Pressed("reflect:1:results"), "C1"))
    read = "The robots" in shown(ask(room, BEN, Pressed("reflect:1:results"), "C1"))
    assert read is not narrow
    await room.passes(days=9)
    assert not [one for one in room.seen if one.kind == "post" and "The robots" in one.text]


async def test_of_two_who_put_the_questions_neither_undoes_the_other(room: RoomOfPeople) -> None:
    await ended(room)
    await room.has_deputy(BEN)
    await room.says(ANA, "/reflect questions")
    await room.says(BEN, "/reflect questions")
    await room.fills(BEN, {"What was most useful?": "What did Ben want to know?"})
    told = await room.fills(ANA, {"With what do you want help?": "What does Ana ask?"})
    assert "That has changed meanwhile." in told
    assert "What did Ben want to know?" in told
    assert "What does Ana ask?" in told
