"""Who is in a network: coming in, leaving, being written to, being erased."""

from collections.abc import Collection, Iterable
from contextlib import suppress
from datetime import datetime

from bot import chat
from bot.core import cells, counts, naming, plans, rsvps
from bot.core.rights import Role
from bot.store import (
    agendas,
    away,
    buddies,
    deliveries,
    drafts,
    duties,
    edits,
    inbox,
    journals,
    minutes,
    over,
    people,
    presence,
    register,
    reminders,
    undelivered,
)
from bot.store import rsvps as stored_rsvps
from bot.store.db import Db
from bot.store.digests import Keys, digests
from bot.store.tables import Forgotten, Identity, Member, Membership


def meet(
    db: Db, person: chat.Person, profile: chat.Profile, heard: datetime | None = None
) -> Member:
    """The person behind an account, made or brought up to date with what the platform now tells of
    them; one who is new was `heard` of then, if they have come by themselves.
    """
    known = people.known(db, person)
    if known is None:
        member = Member(name=profile.name, language=profile.language, zone=profile.zone)
        db.add(member)
        db.flush()
        db.add(
            Identity(
                member_id=number(member.id),
                platform=person.platform,
                workspace=person.workspace,
                user=person.user,
                heard_at=heard,
            )
        )
        db.flush()
        return member
    account, member = known
    if account.gone_at is not None and profile.certain and profile.name:
        account.gone_at = None
    bring_up_to_date(member, profile, person.platform)
    return member


def bring_up_to_date(member: Member, profile: chat.Profile, platform: str) -> None:
    """Keep what the platform now tells of a person; their name is the one that they have on the
    platform that they prefer.
    """
    is_preferred = profile.certain and member.prefers in ("", platform)
    told = {
        "name": profile.name if is_preferred or not member.name else "",
        "language": profile.language if profile.certain else None,
        "zone": profile.zone if profile.certain else None,
    }
    for key, value in told.items():
        # Set only where it is news: a row that was touched is looked through again at each flush.
        if value and value != getattr(member, key):
            setattr(member, key, value)


def number(key: int | None) -> int:
    """The number of a row that is in the database."""
    if key is None:
        msg = "the row has no number yet"
        raise ValueError(msg)
    return key


def join(
    db: Db,
    network: int,
    member: int,
    now: datetime,
    *,
    role: Role = Role.MEMBER,
    private: bool | None,
) -> Membership:
    """Put a person on the list, again if they had left. `role` is for who was not on it now, and
    `private` (whether they may be written to privately; None: to be asked) for who never was.
    """
    row = people.membership(db, network, member)
    if row is None:
        row = Membership(
            network_id=network, member_id=member, role=role, joined_at=now, private=private
        )
        db.add(row)
    if row.left_at is not None:
        row.joined_at, row.role = now, role
    row.left_at, row.declined = None, False
    db.flush()
    return row


class OnlyCoordinator(Exception):
    """The network would be without anybody who may plan."""


def check_may_leave(db: Db, network: int, member: int) -> None:
    """Raise OnlyCoordinator where nobody else may plan, or only for a while."""
    row = people.membership(db, network, member)
    others = [one for one in duties.lasting(db, network, to_change=True) if one != member]
    if row is not None and row.role == Role.COORDINATOR and row.left_at is None and not others:
        raise OnlyCoordinator


def leave(db: Db, network: int, member: int, now: datetime, *, declined: bool) -> None:
    """Take a person off the list, with their answers to what is to come, and what they were to lead
    there; `declined`: no list of a channel is to bring them back.

    Raises OnlyCoordinator for the last one who may plan; who stands in for a while, or has not
    answered yet, is none.
    """
    row = people.membership(db, network, member)
    if row is None and not declined:
        return
    check_may_leave(db, network, member)
    row = row or join(db, network, member, now, private=None)
    row.left_at, row.declined = now, declined or row.declined
    # Who comes back says anew what may be seen of them; an outsider is still one.
    row.role, row.shares = min(Role.MEMBER, Role(row.role), key=list(Role).index), ""
    away.forget(db, network, member)
    buddies.end(db, network, member, now)
    duties.end(db, network, member)
    duties.ask_no_more(db, network, member)
    rsvps.take_back(db, network, member, now)
    for item in agendas.ahead(db, network, member, now):
        item.lead = None
        reminders.stale(db, network, item.meeting_id, (plans.AGENDA,), now)


def appoint(db: Db, network: int, member: int, now: datetime) -> None:
    """Make a person a coordinator of the network (a deputy has the same rights)."""
    join(db, network, member, now, private=None).role = Role.COORDINATOR


