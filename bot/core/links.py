"""Personal links: what lets a person without an account see and do one thing, for a time.

A link is a secret of 256 bits, of which a digest is kept. It works for its person, its purpose and
its time only; opening it changes nothing.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot import chat
from bot.core import cells
from bot.core.people import number
from bot.core.rights import Role
from bot.core.rsvps import ANSWERS, ONLINE
from bot.store import links, meetings, people, register
from bot.store.db import Db
from bot.store.tables import Identity, Meeting, Member, Membership, PersonalLink

WEB = "web"
"""The platform of who comes by a link; nothing is ever posted to it."""
KEPT = timedelta(weeks=6)
"""So long after its end somebody can look back on a meeting by a link, and read its notes."""
LOOKS_BACK = timedelta(days=60)
"""So long after it somebody without an account can look at a meeting of their network."""
LEAST = timedelta(days=7)
"""A link that is made works so long, also where the meeting was long ago."""
OF_A_MEETING = {
    "page": ("meeting", "calendar"),
    "rsvp": (*ANSWERS, ONLINE, "choose", "take", "hide", "show", "who"),
    "agenda": ("show",),
    "notes": ("read",),
    "here": ("come", "away", "shorter"),
}
SHARED = {"privacy": ("show",)}
"""What concerns the person alone, as far as it tells numbers only."""
OF_ONE_ALONE = {**OF_A_MEETING, "page": ("meeting", "calendar", "link"), "reflect": ("back",)}
"""What others may not read, nor pass on in somebody's name, is for a link that they never saw."""
OF_ALL = ("page:0:link:{}", "page:0:leave:{}", "network:{}:leave-now")
"""What a link for a whole network allows beside its first page and its meetings."""
OF_A_LIST = {
    "import": (
        "page", "paste", "look", "reasons", "columns", "column", "same", "take", "drop", "undo",
    ),
}  # fmt: skip
OF_KITS = {"kits": ("page", "paste", "take", "file")}
FOR_FILES = ("import:", "kits:")
"""How the purposes begin of links for a list that comes as a file, and for nothing else."""
PURPOSES: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "meeting": {**OF_A_MEETING, "page": ("meeting", "calendar", "own")},
    "own": OF_ONE_ALONE,
    "member": OF_ONE_ALONE,
    "import": OF_A_LIST,
    "kits": OF_KITS,
}
"""For each purpose the buttons that work, by their nouns, as far as they are about its own subject:
of "meeting" that one, and of "own" where its address was shown to its person alone, of "member" the
meetings of that network, of "import" and "kits" that network.
"""
BARE = ("member", "identity", "membership", "personallink")
"""What there is of somebody who has not said anything yet."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A link that works: who comes by it and what they are called, for what ("meeting:12"), in
    which network and its language, and until when. `left`: they are in it no more; then their page
    is for what concerns them alone, and for coming back where they `may_return`.
    """

    who: chat.Person
    purpose: str
    name: str
    network: str
    language: str
    zone: str
    until: datetime
    meetings: frozenset[str] = frozenset()
    """Of a link for a whole network."""
    is_own: bool = False
    """Whether nobody but its person was shown its address."""
    home: int = 0
    left: bool = False
    may_return: bool = False

    @property
    def first(self) -> str:
        """The button whose answer the link shows first."""
        kind, _, about = self.purpose.partition(":")
        if self.left:
            return f"page:0:left:{self.home}"
        if self.purpose.startswith(FOR_FILES):
            return f"{kind}:{about}:page"
        return f"page:0:member:{about}" if kind == "member" else f"page:{about}:{kind}"

    def allows(self, action: str) -> bool:
        """Whether a button or form of this name is within the purpose of the link."""
        kind, _, about = self.purpose.partition(":")
        noun, subject, verb, *_ = (*action.split(":"), "", "", "")
        own = self.meetings if kind == "member" else {about}
        if noun in SHARED and not self.purpose.startswith(FOR_FILES):
            return self.is_own or verb in SHARED[noun]
        if self.left:
            comes_back = self.may_return and action == f"network:{self.home}:join"
            return comes_back or action == self.first
        if kind == "member" and action in (self.first, *(each.format(about) for each in OF_ALL)):
            return True
        kind = "own" if kind == "meeting" and self.is_own else kind
        return subject in own and verb in PURPOSES.get(kind, {}).get(noun, ())

    def is_left_by(self, action: str) -> bool:
        """Whether this gives the page another address."""
        return action.startswith("page:") and action.endswith(":own")


