"""Who has gone: nothing is sent to them, and they come back by what they do themselves."""

from collections.abc import Collection
from datetime import timedelta

import pytest
from sqlalchemy import event
from sqlmodel import select

from bot import chat
from bot.chat import Busy, Person, Profile, Unknown
from bot.commands.calls import Call, Came, Changed, Event, Nothing
from bot.core import people, presence
from bot.core.networks import HELLO
from bot.scheduler.presence import still_here
from bot.store import deliveries, networks
from bot.store.people import inboxes
from bot.store.tables import Delivery, Identity, Member, Membership
from tests.linking.two import ANA, BEN, MIRA, MIRA_THERE, THERE, TwoPlatforms
from tests.plugins.room import CLEO, DEV, KEYS, RoomOfPeople

ANA_IS = Person("memory", "northshire", "U1")
BEN_IS = Person("memory", "northshire", "U2")
CLEO_IS = Person("memory", "northshire", "U3")


def row(room: RoomOfPeople, user: str) -> tuple[Identity, Membership | None, str]:
    """An account, its person's place in the first network, and their name."""
    with room.store.read() as db:
        account = db.first(select(Identity).where(Identity.user == user))
        assert account is not None
        found = select(Membership).where(
            Membership.member_id == account.member_id, Membership.network_id == 1
        )
        name = db.first(select(Member.name).where(Member.id == account.member_id)) or ""
        return account, db.first(found), name


def hears(room: RoomOfPeople, who: str, said: Event, profile: Profile | None = None) -> None:
    """The platform tells of somebody."""
    room.world.calls += 1
    actor = room.world.actor(who)
    call = Call(
        id=f"told-{room.world.calls}",
        order=room.world.calls,
        who=Person("memory", "northshire", actor.user),
        profile=profile or room.world.profile(actor),
        place=room.stage.place("northshire" if isinstance(said, Came) else ""),
        said=said,
        abilities=room.chat.abilities,
    )
    assert isinstance(room.house.act(call), Nothing)


async def test_who_is_gone_is_off_the_list_and_written_to_no_more(room: RoomOfPeople) -> None:
    await room.may_be_written_to(BEN, CLEO)
    await room.plan()
    await room.presses(BEN, "Yes")
    room.world.gone.add(BEN)
    hears(room, BEN, Changed(gone=True))
    await room.passes(days=9)

    account, membership, _ = row(room, "U2")
    assert account.gone_at is not None
    assert membership is not None
    assert membership.left_at is not None
    assert not membership.declined
    assert room.inbox(BEN) == []
    assert "Coming" not in room.posts()[-1]


async def test_who_has_gone_comes_back_by_their_own_act(room: RoomOfPeople) -> None:
    await room.plan()
    hears(room, BEN, Changed(gone=True))
    await room.presses(BEN, "Yes")
    await room.passes(seconds=5)

    account, membership, _ = row(room, "U2")
    assert account.gone_at is None
    assert membership is not None
    assert membership.left_at is None
    assert "Coming: Ben" in room.posts()[-1]


async def test_who_is_listed_again_is_back(room: RoomOfPeople) -> None:
    hears(room, BEN, Changed(gone=True))
    await room.passes(hours=13)
    await room.roll.run()

    account, membership, _ = row(room, "U2")
    assert account.gone_at is None
    assert membership is not None
    assert membership.left_at is None


async def test_whose_other_account_has_gone_reads_so(two: TwoPlatforms) -> None:
    await two.links()
    with two.store.write() as db:
        account = db.first(select(Identity).where(Identity.user == "E3"))
        assert account is not None
        account.gone_at = two.clock.now()

    assert await two.says(MIRA, "/network unlink") == (
        "Your account on Elsewhere is not there any more, so there is nothing to separate."
    )


async def test_the_only_coordinator_stays_on_the_list(room: RoomOfPeople) -> None:
    hears(room, ANA, Changed(gone=True))

    account, membership, _ = row(room, "U1")
    assert account.gone_at is not None
    assert membership is not None
    assert (membership.role, membership.left_at) == ("coordinator", None)
    with room.store.read() as db:
        assert inboxes(db, 1, [account.member_id]) == {}


async def test_an_event_of_a_stranger_makes_nobody_known(room: RoomOfPeople) -> None:
    hears(room, DEV, Changed(gone=True))
    room.world.calls += 1
    profile = Profile("Eve")
    call = Call(
        id="eve", order=1, who=Person("memory", "northshire", "U99"), profile=profile,
        place=room.stage.place(""), said=Changed(), abilities=room.chat.abilities,
    )  # fmt: skip
    room.house.act(call)

    with room.store.read() as db:
        assert db.first(select(Identity).where(Identity.user == "U99")) is None


