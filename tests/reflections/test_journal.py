"""A journal that its writer alone reads, unless they share something of it on purpose."""

import io
import json
import zipfile

import pytest

from bot.adapters.story import Loses
from bot.chat import Person, Place
from bot.commands.calls import Call, Pressed, Sent, Typed
from bot.commands.table import ACTIONS
from bot.store.tables import Row
from tests.commands.forms import FORMS
from tests.commands.test_rights import ask, shown
from tests.plugins.room import ANA, BEN, CLEO, DEV, RoomOfPeople

THOUGHT = "My head of department does not like robots"
FIELD = "What do you want to remember?"


async def writes(room: RoomOfPeople, who: str = BEN, text: str = THOUGHT) -> str:
    await room.says(who, f"/reflect write {text}")
    return await room.fills(who)


async def shares(room: RoomOfPeople) -> None:
    await writes(room)
    await room.presses(BEN, "Share it")
    await room.presses(BEN, "Share it")


async def test_what_is_written_down_is_seen_by_its_writer_alone(room: RoomOfPeople) -> None:
    assert (
        await room.says(BEN, f"/reflect write {THOUGHT}")
        == f"""\
# Your journal
{FIELD}: {THOUGHT}
(Only you see it.)
[Keep]"""
    )
    assert (
        await room.fills(BEN)
        == f"""\
# Your journal
Monday 23 November 2026
{THOUGHT}
Only you see it.
[Change] [Share it] [Delete]"""
    )
    assert (
        await room.says(BEN, "/reflect")
        == f"""\
There is nothing to look back on just now.
Your journal. Only you see it.
Monday 23 November 2026: {THOUGHT}
[Read]
[Write something down]"""
    )
    assert THOUGHT in await room.presses(BEN, "Read")
    await room.presses(BEN, "Change")
    assert "robots are fine" in await room.fills(BEN, {FIELD: "Now robots are fine"})
    assert THOUGHT not in await room.says(BEN, "/reflect")


async def test_all_of_it_is_read_page_by_page(room: RoomOfPeople) -> None:
    for number in range(8):
        await writes(room, text=f"Thought {number}")
    assert "Thought 4" not in await room.says(BEN, "/reflect")
    first = await room.presses(BEN, "Earlier ones")
    assert "Thought 7" in first
    assert "Thought 1" not in first
    assert "Thought 0" in await room.presses(BEN, "Earlier ones")


async def test_it_is_shared_on_purpose_and_after_the_hold(room: RoomOfPeople) -> None:
    await writes(room)
    assert (
        await room.presses(BEN, "Share it")
        == f"""\
{THOUGHT}
Sharing posts it, with your name.
This tells 3 people in #northshire.
[Share it] [Keep it for myself]"""
    )
    assert "Only you see it." in await room.presses(BEN, "Keep it for myself")
    await room.presses(BEN, "Share it")
    assert (
        await room.presses(BEN, "Share it")
        == """\
I will post it in 30 seconds, with your name.
This tells 3 people in #northshire.
[Send now] [Undo]"""
    )
    assert THOUGHT not in "".join(room.posts())
    await room.passes(seconds=31)
    assert room.posts()[-1] == f"Ben shares this with you:\n{THOUGHT}"


async def test_undone_nothing_is_posted(room: RoomOfPeople) -> None:
    await shares(room)
    told = await room.presses(BEN, "Undo")
    assert "Undone. Nothing was posted." in told
    assert "Only you see it." in told
    await room.passes(days=1)
    assert THOUGHT not in "".join(room.posts())
    # It can be shared all the same, later.
    await room.presses(BEN, "Share it")
    await room.presses(BEN, "Share it")
    await room.presses(BEN, "Send now")
    await room.passes(seconds=1)
    assert THOUGHT in room.posts()[-1]


async def test_what_is_changed_later_is_for_oneself_again(room: RoomOfPeople) -> None:
    await shares(room)
    await room.says(BEN, "/reflect")
    await room.presses(BEN, "Read")
    await room.presses(BEN, "Change")
    told = await room.fills(BEN, {FIELD: "And she wears odd socks"})
    assert "You have shared it. The post stays as it was when you shared it." in told
    await room.passes(minutes=5)
    assert THOUGHT in room.posts()[-1]
    assert not [one for one in room.seen if one.kind in ("post", "edit") and "socks" in one.text]


async def test_what_was_shared_can_be_taken_back(room: RoomOfPeople) -> None:
    await shares(room)
    await room.passes(seconds=31)
    await room.says(BEN, "/reflect")
    await room.presses(BEN, "Read")
    assert "The post says so" in await room.presses(BEN, "Take it back")
    await room.passes(seconds=5)
    assert room.posts()[-1] == "What stood here was taken back."


