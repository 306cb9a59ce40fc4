"""A question between meetings: asked with time to undo, answered for a week, read as promised."""

import pytest

from bot.commands.calls import Pressed, Sent, Typed
from bot.store.tables import Place
from tests.commands.test_rights import ask, shown
from tests.plugins.room import ANA, BEN, CLEO, DEV, RoomOfPeople

WHAT = "What is going well in your classes just now?"
ONLY = {"Who reads the answers?": "Only the coordinators"}


async def asked(room: RoomOfPeople, **more: str) -> str:
    await room.says(ANA, f"/reflect ask {WHAT}")
    await room.fills(ANA, ONLY if more else {})
    told = await room.presses(ANA, "Send now")
    await room.passes(seconds=2)
    return told


async def answers(room: RoomOfPeople, who: str, text: str) -> str:
    await room.presses(who, "Answer")
    return await room.fills(who, {"Your answer": text})


async def test_it_is_posted_after_the_hold_and_says_who_reads_the_answers(
    room: RoomOfPeople,
) -> None:
    form = await room.says(ANA, f"/reflect ask {WHAT}")
    assert f"What do you want to ask?: {WHAT}" in form
    told = await room.fills(ANA)
    assert (
        told
        == f"""\
{WHAT}
I will ask this in 30 seconds. People of the network see your answer, with your name.
This tells 3 people in #northshire.
[Send now] [Undo]"""
    )
    assert WHAT not in "".join(room.posts())
    await room.passes(seconds=31)
    assert (
        room.posts()[-1]
        == f"""\
# A question to you
{WHAT}
People of the network see your answer, with your name. Open until: Monday 30 November 2026.
[Answer]"""
    )


async def test_undone_nothing_is_posted_and_what_was_typed_is_kept(room: RoomOfPeople) -> None:
    await room.says(ANA, f"/reflect ask {WHAT}")
    await room.fills(ANA, ONLY)
    assert await room.presses(ANA, "Undo") == "Undone. Nothing was posted.\n[Change it]"
    await room.passes(days=5)
    assert not [one for one in room.seen if one.kind == "post" and WHAT in one.text]
    form = await room.presses(ANA, "Change it")
    assert WHAT in form
    assert "(x) Only the coordinators" in form
    assert shown(ask(room, ANA, Pressed("question:1:send"), "C1")).startswith("I cannot find")


async def test_each_answers_once_and_can_change_it_for_a_week(room: RoomOfPeople) -> None:
    await asked(room)
    assert (
        await answers(room, BEN, "Robots")
        == f"""\
{WHAT}
Thank you. It is kept. People of the network see your answer, with your name.
[Change it] [Read it]"""
    )
    assert "Your answer: Robots" in await room.presses(BEN, "Change it")
    await room.fills(BEN, {"Your answer": "Drones"})
    await answers(room, ANA, "Kites\n@everyone")
    assert (
        await room.presses(BEN, "Read it")
        == f"""\
# Answers
{WHAT}
2 people have answered. Only people of the network can read it.
Ben
Drones
Ana
Kites
@everyone
[Answer]"""
    )


async def test_after_a_week_the_thread_says_how_many_answered(room: RoomOfPeople) -> None:
    await asked(room)
    await answers(room, BEN, "Robots")
    await room.passes(days=8)
    [over] = [one for one in room.seen if "has answered" in one.text and one.kind == "post"]
    assert (over.where, over.text) == (
        "#northshire > thread",
        "1 person has answered. The people of the network can read it.\n[Read it]",
    )
    assert "Robots" in await room.presses(CLEO, "Read it")


@pytest.mark.parametrize("narrow", [{}, {"narrow": "yes"}])
async def test_where_there_is_nothing_for_all_to_read_the_thread_says_nothing(
    room: RoomOfPeople, narrow: dict[str, str]
) -> None:
    await asked(room, **narrow)
    if narrow:
        await answers(room, BEN, "Robots")
    await room.passes(days=20)
    assert not [one for one in room.seen if "answered" in one.text and one.kind == "post"]


@pytest.mark.must_hold("A5", 6)
async def test_late_empty_or_long_it_is_refused_in_words(room: RoomOfPeople) -> None:
    await asked(room)
    await room.presses(BEN, "Answer")
    assert await room.fills(BEN) == "Your answer: Please write an answer."
    told = await room.fills(BEN, {"Your answer": "x" * 4_000})
    assert told == "Your answer: That is 4000 characters; there is room for 1000."
    await room.passes(days=10)
    told = await room.fills(BEN, {"Your answer": "Robots"})
    assert "This question is closed. It was open for a week." in told
    assert "please copy it, so that it is not lost:\nRobots" in told


async def test_a_question_needs_words_and_may_be_300_characters(room: RoomOfPeople) -> None:
    await room.says(ANA, "/reflect ask")
    assert "Please write what you want to ask." in await room.fills(ANA)
    told = await room.fills(ANA, {"What do you want to ask?": "x" * 301})
    assert "That is 301 characters; there is room for 300." in told


