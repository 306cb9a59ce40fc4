"""One person on two platforms, and who has gone."""

import sqlalchemy as sa
from alembic import op

from bot.store.migrations.shapes import instant, person, words

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    op.create_table(
        "link_code",
        words("name"),
        words("digest"),
        person("link_code", "member_id"),
        sa.Column(
            "network_id",
            sa.Integer(),
            sa.ForeignKey("network.id", name=op.f("fk_link_code_network_id")),
            nullable=True,
        ),
        words("platform"),
        words("workspace"),
        instant("made_at"),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_link_code")),
    )
    op.create_index(op.f("ix_link_code_member_id"), "link_code", ["member_id"])

    op.add_column("member", sa.Column("prefers", sa.String(), nullable=False, server_default=""))
    for name in ("heard_at", "gone_at", "wrong_since"):
        op.add_column("identity", sa.Column(name, sa.DateTime(timezone=True), nullable=True))
    op.add_column(
        "identity", sa.Column("wrong_codes", sa.Integer(), nullable=False, server_default="0")
    )
