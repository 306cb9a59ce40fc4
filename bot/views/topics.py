"""What coordinators see of the topics that a network has of its own."""

from collections.abc import Mapping, Sequence

from bot import ui
from bot.core.topics import Topic
from bot.store import tables
from bot.store.tables import Network
from bot.ui import Block, Button, Controls, Form, Line, Message, Row
from bot.views.interests import NAME
from bot.views.lists import page as page_of
from bot.views.lists import spoken, turns
from bot.views.notes import note
from bot.views.words import Words

_A_PAGE = 10


def listed(
    t: Words, network: Network, own: Sequence[tables.Topic], people: Mapping[int, int], at: int = 0
) -> Message:
    """The network's own topics, a page of them."""
    if not own:
        return note(t("This network has no topics of its own; there are over a hundred for all."))
    shown, at, count = page_of(own, at, _A_PAGE)
    blocks: list[Block] = [
        Row(
            ui.words(_line(t, row, people.get(row.id or 0, 0))),
            Button(t("Show"), f"topic:{row.id}:read", spoken=spoken(t("Show"), row.name)),
        )
        for row in shown
    ]
    ways = turns(t, f"network:{network.id}:topics", at, count, (t("Back"), t("Further")))
    if ways:
        blocks.append(Controls(tuple(ways)))
    return Message(t("Our own topics"), tuple(blocks))


def _line(t: Words, row: tables.Topic, people: int) -> str:
    at_work = t.n("{n} person", "{n} people", n=people)
    return f"{ui.typed(ui.shorten(row.name, NAME))} · {at_work}"


def page(t: Words, row: tables.Topic, people: int) -> Message:
    """One topic, and what can become of it."""
    return note(
        _line(t, row, people),
        Button(t("It is the same as …"), f"topic:{row.id}:same", "primary"),
        Button(t("Remove it"), f"topic:{row.id}:remove", "danger"),
        _all(t, row),
    )


def _all(t: Words, row: tables.Topic) -> Button:
    return Button(t("All our topics"), f"network:{row.network_id}:topics")


def form(t: Words, row: tables.Topic) -> Form:
    """As which other topic is it the same?"""
    return Form(
        action=f"topic:{row.id}:same",
        title=t("The same as"),
        submit=t("Go on"),
        fields=(
            Line(
                key="name",
                label=t("Which topic is it?"),
                most=ui.limits.LINE,
                hint=t("Any topic, in any of the five languages."),
            ),
        ),
    )


def same(t: Words, row: tables.Topic, like: Sequence[Topic], people: int) -> Message:
    """Is it one of these? Nothing is done yet."""
    said = t.n(
        "“{name}” goes, and {n} person has the other topic instead. This cannot be undone.",
        "“{name}” goes, and {n} people have the other topic instead. This cannot be undone.",
        n=people,
        name=ui.shorten(row.name, NAME),
    )
    buttons = [
        Button(
            ui.shorten(topic.name(t.language), ui.limits.BUTTON // 2),
            f"topic:{row.id}:same-now:{topic.key}",
            "primary",
        )
        for topic in like
    ]
    return note(said, *buttons, Button(t("Leave it as it is"), f"topic:{row.id}:read"))


def sure(t: Words, row: tables.Topic, people: int) -> Message:
    """Once more before it goes."""
    said = t.n(
        "“{name}” goes from {n} profile. This cannot be undone.",
        "“{name}” goes from {n} profiles. This cannot be undone.",
        n=people,
        name=ui.shorten(row.name, NAME),
    )
    return note(
        said,
        Button(t("Remove it"), f"topic:{row.id}:remove-now", "danger"),
        Button(t("Leave it as it is"), f"topic:{row.id}:read"),
    )


def gone(t: Words, network: Network) -> Message:
    """It is done."""
    way = Button(t("All our topics"), f"network:{network.id}:topics")
    return note(t("It is done."), way)
