"""Samples of agendas: the page of a meeting, the forms, and what a coordinator arranges."""

from collections.abc import Iterator

from bot.core.agendas import Item
from bot.core.timetable import KINDS
from bot.store.tables import AgendaItem, Meeting
from bot.ui import Message
from bot.views import agendas, arranging, items
from bot.views.words import Words
from tests.gallery.register import BIG, NOON, Drawn, meeting, sample
from tests.gallery.texts import Texts, cut

MANY = 60
STATES = ("proposed", "on", "dropped")


def row(x: Texts, number: int = BIG, state: str = "on", *, minutes: int = 180) -> AgendaItem:
    """An item as somebody typed it, of a kind by its number."""
    return AgendaItem(
        id=number,
        network_id=1,
        meeting_id=BIG,
        position=1,
        title=cut(x.title, items.TITLE),
        minutes=minutes,
        kind=KINDS[number % len(KINDS)],
        state=state,
        lead=1,
        proposed_by=2,
        made_at=NOON,
    )


def some(x: Texts, count: int, *, minutes: int = 180) -> list[Item]:
    """So many items, each led by somebody and proposed by another."""
    return [Item(row(x, BIG - i, minutes=minutes), x.name, x.name) for i in range(count)]


def asking(x: Texts) -> Meeting:
    """A meeting to which people are to bring something, as much as can be said of it."""
    made = meeting(x)
    made.bring = cut(f"{x.reason} " * 3, items.BRING)
    return made


def without_names(x: Texts) -> list[Item]:
    """Items that nobody leads or whose people are not known, and one by a person who leads it."""
    nobody, unknown, same = row(x, BIG), row(x, BIG - 1), row(x, BIG - 2)
    nobody.lead, same.lead = None, same.proposed_by
    return [Item(nobody), Item(unknown), Item(same, x.name, x.name)]


@sample
def agendas_blocks(t: Words, x: Texts) -> Iterator[Drawn]:
    for count in (1, 3, MANY):
        yield Message("", agendas.blocks(t, meeting(x), some(x, count)))


@sample
def agendas_before_you_come(t: Words, x: Texts) -> Iterator[Drawn]:
    yield Message("", agendas.before_you_come(t, asking(x)))


@sample
def agendas_page(t: Words, x: Texts) -> Iterator[Drawn]:
    own = [row(x, BIG - i, STATES[i % 3]) for i in range(MANY)]
    proposals = [row(x, BIG - i, "proposed") for i in range(MANY)]
    for count in (0, 1, MANY):
        for mine in ([], own[:1], own, proposals):
            for at in (0, 1, 99):
                yield agendas.page(
                    t, asking(x), some(x, count), mine, open_=True, others=True, at=at
                )
    for proposed in (0, 1, MANY):
        yield agendas.page(
            t, asking(x), some(x, MANY), proposals, open_=True, proposed=proposed, others=True, at=1
        )
    yield agendas.page(t, meeting(x), some(x, 2), own, open_=False)
    yield agendas.page(t, meeting(x), [], [], open_=False)


@sample
def agendas_proposed(t: Words, x: Texts) -> Iterator[Drawn]:
    yield agendas.proposed(t, meeting(x), row(x, state="proposed"))


@sample
def items_form(t: Words, x: Texts) -> Iterator[Drawn]:
    for plans in (True, False):
        yield items.form(t, meeting(x), plans=plans)
        yield items.form(t, meeting(x), plans=plans, typed=(x.about, "20"))
    for item in (*some(x, len(KINDS)), *without_names(x)):
        action = f"agenda:{BIG}:change:{BIG}:{2**32 - 1}"
        yield items.form(t, meeting(x), plans=True, item=item, action=action)


@sample
def items_before_form(t: Words, x: Texts) -> Iterator[Drawn]:
    yield items.before_form(t, asking(x))


@sample
def items_length_form(t: Words, x: Texts) -> Iterator[Drawn]:
    yield items.length_form(t, meeting(x))


@sample
def arranging_page(t: Words, x: Texts) -> Iterator[Drawn]:
    for proposals, on in ((0, 0), (1, 0), (0, 1), (2, 9), (MANY, MANY)):
        for at in (0, 1, 99):
            yield arranging.page(t, asking(x), some(x, proposals), some(x, on), at=at)
    told = arranging.dropped(t, row(x), was="on")
    undo = f"agenda:{BIG}:bring-back:{BIG}:proposed"
    yield arranging.page(t, asking(x), [], some(x, MANY), at=1, said=told, undo=undo)
    told = arranging.dropped(t, row(x), was="proposed")
    yield arranging.page(t, asking(x), some(x, MANY), [], at=1, said=told, undo=undo)
    yield arranging.page(t, meeting(x), without_names(x), without_names(x))
    yield arranging.page(t, meeting(x), [], some(x, 2, minutes=5))
