"""Buddies: who is in, with what wishes, and the rounds in which people go together."""

from datetime import date, datetime

from sqlalchemy import BigInteger, UniqueConstraint
from sqlmodel import Field

from bot.store.tables.rows import EACH_NUMBER_ONCE, Row, pointing


class BuddyPlan(Row, table=True):
    """Whether a network has buddies, and how: a round every so many `weeks` by itself, the next on
    `next_on` (0: only when a coordinator asks for one); `same_school`: people of one school may go
    together.
    """

    __tablename__ = "buddy_plan"
    __table_args__ = (UniqueConstraint("network_id"), EACH_NUMBER_ONCE)
    id: int | None = Field(default=None, primary_key=True)
    network_id: int = Field(foreign_key="network.id")
    is_on: bool
    weeks: int = 0
    next_on: date | None = None
    same_school: bool = False


class BuddyWish(Row, table=True):
    """A person who would like a buddy, since when and until when not; `mode`: "either", "online" or
    "face" (in person); in `every` round, or in every second one (2); `phase`: a buddy of the "same"
    or of an "other" one. Who does not want one any more has `left_at`.
    """

    __tablename__ = "buddy_wish"
    __table_args__ = (UniqueConstraint("network_id", "member_id"), EACH_NUMBER_ONCE)
    id: int | None = Field(default=None, primary_key=True)
    network_id: int = Field(foreign_key="network.id")
    member_id: int = Field(foreign_key="member.id", index=True)
    since: datetime
    paused_until: datetime | None = None
    mode: str = "either"
    every: int = 1
    phase: str = ""
    left_at: datetime | None = None


class NotWith(Row, table=True):
    """A person who is never to go together with another; that is between them and the house."""

    __tablename__ = "not_with"
    __table_args__ = (
        *pointing("not_with", "other_id"),
        UniqueConstraint("network_id", "member_id", "other_id"),
        EACH_NUMBER_ONCE,
    )
    id: int | None = Field(default=None, primary_key=True)
    network_id: int = Field(foreign_key="network.id")
    member_id: int = Field(foreign_key="member.id", index=True)
    other_id: int | None = Field(default=None, foreign_key="member.id")


class Round(Row, table=True):
    """A round of buddies: "preview" until it is introduced, then "on" until it is "over"; or
    "dropped" (with a number below 0: the next one has its place). The `seed` deals it the same
    every time. `goes_at`: when it is introduced if nobody says otherwise; `by_itself`: nobody asked
    for it. `score` and `bound` (-1: not known): its worth, and the most that it could be.
    """

    __table_args__ = (
        *pointing("round", "asked_by"),
        UniqueConstraint("network_id", "number"),
        EACH_NUMBER_ONCE,
    )
    id: int | None = Field(default=None, primary_key=True)
    network_id: int = Field(foreign_key="network.id")
    number: int
    seed: int
    state: str
    size: int = 2
    task: str = ""
    asked_by: int | None = Field(default=None, foreign_key="member.id")
    made_at: datetime
    looked_at: datetime | None = None
    goes_at: datetime | None = None
    introduced_at: datetime | None = None
    half_at: datetime | None = None
    ends_at: datetime | None = None
    by_itself: bool = False
    score: int = Field(default=0, sa_type=BigInteger)
    bound: int = Field(default=-1, sa_type=BigInteger)


class Apart(Row, table=True):
    """Two people whom a coordinator keeps apart in one round."""

    __table_args__ = (UniqueConstraint("round_id", "member_id", "other_id"), EACH_NUMBER_ONCE)
    id: int | None = Field(default=None, primary_key=True)
    network_id: int = Field(foreign_key="network.id", index=True)
    round_id: int = Field(foreign_key="round.id")
    member_id: int = Field(foreign_key="member.id", index=True)
    other_id: int = Field(foreign_key="member.id", index=True)


class RoundOut(Row, table=True):
    """A person who sits a round out: "paused" where they take no part in it, "hanging" where those
    they were with do not go on, and empty where nobody was found. It is never kept why.
    """

    __tablename__ = "round_out"
    __table_args__ = (UniqueConstraint("round_id", "member_id"), EACH_NUMBER_ONCE)
    id: int | None = Field(default=None, primary_key=True)
    network_id: int = Field(foreign_key="network.id", index=True)
    round_id: int = Field(foreign_key="round.id")
    member_id: int = Field(foreign_key="member.id", index=True)
    why: str


class Pair(Row, table=True):
    """Two people (or three) who go together in a round: "dealt", then "on", then "over", or "ended"
    early. `kept`: a coordinator wants it to stay; `repeat`: some of them were together before.
    `after_pair` is the one after which it was made, for who was left hanging; `talk_id` the number
    of their conversation.
    """

    __table_args__ = (*pointing("pair", "after_pair"), EACH_NUMBER_ONCE)
    id: int | None = Field(default=None, primary_key=True)
    network_id: int = Field(foreign_key="network.id", index=True)
    round_id: int = Field(foreign_key="round.id", index=True)
    number: int
    state: str
    kept: bool = False
    repeat: bool = False
    talk_id: int | None = None
    introduced_at: datetime | None = None
    after_pair: int | None = Field(default=None, foreign_key="pair.id")


class Paired(Row, table=True):
    """A person in a pair. `agreed`: the others may have their `contact` (None: not said). `met`:
    "met", "planned", "not-yet" or "other" (somebody else, please), as they said it at `said_at`;
    `of_use`: "yes", "somewhat" or "no". `silent`: asked twice, they said nothing.
    """

    __table_args__ = (UniqueConstraint("pair_id", "member_id"), EACH_NUMBER_ONCE)
    id: int | None = Field(default=None, primary_key=True)
    network_id: int = Field(foreign_key="network.id", index=True)
    pair_id: int = Field(foreign_key="pair.id")
    member_id: int = Field(foreign_key="member.id", index=True)
    agreed: bool | None = None
    contact: str = ""
    met: str = ""
    said_at: datetime | None = None
    of_use: str = ""
    silent: bool = False
