"""The school year of a network, as its coordinators entered it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import cast

from bot.core import regions, windows
from bot.core.calendars import Entry, Kind
from bot.core.people import number
from bot.core.schooldays import School, Span
from bot.store import away, deliveries, networks, people, terms
from bot.store.db import Db
from bot.store.tables import Network, Term

VIEW = "network.no-terms"
"""Tells coordinators, once, that every weekday counts as long as no terms are known."""


def school(db: Db, network: Network, language: str = "") -> School:
    """The network's school days; public holidays are named in this language, or its own."""
    rows = terms.of(db, number(network.id))
    spans = {
        kind: tuple(Span(row.name, row.first, row.last) for row in rows if row.kind == kind)
        for kind in ("term", "holiday")
    }
    public = regions.public(network.region, language or network.language)
    return School(network.zone, spans["term"], spans["holiday"], public)


def far_ahead(db: Db, network: Network) -> School:
    """The same for what is set weeks ahead: where no region was named, the public holidays of the
    one that its zone tells count, so that nothing begins or ends on New Year's Day.
    """
    found, region = school(db, network), network.region or regions.suggested(network.zone)
    return replace(found, public=regions.public(region, network.language))


def entries(rows: Sequence[Term]) -> list[Entry]:
    """Rows as the rules see them."""
    return [Entry(cast("Kind", row.kind), row.name, row.first, row.last) for row in rows]


def known(db: Db, network: Network, *, to_change: bool = False) -> list[Entry]:
    """What was entered, in the order in which it begins; `to_change` keeps others from adding to it
    meanwhile.
    """
    if to_change:
        networks.lock(db, number(network.id))
    return entries(terms.of(db, number(network.id)))


def add(db: Db, network: Network, fresh: Sequence[Entry]) -> tuple[int, int]:
    """Keep these; returns the numbers of the first and the last of them, to take them back."""
    rows = [
        Term(
            network_id=number(network.id),
            kind=entry.kind,
            name=entry.name,
            first=entry.first,
            last=entry.last,
        )
        for entry in fresh
    ]
    for row in rows:
        db.add(row)
    db.flush()
    numbers = sorted(number(row.id) for row in rows)
    return numbers[0], numbers[-1]


def tell_once(db: Db, network: Network, now: datetime) -> None:
    """The network plans, and no terms are known: its coordinators are told in the next hours in
    which messages go that can wait, and never again.
    """
    here = number(network.id)
    if terms.of(db, here) or deliveries.find(db, here, VIEW, str(here)):
        return
    due = windows.next_open(now, school(db, network))
    whom = away.here(db, here)
    for member, person in people.inboxes(db, here, whom).items():
        key = f"no-terms:member:{member}"
        deliveries.enqueue(db, here, person, VIEW, str(here), due=due, key=key)
