"""People: what they bring, where they work, and links for who has no account."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    op.create_table(
        "institution",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("network_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("phases", sa.String(), nullable=False),
        sa.Column("region", sa.String(), nullable=False),
        sa.Column("priority", sa.Boolean(), nullable=False),
        sa.Column("merged_into", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["merged_into"], ["institution.id"], name=op.f("fk_institution_merged_into")
        ),
        sa.ForeignKeyConstraint(
            ["network_id"], ["network.id"], name=op.f("fk_institution_network_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_institution")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_institution_network_id"), "institution", ["network_id"])

    op.create_table(
        "interest",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("topic", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name=op.f("fk_interest_member_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_interest")),
        sa.UniqueConstraint(
            "member_id", "kind", "topic", name=op.f("uq_interest_member_id_kind_topic")
        ),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "personal_link",
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("network_id", sa.Integer(), nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.Column("purpose", sa.String(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["member_id"], ["member.id"], name=op.f("fk_personal_link_member_id")
        ),
        sa.ForeignKeyConstraint(
            ["network_id"], ["network.id"], name=op.f("fk_personal_link_network_id")
        ),
        sa.PrimaryKeyConstraint("digest", name=op.f("pk_personal_link")),
    )
    op.create_index(op.f("ix_personal_link_member_id"), "personal_link", ["member_id"])

    op.create_table(
        "profile",
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.Column("works_as", sa.String(), nullable=False),
        sa.Column("since", sa.Integer(), nullable=True),
        sa.Column("free", sa.String(), nullable=False),
        sa.Column("travel", sa.String(), nullable=False),
        sa.Column("speaks", sa.String(), nullable=False),
        sa.Column("confirmed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name=op.f("fk_profile_member_id")),
        sa.PrimaryKeyConstraint("member_id", name=op.f("pk_profile")),
    )
    op.create_table(
        "topic",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("network_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["network_id"], ["network.id"], name=op.f("fk_topic_network_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_topic")),
        sa.UniqueConstraint("network_id", "name", name=op.f("uq_topic_network_id_name")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "affiliation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("network_id", sa.Integer(), nullable=False),
        sa.Column("institution_id", sa.Integer(), nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.Column("left_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["institution_id"], ["institution.id"], name=op.f("fk_affiliation_institution_id")
        ),
        sa.ForeignKeyConstraint(
            ["member_id"], ["member.id"], name=op.f("fk_affiliation_member_id")
        ),
        sa.ForeignKeyConstraint(
            ["network_id"], ["network.id"], name=op.f("fk_affiliation_network_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_affiliation")),
        sa.UniqueConstraint(
            "institution_id", "member_id", name=op.f("uq_affiliation_institution_id_member_id")
        ),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_affiliation_member_id"), "affiliation", ["member_id"])

    op.add_column("membership", sa.Column("shares", sa.String(), nullable=False, server_default=""))
