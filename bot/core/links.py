"""Personal links: what lets a person without an account see and do one thing, for a time.

A link is a secret of 256 bits, of which a digest is kept. It works for its person, its purpose and
its time only; opening it changes nothing.
"""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime

from bot import chat
from bot.core.people import number
from bot.core.rights import Role
from bot.store import links, people
from bot.store.db import Db
from bot.store.tables import Identity, Member, Membership, PersonalLink

WEB = "web"
"""The platform of who comes by a link; nothing is ever posted to it."""
OWN = ("privacy",)
"""What concerns the person alone can be done by every link."""
PURPOSES = {
    "meeting": ("page", "rsvp", "agenda", "notes", "reflect"),
    "import": ("import",),
}
"""For each purpose the nouns whose buttons work, as far as they are about its own subject."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A link that works: who comes by it, and for what ("meeting:12")."""

    who: chat.Person
    purpose: str

    @property
    def first(self) -> str:
        """The button whose answer the link shows first."""
        kind, _, about = self.purpose.partition(":")
        return f"import:{about}:page" if kind == "import" else f"page:{about}:{kind}"

    def allows(self, action: str) -> bool:
        """Whether a button or form of this name is within the purpose of the link."""
        kind, _, about = self.purpose.partition(":")
        noun, subject, *_ = (*action.split(":"), "", "")
        return noun in OWN or (noun in PURPOSES.get(kind, ()) and subject == about)


def person(db: Db, network: int, name: str, now: datetime) -> Member:
    """Somebody without an account, new in a network as a guest; nobody writes to them."""
    member = Member(name=name)
    db.add(member)
    db.flush()
    key = number(member.id)
    db.add(Identity(member_id=key, platform=WEB, workspace="", user=secrets.token_hex(8)))
    db.add(
        Membership(network_id=network, member_id=key, role=Role.GUEST, joined_at=now, private=False)
    )
    db.flush()
    return member


def make(db: Db, network: int, member: int, purpose: str, now: datetime, until: datetime) -> str:
    """A new link for a person who has no account, or comes by the web for once; returns its secret,
    which is kept nowhere.
    """
    if not any(account.platform == WEB for account in people.accounts(db, member)):
        db.add(Identity(member_id=member, platform=WEB, workspace="", user=secrets.token_hex(8)))
    secret = secrets.token_urlsafe(32)
    db.add(
        PersonalLink(
            digest=digest(secret), network_id=network, member_id=member, purpose=purpose,
            made_at=now, until=until,
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
    link, account = found
    return Opened(chat.Person(account.platform, account.workspace, account.user), link.purpose)
