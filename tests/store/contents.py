"""All that stands in the tables, as text, to hold a database against what it was."""

from collections.abc import Collection
from functools import cache

from bot.store.db import Db
from bot.store.tables import Row

Contents = dict[str, list[str]]
NONE: frozenset[str] = frozenset()


def contents(
    db: Db, network: int | None = None, *, but: Collection[str] = (), without: frozenset[str] = NONE
) -> Contents:
    """The rows of each table in an order of their own: of one network where it is given, else all.
    `but` are tables left out, `without` columns ("rsvp.order").
    """
    connection = db.connection()
    found = {}
    for name, statement in selects(network, without).items():
        if name not in but:
            # Past SQLAlchemy's own layer: tests read every table thousands of times.
            found[name] = sorted(map(str, connection.exec_driver_sql(statement)))
    return found


@cache
def selects(network: int | None, without: frozenset[str]) -> dict[str, str]:
    """What reads each table, for either database."""
    made = {}
    for table in Row.metadata.sorted_tables:
        key = "id" if table.name == "network" else "network_id"
        if network is None or key in table.c:
            columns = ", ".join(f'"{c.name}"' for c in table.c if str(c) not in without)
            made[table.name] = f'SELECT {columns} FROM "{table.name}"'  # noqa: S608 -- our own names
            if network is not None:
                made[table.name] += f' WHERE "{key}" = {network}'
    return made
