"""What comes after a meeting: who was there, what they say of it, and what was written down."""

from datetime import date, datetime

from sqlalchemy import UniqueConstraint
from sqlmodel import Field

from bot.store.tables.rows import EACH_NUMBER_ONCE, Row, pointing


class Attendance(Row, table=True):
    """Who was at a meeting, or could not come after all: what the person said or, `ticked`, a
    coordinator. `state`: "here" or "away". Who has no account is named by
    `name`; a colleague who was sent came for `sent_by`. `minutes`: the person stayed shorter than
    the meeting lasted.
    """

    __table_args__ = (
        *pointing("attendance", "sent_by"),
        UniqueConstraint("meeting_id", "member_id"),
        EACH_NUMBER_ONCE,
    )
    id: int | None = Field(default=None, primary_key=True)
    network_id: int = Field(foreign_key="network.id")
    meeting_id: int = Field(foreign_key="meeting.id", index=True)
    member_id: int | None = Field(default=None, foreign_key="member.id", index=True)
    name: str = ""
    sent_by: int | None = Field(default=None, foreign_key="member.id")
    state: str
    ticked: bool = False
    said_at: datetime
    minutes: int | None = None


class Prompt(Row, table=True):
    """A version of the questions of looking back in a network's own words; where one is empty, ours
    is asked. `kind`: after a "meeting" or a "visit".
    """

    __table_args__ = (
        *pointing("prompt", "made_by"),
        UniqueConstraint("network_id", "kind", "version"),
        EACH_NUMBER_ONCE,
    )
    id: int | None = Field(default=None, primary_key=True)
    network_id: int = Field(foreign_key="network.id")
    kind: str
    version: int
    worth: str = ""
    useful: str = ""
    will: str = ""
    help: str = ""
    made_by: int | None = Field(default=None, foreign_key="member.id")
    made_at: datetime


class Reflection(Row, table=True):
    """How a person looks back on a meeting: `worth` on the scale ("much", "mostly", "little",
    "not"), what was `useful`, what they `will` try and by which day, and with what they want
    `help`. So they answered the questions of this `poll` ("meeting" or "visit"), as the network had
    put them in `prompt_id` (None: ours).
    """

    __table_args__ = (
        *pointing("reflection", "prompt_id"),
        UniqueConstraint("meeting_id", "member_id"),
        EACH_NUMBER_ONCE,
    )
    id: int | None = Field(default=None, primary_key=True)
    network_id: int = Field(foreign_key="network.id")
    meeting_id: int = Field(foreign_key="meeting.id", index=True)
    member_id: int = Field(foreign_key="member.id", index=True)
    worth: str
    useful: str = ""
    will: str = ""
    by: date | None = None
    help: str = ""
    said_at: datetime
    poll: str = "meeting"
    prompt_id: int | None = Field(default=None, foreign_key="prompt.id")


class Trial(Row, table=True):
    """How the task of a meeting went with a person's class: `state` is "did", "partly" or
    "not-yet", `line` what they say of it.
    """

    __table_args__ = (UniqueConstraint("meeting_id", "member_id"), EACH_NUMBER_ONCE)
    id: int | None = Field(default=None, primary_key=True)
    network_id: int = Field(foreign_key="network.id")
    meeting_id: int = Field(foreign_key="meeting.id", index=True)
    member_id: int = Field(foreign_key="member.id", index=True)
    state: str
    line: str = ""
    said_at: datetime


class Impact(Row, table=True):
    """What happened in class after a meeting, by `item`, as a person answered when they were asked
    for the first or the second `time`: on the scale, or under "evidence" in their own words.
    """

    __table_args__ = (
        UniqueConstraint("meeting_id", "member_id", "item", "time"),
        EACH_NUMBER_ONCE,
    )
    id: int | None = Field(default=None, primary_key=True)
    network_id: int = Field(foreign_key="network.id")
    meeting_id: int = Field(foreign_key="meeting.id", index=True)
    member_id: int = Field(foreign_key="member.id", index=True)
    item: str
    answer: str
    time: int
    said_at: datetime


class Minutes(Row, table=True):
    """What was said at a meeting, and what was decided, as somebody wrote it down."""

    __table_args__ = (*pointing("minutes", "written_by"), EACH_NUMBER_ONCE)
    id: int | None = Field(default=None, primary_key=True)
    network_id: int = Field(foreign_key="network.id")
    meeting_id: int = Field(foreign_key="meeting.id", unique=True)
    text: str
    decisions: str
    written_by: int | None = Field(default=None, foreign_key="member.id")
    written_at: datetime


class Action(Row, table=True):
    """Something to do that was agreed at a meeting, by its `owner` until a day. state: "open",
    "done" or "dropped".
    """

    __table_args__ = (*pointing("action", "made_by"), EACH_NUMBER_ONCE)
    id: int | None = Field(default=None, primary_key=True)
    network_id: int = Field(foreign_key="network.id", index=True)
    meeting_id: int = Field(foreign_key="meeting.id", index=True)
    what: str
    owner: int | None = Field(default=None, foreign_key="member.id", index=True)
    due: date | None = None
    state: str = "open"
    made_by: int | None = Field(default=None, foreign_key="member.id")
    made_at: datetime
    version: int = 1
