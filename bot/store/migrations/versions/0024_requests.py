"""Kits and every move of them; who asks for what, and what becomes of it."""

import sqlalchemy as sa
from alembic import op

from bot.store.migrations.shapes import instant, person, table, words

revision = "0024"
down_revision = "0023"
NETWORK = ("network",)
POINT = (
    ("request", "member_id"),
    ("request", "kit_id"),
    ("request", "of_meeting"),
    ("request", "decided_by"),
    ("move", "request_id"),
    ("move", "actor_id"),
    ("request_event", "actor_id"),
)


def upgrade() -> None:
    _kits()
    _requests()
    _moves()
    for name, column in POINT:
        some = sa.text(f"{column} IS NOT NULL")
        op.create_index(
            f"ix_{name}_{column}", name, [column], sqlite_where=some, postgresql_where=some
        )
    op.create_index("ix_request_network_id_state", "request", ["network_id", "state"])
    first = sa.Column("priority_first", sa.Boolean(), nullable=False, server_default=sa.false())
    op.add_column("network", first)


def _kits() -> None:
    table(
        "kit",
        *map(words, ("name", "kind", "place")),
        _flag("trained"),
        sa.Column("most", sa.Integer(), nullable=True),
        _number("days"),
        *map(words, ("approved", "note")),
        _flag("retired"),
        of=NETWORK,
        unique=("network_id", "name"),
        indexes=(),
    )
    table(
        "training",
        _points("training", "kit_id", "kit"),
        _points("training", "meeting_id", "meeting"),
        of=NETWORK,
        unique=("kit_id", "meeting_id"),
        indexes=("meeting_id",),
    )


def _requests() -> None:
    table(
        "request",
        person("request", "member_id", needed=False),
        words("kind"),
        _points("request", "kit_id", "kit", needed=False),
        _number("count"),
        sa.Column("pupils", sa.Integer(), nullable=True),
        words("purpose"),
        sa.Column("first", sa.Date(), nullable=True),
        sa.Column("until", sa.Date(), nullable=True),
        words("state"),
        _number("ahead"),
        *map(instant, ("asked_at", "marked_at")),
        person("request", "decided_by", needed=False),
        words("why"),
        _points("request", "of_meeting", "meeting", needed=False),
        _flag("from_answer"),
        sa.Column("reached", sa.Integer(), nullable=True),
        *map(words, ("told", "note")),
        of=NETWORK,
        unique=(),
        indexes=(),
    )
    table(
        "request_event",
        _points("request_event", "request_id", "request"),
        *map(words, ("act", "before", "after")),
        person("request_event", "actor_id", needed=False),
        words("why"),
        instant("at"),
        of=NETWORK,
        unique=(),
        indexes=("request_id",),
    )


def _moves() -> None:
    table(
        "move",
        _points("move", "kit_id", "kit"),
        _points("move", "request_id", "request", needed=False),
        *map(words, ("from_place", "to_place")),
        _number("count"),
        person("move", "actor_id", needed=False),
        words("reason"),
        instant("at"),
        of=NETWORK,
        unique=(),
        indexes=("kit_id",),
    )


def _flag(name: str) -> sa.Column[object]:
    return sa.Column(name, sa.Boolean(), nullable=False)


def _number(name: str) -> sa.Column[object]:
    return sa.Column(name, sa.Integer(), nullable=False)


def _points(table: str, name: str, at: str, *, needed: bool = True) -> sa.Column[object]:
    key = sa.ForeignKey(f"{at}.id", name=op.f(f"fk_{table}_{name}"))
    return sa.Column(name, sa.Integer(), key, nullable=not needed)
