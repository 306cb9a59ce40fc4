"""What people bring: what they do, where, what they are strong in and what they would like."""

from datetime import date, datetime

from sqlalchemy import UniqueConstraint
from sqlmodel import Field

from bot.store.tables.rows import EACH_NUMBER_ONCE, Row, pointing


class Profile(Row, table=True):
    """What a person said of themselves; each part may be empty. Lists are keys with spaces between.

    `works_as` is a key of core/profiles.WORK; `since` the year in which they began that work;
    `free` their usual free times ("mon-late wed-noon"); `travel` how far they would go; `speaks`
    languages. `confirmed_at`: when they last said that it is still true, `asked_at` when they were
    last asked.
    """

    member_id: int = Field(foreign_key="member.id", primary_key=True)
    works_as: str = ""
    since: int | None = None
    free: str = ""
    travel: str = ""
    speaks: str = ""
    confirmed_at: datetime | None = None
    asked_at: datetime | None = None


class Institution(Row, table=True):
    """A school or other place of work, as a network knows it: its `phases` are keys with spaces
    between. One that was merged into another is kept, so that it can be brought back; `not_same`
    are the numbers of those that are like it and another one, with spaces between. `kept`: a
    coordinator has said something of it, so it stays when nobody names it any more.
    """

    __table_args__ = (*pointing("institution", "merged_into"), EACH_NUMBER_ONCE)
    id: int | None = Field(default=None, primary_key=True)
    network_id: int = Field(foreign_key="network.id", index=True)
    name: str
    phases: str = ""
    region: str = ""
    priority: bool = False
    merged_into: int | None = Field(default=None, foreign_key="institution.id")
    not_same: str = ""
    kept: bool = False


class Affiliation(Row, table=True):
    """A person at an institution; `left_on` where they are not any more. `was_at` is the one that
    they named, where that was merged into this one.
    """

    __table_args__ = (UniqueConstraint("institution_id", "member_id"), EACH_NUMBER_ONCE)
    id: int | None = Field(default=None, primary_key=True)
    network_id: int = Field(foreign_key="network.id")
    institution_id: int = Field(foreign_key="institution.id")
    member_id: int = Field(foreign_key="member.id", index=True)
    left_on: date | None = None
    was_at: int | None = None


class Topic(Row, table=True):
    """A topic that a network has of its own, beside those that all have."""

    __table_args__ = (UniqueConstraint("network_id", "name"), EACH_NUMBER_ONCE)
    id: int | None = Field(default=None, primary_key=True)
    network_id: int = Field(foreign_key="network.id")
    name: str


class Interest(Row, table=True):
    """A topic of a person: `kind` is "subject" (they teach it), "strength" or "wish"; `topic` a key
    of the vocabulary, or "own-7" for a network's own.
    """

    __table_args__ = (UniqueConstraint("member_id", "kind", "topic"), EACH_NUMBER_ONCE)
    id: int | None = Field(default=None, primary_key=True)
    member_id: int = Field(foreign_key="member.id")
    kind: str
    topic: str
