"""Links by which people without an account come in."""

from datetime import datetime

from sqlmodel import Field

from bot.store.tables.rows import Row, pointing


class PersonalLink(Row, table=True):
    """A link for one person and one purpose ("meeting:12"); its digest only, so that whoever reads
    the database cannot use it. Who made it can end it.
    """

    __tablename__ = "personal_link"
    __table_args__ = pointing("personal_link", "made_by")
    digest: str = Field(primary_key=True)
    network_id: int = Field(foreign_key="network.id")
    member_id: int = Field(foreign_key="member.id", index=True)
    purpose: str
    made_at: datetime
    until: datetime
    made_by: int | None = Field(default=None, foreign_key="member.id")
