"""Samples of what coordinators are asked after a restore."""

from collections.abc import Iterator

from bot.core.held import MOST, Question
from bot.core.undelivered import Item
from bot.ui import Message
from bot.views import held
from bot.views.words import Words
from tests.gallery.of_undelivered import items
from tests.gallery.register import BIG, NOON, Drawn, network, sample
from tests.gallery.texts import Texts

NONE: list[Item] = []


@sample
def held_page(t: Words, x: Texts) -> Iterator[Drawn]:
    coming, doubt = items(x, "held", MOST), items(x, "unconfirmed", MOST)
    for asked in (
        Question(NONE, 0, NONE, 0),
        Question(coming[:1], 1, doubt[:1], 1),
        Question(coming, BIG, doubt, BIG),
        Question(NONE, 0, doubt[:1], 1),
        Question(NONE, 0, doubt, BIG),
    ):
        yield held.page(t, network(x), NOON, asked)


@sample
def held_home_line(t: Words, x: Texts) -> Iterator[Drawn]:
    yield Message("", (held.home_line(t, network(x)),))
