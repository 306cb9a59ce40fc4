"""Samples of what coordinators see of their school year."""

from collections.abc import Iterator
from datetime import date, timedelta

from bot.core.calendars import KINDS, Again, Entry, Fault, Why
from bot.store.tables import Network, Term
from bot.ui import Button, Message, Para, words
from bot.views import notes, terms
from bot.views.words import Words
from tests.gallery.register import BIG, Drawn, network, sample
from tests.gallery.texts import Texts

FIRST = date(2026, 9, 30)
ENTRIES = 60


def rows(x: Texts, count: int) -> list[Term]:
    """So many terms and holidays by turns, some of a single day."""
    return [
        Term(
            id=BIG - i,
            network_id=BIG,
            kind=KINDS[i % 2],
            name=x.word,
            first=FIRST + timedelta(days=9 * i),
            last=FIRST + timedelta(days=9 * i + i % 3),
        )
        for i in range(count)
    ]


def entries(x: Texts, count: int) -> list[Entry]:
    """The same as the rules see them."""
    return [
        Entry(KINDS[i % 2], x.word, row.first, row.last) for i, row in enumerate(rows(x, count))
    ]


def regional(x: Texts, region: str) -> Network:
    """A network that keeps the public holidays of a region."""
    found = network(x)
    found.region = region
    return found


def page(t: Words, x: Texts, count: int = 7) -> Message:
    """The page that stands below what was done."""
    return terms.page(t, regional(x, "CH-AI"), rows(x, count), today=FIRST)


@sample
def terms_page(t: Words, x: Texts) -> Iterator[Drawn]:
    yield terms.page(t, network(x), [], today=FIRST)
    yield terms.page(t, regional(x, "XX"), [], today=FIRST, any_before=True)
    for number in (0, 1, 99):
        yield terms.page(t, regional(x, "CH-AI"), rows(x, ENTRIES), today=FIRST, page=number)


@sample
def terms_said(t: Words, x: Texts) -> Iterator[Drawn]:
    shown = page(t, x)
    yield terms.said(t.text("**{name}** is removed.", name=x.word), shown)
    yield terms.said(t("That was there already."), shown, Button(t("Undo"), "network:1:terms"))


@sample
def terms_added(t: Words, x: Texts) -> Iterator[Drawn]:
    for count in (1, ENTRIES):
        yield terms.added(t, network(x), page(t, x, ENTRIES), (BIG - count, BIG), count)


@sample
def terms_add_form(t: Words, x: Texts) -> Iterator[Drawn]:
    yield terms.add_form(t, network(x))


@sample
def terms_paste_form(t: Words, x: Texts) -> Iterator[Drawn]:
    yield terms.paste_form(t, network(x))


@sample
def terms_public_form(t: Words, x: Texts) -> Iterator[Drawn]:
    yield terms.public_form(t, network(x))
    yield terms.public_form(t, regional(x, "CH-AI"))


@sample
def terms_again(t: Words, x: Texts) -> Iterator[Drawn]:
    for count, left_out in ((0, 0), (0, 9), (1, 1), (ENTRIES, ENTRIES)):
        yield terms.again(t, network(x), Again(2026, entries(x, count), left_out))


@sample
def terms_no_terms(t: Words, x: Texts) -> Iterator[Drawn]:
    yield terms.no_terms(t, network(x))


@sample
def terms_warning(t: Words, x: Texts) -> Iterator[Drawn]:
    for name in ("", x.word):
        yield Message("", (Para(words(terms.warning(t, FIRST, name))),))


@sample
def terms_faults(t: Words, x: Texts) -> Iterator[Drawn]:
    every = [Fault(why, x.word, BIG) for why in Why]
    for first in range(0, len(every), 3):
        yield notes.note(terms.faults(t, every[first:], BIG))
    yield notes.note(terms.faults(t, [Fault(Why.MANY)], 0))
