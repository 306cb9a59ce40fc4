"""One person on two platforms: a code is shown on one and typed on the other.

Codes have eight characters that nobody mixes up, work once and for a quarter of an hour; the first
half finds the code, so that wrong tries are counted against it as well as against who types.
"""

import hashlib
import hmac
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot import chat
from bot.core import merging, networks
from bot.core.people import number
from bot.core.rights import Role
from bot.store import deliveries, people
from bot.store import linking as stored
from bot.store import networks as stored_networks
from bot.store.db import Db
from bot.store.digests import Keys
from bot.store.tables import Identity, LinkCode, Member, Membership

SIGNS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
HALF = 4
LASTS = timedelta(minutes=15)
MOST = 5
"""So many wrong tries, of one person or at one code, and no more are taken for a while."""
PAUSE = timedelta(hours=1)


class Wrong(Exception):
    """There is no such code, or it is over."""


class TooMany(Exception):
    """The person has typed too many wrong codes; they may again after a while."""


class Same(Exception):
    """The code was shown to this very person, or on this platform."""


def show(
    db: Db, who: chat.Person, member: int, keys: Keys, now: datetime, network: int | None = None
) -> str:
    """A new code for a person, in place of any before it; with a network it opens a channel for
    that one.
    """
    stored.drop(db, member)
    name = _signs()
    while (taken := stored.by_name(db, name)) and now < taken.made_at + LASTS:
        name = _signs()
    if taken:
        db.delete(taken)
        db.flush()
    code = name + _signs()
    db.add(
        LinkCode(
            name=name, digest=digest(code, keys[0]), member_id=member, network_id=network,
            platform=who.platform, workspace=who.workspace, made_at=now,
        )
    )  # fmt: skip
    db.flush()
    return f"{name}-{code[HALF:]}"


def _signs() -> str:
    return "".join(secrets.choice(SIGNS) for _ in range(HALF))


def digest(code: str, key: bytes) -> str:
    """What is kept of a code; without the key nobody can find out which it is."""
    return hmac.new(key, f"link {code}".encode(), hashlib.sha256).hexdigest()


def plainly(text: str) -> str:
    """A code as it is compared: however it was typed."""
    return "".join(sign for sign in text.upper() if sign.isascii() and sign.isalnum())


def is_one(text: str) -> bool:
    """Whether this may be such a code, and is nothing else."""
    code = plainly(text)
    return len(code) == 2 * HALF and set(code) <= set(SIGNS)


def find(db: Db, who: chat.Person, text: str, keys: Keys, now: datetime) -> LinkCode:
    """The code that somebody types. Raises Wrong, which is counted, and TooMany."""
    account, code = stored.account(db, who), plainly(text)
    if account is None or len(code) != 2 * HALF:
        raise Wrong  # nobody guesses so
    if account.wrong_since is None or now >= account.wrong_since + PAUSE:
        account.wrong_codes, account.wrong_since = 0, now
    if account.wrong_codes >= MOST:
        raise TooMany
    row = stored.by_name(db, code[:HALF])
    works = row is not None and now < row.made_at + LASTS and row.tries < MOST
    is_it = row is not None and any(
        hmac.compare_digest(row.digest, digest(code, key)) for key in keys
    )
    if row is None or not works or not is_it:
        account.wrong_codes += 1
        if row is not None and not is_it:
            row.tries += 1
        raise Wrong
    return row


def other(db: Db, code: LinkCode, who: chat.Person, me: int) -> Member:
    """Whose code it is: the person who would become one with who types it. Raises Same, Wrong."""
    if code.network_id is not None:
        raise Wrong
    here = (code.platform, code.workspace) == (who.platform, who.workspace)
    if code.member_id == me or here:
        raise Same
    found = db.get(Member, code.member_id)
    if found is None:
        raise Wrong
    return found


def link(db: Db, code: LinkCode, who: chat.Person, me: int, now: datetime) -> Member:
    """Make one person of who was shown the code and who typed it. They are written to where they
    had agreed to it; else where they are now.
    """
    them, shown_on = number(other(db, code, who, me).id), code.platform
    agreed = people.says_yes(db, them) and not people.says_yes(db, me)
    db.delete(code)
    db.flush()
    stays, goes = merging.elder(me, them)
    merging.merge(db, stays, goes, now)
    member = db.get(Member, stays)
    assert member is not None  # noqa: S101 -- it has just been merged into
    prefer(db, member, shown_on if agreed else who.platform)
    return member


def prefer(db: Db, member: Member, platform: str) -> None:
    """Write to a person on this platform from now on; what waits goes there too."""
    member.prefers = platform
    db.flush()
    redirect(db, number(member.id))


def redirect(db: Db, member: int, also: int | None = None) -> None:
    """What waits for a person's other inboxes goes to the one to which they want it, and `also`
    what was just found not to arrive; where there is none, nowhere.
    """
    accounts = people.reachable(db, member)
    best = person_of(accounts[-1]) if accounts else None
    failed = deliveries.get(db, also) if also and best else None
    if failed is not None and failed.state == "failed":
        failed.state, failed.last_error = "waiting", None
        db.flush()
    for account in people.accounts(db, member):
        lane = stored.lane_of(db, person_of(account))
        if lane is not None and person_of(account) != best:
            for row in stored.waiting(db, lane):
                stored.redirect(db, row, best)


def person_of(account: Identity) -> chat.Person:
    """An account as the port names it."""
    return chat.Person(account.platform, account.workspace, account.user)


@dataclass(frozen=True, slots=True)
class Platforms:
    """Where a person is: their accounts, and the platform on which they are written to."""

    accounts: Sequence[Identity]
    written_to: str

    @property
    def names(self) -> tuple[str, ...]:
        """The platforms, each once."""
        return tuple(dict.fromkeys(account.platform for account in self.accounts))


def platforms(db: Db, member: int) -> Platforms:
    """Where a person is."""
    reachable = people.reachable(db, member)
    return Platforms(reachable, reachable[-1].platform if reachable else "")


def unlink(db: Db, member: Member, account: Identity, now: datetime) -> Member:
    """The account becomes a person of its own again, who is in the same networks where those are at
    home on its platform; all that was said so far stays with who was left.
    """
    alone = Member(name=member.name, language=member.language, zone=member.zone)
    db.add(alone)
    db.flush()
    account.member_id, account.picked = number(alone.id), None
    db.flush()
    for row, network in people.memberships(db, number(member.id)):
        homes = stored_networks.homes(db, network)
        if any(home.platform == account.platform for home in homes):
            role = Role.GUEST if row.role == Role.GUEST else Role.MEMBER
            db.add(
                Membership(
                    network_id=network, member_id=number(alone.id), role=role, joined_at=now,
                    private=row.private,
                )
            )  # fmt: skip
    stored.drop(db, number(member.id))
    member.prefers = ""
    db.flush()
    lane = stored.lane_of(db, person_of(account))
    accounts = people.reachable(db, number(member.id))
    for waits in stored.waiting(db, lane) if lane is not None else ():
        stored.redirect(db, waits, person_of(accounts[-1]) if accounts else None)
    return alone


def settle(db: Db, code: LinkCode, place: chat.Place, room: str, now: datetime) -> int:
    """A channel becomes a home of the code's network, which introduces itself there; returns the
    network. Raises Wrong.
    """
    if code.network_id is None:
        raise Wrong
    network = code.network_id
    db.delete(code)
    networks.open_home(db, place, room, network, now)
    return network


def purge(db: Db, now: datetime) -> None:
    """Drop the codes that are over."""
    stored.purge(db, now - LASTS)
