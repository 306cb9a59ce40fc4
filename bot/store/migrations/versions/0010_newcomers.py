"""How people come in: codes, who invited them, and who looks out for them."""

import sqlalchemy as sa
from alembic import op

from bot.store.migrations import shapes

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    op.create_table(
        "join_code",
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("network_id", sa.Integer(), nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=True),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name=op.f("fk_join_code_member_id")),
        sa.ForeignKeyConstraint(
            ["network_id"], ["network.id"], name=op.f("fk_join_code_network_id")
        ),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_join_code")),
    )
    op.create_index(op.f("ix_join_code_member_id"), "join_code", ["member_id"])
    op.create_index(op.f("ix_join_code_network_id"), "join_code", ["network_id"])
    shapes.table(
        "welcome",
        shapes.person("welcome", "member_id"),
        shapes.person("welcome", "host_id"),
        shapes.instant("made_at"),
        indexes=("meeting_id", "member_id", "host_id"),
    )
    inviter = sa.Column("invited_by", sa.Integer(), sa.ForeignKey("member.id"), nullable=True)
    op.add_column("membership", inviter, inline_references=True)
    for name in ("by_code", "hosts", "hosted"):
        column = sa.Column(name, sa.Boolean(), nullable=False, server_default=sa.false())
        op.add_column("membership", column)
    asked = sa.Column("asked_after", sa.String(), nullable=False, server_default="")
    op.add_column("membership", asked)
