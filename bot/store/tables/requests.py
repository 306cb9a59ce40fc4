"""What people ask their network for, and what became of it."""

from datetime import date, datetime

from sqlalchemy import Index
from sqlmodel import Field

from bot.store.tables.rows import EACH_NUMBER_ONCE, Row, pointing


class Request(Row, table=True):
    """Somebody asks for something: `kind` is "kit", "room", "speaker", "visit", "help" or "other";
    which kit, where it is one that the network knows, and what for in their own words.

    `first` and `until` are the days from and until which; `state` one of core/lives.STATES. It came
    `of_meeting` where it was asked for there; `from_answer`: somebody's word in looking back became
    it, by their own tap. Those that wait stand in line by `ahead` (0: a priority school, where the
    network lets them go first; else 1), then by their number: who asked first. `why`: a coordinator
    has declined. What pupils did with it: how many they were (`reached`), and two texts, of which
    the `note` is shown to who gets it next. `marked_at` is when the state last changed.
    """

    __table_args__ = (
        *pointing("request", "member_id", "kit_id", "of_meeting", "decided_by"),
        Index("ix_request_network_id_state", "network_id", "state"),
        EACH_NUMBER_ONCE,
    )
    id: int | None = Field(default=None, primary_key=True)
    network_id: int = Field(foreign_key="network.id")
    member_id: int | None = Field(default=None, foreign_key="member.id")
    kind: str
    kit_id: int | None = Field(default=None, foreign_key="kit.id")
    count: int = 1
    pupils: int | None = None
    purpose: str = ""
    first: date | None = None
    until: date | None = None
    state: str
    ahead: int = 1
    asked_at: datetime
    marked_at: datetime
    decided_by: int | None = Field(default=None, foreign_key="member.id")
    why: str = ""
    of_meeting: int | None = Field(default=None, foreign_key="meeting.id")
    from_answer: bool = False
    reached: int | None = None
    told: str = ""
    note: str = ""


class RequestEvent(Row, table=True):
    """A step in the life of a request: which act led from which state to which, by whom (or by
    whose step the line moved up), when and why. Rows are only added.
    """

    __table_args__ = (*pointing("request_event", "actor_id"), EACH_NUMBER_ONCE)
    __tablename__ = "request_event"
    id: int | None = Field(default=None, primary_key=True)
    network_id: int = Field(foreign_key="network.id")
    request_id: int = Field(foreign_key="request.id", index=True)
    act: str
    before: str
    after: str
    actor_id: int | None = Field(default=None, foreign_key="member.id")
    why: str = ""
    at: datetime
