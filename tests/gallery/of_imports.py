"""Samples of what coordinators see of lists of people."""

from collections.abc import Iterator

from bot.core.cells import Fault
from bot.core.columns import FIELDS, NONE
from bot.core.readings import Left
from bot.core.roster import Person, Plan
from bot.core.sheets import Why
from bot.store.tables import Import
from bot.ui import Message
from bot.views import faults, imports, notes
from bot.views.words import Words
from tests.gallery.register import BIG, NOON, ZONE, Drawn, network, sample
from tests.gallery.texts import Texts

SECRET = "https://convenor.example/p/" + "x" * 43
CELL = 500


def row(number: int = BIG, state: str = "taken", filled: int = BIG, same: str = "ask") -> Import:
    """A list, taken in or not."""
    return Import(
        id=number, network_id=BIG, digest="", state=state, at=NOON, new=BIG, filled=filled,
        same=same,
    )  # fmt: skip


def named(x: Texts) -> imports.Named:
    """A topic has the longest name there is."""
    return lambda _: x.word


def left(x: Texts, count: int) -> list[Left]:
    """So many things that are not taken, of every kind by turns."""
    kinds = [one for one in Fault if one is not Fault.NO_HEADS]
    return [
        Left(x.word, BIG - n, kinds[n % len(kinds)], x.name[:CELL], x.word, whole=n % 2 == 0)
        for n in range(count)
    ]


def plan(x: Texts, count: int, reasons: int, *, there: bool = False) -> Plan:
    """What taking a list in would do."""
    people = [Person(x.name, id=0) for _ in range(count)]
    if there:
        people += [Person(x.name, id=1, gets={"since": 2015}), Person(x.name, id=2)]
    return Plan(people=people, left=left(x, reasons))


def column(x: Texts, number: int, field: str = NONE) -> imports.Column:
    """A column with as much in it as is shown."""
    return (number, x.word, [x.name[:CELL]] * imports.SAMPLES, field)


@sample
def imports_page(t: Words, x: Texts) -> Iterator[Drawn]:
    yield imports.page(t, network(x), [], ZONE)
    rows = [row(BIG - n, "undone" if n % 2 else "taken", n) for n in range(imports.LATELY)]
    yield imports.page(t, network(x), rows, ZONE, SECRET)
    yield notes.above(imports.no_page(t), imports.page(t, network(x), rows, ZONE))


@sample
def imports_paste_form(t: Words, x: Texts) -> Iterator[Drawn]:
    yield imports.paste_form(t, network(x))


@sample
def imports_look(t: Words, x: Texts) -> Iterator[Drawn]:
    waits = row(state="waiting")
    yield imports.look(t, network(x), waits, plan(x, 0, 0), named(x))
    yield imports.look(t, network(x), waits, plan(x, 1, 1, there=True), named(x))
    every = Plan(people=[Person(x.name)] * 5000, left=left(x, len(Fault)))
    yield imports.look(t, network(x), row(state="waiting", same="other"), every, named(x))


@sample
def imports_reasons(t: Words, x: Texts) -> Iterator[Drawn]:
    every, waits = left(x, 3 * imports.REASONS), row(state="waiting")
    for page in (0, 1, 9):
        yield imports.reasons(t, network(x), waits, every, named(x), page)
    yield imports.reasons(t, network(x), waits, [Left(x.word, 0, Fault.NO_HEADS)], named(x), 0)
    yield imports.reasons(t, network(x), waits, [], named(x), 0)


@sample
def imports_columns(t: Words, x: Texts) -> Iterator[Drawn]:
    every = [column(x, n, (*FIELDS, NONE)[n % 15]) for n in range(60)]
    for page in (0, 1, 9):
        yield imports.columns(t, network(x), row(), every, page)
    yield imports.columns(t, network(x), row(), [], 0)


@sample
def imports_column_form(t: Words, x: Texts) -> Iterator[Drawn]:
    yield imports.column_form(t, network(x), row(), column(x, 59, "school"))
    yield imports.column_form(t, network(x), row(), (1, x.word, [], NONE))


@sample
def imports_taken(t: Words, x: Texts) -> Iterator[Drawn]:
    yield imports.taken(t, network(x), row())
    yield imports.taken(t, network(x), row(filled=0))


@sample
def imports_unreadable(t: Words, _: Texts) -> Iterator[Drawn]:
    for why in Why:
        yield Message("", notes.note(faults.unreadable(t, why)).blocks)
    yield notes.note(faults.no_names(t))
