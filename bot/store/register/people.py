"""What is kept of people."""

from sqlalchemy import ColumnElement, exists
from sqlmodel import col

from bot.store.register.entries import WITH_NETWORK, Entry, goes, numbered, rest
from bot.store.register.keeping import UNTIL_LEFT
from bot.store.tables import Draft, Forgotten, Identity, Member, Membership, SetUpCode


def an_account(member: int, platform: str, workspace: str, user: str) -> ColumnElement[bool]:
    """Whether what stands in these columns is an account of the person."""
    return exists().where(
        col(Identity.member_id) == member,
        col(Identity.platform) == col(platform),
        col(Identity.workspace) == col(workspace),
        col(Identity.user) == col(user),
    )


MEMBER = goes(
    Member,
    numbered(
        "the network",
        UNTIL_LEFT,
        name="to say who is coming",
        language="to speak it",
        zone="to know when a day begins",
        prefers="on which platform they want to be written to",
    ),
    "id",
)
IDENTITY = goes(
    Identity,
    numbered(
        "nobody",
        UNTIL_LEFT,
        member_id="whose account",
        platform="to know the person again",
        workspace="to know the person again",
        user="to know the person again",
        picked="of which network they speak",
        picked_until="until when",
        heard_at="to ask after who was not heard of for long, before they are written to",
        gone_at="so that nothing is sent to who has gone",
        wrong_codes="so that nobody can guess a code",
        wrong_since="since when",
    ),
    "member_id",
)
MEMBERSHIP = goes(
    Membership,
    numbered(
        "coordinators",
        UNTIL_LEFT,
        network_id="which network",
        member_id="who is in it",
        role="what the person may do",
        joined_at="since when",
        left_at="left, or left out",
        declined="asked to be left out",
        private="whether they may be written to privately",
        shares="which parts of their profile the network may see",
        paused_until="until when nothing private is sent to them",
        by_code="whether they came by a code, and are in no channel yet",
        invited_by="whose invitation it was; the person sees it too",
        hosts="whether they look out for newcomers",
        hosted="whether somebody may look out for them",
        asked_after="whether a coordinator has asked why they came only once",
    ),
    "member_id",
    clears=("invited_by",),
)
DRAFT = Entry(
    Draft,
    numbered(
        "the person",
        "a week",
        platform="whose it is",
        workspace="whose it is",
        user="whose it is",
        action="which form it was typed into",
        typed="what was typed, so that nothing is lost",
        kept_at="when to drop it",
    ),
    mine=lambda member: an_account(member, Draft.platform, Draft.workspace, Draft.user),
)
SET_UP_CODE = Entry(
    SetUpCode,
    rest(
        "nobody",
        "a week",
        digest="who may begin",
        made_at="until when",
    ),
)
FORGOTTEN = Entry(
    Forgotten,
    rest(
        "nobody",
        WITH_NETWORK,
        digest="so that who asked to be erased is not listed again; it names nobody",
        network_id="in which network",
    ),
)
