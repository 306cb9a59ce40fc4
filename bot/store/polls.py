"""The questions of looking back, as networks put them."""

from sqlmodel import col, select

from bot.store.db import Db
from bot.store.tables import Prompt


def latest(db: Db, network: int, kind: str) -> Prompt | None:
    """How a network puts its questions after a "meeting" or a "visit" now, if it ever has."""
    return db.first(
        select(Prompt)
        .where(Prompt.network_id == network, Prompt.kind == kind)
        .order_by(col(Prompt.version).desc())
        .limit(1)
    )


def one(db: Db, network: int, prompt: int) -> Prompt | None:
    """The version of this number, if it is this network's."""
    return db.first(select(Prompt).where(Prompt.network_id == network, Prompt.id == prompt))
