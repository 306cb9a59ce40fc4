"""What a pair is told of itself: who they are, why they go together, what they could do."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from bot.core import introductions, matching
from bot.core.introductions import Reach
from bot.core.pairing.people import Group, Someone
from bot.core.people import number
from bot.core.profiles import listed
from bot.core.topics import Topic
from bot.store import buddies, rounds
from bot.store.db import Db
from bot.store.tables import Network, Pair, Round


@dataclass(frozen=True, slots=True)
class Together:
    """People who go together: their names by number, and all from which the reason is made. Of it
    only what each of them shows is told. `times` suit all of them; they `go_on` where they were
    together in this round before, with a third.
    """

    pair: Pair
    names: Mapping[int, str]
    known: Mapping[str, Someone]
    shows: Mapping[str, Collection[str]]
    topics: Mapping[str, Topic]
    task: str = ""
    times: Sequence[tuple[date, str]] = ()
    go_on: bool = False

    @property
    def group(self) -> Group:
        """Who they are, as matching has them."""
        return Group(tuple(str(one) for one in self.names), repeat=self.pair.repeat)


@dataclass(frozen=True, slots=True)
class Mine:
    """What a person sees of their buddies: how they get to each other, what each has said of it,
    and by which account and contact the others can be written to, as far as they may know.
    """

    me: int
    them: Together
    reach: Reach
    agreed: Mapping[int, bool | None] = field(default_factory=dict)
    users: Mapping[int, str] = field(default_factory=dict)
    contacts: Mapping[int, str] = field(default_factory=dict)


def of(
    db: Db, network: int, pairs: Sequence[tuple[Pair, Sequence[int]]], now: datetime
) -> list[Together]:
    """These pairs, without what they could do."""
    members = {one for _, group in pairs for one in group}
    names = buddies.names(db, members)
    known = matching.as_known(db, network, members, now)
    rows = buddies.memberships(db, network, members)
    topics = matching.shown_topics(db, network)
    return [
        Together(
            pair,
            {one: names.get(one, "") for one in sorted(group, key=lambda m: _order(names, m))},
            {str(one): known[str(one)] for one in group},
            {str(one): listed(rows[one].shares) if one in rows else () for one in group},
            topics,
        )
        for pair, group in pairs
    ]


def _order(names: Mapping[int, str], member: int) -> tuple[str, int]:
    return names.get(member, "").casefold(), member


def in_full(db: Db, network: Network, pair: Pair, now: datetime) -> Together:
    """A pair with the task to try and two times that suit."""
    members = [row.member_id for row in rounds.of_pair(db, number(pair.id))]
    found = of(db, pair.network_id, [(pair, members)], now)[0]
    row = db.get(Round, pair.round_id)
    task, times = row.task if row else "", introductions.times(db, network, members, now)
    return replace(found, task=task, times=times, go_on=_goes_on(db, pair, members))


def _goes_on(db: Db, pair: Pair, members: Sequence[int]) -> bool:
    """Whether these people are what is left of another group of this round."""
    before = rounds.of_pair(db, pair.after_pair) if pair.after_pair is not None else ()
    return {row.member_id for row in before}.issuperset(members)


def mine(db: Db, network: Network, pair: Pair, member: int, platform: str, now: datetime) -> Mine:
    """What a person sees of their buddies on a platform. A contact is known where all of them have
    agreed to it.
    """
    key, them = number(network.id), in_full(db, network, pair, now)
    reach = introductions.reach(db, key, list(them.names))
    if reach.way == "talk" and pair.talk_id is None:  # it could not be opened
        reach = Reach("write", reach.inboxes)
    rows = rounds.of_pair(db, number(pair.id))
    agreed = {row.member_id: row.agreed for row in rows}
    may_know = all(agreed.values())
    contacts = {row.member_id: row.contact for row in rows if may_know and row.contact}
    users = {}
    if reach.way != "exchange":
        found = ((one, introductions.user_of(db, key, one, platform)) for one in them.names)
        users = {one: user for one, user in found if user is not None and one != member}
    return Mine(member, them, reach, agreed, users, contacts)
