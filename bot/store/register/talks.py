"""What is kept of the conversations that the bot has begun."""

from sqlalchemy import ColumnElement, exists, literal, or_
from sqlmodel import col

from bot.store.register.entries import WITH_NETWORK_OR_PERSON, Entry, numbered
from bot.store.tables import Identity, Talk


def is_among(member: int) -> ColumnElement[bool]:
    """Whether a person is in a conversation, by an account of theirs."""
    among = literal("% ") + col(Identity.user) + literal(" %")
    return exists().where(
        col(Identity.member_id) == member,
        col(Identity.platform) == col(Talk.platform),
        # A Discord account is the same one on every server.
        or_(
            col(Identity.workspace) == col(Talk.workspace),
            col(Identity.workspace) == col(Identity.platform),
        ),
        col(Talk.users).like(among),
    )


TALK = Entry(
    Talk,
    numbered(
        "the person",
        WITH_NETWORK_OR_PERSON,
        network_id="in which network",
        platform="where it is",
        workspace="where it is",
        users="by which accounts people are in it",
        name="what it is called",
        channel="to which channel it belongs",
        opened="where it stands, to write there",
    ),
    mine=is_among,
)
