"""What is kept so that messages arrive once."""

from sqlalchemy import ColumnElement, String, and_, cast, or_
from sqlmodel import col, select

from bot.store.register.entries import WITH_HOUSE, WITH_NETWORK_OR_PERSON, Entry, numbered, rest
from bot.store.register.keeping import UNTIL_SENT
from bot.store.register.people import an_account
from bot.store.register.talks import is_among
from bot.store.tables import Bucket, Delivery, Inbox, Lane, Lease, Talk, Workspace


def _inbox(member: int) -> ColumnElement[bool]:
    """An inbox of theirs, or a conversation in which they are."""
    mine = and_(
        col(Lane.kind) == "person",
        an_account(member, Lane.platform, Lane.workspace, Lane.target),
    )
    talks = select(cast(Talk.id, String)).where(is_among(member))
    return or_(mine, and_(col(Lane.kind) == "talk", col(Lane.target).in_(talks)))


DELIVERY = Entry(
    Delivery,
    numbered(
        "coordinators",
        f"of a channel as long as the network; of a person {UNTIL_SENT}",
        network_id="whose message",
        lane_id="where it goes",
        idem_key="so that it goes once",
        batch="what one undo takes back",
        view="what it shows",
        subject="of what",
        due="when it goes",
        expires="when it is no longer of use",
        state="whether it went",
        attempt="how often it was tried",
        sending_since="when it left",
        sent_at="when it arrived, to say what came late",
        told="whether coordinators know that it did not arrive",
        thread="in which thread",
        thread_of="in whose thread",
        remote_ref="where it stands, to change it",
        last_error="why it did not go",
        wanted="whether it is to be changed",
        shown="what it shows now",
        edit_due="when it is to be changed",
    ),
    mine=lambda member: col(Delivery.lane_id).in_(select(col(Lane.id)).where(_inbox(member))),
)
LANE = Entry(
    Lane,
    numbered(
        "nobody",
        WITH_NETWORK_OR_PERSON,
        platform="where it goes",
        workspace="where it goes",
        kind="a channel, an inbox or a conversation",
        target="which one",
        next_at="when the next is due",
        network_id="whose turn it is",
        rest_until="until when nothing is sent there",
        owner="who sends now",
        refusals="how often in a row it was refused",
        refused_for="why it was refused",
        stopped_at="since when nothing is tried there",
    ),
    mine=_inbox,
)
BUCKET = Entry(
    Bucket,
    rest(
        "nobody",
        WITH_HOUSE,
        platform="the pace of a platform",
        workspace="the pace of a platform",
        tokens="how much may go now",
        refilled_at="since when",
    ),
)
INBOX = Entry(
    Inbox,
    rest(
        "nobody",
        "a week",
        platform="so that a repeat has no effect",
        call="so that a repeat has no effect",
        came_at="when to drop it",
    ),
)
WORKSPACE = Entry(
    Workspace,
    rest(
        "nobody",
        WITH_HOUSE,
        platform="which application",
        workspace="which application",
        commands="whether its commands have changed",
    ),
)
LEASE = Entry(
    Lease,
    rest(
        "nobody",
        WITH_HOUSE,
        name="what one process at a time does",
        owner="which process",
        until="until when",
    ),
)
