"""Buckets: what a platform takes in all, shared by every process."""

from datetime import datetime, timedelta

from sqlmodel import select

from bot.store.db import Db
from bot.store.tables import Bucket

TENS = 10
"""Tokens are taken by the handful: a row lock for each message would be the hot row."""


def tokens(
    db: Db, platform: str, *, wanted: int, per_second: float, now: datetime
) -> tuple[int, datetime]:
    """Take up to `wanted` tokens of what a platform takes in all; where there are none, the
    instant at which there will be a handful. A second's worth can gather, and no more.
    """
    most = max(1.0, per_second)
    new = {"platform": platform, "workspace": "", "tokens": most, "refilled_at": now}
    db.upsert(Bucket, new, key=("platform", "workspace"), change=())
    bucket = db.one_value(
        select(Bucket).where(Bucket.platform == platform, Bucket.workspace == "").with_for_update()
    )
    # A clock that was put back refills nothing, and counts on from there.
    passed = max(0.0, (now - bucket.refilled_at).total_seconds())
    there = min(most, bucket.tokens + passed * per_second)
    taken = min(wanted, int(there))
    bucket.tokens, bucket.refilled_at = there - taken, now
    missing = max(0.0, min(TENS, most) - bucket.tokens)
    return taken, now + timedelta(seconds=missing / per_second)
