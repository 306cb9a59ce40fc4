"""Before the meeting: terms, agenda, seats, and reminders that a coordinator decides about."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.add_column("network", _text("region"))
    _table("term", "network_id", _words("kind"), _words("name"), _day("first"), _day("last"))
    op.add_column("meeting", _text("mode", "room"))
    op.add_column("meeting", sa.Column("seats", sa.Integer(), nullable=True))
    op.add_column("meeting", sa.Column("online_seats", sa.Integer(), nullable=True))
    op.add_column("meeting", _text("link"))
    op.add_column("meeting", _text("bring"))
    op.add_column(
        "meeting", sa.Column("ends", sa.Boolean(), nullable=False, server_default=sa.false())
    )
    op.add_column(
        "rsvp", sa.Column("online", sa.Boolean(), nullable=False, server_default=sa.false())
    )
    op.add_column("rsvp", sa.Column("guests", sa.Integer(), nullable=False, server_default="0"))
    op.add_column("rsvp", _text("delegate"))
    op.add_column("rsvp", sa.Column("waits_since", sa.DateTime(timezone=True), nullable=True))
    op.add_column(
        "rsvp", sa.Column("waits_order", sa.BigInteger(), nullable=False, server_default="0")
    )
    op.add_column("rsvp", sa.Column("offered_until", sa.DateTime(timezone=True), nullable=True))
    waiting = sa.text("waits_since IS NOT NULL")
    op.create_index(
        "ix_rsvp_waiting", "rsvp", ["meeting_id"],
        sqlite_where=waiting, postgresql_where=waiting,
    )  # fmt: skip
    _table(
        "agenda_item", "meeting_id",
        _number("position"), _words("title"), _number("minutes"), _words("kind"), _words("state"),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        persons=("lead", "proposed_by"),
    )  # fmt: skip
    _table(
        "reminder", "meeting_id",
        _words("name"), _words("audience"), sa.Column("days_before", sa.Integer(), nullable=True),
        sa.Column("at", sa.Time(), nullable=True), _words("words"), _words("state"),
        sa.Column("before", sa.String(), nullable=True),
        persons=("made_by",),
    )  # fmt: skip
    # The reminders of the day have other names now; those that wait are planned anew.
    op.execute(
        "UPDATE delivery SET state = 'cancelled' WHERE view = 'meeting.today' AND state = 'waiting'"
    )


def _table(name: str, of: str, *columns: sa.Column[object], persons: tuple[str, ...] = ()) -> None:
    owners = ["network_id", *(["meeting_id"] if of == "meeting_id" else [])]
    points = {owner: owner.removesuffix("_id") for owner in owners} | dict.fromkeys(
        persons, "member"
    )
    op.create_table(
        name,
        sa.Column("id", sa.Integer(), nullable=False),
        *(sa.Column(point, sa.Integer(), nullable=point in persons) for point in points),
        *columns,
        *(
            sa.ForeignKeyConstraint([point], [f"{table}.id"], name=op.f(f"fk_{name}_{point}"))
            for point, table in points.items()
        ),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{name}")),
        sqlite_autoincrement=True,  # an old button must not name a new row
    )
    op.create_index(op.f(f"ix_{name}_{of}"), name, [of])


def _text(name: str, default: str = "") -> sa.Column[str]:
    return sa.Column(name, sa.String(), nullable=False, server_default=default)


def _words(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.String(), nullable=False)


def _number(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), nullable=False)


def _day(name: str) -> sa.Column[object]:
    return sa.Column(name, sa.Date(), nullable=False)
