"""Talks: private conversations of a few people, begun by the bot."""

from sqlalchemy import UniqueConstraint
from sqlmodel import Field

from bot.store.tables.rows import EACH_NUMBER_ONCE, Row, index


class Talk(Row, table=True):
    """A private conversation of people of a network on one platform, and the bot.

    `users` are their accounts there, in order, with a space before, between and after them, and
    `name` is made of their names. `channel` is the network's channel to which it belongs where a
    platform wants that, and `opened` the conversation itself: empty until it has begun.
    """

    __table_args__ = (
        UniqueConstraint("network_id", "platform", "workspace", "users"),
        index("ix_talk_opened", "platform", "workspace", "opened", where="opened <> ''"),
        EACH_NUMBER_ONCE,
    )
    id: int | None = Field(default=None, primary_key=True)
    network_id: int = Field(foreign_key="network.id")
    platform: str
    workspace: str
    users: str
    name: str
    channel: str
    opened: str = ""
