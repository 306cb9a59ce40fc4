"""People: their accounts, the networks they are in, and what is kept to know them again."""

from datetime import datetime

from sqlalchemy import UniqueConstraint
from sqlmodel import Field

from bot.store.tables.rows import Row, pointing


class Member(Row, table=True):
    """A person, counted once however many platforms and networks they are in. `prefers` is the
    platform on which they want to be written to; empty: the one they used last.
    """

    id: int | None = Field(default=None, primary_key=True)
    name: str
    language: str | None = None
    zone: str | None = None
    prefers: str = ""


class Identity(Row, table=True):
    """A person's account on a platform; `picked` is the network they chose to speak of, until
    `picked_until`.

    They were last heard of at `heard_at` (to the hour); nothing is sent to who has `gone_at` from
    the platform. So many `wrong_codes` were typed since `wrong_since`.
    """

    __table_args__ = (UniqueConstraint("platform", "workspace", "user"),)
    id: int | None = Field(default=None, primary_key=True)
    member_id: int = Field(foreign_key="member.id", index=True)
    platform: str
    workspace: str
    user: str
    picked: int | None = Field(default=None, foreign_key="network.id")
    picked_until: datetime | None = None
    heard_at: datetime | None = None
    gone_at: datetime | None = None
    wrong_codes: int = 0
    wrong_since: datetime | None = None


class Membership(Row, table=True):
    """A person in a network. `private`: may be written to privately (None: not asked yet).

    `left_at` is set for who left the channel, or asked to be left out: then `declined` too, and no
    list of the channel brings them back. `shares` are the parts of their profile that the network's
    people may see, with spaces between ("work", "help", "wish"); empty: none. Until `paused_until`
    nothing private is sent to them (NEVER: until they say otherwise). `by_code`: they came by a
    code, and no list of a channel has shown them yet; `invited_by` whose code it was. `hosts`: they
    look out for newcomers; `hosted`: somebody may look out for them. `asked_after`: they came once
    and not since, and a coordinator has "asked" them, or wants to "let" them be.
    """

    __table_args__ = (
        *pointing("membership", "invited_by"),
        UniqueConstraint("network_id", "member_id"),
    )
    id: int | None = Field(default=None, primary_key=True)
    network_id: int = Field(foreign_key="network.id")
    member_id: int = Field(foreign_key="member.id", index=True)
    role: str
    joined_at: datetime
    left_at: datetime | None = None
    declined: bool = False
    private: bool | None = None
    shares: str = ""
    paused_until: datetime | None = None
    by_code: bool = False
    invited_by: int | None = Field(default=None, foreign_key="member.id")
    hosts: bool = False
    hosted: bool = False
    asked_after: str = ""


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
