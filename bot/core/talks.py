"""Private conversations of two or three people with the bot, where they can write to each other."""

from collections.abc import Sequence
from datetime import datetime

from bot import chat
from bot.store import deliveries, networks, people
from bot.store import talks as stored
from bot.store.db import Db
from bot.store.tables import Place, Talk

NAMES = 80
"""So long the names of a conversation may be together: more would not fit above it."""


def between(db: Db, network: int, members: Sequence[int]) -> Talk | None:
    """The conversation of these people, where all of them are in one workspace or server in which
    the network is at home: of several, where most of them are written to otherwise. None where
    there is none. Asked again, it is the same one. Whether they may be written to is not asked
    here.
    """
    whom = sorted(set(members))
    homes = [(home, stored.accounts(db, home, whom)) for home in networks.homes(db, network)]
    shared = [(home, found) for home, found in homes if len(found) == len(whom)]
    if not shared:
        return None
    best = {row.member_id: row.user for row in people.reachable_of(db, whom)}

    def liked(one: tuple[Place, dict[int, str]]) -> int:
        return sum(best[member] == user for member, user in one[1].items())

    home, found = max(shared, key=liked)  # of equals the first
    names = ", ".join(people.name(db, member) for member in whom)
    return stored.keep(db, network, home, found.values(), names[:NAMES])


def tell(
    db: Db,
    talk: Talk,
    view: str,
    subject: str,
    due: datetime,
    *,
    key: str = "",
    expires: datetime | None = None,
    batch: str = "",
) -> int:
    """Plan a message into a conversation, which is opened for it where it is not yet: `view` of
    `subject`, drawn when it goes. Returns the delivery's id. Told again (by the same `key`, else of
    the same view and subject) it goes once.
    """
    key = f"talk:{talk.id}:{key or f'{view}:{subject}'}"
    return deliveries.enqueue(
        db, talk.network_id, talk, view, subject, due=due, key=key, batch=batch, expires=expires
    )


def home_of(db: Db, place: chat.Place) -> chat.Place | None:
    """The network's channel to which a conversation belongs, if one stands there: what is said in
    it is said of that network.
    """
    talk = stored.at(db, place) if place.channel else None
    return chat.Place(talk.platform, talk.workspace, talk.channel) if talk else None


def language(db: Db, talk: Talk, otherwise: str) -> str:
    """The language of a conversation: theirs, if they share one, or else another."""
    spoken = {member.language or otherwise for member in stored.members(db, talk)}
    return spoken.pop() if len(spoken) == 1 else otherwise
