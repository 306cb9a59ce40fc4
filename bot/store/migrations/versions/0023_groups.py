"""Groups in a meeting."""

import sqlalchemy as sa
from alembic import op

from bot.store.migrations.shapes import instant, person, table, words

revision = "0023"
down_revision = "0022"


def upgrade() -> None:
    table(
        "grouping",
        sa.Column("seed", sa.Integer(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        words("among"),
        words("state"),
        sa.Column("held_until", sa.DateTime(timezone=True), nullable=True),
        person("grouping", "dealt_by", needed=False),
        instant("dealt_at"),
        unique=(),
        indexes=("network_id", "meeting_id"),
    )
    table(
        "grouped",
        sa.Column("nth", sa.Integer(), nullable=False),
        sa.Column("online", sa.Boolean(), nullable=False),
        person("grouped", "member_id", needed=False),
        person("grouped", "with_id", needed=False),
        sa.Column("guest", sa.Integer(), nullable=False),
        words("name"),
        of=("network", "grouping"),
        unique=("grouping_id", "member_id"),
        indexes=("grouping_id", "member_id"),
    )
    for name, column in (("grouping", "dealt_by"), ("grouped", "with_id")):
        some = sa.text(f"{column} IS NOT NULL")
        key = f"ix_{name}_{column}"
        op.create_index(key, name, [column], sqlite_where=some, postgresql_where=some)
