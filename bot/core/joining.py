"""Codes by which people come into a network: on a wall, in a link, from somebody who invites."""

import hmac
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from itertools import count

from bot.core import people
from bot.core.people import number
from bot.core.rights import Role
from bot.store import joining, networks
from bot.store import people as stored_people
from bot.store.db import Db
from bot.store.digests import Keys
from bot.store.tables import JoinCode, Member, Membership, Network

SIGNS = "CDFHJKLMNPQRTVWXY34679"
"""No vowels, so that no code is a word, and nothing that is read as something else."""
LONG, GROUP = 9, 3
"""A billion times as many codes as a network has: nobody guesses one."""
AN_HOUR, MOST = timedelta(hours=1), 100
"""So many may come into a network by the web in an hour: more are no people."""
_BETWEEN = re.compile(r"[\s\-\u2010-\u2015._]")


@dataclass(frozen=True, slots=True)
class Way:
    """A code that works: the network that it leads into, and whose invitation it is."""

    code: str
    network: Network
    inviter: Member | None = None


@dataclass(frozen=True, slots=True)
class Agreed:
    """To what somebody agrees who comes in: private messages and, with them, that somebody who
    welcomes newcomers hears of them.
    """

    private: bool
    hosted: bool = False


def spelled(code: str) -> str:
    """A code as people read it: "CDF-HKM-NPR"."""
    return "-".join(code[at : at + GROUP] for at in range(0, len(code), GROUP))


def read(text: str) -> str:
    """The code that somebody typed; empty where it can be none."""
    code = _BETWEEN.sub("", text).upper()
    return code if len(code) == LONG and set(code) <= set(SIGNS) else ""


def opened(db: Db, text: str) -> Way | None:
    """Where a code leads, if it works: who invites by theirs is still there."""
    code = read(text)
    found = joining.by_code(db, code) if code else None
    if found is None:
        return None
    row, network = found
    if row.member_id is None:
        return Way(code, network)
    theirs = stored_people.membership(db, row.network_id, row.member_id)
    if theirs is None or theirs.left_at is not None:
        return None
    return Way(code, network, db.get(Member, row.member_id))


def code_of(db: Db, network: int, member: int | None, now: datetime, keys: Keys) -> JoinCode:
    """The code of a network, or of a member who invites; made where there is none."""
    if row := joining.of(db, network, member):
        return row
    networks.lock(db, network)  # two who ask at once are shown the same one
    return joining.of(db, network, member) or make(db, network, member, now, keys)


def make(db: Db, network: int, member: int | None, now: datetime, keys: Keys) -> JoinCode:
    """A new code of a network, or of a member who invites; the one before it works no more. None
    that anybody still here was ever given is given again.
    """
    networks.lock(db, network)
    joining.end(db, network, member)
    draws = (_drawn(keys, network, member, now, nth) for nth in count())
    code = next(one for one in draws if not joining.was_given(db, one))
    row = JoinCode(code=code, network_id=network, member_id=member, made_at=now)
    db.add(row)
    db.flush()
    return row


def _drawn(keys: Keys, network: int, member: int | None, now: datetime, nth: int) -> str:
    """Nobody can tell it who has not the house's key."""
    again = f":{nth}" if nth else ""
    said = f"join:{network}:{member or 0}:{now.isoformat()}{again}".encode()
    left = int.from_bytes(hmac.new(keys[0], said, sha256).digest())
    signs = []
    for _ in range(LONG):
        left, at = divmod(left, len(SIGNS))
        signs.append(SIGNS[at])
    return "".join(signs)


def is_in(rows: Mapping[int, Membership], network: int) -> bool:
    """Whether somebody with these rows is on the network's list already."""
    row = rows.get(network)
    return row is not None and row.left_at is None and row.role != Role.GUEST


def enter(
    db: Db, way: Way, member: int, agreed: Agreed, now: datetime, *, role: Role
) -> Membership:
    """Put somebody on the network's list who came by a code, as a member or a guest; who invited
    them is kept where they had never been there.
    """
    network = number(way.network.id)
    known = stored_people.membership(db, network, member)
    row = people.join(db, network, member, now, role=role, private=agreed.private)
    row.private, row.hosted = agreed.private, agreed.hosted
    if row.role == Role.GUEST:
        row.role = role
    came_by(row, way, is_new=known is None)
    db.flush()
    return row


def came_by(row: Membership, way: Way, *, is_new: bool) -> None:
    """Note how somebody came in."""
    row.by_code = True
    if is_new and way.inviter is not None and way.inviter.id != row.member_id:
        row.invited_by = way.inviter.id


def are_too_many(db: Db, network: int, now: datetime) -> bool:
    """Whether more have come in by a code lately than people do."""
    return joining.came(db, network, now - AN_HOUR) >= MOST
