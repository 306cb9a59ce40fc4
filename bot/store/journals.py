"""What people write down for themselves. Nothing here is found without the person who wrote it, but
for a post that shows what they shared.
"""

from collections.abc import Sequence

from sqlmodel import col, select

from bot.store.db import Db
from bot.store.tables import JournalEntry


def of(db: Db, network: int, member: int) -> Sequence[JournalEntry]:
    """What a person wrote down in a network, the newest first."""
    return db.all(
        select(JournalEntry)
        .where(JournalEntry.network_id == network, JournalEntry.member_id == member)
        .order_by(col(JournalEntry.id).desc())
    )


def one(db: Db, networks: Sequence[int], member: int, entry: int) -> JournalEntry | None:
    """The entry of this number, if this person wrote it in one of these networks."""
    return db.first(
        select(JournalEntry).where(
            JournalEntry.id == entry,
            JournalEntry.member_id == member,
            col(JournalEntry.network_id).in_(networks),
        )
    )


def shared(db: Db, network: int, entry: int) -> tuple[str, int] | None:
    """What was shared of an entry, and by which member; None where nothing is."""
    return db.first(
        select(JournalEntry.shared, JournalEntry.member_id).where(
            JournalEntry.network_id == network,
            JournalEntry.id == entry,
            JournalEntry.shared != "",
        )
    )


def shared_by(db: Db, network: int, member: int) -> Sequence[int]:
    """The entries of which a person has shared something."""
    rows = select(JournalEntry.id).where(
        JournalEntry.network_id == network,
        JournalEntry.member_id == member,
        JournalEntry.shared != "",
    )
    return [key for key in db.all(rows) if key is not None]
