"""Beginning a network, and its first words."""

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot import chat
from bot.core import people
from bot.core.people import number
from bot.store import deliveries, networks
from bot.store.db import Db
from bot.store.tables import Member, Network, Place, SetUpCode

HOLD = timedelta(seconds=30)
"""How long what tells people something waits, with [Send now] and [Undo]."""
CODE_LASTS = timedelta(days=7)
HELLO = "network.hello"


@dataclass(frozen=True, slots=True)
class Start:
    """What the first form of the set-up asks."""

    name: str
    language: str
    zone: str


def begin(
    db: Db, place: chat.Place, room: str, start: Start, who: Member, now: datetime
) -> Network:
    """A new network in this channel, with its first coordinator. Nothing is posted yet."""
    network = Network(name=start.name, language=start.language, zone=start.zone, begun_at=now)
    db.add(network)
    db.flush()
    _settle(db, place, room, number(network.id))
    people.appoint(db, number(network.id), number(who.id), now)
    return network


def _settle(db: Db, place: chat.Place, room: str, network: int) -> None:
    """The channel is the network's home, also where another one has posted a meeting in it."""
    found = networks.here(db, place)
    if found and found[1].purpose != "home":
        row = found[1]
        row.network_id, row.purpose, row.room = network, "home", room
        return
    db.add(
        Place(
            network_id=network,
            platform=place.platform,
            workspace=place.workspace,
            channel=place.channel,
            purpose="home",
            room=room,
        )
    )


def open_home(db: Db, place: chat.Place, room: str, network: int, now: datetime) -> None:
    """Another channel becomes a home of a network, and is told what the bot does."""
    _settle(db, place, room, network)
    db.flush()
    deliveries.enqueue(
        db, network, place, HELLO, str(network), due=now,
        key=f"network:{network}:hello:at:{place.platform}:{place.workspace}:{place.channel}",
    )  # fmt: skip


def digest(code: str) -> str:
    """What is kept of a one-time code."""
    return hashlib.sha256(code.strip().upper().encode()).hexdigest()


def keep_code(db: Db, code: str, now: datetime) -> None:
    """Let whoever types this code set a network up, once."""
    db.add(SetUpCode(digest=digest(code), made_at=now))


def code_is_good(db: Db, code: str, now: datetime) -> bool:
    """Whether a network can be set up by this code."""
    row = networks.code(db, digest(code)) if code else None
    return row is not None and now - row.made_at < CODE_LASTS


def spend_code(db: Db, code: str) -> None:
    """The code has done its work."""
    row = networks.code(db, digest(code))
    if row is not None:
        db.delete(row)


def drop_codes(db: Db, now: datetime) -> None:
    """Codes that are too old to be good are not kept."""
    networks.drop_codes(db, now - CODE_LASTS)


def batch(network: int) -> str:
    """What [Undo] takes back of an introduction."""
    return f"network:{network}:hello"


def introduce(db: Db, network: int, now: datetime) -> datetime:
    """Plan the bot's own introduction in the network's channels; returns when it goes out."""
    due = now + HOLD
    before = deliveries.find(db, network, HELLO, str(network))
    if any(row.state in ("waiting", *deliveries.LEFT) and row.batch for row in before):
        return due
    for place in networks.homes(db, network):
        deliveries.enqueue(
            db,
            network,
            networks.address(place),
            HELLO,
            str(network),
            due=due,
            key=f"network:{network}:hello:{place.id}:{len(before)}",
            batch=batch(network),
        )
    return due


def welcome(db: Db, network: int, person: chat.Person, now: datetime) -> None:
    """Tell somebody new what the bot does, once, privately, if it has told the rest."""
    if any(row.state == "sent" for row in deliveries.find(db, network, HELLO, str(network))):
        deliveries.enqueue(
            db, network, person, HELLO, str(network), due=now,
            key=f"network:{network}:hello:to:{person.platform}:{person.workspace}:{person.user}",
        )  # fmt: skip
