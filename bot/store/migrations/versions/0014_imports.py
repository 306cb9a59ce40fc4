"""Lists of people that are taken in."""

import sqlalchemy as sa

from bot.store.migrations.shapes import instant, person, table, words

revision = "0014"
down_revision = "0013"


def upgrade() -> None:
    table(
        "import",
        person("import", "member_id", needed=False),
        words("digest"),
        words("state"),
        instant("at"),
        words("sheets"),
        words("columns"),
        words("same"),
        sa.Column("new", sa.Integer(), nullable=False),
        sa.Column("filled", sa.Integer(), nullable=False),
        sa.Column("left_out", sa.Integer(), nullable=False),
        words("made"),
        words("stands"),
        of=("network",),
        unique=(),
        indexes=("network_id",),
    )
