"""Who said that somebody else is away, and when; who was asked to help and never said yes."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
COLUMNS = ("network_id", "member_id", "kind", "state")


def upgrade() -> None:
    who = sa.Column("said_by", sa.Integer(), sa.ForeignKey("member.id"), nullable=True)
    op.add_column("absence", who, inline_references=True)
    op.add_column("absence", sa.Column("said_at", sa.DateTime(timezone=True), nullable=True))
    some = sa.text("said_by IS NOT NULL")
    op.create_index(
        "ix_absence_said_by", "absence", ["said_by"], sqlite_where=some, postgresql_where=some
    )
    # Until now who was asked could plan at once, also without a yes: they keep what they can do.
    duty = sa.table("duty", *map(sa.column, COLUMNS))
    there = sa.table("membership", *map(sa.column, ("network_id", "member_id", "role")))
    plans = sa.exists().where(
        there.c.network_id == duty.c.network_id,
        there.c.member_id == duty.c.member_id,
        there.c.role == "coordinator",
    )
    asked = duty.update().where(duty.c.state == "asked", duty.c.kind != "take-over", plans)
    op.execute(asked.values(state="on"))
