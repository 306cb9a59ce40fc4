"""What has come in: ids, never bodies."""

from datetime import datetime

from sqlalchemy import delete
from sqlmodel import col

from bot.store.db import Db
from bot.store.tables import Inbox


def first_time(db: Db, platform: str, call: str, now: datetime) -> bool:
    """Whether this call has not come before; it has from now on, if the transaction commits."""
    values = {"platform": platform, "call": call, "came_at": now}
    return db.upsert(Inbox, values, key=("platform", "call"), change=())


def forget(db: Db, platform: str, call: str) -> None:
    """It had no effect, and may come again."""
    db.execute(delete(Inbox).where(col(Inbox.platform) == platform, col(Inbox.call) == call))


def forget_person(db: Db, platform: str, user: str) -> None:
    """Forget the ids of calls that begin with somebody's account, as those from pages do."""
    theirs = col(Inbox.call).startswith(f"{user}:", autoescape=True)
    db.execute(delete(Inbox).where(col(Inbox.platform) == platform, theirs))


def purge(db: Db, before: datetime) -> int:
    """Forget what came before; a week has to be kept, for platforms repeat themselves late."""
    return db.execute(delete(Inbox).where(col(Inbox.came_at) < before))
