"""What people offer, whom somebody asks for it, and what they rather are not asked."""

import sqlalchemy as sa
from alembic import op

from bot.store.migrations.shapes import instant, person, table, words

revision = "0025"
down_revision = "0024"
NETWORK = ("network",)


def upgrade() -> None:
    table(
        "offer",
        person("offer", "member_id"),
        *map(words, ("kind", "words", "link", "phase", "language")),
        sa.Column("until", sa.Date(), nullable=False),
        words("state"),
        instant("made_at"),
        of=NETWORK,
        unique=(),
        indexes=("member_id",),
    )
    op.create_index("ix_offer_network_id_state", "offer", ["network_id", "state"])
    table(
        "approach",
        _points("request_id", "request"),
        person("approach", "member_id"),
        _points("offer_id", "offer", needed=False),
        *map(words, ("topics", "state")),
        instant("asked_at"),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        of=NETWORK,
        unique=("request_id", "member_id"),
        indexes=("member_id",),
    )
    some = sa.text("offer_id IS NOT NULL")
    op.create_index(
        "ix_approach_offer_id", "approach", ["offer_id"], sqlite_where=some, postgresql_where=some
    )
    table(
        "rest",
        person("rest", "member_id"),
        words("topic"),
        sa.Column("until", sa.DateTime(timezone=True), nullable=True),
        of=NETWORK,
        unique=("network_id", "member_id", "topic"),
        indexes=("member_id",),
    )


def _points(name: str, at: str, *, needed: bool = True) -> sa.Column[object]:
    key = sa.ForeignKey(f"{at}.id", name=op.f(f"fk_approach_{name}"))
    return sa.Column(name, sa.Integer(), key, nullable=not needed)
