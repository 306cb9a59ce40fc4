"""Samples of the papers that go along with a box, and of what is said with them."""

from collections.abc import Iterator

from bot.core import lives
from bot.core.parcels import MOST, Parcel
from bot.views import parcels
from bot.views.words import Words
from tests.gallery.of_requests import DAY, asked
from tests.gallery.register import BIG, MANY_NAMES, Drawn, network, sample
from tests.gallery.texts import Texts


def parcel(x: Texts, kind: str = "class-set") -> Parcel:
    """A box for somebody who works at many schools."""
    return Parcel(
        asked(x, lives.RESERVED, kind=kind), [x.network] * MANY_NAMES,
        [(x.venue, BIG), (x.title, BIG), ("", 1)], DAY, [x.name] * MANY_NAMES,
    )  # fmt: skip


@sample
def parcels_page(t: Words, x: Texts) -> Iterator[Drawn]:
    yield parcels.page(t, network(x), 0, 0)
    yield parcels.page(t, network(x), 1, 1)
    yield parcels.page(t, network(x), MOST, BIG)


@sample
def parcels_made(t: Words, x: Texts) -> Iterator[Drawn]:
    for as_text in (False, True):
        yield parcels.made(t, network(x), "labels", as_text=as_text)
        yield parcels.made(t, network(x), "notes", as_text=as_text)
