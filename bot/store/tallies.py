"""Counts that stay of people who are not known any more, and how rows become them.

Whoever erases a person, or clears what is over, hands the rows in here: what they say is added to
the counts of their meeting, and the rows are deleted. Nothing links a count to a person, nor one
answer of theirs to another.
"""

from collections import Counter
from collections.abc import Iterable, Mapping

from sqlalchemy import bindparam, update
from sqlmodel import SQLModel, col, select

from bot.store.db import Db
from bot.store.tables import (
    Attendance,
    Delivery,
    Impact,
    Meeting,
    Paired,
    QuestionAnswer,
    Reflection,
    Rsvp,
    Tally,
    Trial,
)

RSVP, SEATS, WAITING, HERE, MINUTES = "rsvp", "seats", "waiting", "here", "minutes"
WORTH, TASK, TOLD, CLASS, AGAIN = "worth", "task", "told", "class", "again"
QUESTION, SENT, HELD, BUDDY = "question", "sent", "held", "buddy"
ROOM, ONLINE = "room", "online"
FROM_HERE = "evidence"
"""The item of what happened in class that is in people's own words: nothing of it stays."""
_COMING = ("yes", "released")
_OF = select(Tally.said, Tally.count).where(
    Tally.network_id == bindparam("network"),
    Tally.kind == bindparam("the_kind"),
    Tally.about == bindparam("number"),
)

Counts = Mapping[str, int]


def of(db: Db, network: int, kind: str, about: int) -> dict[str, int]:
    """The counts of one kind of a meeting or question, by what was said."""
    return dict(db.all(_OF, network=network, the_kind=kind, number=about))


def total(db: Db, network: int, kind: str, about: int) -> int:
    """How many people they are in all."""
    return sum(of(db, network, kind, about).values())


def add(db: Db, network: int, kind: str, about: int, counts: Counts) -> None:
    """Add to the counts of a meeting or question."""
    for said, count in sorted(counts.items()):
        if not count:
            continue
        key = {"kind": kind, "about": about, "said": said}
        db.upsert(Tally, {"network_id": network, **key, "count": 0}, key=tuple(key), change=())
        this = [col(getattr(Tally, name)) == value for name, value in key.items()]
        db.execute(update(Tally).where(*this).values(count=Tally.count + count))


def answers(db: Db, meeting: Meeting, rows: Iterable[Rsvp]) -> int:
    """Answers to a meeting become counts; returns how many did."""
    rows = list(rows)
    seated = [row for row in rows if row.waits_since is None]
    coming = [row for row in seated if row.answer in _COMING]
    said = Counter(f"{row.answer} {_side(row)}" for row in seated)
    seats: Counter[str] = Counter()
    for row in coming:
        seats[_side(row)] += 1 + row.guests
    waiting = Counter(_side(row) for row in rows if row.waits_since is not None)
    _keep(db, meeting, {RSVP: said, SEATS: seats, WAITING: waiting})
    return _gone(db, rows)


def _side(row: Rsvp) -> str:
    return ONLINE if row.online else ROOM


def attended(db: Db, meeting: Meeting, rows: Iterable[Attendance]) -> int:
    """Who was at a meeting becomes a count, and the minutes that they stayed."""
    rows = list(rows)
    here = [row for row in rows if row.state == "here"]
    minutes = sum(meeting.minutes if row.minutes is None else row.minutes for row in here)
    _keep(db, meeting, {HERE: {"": len(here)}, MINUTES: {"": minutes}})
    return _gone(db, rows)


def looked_back(db: Db, meeting: Meeting, rows: Iterable[Reflection]) -> int:
    """How people looked back becomes counts, for each way in which they were asked."""
    rows = list(rows)
    said = Counter(f"{row.poll}-{row.prompt_id or 0}:{row.worth}" for row in rows)
    _keep(db, meeting, {WORTH: said})
    return _gone(db, rows)


def tried(db: Db, meeting: Meeting, rows: Iterable[Trial]) -> int:
    """How the task went becomes counts."""
    rows = list(rows)
    _keep(db, meeting, {TASK: Counter(row.state for row in rows)})
    return _gone(db, rows)


def told(db: Db, meeting: Meeting, rows: Iterable[Impact]) -> int:
    """What happened in class becomes counts; of each person all rows have to be among them."""
    rows = list(rows)
    items = [row for row in rows if row.item != FROM_HERE]
    first = Counter(f"{row.item}:{row.answer}" for row in items if row.time == 1)
    again = Counter(f"{row.item}:{row.answer}" for row in items if row.time != 1)
    people = {"": len({row.member_id for row in rows})}
    _keep(db, meeting, {TOLD: people, CLASS: first, AGAIN: again})
    return _gone(db, rows)


def answered(db: Db, network: int, question: int, rows: Iterable[QuestionAnswer]) -> int:
    """Answers to a question become a count."""
    rows = list(rows)
    add(db, network, QUESTION, question, {"": len(rows)})
    return _gone(db, rows)


def paired(db: Db, network: int, round_: int, rows: Iterable[Paired]) -> int:
    """That people had a buddy in a round becomes counts: how many had, met, and found it of use."""
    rows = list(rows)
    said = Counter({"paired": len(rows)})
    said.update("met:met" for row in rows if row.met == "met")
    said.update(f"use:{row.of_use}" for row in rows if row.of_use)
    add(db, network, BUDDY, round_, said)
    return _gone(db, rows)


def sent(db: Db, rows: Iterable[Delivery], *, back: str, together: str) -> None:
    """To how many a reminder went, or for how many it was held `back`, becomes a count; the rows
    stay. One that was told `together` with another went.
    """
    for row in rows:
        name, found, _ = row.idem_key.partition(":member:")
        about = row.subject.partition(":")[0]
        if not found or not about.isdigit():
            continue
        said = name.partition(":")[2]
        if row.state in ("sending", "sent", "unconfirmed") or row.last_error == together:
            add(db, row.network_id, SENT, int(about), {said: 1})
        elif row.last_error == back:
            add(db, row.network_id, HELD, int(about), {said: 1})


def _keep(db: Db, meeting: Meeting, kinds: Mapping[str, Counts]) -> None:
    for kind, counts in kinds.items():
        add(db, meeting.network_id, kind, meeting.id or 0, counts)


def _gone(db: Db, rows: Iterable[SQLModel]) -> int:
    count = 0
    for row in rows:
        db.delete(row)
        count += 1
    db.flush()
    return count
