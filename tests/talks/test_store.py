"""What is kept of conversations, on both databases."""

from datetime import UTC, datetime

from sqlmodel import select

from bot import chat
from bot.core import talks as core
from bot.core.people import number
from bot.store import deliveries, register, talks
from bot.store.db import Db, Store
from bot.store.tables import Delivery, Identity, Lane, Member, Network, Place, Talk

NOW = datetime(2026, 12, 1, 12, tzinfo=UTC)


def home(network: int, platform: str, workspace: str, channel: str) -> Place:
    return Place(
        network_id=network, platform=platform, workspace=workspace,
        channel=channel, purpose="home", room=channel,
    )  # fmt: skip


def cast(db: Db) -> tuple[int, Place, list[int]]:
    """A network at home on a Discord server, and three people by their accounts there."""
    network = Network(name="N", language="en", zone="UTC", begun_at=NOW)
    db.add(network)
    db.flush()
    key = number(network.id)
    there = home(key, "discord", "guild", "201")
    db.add(there)
    whom = []
    for name, user in (("Ana", "10"), ("Ben", "1"), ("Cleo", "101")):
        member = Member(name=name)
        db.add(member)
        db.flush()
        whom.append(number(member.id))
        account = Identity(member_id=whom[-1], platform="discord", workspace="discord", user=user)
        db.add(account)
    db.flush()
    return key, there, whom


def test_until_it_is_opened_it_follows_its_channel(store: Store) -> None:
    with store.write() as db:
        key, there, _ = cast(db)
        talk = talks.keep(db, key, there, ("10", "1"), "Ana, Ben")
        moved = home(key, "discord", "guild", "202")
        assert talks.keep(db, key, moved, ("1", "10"), "Ana, Ben").id == talk.id
        assert talks.target(talk) == chat.Talk(
            "discord", "guild", ("1", "10"), "202", f"Ana, Ben · {talk.id}"
        )
        talk.opened = "900"
        talks.keep(db, key, there, ("1", "10"), "Ana, Ben")
        assert talk.channel == "202"
        assert talks.target(talk) == chat.Place("discord", "guild", "900")
        assert talks.at(db, chat.Place("discord", "guild", "900")) == talk
        assert talks.at(db, chat.Place("discord", "guild", "")) is None
        assert core.home_of(db, chat.Place("discord", "guild", "900")) == chat.Place(
            "discord", "guild", "202"
        )


def test_a_discord_account_is_the_same_one_on_every_server(store: Store) -> None:
    with store.write() as db:
        key, _, (ana, ben, cleo) = cast(db)
        talk = core.between(db, key, (ana, ben))
        assert talk
        assert talks.users(talk) == ("1", "10")
        assert {one.name for one in talks.members(db, talk)} == {"Ana", "Ben"}
        three = core.between(db, key, (ana, ben, cleo))
        assert three
        assert three.name == "Ana, Ben, Cleo"


def test_who_is_erased_takes_their_conversations_along_and_no_others(store: Store) -> None:
    with store.write() as db:
        key, _, (ana, ben, cleo) = cast(db)
        for whom in ((ana, ben), (ana, cleo)):
            talk = core.between(db, key, whom)
            assert talk
            core.tell(db, talk, "network.hello", "1", NOW)
        assert register.counts(db, ben)["talk"] == 1
        assert register.counts(db, ana)["delivery"] == 2
        register.erase(db, ben)
    with store.read() as db:
        (left,) = db.all(select(Talk))
        assert left.users == " 10 101 "
        (row,) = db.all(select(Delivery))
        assert deliveries.talk_of(db, row) == left
        assert [lane.target for lane in db.all(select(Lane))] == [str(left.id)]
