"""What is kept of lists of people that were taken in."""

from bot.store.register.entries import WITH_NETWORK, Entry, numbered, rest, stays
from bot.store.tables import Import

HOURS = "until it is taken in, or two hours"

IMPORT: Entry = stays(
    Import,
    numbered(
        "coordinators",
        WITH_NETWORK,
        network_id="into which network",
        member_id="who took it in",
        digest="to know the file again; it cannot be read back from it",
        state="whether it was taken in, or undone",
        at="when",
        new="how many people came new",
        filled="of how many something was added",
        left_out="how many rows were not taken",
        made="the numbers of the rows that came of it, to undo it",
        stands="whether these are as they were then",
    )
    | rest(
        "coordinators",
        HOURS,
        sheets="what stands in the list, to look at before it is taken in",
        columns="what its columns are",
        same="whose the names are that are there already",
    ),
    "member_id",
)
