"""Who can help with what: found by topic in five languages, by phase, by region, by name."""

import csv
import io
from datetime import UTC, datetime

import pytest

from bot.adapters.stage import Actor, Room
from bot.chat import Person, Place
from bot.commands.calls import Call, Pressed, Typed
from bot.commands.router import ROUTER
from bot.core import directory
from bot.i18n import LANGUAGES
from bot.store import people
from bot.store.db import Store
from bot.views.colleagues import heads, phase_words, phases_typed
from bot.views.words import words
from tests.commands.test_once import taken_back
from tests.commands.test_rights import ask, shown
from tests.people.ground import HELP, WORK, begin, numbers, school, show, tells
from tests.people.town import EACH_KIND, build
from tests.plugins.room import ANA, BEN, CLEO, DEV, KEYS, RoomOfPeople


def shows_all(room: RoomOfPeople) -> dict[str, int]:
    """Ben shows everything, Ana what she can help with, Cleo what she does."""
    who = begin(room)
    with room.store.write() as db:
        hill = school(db, "Hilltop Primary", "primary", "Hills")
        tells(db, who[CLEO], schools=(hill,), subject=("biology",), profile={})
        for name, parts in ((ANA, (HELP,)), (BEN, (WORK, HELP)), (CLEO, (WORK,))):
            show(db, who[name], *parts)
    return who


def names(told: str) -> list[str]:
    """Whose line stands in an answer."""
    return [name for name in (ANA, BEN, CLEO) if f"\n{name}: " in told]


async def met(room: RoomOfPeople) -> None:
    """Cleo has spoken once, and is known."""
    await room.says(CLEO, "/network join")


async def test_by_topic_in_any_language_by_phase_and_by_region(room: RoomOfPeople) -> None:
    await met(room)
    shows_all(room)
    for typed, found in {
        "": [ANA, BEN, CLEO],
        "robotics": [ANA, BEN],
        "Robotik": [ANA, BEN],
        "ohjelmointi": [BEN],
        "Physique": [BEN],
        "primary": [CLEO],
        "Grundschule": [CLEO],
        "hills": [CLEO],
        "robotics post-16 coast": [BEN],
        "cle": [CLEO],
        "hilltop": [CLEO],
        "Hilltop Primary": [CLEO],
    }.items():
        assert names(await room.says(CLEO, f"/network people {typed}")) == found, typed


async def test_a_word_like_a_topic_is_asked_back(room: RoomOfPeople) -> None:
    await met(room)
    shows_all(room)
    told = await room.says(CLEO, "/network people roboters club")
    assert told.splitlines()[0] == (
        "I do not know “roboters club” as a topic. Did you mean one of these?"
    )
    assert names(await room.presses(CLEO, "Robotics")) == [ANA, BEN]
    assert names(await room.presses(CLEO, "Show everybody")) == [ANA, BEN, CLEO]


async def test_nothing_found_says_what_to_do(room: RoomOfPeople) -> None:
    await met(room)
    shows_all(room)
    told = await room.says(CLEO, "/network people zzz")
    assert told.startswith(
        "I find nobody for “zzz”. Only what people have agreed to show is found."
    )
    assert told.splitlines()[1] == "[Look for somebody] [Show everybody]"
    # Assessment is what Ben would like; nobody has said that they can help with it.
    assert "I find nobody for “Assessment”" in await room.says(CLEO, "/network people assessment")


async def test_by_form(room: RoomOfPeople) -> None:
    await met(room)
    shows_all(room)
    await room.says(CLEO, "/network people")
    await room.presses(CLEO, "Look for somebody")
    told = await room.fills(CLEO, {"What do you need help with?": "robots", "Where?": "Coast"})
    assert told.splitlines()[1] == "1 person: Robotics · Coast"
    assert names(told) == [BEN]

    await room.presses(CLEO, "Look for somebody")
    told = await room.fills(CLEO, {"For which pupils?": "primary"})
    assert names(told) == [CLEO]


async def test_only_who_shares_help_can_be_written_to(room: RoomOfPeople) -> None:
    await met(room)
    who = shows_all(room)
    told = await room.says(ANA, "/network people")
    assert told.count("[Write]") == 1  # Ben; Ana is herself, Cleo shares what she does alone
    assert (await room.presses(ANA, "Write")).splitlines() == [
        "# Ben",
        "Can help with: Robotics and Programming",
        "Work: Secondary school teacher",
        "Where: Northshire College",
        "Phases: secondary and over 16",
        "Region: Coast",
        "Subjects: Physics",
        "Since: 2009",
        "Languages: English and German",
        "Press the name to write to @Ben.",
        "[Who can help?]",
    ]
    with room.store.write() as db:
        show(db, who[BEN], WORK)
    await room.says(ANA, "/network people")
    assert "[Write]" not in await room.says(ANA, "/network people")


async def test_many_come_on_pages(room: RoomOfPeople) -> None:
    crowd = [f"Person {number:02}" for number in range(17)]
    room.world.actors = (*room.world.actors, *(Actor(one, f"V{one[-2:]}") for one in crowd))
    room.world.rooms = [
        Room("northshire", "C1", (ANA, BEN, CLEO, *crowd)),
        Room("southshire", "C2", (DEV,)),
    ]
    for name in crowd:
        await room.says(name, "/network join")
    with room.store.write() as db:
        for name, number in numbers(db).items():
            if name in crowd:
                tells(db, number, strength=("chemistry",))
                show(db, number, HELP)
    told = await room.says(BEN, "/network people chemistry")
    assert told.splitlines()[1] == "17 people: Chemistry"
    seen = [line.partition(":")[0] for line in told.splitlines() if line.startswith("Person")]
    for _ in range(2):
        told = await room.presses(BEN, "More")
        seen += [line.partition(":")[0] for line in told.splitlines() if line.startswith("Person")]
    assert seen == crowd
    assert "[More]" not in told


