"""The colleague who is sent becomes a person of their own; who made a link can end it."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    for table, column in (("rsvp", "sends"), ("personal_link", "made_by")):
        key = sa.Column(column, sa.Integer(), sa.ForeignKey("member.id"), nullable=True)
        op.add_column(table, key, inline_references=True)
