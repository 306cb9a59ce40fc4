"""A label for the box and a note to sign: all that is needed is on them, as it was typed."""

import re
import sys
import time
from collections.abc import Callable
from typing import get_args

import pytest

from bot.commands.calls import File, Pressed, Reply
from bot.core import parcels
from bot.i18n import LANGUAGES
from bot.pages import papers
from bot.store.tables import Network
from bot.views import parcels as views
from bot.views.words import words
from tests.commands.test_rights import ask as call
from tests.commands.test_rights import shown
from tests.gallery import of_parcels
from tests.gallery.register import network
from tests.gallery.texts import ORDINARY
from tests.plugins.room import ANA, BEN, CLEO, DEV, RoomOfPeople
from tests.profiles.test_schools import works_at
from tests.requests.conftest import add, ask, queue

pytestmark = pytest.mark.must_hold("D1", 7)
EACH = ("request:1:label", "request:1:note", "kit:0:labels:1", "kit:0:notes:1")


def file(room: RoomOfPeople, action: str) -> File:
    """What Ana gets when she presses this."""
    answer = call(room, ANA, Pressed(action), "C1")
    assert isinstance(answer, Reply)
    assert answer.file
    return answer.file


def papers_of(room: RoomOfPeople, kind: views.Kind) -> list[dict[str, object]]:
    """What stands on the papers of all that is set aside."""
    with room.store.read() as db:
        network = db.get(Network, 1)
        assert network
        found = parcels.ready(db, network, room.clock.now())
        return views.given(words("en"), network, kind, found)[kind]  # type: ignore[return-value]


async def two_set_aside(room: RoomOfPeople) -> None:
    """For Ben two robot arms, for Cleo a pack of litmus paper, which need not come back."""
    await works_at(room, BEN, "Hilltop School")
    await add(room, "Litmus paper", 9, **{"What is it?": "Sample pack"})
    await ask(room, BEN, count=2)
    await ask(room, CLEO, "Litmus paper")
    await queue(room, "Yes, they get it", "Yes, they get it")


async def test_a_label_says_what_it_is_and_where_it_goes_back_to(lent: RoomOfPeople) -> None:
    await two_set_aside(lent)
    arms, litmus = papers_of(lent, "labels")

    assert arms == {
        "network": "Northshire STEM teachers", "number": "No. 1", "what": "2 × Robot arm",
        "lines": [("Goes to", "Ben, Hilltop School"), ("Back to", "Library"),
                  ("Back by", "Monday 21 December 2026")],
    }  # fmt: skip
    assert litmus["lines"] == [("Goes to", "Cleo")]


async def test_a_note_says_who_gets_what_from_where_and_is_signed(lent: RoomOfPeople) -> None:
    await two_set_aside(lent)
    arms, litmus = papers_of(lent, "notes")

    assert arms["lines"] == [
        ("Goes to", "Ben"), ("School", "Hilltop School"), ("What it is", "Robot arm"),
        ("How many", "2"), ("Comes from", "Library"), ("Back to", "Library"),
        ("Back by", "Monday 21 December 2026"), ("Questions to", "Ana"),
    ]  # fmt: skip
    assert arms["signs"] == ["Received: day and signature", "Back again: day and signature"]
    assert litmus["more"] == ["It need not come back."]
    assert litmus["signs"] == ["Received: day and signature"]


async def test_they_come_as_a_file_for_one_and_for_all(lent: RoomOfPeople) -> None:
    await two_set_aside(lent)
    seen = await queue(lent, "To print")
    assert "2 things are set aside to be sent or fetched." in seen
    assert "Here they are, eight on a sheet of A4." in await lent.presses(ANA, "Labels")
    await queue(lent, "Show")
    assert "hand it on with the box" in await lent.presses(ANA, "Delivery note")

    assert [file(lent, one).name for one in EACH] == [
        "labels-1.pdf", "delivery-notes-1.pdf", "labels.pdf", "delivery-notes.pdf",
    ]  # fmt: skip
    assert all(file(lent, one).content.startswith(b"%PDF-") for one in EACH)


