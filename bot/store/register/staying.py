"""What is kept of who is away, and of who looks after a network."""

from bot.store.register.entries import WITH_NETWORK_OR_PERSON, goes, numbered, stays
from bot.store.tables import Absence, Duty

ABSENCE = goes(
    Absence,
    numbered(
        "the network",
        "until they are back",
        network_id="in which network",
        member_id="who is away",
        since="since when",
        back_at="until when nothing is asked of them",
        said_by="who said so of them",
        said_at="when it was said",
    ),
    "member_id",
    clears=("said_by",),
)
DUTY = stays(
    Duty,
    numbered(
        "coordinators",
        WITH_NETWORK_OR_PERSON,
        network_id="which network",
        member_id="who looks after it",
        kind="as what",
        state="what they said to it",
        asked_by="who asked them",
        after="what becomes of who asked them",
        made_at="when",
        until="until when",
    ),
    "member_id",
    "asked_by",
)
