"""Private conversations of a few people, begun by the bot."""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"


def upgrade() -> None:
    op.create_table(
        "talk",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("network_id", sa.Integer(), nullable=False),
        sa.Column("platform", sa.String(), nullable=False),
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("users", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("opened", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["network_id"], ["network.id"], name=op.f("fk_talk_network_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_talk")),
        sa.UniqueConstraint(
            "network_id",
            "platform",
            "workspace",
            "users",
            name=op.f("uq_talk_network_id_platform_workspace_users"),
        ),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_talk_opened",
        "talk",
        ["platform", "workspace", "opened"],
        sqlite_where=sa.text("opened <> ''"),
        postgresql_where=sa.text("opened <> ''"),
    )
