"""Samples of groups in a meeting."""

from collections.abc import Iterator

from bot.core.groups import Group, Person
from bot.core.mixing import Mixed
from bot.store.tables import Grouping, Meeting
from bot.views import groups
from bot.views.words import Words
from tests.gallery.register import BIG, NOON, Drawn, meeting, sample
from tests.gallery.texts import Texts


def person(x: Texts, n: int) -> Person:
    """One of each kind: by name, without one, hidden, a guest, a colleague, online."""
    kinds = (
        Person(x.name), Person(""), Person(x.name, hidden=True), Person("", x.name, guest=1),
        Person(x.name, x.name), Person(x.name, online=True),
    )  # fmt: skip
    return kinds[n % len(kinds)]


def some(x: Texts, count: int, size: int = 4) -> list[Group]:
    """So many groups."""
    return [Group(n + 1, tuple(person(x, n + i) for i in range(size))) for n in range(count)]


def hybrid(x: Texts) -> Meeting:
    """A meeting in a room and online."""
    made = meeting(x)
    made.mode = "both"
    return made


def page(x: Texts, count: int, **more: object) -> groups.Page:
    """What a coordinator looks at."""
    among = "here" if count % 2 else "yes"
    row = Grouping(
        id=BIG, network_id=1, meeting_id=1, seed=1, size=3, among=among, dealt_at=NOON,
    )  # fmt: skip
    mixed = Mixed(count, count, count, count, count, count) if count > 1 else Mixed(count)
    return groups.Page(row, some(x, count), mixed, **more)  # type: ignore[arg-type]


@sample
def groups_page(t: Words, x: Texts) -> Iterator[Drawn]:
    yield groups.page(t, meeting(x), page(x, 1))
    yield groups.page(t, meeting(x), page(x, 4, late=9, others=250, older=True))
    for at in (0, 7, 99):
        yield groups.page(t, hybrid(x), page(x, 85, late=9, others=250, held=True), at)
    yield groups.page(t, hybrid(x), page(x, 12, others=9, shown=True))


@sample
def groups_post(t: Words, x: Texts) -> Iterator[Drawn]:
    for count in (1, 12, 85):
        yield groups.post(t, meeting(x), some(x, count))
        yield groups.post(t, hybrid(x), some(x, count))


@sample
def groups_mine(t: Words, x: Texts) -> Iterator[Drawn]:
    first, *others = some(x, 6)
    yield groups.mine(t, meeting(x), first, [])
    yield groups.mine(t, hybrid(x), first, others)
    yield groups.mine(t, hybrid(x), None, others)


@sample
def groups_in_none(t: Words, x: Texts) -> Iterator[Drawn]:
    for is_open in (True, False):
        yield groups.in_none(t, meeting(x), is_open=is_open)


@sample
def groups_none_yet(t: Words, x: Texts) -> Iterator[Drawn]:
    yield groups.none_yet(t, meeting(x))


@sample
def groups_too_few(t: Words, x: Texts) -> Iterator[Drawn]:
    for people in (0, 3):
        yield groups.too_few(t, meeting(x), people, is_open=bool(people))


@sample
def groups_only_one(t: Words, x: Texts) -> Iterator[Drawn]:
    yield groups.only_one(t, meeting(x), 4, "yes")


@sample
def groups_no_such_size(t: Words, _: Texts) -> Iterator[Drawn]:
    yield groups.no_such_size(t)


@sample
def groups_too_late(t: Words, x: Texts) -> Iterator[Drawn]:
    for is_off in (True, False):
        yield groups.too_late(t, meeting(x), is_off=is_off)


@sample
def groups_nowhere(t: Words, x: Texts) -> Iterator[Drawn]:
    yield groups.nowhere(t, meeting(x))


@sample
def groups_nothing_planned(t: Words, x: Texts) -> Iterator[Drawn]:
    for named in ("", x.word):
        yield groups.nothing_planned(t, named)
