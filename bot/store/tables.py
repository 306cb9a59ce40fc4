"""The rows of the house. A class is a table; what each column is for stands in `register.py`.

Rows are storage only: nothing is validated here, that is core's work. Instants are aware UTC.
Every row belongs to a network, or to a workspace of a platform.
"""

from datetime import UTC, date, datetime, time

from sqlalchemy import BigInteger, DateTime, Index, MetaData, UniqueConstraint, text
from sqlmodel import Field, SQLModel

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
NEVER = datetime(9999, 1, 1, tzinfo=UTC)
"""When a post is edited whose network is on hold."""


class Row(SQLModel):
    """What all tables share: one naming of constraints, so that migrations can name them."""

    metadata = MetaData(naming_convention=NAMES)


def _index(name: str, *columns: str, where: str) -> Index:
    return Index(name, *columns, sqlite_where=text(where), postgresql_where=text(where))


class Network(Row, table=True):
    """A network of teachers. `held_since`: restored from a backup of that instant, and a
    coordinator has not yet said what of it is to be sent. `region`: whose public holidays are kept
    ("GB-ENG", "AT"; empty: none).
    """

    id: int | None = Field(default=None, primary_key=True)
    name: str
    language: str
    zone: str
    begun_at: datetime
    held_since: datetime | None = None
    region: str = ""


class Term(Row, table=True):
    """Days of a school year, the first and the last of them: `kind` is "term" or "holiday"."""

    __table_args__ = {"sqlite_autoincrement": True}
    id: int | None = Field(default=None, primary_key=True)
    network_id: int = Field(foreign_key="network.id", index=True)
    kind: str
    name: str
    first: date
    last: date


class Place(Row, table=True):
    """A channel that a network uses, and for what: "home", where it was begun and announces, or
    "room", where a meeting has been announced as well.
    """

    __table_args__ = (UniqueConstraint("platform", "workspace", "channel"),)
    id: int | None = Field(default=None, primary_key=True)
    network_id: int = Field(foreign_key="network.id", index=True)
    platform: str
    workspace: str
    channel: str
    purpose: str
    room: str
    listed_at: datetime | None = None


class Member(Row, table=True):
    """A person, counted once however many platforms and networks they are in."""

    id: int | None = Field(default=None, primary_key=True)
    name: str
    language: str | None = None
    zone: str | None = None


class Identity(Row, table=True):
    """A person's account on a platform; `picked` is the network they chose to speak of, until
    `picked_until`.
    """

    __table_args__ = (UniqueConstraint("platform", "workspace", "user"),)
    id: int | None = Field(default=None, primary_key=True)
    member_id: int = Field(foreign_key="member.id", index=True)
    platform: str
    workspace: str
    user: str
    picked: int | None = Field(default=None, foreign_key="network.id")
    picked_until: datetime | None = None


