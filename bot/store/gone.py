"""Who has been gone for so long that nothing of them is needed: by their numbers."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, bindparam
from sqlmodel import col, select

from bot.store.db import Db
from bot.store.tables import (
    Attendance,
    Identity,
    Member,
    Membership,
    PersonalLink,
    Rsvp,
)


def long_ago(db: Db, before: datetime, most: int) -> Sequence[int]:
    """The first of those who have been gone since before an instant, at most so many."""
    found = db.all(_LONG_AGO, before=before, most=most)
    return [key for key in found if key is not None]


def _gone(before: Any) -> Any:  # noqa: ANN401 -- SQL with a parameter
    """People who left every network before an instant, and are in none; and guests without an
    account who came before it, of whom no answer, no meeting and no link is left. Not those who
    asked to be left out: they stay on that list, or a channel would bring them back.
    """
    theirs = col(Membership.member_id) == Member.id
    still = _some(theirs, col(Membership.left_at).is_(None))
    lately = _some(theirs, col(Membership.left_at) >= before)
    declined = _some(theirs, col(Membership.declined).is_(True))
    left = _some(theirs) & ~still & ~lately & ~declined
    return select(Member.id).where(left | _forgotten_guest(before)).order_by(col(Member.id))


def _forgotten_guest(before: Any) -> ColumnElement[bool]:  # noqa: ANN401
    by_link = _has(Identity, Identity.member_id, col(Identity.platform) == "web")
    others = _has(Identity, Identity.member_id, col(Identity.platform) != "web")
    theirs = col(Membership.member_id) == Member.id
    listed = _some(theirs, col(Membership.role) != "guest")
    fresh = _some(theirs, col(Membership.joined_at) >= before)
    used = [_has(table, table.member_id) for table in (Rsvp, Attendance, PersonalLink)]
    unused = ~used[0] & ~used[1] & ~used[2]
    return by_link & ~others & ~listed & ~fresh & unused


def _some(*where: ColumnElement[bool]) -> ColumnElement[bool]:
    return select(Membership.id).where(*where).exists()


def _has(table: type, owner: object, *where: ColumnElement[bool]) -> ColumnElement[bool]:
    return select(table).where(col(owner) == Member.id, *where).exists()


_LONG_AGO = _gone(bindparam("before")).limit(bindparam("most"))
