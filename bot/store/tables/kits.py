"""What a network lends and gives: its kits, and every move of a piece of them."""

from datetime import datetime

from sqlalchemy import UniqueConstraint
from sqlmodel import Field

from bot.store.tables.rows import EACH_NUMBER_ONCE, Row, pointing


class Kit(Row, table=True):
    """Something that a network lends or gives: `kind` is "class-set" or "kit" (it comes back),
    "sample" or "consumable" (it does not).

    Its pieces stand on the shelf that `place` names. One gets at most `most` at once (None: as many
    as there are) for `days` days. `trained`: only who was at a meeting with it (see Training) gets
    it without a word of a coordinator. `approved` is who says yes: "coordinator" or "nobody", then
    it is set aside at once. How many there are is told by the moves alone, and stands nowhere.
    """

    __table_args__ = (UniqueConstraint("network_id", "name"), EACH_NUMBER_ONCE)
    id: int | None = Field(default=None, primary_key=True)
    network_id: int = Field(foreign_key="network.id")
    name: str
    kind: str
    place: str = ""
    trained: bool = False
    most: int | None = None
    days: int = 28
    approved: str = "coordinator"
    note: str = ""
    retired: bool = False


class Training(Row, table=True):
    """A meeting at which people learn to use a kit: who was there, is trained."""

    __table_args__ = (UniqueConstraint("kit_id", "meeting_id"), EACH_NUMBER_ONCE)
    id: int | None = Field(default=None, primary_key=True)
    network_id: int = Field(foreign_key="network.id")
    kit_id: int = Field(foreign_key="kit.id")
    meeting_id: int = Field(foreign_key="meeting.id", index=True)


class Move(Row, table=True):
    """So many pieces of a kit went from a place to another. Rows are only added, never changed: the
    stock is their sum.

    A place is "shelf:NAME", "for:NUMBER" (set aside for that request), "with:NUMBER" (out, with who
    asked), "gone" (used up, given away, lost) or, as where it comes from, "new". A piece is in one
    place only, for each move takes it away from another. `actor_id` is who did it, or by whose
    step the line moved up; nobody where they were erased.
    """

    __table_args__ = (*pointing("move", "request_id", "actor_id"), EACH_NUMBER_ONCE)
    id: int | None = Field(default=None, primary_key=True)
    network_id: int = Field(foreign_key="network.id")
    kit_id: int = Field(foreign_key="kit.id", index=True)
    request_id: int | None = Field(default=None, foreign_key="request.id")
    from_place: str
    to_place: str
    count: int
    actor_id: int | None = Field(default=None, foreign_key="member.id")
    reason: str
    at: datetime
