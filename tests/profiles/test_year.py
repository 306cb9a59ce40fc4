"""Once a year, privately and in time, whether a profile is still true; and never twice."""

from datetime import timedelta

from sqlmodel import select

from bot.store import people
from bot.store.tables import Profile
from tests.plugins.room import ANA, BEN, CLEO, DEV, RoomOfPeople
from tests.profiles.test_card import topics


async def of_last_year(room: RoomOfPeople, *people: str, days: int = 366) -> None:
    """They filled in a profile, that many days ago."""
    for who in people:
        await topics(room, who, good="robotics")
    with room.store.write() as db:
        for row in db.all(select(Profile)):
            if row.confirmed_at == room.clock.now():
                row.confirmed_at -= timedelta(days=days)


def asked(room: RoomOfPeople, who: str) -> list[str]:
    return [text for text in room.inbox(who) if "Is this still true?" in text]


async def test_who_has_a_profile_is_asked_in_the_next_hours_in_which_messages_go(
    room: RoomOfPeople,
) -> None:
    await of_last_year(room, BEN)
    seen = await room.passes(hours=5)  # it was ten in the morning
    assert asked(room, BEN) == []
    seen = await room.passes(hours=1)
    assert [one.text for one in seen if one.who == BEN] == [
        """\
# Is this still true?
I ask once a year, so that it stays true. Nobody else sees it until you say so.
My subjects: –
I am good at: Robotics
I would like to learn: –
[Yes, all of it] [Change something]"""
    ]
    assert asked(room, CLEO) == []


async def test_who_shows_something_reads_what_it_is_good_for(room: RoomOfPeople) -> None:
    await of_last_year(room, BEN)
    with room.store.write() as db:
        ben = next(one for one, name in people.names(db, 1) if name == BEN)
        row = people.membership(db, 1, ben)
        assert row
        row.shares = "help"
    await room.passes(days=1)

    assert "I ask once a year, so that people find the right ones." in asked(room, BEN)[0]


async def test_who_says_yes_is_asked_again_in_a_year(room: RoomOfPeople) -> None:
    await of_last_year(room, BEN)
    await room.passes(days=1)
    # Who looks at the card first can say yes there.
    card = await room.presses(BEN, "Change something")
    assert "Is this still true?\n[Yes, all of it]" in card
    said = await room.presses(BEN, "Yes, all of it")
    assert "[Yes, all of it]" not in said
    assert said.startswith("# My profile\nThank you. I will ask again in a year.")
    with room.store.read() as db:
        row = db.first(select(Profile))
    assert row is not None
    assert row.confirmed_at == room.clock.now()
    await room.passes(days=3)
    assert len(asked(room, BEN)) == 1


async def test_who_says_nothing_is_asked_again_after_a_year_and_no_sooner(
    room: RoomOfPeople,
) -> None:
    await of_last_year(room, BEN)
    await room.passes(days=1)
    for days, times in ((363, 1), (366, 2)):
        with room.store.write() as db:
            row = db.first(select(Profile))
            assert row is not None
            row.asked_at = room.clock.now() - timedelta(days=days)
        await room.passes(days=1)
        assert len(asked(room, BEN)) == times


async def test_who_changes_it_before_the_message_leaves_is_not_asked(room: RoomOfPeople) -> None:
    await of_last_year(room, BEN)
    await room.passes(hours=2)  # planned, and waits for the afternoon
    await topics(room, BEN, good="robotics, data")
    await room.passes(days=2)
    assert asked(room, BEN) == []


async def test_who_has_said_so_lately_or_left_or_wants_no_messages_is_not_asked(
    room: RoomOfPeople,
) -> None:
    await of_last_year(room, BEN, CLEO, DEV)
    await of_last_year(room, ANA, days=300)
    await room.leaves(BEN)
    await room.says(CLEO, "/network settings")
    await room.presses(CLEO, "No, thank you")
    await room.passes(days=1)
    assert [asked(room, who) for who in (ANA, BEN, CLEO)] == [[], [], []]


async def test_it_counts_among_the_two_messages_of_a_week(room: RoomOfPeople) -> None:
    """Ben is told of two meetings on their days: the question waits for a week after the first."""
    for title, day in (("Robots", 24), ("Sensors", 25)):
        await room.says(ANA, f"/meeting plan {title}, {day}.11.2026 17:00, Room 12")
        await room.fills(ANA)
        await room.presses(ANA, "Send now")
        await room.passes(seconds=1)
        await room.says(BEN, f"/rsvp yes {title}")
    await of_last_year(room, BEN, days=363)
    await room.passes(days=3)
    assert len(room.inbox(BEN)) == 2
    await room.passes(days=4)
    assert asked(room, BEN) == []
    await room.passes(days=2)
    assert len(asked(room, BEN)) == 1
