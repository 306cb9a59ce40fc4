"""Samples of what people see of joining by a code, and of newcomers."""

from collections.abc import Iterator

from bot.core.joining import Way
from bot.core.namesakes import Two
from bot.core.newcomers import Once, Pair
from bot.store.tables import Member, Membership
from bot.ui import Message
from bot.views import joining, namesakes, newcomers, pages, settings
from bot.views.words import Words
from tests.gallery.register import BIG, NOON, Drawn, answer, meeting, network, sample
from tests.gallery.texts import Texts

CODE = "CDFHKMNPR"
PAGE = "https://bot.example/j/CDF-HKM-NPR"
OWN = f"https://bot.example/p/{'x' * 43}"


def ways(x: Texts) -> Iterator[Way]:
    """The network's own code, and that of somebody who invites."""
    yield Way(CODE, network(x))
    yield Way(CODE, network(x), Member(id=BIG, name=x.name))


@sample
def joining_card(t: Words, x: Texts) -> Iterator[Drawn]:
    for way in ways(x):
        yield joining.card(t, way)


@sample
def joining_there_already(t: Words, x: Texts) -> Iterator[Drawn]:
    yield joining.there_already(t, network(x))


@sample
def joining_entered(t: Words, x: Texts) -> Iterator[Drawn]:
    for way, count in zip(ways(x), (0, 9), strict=True):
        yield joining.entered(t, way, [meeting(x, BIG - n) for n in range(count)], x.room)


@sample
def joining_home_line(t: Words, x: Texts) -> Iterator[Drawn]:
    for own in (True, False):
        yield Message("", (joining.home_line(t, network(x), own=own),))


@sample
def joining_invitation(t: Words, x: Texts) -> Iterator[Drawn]:
    for own, plans, address in ((False, True, PAGE), (True, False, "")):
        yield joining.invitation(t, network(x), CODE, address, own=own, plans=plans)


@sample
def joining_ended(t: Words, x: Texts) -> Iterator[Drawn]:
    yield joining.ended(t, network(x))


@sample
def joining_page(t: Words, x: Texts) -> Iterator[Drawn]:
    for way in ways(x):
        yield joining.page(t, way)


@sample
def joining_came(t: Words, x: Texts) -> Iterator[Drawn]:
    for way in ways(x):
        yield joining.came(t, way, x.word, OWN)


@sample
def newcomers_host(t: Words, x: Texts) -> Iterator[Drawn]:
    for name in (x.name, ""):
        yield newcomers.host(t, meeting(x), Pair(name, name))


@sample
def newcomers_newcomer(t: Words, x: Texts) -> Iterator[Drawn]:
    for name in (x.name, ""):
        yield newcomers.newcomer(t, meeting(x), Pair(name, name))


@sample
def newcomers_page(t: Words, x: Texts) -> Iterator[Drawn]:
    day = NOON.date()
    fresh = [
        newcomers.Fresh(x.name, day, is_double=True),
        newcomers.Fresh("", day, x.name, has_been=True),
        *[newcomers.Fresh(x.name, day, x.name)] * 20,
    ]
    once = [Once(BIG - n, name, meeting(x)) for n, name in enumerate([x.name, ""] * 10)]
    yield newcomers.page(t, network(x), (), ())
    twice = [Two(BIG, BIG - n, x.name) for n in range(9)]
    yield newcomers.page(t, network(x), fresh, once, twice)


@sample
def namesakes_sure(t: Words, x: Texts) -> Iterator[Drawn]:
    yield namesakes.sure(t, network(x), Two(BIG, BIG, x.name))


@sample
def namesakes_done(t: Words, x: Texts) -> Iterator[Drawn]:
    yield Message("", (namesakes.done(t, Two(BIG, BIG, x.name)),))


@sample
def newcomers_settled(t: Words, x: Texts) -> Iterator[Drawn]:
    for asked, name in ((True, x.name), (False, "")):
        done = newcomers.settled(t, network(x), BIG, name, asked=asked)
        shown = newcomers.page(t, network(x), (), [Once(n, x.name, meeting(x)) for n in range(9)])
        yield Message(shown.title, (*done, *shown.blocks))


@sample
def settings_settings_of_newcomers(t: Words, x: Texts) -> Iterator[Drawn]:
    for hosts, hosted, has_been in (
        (True, False, True),
        (False, True, False),
        (False, False, False),
    ):
        row = Membership(
            network_id=1, member_id=1, role="member", joined_at=NOON, hosts=hosts, hosted=hosted
        )
        ways = newcomers.ways(t, 1, row, has_been=has_been)
        own = settings.Own(ways)
        yield settings.settings(t, network(x), private=None, closed=False, plans=False, own=own)


@sample
def pages_member(t: Words, x: Texts) -> Iterator[Drawn]:
    ahead = [meeting(x, BIG - n) for n in range(9)]
    mine = {BIG: answer("released")}
    yield pages.member(t, network(x), (), {}, None)
    yield pages.member(t, network(x), ahead, mine, meeting(x))


@sample
def pages_leave(t: Words, x: Texts) -> Iterator[Drawn]:
    yield pages.leave(t, network(x))


@sample
def pages_left(t: Words, x: Texts) -> Iterator[Drawn]:
    yield pages.left(t, network(x))


@sample
def pages_back(t: Words, x: Texts) -> Iterator[Drawn]:
    yield pages.back(t, network(x))
