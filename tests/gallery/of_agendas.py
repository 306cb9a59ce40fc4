"""Samples of agendas: what everybody sees, what a coordinator arranges, and their forms."""

from collections.abc import Iterator

from bot.core.agendas import Item
from bot.core.timetable import KINDS
from bot.store.tables import AgendaItem, Meeting
from bot.ui import Message
from bot.views import agendas, arranging, places
from bot.views import items as forms
from bot.views.words import Words
from tests.gallery.register import BIG, NOON, Drawn, meeting, sample
from tests.gallery.texts import Texts

MOST = 40
"""More items than a day of meetings has."""
LINK = ("https://meet.example/l/meetup-join/" + "19%3ameeting_NDk1-" * 20)[: places.LINK]
STATES = ("proposed", "on", "dropped")


def row(x: Texts, number: int, *, minutes: int = 180, state: str = "on") -> AgendaItem:
    """An item with the longest numbers."""
    return AgendaItem(
        id=BIG - number,
        network_id=BIG,
        meeting_id=BIG,
        position=number,
        title=x.title,
        minutes=minutes,
        kind=KINDS[number % len(KINDS)],
        state=state,
        lead=number % 3 or None,
        proposed_by=1 if number % 2 else None,
        made_at=NOON,
    )


def items(x: Texts, count: int, *, minutes: int = 180) -> list[Item]:
    """So many items of every kind; of some nobody knows who leads or proposed them."""
    rows = [row(x, number, minutes=minutes) for number in range(count)]
    return [
        Item(one, x.name if one.lead else "", x.name if one.proposed_by else "") for one in rows
    ]


def asking(x: Texts, number: int = BIG) -> Meeting:
    """A meeting for which one brings something, with the longest link."""
    made = meeting(x, number)
    made.bring = x.about[6 : 6 + forms.BRING] or x.about
    made.link = LINK
    return made


@sample
def agendas_page(t: Words, x: Texts) -> Iterator[Drawn]:
    for count in (0, 1, MOST):
        shown = items(x, count)
        own = [row(x, n, state=STATES[n % 3]) for n in range(count)]
        for at in (0, 1, 99):
            for open_, proposed in ((True, BIG), (True, 0), (True, None), (False, None)):
                yield agendas.page(
                    t, asking(x), shown, own, open_=open_, proposed=proposed, others=True, at=at
                )
    yield agendas.page(t, meeting(x), items(x, 2), (), open_=True)


@sample
def agendas_in_short(t: Words, x: Texts) -> Iterator[Drawn]:
    """As it stands in the reminders."""
    yield Message("", agendas.before_you_come(t, asking(x)))


@sample
def agendas_before_you_come(t: Words, x: Texts) -> Iterator[Drawn]:
    yield Message("", agendas.before_you_come(t, asking(x), 60))


@sample
def agendas_proposed(t: Words, x: Texts) -> Iterator[Drawn]:
    yield agendas.proposed(t, meeting(x), row(x, 1, state="proposed"))


@sample
def arranging_page(t: Words, x: Texts) -> Iterator[Drawn]:
    undo = f"agenda:{BIG}:put-back:{BIG}:proposed"
    for waiting, on in ((0, 0), (1, 1), (MOST, 0), (3, MOST), (0, 9)):
        proposals, agenda = items(x, waiting), items(x, on)
        for at in (0, 1, 99):
            yield arranging.page(t, asking(x), proposals, agenda, at=at)
        for was in ("on", "proposed"):
            said = arranging.dropped(t, row(x, 1), was=was)
            yield arranging.page(t, meeting(x), proposals, agenda, said=said, undo=undo)
    yield arranging.page(t, meeting(x), (), items(x, 5, minutes=15))


@sample
def items_form(t: Words, x: Texts) -> Iterator[Drawn]:
    for plans in (True, False):
        yield forms.form(t, meeting(x), plans=plans)
        yield forms.form(t, meeting(x), plans=plans, typed=(x.title, "180"))
    for item in items(x, len(KINDS)):
        yield forms.form(t, meeting(x), plans=True, item=item, action="agenda:1:change:1:1")


@sample
def items_before_form(t: Words, x: Texts) -> Iterator[Drawn]:
    action = f"agenda:{BIG}:before:{2**32 - 1}"
    yield forms.before_form(t, asking(x), action)
    yield forms.before_form(t, meeting(x), action)


@sample
def items_length_form(t: Words, x: Texts) -> Iterator[Drawn]:
    yield forms.length_form(t, meeting(x))
