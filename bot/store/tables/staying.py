"""Staying alive: who is away, and who looks after a network meanwhile or from now on."""

from datetime import datetime

from sqlalchemy import UniqueConstraint
from sqlmodel import Field

from bot.store.tables.rows import EACH_NUMBER_ONCE, Row, pointing


class Absence(Row, table=True):
    """A person who is away from a network until an instant, as they said themselves or as somebody
    else did (`said_by`). There is no row of who is here.
    """

    __table_args__ = (
        *pointing("absence", "said_by"),
        UniqueConstraint("network_id", "member_id"),
        EACH_NUMBER_ONCE,
    )
    id: int | None = Field(default=None, primary_key=True)
    network_id: int = Field(foreign_key="network.id")
    member_id: int = Field(foreign_key="member.id", index=True)
    since: datetime
    back_at: datetime
    said_by: int | None = Field(default=None, foreign_key="member.id")
    said_at: datetime | None = None


class Duty(Row, table=True):
    """A person who looks after a network, or is to: as its "deputy", as "stand-in" `until` an
    instant, or by a "take-over" from whoever asked them, who then is `after` that.

    `state`: "asked" (they may say no), "offered" (by themselves: somebody has to say yes), "on",
    "done", "no" or "over". Nobody may plan before a yes.
    """

    __table_args__ = (*pointing("duty", "member_id", "asked_by"), EACH_NUMBER_ONCE)
    id: int | None = Field(default=None, primary_key=True)
    network_id: int = Field(foreign_key="network.id", index=True)
    member_id: int | None = Field(default=None, foreign_key="member.id")
    kind: str
    state: str
    asked_by: int | None = Field(default=None, foreign_key="member.id")
    after: str = ""
    made_at: datetime
    until: datetime | None = None
