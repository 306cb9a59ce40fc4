"""Who is on the list by name, and has come themselves as well: are they one person?"""

from collections.abc import Sequence

from bot import ui
from bot.core.namesakes import Two
from bot.store.tables import Network
from bot.ui import Block, Button, Controls, Message, Para
from bot.views.lists import more
from bot.views.words import Words

_MOST = 3


def pairs(t: Words, network: Network, found: Sequence[Two]) -> list[Block]:
    """Who may be here twice, for a coordinator."""
    if not found:
        return []
    heading = Para(t.text("**On the list by name, and here with an account:**"))
    ways = Controls(tuple(_button(t, network, one) for one in found[:_MOST]))
    return [heading, ways, *map(Para, more(t, len(found) - _MOST))]


def _button(t: Words, network: Network, two: Two) -> Button:
    label = t("{name}: one person?", name=ui.shorten(ui.typed(two.name), 40))
    press = f"network:{network.id}:same-one:{two.listed}-{two.came}"
    return Button(ui.shorten(label, ui.limits.BUTTON), press)


def sure(t: Words, network: Network, two: Two) -> Message:
    """What making one person of two does, before it is done."""
    press = f"network:{network.id}"
    asked = t.text(
        "Is **{name}** on the list the same person as who has come? "
        "Then they have what both say, and are counted once.",
        name=ui.shorten(ui.typed(two.name), 80),
    )
    ways = (
        Button(t("Yes, one person"), f"{press}:same-one-now:{two.listed}-{two.came}", "primary"),
        Button(t("No, leave it so"), f"{press}:newcomers"),
    )
    return Message("", (Para(asked), Para(ui.words(t("This cannot be undone."))), Controls(ways)))


def done(t: Words, two: Two) -> Para:
    """It is done."""
    name = ui.shorten(ui.typed(two.name), 80)
    return Para(t.text("**{name}** is one person now.", name=name))
