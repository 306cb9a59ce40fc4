"""Delivery you can trust, and series of meetings."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

UNDELIVERED = "state IN ('expired', 'failed', 'unconfirmed', 'held')"


def upgrade() -> None:
    op.create_table(
        "lease",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("owner", sa.String(), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_lease")),
    )
    op.create_table(
        "series",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("network_id", sa.Integer(), nullable=False),
        sa.Column("rule", sa.String(), nullable=False),
        sa.Column("local_start", sa.DateTime(), nullable=False),
        sa.Column("begun_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["network_id"], ["network.id"], name=op.f("fk_series_network_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_series")),
    )
    op.create_index(op.f("ix_series_network_id"), "series", ["network_id"])

    # Only what SQLite can add in place: to make a table anew it would drop the old one, and with it
    # what refers to its rows.
    op.add_column("delivery", sa.Column("sent_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column(
        "delivery", sa.Column("told", sa.Boolean(), nullable=False, server_default=sa.false())
    )
    partial("ix_delivery_expires", "expires", "state = 'waiting'")
    partial("ix_delivery_undelivered", "network_id", UNDELIVERED)
    op.add_column("lane", sa.Column("refusals", sa.Integer(), nullable=False, server_default="0"))
    op.add_column("lane", sa.Column("refused_for", sa.String(), nullable=False, server_default=""))
    op.add_column("lane", sa.Column("stopped_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column(
        "meeting",
        sa.Column("series_id", sa.Integer(), sa.ForeignKey("series.id"), nullable=True),
        inline_references=True,
    )
    op.add_column("meeting", sa.Column("occurrence", sa.Date(), nullable=True))
    op.create_index(
        "ix_meeting_series_id_occurrence", "meeting", ["series_id", "occurrence"], unique=True
    )
    op.add_column("network", sa.Column("held_since", sa.DateTime(timezone=True), nullable=True))


def partial(name: str, column: str, where: str) -> None:
    text = sa.text(where)
    op.create_index(name, "delivery", [column], sqlite_where=text, postgresql_where=text)
