"""What tables have in common that are made after the first version."""

import sqlalchemy as sa
from alembic import op

OF_A_MEETING = ("network", "meeting")


def table(
    name: str,
    *columns: sa.Column[object],
    of: tuple[str, ...] = OF_A_MEETING,
    unique: tuple[str, ...] = ("meeting_id", "member_id"),
    indexes: tuple[str, ...] = ("meeting_id", "member_id"),
) -> None:
    """Make a table of what belongs to a network, and to a meeting where that is what it is `of`."""
    key = sa.UniqueConstraint(*unique, name=op.f(f"uq_{name}_{'_'.join(unique)}"))
    op.create_table(
        name,
        sa.Column("id", sa.Integer(), nullable=False),
        *(_owner(name, owner) for owner in of),
        *columns,
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{name}")),
        *([key] if unique else ()),
        sqlite_autoincrement=True,  # an old button must not name a new row
    )
    for column in indexes:
        op.create_index(op.f(f"ix_{name}_{column}"), name, [column])


def _owner(table: str, of: str) -> sa.Column[object]:
    key = sa.ForeignKey(f"{of}.id", name=op.f(f"fk_{table}_{of}_id"))
    return sa.Column(f"{of}_id", sa.Integer(), key, nullable=False)


def person(table: str, name: str, *, needed: bool = True) -> sa.Column[object]:
    """A column that holds a member."""
    key = sa.ForeignKey("member.id", name=op.f(f"fk_{table}_{name}"))
    return sa.Column(name, sa.Integer(), key, nullable=not needed)


def words(name: str) -> sa.Column[object]:
    """A column that holds a text."""
    return sa.Column(name, sa.String(), nullable=False)


def instant(name: str) -> sa.Column[object]:
    """A column that holds an instant."""
    return sa.Column(name, sa.DateTime(timezone=True), nullable=False)
