"""All that is held on a person is theirs to take or to erase."""

import io
import json
import zipfile
from dataclasses import replace

from sqlmodel import select

from bot.commands.calls import Sent
from bot.store.register import REGISTER, entry_of
from bot.store.register.kinds import KINDS
from bot.store.tables import JournalEntry, Member, Row, Rsvp
from bot.views.kinds_of_data import HEADS, SAID
from tests.commands.test_rights import ask
from tests.pages.desk import Browser, link
from tests.plugins.room import ANA, BEN, CLEO, START, RoomOfPeople
from tests.profiles.test_card import topics
from tests.profiles.test_schools import works_at


async def test_the_export_holds_every_row_about_the_person(room: RoomOfPeople) -> None:
    await room.plan()
    await room.presses(BEN, "Yes")
    await room.says(BEN, "/privacy export")
    who, file = room.world.files[-1]
    archive = zipfile.ZipFile(io.BytesIO(file.content))
    held = json.loads(archive.read("my-data.json"))

    assert (who, file.name) == (BEN, "my-data.zip")
    assert held["member"][0]["name"] == "Ben"
    assert held["rsvp"][0]["answer"] == "yes"
    assert held["identity"][0]["user"] == "U2"
    assert held["membership"][0]["role"] == "member"
    assert b"yes" in archive.read("rsvp.csv")


async def test_who_takes_a_copy_along_has_the_other_buttons_still(room: RoomOfPeople) -> None:
    await room.says(BEN, "/privacy")
    told = await room.presses(BEN, "Give me a copy")

    assert told.startswith("# What I keep about you\nHere is all that I hold on you.")
    assert "[Give me a copy] [Leave me in peace] [Erase everything]\n[More]" in told
    assert room.world.files[-1][1].name == "my-data.zip"


async def test_the_copy_says_in_words_what_keys_mean(room: RoomOfPeople) -> None:
    await room.plan()
    await room.presses(BEN, "Yes")
    await works_at(room, BEN, "Hilltop School")
    await topics(room, BEN, wish="knitting with wool, physics")
    await room.presses(BEN, "Keep it as it is")
    await room.says(BEN, "/privacy export")
    archive = zipfile.ZipFile(io.BytesIO(room.world.files[-1][1].content))
    held = json.loads(archive.read("my-data.json"))

    named = {(row["topic"], row["topic (in words)"]) for row in held["interest"]}
    assert named == {("own-1", "knitting with wool"), ("physics", "Physics")}
    assert held["affiliation"][0]["institution_id (in words)"] == "Hilltop School"
    assert held["rsvp"][0]["network_id (in words)"] == "Northshire STEM teachers"
    assert held["rsvp"][0]["meeting_id (in words)"] == "Robotics twilight"
    assert '"knitting with wool"' in archive.read("interest.csv").decode("utf-8-sig")
    page = archive.read("my-data.html").decode()
    assert "knitting with wool <small>own-1</small>" in page
    assert "Hilltop School <small>1</small>" in page
    assert "What would you like to learn? <small>wish</small>" in page


async def test_erasing_leaves_no_trace(room: RoomOfPeople) -> None:
    await room.has_deputy(BEN)
    await room.plan()
    await room.presses(BEN, "Yes")
    await room.says(BEN, "/privacy erase")
    told = await room.presses(BEN, "Yes, erase everything")
    await room.passes(days=2)
    await room.roll.run()

    assert told == "It is done. What I held about you is gone here, and from backups after 35 days."
    assert "Ben" not in room.posts()[-1]
    with room.store.read() as db:
        everything = [
            str(row)
            for table in Row.metadata.sorted_tables
            for row in db.connection().execute(table.select()).all()
        ]
    assert not [row for row in everything if "'Ben'" in row or "'U2'" in row]
    assert "This tells 2 people" in await room.says(ANA, "/network set-up")


async def test_who_comes_back_by_themselves_is_known_again(room: RoomOfPeople) -> None:
    await room.plan()
    await room.says(BEN, "/privacy erase")
    await room.presses(BEN, "Yes, erase everything")
    await room.presses(BEN, "Yes")
    await room.passes(seconds=3)

    assert "Coming: Ben" in room.posts()[-1]


async def test_the_last_coordinator_is_warned(room: RoomOfPeople) -> None:
    told = await room.says(ANA, "/privacy erase")
    assert "You are the only coordinator" in told
    assert "[Name a deputy]" in told
    assert "Who may plan as well?" in await room.presses(ANA, "Name a deputy")


