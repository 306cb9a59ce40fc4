"""The school year of a network."""

from collections.abc import Sequence

from sqlalchemy import bindparam
from sqlmodel import col, delete, select

from bot.store.db import Db
from bot.store.tables import Term

_OF = (
    select(Term)
    .where(Term.network_id == bindparam("network"))
    .order_by(col(Term.first), col(Term.id))
)


def of(db: Db, network: int) -> Sequence[Term]:
    """The terms and holidays of a network, in the order in which they begin."""
    return db.all(_OF, network=network)


def one(db: Db, network: int, number: int) -> Term | None:
    """The term or holiday of this number, if it is the network's."""
    return db.first(select(Term).where(Term.network_id == network, Term.id == number))


def drop(db: Db, network: int, first: int, last: int) -> int:
    """Forget those of the network with these numbers; returns how many there were."""
    these = delete(Term).where(
        col(Term.network_id) == network, col(Term.id) >= first, col(Term.id) <= last
    )
    return db.execute(these)
