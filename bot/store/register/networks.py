"""What is kept of a network."""

from bot.store.register.entries import WITH_NETWORK, Entry, numbered
from bot.store.tables import Network, Place, Term

NETWORK = Entry(
    Network,
    numbered(
        "the network",
        WITH_NETWORK,
        name="to name the network",
        language="what it speaks in",
        zone="when its meetings are",
        begun_at="since when it is here",
        held_since="since when it waits for a word, after a backup was restored",
        region="whose public holidays it keeps",
        priority_first="whether priority schools go first where a kit is waited for",
    ),
)
TERM = Entry(
    Term,
    numbered(
        "the network",
        WITH_NETWORK,
        network_id="whose school year",
        kind="a term or a holiday",
        name="what it is called",
        first="when it begins",
        last="when it ends",
    ),
)
PLACE = Entry(
    Place,
    numbered(
        "the network",
        WITH_NETWORK,
        network_id="whose channel it is",
        platform="where to post",
        workspace="where to post",
        channel="where to post",
        purpose="what it is used for",
        room="to name the channel",
        listed_at="when its people were last listed",
    ),
)
