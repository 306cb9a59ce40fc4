"""After the meeting: who was there, how people look back, what was said, and what is to be done."""

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
        sa.Column("ticked", sa.Boolean(), nullable=False),
        sa.Column("said_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=True),
    )
    _table(
        "minutes",
        *(sa.Column(name, sa.String(), nullable=False) for name in ("text", "decisions")),
        _person("minutes", "written_by", needed=False),
        sa.Column("written_at", sa.DateTime(timezone=True), nullable=False),
        unique=("meeting_id",),
        indexes=(),
    )
    _table(
        "action",
        sa.Column("what", sa.String(), nullable=False),
        _person("action", "owner", needed=False),
        sa.Column("due", sa.Date(), nullable=True),
        sa.Column("state", sa.String(), nullable=False),
        _person("action", "made_by", needed=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        unique=(),
        indexes=("network_id", "meeting_id", "owner"),
    )
    _table(
        "reflection",
        _person("reflection", "member_id"),
        *(sa.Column(name, sa.String(), nullable=False) for name in ("worth", "useful", "will")),
        sa.Column("by", sa.Date(), nullable=True),
        sa.Column("help", sa.String(), nullable=False),
        sa.Column("said_at", sa.DateTime(timezone=True), nullable=False),
    )


def _table(
    name: str,
    *columns: sa.Column[object],
    unique: tuple[str, ...] = ("meeting_id", "member_id"),
    indexes: tuple[str, ...] = ("meeting_id", "member_id"),
) -> None:
    """A table of what belongs to a meeting."""
    keys = [
        sa.UniqueConstraint(*some, name=op.f(f"uq_{name}_{'_'.join(some)}"))
        for some in (unique,)
        if some
    ]
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
        *keys,
        sqlite_autoincrement=True,  # an old button must not name a new row
    )
    for of in indexes:
        op.create_index(op.f(f"ix_{name}_{of}"), name, [of])


def _person(table: str, name: str, *, needed: bool = True) -> sa.Column[object]:
    key = sa.ForeignKey("member.id", name=op.f(f"fk_{table}_{name}"))
    return sa.Column(name, sa.Integer(), key, nullable=not needed)
