"""A code by which people came in, and that was ended, stays: it is never given again."""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"


def upgrade() -> None:
    ended = sa.Column("ended", sa.Boolean(), nullable=False, server_default=sa.false())
    op.add_column("join_code", ended)
