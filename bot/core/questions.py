"""A question to a network between meetings: asked, answered for a week, read as was promised."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.core import plans, terms
from bot.core.meetings import TooLate
from bot.core.networks import HOLD
from bot.core.people import number
from bot.store import deliveries, networks, questions
from bot.store.db import Db
from bot.store.tables import Network, Question, QuestionAnswer

POST, OVER = "question.post", "question.over"
"""The question in the channel, and the word in its thread when it is over."""
NETWORK, COORDINATORS = "network", "coordinators"
CIRCLES = (NETWORK, COORDINATORS)
"""Who may read the answers."""
LATELY = timedelta(weeks=26)
"""What was asked so long ago is still listed."""


class Closed(Exception):
    """It is answered no more."""


def batch(question: Question) -> str:
    """What one [Undo] takes back."""
    return f"question:{question.id}"


def _over(question: Question) -> str:
    return f"{batch(question)}:over"


def ask(db: Db, network: Network, words: str, circle: str, by: int, now: datetime) -> Question:
    """Ask a network something: it is posted where that is at home, after the hold, and can be
    answered for a week. Then the thread tells how many have, where the network reads it.
    """
    key, due = number(network.id), now + HOLD
    closes = plans.closes(due, terms.school(db, network))
    row = Question(
        network_id=key, words=words, circle=circle, asked_by=by, asked_at=now, closes_at=closes
    )
    db.add(row)
    db.flush()
    for place in networks.homes(db, key):
        post = deliveries.enqueue(
            db, key, networks.address(place), POST, str(row.id), due=due, expires=closes,
            key=f"{batch(row)}:{place.id}", batch=batch(row),
        )  # fmt: skip
        if circle == NETWORK:
            deliveries.enqueue(
                db, key, networks.address(place), OVER, str(row.id), due=closes,
                expires=closes + plans.OPEN_FOR, key=f"{_over(row)}:{place.id}",
                batch=_over(row), thread_of=post,
            )  # fmt: skip
    return row


def send_now(db: Db, question: Question, now: datetime) -> None:
    """Post it at once. Raises TooLate where that has been done."""
    if not deliveries.may_take_back(db, question.network_id, batch(question)):
        raise TooLate
    deliveries.hasten(db, question.network_id, batch(question), now)


def undo(db: Db, question: Question) -> None:
    """It was never asked. Raises TooLate where somebody may have read it."""
    if not deliveries.may_take_back(db, question.network_id, batch(question)):
        raise TooLate
    for taken_back in (batch(question), _over(question)):
        deliveries.cancel(db, question.network_id, taken_back)
    db.delete(question)


def is_told(db: Db, question: Question) -> bool:
    """Whether people may have read it."""
    return deliveries.has_left(db, question.network_id, POST, str(question.id))


def is_open(question: Question, now: datetime) -> bool:
    """Whether it can be answered."""
    return now < question.closes_at


def mine(db: Db, question: Question, member: int) -> QuestionAnswer | None:
    """What a person answered."""
    return questions.answer(db, question.network_id, number(question.id), member)


def answer(db: Db, question: Question, member: int, said: str, now: datetime) -> None:
    """Keep a person's answer, in place of the one before. Raises Closed."""
    if not is_open(question, now):
        raise Closed
    row = mine(db, question, member)
    if row is None:
        row = QuestionAnswer(
            network_id=question.network_id, question_id=number(question.id), member_id=member,
            text="", said_at=now,
        )  # fmt: skip
        db.add(row)
    row.text = said


def answers(db: Db, question: Question) -> Sequence[tuple[QuestionAnswer, str]]:
    """What people answered, and their names, in the order in which they first did."""
    return questions.answers(db, question.network_id, number(question.id))


def count(db: Db, question: Question) -> int:
    """How many have answered."""
    return questions.count(db, question.network_id, number(question.id))


def may_read(question: Question, *, listed: bool, coordinates: bool) -> bool:
    """Whether a person reads the answers, as the question promised: who is on the network's list,
    or only its coordinators.
    """
    return coordinates or (listed and question.circle == NETWORK)


def lately(db: Db, network: int, now: datetime) -> list[Question]:
    """What a network was asked lately, the newest first."""
    return [one for one in questions.lately(db, network, now - LATELY) if is_told(db, one)]
