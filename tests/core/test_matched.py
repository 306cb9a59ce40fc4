"""People as matching knows them, from what they told of themselves."""

from dataclasses import replace
from datetime import UTC, datetime

from bot.core import matching
from bot.core.matched import key, someone
from bot.core.pairing.alone import alone
from bot.core.pairing.dealing import deal
from bot.core.pairing.people import Question, Someone
from bot.store.tables import BuddyWish
from tests.people.ground import numbers, school, tells
from tests.plugins.room import BEN, CLEO, RoomOfPeople

NOW = datetime(2026, 12, 1, tzinfo=UTC)


async def test_what_people_told_is_what_matching_knows(room: RoomOfPeople) -> None:
    for who in (BEN, CLEO):
        await room.says(who, "/network join")
    with room.store.write() as db:
        known = numbers(db)
        ben, cleo = known[BEN], known[CLEO]
        hill = school(db, "Hill School", "primary secondary", "North-West")
        tells(
            db, ben, schools=[hill], subject=["physics"], strength=["circuits"],
            wish=["robotics"],
            profile={
                "works_as": "technician", "since": 2020, "free": "mon-late wed-noon",
                "travel": "near", "speaks": "en fi",
            },
        )  # fmt: skip
        assert someone(db, 1, [cleo, ben], NOW) == [
            Someone(key(cleo)),
            Someone(
                key(ben), schools=frozenset((str(hill),)),
                phases=frozenset(("primary", "secondary")), sector="technician",
                subjects=frozenset(("physics",)), strengths=frozenset(("circuits",)),
                needs=frozenset(("robotics",)), years=6, region="north west",
                times=frozenset(("mon-late", "wed-noon")), languages=frozenset(("en", "fi")),
                reach=frozenset(("north west",)),
            ),
        ]  # fmt: skip


async def test_who_teaches_at_a_phase_is_of_that_one_and_who_stays_at_home_reaches_nobody(
    room: RoomOfPeople,
) -> None:
    await room.says(BEN, "/network join")
    with room.store.write() as db:
        ben = numbers(db)[BEN]
        hill = school(db, "Hill School", "primary secondary", "North")
        profile = {"works_as": "primary", "travel": "online"}
        tells(db, ben, schools=[hill], profile=profile)
        [one] = someone(db, 1, [ben], NOW)
        assert (one.phases, one.sector, one.reach) == (
            frozenset(("primary",)), "school", frozenset(),
        )  # fmt: skip
        assert [elsewhere.schools for elsewhere in someone(db, 2, [ben], NOW)] == [frozenset()]


async def test_the_only_technician_is_known_as_one(room: RoomOfPeople) -> None:
    """Two technicians, each the only one of their school, are looked for each other."""
    for who in (BEN, CLEO):
        await room.says(who, "/network join")
    with room.store.write() as db:
        known = numbers(db)
        two = known[BEN], known[CLEO]
        for member, name in zip(two, ("Hill School", "Lake School"), strict=True):
            profile = {"works_as": "technician"}
            tells(db, member, schools=[school(db, name, "secondary")], profile=profile)
        people = someone(db, 1, two, NOW)
        assert alone(people) == [frozenset(("technician",))] * 2
        [group] = deal(Question(people)).groups
        assert ("isolation", ("technician",)) in [term[:2] for term in group.terms]


async def test_a_wish_is_added_to_what_people_told(room: RoomOfPeople) -> None:
    """Buddies and groups at a meeting know people by the same mapping."""
    await room.says(BEN, "/network join")
    with room.store.write() as db:
        ben = numbers(db)[BEN]
        hill = school(db, "Hill School", "primary secondary", "North-West")
        tells(db, ben, schools=[hill], profile={"works_as": "primary", "travel": "hour"})
        wish = BuddyWish(network_id=1, member_id=ben, since=NOW, mode="face", phase="same")
        [plain] = someone(db, 1, [ben], NOW)
        found = matching.someones(db, 1, [(wish, False)], NOW)
        assert found == [replace(plain, face=True, wish="same", paused=True)]