def enrol(
    db: Db,
    network: int,
    listed: Iterable[tuple[chat.Person, chat.Profile]],
    now: datetime,
    keys: Keys,
    *,
    asked: datetime | None = None,
) -> list[chat.Person]:
    """Put the people of a channel on the network's list, but nobody who asked to be left out or to
    be forgotten, or who has left since the channel was `asked` who is there. Returns those who were
    never on it.
    """
    new = []
    for person, profile in listed:
        if profile.outsider or profile.bot or people.forgotten(db, network, digests(person, keys)):
            continue
        member = number(meet(db, person, profile).id)
        row = people.membership(db, network, member)
        if row is None:
            new.append(person)
        if row is not None and row.role == Role.GUEST and row.left_at is None:
            row.role = Role.MEMBER  # known from another channel until now
        if row is not None and row.by_code:
            row.by_code = False
        if row is None or _may_come_back(row, asked):
            join(db, network, member, now, private=True)
    return new


def _may_come_back(row: Membership, asked: datetime | None) -> bool:
    return row.left_at is not None and not row.declined and (not asked or row.left_at < asked)


def let_go(
    db: Db,
    network: int,
    workspace: tuple[str, str],
    there: Collection[chat.Person],
    now: datetime,
    *,
    asked: datetime,
) -> None:
    """Take those of this platform's workspace off the list who are not `there`, in a whole listing
    of the network's channel, unless they are in it by another account, or nobody else could plan
    then. Whoever has come since the channel was `asked` stays.
    """
    for member, account in people.of_workspace(db, network, *workspace, before=asked):
        found = presence.account(db, account) if there and account not in there else None
        if found is not None and not presence.elsewhere(db, network, found):
            with suppress(OnlyCoordinator):
                leave(db, network, member, now, declined=False)


def remember_again(db: Db, network: int, person: chat.Person, keys: Keys) -> None:
    """Somebody who was forgotten came back by their own act."""
    for digest in digests(person, keys):
        row = db.get(Forgotten, (digest, network))
        if row is not None:
            db.delete(row)


def by_name(network: int, name: str) -> chat.Person:
    """Somebody of whom a list tells the name alone, as one who was erased is known again."""
    return chat.Person("name", str(network), cells.same_name(name))


def erase(
    db: Db, member: int, here: int, now: datetime, keys: Keys, *, comes_back: bool = False
) -> None:
    """Erase all that is held on a person, in every network, and their name from every post. `here`
    is the network in whose channel they asked for it, 0 if none. What is over keeps its counts, and
    those name nobody.

    Keyed digests of their accounts and of their name stay, so that no list brings them back; unless
    the person `comes_back` where one does, for it is not they who asked for it.
    """
    accounts = list(people.accounts(db, member))
    theirs = [chat.Person(one.platform, one.workspace, one.user) for one in accounts]
    networks = over.networks(db, member) | ({here} if here else set())
    for network in networks:
        _posts_without(db, network, member, now)
        if undelivered.told_of(db, network, over.inboxes(db, accounts)):
            edits.stale(db, network, undelivered.VIEW, str(network), now)
        counts.keep_reminded(db, network, accounts)
        counts.keep(db, network, member, now)
        rsvps.take_back(db, network, member, now)
        rsvps.send_no_more(db, network, member, now)
        named = by_name(network, people.name(db, member))
        for person in () if comes_back else (*theirs, *([named] if named.user else ())):
            if not people.forgotten(db, network, digests(person, keys)):
                db.add(Forgotten(digest=digests(person, keys)[0], network_id=network))
    drafts.leave_out(db, {person.user for person in theirs})
    if not comes_back:
        naming.leave_out(db, people.name(db, member), networks)
    for person in theirs:
        inbox.forget_person(db, person.platform, person.user)
    buddies.forget_other(db, member)
    register.erase(db, member)
    db.scrubs = True


def _posts_without(db: Db, network: int, member: int, now: datetime) -> None:
    """Every post of a network in which a person is named is brought up to date."""
    for rsvp in stored_rsvps.all_of(db, network, member):
        edits.stale(db, network, rsvps.ANNOUNCEMENT, str(rsvp.meeting_id), now)
    for meeting in agendas.led_by(db, network, member):
        reminders.stale(db, network, meeting, (plans.AGENDA, plans.TODAY), now)
    for meeting in minutes.owned(db, network, member):
        edits.stale(db, network, minutes.POST, str(meeting), now)
    for entry in journals.shared_by(db, network, member):
        edits.stale(db, network, deliveries.JOURNAL, str(entry), now)
