"""A person has one code by which others come into a network."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"

DOUBLES = sa.text(
    "DELETE FROM join_code WHERE EXISTS (SELECT 1 FROM join_code AS later"
    " WHERE later.network_id = join_code.network_id AND later.member_id = join_code.member_id"
    " AND (later.made_at > join_code.made_at"
    " OR (later.made_at = join_code.made_at AND later.code > join_code.code)))"
)
"""Who was made one of two people had the codes of both."""


def upgrade() -> None:
    op.execute(DOUBLES)
    name = op.f("uq_join_code_network_id_member_id")
    with op.batch_alter_table("join_code") as table:
        table.create_unique_constraint(name, ["network_id", "member_id"])
