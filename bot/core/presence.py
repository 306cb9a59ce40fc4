"""Who is still there, and who has gone: nothing is sent to who has, until they come back."""

from collections.abc import Collection, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from bot import chat
from bot.core import linking, links, people
from bot.core.people import OnlyCoordinator
from bot.store import people as stored_people
from bot.store import presence
from bot.store.db import Db
from bot.store.tables import Identity

SILENT = timedelta(days=30)
"""Who was not heard of for so long is asked after before they are written to."""
HEARD = timedelta(hours=1)
"""How exactly we know when somebody was last heard of."""


def heard(account: Identity, now: datetime) -> None:
    """Somebody has done something: they are there, also if they had gone. Who comes by a link is
    never written to, and who looks at a page is to change nothing.
    """
    if account.platform == links.WEB:
        return
    if account.gone_at is not None:
        account.gone_at = None
    if account.heard_at is None or now >= account.heard_at + HEARD:
        account.heard_at = now


def gone(
    db: Db,
    person: chat.Person,
    now: datetime,
    network: int | None = None,
    delivery: int | None = None,
) -> None:
    """Somebody has left the platform, or only the servers of one network: they are off the list of
    whatever they were in by this account alone, unless nobody else could plan there. What waits
    for them, and the `delivery` that was not sent, goes to another account of theirs, or nowhere.
    """
    account = presence.account(db, person)
    if account is None or account.gone_at is not None:
        return
    member = account.member_id
    theirs = presence.networks_of(db, member)
    left = theirs if network is None else [one for one in theirs if one == network]
    rest = [one for one in theirs if one not in left]
    if network is None or not presence.homes(db, rest, person.platform):
        account.gone_at = now
        db.flush()
    for one in left:
        if not presence.elsewhere(db, one, account):
            with suppress(OnlyCoordinator):
                people.leave(db, one, member, now, declined=False)
    if account.gone_at is not None:
        linking.redirect(db, member, delivery)


def went(db: Db, network: int, person: chat.Person, now: datetime) -> None:
    """Somebody has left a network's channel: off its list, unless they are in it by another account
    or nobody else could plan then.
    """
    account = presence.account(db, person)
    if account is not None and not presence.elsewhere(db, network, account):
        with suppress(OnlyCoordinator):
            people.leave(db, network, account.member_id, now, declined=False)


@dataclass(frozen=True, slots=True)
class Doubt:
    """Somebody who was not heard of for long: in which workspaces to ask after them."""

    workspaces: tuple[str, ...]


Known = Literal["gone"] | Doubt


def doubts(
    db: Db, platform: str, wanted: Mapping[chat.Person, int], now: datetime
) -> dict[chat.Person, Known]:
    """Those of these people, each wanted by a network, who have gone, and those to ask after first.
    Who was heard of lately, and who is not known at all, is not among them.
    """
    users = {person.user for person in wanted}
    found = presence.silent(db, platform, users, now - SILENT) if users else {}
    homes = presence.homes(db, set(wanted.values()), platform) if found else ()
    told: dict[chat.Person, Known] = {}
    for person, account in found.items():
        there = tuple(at for network, at in homes if network == wanted.get(person))
        if person in wanted and account.gone_at is not None:
            told[person] = "gone"
        elif there:
            told[person] = Doubt(there)
    return told


def is_here(db: Db, person: chat.Person, now: datetime) -> None:
    """The platform says that somebody is still there."""
    account = presence.account(db, person)
    if account is not None:
        heard(account, now)


def reachable(db: Db, members: Collection[int]) -> dict[int, chat.Person]:
    """The account by which each of these people is reached; who has gone is not among them."""
    rows = stored_people.reachable_of(db, members)
    return {row.member_id: linking.person_of(row) for row in rows}  # of each the last one counts