async def test_what_was_asked_stands_on_the_page_of_looking_back(room: RoomOfPeople) -> None:
    await asked(room)
    assert (
        await room.says(BEN, "/reflect")
        == f"""\
There is nothing to look back on just now.
{WHAT}
[Answer]
Your journal. Only you see it.
[Write something down]"""
    )
    await answers(room, BEN, "Robots")
    assert f"{WHAT}\n[Read it]" in await room.says(BEN, "/reflect")
    assert "[Ask the network]" in await room.says(ANA, "/reflect")


async def test_long_answers_are_read_whole_page_by_page(room: RoomOfPeople) -> None:
    await asked(room)
    for who in (ANA, BEN, CLEO):
        await answers(room, who, f"{who} " + "*robots* " * 110)
    await room.says(ANA, "/reflect")
    pages = [await room.presses(ANA, "Read it")]
    while "Later ones" in pages[-1]:
        pages.append(await room.presses(ANA, "Later ones"))
    assert [page.count("*robots*") for page in pages] == [110, 110, 110]


@pytest.mark.must_hold("A5", 4)
@pytest.mark.parametrize("narrow", [{}, {"narrow": "yes"}])
async def test_nobody_outside_the_promised_circle_reads_an_answer(
    room: RoomOfPeople, narrow: dict[str, str]
) -> None:
    await asked(room, **narrow)
    await answers(room, BEN, "Robots in 8b")
    ways: tuple[Typed | Pressed | Sent, ...] = (
        *(Typed("reflect", text) for text in ("", "results", "ask", "questions", "robots")),
        *(Pressed(f"question:1:{last}") for last in ("read", "read:1", "answer", "send", "undo")),
        Sent("question:1:answer", {"text": ("Mine",)}),
        Typed("privacy", "export"), Typed("network"), Typed("notes"),
    )  # fmt: skip
    for said in ways:
        answer = shown(ask(room, DEV, said, "C2"))
        assert "Robots in 8b" not in answer
        assert WHAT not in answer
        curious = shown(ask(room, CLEO, said, "C1"))
        may = not narrow and said in (Pressed("question:1:read"), Pressed("question:1:read:1"))
        assert ("Robots in 8b" in curious) is may, said
    assert "Robots in 8b" in shown(ask(room, ANA, Pressed("question:1:read"), "C1"))
    # Who left is of the network no more.
    await room.leaves(CLEO)
    assert "Robots in 8b" not in shown(ask(room, CLEO, Pressed("question:1:read"), "C1"))
    await room.passes(days=9)
    assert not [one for one in room.seen if one.kind == "post" and "Robots in 8b" in one.text]


async def test_before_it_is_posted_only_coordinators_know_of_it(room: RoomOfPeople) -> None:
    await room.says(ANA, f"/reflect ask {WHAT}")
    await room.fills(ANA)
    for last in ("answer", "read"):
        assert WHAT not in shown(ask(room, BEN, Pressed(f"question:1:{last}"), "C1"))
    assert WHAT not in await room.says(BEN, "/reflect")


async def test_who_is_erased_has_answered_nothing(room: RoomOfPeople) -> None:
    await asked(room)
    await answers(room, BEN, "Robots")
    await room.says(BEN, "/privacy erase")
    await room.presses(BEN, "Yes, erase everything")
    told = shown(ask(room, ANA, Pressed("question:1:read"), "C1"))
    assert "0 people have answered." in told
    await room.passes(days=20)
    assert not [one for one in room.seen if "answered" in one.text and one.kind == "post"]


async def test_what_was_asked_before_is_found_too(room: RoomOfPeople) -> None:
    for number in range(8):
        await room.says(ANA, f"/reflect ask Question {number}?")
        await room.fills(ANA)
        await room.presses(ANA, "Send now")
        await room.passes(seconds=2)
    shown_ = await room.says(BEN, "/reflect")
    assert [f"Question {number}?" in shown_ for number in (7, 5, 4)] == [True, True, False]
    first = await room.presses(BEN, "Earlier questions")
    assert [f"Question {number}?" in first for number in (7, 2, 1)] == [True, True, False]
    assert "Question 0?" in await room.presses(BEN, "Earlier ones")


async def test_a_guest_of_a_borrowed_channel_neither_answers_nor_reads(room: RoomOfPeople) -> None:
    with room.store.write() as db:
        lent = Place(
            network_id=1, platform="memory", workspace="northshire", channel="C9",
            purpose="room", room="staff",
        )  # fmt: skip
        db.add(lent)
    await asked(room)
    await answers(room, BEN, "Robots in 8b")
    await room.leaves(CLEO)
    ways: tuple[Typed | Pressed | Sent, ...] = (
        Typed("reflect"), Typed("reflect", "write Mine"), Pressed("question:0:list:1:0"),
        *(Pressed(f"question:1:{last}") for last in ("answer", "read")),
        Sent("question:1:answer", {"text": ("Mine",)}),
        Sent("reflect:0:write:1", {"text": ("Mine",)}),
    )  # fmt: skip
    for said in ways:
        answer = shown(ask(room, CLEO, said, "C9"))
        assert WHAT not in answer
        assert "Robots in 8b" not in answer
        assert "Your journal" not in answer
    assert "1 person has answered." in shown(ask(room, ANA, Pressed("question:1:read"), "C1"))
