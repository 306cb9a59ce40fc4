"""Samples of what coordinators see of messages that did not arrive, and of one that came late."""

from collections.abc import Iterator

from bot.core.undelivered import MOST, Item
from bot.ui import Message
from bot.views import meetings, notes, undelivered
from bot.views.words import Words
from tests.gallery.register import (
    BIG,
    MANY_NAMES,
    NOON,
    ZONE,
    Drawn,
    meeting,
    network,
    sample,
    standing,
    unsent,
)
from tests.gallery.texts import Texts

VIEWS = (
    "network.hello", "meeting.announcement", "meeting.moved", "meeting.called-off",
    "meeting.today", "meeting.series", "something.new",
)  # fmt: skip


def items(x: Texts, state: str, count: int, error: str = "") -> list[Item]:
    """So many in this state, of every kind, for a channel and for a person by turns."""
    first = BIG - 100 * len(state)
    return [
        Item(unsent(first - i, VIEWS[i % len(VIEWS)], state, error), x.title, x.name, bool(i % 2))
        for i in range(count)
    ]


@sample
def undelivered_page(t: Words, x: Texts) -> Iterator[Drawn]:
    yield undelivered.page(t, network(x), [], 0)
    for state in ("unconfirmed", "failed", "expired"):
        for count in (1, 2, MOST):
            yield undelivered.page(t, network(x), items(x, state, count, "not_in_channel"), count)
    every = [*items(x, "unconfirmed", 4), *items(x, "failed", 4, "50035"), *items(x, "expired", 4)]
    yield undelivered.page(t, network(x), every, BIG)
    without = [Item(unsent(1, "network.hello", "expired"), "", "", private=False)]
    yield undelivered.page(t, network(x), without, 1)


@sample
def undelivered_home_line(t: Words, x: Texts) -> Iterator[Drawn]:
    for count in (1, 2, BIG):
        yield Message("", (undelivered.home_line(t, network(x), count),))


@sample
def notes_late(t: Words, x: Texts) -> Iterator[Drawn]:
    many = standing(x, MANY_NAMES)
    post = meetings.announcement(t, meeting(x), many, over=False)
    yield notes.late(t, post, NOON, ZONE)
    yield notes.late(t, meetings.called_off(t, meeting(x, state="called off")), NOON, ZONE)
