"""How people come in: codes, and who looks out for them at first."""

from datetime import datetime

from sqlalchemy import UniqueConstraint
from sqlmodel import Field

from bot.store.tables.rows import EACH_NUMBER_ONCE, Row


class JoinCode(Row, table=True):
    """A code by which people come into a network: the network's own or, with a `member_id`, the one
    of somebody who invites. One that was ended names nobody, and is never given again.
    """

    __tablename__ = "join_code"
    __table_args__ = (UniqueConstraint("network_id", "member_id"),)
    code: str = Field(primary_key=True)
    network_id: int = Field(foreign_key="network.id", index=True)
    member_id: int | None = Field(default=None, foreign_key="member.id", index=True)
    made_at: datetime
    ended: bool = False


class Welcome(Row, table=True):
    """Who looks out for a newcomer at their first meeting."""

    __table_args__ = (UniqueConstraint("meeting_id", "member_id"), EACH_NUMBER_ONCE)
    id: int | None = Field(default=None, primary_key=True)
    network_id: int = Field(foreign_key="network.id")
    meeting_id: int = Field(foreign_key="meeting.id", index=True)
    member_id: int = Field(foreign_key="member.id", index=True)
    host_id: int = Field(foreign_key="member.id", index=True)
    made_at: datetime
