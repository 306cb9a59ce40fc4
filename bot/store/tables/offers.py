"""What people offer to others, whom somebody asks for it, and what they rather are not asked."""

from datetime import date, datetime

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field

from bot.store.tables.rows import EACH_NUMBER_ONCE, Row, pointing


class Offer(Row, table=True):
    """Somebody offers something until a day: `kind` is one of core/giving.KINDS, `words` what it is
    in the `language` in which they write, `link` where it can be read, if it can. `phase` is a key
    of core/profiles.PHASES, or "any". `state` is "open" or "ended".
    """

    __table_args__ = (Index("ix_offer_network_id_state", "network_id", "state"), EACH_NUMBER_ONCE)
    id: int | None = Field(default=None, primary_key=True)
    network_id: int = Field(foreign_key="network.id")
    member_id: int = Field(foreign_key="member.id", index=True)
    kind: str
    words: str
    link: str = ""
    phase: str = "any"
    language: str = ""
    until: date
    state: str = "open"
    made_at: datetime


class Approach(Row, table=True):
    """Somebody is asked privately whether they can help with a request: because of an offer of
    theirs, or of what they agreed to show in their profile. `topics` are the things that both are
    about, with spaces between. `state` is "asked", "silent" (no answer in time), "yes", "later",
    "never" (not about this) or "over" (somebody else helps, or it is not needed any more).
    """

    __table_args__ = (
        UniqueConstraint("request_id", "member_id"),
        *pointing("approach", "offer_id"),
        EACH_NUMBER_ONCE,
    )
    id: int | None = Field(default=None, primary_key=True)
    network_id: int = Field(foreign_key="network.id")
    request_id: int = Field(foreign_key="request.id")
    member_id: int = Field(foreign_key="member.id", index=True)
    offer_id: int | None = Field(default=None, foreign_key="offer.id")
    topics: str = ""
    state: str
    asked_at: datetime
    answered_at: datetime | None = None


class Rest(Row, table=True):
    """A person is not asked for help with a topic (none named: with anything) until an instant, or
    never again where there is none.
    """

    __table_args__ = (UniqueConstraint("network_id", "member_id", "topic"), EACH_NUMBER_ONCE)
    id: int | None = Field(default=None, primary_key=True)
    network_id: int = Field(foreign_key="network.id")
    member_id: int = Field(foreign_key="member.id", index=True)
    topic: str = ""
    until: datetime | None = None
