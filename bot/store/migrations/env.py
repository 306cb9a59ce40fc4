"""Alembic runs this for every command; the connection comes with the configuration."""

from typing import Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext
from sqlmodel import AutoString, UTCDateTime

from bot.store.tables import Row


def plainly(kind: str, item: object, _: AutogenContext) -> str | Literal[False]:
    """Types in words of SQLAlchemy alone, so that old migrations outlive sqlmodel's own."""
    if kind == "type" and isinstance(item, UTCDateTime):
        return "sa.DateTime(timezone=True)"
    if kind == "type" and isinstance(item, AutoString):
        return "sa.String()"
    return False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Row.metadata,
    render_as_batch=True,
    render_item=plainly,
)
with context.begin_transaction():
    context.run_migrations()
