"""What the tables of things that belong to a meeting have in common."""

import sqlalchemy as sa
from alembic import op


def table(
    name: str,
    *columns: sa.Column[object],
    unique: tuple[str, ...] = ("meeting_id", "member_id"),
    indexes: tuple[str, ...] = ("meeting_id", "member_id"),
) -> None:
    """Make a table of what belongs to a meeting."""
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


def person(table: str, name: str, *, needed: bool = True) -> sa.Column[object]:
    """A column that holds a member."""
    key = sa.ForeignKey("member.id", name=op.f(f"fk_{table}_{name}"))
    return sa.Column(name, sa.Integer(), key, nullable=not needed)
