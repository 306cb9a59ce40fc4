"""What is kept of groups: who hides or goes is named no more, and the next meeting mixes anew."""

from datetime import timedelta
from itertools import combinations

from sqlmodel import select

from bot.core import clearing, groups, merging
from bot.core.people import number
from bot.core.present import YES, present
from bot.store import groups as stored
from bot.store import register
from bot.store.db import Db
from bot.store.tables import Grouped, Grouping
from tests.groups.ground import NAMES, come, meeting_of, planned, rsvp, the_groups
from tests.people.ground import numbers, school, show, tells
from tests.plugins.room import ANA, BEN, CLEO, RoomOfPeople

THREAD = "#northshire > thread"


async def posted(room: RoomOfPeople, names: int = 4) -> str:
    """Ben and so many others are in groups that the thread shows."""
    await planned(room, NAMES[:names])
    await room.presses(BEN, "Yes")
    await room.says(ANA, "/meeting groups")
    await room.presses(ANA, "Post in the thread")
    await room.passes(seconds=31)
    return room.posts(THREAD)[-1]


async def test_who_hides_their_name_later_is_named_no_more(room: RoomOfPeople) -> None:
    assert "Ben" in await posted(room)
    await room.says(BEN, "/rsvp")
    await room.presses(BEN, "Hide my name")
    await room.passes(minutes=2)
    assert "Ben" not in room.posts(THREAD)[-1]
    assert "1 more" in room.posts(THREAD)[-1]


async def test_who_is_erased_is_in_no_group_and_in_no_post(room: RoomOfPeople) -> None:
    assert "Ben" in await posted(room)
    with room.store.read() as db:
        ben = numbers(db)[BEN]
        held = register.export(db, ben)
        assert [row["member_id"] for row in held["grouped"]] == [ben]
    await room.says(BEN, "/privacy erase")
    await room.presses(BEN, "Yes, erase everything")
    await room.passes(minutes=2)
    assert "Ben" not in room.posts(THREAD)[-1]
    with room.store.read() as db:
        assert ben not in {row.member_id for row in db.all(select(Grouped))}


async def test_after_thirteen_months_nobody_knows_who_was_in_them(room: RoomOfPeople) -> None:
    await posted(room)
    room.clock.jump(timedelta(days=360))
    assert clearing.clear(room.store, room.clock.now()).get("groups") is None
    room.clock.jump(timedelta(days=50))
    assert clearing.clear(room.store, room.clock.now())["groups"] == {1: 5}
    with room.store.read() as db:
        assert db.all(select(Grouped)) == []
        assert len(db.all(select(Grouping))) == 1


async def test_two_who_are_one_are_in_one_group_once(room: RoomOfPeople) -> None:
    await posted(room)
    with room.store.write() as db:
        who = numbers(db)
        merging.merge(db, who["Ada"], who[BEN], room.clock.now())
    with room.store.read() as db:
        assert sum(map(len, the_groups(db))) == 4


async def test_a_meeting_that_is_thrown_away_takes_its_groups_along(room: RoomOfPeople) -> None:
    await room.says(ANA, "/meeting plan Chess, 1.12.2026 16:00")
    await room.fills(ANA)
    with room.store.write() as db:
        come(db, list(numbers(db).values()), room.clock.now())
    await room.says(ANA, "/meeting groups")
    await room.says(ANA, "/meeting")
    await room.presses(ANA, "Undo")
    await room.presses(ANA, "Throw away")
    with room.store.read() as db:
        assert [*db.all(select(Grouped)), *db.all(select(Grouping))] == []


async def test_the_next_meeting_puts_others_together(room: RoomOfPeople) -> None:
    await posted(room, 8)
    await room.says(ANA, "/meeting plan Chess, 8.12.2026 16:00")
    await room.fills(ANA)
    await room.presses(ANA, "Send now")
    with room.store.write() as db:
        first = _pairs(the_groups(db))
        who = [one.member or 0 for one in present(db, meeting_of(db), YES)]
        come(db, who, room.clock.now(), meeting=2)
        groups.deal(db, meeting_of(db, 2), YES, 3, who[0], room.clock.now())
        assert not _pairs(the_groups(db, 2)) & first


def _pairs(dealt: list[list[str]]) -> set[tuple[str, str]]:
    return {pair for group in dealt for pair in combinations(sorted(group), 2)}


def _about(db: Db, names: list[str]) -> None:
    """Half of them teach physics at one school, the others biology at another one."""
    who = numbers(db)
    schools = [school(db, "Hill School"), school(db, "Lake School", "primary")]
    for nth, name in enumerate(names):
        half = nth % 2
        tells(
            db, who[name], schools=[schools[half]], subject=[("physics", "biology")[half]],
            profile={"works_as": ("secondary", "primary")[half], "since": (2000, 2024)[half]},
        )  # fmt: skip


async def test_people_who_differ_are_together_and_a_line_says_how(room: RoomOfPeople) -> None:
    await planned(room, NAMES[:8])
    with room.store.write() as db:
        _about(db, list(NAMES[:8]))
    told = await room.says(ANA, "/meeting groups")
    assert "Hardly anybody shows what they do" in told
    with room.store.write() as db:
        for name in NAMES[:8]:
            show(db, numbers(db)[name], "work")
    told = await room.presses(ANA, "Pairs")
    assert (
        "Groups that are mixed, as far as people show it: schools: 4 of 4, phases: 4 of 4,"
        " subjects: 4 of 4 and new and experienced: 4 of 4." in told
    )


async def test_what_people_keep_to_themselves_is_never_told(room: RoomOfPeople) -> None:
    await planned(room, NAMES[:4])
    with room.store.write() as db:
        _about(db, list(NAMES[:4]))
        row = groups.deal(db, meeting_of(db), YES, 2, 1, room.clock.now())
        assert stored.show_work(db, 1, numbers(db).values()) == set()
        assert number(row.id) == 1
    assert "Hardly anybody shows what they do" in await room.says(ANA, "/meeting groups")


async def test_who_has_no_place_is_in_no_group(room: RoomOfPeople) -> None:
    members = await planned(room, NAMES[:5])
    with room.store.write() as db:
        rsvp(db, members[0]).waits_since = room.clock.now()
        rsvp(db, members[1]).answer = "no"
        assert len(present(db, meeting_of(db), YES)) == 3
    assert "So far 3 people" in await room.says(ANA, "/meeting groups")
    assert CLEO not in await room.says(ANA, "/meeting groups")
