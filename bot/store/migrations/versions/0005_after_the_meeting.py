"""After the meeting: who was there, and how people look back."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.add_column(
        "meeting", sa.Column("circle", sa.String(), nullable=False, server_default="room")
    )
    _table(
        "attendance",
        _person("attendance", "member_id", needed=False),
        sa.Column("name", sa.String(), nullable=False),
        _person("attendance", "sent_by", needed=False),
        sa.Column("state", sa.String(), nullable=False),
        _person("attendance", "ticked_by", needed=False),
        sa.Column("said_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=True),
    )
    _table(
        "reflection",
        _person("reflection", "member_id"),
        *(sa.Column(name, sa.String(), nullable=False) for name in ("worth", "useful", "will")),
        sa.Column("by", sa.Date(), nullable=True),
        sa.Column("help", sa.String(), nullable=False),
        sa.Column("said_at", sa.DateTime(timezone=True), nullable=False),
    )


def _table(name: str, *columns: sa.Column[object]) -> None:
    """A table of what people said of a meeting, each of them once."""
    op.create_table(
        name,
        sa.Column("id", sa.Integer(), nullable=False),
        *(
            sa.Column(
                f"{of}_id",
                sa.Integer(),
                sa.ForeignKey(f"{of}.id", name=op.f(f"fk_{name}_{of}_id")),
                nullable=False,
            )
            for of in ("network", "meeting")
        ),
        *columns,
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{name}")),
        sa.UniqueConstraint(
            "meeting_id", "member_id", name=op.f(f"uq_{name}_meeting_id_member_id")
        ),
        sqlite_autoincrement=True,  # an old button must not name a new row
    )
    for of in ("meeting_id", "member_id"):
        op.create_index(op.f(f"ix_{name}_{of}"), name, [of])


def _person(table: str, name: str, *, needed: bool = True) -> sa.Column[object]:
    key = sa.ForeignKey("member.id", name=op.f(f"fk_{table}_{name}"))
    return sa.Column(name, sa.Integer(), key, nullable=not needed)
