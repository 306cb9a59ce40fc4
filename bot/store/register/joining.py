"""What is kept of how people come in."""

from bot.store.register.entries import UNTIL_ERASED, Entry, goes, of_meeting, rest
from bot.store.tables import JoinCode, Welcome

JOIN_CODE: Entry = goes(
    JoinCode,
    rest(
        "the network",
        "as long as the network, or until its person is erased",
        code="by which people come in",
        network_id="into which network",
        member_id="who invites by it, until it is ended",
        made_at="since when",
        ended="whether it works no more; then it is kept so that it is never given again",
    ),
    "member_id",
)
WELCOME: Entry = goes(
    Welcome,
    of_meeting(
        "the person",
        UNTIL_ERASED,
        member_id="who is new",
        host_id="who looks out for them",
        made_at="since when",
    ),
    "member_id",
    "host_id",
)
