"""What people are asked, at a meeting's end and in between; what they write for themselves."""

import sqlalchemy as sa
from alembic import op

from bot.store.migrations.shapes import instant, person, table, words

revision = "0007"
down_revision = "0006"
NETWORK = ("network",)


def upgrade() -> None:
    for name in ("meeting", "reflection"):
        op.add_column(
            name, sa.Column("poll", sa.String(), nullable=False, server_default="meeting")
        )
    table(
        "prompt",
        words("kind"),
        sa.Column("version", sa.Integer(), nullable=False),
        *(words(name) for name in ("worth", "useful", "will", "help")),
        person("prompt", "made_by", needed=False),
        instant("made_at"),
        of=NETWORK,
        unique=("network_id", "kind", "version"),
        indexes=(),
    )
    # Alembic adds no column to SQLite that points at a table; both databases know how to.
    op.execute(
        "ALTER TABLE reflection ADD COLUMN prompt_id INTEGER "
        "CONSTRAINT fk_reflection_prompt_id REFERENCES prompt (id)"
    )
    table(
        "question",
        words("words"),
        words("circle"),
        person("question", "asked_by", needed=False),
        instant("asked_at"),
        instant("closes_at"),
        of=NETWORK,
        unique=(),
        indexes=("network_id",),
    )
    table(
        "question_answer",
        sa.Column(
            "question_id",
            sa.Integer(),
            sa.ForeignKey("question.id", name=op.f("fk_question_answer_question_id")),
            nullable=False,
        ),
        person("question_answer", "member_id"),
        words("text"),
        instant("said_at"),
        of=NETWORK,
        unique=("question_id", "member_id"),
        indexes=("member_id",),
    )
    table(
        "journal_entry",
        person("journal_entry", "member_id"),
        words("text"),
        words("shared"),
        instant("written_at"),
        of=NETWORK,
        unique=(),
        indexes=(),
    )
    op.create_index(
        "ix_journal_entry_network_id_member_id", "journal_entry", ["network_id", "member_id"]
    )
