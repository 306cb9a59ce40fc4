"""The school year of a network, as its coordinators entered it."""

from bot.core.people import number
from bot.core.schooldays import School, Span
from bot.store import terms
from bot.store.db import Db
from bot.store.tables import Network


def school(db: Db, network: Network) -> School:
    """The network's school days."""
    rows = terms.of(db, number(network.id))
    spans = {
        kind: tuple(Span(row.name, row.first, row.last) for row in rows if row.kind == kind)
        for kind in ("term", "holiday")
    }
    return School(network.zone, spans["term"], spans["holiday"])
