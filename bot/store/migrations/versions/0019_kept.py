"""Of which schools a coordinator has said something: they stay when nobody names them any more."""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"


def upgrade() -> None:
    kept = sa.Column("kept", sa.Boolean(), nullable=False, server_default=sa.false())
    op.add_column("institution", kept)
