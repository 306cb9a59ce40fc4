"""What is kept of links."""

from bot.store.register.entries import Entry, goes, rest
from bot.store.register.keeping import UNTIL_OVER
from bot.store.tables import PersonalLink

PERSONAL_LINK: Entry = goes(
    PersonalLink,
    rest(
        "nobody",
        UNTIL_OVER,
        digest="to know the link again; it cannot be used by it",
        network_id="of which network",
        member_id="for whom",
        purpose="for what",
        made_at="since when",
        until="until when it works",
        made_by="who may end it",
    ),
    "member_id",
    clears=("made_by",),
)