def to(meeting: Meeting) -> str:
    """The purpose of a link to a meeting."""
    return f"meeting:{meeting.id}"


def over_at(meeting: Meeting) -> datetime:
    """When a link to a meeting ends."""
    return meetings.end(meeting) + KEPT


def named(db: Db, network: int, name: str) -> Member | None:
    """Who has no account, is called so already, by a whole name, and has said nothing: a page shows
    what is kept about its person.
    """
    if " " not in cells.same_name(name):
        return None
    same = (one for one in links.without_account(db, network) if cells.is_called(one.name, name))
    return next((one for one in same if is_silent(db, number(one.id))), None)


def is_silent(db: Db, member: int) -> bool:
    """Whether somebody has no account, has said nothing yet, and has no address of their own: only
    then others may be given one.
    """
    said = register.counts(db, member)
    if any(account.platform != WEB for account in people.accounts(db, member)):
        return False
    if any(count for table, count in said.items() if table not in BARE):
        return False
    by_code = any(row.by_code for row, _ in people.memberships(db, member))
    return not (by_code or links.has_own(db, member))


def person(db: Db, network: int, name: str, now: datetime, user: str = "") -> Member:
    """Somebody without an account, new in a network as a guest; nobody writes to them. Their
    browser may be known as a `user`.
    """
    member = Member(name=name)
    db.add(member)
    db.flush()
    key = number(member.id)
    user = user or secrets.token_hex(8)
    db.add(Identity(member_id=key, platform=WEB, workspace="", user=user))
    db.add(
        Membership(network_id=network, member_id=key, role=Role.GUEST, joined_at=now, private=False)
    )
    db.flush()
    return member


def make(
    db: Db,
    network: int,
    member: int,
    purpose: str,
    now: datetime,
    until: datetime,
    by: int | None = None,
) -> str:
    """A new link for a person who has no account, or comes by the web for once, in place of the one
    they had for this purpose; returns its secret, which is kept nowhere. Who it is made `by` is
    shown it, and can end it.
    """
    links.end(db, network, member, purpose)
    if not any(account.platform == WEB for account in people.accounts(db, member)):
        db.add(Identity(member_id=member, platform=WEB, workspace="", user=secrets.token_hex(8)))
    secret = secrets.token_urlsafe(32)
    db.add(
        PersonalLink(
            digest=digest(secret), network_id=network, member_id=member, purpose=purpose,
            made_at=now, until=until, made_by=by,
        )
    )  # fmt: skip
    db.flush()
    return secret


def digest(secret: str) -> str:
    """What is kept of a link's secret."""
    return hashlib.sha256(secret.encode()).hexdigest()


def opened(db: Db, secret: str, now: datetime) -> Opened | None:
    """What a link is for, if it works."""
    found = links.by_digest(db, digest(secret), now)
    if found is None:
        return None
    link, account, member, network, row = found
    if row.left_at is not None and link.purpose.startswith(FOR_FILES):
        return None
    who = chat.Person(account.platform, account.workspace, account.user)
    return Opened(
        who, link.purpose, member.name, network.name, network.language, network.zone, link.until,
        _meetings(db, link, now), links.is_own(link), link.network_id,
        left=row.left_at is not None, may_return=row.declined,
    )  # fmt: skip


def _meetings(db: Db, link: PersonalLink, now: datetime) -> frozenset[str]:
    """The meetings that a link for a whole network is about."""
    if not link.purpose.startswith("member:"):
        return frozenset()
    ahead = meetings.coming(db, link.network_id, now, told=True)
    were = meetings.between(db, link.network_id, now - LOOKS_BACK, now)
    return frozenset(str(meeting.id) for meeting in (*ahead, *were))


def is_invited(db: Db, meeting: Meeting, member: int, now: datetime) -> bool:
    """Whether a person has a link to this meeting that works: then what its people read of it is
    for them as well, and of no other meeting.
    """
    return links.one(db, meeting.network_id, member, to(meeting), now) is not None


def moved(db: Db, meeting: Meeting) -> None:
    """The links to a meeting work as long after it as before it was moved."""
    links.keep_until(db, meeting.network_id, to(meeting), over_at(meeting))