async def test_what_is_deleted_can_be_put_back_by_its_writer(room: RoomOfPeople) -> None:
    await shares(room)
    await room.passes(seconds=31)
    await room.says(BEN, "/reflect")
    await room.presses(BEN, "Read")
    assert "It is deleted." in await room.presses(BEN, "Delete")
    await room.passes(seconds=5)
    assert room.posts()[-1] == "What stood here was taken back."
    assert THOUGHT not in await room.says(BEN, "/reflect")
    assert THOUGHT in await room.presses(BEN, "Put it back")
    await room.fills(BEN)
    assert THOUGHT in await room.says(BEN, "/reflect")
    assert "out of date" in shown(ask(room, ANA, Pressed("draft:1:fix"), "C1"))


async def test_empty_and_too_long_are_told_and_kept(room: RoomOfPeople) -> None:
    await room.says(BEN, "/reflect write")
    assert await room.fills(BEN) == f"{FIELD}: Please write something."
    told = await room.fills(BEN, {FIELD: "x" * 2_001})
    assert told == f"{FIELD}: That is 2001 characters; there is room for 2000."
    told = await room.says(BEN, "/reflect write " + "robots " * 300)
    assert told.startswith("That is 2099 characters; there is room for 2000.")
    assert told.count("robots") == 300


async def test_outside_a_network_it_is_kindly_refused(room: RoomOfPeople) -> None:
    await room.leaves(CLEO)
    for said in (Typed("reflect", f"write {THOUGHT}"), Typed("reflect")):
        told = shown(ask(room, CLEO, said, "C9"))
        assert told.startswith("You are not in a network here yet.")


async def test_it_is_exported_and_erased_with_what_was_shared(room: RoomOfPeople) -> None:
    await shares(room)
    await room.passes(seconds=31)
    await writes(room, text="And nobody knows")
    await room.says(BEN, "/privacy export")
    _, file = room.world.files[-1]
    held = json.loads(zipfile.ZipFile(io.BytesIO(file.content)).read("my-data.json"))
    assert [row["text"] for row in held["journalentry"]] == [THOUGHT, "And nobody knows"]
    await room.says(BEN, "/privacy erase")
    await room.presses(BEN, "Yes, erase everything")
    await room.passes(seconds=5)
    assert room.posts()[-1] == "What stood here was taken back."
    with room.store.read() as db:
        everything = "".join(
            str(db.connection().execute(table.select()).all())
            for table in Row.metadata.sorted_tables
        )
    assert THOUGHT not in everything
    assert "nobody knows" not in everything


def suggested(room: RoomOfPeople, who: str, typed: Typed) -> str:
    """What a half typed command can go on with."""
    actor = room.world.actor(who)
    call = Call(
        id="suggested",
        order=1,
        who=Person("memory", "northshire", actor.user),
        profile=room.world.profile(actor),
        place=Place("memory", "northshire", "C1"),
        said=typed,
        abilities=room.stage.abilities,
    )
    return str(room.house.suggest(call))


@pytest.mark.must_hold("A5", 4)
async def test_no_coordinator_and_nobody_else_reads_it(
    room: RoomOfPeople, logged: io.StringIO
) -> None:
    """By every button and every form that there is, with any number in it."""
    await writes(room)
    await writes(room, text="And nobody knows")
    ways: list[Typed | Pressed | Sent] = [
        Typed(noun, text)
        for noun in ("reflect", "network", "meeting", "notes", "privacy")
        for text in ("", "write", "results", "export", "head", "help")
    ]
    for action in ACTIONS:
        noun, _, last = action.name.partition(".")
        for subject, more in ((1, ""), (2, ""), (0, ":1"), (0, ":1:0"), (0, ":1:1")):
            pressed = f"{noun}:{subject}:{last}{more}"
            ways += [Pressed(pressed), *([Sent(pressed, FORMS[action.name])]
                     if noun == "journal" and action.name in FORMS else [])]  # fmt: skip
    for who, channel in ((ANA, "C1"), (CLEO, "C1"), (DEV, "C2")):
        for said in ways:
            answer = shown(ask(room, who, said, channel))
            assert "head of department" not in answer, f"{who}: {said}"
            assert "nobody knows" not in answer, f"{who}: {said}"
        for typed in ("", "My head", "w"):
            assert "head of department" not in suggested(room, who, Typed("reflect", typed))
    await room.passes(days=9)
    everybody = [one.text for one in room.seen if one.who != BEN]
    assert not [text for text in everybody if "head of department" in text]
    assert "head of department" not in logged.getvalue()
    told = shown(ask(room, BEN, Typed("reflect"), "C1"))
    assert "head of department" in told


async def test_of_a_post_that_may_not_have_arrived_it_says_so(room: RoomOfPeople) -> None:
    await shares(room)
    room.forgets()
    room.world.happens(Loses())
    await room.passes(seconds=40)
    await room.says(BEN, "/reflect")
    await room.presses(BEN, "Read")
    assert "It may have been posted just now" in await room.presses(BEN, "Take it back")
