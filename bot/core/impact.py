"""What happened in class, weeks after a meeting: who is asked, what they tell, and who reads it."""

from collections import Counter
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from bot.core import attendance, planned, plans, terms
from bot.core.people import number
from bot.core.reflections import ENOUGH
from bot.core.schooldays import School
from bot.store import attendance as attended
from bot.store import impact, networks, reminders, tallies
from bot.store import meetings as stored_meetings
from bot.store.db import Db
from bot.store.tables import Impact, Meeting

ITEMS = ("practice", "shared", "engagement")
"""One item of each level: on me, on colleagues, on pupils (DOMAIN.md "Impact questions"). What one
did comes first, what pupils do needs the longest.
"""
EVIDENCE = "evidence"
EARLY = "cannot say"
AGREE = ("strongly agree", "agree")
SCALE = (*AGREE, "disagree", "strongly disagree", EARLY)


class NotAsked(Exception):
    """The person is not asked what happened in class after the meeting: they were not there, or
    have nothing more to tell.
    """


class Closed(Exception):
    """Nobody tells it now; `opens` is when they will be asked, None when that is over."""

    def __init__(self, opens: datetime | None) -> None:
        super().__init__()
        self.opens = opens


@dataclass(frozen=True, slots=True)
class Figure:
    """What people say of an item: of `base` people, `agree` do; for `early` more it is too early to
    say.
    """

    item: str
    base: int
    agree: int
    early: int


@dataclass(frozen=True, slots=True)
class Asked:
    """What a person is asked now: for which `time`, which items, and what they have said to them
    already.
    """

    time: int
    items: tuple[str, ...]
    said: dict[str, str]


@dataclass(frozen=True, slots=True)
class Told:
    """What a person told: their name, their answers by item, the last word of each, and when."""

    name: str
    answers: dict[str, str]
    at: datetime


Which = Literal[1, 2]


def _school(db: Db, meeting: Meeting) -> School:
    return terms.school(db, networks.get(db, meeting.network_id))


def times(meeting: Meeting, school: School) -> dict[Which, plans.Window]:
    """From when until when people tell it, for the first and the second time."""
    ends = stored_meetings.end(meeting)
    first, again = plans.in_class(ends, school, planned.since(meeting))
    return {1: first, 2: again}


def asked(db: Db, meeting: Meeting, member: int, now: datetime) -> Asked:
    """What a person is asked now. Raises NotAsked, Closed."""
    if meeting.state != "planned" or not attendance.was_there(db, meeting, member):
        raise NotAsked
    when = times(meeting, _school(db, meeting))
    rows = impact.mine(db, meeting.network_id, number(meeting.id), member)
    if when[1][0] <= now < when[1][1]:
        return Asked(1, ITEMS, {row.item: row.answer for row in rows if row.time == 1})
    early = tuple(item for item in ITEMS if item in _early(rows))
    if when[2][0] <= now < when[2][1] and early:
        return Asked(2, early, {row.item: row.answer for row in rows if row.time != 1})
    if now < when[1][0]:
        raise Closed(when[1][0])
    raise Closed(when[2][0] if early and now < when[2][0] else None)


def _early(rows: Iterable[Impact]) -> list[str]:
    return [row.item for row in rows if row.time == 1 and row.item in ITEMS and row.answer == EARLY]


def tell(db: Db, meeting: Meeting, member: int, said: dict[str, str], now: datetime) -> None:
    """Keep what a person tells, by item, in place of what they told when they were asked this time.
    Raises NotAsked, Closed.
    """
    what = asked(db, meeting, member, now)
    kept = {item: answer for item, answer in said.items() if item in (*what.items, EVIDENCE)}
    impact.put(db, meeting.network_id, number(meeting.id), member, what.time, kept, now)


def tellers(db: Db, meeting: Meeting, before: datetime) -> list[int]:
    """Who was known to be there before an instant, and has told nothing yet."""
    said = {row.member_id for row, _ in _rows(db, meeting)}
    return [member for member in attendance.there(db, meeting, before) if member not in said]


