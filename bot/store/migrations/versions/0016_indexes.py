"""What points at a row is found by an index, so that it can go without a search of everything."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
POINT = (
    ("action", "made_by"),
    ("agenda_item", "lead"),
    ("agenda_item", "proposed_by"),
    ("attendance", "sent_by"),
    ("delivery", "thread_of"),
    ("duty", "asked_by"),
    ("duty", "member_id"),
    ("import", "member_id"),
    ("institution", "merged_into"),
    ("meeting", "planned_by"),
    ("membership", "invited_by"),
    ("minutes", "written_by"),
    ("personal_link", "made_by"),
    ("prompt", "made_by"),
    ("question", "asked_by"),
    ("reflection", "prompt_id"),
    ("reminder", "made_by"),
    ("rsvp", "sends"),
)


def upgrade() -> None:
    for table, column in POINT:
        some = sa.text(f"{column} IS NOT NULL")
        op.create_index(
            f"ix_{table}_{column}", table, [column], sqlite_where=some, postgresql_where=some
        )
    op.create_index("ix_journal_entry_member_id", "journal_entry", ["member_id"])