async def test_a_new_name_is_right_the_next_time_it_is_shown(room: RoomOfPeople) -> None:
    await room.plan()
    await room.presses(BEN, "Yes")
    hears(room, BEN, Changed(), Profile("Benedict"))
    await room.presses(CLEO, "Yes")
    await room.passes(seconds=5)

    assert row(room, "U2")[2] == "Benedict"
    assert "Coming: Benedict and Cleo" in room.posts()[-1]


async def test_bots_and_other_organisations_people_are_on_no_list(room: RoomOfPeople) -> None:
    for number, profile in enumerate((Profile("Bot", bot=True), Profile("Guest", outsider=True))):
        with room.store.write() as db:
            who = chat.Person("memory", "northshire", f"B{number}")
            new = people.enrol(db, 1, [(who, profile)], room.clock.now(), KEYS)
        assert new == []


async def test_who_came_and_is_not_certain_to_be_a_person_is_looked_at_again(
    room: RoomOfPeople,
) -> None:
    await room.passes(hours=1)
    hears(room, CLEO, Came(), Profile("cleo", certain=False))
    with room.store.read() as db:
        assert networks.unlisted(db, "memory", room.clock.now() - timedelta(hours=2))


async def test_who_was_not_heard_of_for_long_is_asked_after_first(two: TwoPlatforms) -> None:
    await two.says_there(MIRA_THERE, "/network join")
    await two.presses_there(MIRA_THERE, "Yes, write to me")
    await two.passes(days=31)
    two.there.gone.add(MIRA_THERE)
    _say_hello(two)
    await two.passes(minutes=1)

    account, membership, _ = row(two, "E3")
    assert account.gone_at is not None
    assert membership is not None
    assert membership.left_at is not None
    assert two.inbox_there(MIRA_THERE) == []
    with two.store.read() as db:
        states = {r.state for r in db.all(select(Delivery).where(Delivery.idem_key == "1:old"))}
    assert states <= {"failed", "skipped"}


async def test_who_is_still_there_gets_it_and_is_not_asked_after_again(two: TwoPlatforms) -> None:
    await two.says_there(MIRA_THERE, "/network join")
    await two.presses_there(MIRA_THERE, "Yes, write to me")
    await two.passes(days=31)
    _say_hello(two)
    await two.passes(minutes=1)

    account, _, _ = row(two, "E3")
    assert account.heard_at is not None
    assert account.heard_at > two.clock.now() - timedelta(hours=1)
    assert len(two.inbox_there(MIRA_THERE)) == 1


async def test_what_cannot_be_told_to_one_account_goes_to_the_other(two: TwoPlatforms) -> None:
    await two.says_there(MIRA_THERE, "/network join")
    await two.presses_there(MIRA_THERE, "Yes, write to me")
    await two.links()
    await two.passes(days=31)
    two.there.gone.add(MIRA_THERE)
    _say_hello(two)
    await two.passes(minutes=1)

    account, membership, _ = row(two, "E3")
    assert account.gone_at is not None
    assert membership is not None
    assert membership.left_at is None
    assert two.inbox_there(MIRA_THERE) == []
    assert len(two.inbox(MIRA)) == 1


def _say_hello(two: TwoPlatforms) -> None:
    with two.store.write() as db:
        to = Person(THERE, "northshire", "E3")
        deliveries.enqueue(db, 1, to, HELLO, "1", due=two.clock.now(), key="old")


@pytest.mark.parametrize("fault", [None, Busy(1.0), Unknown()])
async def test_a_round_is_made_of_those_who_are_still_here(
    two: TwoPlatforms, fault: Exception | None
) -> None:
    await two.says_there(MIRA_THERE, "/network join")
    await two.says_there("Zoe", "/network join")
    await two.passes(days=31)
    two.there.gone.add("Zoe")

    async def is_here(who: Person, workspaces: Collection[str]) -> bool | None:
        assert tuple(workspaces) == ("northshire",), who
        assert fault is not None
        raise fault

    if fault:
        two.chat_there.is_here = is_here  # type: ignore[method-assign]
    mira, zoe = (row(two, user)[0].member_id for user in ("E3", "E4"))
    chats = {THERE: two.chat_there}
    here = await still_here(two.store, chats, 1, [mira, zoe], two.clock.now)

    assert here == ({mira, zoe} if fault else {mira})


async def test_a_round_asks_once_however_many_it_is_of(two: TwoPlatforms) -> None:
    with two.store.read() as db:
        asked: list[str] = []
        event.listen(db.connection(), "before_cursor_execute", lambda *it: asked.append(it[2]))
        found = presence.reachable(db, range(1, 7))

    assert len(found) > 1
    assert len(asked) == 1
