"""What every table is made of."""

from datetime import UTC, datetime

from sqlalchemy import Index, MetaData, text
from sqlmodel import SQLModel

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}
EACH_NUMBER_ONCE = {"sqlite_autoincrement": True}
"""On SQLite too no number is given again: an old button must not name a new row."""
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
NEVER = datetime(9999, 1, 1, tzinfo=UTC)
"""When a post is edited whose network is on hold."""


class Row(SQLModel):
    """What all tables share: one naming of constraints, so that migrations can name them."""

    metadata = MetaData(naming_convention=NAMES)


def index(name: str, *columns: str, where: str) -> Index:
    """An index of those rows alone of which this is true."""
    return Index(name, *columns, sqlite_where=text(where), postgresql_where=text(where))


def pointing(table: str, *columns: str) -> tuple[Index, ...]:
    """An index for each of these columns that point at another row, and mostly at none: without it
    all of the table is looked through for each row that is deleted there.
    """
    return tuple(index(f"ix_{table}_{one}", one, where=f"{one} IS NOT NULL") for one in columns)
