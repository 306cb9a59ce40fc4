"""Samples of a question to the network, and of what it is answered."""

from collections.abc import Iterator

from bot.core.questions import CIRCLES
from bot.store.tables import Question, QuestionAnswer
from bot.ui import Message
from bot.views import questions
from bot.views.questions import Listed
from bot.views.words import Words
from tests.gallery.register import BIG, NOON, ZONE, Drawn, sample
from tests.gallery.texts import Texts, cut


def asked(x: Texts, circle: str = CIRCLES[0], number: int = BIG) -> Question:
    """A question as a coordinator typed it."""
    return Question(
        id=number, network_id=1, words=x.reason, circle=circle, asked_at=NOON, closes_at=NOON
    )


def answered(x: Texts) -> QuestionAnswer:
    """What somebody answered, as long as it may be."""
    text = cut(f"{x.reason} " * 9, questions.ANSWER)
    return QuestionAnswer(network_id=1, question_id=1, member_id=1, text=text, said_at=NOON)


def listed(x: Texts, count: int) -> list[Listed]:
    """So many questions on a person's page."""
    return [Listed(asked(x, number=BIG - number), bool(number % 2)) for number in range(count)]


@sample
def questions_ask_form(t: Words, x: Texts) -> Iterator[Drawn]:
    yield questions.ask_form(t, BIG)
    yield questions.ask_form(t, BIG, cut(x.reason, questions.WORDS))


@sample
def questions_waiting(t: Words, x: Texts) -> Iterator[Drawn]:
    for circle in CIRCLES:
        yield questions.waiting(t, asked(x, circle), x.about)


@sample
def questions_post(t: Words, x: Texts) -> Iterator[Drawn]:
    for circle in CIRCLES:
        yield questions.post(t, asked(x, circle), ZONE)


@sample
def questions_over(t: Words, x: Texts) -> Iterator[Drawn]:
    for count in (1, 9_999):
        yield questions.over(t, asked(x), count)


@sample
def questions_form(t: Words, x: Texts) -> Iterator[Drawn]:
    yield questions.form(t, asked(x))
    yield questions.form(t, asked(x, CIRCLES[1]), answered(x))


@sample
def questions_thanks(t: Words, x: Texts) -> Iterator[Drawn]:
    for reads in (True, False):
        yield questions.thanks(t, asked(x), reads=reads)


@sample
def questions_closed(t: Words, x: Texts) -> Iterator[Drawn]:
    for reads in (True, False):
        yield questions.closed(t, asked(x), reads=reads)


@sample
def questions_for_others(t: Words, x: Texts) -> Iterator[Drawn]:
    for circle in CIRCLES:
        yield questions.for_others(t, asked(x, circle))


@sample
def questions_answers(t: Words, x: Texts) -> Iterator[Drawn]:
    for circle, count, at in ((CIRCLES[0], 0, 0), (CIRCLES[1], 1, 0), (CIRCLES[0], 30, 1)):
        said = [(answered(x), x.name if number else "") for number in range(count)]
        yield questions.answers(t, asked(x, circle), said, at=at, open_=not at)


@sample
def questions_rows(t: Words, x: Texts) -> Iterator[Drawn]:
    yield Message("", questions.rows(t, BIG, listed(x, 9)))


@sample
def questions_page(t: Words, x: Texts) -> Iterator[Drawn]:
    for count, at in ((0, 0), (4, 0), (30, 1)):
        yield questions.page(t, BIG, listed(x, count), at)
