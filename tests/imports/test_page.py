"""A file comes by a coordinator's own page, without scripts."""

import re
from datetime import timedelta
from io import StringIO

import pytest
from sqlmodel import select

from bot.core import links
from bot.core.people import number
from bot.store.tables import Import, Member, Membership
from tests.imports import files
from tests.imports.desks import everything
from tests.imports.ugly import titled
from tests.pages.desk import Browser
from tests.plugins.room import ANA, BEN, RoomOfPeople

LIST = files.xlsx(titled)


class Upload(Browser):
    """Somebody with a file."""

    async def gives(self, data: bytes, name: str = "people.xlsx", **more: str) -> str:
        """Choose the file and send the form of the page."""
        once = re.search(r'name="once" value="(\w+)"', self.html)
        given = {"once": once[1] if once else "", **more}
        self.page = await self.web.post(self.path, data=given, files={"list": (name, data)})
        return self.words


def link(room: RoomOfPeople, name: str = ANA, **lasts: float) -> str:
    with room.store.write() as db:
        who = db.first(select(Member).where(Member.name == name))
        assert who
        until = room.clock.now() + timedelta(**lasts or {"hours": 1})
        return links.make(db, 1, number(who.id), "import:1", room.clock.now(), until)


@pytest.fixture
async def page(room: RoomOfPeople) -> Upload:
    browser = Upload(room, link(room))
    await browser.opens()
    return browser


@pytest.mark.must_hold("B1", 2)
async def test_a_file_is_looked_at_taken_in_and_taken_back(
    room: RoomOfPeople, page: Upload
) -> None:
    assert "The file with your list" in page.words
    before = everything(room.store, but=("import", "inbox"))
    shown = await page.gives(LIST)
    assert "2 people are new. 2 rows are not taken." in shown
    assert "Row 9: This is a total, and no person." in shown
    assert everything(room.store, but=("import", "inbox")) == before
    assert "School (Hill School, Dale School, 2): school" in await page.presses("Columns")
    await page.presses("Back")
    assert "Taken in: 2 people new." in await page.presses("Take in 2 people")
    assert "That is taken back." in await page.presses("Undo")
    assert everything(room.store, but=("import", "inbox")) == before


async def test_it_is_read_byte_by_byte(page: Upload) -> None:
    shown = await page.gives("Nom;Prénom\r\nÇelik;Hélène\r\n".encode("mac_roman"), "liste.csv")
    assert "For instance: Hélène Çelik" in shown


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "This file is empty."),
        (b"\x89PNG" + bytes(99), "This is a picture or a PDF."),
        (b"Name\n" + b"Kim Lee\n" * 700_000, "This file is over 5 MB."),
        (b"x" * 6_000_000, "This file is over 5 MB."),
        (files.ole({"EncryptedPackage": b"x" * 5000}), "This file has a password."),
    ],
)
async def test_what_is_no_list_is_told_at_its_field(page: Upload, data: bytes, told: str) -> None:
    shown = await page.gives(data)
    assert told in shown
    assert "The file with your list" in shown
    assert 'aria-invalid="true"' in page.html


async def test_a_list_without_heads_is_told_its_columns(page: Upload) -> None:
    shown = await page.gives(b"Kim Lee;Hill School\nSam Fox;Dale School\n", "people.csv")
    assert "I find no column of names." in shown
    await page.presses("Columns")
    await page.sends(action="import:1:column:1.0")
    await page.fills(field="name")
    assert "2 people are new." in await page.presses("Back")


async def test_of_a_text_without_heads_no_sheet_and_no_row_is_told(page: Upload) -> None:
    shown = await page.gives(b"Kim Lee;Hill School\nSam Fox;Dale School\n", "people.csv")
    assert "not taken" not in shown
    assert "Sheet" not in shown


async def test_of_heads_alone_it_says_so(page: Upload) -> None:
    shown = await page.gives(b"Name;School\n", "people.csv")
    assert "There are heads in it, and nobody below them." in shown
    assert "was there already" not in shown


