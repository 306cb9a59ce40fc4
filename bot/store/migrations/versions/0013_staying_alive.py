"""Staying alive: who is away, and who looks after a network."""

import sqlalchemy as sa

from bot.store.migrations.shapes import instant, person, table, words

revision = "0013"
down_revision = "0012"
NETWORK = ("network",)


def upgrade() -> None:
    table(
        "absence",
        person("absence", "member_id"),
        instant("since"),
        instant("back_at"),
        of=NETWORK,
        unique=("network_id", "member_id"),
        indexes=("member_id",),
    )
    table(
        "duty",
        person("duty", "member_id", needed=False),
        words("kind"),
        words("state"),
        person("duty", "asked_by", needed=False),
        words("after"),
        instant("made_at"),
        sa.Column("until", sa.DateTime(timezone=True), nullable=True),
        of=NETWORK,
        unique=(),
        indexes=("network_id",),
    )
