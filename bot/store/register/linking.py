"""What is kept of codes that link two platforms."""

from bot.store.register.entries import Entry, goes, rest
from bot.store.tables import LinkCode

LINK_CODE: Entry = goes(
    LinkCode,
    rest(
        "nobody",
        "a day",
        name="to find the code that is typed",
        digest="to know it again; it cannot be used by it",
        member_id="who was shown it",
        network_id="of which network it opens a channel",
        platform="on which platform it was shown",
        workspace="where it was shown",
        made_at="until when it works",
        tries="so that nobody can guess it",
    ),
    "member_id",
)
