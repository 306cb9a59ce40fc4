"""Groups in a meeting: who was put together with whom."""

from datetime import datetime

from sqlalchemy import UniqueConstraint
from sqlmodel import Field

from bot.store.tables.rows import EACH_NUMBER_ONCE, Row, pointing


class Grouping(Row, table=True):
    """The people of a meeting, dealt into groups of this `size` by this `seed`. `among`: who is
    noted as "here", or who has said "yes". state: "preview" (coordinators alone see it) or
    "posted"; until `held_until` it is taken back by [Undo], and people do not see it yet.
    """

    __table_args__ = (*pointing("grouping", "dealt_by"), EACH_NUMBER_ONCE)
    id: int | None = Field(default=None, primary_key=True)
    network_id: int = Field(foreign_key="network.id", index=True)
    meeting_id: int = Field(foreign_key="meeting.id", index=True)
    seed: int
    size: int
    among: str
    state: str = "preview"
    held_until: datetime | None = None
    dealt_by: int | None = Field(default=None, foreign_key="member.id")
    dealt_at: datetime


class Grouped(Row, table=True):
    """Somebody in a group, by its number `nth` in the meeting, in the room or `online`. Who has no
    account is there with somebody: the colleague whom `with_id` sends, by `name`, or the `guest` of
    this number whom they bring; or came alone and was noted by `name`.
    """

    __table_args__ = (
        *pointing("grouped", "with_id"),
        UniqueConstraint("grouping_id", "member_id"),
        EACH_NUMBER_ONCE,
    )
    id: int | None = Field(default=None, primary_key=True)
    network_id: int = Field(foreign_key="network.id")
    grouping_id: int = Field(foreign_key="grouping.id", index=True)
    nth: int
    online: bool = False
    member_id: int | None = Field(default=None, foreign_key="member.id", index=True)
    with_id: int | None = Field(default=None, foreign_key="member.id")
    guest: int = 0
    name: str = ""
