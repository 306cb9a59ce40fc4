"""After the meeting: who was there, how people look back, what was said, and what is to be done."""

import sqlalchemy as sa
from alembic import op

from bot.store.migrations.shapes import person, table

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.add_column(
        "meeting", sa.Column("circle", sa.String(), nullable=False, server_default="room")
    )
    table(
        "attendance",
        person("attendance", "member_id", needed=False),
        sa.Column("name", sa.String(), nullable=False),
        person("attendance", "sent_by", needed=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("ticked", sa.Boolean(), nullable=False),
        sa.Column("said_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=True),
    )
    table(
        "minutes",
        *(sa.Column(name, sa.String(), nullable=False) for name in ("text", "decisions")),
        person("minutes", "written_by", needed=False),
        sa.Column("written_at", sa.DateTime(timezone=True), nullable=False),
        unique=("meeting_id",),
        indexes=(),
    )
    table(
        "action",
        sa.Column("what", sa.String(), nullable=False),
        person("action", "owner", needed=False),
        sa.Column("due", sa.Date(), nullable=True),
        sa.Column("state", sa.String(), nullable=False),
        person("action", "made_by", needed=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        unique=(),
        indexes=("network_id", "meeting_id", "owner"),
    )
    table(
        "reflection",
        person("reflection", "member_id"),
        *(sa.Column(name, sa.String(), nullable=False) for name in ("worth", "useful", "will")),
        sa.Column("by", sa.Date(), nullable=True),
        sa.Column("help", sa.String(), nullable=False),
        sa.Column("said_at", sa.DateTime(timezone=True), nullable=False),
    )
