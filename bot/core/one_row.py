"""How two rows of a table that lets a person have but one become one, where two people do."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.core import journals, merged_buddies
from bot.core.rights import Role
from bot.core.rsvps import COMING
from bot.store.db import Db
from bot.store.tables import (
    Absence,
    Affiliation,
    Apart,
    Approach,
    Attendance,
    BuddyWish,
    Grouped,
    Impact,
    Interest,
    JoinCode,
    Membership,
    NotWith,
    Paired,
    Profile,
    QuestionAnswer,
    Reflection,
    Rest,
    RoundOut,
    Row,
    Rsvp,
    Trial,
    Welcome,
)


@dataclass(frozen=True, slots=True)
class Merge:
    """Who stays and who goes, and when; whether each of them has a profile to share, and whether
    they have come by personal links alone: those were never asked about private messages.
    """

    db: Db
    stays: int
    goes: int
    now: datetime
    profiled: tuple[bool, bool]
    by_link: tuple[bool, bool]


Rule = Callable[[Merge, Any, Any], None]
"""Makes one row, the first, of two: the one of who stays and the one of who goes."""


def _later(this: Merge, mine: Any, theirs: Any, *typed: str) -> None:  # noqa: ANN401 -- any row
    """What was said later counts; what was typed into the other goes to the journal."""
    old = {name: getattr(mine, name) for name in typed}
    new = {name: getattr(theirs, name) for name in typed}
    if _at(theirs) > _at(mine):
        _take(mine, theirs)
        old, new = new, old
    for name, words in new.items():
        if words and not old[name]:
            setattr(mine, name, words)
        elif words and words != old[name]:
            journals.write(this.db, mine.network_id, this.stays, words, this.now)


def _take(mine: Row, theirs: Row) -> None:
    """All that the other row says, but whose it is."""
    said = theirs.model_dump(exclude={"id", "member_id"})
    for name, value in said.items():
        setattr(mine, name, value)


def _at(row: Any) -> tuple[datetime, int]:  # noqa: ANN401 -- any row
    """When a row was written; of two of the same instant, which came later."""
    if isinstance(row, Rsvp):
        return row.answered_at, row.order
    return row.said_at, row.id


def _typed(*names: str) -> Rule:
    return lambda this, mine, theirs: _later(this, mine, theirs, *names)


def _rsvp(this: Merge, mine: Rsvp, theirs: Rsvp) -> None:
    """Who has a seat by either keeps it, and who hid their name once is hidden."""
    both = mine, theirs
    hidden = any(row.hidden for row in both)
    seated = any(row.answer in COMING and row.waits_since is None for row in both)
    _later(this, mine, theirs, "delegate")
    mine.hidden = hidden
    if mine.answer not in COMING:
        mine.delegate = mine.delegate if mine.answer == "no" else ""
    elif seated:
        mine.waits_since, mine.offered_until = None, None


def _attendance(this: Merge, mine: Attendance, theirs: Attendance) -> None:
    """Who was there by either was there."""
    if mine.state == theirs.state:
        _later(this, mine, theirs)
    elif theirs.state == "here":
        _take(mine, theirs)


def _membership(this: Merge, mine: Membership, theirs: Membership) -> None:
    """The higher role, of those that still hold; what was agreed to by both, or by the one who was
    asked; shared is what both share, unless the other has nothing to share.
    """
    both = mine, theirs
    here = [row for row in both if row.left_at is None]
    mine.role = max((Role(row.role) for row in here or (mine,)), key=list(Role).index)
    mine.joined_at = min(mine.joined_at, theirs.joined_at)
    mine.declined = not here and (mine.declined or theirs.declined)
    mine.left_at = None if here else max(filter(None, (mine.left_at, theirs.left_at)))
    asked = [row for row, by_link in zip(both, this.by_link, strict=True) if not by_link]
    said = [row.private for row in asked if row in (here or both) and row.private is not None]
    mine.private = all(said) if said else None
    mine.shares = _shares(this, mine.shares, theirs.shares)
    mine.paused_until = max(filter(None, (mine.paused_until, theirs.paused_until)), default=None)
    mine.by_code = all(row.by_code for row in here or both)
    mine.hosts, mine.hosted = (
        any(getattr(row, name) for row in here or both) for name in ("hosts", "hosted")
    )
    by = (row.invited_by for row in both if row.invited_by not in (this.stays, this.goes))
    mine.invited_by = next((one for one in by if one), None)
    mine.asked_after = mine.asked_after or theirs.asked_after


def _shares(this: Merge, mine: str, theirs: str) -> str:
    if this.profiled == (True, False):
        return mine
    if this.profiled == (False, True):
        return theirs
    return " ".join(part for part in mine.split() if part in theirs.split())


def _profile(_: Merge, mine: Profile, theirs: Profile) -> None:
    """What was confirmed later, and of the other what that leaves open; lists are put together."""
    first, then = (mine, theirs) if _confirmed(mine) >= _confirmed(theirs) else (theirs, mine)
    for name in ("works_as", "since", "travel"):
        setattr(mine, name, getattr(first, name) or getattr(then, name))
    for name in ("free", "speaks"):
        words = f"{getattr(first, name)} {getattr(then, name)}".split()
        setattr(mine, name, " ".join(dict.fromkeys(words)))
    mine.confirmed_at = max(filter(None, (mine.confirmed_at, theirs.confirmed_at)), default=None)
    mine.asked_at = max(filter(None, (mine.asked_at, theirs.asked_at)), default=None)


def _confirmed(row: Profile) -> float:
    return row.confirmed_at.timestamp() if row.confirmed_at else 0.0


def _affiliation(_: Merge, mine: Affiliation, theirs: Affiliation) -> None:
    """Who is still there by either is still there."""
    both = mine.left_on, theirs.left_on
    mine.left_on = None if None in both else max(day for day in both if day)


def _absence(_: Merge, mine: Absence, theirs: Absence) -> None:
    """Away from the first day of either until the last."""
    mine.since, mine.back_at = min(mine.since, theirs.since), max(mine.back_at, theirs.back_at)


def _approach(_: Merge, mine: Approach, theirs: Approach) -> None:
    """Who has said yes by either helps; else the later word counts."""
    if mine.state != "yes" and (theirs.state == "yes" or theirs.answered_at is not None):
        _take(mine, theirs)


def _rest(_: Merge, mine: Rest, theirs: Rest) -> None:
    """Nothing is asked for as long as either said."""
    ends = mine.until, theirs.until
    mine.until = None if None in ends else max(end for end in ends if end)


def same(_this: Merge, _mine: Row, _theirs: Row) -> None:
    """Both say the same."""


RULES: Mapping[type[Row], Rule] = {
    Rsvp: _rsvp,
    Attendance: _attendance,
    Reflection: _typed("useful", "will", "help"),
    Trial: _typed("line"),
    Impact: lambda this, mine, theirs: _later(
        this, mine, theirs, *(("answer",) if mine.item == "evidence" else ())
    ),
    QuestionAnswer: _typed("text"),
    Membership: _membership,
    Profile: _profile,
    Affiliation: _affiliation,
    Absence: _absence,
    BuddyWish: merged_buddies.wish,
    Paired: merged_buddies.paired,
    Approach: _approach,
    Rest: _rest,
    **dict.fromkeys((Interest, Welcome, JoinCode, NotWith, Apart, RoundOut, Grouped), same),
}
"""How two rows become one in each table that lets a person have but one."""
