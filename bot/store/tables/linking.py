"""Codes by which a person, or a network, comes to be known on a second platform."""

from datetime import datetime

from sqlmodel import Field

from bot.store.tables.rows import Row


class LinkCode(Row, table=True):
    """A code of eight characters that works once, for a short while: its first half is its `name`,
    and of the whole there is only a keyed digest. `member_id` was shown it on that platform; with a
    `network_id` it opens a channel there for the network. So many `tries` had the name right and
    the rest wrong.
    """

    __tablename__ = "link_code"
    name: str = Field(primary_key=True)
    digest: str
    member_id: int = Field(foreign_key="member.id", index=True)
    network_id: int | None = Field(default=None, foreign_key="network.id")
    platform: str
    workspace: str
    made_at: datetime
    tries: int = 0
