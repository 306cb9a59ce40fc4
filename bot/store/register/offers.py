"""What is kept of offers, of whom somebody asked for help, and of who rather is not asked."""

from bot.store.register.entries import UNTIL_ERASED, goes, numbered
from bot.store.tables import Approach, Offer, Rest

OFFER = goes(
    Offer,
    numbered(
        "the network",
        UNTIL_ERASED,
        network_id="to which network it is offered",
        member_id="who offers it",
        kind="what it is",
        words="what it is, in their words",
        link="where it can be read",
        phase="for which phase",
        language="in which language they wrote it",
        until="until when it is offered",
        state="whether it still is",
        made_at="since when",
    ),
    "member_id",
)
APPROACH = goes(
    Approach,
    numbered(
        "the person",
        UNTIL_ERASED,
        network_id="in which network",
        request_id="for which request",
        member_id="who was asked",
        offer_id="because of which offer",
        topics="about what",
        state="what they answered",
        asked_at="when they were asked",
        answered_at="when they answered",
    ),
    "member_id",
)
REST = goes(
    Rest,
    numbered(
        "the person",
        UNTIL_ERASED,
        network_id="in which network",
        member_id="who rather is not asked",
        topic="about what",
        until="until when",
    ),
    "member_id",
)
