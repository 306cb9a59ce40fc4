"""Samples of notes, and of what is to be done."""

from collections.abc import Iterator
from datetime import date
from typing import get_args

from bot.core.minutes import MOST_CARRIED, Todo
from bot.core.posts import Posting
from bot.store.tables import Action, Minutes
from bot.ui import Message
from bot.views import agendas, minutes
from bot.views.words import Words
from tests.gallery.register import BIG, NOON, Drawn, meeting, plain, sample
from tests.gallery.texts import Texts, cut


def written(x: Texts, *, text: bool = True, decisions: bool = True) -> Minutes:
    """Notes as long as may be."""
    said, decided = f"{x.about} " * 9, f"{x.reason} " * 9
    return Minutes(
        network_id=1, meeting_id=1, written_at=NOON,
        text=cut(said, minutes.TEXT) if text else "",
        decisions=cut(decided, minutes.DECISIONS) if decisions else "",
    )  # fmt: skip


def action(x: Texts, number: int = BIG, state: str = "open") -> Action:
    """Something to do, as long as may be."""
    return Action(
        id=number, network_id=1, meeting_id=1, what=cut(f"{x.title} " * 3, minutes.WHAT),
        owner=number % 2 or None, due=date(2027, 1, 20) if number % 3 else None, state=state,
        made_at=NOON,
    )  # fmt: skip


def todos(x: Texts, count: int) -> list[Todo]:
    """So many things to do, by people with and without a name."""
    states = ("open", "done")
    return [Todo(action(x, BIG - n, states[n % 2]), x.name if n else "") for n in range(count)]


@sample
def minutes_post(t: Words, x: Texts) -> Iterator[Drawn]:
    some = (written(x), written(x, text=False), written(x, decisions=False))
    for notes, count in zip((None, *some), (1, 9, 0, 9), strict=True):
        yield minutes.post(t, meeting(x), notes, todos(x, count))


@sample
def minutes_missed(t: Words, x: Texts) -> Iterator[Drawn]:
    for count in (0, 9):
        yield minutes.missed(t, meeting(x), written(x), todos(x, count))


@sample
def minutes_page(t: Words, x: Texts) -> Iterator[Drawn]:
    for notes, count in ((None, 0), (written(x), 1), (written(x), 9)):
        for writes in (True, False):
            yield minutes.page(t, meeting(x), notes, todos(x, count), me=1, writes=writes)


@sample
def minutes_one(t: Words, x: Texts) -> Iterator[Drawn]:
    for name in ("", x.name):
        yield minutes.one(t, meeting(x), action(x), name)


@sample
def minutes_due(t: Words, x: Texts) -> Iterator[Drawn]:
    yield minutes.due(t, meeting(x), action(x))


@sample
def minutes_settled(t: Words, x: Texts) -> Iterator[Drawn]:
    for state in ("open", "done", "dropped"):
        yield minutes.settled(t, meeting(x), action(x, state=state))


@sample
def minutes_waiting(t: Words, x: Texts) -> Iterator[Drawn]:
    for posting in get_args(Posting):
        yield minutes.waiting(t, meeting(x), posting)


@sample
def minutes_mine(t: Words, x: Texts) -> Iterator[Drawn]:
    own = [(action(x, BIG - n), meeting(x)) for n in range(9)]
    drawn: Message = Message("", minutes.mine(t, own))
    yield drawn


@sample
def minutes_write_form(t: Words, x: Texts) -> Iterator[Drawn]:
    for notes in (None, written(x)):
        yield minutes.write_form(t, meeting(x), notes, str(BIG))


@sample
def minutes_todo_form(t: Words, x: Texts) -> Iterator[Drawn]:
    yield minutes.todo_form(t, meeting(x), typed=cut(x.title, minutes.WHAT))
    for name in ("", x.name):
        yield minutes.todo_form(t, meeting(x), action(x), name)


@sample
def minutes_which(t: Words, x: Texts) -> Iterator[Drawn]:
    yield minutes.which(t, [meeting(x, BIG - n) for n in range(20)])


@sample
def minutes_gone(t: Words, x: Texts) -> Iterator[Drawn]:
    yield minutes.gone(t, meeting(x))


@sample
def agendas_still_to_do(t: Words, x: Texts) -> Iterator[Drawn]:
    yield Message("", agendas.still_to_do(t, todos(x, MOST_CARRIED)))
    for count in (0, MOST_CARRIED):
        yield agendas.page(t, meeting(x), [], [], open_=True, others=True, carried=todos(x, count))


plain(minutes.nothing)
