"""Samples of a person's own journal, and of what they share."""

from collections.abc import Iterator

from bot.store.tables import JournalEntry
from bot.ui import Message
from bot.views import journals
from bot.views.words import Words
from tests.gallery.register import BIG, NOON, Drawn, network, plain, sample
from tests.gallery.texts import Texts, cut


def entry(x: Texts, number: int = BIG, *, shared: bool = False) -> JournalEntry:
    """What somebody wrote down, as long as it may be."""
    text = cut(f"{x.about}\n" * 2, journals.MOST) if number % 2 else x.title
    made = JournalEntry(id=number, network_id=1, member_id=1, text=text, written_at=NOON)
    made.shared = text if shared else ""
    return made


@sample
def journals_form(t: Words, x: Texts) -> Iterator[Drawn]:
    yield journals.form(t, BIG, typed=x.about)
    yield journals.form(t, BIG, entry(x, BIG - 1))


@sample
def journals_own(t: Words, x: Texts) -> Iterator[Drawn]:
    for count in (0, 9):
        entries = [entry(x, BIG - 1 - 2 * n) for n in range(count)]
        yield Message("", journals.own(t, network(x), entries))


@sample
def journals_listed(t: Words, x: Texts) -> Iterator[Drawn]:
    for count, at in ((0, 0), (30, 1)):
        entries = [entry(x, BIG - 1 - 2 * n) for n in range(count)]
        yield journals.listed(t, network(x), entries, at)


@sample
def journals_page(t: Words, x: Texts) -> Iterator[Drawn]:
    for shared in (True, False):
        yield journals.page(t, network(x), entry(x, shared=shared))


@sample
def journals_sure(t: Words, x: Texts) -> Iterator[Drawn]:
    yield journals.sure(t, entry(x), x.reason)


@sample
def journals_waiting(t: Words, x: Texts) -> Iterator[Drawn]:
    yield journals.waiting(t, entry(x), x.reason)


@sample
def journals_post(t: Words, x: Texts) -> Iterator[Drawn]:
    for name in (x.name, ""):
        yield journals.post(t, entry(x).text, name)


@sample
def journals_deleted(t: Words, _: Texts) -> Iterator[Drawn]:
    yield journals.deleted(t, BIG)


plain(journals.taken_back)
