"""What one person has said and done at meetings that have begun, and to questions: what becomes
counts when the person is not known any more.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import TypeVar

from sqlalchemy import update
from sqlmodel import col, select

from bot.store.db import Db
from bot.store.deliveries import lock
from bot.store.reminders import HELD_BACK, TOGETHER, VIEW
from bot.store.tables import (
    Attendance,
    Delivery,
    Identity,
    Impact,
    Lane,
    Meeting,
    Membership,
    Question,
    QuestionAnswer,
    Reflection,
    Rsvp,
    Trial,
)

Said = TypeVar("Said", Rsvp, Attendance, Reflection, Trial, Impact)
OF_MEETINGS = (Rsvp, Attendance, Reflection, Trial, Impact)


def meetings(db: Db, network: int, member: int, now: datetime) -> Sequence[Meeting]:
    """The meetings that have begun, but those taken back, of which a person has said anything."""
    own = [select(table.meeting_id).where(table.member_id == member) for table in OF_MEETINGS]
    return db.all(
        select(Meeting)
        .where(
            Meeting.network_id == network,
            Meeting.starts_at <= now,
            Meeting.state != "withdrawn",
            col(Meeting.id).in_(own[0].union(*own[1:])),
        )
        .order_by(col(Meeting.id))
    )


def of(db: Db, table: type[Said], network: int, meeting: int, member: int) -> Sequence[Said]:
    """A person's rows about a meeting."""
    return db.all(
        select(table)
        .where(table.network_id == network, table.meeting_id == meeting, table.member_id == member)
        .with_for_update()
    )


def answers(db: Db, network: int, member: int, now: datetime) -> Sequence[QuestionAnswer]:
    """A person's answers to questions between meetings that are answered no more."""
    return db.all(
        select(QuestionAnswer)
        .join(Question, col(Question.id) == QuestionAnswer.question_id)
        .where(
            QuestionAnswer.network_id == network,
            QuestionAnswer.member_id == member,
            Question.closes_at <= now,
        )
        .with_for_update(of=QuestionAnswer)
    )


def reminded(db: Db, network: int, lanes: Sequence[int]) -> Sequence[Delivery]:
    """The reminders that came into these inboxes, or were held back."""
    rows = lock(
        db, network, col(Delivery.lane_id).in_(lanes) & (col(Delivery.view) == VIEW),
        ("sending", "sent", "unconfirmed", "skipped"),
    )  # fmt: skip
    told = (HELD_BACK, TOGETHER)
    return [row for row in rows if row.state != "skipped" or row.last_error in told]


def networks(db: Db, member: int) -> set[int]:
    """The networks that a person is in or was, or has said anything in."""
    tables = (Membership, *OF_MEETINGS, QuestionAnswer)
    own = (select(table.network_id).where(table.member_id == member) for table in tables)
    return {network for rows in own for network in db.all(rows)}


def inboxes(db: Db, accounts: Sequence[Identity]) -> list[int]:
    """The lanes of these accounts."""
    found: list[int] = []
    for one in accounts:
        rows = select(Lane.id).where(
            Lane.platform == one.platform, Lane.workspace == one.workspace,
            Lane.kind == "person", Lane.target == one.user,
        )  # fmt: skip
        found += [key for key in db.all(rows) if key is not None]
    return found


def let_go(db: Db, network: int, member: int) -> None:
    """Whoever came for a person stays noted as there, and for whom they came is not kept."""
    sent = (col(Attendance.network_id) == network, col(Attendance.sent_by) == member)
    db.execute(update(Attendance).where(*sent).values(sent_by=None))
