"""Who is in a network: coming in, leaving, being written to, being erased."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from bot import chat
from bot.core.rights import Role
from bot.store import networks, people, register
from bot.store.db import Db
from bot.store.tables import Forgotten, Identity, Member, Membership


def meet(db: Db, person: chat.Person, profile: chat.Profile) -> Member:
    """The person behind an account, made or brought up to date with what the platform now tells of
    them.
    """
    account = people.identity(db, person)
    if account is None:
        member = Member(name=profile.name, language=profile.language, zone=profile.zone)
        db.add(member)
        db.flush()
        db.add(
            Identity(
                member_id=number(member.id),
                platform=person.platform,
                workspace=person.workspace,
                user=person.user,
            )
        )
        db.flush()
        return member
    member = people.member(db, account)
    member.name = profile.name or member.name
    member.language = profile.language or member.language
    member.zone = profile.zone or member.zone
    return member


def number(key: int | None) -> int:
    """The number of a row that is in the database."""
    if key is None:
        msg = "the row has no number yet"
        raise ValueError(msg)
    return key


def join(
    db: Db, network: int, member: int, now: datetime, *, private: bool | None = None
) -> Membership:
    """Put a person on the list, again if they had left. `private` is kept where None."""
    row = people.membership(db, network, member)
    if row is None:
        row = Membership(
            network_id=network, member_id=member, role=Role.MEMBER, joined_at=now, private=private
        )
        db.add(row)
    row.left_at = None
    if private is not None:
        row.private = private
    db.flush()
    return row


class OnlyCoordinator(Exception):
    """The network would be without anybody who may plan."""


def leave(db: Db, network: int, member: int, now: datetime) -> None:
    """Take a person off the list. Raises OnlyCoordinator for the last one who may plan."""
    row = people.membership(db, network, member)
    if row is None:
        return
    others = [c for c in people.coordinators(db, network) if c.id != member]
    if row.role == Role.COORDINATOR and not others:
        raise OnlyCoordinator
    row.left_at = now
    row.role = Role.MEMBER


def appoint(db: Db, network: int, member: int, now: datetime) -> None:
    """Make a person a coordinator of the network (a deputy has the same rights)."""
    join(db, network, member, now).role = Role.COORDINATOR


def enrol(
    db: Db,
    network: int,
    listed: Iterable[tuple[chat.Person, chat.Profile]],
    now: datetime,
    key: bytes,
) -> None:
    """Put the people of a channel on the network's list, but nobody who left or asked to be
    forgotten.
    """
    for person, profile in listed:
        if profile.outsider or people.forgotten(db, network, register.digest(person, key)):
            continue
        member = meet(db, person, profile)
        if people.membership(db, network, number(member.id)) is None:
            join(db, network, number(member.id), now, private=True)


def remember_again(db: Db, network: int, person: chat.Person, key: bytes) -> None:
    """Somebody who was forgotten came back by their own act."""
    row = db.get(Forgotten, (register.digest(person, key), network))
    if row is not None:
        db.delete(row)


def erase(db: Db, member: int, key: bytes) -> Sequence[int]:
    """Erase all that is held on a person, in every network; returns the networks they were in.

    Keyed digests of their accounts stay, so that no list of a channel brings them back.
    """
    was_in = [number(network.id) for network in networks.of(db, member)]
    for account in people.accounts(db, member):
        person = chat.Person(account.platform, account.workspace, account.user)
        for network in was_in:
            if not people.forgotten(db, network, register.digest(person, key)):
                db.add(Forgotten(digest=register.digest(person, key), network_id=network))
    register.erase(db, member)
    return was_in
