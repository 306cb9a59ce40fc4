"""Delivery: messages, the lanes that they go by, and what the processes of the house share."""

from datetime import datetime

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field

from bot.store.tables.rows import EPOCH, Row, index, pointing


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
        *pointing("delivery", "thread_of"),
        index("ix_delivery_waiting", "lane_id", "due", where="state = 'waiting'"),
        index("ix_delivery_sending", "lane_id", where="state = 'sending'"),
        index(
            "ix_delivery_stale", "lane_id", "edit_due", where="state = 'sent' AND wanted > shown"
        ),
        index("ix_delivery_expires", "expires", where="state = 'waiting'"),
        index(
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
        index("ix_lane_next", "platform", "next_at", where="next_at IS NOT NULL"),
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