async def test_who_is_not_known_holds_nothing(bare_room: RoomOfPeople) -> None:
    assert await bare_room.says(CLEO, "/privacy export") == "I hold nothing about you."
    assert await bare_room.says(CLEO, "/privacy erase") == "I hold nothing about you."
    assert (await bare_room.says(CLEO, "/privacy")).splitlines()[0] == "# What I keep about you"


def test_every_table_about_people_belongs_to_one_kind_that_has_words() -> None:
    copied = [entry for entry in REGISTER if entry.mine is not None and entry.copied]
    of_people = sorted(entry.table.__name__ for entry in copied)

    assert sorted(table.__name__ for tables in KINDS.values() for table in tables) == of_people
    assert list(KINDS) == list(HEADS) == list(SAID)


async def test_it_says_how_much_there_is_and_what_for(room: RoomOfPeople) -> None:
    await room.plan()
    await room.presses(BEN, "Yes")
    told = await room.says(BEN, "/privacy")

    assert "1 answer to a meeting. So that all know who is coming" in told
    assert "Answers 13 months, who was there 24 months after the meeting" in told
    assert "[Give me a copy] [Leave me in peace] [Erase everything]" in told
    assert "What went by itself" not in told
    assert "[What went by itself]" in await room.says(ANA, "/privacy")


async def test_more_shows_every_column(room: RoomOfPeople) -> None:
    await room.plan()
    await room.presses(BEN, "Yes")
    await room.says(BEN, "/privacy")
    shown = [await room.presses(BEN, "More")]
    while "[The next table]" in shown[-1]:
        shown.append(await room.presses(BEN, "The next table"))

    told = "\n".join(shown)
    assert [name for name in entry_of(Rsvp).columns if f"{name}: " not in told] == []
    assert "rsvp (1)" in told
    assert "…" not in told
    assert "reflection (" not in told


async def test_the_page_is_in_ones_language_and_runs_nothing(room: RoomOfPeople) -> None:
    await room.plan()
    room.world.language = "de"
    await room.says(BEN, "/rsvp")
    await room.presses(BEN, "Ja")
    with room.store.write() as db:
        (ben,) = [row for row in db.all(select(Member)) if row.name == "Ben"]
        said = "<script>alert('=1+1')</script>"
        db.add(JournalEntry(network_id=1, member_id=ben.id or 0, text=said, written_at=START))
    await room.says(BEN, "/privacy export")
    archive = zipfile.ZipFile(io.BytesIO(room.world.files[-1][1].content))
    page = archive.read("my-data.html").decode()

    assert '<html lang="de">' in page
    assert "&lt;script&gt;alert(" in page
    assert "<script" not in page
    assert "http" not in page.replace("http-equiv", "")
    assert "1 Antwort auf ein Treffen" in page


async def test_who_comes_by_a_link_takes_all_along_and_is_erased(room: RoomOfPeople) -> None:
    await room.plan()
    browser = Browser(room, link(room, "Kim"))
    await browser.opens()
    await browser.presses("Yes")
    await browser.opens()
    await browser.takes()
    await browser.opens()
    await browser.presses("What do you keep about me?")
    await browser.presses("Give me a copy")
    held = zipfile.ZipFile(io.BytesIO(browser.page.content))
    assert json.loads(held.read("my-data.json"))["member"][0]["name"] == "Kim"
    assert "attachment" in browser.page.headers["content-disposition"]

    await browser.opens()
    await browser.presses("What do you keep about me?")
    await browser.presses("Erase everything")
    assert "It is done." in await browser.presses("Yes, erase everything")
    assert "does not work any more" in await browser.opens()


async def test_a_link_is_no_account(room: RoomOfPeople) -> None:
    before = await room.says(ANA, "/privacy")
    await room.says(ANA, "/network import")

    assert "2 accounts" not in before + await room.says(ANA, "/privacy")


async def test_what_is_half_filled_is_told_as_that_and_of_nothing_there_is_no_nought(
    room: RoomOfPeople,
) -> None:
    room.stage.abilities = replace(room.stage.abilities, field_errors=False)
    await room.says(BEN, "/reflect write Bridges went well")
    await room.fills(BEN)
    ask(room, ANA, Sent("meeting:0:plan", {"title": ("Half typed",)}), "C1")
    of_ben, of_ana = await room.says(BEN, "/privacy"), await room.says(ANA, "/privacy")

    assert "\n1 entry in your journal. For yourself alone." in of_ben
    assert "\n1 half-filled form or list (for 7 days at most). For yourself alone." in of_ana
    assert "\n0 " not in of_ben + of_ana
