"""Between meetings: a question to the network, and the journal that each has for themselves."""

from datetime import datetime

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field

from bot.store.tables.rows import EACH_NUMBER_ONCE, Row, pointing


class Question(Row, table=True):
    """A question to a network between meetings. `circle`: who reads the answers, the "network" or
    its "coordinators" alone.
    """

    __table_args__ = (*pointing("question", "asked_by"), EACH_NUMBER_ONCE)
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
    __table_args__ = (UniqueConstraint("question_id", "member_id"), EACH_NUMBER_ONCE)
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
        EACH_NUMBER_ONCE,
    )
    id: int | None = Field(default=None, primary_key=True)
    network_id: int = Field(foreign_key="network.id")
    member_id: int = Field(foreign_key="member.id", index=True)
    text: str
    shared: str = ""
    written_at: datetime