def early(db: Db, meeting: Meeting) -> list[int]:
    """Who said that it was too early, has not been heard the second time, and was there."""
    rows = [row for row, _ in _rows(db, meeting) if row.item in ITEMS]
    again = {row.member_id for row in rows if row.time > 1}
    found = dict.fromkeys(row.member_id for row in rows if row.answer == EARLY and row.time == 1)
    return [m for m in found if m not in again and attendance.was_there(db, meeting, m)]


def _rows(db: Db, meeting: Meeting) -> Sequence[tuple[Impact, str]]:
    return impact.of(db, meeting.network_id, number(meeting.id))


def count(db: Db, meeting: Meeting) -> int:
    """How many have told something."""
    known = len({row.member_id for row, _ in _rows(db, meeting)})
    return known + tallies.total(db, meeting.network_id, tallies.TOLD, number(meeting.id))


def figures(db: Db, meeting: Meeting) -> list[Figure]:
    """What the first answers say of each item, where enough people could say; the second time
    changes no figure, or it would show what single people have changed.
    """
    first = [(row.item, row.answer) for row, _ in _rows(db, meeting) if row.time == 1]
    said = Counter(first)
    where = meeting.network_id, number(meeting.id)
    for key, count in tallies.of(db, where[0], tallies.CLASS, where[1]).items():
        item, _, answer = key.partition(":")
        said[item, answer] += count
    return [one for item in ITEMS if (one := _figure(item, said)).base >= ENOUGH]


def _figure(item: str, said: Counter[tuple[str, str]]) -> Figure:
    answers = {answer: count for (of, answer), count in said.items() if of == item}
    early = answers.pop(EARLY, 0)
    agree = sum(answers.get(answer, 0) for answer in AGREE)
    return Figure(item, sum(answers.values()), agree, early)


def told(db: Db, meeting: Meeting) -> list[Told]:
    """What each person told, who told it first first."""
    people: dict[int, Told] = {}
    for row, name in _rows(db, meeting):
        before = people.get(row.member_id, Told(name, {}, row.said_at))
        answers = {**before.answers, row.item: row.answer}
        people[row.member_id] = Told(name, answers, max(before.at, row.said_at))
    return list(people.values())


def is_told(meeting: Meeting, now: datetime, school: School) -> bool:
    """Whether the first time is over, so that the group may read its figures."""
    return now >= times(meeting, school)[1][1]


def may_read(db: Db, meeting: Meeting, member: int, now: datetime) -> bool:
    """Whether a person who does not coordinate reads the figures: they were there, it was promised
    to those who were, and nobody can add to them any more.
    """
    is_theirs = meeting.circle == "room" and attendance.was_there(db, meeting, member)
    return is_theirs and is_told(meeting, now, _school(db, meeting))


def open_to(db: Db, network: int, member: int, now: datetime) -> list[tuple[Meeting, Asked]]:
    """The meetings after which a person is asked now, the latest first, and what they have said;
    but those of which a coordinator wants nobody to be asked.
    """
    found = []
    since = now - plans.FARTHEST
    for meeting in attended.meetings_of(db, network, member, since):
        with suppress(NotAsked, Closed):
            what = asked(db, meeting, member, now)
            name = plans.CLASS if what.time == 1 else plans.AGAIN
            if not reminders.is_dropped(db, network, number(meeting.id), name):
                found.append((meeting, what))
    return found


def next_time(db: Db, network: int, member: int, now: datetime) -> datetime | None:
    """When a person will be asked next; None where that is not known."""
    meetings = attended.meetings_of(db, network, member, now - plans.FARTHEST)
    school = terms.school(db, networks.get(db, network)) if meetings else None
    opens = [times(meeting, school)[1][0] for meeting in meetings if school]
    return min((at for at in opens if at > now), default=None)
