"""What stays of people who are not known any more: counts, and how many rows became counts."""

from datetime import date

from sqlalchemy import UniqueConstraint
from sqlmodel import Field

from bot.store.tables.rows import EACH_NUMBER_ONCE, Row


class Tally(Row, table=True):
    """How many people, of whom nothing else is known any more, `said` the same. `kind` says of what
    ("rsvp", "here", "worth" …), `about` is the number of the meeting or, of kind "question", of the
    question; of kind "buddy", of the round.
    """

    __table_args__ = (UniqueConstraint("kind", "about", "said"), EACH_NUMBER_ONCE)
    id: int | None = Field(default=None, primary_key=True)
    network_id: int = Field(foreign_key="network.id", index=True)
    kind: str
    about: int
    said: str
    count: int


class Clearing(Row, table=True):
    """How many rows of one kind (`what`) of a network went by themselves on a day, since their time
    was over.
    """

    __table_args__ = (UniqueConstraint("network_id", "on", "what"), EACH_NUMBER_ONCE)
    id: int | None = Field(default=None, primary_key=True)
    network_id: int = Field(foreign_key="network.id")
    on: date
    what: str
    count: int
