"""Lists of people that coordinators take in."""

from datetime import datetime

from sqlmodel import Field

from bot.store.tables.rows import EACH_NUMBER_ONCE, Row, pointing


class Import(Row, table=True):
    """A list of people: `state` is "waiting" until it is taken in, then "taken" or "undone".

    While it waits, `sheets` is what was read of it as JSON, `columns` what its columns are (by
    their heads) and `same` whose the names are that are there already. Once taken in, `made` names
    the rows that came of it, and `stands` has a digest for each person and school of them: an undo
    takes back what still is so. Nobody stands in `member_id` where the command line took it in.
    """

    __table_args__ = (*pointing("import", "member_id"), EACH_NUMBER_ONCE)
    id: int | None = Field(default=None, primary_key=True)
    network_id: int = Field(foreign_key="network.id", index=True)
    member_id: int | None = Field(default=None, foreign_key="member.id")
    digest: str
    state: str
    at: datetime
    sheets: str = ""
    columns: str = ""
    same: str = "ask"
    new: int = 0
    filled: int = 0
    left_out: int = 0
    made: str = ""
    stands: str = ""
