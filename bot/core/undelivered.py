"""What did not arrive: coordinators are told of it once, together, and settle it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot import chat
from bot.store import away, deliveries, meetings, networks, people, undelivered
from bot.store.db import Db
from bot.store.tables import Delivery, Lane

VIEW = undelivered.VIEW
GATHER = timedelta(minutes=1)
"""How long we wait for more of it, so that one message tells all."""
MOST = 12


@dataclass(frozen=True, slots=True)
class Item:
    """One message that did not arrive: the row, the title of what it is about, and where it was to
    go: a channel's name, or (`private`) that of a person, or of those in a conversation.
    """

    row: Delivery
    title: str
    where: str
    private: bool


def tell(db: Db, now: datetime) -> None:
    """Tell coordinators, privately, of what they do not know yet; safe to do as often as one
    likes. Who may not be written to finds it on their own page.
    """
    for network in undelivered.untold(db):
        # Where all are away, it is told to the first who is back or stands in.
        if not (whom := away.here(db, network)):
            continue
        # Whoever marks them as told tells of them: another process then finds none.
        if not undelivered.tell(db, network) or _is_coming(db, network):
            continue
        for member, person in people.inboxes(db, network, whom).items():
            key = f"undelivered:{now.isoformat()}:member:{member}"
            deliveries.enqueue(db, network, person, VIEW, str(network), due=now + GATHER, key=key)


def _is_coming(db: Db, network: int) -> bool:
    return any(row.state == "waiting" for row in deliveries.find(db, network, VIEW, str(network)))


def of_network(db: Db, network: int, now: datetime) -> tuple[Sequence[Item], int]:
    """What did not arrive lately, and how many such there are in all."""
    rows, count = undelivered.of_network(db, network, now - undelivered.KEPT, MOST)
    return [item(db, row, lane) for row, lane in rows], count


def item(db: Db, row: Delivery, lane: Lane) -> Item:
    """A message as coordinators know it."""
    title = _title(db, row)
    if lane.kind == "person":
        known = people.known(db, chat.Person(lane.platform, lane.workspace, lane.target))
        return Item(row, title, known[1].name if known else "", private=True)
    if (talk := deliveries.talk_of(db, row)) is not None:
        return Item(row, title, talk.name, private=True)
    here = networks.here(db, chat.Place(lane.platform, lane.workspace, lane.target))
    return Item(row, title, here[1].room if here else "", private=False)


def _title(db: Db, row: Delivery) -> str:
    """The title of the meeting that a message is about, or of the first one of its series."""
    if row.view == deliveries.SERIES:
        first = next(iter(meetings.of_series(db, row.network_id, int(row.subject))), None)
        return first.title if first else ""
    if not row.view.startswith(("meeting.", "rsvp.", "minutes.")):
        return ""
    meeting = meetings.get(db, [row.network_id], deliveries.about(row))
    return meeting.title if meeting else ""
