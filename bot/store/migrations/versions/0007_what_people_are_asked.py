"""What people are asked, at a meeting's end and in between; what they write for themselves."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0005"


def upgrade() -> None:
    for table in ("meeting", "reflection"):
        op.add_column(
            table, sa.Column("poll", sa.String(), nullable=False, server_default="meeting")
        )
    _table(
        "prompt",
        _words("kind"),
        sa.Column("version", sa.Integer(), nullable=False),
        *(_words(name) for name in ("worth", "useful", "will", "help")),
        _person("prompt", "made_by", needed=False),
        _instant("made_at"),
        unique=("network_id", "kind", "version"),
    )
    # Alembic adds no column to SQLite that points at a table; both databases know how to.
    op.execute(
        "ALTER TABLE reflection ADD COLUMN prompt_id INTEGER "
        "CONSTRAINT fk_reflection_prompt_id REFERENCES prompt (id)"
    )
    _table(
        "question",
        _words("words"),
        _words("circle"),
        _person("question", "asked_by", needed=False),
        _instant("asked_at"),
        _instant("closes_at"),
        indexes=("network_id",),
    )
    _table(
        "question_answer",
        sa.Column(
            "question_id",
            sa.Integer(),
            sa.ForeignKey("question.id", name=op.f("fk_question_answer_question_id")),
            nullable=False,
        ),
        _person("question_answer", "member_id"),
        _words("text"),
        _instant("said_at"),
        unique=("question_id", "member_id"),
        indexes=("member_id",),
    )
    _table(
        "journal_entry",
        _person("journal_entry", "member_id"),
        _words("text"),
        _words("shared"),
        _instant("written_at"),
    )
    op.create_index(
        "ix_journal_entry_network_id_member_id", "journal_entry", ["network_id", "member_id"]
    )


def _table(
    name: str,
    *columns: sa.Column[object],
    unique: tuple[str, ...] = (),
    indexes: tuple[str, ...] = (),
) -> None:
    """A table of what belongs to a network."""
    network = sa.ForeignKey("network.id", name=op.f(f"fk_{name}_network_id"))
    key = sa.UniqueConstraint(*unique, name=op.f(f"uq_{name}_{'_'.join(unique)}"))
    op.create_table(
        name,
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("network_id", sa.Integer(), network, nullable=False),
        *columns,
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{name}")),
        *([key] if unique else ()),
        sqlite_autoincrement=True,  # an old button must not name a new row
    )
    for of in indexes:
        op.create_index(op.f(f"ix_{name}_{of}"), name, [of])


def _words(name: str) -> sa.Column[object]:
    return sa.Column(name, sa.String(), nullable=False)


def _instant(name: str) -> sa.Column[object]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=False)


def _person(table: str, name: str, *, needed: bool = True) -> sa.Column[object]:
    key = sa.ForeignKey("member.id", name=op.f(f"fk_{table}_{name}"))
    return sa.Column(name, sa.Integer(), key, nullable=not needed)
