"""The school year of a network."""

from collections.abc import Sequence

from sqlmodel import col, select

from bot.store.db import Db
from bot.store.tables import Term


def of(db: Db, network: int) -> Sequence[Term]:
    """The terms and holidays of a network, in the order in which they begin."""
    return db.all(
        select(Term).where(Term.network_id == network).order_by(col(Term.first), col(Term.id))
    )