class Membership(Row, table=True):
    """A person in a network. `private`: may be written to privately (None: not asked yet).

    `left_at` is set for who left the channel, or asked to be left out: then `declined` too, and no
    list of the channel brings them back.
    """

    __table_args__ = (UniqueConstraint("network_id", "member_id"),)
    id: int | None = Field(default=None, primary_key=True)
    network_id: int = Field(foreign_key="network.id")
    member_id: int = Field(foreign_key="member.id", index=True)
    role: str
    joined_at: datetime
    left_at: datetime | None = None
    declined: bool = False
    private: bool | None = None


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
    __table_args__ = {"sqlite_autoincrement": True}
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

    __table_args__ = {"sqlite_autoincrement": True}
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
    goes to the end of the line: `waits_since` is then after it.
    """

    __table_args__ = (
        UniqueConstraint("meeting_id", "member_id"),
        _index("ix_rsvp_waiting", "meeting_id", where="waits_since IS NOT NULL"),
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


class Attendance(Row, table=True):
    """Who was at a meeting, or could not come after all: what the person said or, `ticked`, a
    coordinator. `state`: "here" or "away". Who has no account is named by
    `name`; a colleague who was sent came for `sent_by`. `minutes`: the person stayed shorter than
    the meeting lasted.
    """

    __table_args__ = (UniqueConstraint("meeting_id", "member_id"), {"sqlite_autoincrement": True})
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
        UniqueConstraint("network_id", "kind", "version"),
        {"sqlite_autoincrement": True},
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

    __table_args__ = (UniqueConstraint("meeting_id", "member_id"), {"sqlite_autoincrement": True})
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


class Question(Row, table=True):
    """A question to a network between meetings. `circle`: who reads the answers, the "network" or
    its "coordinators" alone.
    """

    __table_args__ = {"sqlite_autoincrement": True}
    id: int | None = Field(default=None, primary_key=True)
    network_id: int = Field(foreign_key="network.id", index=True)
    words: str
    circle: str
    asked_by: int | None = Field(default=None, foreign_key="member.id")
    asked_at: datetime
    closes_at: datetime


class QuestionAnswer(Row, table=True):
    """What a person answered to a question."""

    __tablename__ = "question_answer"
    __table_args__ = (UniqueConstraint("question_id", "member_id"), {"sqlite_autoincrement": True})
    id: int | None = Field(default=None, primary_key=True)
    network_id: int = Field(foreign_key="network.id")
    question_id: int = Field(foreign_key="question.id")
    member_id: int = Field(foreign_key="member.id", index=True)
    text: str
    said_at: datetime


class JournalEntry(Row, table=True):
    """Something that a person wrote down for themselves alone. `shared`: what they posted of it."""

    __tablename__ = "journal_entry"
    __table_args__ = (
        Index("ix_journal_entry_network_id_member_id", "network_id", "member_id"),
        {"sqlite_autoincrement": True},
    )
    id: int | None = Field(default=None, primary_key=True)
    network_id: int = Field(foreign_key="network.id")
    member_id: int = Field(foreign_key="member.id")
    text: str
    shared: str = ""
    written_at: datetime


class Trial(Row, table=True):
    """How the task of a meeting went with a person's class: `state` is "did", "partly" or
    "not-yet", `line` what they say of it.
    """

    __table_args__ = (UniqueConstraint("meeting_id", "member_id"), {"sqlite_autoincrement": True})
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
        {"sqlite_autoincrement": True},
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

    __table_args__ = {"sqlite_autoincrement": True}
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

    __table_args__ = {"sqlite_autoincrement": True}
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


class Draft(Row, table=True):
    """What a person typed into a form that could not be saved yet, as JSON, so that nothing is
    lost.
    """

    id: int | None = Field(default=None, primary_key=True)
    platform: str
    workspace: str
    user: str
    action: str
    typed: str
    kept_at: datetime


class Delivery(Row, table=True):
    """A message due somewhere: which view of which subject. Rendered when sent.

    state: "waiting", "sending", "sent", "cancelled", "skipped" (no longer of use), "expired" (came
    too late to be of use), "failed", "unconfirmed" (may or may not have arrived), "held" (from a
    backup; a coordinator is asked first). A post whose `wanted` is ahead of `shown` waits to be
    edited. `batch` names what one [Undo] takes back. It stands in a thread by the `thread` ref
    itself, or by `thread_of`, the delivery whose thread it is. `sending_since` is when it may first
    have left, `sent_at` when it was known to stand there. `told`: its coordinators know that it did
    not arrive.
    """

    __table_args__ = (
        _index("ix_delivery_waiting", "lane_id", "due", where="state = 'waiting'"),
        _index("ix_delivery_sending", "lane_id", where="state = 'sending'"),
        _index(
            "ix_delivery_stale", "lane_id", "edit_due", where="state = 'sent' AND wanted > shown"
        ),
        _index("ix_delivery_expires", "expires", where="state = 'waiting'"),
        _index(
            "ix_delivery_undelivered",
            "network_id",
            where="state IN ('expired', 'failed', 'unconfirmed', 'held')",
        ),
        Index("ix_delivery_subject", "network_id", "view", "subject"),
        Index("ix_delivery_lane", "lane_id", "due"),
        Index("ix_delivery_batch", "network_id", "batch"),
    )
    id: int | None = Field(default=None, primary_key=True)
    network_id: int = Field(foreign_key="network.id")
    lane_id: int = Field(foreign_key="lane.id")
    idem_key: str = Field(unique=True)
    batch: str = ""
    view: str
    subject: str
    due: datetime
    expires: datetime | None = None
    state: str = "waiting"
    attempt: int = 0
    sending_since: datetime | None = None
    sent_at: datetime | None = None
    told: bool = False
    thread: str = ""
    thread_of: int | None = Field(default=None, foreign_key="delivery.id")
    remote_ref: str | None = None
    last_error: str | None = None
    wanted: int = 0
    shown: int = 0
    edit_due: datetime = EPOCH


class Lane(Row, table=True):
    """One destination: a channel, or a person's inbox. Claimed by one worker at a time, its
    `owner`.

    Nothing happens in it before `rest_until`: it is claimed till then, has just been written to, or
    was told to wait. `next_at` is when something is due (None: nothing), and never before that;
    `network_id` is whose message that is, so that networks take turns. `refusals` counts how often
    in a row it was refused, `refused_for` says why and `stopped_at` since when it is left alone for
    that.
    """

    __table_args__ = (
        UniqueConstraint("platform", "workspace", "kind", "target"),
        _index("ix_lane_next", "platform", "next_at", where="next_at IS NOT NULL"),
    )
    id: int | None = Field(default=None, primary_key=True)
    platform: str
    workspace: str
    kind: str
    target: str
    network_id: int | None = Field(default=None, foreign_key="network.id")
    next_at: datetime | None = None
    rest_until: datetime = EPOCH
    owner: str = ""
    refusals: int = 0
    refused_for: str = ""
    stopped_at: datetime | None = None


class Bucket(Row, table=True):
    """What a platform takes in all from one workspace or bot: tokens left, and when they were
    counted.
    """

    platform: str = Field(primary_key=True)
    workspace: str = Field(primary_key=True)
    tokens: float
    refilled_at: datetime


class Inbox(Row, table=True):
    """Ids (never bodies) of what has come in, so that a repeat has no second effect."""

    platform: str = Field(primary_key=True)
    call: str = Field(primary_key=True)
    came_at: datetime = Field(index=True)


class Workspace(Row, table=True):
    """A Slack workspace or a Discord application that the house has met, and the digest of its
    commands.
    """

    platform: str = Field(primary_key=True)
    workspace: str = Field(primary_key=True)
    commands: str = ""


class Lease(Row, table=True):
    """Something that one process at a time may do (a shard of Discord), and until when it may."""

    name: str = Field(primary_key=True)
    owner: str
    until: datetime


class SetUpCode(Row, table=True):
    """The one-time code that lets a person set a network up: its digest only."""

    digest: str = Field(primary_key=True)
    made_at: datetime


class Forgotten(Row, table=True):
    """Somebody who asked to be erased: a keyed digest of the account, so that no list brings them
    back.
    """

    digest: str = Field(primary_key=True)
    network_id: int = Field(foreign_key="network.id", primary_key=True)
