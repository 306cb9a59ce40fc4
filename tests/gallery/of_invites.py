"""Samples of posting a meeting's announcement again."""

from collections.abc import Iterator

from bot.store.tables import Place
from bot.views import invites, networks
from bot.views.words import Words
from tests.gallery.register import BIG, Drawn, meeting, place, sample
from tests.gallery.texts import Texts

CHANNELS = 40


def places(x: Texts, count: int) -> list[Place]:
    """So many channels of a network."""
    found = [place(x, listed=False) for _ in range(count)]
    for number, one in enumerate(found):
        one.id = BIG - number
    return found


@sample
def invites_form(t: Words, x: Texts) -> Iterator[Drawn]:
    yield invites.form(t, meeting(x), places(x, 1), None)
    yield invites.form(t, meeting(x), places(x, 1), "")
    yield invites.form(t, meeting(x), places(x, CHANNELS), x.room)


@sample
def invites_waiting(t: Words, x: Texts) -> Iterator[Drawn]:
    here = place(x, listed=True)
    yield invites.waiting(t, meeting(x), BIG, invites.tells_others(t, here))
    yield invites.waiting(t, meeting(x), BIG, invites.tells(t, networks.tells(t, BIG, here)))
