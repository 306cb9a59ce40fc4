"""Who said that somebody else is away, and when; who was asked to help and never said yes."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"


def upgrade() -> None:
    who = sa.Column("said_by", sa.Integer(), sa.ForeignKey("member.id"), nullable=True)
    op.add_column("absence", who, inline_references=True)
    op.add_column("absence", sa.Column("said_at", sa.DateTime(timezone=True), nullable=True))
    # Until now who was asked could plan at once, also without a yes: they keep what they can do.
    duty = sa.table("duty", sa.column("kind"), sa.column("state"))
    asked = duty.update().where(duty.c.state == "asked", duty.c.kind != "take-over")
    op.execute(asked.values(state="on"))
