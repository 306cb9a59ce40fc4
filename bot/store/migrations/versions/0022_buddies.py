"""Buddies: who is in, and the rounds in which people go together."""

import sqlalchemy as sa
from alembic import op

from bot.store.migrations.shapes import instant, person, table, words

revision = "0022"
down_revision = "0021"
NETWORK = ("network",)


def upgrade() -> None:
    table(
        "buddy_plan",
        _is("is_on"),
        _count("weeks"),
        sa.Column("next_on", sa.Date(), nullable=True),
        _is("same_school"),
        of=NETWORK,
        unique=("network_id",),
        indexes=(),
    )
    table(
        "buddy_wish",
        person("buddy_wish", "member_id"),
        instant("since"),
        _maybe("paused_until"),
        words("mode"),
        _count("every"),
        words("phase"),
        _maybe("left_at"),
        of=NETWORK,
        unique=("network_id", "member_id"),
        indexes=("member_id",),
    )
    table(
        "not_with",
        person("not_with", "member_id"),
        person("not_with", "other_id", needed=False),
        of=NETWORK,
        unique=("network_id", "member_id", "other_id"),
        indexes=("member_id",),
    )
    _where_set("not_with", "other_id")
    table(
        "round",
        _count("number"),
        _count("seed"),
        words("state"),
        _count("size"),
        words("task"),
        person("round", "asked_by", needed=False),
        instant("made_at"),
        *map(_maybe, ("looked_at", "goes_at", "introduced_at", "half_at", "ends_at")),
        _is("by_itself"),
        sa.Column("score", sa.BigInteger(), nullable=False),
        sa.Column("bound", sa.BigInteger(), nullable=False),
        of=NETWORK,
        unique=("network_id", "number"),
        indexes=(),
    )
    _where_set("round", "asked_by")
    table(
        "apart",
        _round("apart"),
        person("apart", "member_id"),
        person("apart", "other_id"),
        of=NETWORK,
        unique=("round_id", "member_id", "other_id"),
        indexes=("network_id", "member_id", "other_id"),
    )
    table(
        "round_out",
        _round("round_out"),
        person("round_out", "member_id"),
        words("why"),
        of=NETWORK,
        unique=("round_id", "member_id"),
        indexes=("network_id", "member_id"),
    )
    table(
        "pair",
        _round("pair"),
        _count("number"),
        words("state"),
        _is("kept"),
        _is("repeat"),
        sa.Column("talk_id", sa.Integer(), nullable=True),
        _maybe("introduced_at"),
        _pair("pair", "after_pair", needed=False),
        of=NETWORK,
        unique=(),
        indexes=("network_id", "round_id"),
    )
    _where_set("pair", "after_pair")
    table(
        "paired",
        _pair("paired", "pair_id"),
        person("paired", "member_id"),
        sa.Column("agreed", sa.Boolean(), nullable=True),
        words("contact"),
        words("met"),
        _maybe("said_at"),
        words("of_use"),
        _is("silent"),
        of=NETWORK,
        unique=("pair_id", "member_id"),
        indexes=("network_id", "member_id"),
    )


def _is(name: str) -> sa.Column[object]:
    return sa.Column(name, sa.Boolean(), nullable=False)


def _count(name: str) -> sa.Column[object]:
    return sa.Column(name, sa.Integer(), nullable=False)


def _maybe(name: str) -> sa.Column[object]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=True)


def _round(of: str) -> sa.Column[object]:
    key = sa.ForeignKey("round.id", name=op.f(f"fk_{of}_round_id"))
    return sa.Column("round_id", sa.Integer(), key, nullable=False)


def _pair(of: str, name: str, *, needed: bool = True) -> sa.Column[object]:
    key = sa.ForeignKey("pair.id", name=op.f(f"fk_{of}_{name}"))
    return sa.Column(name, sa.Integer(), key, nullable=not needed)


def _where_set(of: str, name: str) -> None:
    here = sa.text(f"{name} IS NOT NULL")
    op.create_index(op.f(f"ix_{of}_{name}"), of, [name], sqlite_where=here, postgresql_where=here)
