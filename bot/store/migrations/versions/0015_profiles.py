"""What brings institutions that were put together apart again, and which ones are two."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"


def upgrade() -> None:
    not_same = sa.Column("not_same", sa.String(), nullable=False, server_default="")
    op.add_column("institution", not_same)
    op.add_column("affiliation", sa.Column("was_at", sa.Integer(), nullable=True))
