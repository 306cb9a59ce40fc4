"""The page of what a network knows: all of it is there, whole, and nobody else reads it."""

from bot.commands.calls import Pressed, Reply, Typed
from bot.core import hand_over
from bot.store import people
from bot.store.tables import Network
from bot.views import hand_over as views
from bot.views.words import words
from tests.commands.test_rights import ask, shown
from tests.pages.desk import Browser, link
from tests.plugins.room import ANA, BEN, CLEO, DEV, RoomOfPeople


async def lived(room: RoomOfPeople) -> None:
    """Something of everything has happened."""
    await room.plan("Robotics <b>twilight</b>")
    await room.says(BEN, "/agenda propose Sharing robots")
    await room.fills(BEN, {"What do people do?": "hands-on", "Who leads it?": "I lead it"})
    await room.says(BEN, "/network away until 20 December")
    await room.fills(BEN)
    await room.says(ANA, "/reflect ask What is going well?")
    await room.fills(ANA)
    await room.passes(minutes=2)


async def test_it_tells_who_is_who_what_is_planned_and_what_goes_out(room: RoomOfPeople) -> None:
    await lived(room)
    page = await room.says(ANA, "/network hand-over")

    assert page.startswith("# What the network knows\nWho is who\nCoordinators and deputies: Ana")
    assert "Away: Ben (away until Sunday 20 December 2026)" in page
    assert "#northshire" in page
    assert "1 proposal for Robotics" in page
    read = ""
    while "[Go on]" in page:
        read += page
        page = await room.presses(ANA, "Go on")
    read += page
    assert "What is going well?" in read
    assert "The agenda" in read
    assert "Clocks: London" in read


async def test_guests_are_told_apart_and_each_title_stands_once(room: RoomOfPeople) -> None:
    room.world.outsiders.add(CLEO)
    for number in range(3):
        await room.plan(f"Robotics {number}")
    await room.presses(CLEO, "Yes")
    with room.store.write() as db:
        cleo = next(one for one in people.still_here(db, 1) if people.name(db, one) == CLEO)
        row = people.membership(db, 1, cleo)
        assert row
        row.role = "guest"
    page = await room.says(ANA, "/network hand-over")

    assert "2 people are on the list. 1 more comes as a guest." in page
    while True:
        lines = page.splitlines()
        assert lines.count("What goes out by itself in the next weeks") <= 1
        if "[Go on]" not in page:
            break
        page = await room.presses(ANA, "Go on")


async def test_the_file_is_one_page_in_which_nothing_runs(room: RoomOfPeople) -> None:
    await lived(room)
    answer = ask(room, ANA, Pressed("network:1:hand-over-file"), "C1")

    assert isinstance(answer, Reply)
    assert answer.file
    text = answer.file.content.decode()
    assert answer.file.name == "hand-over.html"
    assert text.startswith("<!doctype html>")
    assert "Robotics &lt;b&gt;twilight&lt;/b&gt;" in text
    assert "<script" not in text
    assert "http" not in text


async def test_a_long_list_goes_on_on_further_pages(room: RoomOfPeople) -> None:
    with room.store.write() as db:
        network = db.get(Network, 1)
        assert network
        known = hand_over.known(db, network, room.clock.now())
    lines = [words("en").text("**{n}** {long}", n=n, long="x" * 400) for n in range(60)]
    found = views.pages([views.Section("Title", lines)])

    assert sum(len(part.lines) for page in found for part in page) == 60
    for at in range(len(views.pages(views.sections(words("en"), known)))):
        assert views.page(words("en"), known, at, decides=True).blocks
    assert views.page(words("en"), known, 999, decides=True).blocks


async def test_a_member_and_another_network_do_not_read_it(room: RoomOfPeople) -> None:
    await lived(room)
    for said in (Typed("network", "hand-over"), Pressed("network:1:hand-over-file")):
        assert "Only a coordinator" in shown(ask(room, BEN, said, "C1"))
        assert "Robotics" not in shown(ask(room, DEV, said, "C2"))


async def test_who_was_only_given_a_page_is_no_guest_yet(room: RoomOfPeople) -> None:
    await room.plan()
    kim = Browser(room, link(room))
    before = await room.says(ANA, "/network hand-over")
    await kim.opens()
    await kim.presses("Yes")

    assert "as a guest" not in before
    assert "1 more comes as a guest." in await room.says(ANA, "/network hand-over")
