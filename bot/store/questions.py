"""Questions that coordinators put to their networks between meetings, and what people answer."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import col, func, select

from bot.store import tallies
from bot.store.db import Db
from bot.store.tables import Member, Question, QuestionAnswer


def get(db: Db, networks: Sequence[int], question: int) -> Question | None:
    """The question of this number, if it was put to one of these networks."""
    return db.first(
        select(Question).where(Question.id == question, col(Question.network_id).in_(networks))
    )


def lately(db: Db, network: int, since: datetime) -> Sequence[Question]:
    """What has been asked since then, the newest first."""
    return db.all(
        select(Question)
        .where(Question.network_id == network, Question.asked_at > since)
        .order_by(col(Question.id).desc())
    )


def answers(db: Db, network: int, question: int) -> Sequence[tuple[QuestionAnswer, str]]:
    """What people answered, and their names, in the order in which they first did."""
    return db.all(
        select(QuestionAnswer, Member.name)
        .join(Member, col(Member.id) == QuestionAnswer.member_id)
        .where(QuestionAnswer.network_id == network, QuestionAnswer.question_id == question)
        .order_by(col(QuestionAnswer.said_at), col(QuestionAnswer.id))
    )


def answer(db: Db, network: int, question: int, member: int) -> QuestionAnswer | None:
    """What a person answered, if they have."""
    return db.first(
        select(QuestionAnswer).where(
            QuestionAnswer.network_id == network,
            QuestionAnswer.question_id == question,
            QuestionAnswer.member_id == member,
        )
    )


def count(db: Db, network: int, question: int) -> int:
    """How many have answered."""
    known = db.one_value(
        select(func.count(col(QuestionAnswer.id))).where(
            QuestionAnswer.network_id == network, QuestionAnswer.question_id == question
        )
    )
    return known + tallies.total(db, network, tallies.QUESTION, question)