async def test_a_coordinator_has_all_names_and_what_is_shared_as_a_file(
    room: RoomOfPeople,
) -> None:
    await met(room)
    who = shows_all(room)
    with room.store.write() as db:
        show(db, who[ANA])
        row = people.membership(db, 1, who[ANA])
        assert row is not None
        row.joined_at = datetime(2026, 6, 30, 23, 30, tzinfo=UTC)  # in London it is July
    told = await room.says(ANA, "/network people")
    assert names(told) == [BEN, CLEO]
    assert "3 people are in the network. Of profiles you see what is shared." in told
    await room.presses(ANA, "All names")
    told = await room.presses(ANA, "As a file (csv)")
    assert "Here is everybody in the network" in told
    who_has, file = room.world.files[-1]
    rows = list(csv.DictReader(io.StringIO(file.content.decode("utf-8-sig"))))

    assert (who_has, file.name) == (ANA, "people.csv")
    assert [row["Name"] for row in rows] == [ANA, BEN, CLEO]
    assert rows[0] | {"In the network since": ""} == dict.fromkeys(rows[0], "") | {
        "Name": "Ana",
        "Role": "coordinator",
    }
    assert rows[0]["In the network since"] == "2026-07-01"
    assert rows[1]["Can help with"] == "Robotics and Programming"
    assert rows[2]["Where"] == "Hilltop Primary"


async def test_what_is_half_typed_goes_on_with_what_is_shared(room: RoomOfPeople) -> None:
    await met(room)
    who = shows_all(room)
    assert suggested(room, "people ") == [
        "people", "people Robotics", "people Biology", "people Physics", "people Programming",
        "people Coast", "people Hills", "people Ana", "people Ben", "people Cleo",
        "people Northshire College", "people Hilltop Primary",
    ]  # fmt: skip
    assert suggested(room, "people pro") == ["people Programming"]
    with room.store.write() as db:
        show(db, who[BEN], HELP)
    assert suggested(room, "people p") == ["people Programming", "people Hilltop Primary"]
    assert suggested(room, "peo") == ["people"]


def suggested(room: RoomOfPeople, text: str) -> list[str]:
    """With what the command can go on when Cleo has typed so much."""
    actor = room.world.actor(CLEO)
    call = Call(
        "half", 0, Person("memory", "northshire", actor.user), room.world.profile(actor),
        Place("memory", "northshire", "C1"), Typed("network", text), room.stage.abilities,
    )  # fmt: skip
    with room.store.write() as db:
        return [word for word, _ in ROUTER.suggest(db, call, room.clock.now(), KEYS)]


async def test_a_made_up_button_writes_to_nobody_who_did_not_agree(room: RoomOfPeople) -> None:
    await met(room)
    who = shows_all(room)
    for pressed in (f"network:1:person:{who[CLEO]}", "network:1:person:77", "network:1:person:x"):
        told = shown(ask(room, ANA, Pressed(pressed), "C1"))
        assert told.startswith("I cannot find that any more."), pressed
    for pressed in ("people:0:witchcraft::", "people:0:own-9::", "people:0:::99"):
        told = shown(ask(room, ANA, Pressed(f"network:1:{pressed}"), "C1"))
        assert told.startswith("That button is out of date."), pressed
    for pressed in ("share-it:wishes", "share-it", "share-back:free", "people-file:exe"):
        told = shown(ask(room, ANA, Pressed(f"network:1:{pressed}"), "C1"))
        assert told.startswith("That button is out of date."), pressed


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_columns_of_the_file_are_called_the_same(language: str) -> None:
    t = words(language)
    head = [t("Name"), t("Role"), t("In the network since"), *heads(t)]
    assert len(set(head)) == len(head)


def test_phases_are_typed_in_every_language() -> None:
    said = {"primary", "post-16", "Grundschule", "primaire", "primaria", "alakoulu"}
    assert said <= set(phases_typed())
    assert phase_words(words("fr"))["secondary"] == "secondaire"
    assert phases_typed()["collège"] == phases_typed()["secondaire"] == "secondary"


async def test_it_can_be_said_to_the_bot_as_well(room: RoomOfPeople) -> None:
    await met(room)
    shows_all(room)
    assert names(await room.says(CLEO, "@convenor people robotics")) == [ANA, BEN]
    told = await room.says(CLEO, "@convenor people are late, when is the next one?")
    assert names(told) == []
    assert "I find nobody" not in told


def test_both_databases_show_the_same(store: Store) -> None:
    with taken_back(store) as db:
        build(db, EACH_KIND)
        seen = directory.people(db, 1)
        listed = directory.everybody(db, 1)

    assert [one.name for one in seen] == ["zq0name", "zq1name", "zq2name"]
    assert [(bool(one.strengths), one.has_work) for one in seen] == [
        (True, True), (False, True), (True, False),
    ]  # fmt: skip
    assert {one.seen.name for one in listed} == {
        "Looker", "zq0name", "zq1name", "zq2name", "zq3name",
    }  # fmt: skip


async def test_the_words_around_a_topic_are_passed_over(room: RoomOfPeople) -> None:
    begin(room)
    asked = await room.says(ANA, "/network people who can help with forces")
    assert asked.startswith("I find nobody for “Mechanics”.")
    asked = await room.says(ANA, "/network people who knows groop work")
    assert (
        "I do not know “groop work” as a topic. Did you mean Group work?\n[Group work]\n[Look"
        in asked
    )