async def test_where_no_pdf_can_be_made_the_text_comes(
    lent: RoomOfPeople, monkeypatch: pytest.MonkeyPatch
) -> None:
    await two_set_aside(lent)
    monkeypatch.setitem(sys.modules, "typst", None)
    answer = call(lent, ANA, Pressed("request:1:note"), "C1")

    assert "I cannot make a PDF here yet" in shown(answer)
    text = file(lent, "kit:0:notes:1").content.decode()
    assert "Robot arm" in text
    assert "Received: day and signature: ______________" in text
    assert file(lent, "kit:0:labels:1").name == "labels.txt"


async def test_nobody_else_gets_them(lent: RoomOfPeople) -> None:
    await two_set_aside(lent)
    for action in (*EACH, "kit:0:print:1"):
        for who, room in ((BEN, "C1"), (CLEO, "C1"), (DEV, "C2")):
            answer = call(lent, who, Pressed(action), room)
            assert isinstance(answer, Reply)
            assert answer.file is None
            assert "Robot arm" not in shown(answer)


async def test_without_a_box_there_is_nothing_to_print(lent: RoomOfPeople) -> None:
    await ask(lent, BEN)
    for action in EACH:
        answer = call(lent, ANA, Pressed(action), "C1")
        assert "Nothing is set aside, so there is nothing to print." in shown(answer)
    assert "[To print]" not in await queue(lent)


async def test_a_long_name_stands_there_whole(lent: RoomOfPeople) -> None:
    await add(lent, name := "*_[Lämmönsäätölaitteen opetusvälinekokonaisuus (2)]_* ä")
    await ask(lent, BEN, name)
    await queue(lent, "Yes, they get it")
    assert papers_of(lent, "labels")[0]["what"] == name


SECONDS = 3.0
"""A third of it is promised; the machine may be busy with other tests."""
HOSTILE = '#panic("x") $ \\ *b* [ ] `r` <b> // /* @ref "' + "W" * 200 + "\u202eabc 日本 😀"


@pytest.mark.parametrize("kind", ["labels", "notes"])
def test_whatever_was_typed_is_text_and_stays_on_its_page(kind: views.Kind) -> None:
    def one(text: str) -> dict[str, object]:
        return {"network": text, "number": text[:12], "what": text, "title": "x",
                "lines": [(text[:20], text)] * 3, "more": [text], "signs": ["x", "y"]}  # fmt: skip

    def made(text: str, n: int) -> dict[str, object]:
        return {"title": text, "language": "en", kind: [one(text)] * n}

    pages = papers.pictures(kind, made(HOSTILE, 9))
    assert len(pages) == (2 if kind == "labels" else 9)
    # The same text is the same picture, and another is another: it is not left out.
    assert papers.pictures(kind, made(HOSTILE, 1)) == papers.pictures(kind, made(HOSTILE, 1))
    assert papers.pictures(kind, made("#x", 1)) != papers.pictures(kind, made("", 1))
    for wild in ("", "\ud800", "\x00\x07", "\u200b", "#"):
        assert papers.pdf(kind, made(wild, 1)).startswith(b"%PDF-")


@pytest.mark.parametrize("language", LANGUAGES)
def test_papers_for_a_hundred_boxes_in_every_language(
    language: str, figure: Callable[[str], None]
) -> None:
    t, x = words(language), ORDINARY
    boxes = [of_parcels.parcel(x)] * parcels.MOST
    pages = {"labels": -(-parcels.MOST // 8), "notes": parcels.MOST}
    for kind in get_args(views.Kind):
        given = views.given(t, network(x), kind, boxes)
        began = time.perf_counter()
        made = papers.pdf(kind, given)
        took = time.perf_counter() - began
        assert len(re.findall(rb"/Type/Page\b", made)) == pages[kind]
        assert f"/Lang({language})".encode() in made
        assert took < SECONDS
        figure(f"{kind} for {parcels.MOST} boxes in {language}: {took:.2f} s")
