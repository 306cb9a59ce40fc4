"""A network: its school year and its channels."""

from datetime import date, datetime

from sqlalchemy import UniqueConstraint
from sqlmodel import Field

from bot.store.tables.rows import EACH_NUMBER_ONCE, Row


class Network(Row, table=True):
    """A network of teachers. `held_since`: restored from a backup of that instant, and a
    coordinator has not yet said what of it is to be sent. `region`: whose public holidays are kept
    ("GB-ENG", "AT"; empty: none). `priority_first`: who waits for a kit and is of a priority
    school goes before the others; all are told so.
    """

    id: int | None = Field(default=None, primary_key=True)
    name: str
    language: str
    zone: str
    begun_at: datetime
    held_since: datetime | None = None
    region: str = ""
    priority_first: bool = False


class Term(Row, table=True):
    """Days of a school year, the first and the last of them: `kind` is "term" or "holiday"."""

    __table_args__ = EACH_NUMBER_ONCE
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
