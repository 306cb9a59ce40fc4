"""Data rights: counts that stay, what went by itself, and who wants to be left in peace."""

import sqlalchemy as sa
from alembic import op

from bot.store.migrations import shapes

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    shapes.table(
        "tally",
        shapes.words("kind"),
        sa.Column("about", sa.Integer(), nullable=False),
        shapes.words("said"),
        sa.Column("count", sa.Integer(), nullable=False),
        of=("network",),
        unique=("kind", "about", "said"),
        indexes=("network_id",),
    )
    shapes.table(
        "clearing",
        sa.Column("on", sa.Date(), nullable=False),
        shapes.words("what"),
        sa.Column("count", sa.Integer(), nullable=False),
        of=("network",),
        unique=("network_id", "on", "what"),
        indexes=(),
    )
    op.add_column(
        "membership", sa.Column("paused_until", sa.DateTime(timezone=True), nullable=True)
    )
