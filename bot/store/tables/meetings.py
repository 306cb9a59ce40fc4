"""A meeting and what comes before it: its agenda, its reminders, and who is coming."""

from datetime import date, datetime, time

from sqlalchemy import BigInteger, DateTime, Index, UniqueConstraint
from sqlmodel import Field

from bot.store.tables.rows import EACH_NUMBER_ONCE, Row, index, pointing


class Series(Row, table=True):
    """A meeting that comes again: `rule` is "weekly", "fortnightly" or "monthly" (the same weekday
    of the month), counted from the first one's wall time.
    """

    id: int | None = Field(default=None, primary_key=True)
    network_id: int = Field(foreign_key="network.id", index=True)
    rule: str
    local_start: datetime = Field(sa_type=DateTime)
    begun_at: datetime


class Meeting(Row, table=True):
    """A meeting: its wall time and zone, and the instant derived from them.

    state: "planned", "called off" or "withdrawn" (undone before anybody was told).
    `version` grows with each change that people are told of; `before` holds what [Undo] brings
    back, which can be pressed until `held_until`. One of a series keeps the day that the rule gave
    it as its `occurrence`, wherever it is moved. `mode`: "room", "online" or "both"; `seats` in the
    room and `online_seats` (None: as many as come); `link` is the call's; `bring` is what to do
    before one comes. `ends`: somebody said when it ends, else `minutes` is what is usual. `circle`:
    who reads what people say when they look back, those who were there ("room") or its
    "coordinators" alone. `poll`: which questions they are then asked, those after a "meeting" or
    after a "visit". `task`: what people try with one class, until `task_due`.
    They were asked what happened in class at `class_at` and, for whom it was too early, at
    `again_at`, and can tell it until `class_until`, `again_until`.
    """

    __table_args__ = (
        *pointing("meeting", "planned_by"),
        Index("ix_meeting_series_id_occurrence", "series_id", "occurrence", unique=True),
    )

    id: int | None = Field(default=None, primary_key=True)
    network_id: int = Field(foreign_key="network.id", index=True)
    title: str
    about: str
    venue: str
    local_start: datetime = Field(sa_type=DateTime)
    zone: str
    starts_at: datetime
    minutes: int
    state: str
    reason: str = ""
    version: int = 1
    before: str | None = None
    held_until: datetime | None = None
    planned_by: int | None = Field(default=None, foreign_key="member.id")
    series_id: int | None = Field(default=None, foreign_key="series.id")
    occurrence: date | None = None
    mode: str = "room"
    seats: int | None = None
    online_seats: int | None = None
    link: str = ""
    bring: str = ""
    ends: bool = False
    circle: str = "room"
    task: str = ""
    task_due: date | None = None
    class_at: datetime | None = None
    class_until: datetime | None = None
    again_at: datetime | None = None
    again_until: datetime | None = None
    poll: str = "meeting"


class AgendaItem(Row, table=True):
    """A part of a meeting's agenda: `kind` is "hands-on", "discussion", "reflection",
    "presentation" or "notices"; `state` is "proposed" (by a member, to be looked at), "on" (at its
    `position`) or "dropped".
    """

    __tablename__ = "agenda_item"
    __table_args__ = (*pointing("agenda_item", "lead", "proposed_by"), EACH_NUMBER_ONCE)
    id: int | None = Field(default=None, primary_key=True)
    network_id: int = Field(foreign_key="network.id")
    meeting_id: int = Field(foreign_key="meeting.id", index=True)
    position: int
    title: str
    minutes: int
    kind: str
    state: str
    lead: int | None = Field(default=None, foreign_key="member.id")
    proposed_by: int | None = Field(default=None, foreign_key="member.id")
    made_at: datetime


class Reminder(Row, table=True):
    """What a coordinator decided about something that goes out for a meeting.

    `name` is that of a reminder every meeting has ("unanswered", "agenda", "today"), or "own" for
    one that the coordinator added. It goes `days_before` the meeting `at` that wall time (None: as
    the table of plans has it), to its `audience` ("all", "unanswered", "coming", "tasks"), with
    `words` in place of ours. state: "on" or "dropped". `before` holds what [Undo] brings back.
    """

    __table_args__ = (*pointing("reminder", "made_by"), EACH_NUMBER_ONCE)
    id: int | None = Field(default=None, primary_key=True)
    network_id: int = Field(foreign_key="network.id")
    meeting_id: int = Field(foreign_key="meeting.id", index=True)
    name: str
    audience: str
    days_before: int | None = None
    at: time | None = None
    words: str = ""
    state: str = "on"
    before: str | None = None
    made_by: int | None = Field(default=None, foreign_key="member.id")


class Rsvp(Row, table=True):
    """What a person answered to a meeting; `order` is the platform's order of clicks: the last one
    wins.

    Who comes has a seat in the room or, with `online`, in the call, and one for each of `guests`;
    `delegate` names the colleague who comes instead. Where the seats were taken, `waits_since` says
    since when the person waits for one, and `waits_order` the order of the click that last put them
    in the line; a seat that is freed is kept for them until `offered_until`. Who lets that pass
    goes to the end of the line: `waits_since` is then after it. `sends`: the colleague, once they
    have a page of their own. When they answer, the seat is theirs, and this answer is "sent".
    """

    __table_args__ = (
        *pointing("rsvp", "sends"),
        UniqueConstraint("meeting_id", "member_id"),
        index("ix_rsvp_waiting", "meeting_id", where="waits_since IS NOT NULL"),
    )
    id: int | None = Field(default=None, primary_key=True)
    network_id: int = Field(foreign_key="network.id")
    meeting_id: int = Field(foreign_key="meeting.id")
    member_id: int = Field(foreign_key="member.id", index=True)
    answer: str
    hidden: bool = False
    order: int = Field(sa_type=BigInteger)
    answered_at: datetime
    online: bool = False
    guests: int = 0
    delegate: str = ""
    waits_since: datetime | None = None
    waits_order: int = Field(default=0, sa_type=BigInteger)
    offered_until: datetime | None = None
    sends: int | None = Field(default=None, foreign_key="member.id")
