"""A person's own journal: read by nobody else, unless they share something of it."""

from datetime import datetime
from typing import Literal

from bot.core.meetings import TooLate
from bot.core.networks import HOLD
from bot.store import deliveries, edits, networks
from bot.store.db import Db
from bot.store.tables import JournalEntry

POST = deliveries.JOURNAL
"""What a person shared, in the network's channel."""
Taken = Literal["emptied", "in doubt", "never posted"]
"""What becomes of a post that is taken back; in doubt where nobody knows whether it arrived."""


def write(db: Db, network: int, member: int, text: str, now: datetime) -> JournalEntry:
    """Keep something for a person alone."""
    row = JournalEntry(network_id=network, member_id=member, text=text, written_at=now)
    db.add(row)
    db.flush()
    return row


def change(entry: JournalEntry, text: str) -> None:
    """Put other words in its place; what was shared of it stays as it was shared."""
    entry.text = text


def share(db: Db, entry: JournalEntry, now: datetime) -> None:
    """Post an entry as it is now where the network is at home, with its writer's name, after the
    hold. Raises TooLate where it is shared already.
    """
    if entry.shared:
        raise TooLate
    network, subject = entry.network_id, str(entry.id)
    nth = len(deliveries.find(db, network, POST, subject)) + 1
    entry.shared = entry.text
    for place in networks.homes(db, network):
        deliveries.enqueue(
            db, network, networks.address(place), POST, subject, due=now + HOLD,
            key=f"{_batch(entry, nth)}:{place.id}", batch=_batch(entry, nth),
        )  # fmt: skip


def _batch(entry: JournalEntry, nth: int) -> str:
    return f"journal:{entry.id}:{nth}"


def _waiting(db: Db, entry: JournalEntry) -> set[str]:
    """The batches of which something waits."""
    rows = deliveries.find(db, entry.network_id, POST, str(entry.id))
    return {row.batch for row in rows if row.state in ("waiting", "held")}


def send_now(db: Db, entry: JournalEntry, now: datetime) -> None:
    """Post it at once. Raises TooLate where nothing waits."""
    waiting = _waiting(db, entry)
    if not waiting:
        raise TooLate
    for batch in waiting:
        deliveries.hasten(db, entry.network_id, batch, now)


def take_back(db: Db, entry: JournalEntry, now: datetime) -> Taken:
    """Nothing of it is shared any more; a post that stands says that it was taken back. Returns
    what becomes of the post.
    """
    for batch in _waiting(db, entry):
        deliveries.cancel(db, entry.network_id, batch)
    entry.shared = ""
    edits.stale(db, entry.network_id, POST, str(entry.id), now)
    states = {row.state for row in deliveries.find(db, entry.network_id, POST, str(entry.id))}
    if states & {"sending", "unconfirmed"}:
        return "in doubt"
    return "emptied" if "sent" in states else "never posted"


def delete(db: Db, entry: JournalEntry, now: datetime) -> None:
    """It is gone, and taken back where it was shared."""
    take_back(db, entry, now)
    db.delete(entry)
