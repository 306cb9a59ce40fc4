"""Weeks later: a task to try with one class, and what happened there."""

import sqlalchemy as sa
from alembic import op

from bot.store.migrations.shapes import person, table

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    op.add_column("meeting", sa.Column("task", sa.String(), nullable=False, server_default=""))
    op.add_column("meeting", sa.Column("task_due", sa.Date(), nullable=True))
    for name in ("class_at", "class_until", "again_at", "again_until"):
        op.add_column("meeting", sa.Column(name, sa.DateTime(timezone=True), nullable=True))
    table(
        "trial",
        person("trial", "member_id"),
        *(sa.Column(name, sa.String(), nullable=False) for name in ("state", "line")),
        sa.Column("said_at", sa.DateTime(timezone=True), nullable=False),
    )
    table(
        "impact",
        person("impact", "member_id"),
        *(sa.Column(name, sa.String(), nullable=False) for name in ("item", "answer")),
        sa.Column("time", sa.Integer(), nullable=False),
        sa.Column("said_at", sa.DateTime(timezone=True), nullable=False),
        unique=("meeting_id", "member_id", "item", "time"),
    )
