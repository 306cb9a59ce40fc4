"""Samples of one's own data, and of what goes by itself."""

from collections.abc import Iterator
from datetime import UTC, datetime

from bot.store.register import REGISTER, entry_of
from bot.store.register.kinds import KINDS
from bot.store.tables import NEVER, Meeting, Profile
from bot.views import clearing, erasing, privacy
from bot.views.words import Words
from tests.gallery.register import BIG, ZONE, Drawn, network, plain, sample
from tests.gallery.texts import Texts

COUNTS = {entry.table.__name__.lower(): BIG for entry in REGISTER}
UNTIL = datetime(2027, 9, 29, tzinfo=UTC)


@sample
def privacy_show(t: Words, _: Texts) -> Iterator[Drawn]:
    for until in (NEVER, UNTIL):
        paused = privacy.paused(t, until, ZONE)
        yield privacy.show(t, tuple(KINDS), COUNTS, paused, coordinates=True)
    yield privacy.show(t, ("person",), COUNTS, "", coordinates=False)
    yield privacy.show(t, (), {}, "", coordinates=False)


@sample
def privacy_exported(t: Words, _: Texts) -> Iterator[Drawn]:
    paused = privacy.paused(t, NEVER, ZONE)
    card = privacy.show(t, tuple(KINDS), COUNTS, paused, coordinates=True)
    yield privacy.exported(t, card)


@sample
def privacy_more(t: Words, _: Texts) -> Iterator[Drawn]:
    entries = [(entry_of(table), BIG) for table in (Profile, Meeting, Profile)]
    yield privacy.more(t, entries, 1)


@sample
def erasing_sure(t: Words, _: Texts) -> Iterator[Drawn]:
    yield erasing.sure(t, last=1)
    yield erasing.sure(t, last=0)


@sample
def privacy_is_paused(t: Words, _: Texts) -> Iterator[Drawn]:
    yield privacy.is_paused(t, privacy.paused(t, UNTIL, ZONE))


@sample
def clearing_report(t: Words, x: Texts) -> Iterator[Drawn]:
    yield clearing.report(t, network(x), dict.fromkeys(clearing.rules(t), BIG))
    yield clearing.report(t, network(x), {})


plain(
    privacy.pause_form,
    privacy.resumed,
    privacy.nothing_held,
    erasing.erased,
)