async def test_what_is_not_taken_stands_apart_from_what_is(page: Upload) -> None:
    shown = await page.gives(b"Name;School;Since\nKim Lee;Hill;often\nTotal;;\nSam Fox;Hill;2012\n")
    assert "2 people are new. 1 row is not taken." in shown
    assert shown[shown.index("Not taken:") :].splitlines()[:4] == [
        "Not taken:",
        "Row 3: This is a total, and no person.",
        "Taken, but please look:",
        "Row 2: often is no year. Please write it like 2015.",
    ]


async def test_an_open_question_says_whom_it_is_about(page: Upload) -> None:
    await page.gives(b"Name;School\nKim Lee;Hill\n")
    await page.presses("Take in 1 person")
    await page.opens()
    shown = await page.gives(b"Name;School\nKim Lee;Dale\nSam Fox;Hill\n")
    assert "Same name, but another school or none: Kim Lee" in shown
    assert 'class="primary"' not in page.html.split("Take in 1 person")[0].rsplit("<button", 1)[1]
    await page.presses("The same people")
    assert 'class="primary"' in page.html.split("Take in 1 person")[0].rsplit("<button", 1)[1]


async def test_the_page_says_until_when_and_has_two_ways_in(page: Upload) -> None:
    assert "It works until Monday 23 November 2026, 11:00 (London)" in page.words
    assert "Or paste it instead" in page.words
    assert "csv or tsv" in page.words


async def test_sent_twice_it_waits_once(room: RoomOfPeople, page: Upload) -> None:
    first = page.page
    await page.gives(LIST)
    page.page = first
    await page.gives(LIST)
    with room.store.read() as db:
        assert len(db.all(select(Import))) == 1


@pytest.mark.must_hold("B1", 4)
async def test_a_link_is_for_its_purpose_its_time_and_a_coordinator(room: RoomOfPeople) -> None:
    await room.says(BEN, "/network join")
    for secret, told in (
        (link(room, BEN), "Only a coordinator of this network can do that."),
        (link(room, ANA, hours=-1), "This link does not work any more."),
    ):
        browser = Upload(room, secret)
        assert told in await browser.opens()
        assert "The file with your list" not in browser.words
        before = everything(room.store, but=("inbox",))
        assert told in await browser.gives(LIST)
        assert everything(room.store, but=("inbox",)) == before
    browser = Upload(room, link(room))
    await browser.opens()
    for action in (
        "network:1:leave", "network:1:deputy", "import:2:page", "meeting:0:plan",
        "privacy:0:export", "privacy:0:erase-now",
    ):  # fmt: skip
        assert "There is nothing at this address." in await browser.sends(action=action)


@pytest.mark.must_hold("B1", 4)
async def test_who_is_no_coordinator_any_more_takes_nothing_in(
    room: RoomOfPeople, page: Upload
) -> None:
    await room.has_deputy(BEN)
    await page.gives(LIST)
    with room.store.write() as db:
        row = db.first(select(Membership).where(Membership.member_id == 1))
        assert row
        row.role = "member"
    assert "Only a coordinator" in await page.presses("Take in 2 people")


async def test_crawlers_and_previews_change_nothing(room: RoomOfPeople) -> None:
    browser = Upload(room, link(room))
    before = everything(room.store, but=("inbox",))
    for agent in ("Slackbot-LinkExpanding 1.0", "Discordbot/2.0", "Googlebot/2.1", "WhatsApp/2.2"):
        await browser.opens(**{"user-agent": agent})
    assert everything(room.store, but=("inbox",)) == before


@pytest.mark.must_hold("B1", 4)
async def test_nothing_of_a_list_is_in_the_log(page: Upload, logged: StringIO) -> None:
    await page.gives(LIST)
    await page.presses("Take in 2 people")
    await page.gives(LIST[:3000])
    assert not any(word in logged.getvalue() for word in ("Kim", "Lee", "Hill"))


async def test_the_link_is_given_to_a_coordinator_who_asks(room: RoomOfPeople) -> None:
    shown = await room.says(ANA, "/network import")
    assert "Choose a file" in shown
    assert "for an hour" in shown
