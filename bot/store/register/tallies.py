"""What is kept of people who are not known any more: nothing but counts."""

from bot.store.register.entries import WITH_NETWORK, Entry, numbered
from bot.store.register.keeping import UNTIL_REPORTED
from bot.store.tables import Clearing, Tally

TALLY = Entry(
    Tally,
    numbered(
        "the network",
        WITH_NETWORK,
        network_id="whose count",
        kind="of what it is a count",
        about="of which meeting, question or round",
        said="which answer",
        count="how many gave it; who they were is not kept",
    ),
)
CLEARING = Entry(
    Clearing,
    numbered(
        "coordinators",
        UNTIL_REPORTED,
        network_id="in which network",
        on="on which day",
        what="rows of which kind went by themselves",
        count="how many",
    ),
)
