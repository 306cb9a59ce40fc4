"""Samples of what people see of each other, and of what they show."""

from collections.abc import Iterator

from bot.core import topics
from bot.core.directory import Colleague, Listed, Workplace
from bot.core.profiles import PHASES, SHARES, WORK
from bot.core.seeking import Sought, Understood
from bot.views import directory, sharing
from bot.views.words import Words
from tests.gallery.register import BIG, MANY_NAMES, NOON, Drawn, network, sample
from tests.gallery.texts import Texts


def colleague(x: Texts, number: int = BIG, *, full: bool = True) -> Colleague:
    """Somebody who shows all there is, or nothing."""
    if not full:
        return Colleague(number, x.name)
    own = topics.own(BIG, x.title)
    known = (own, *topics.vocabulary().values())
    places = tuple(Workplace(BIG - n, x.venue, PHASES, x.room) for n in range(3))
    return Colleague(
        number, x.name, WORK[number % len(WORK)], 1999, ("en", "de", "fr", "it", "fi", x.word),
        known, places, known, known,
    )  # fmt: skip


@sample
def directory_people(t: Words, x: Texts) -> Iterator[Drawn]:
    found = [colleague(x, BIG - n) for n in range(MANY_NAMES)]
    phrase = directory.wanted_words(t, Sought("", PHASES[1]), topics.own(1, x.title), x.room)
    by_all = Sought(f"own-{BIG}", PHASES[2], BIG)
    for count, sought, at, listed in (
        (0, Sought(), 0, BIG),
        (1, Sought(), 0, None),
        (MANY_NAMES, by_all, 2, BIG),
        (MANY_NAMES, Sought(name=x.word), 0, BIG),
    ):
        yield directory.people(
            t, network(x), found[:count], sought, phrase if sought != Sought() else "",
            me=BIG, at=at, listed=listed,
        )  # fmt: skip


@sample
def directory_nobody(t: Words, x: Texts) -> Iterator[Drawn]:
    for wanted in ("", x.title):
        yield directory.nobody(t, network(x), wanted)


@sample
def directory_unclear(t: Words, x: Texts) -> Iterator[Drawn]:
    own = tuple(topics.own(number, x.title) for number in range(BIG - 3, BIG))
    yield directory.unclear(t, network(x), Understood(Sought("", PHASES[2], BIG), x.title, own))


@sample
def directory_for_people(t: Words, x: Texts) -> Iterator[Drawn]:
    yield directory.for_people(t, network(x))


@sample
def directory_find_form(t: Words, x: Texts) -> Iterator[Drawn]:
    yield directory.find_form(t, network(x), {})
    yield directory.find_form(t, network(x), {f"{n} {x.room}": n for n in range(30)})


@sample
def directory_person(t: Words, x: Texts) -> Iterator[Drawn]:
    for user in (None, "U0123456789", "1234567890123456789"):
        yield directory.person(t, network(x), colleague(x), user)


@sample
def directory_everybody(t: Words, x: Texts) -> Iterator[Drawn]:
    one = Listed(colleague(x), "coordinator", NOON)
    for count, at in ((1, 0), (MANY_NAMES, 1)):
        yield directory.everybody(t, network(x), [one] * count, at)


@sample
def directory_filed(t: Words, x: Texts) -> Iterator[Drawn]:
    yield directory.filed(t, network(x))


@sample
def sharing_page(t: Words, x: Texts) -> Iterator[Drawn]:
    for full, shares in ((False, ()), (True, SHARES)):
        for done in ("", sharing.done_words(t, shown=full)):
            yield sharing.page(t, network(x), colleague(x, full=full), shares, done)
