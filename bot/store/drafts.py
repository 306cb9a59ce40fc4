"""What people typed and could not save yet."""

from datetime import datetime

from sqlmodel import col, delete, select

from bot import chat
from bot.store.db import Db
from bot.store.tables import Draft


def mine(db: Db, person: chat.Person, draft: int) -> Draft | None:
    """A person's own draft of this number."""
    return db.first(
        select(Draft).where(
            Draft.id == draft,
            Draft.platform == person.platform,
            Draft.workspace == person.workspace,
            Draft.user == person.user,
        )
    )


def purge(db: Db, before: datetime) -> None:
    """Drop what was kept before this instant."""
    db.execute(delete(Draft).where(col(Draft.kept_at) < before))
