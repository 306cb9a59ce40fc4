"""After a backup was restored, for the coordinators: what it would send, and whether it is to."""

from collections.abc import Sequence
from datetime import datetime

from bot import ui
from bot.core.held import Question
from bot.core.undelivered import Item
from bot.store.tables import Network
from bot.ui import Block, Button, Controls, Message, Para, Row
from bot.views import undelivered
from bot.views.lists import more
from bot.views.words import Words


def home_line(t: Words, network: Network) -> Row:
    """The line on a coordinator's own page."""
    said = t("I was put back from a backup. What was planned before waits for a word from you.")
    return Row(ui.words(said), Button(t("Have a look"), f"network:{network.id}:held", "primary"))


def page(t: Words, network: Network, since: datetime, asked: Question) -> Message:
    """The one question that is next; the backup is of `since`."""
    back = t.text(
        "Something broke here, and I am back to how things stood on {when}. "
        "What happened after that I do not know.",
        when=t.when(since, network.zone),
    )
    ask = _in_doubt if asked.doubt and not asked.coming else _to_come
    return Message(t("Back from a backup"), (Para(back), *ask(t, network, asked)))


def _to_come(t: Words, network: Network, asked: Question) -> tuple[Block, ...]:
    if asked.coming:
        blocks = [Para(ui.words(t("This was planned, and is still to come:")))]
        blocks += _list(t, network, asked.coming, asked.coming_count)
    else:
        blocks = [Para(ui.words(t("Nothing was waiting to be sent.")))]
    if asked.doubt:
        said = t.n(
            "{n} more message was due since then and may have gone out. I ask about it next.",
            "{n} more messages were due since then and may have gone out. I ask about them next.",
            n=asked.doubt_count,
        )
        blocks.append(Para(ui.words(said)))
    if not asked.coming:
        return (*blocks, Controls((_button(t("Go on"), network, "send", first=True),)))
    return (
        *blocks,
        Controls(
            (
                _button(t("Send what is still of use"), network, "send", first=True),
                _button(t("Send nothing of it"), network, "drop"),
            )
        ),
    )


def _in_doubt(t: Words, network: Network, asked: Question) -> tuple[Block, ...]:
    said = t.n(
        "This was due since then, and may have gone out already. Please look whether it is there:",
        "These were due since then, and may have gone out already. "
        "Please look whether they are there:",
        n=asked.doubt_count,
    )
    return (
        Para(ui.words(said)),
        *_list(t, network, asked.doubt, asked.doubt_count),
        Controls(
            (
                _button(t.n("It went out", "They went out", n=asked.doubt_count), network, "there"),
                _button(t.n("Send it", "Send them", n=asked.doubt_count), network, "again"),
            )
        ),
    )


def _list(t: Words, network: Network, items: Sequence[Item], count: int) -> list[Para]:
    lines = [undelivered.what(t, network, item) for item in items]
    return [Para(line) for line in (*lines, *more(t, count - len(items)))]


def _button(label: str, network: Network, answer: str, *, first: bool = False) -> Button:
    action = f"network:{network.id}:held-{answer}"
    return Button(label, action, "primary" if first else "plain")
