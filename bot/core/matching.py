"""What matching is told of a network's people: all that they said, for its eyes alone."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from bot.core import buddies, matched, topics
from bot.core.pairing.people import PAIR, Met, Someone
from bot.core.topics import Topic
from bot.store import buddies as stored
from bot.store import profiles, rounds
from bot.store.db import Db
from bot.store.tables import BuddyWish


def someones(
    db: Db, network: int, wishes: Iterable[tuple[BuddyWish, bool]], now: datetime
) -> list[Someone]:
    """The people of these wishes as matching knows them; who does not take part is `paused`."""
    wishes = list(wishes)
    waited = _waited(db, network)
    found = matched.someone(db, network, [row.member_id for row, _ in wishes], now)
    return [
        replace(
            one,
            face=row.mode == "face",
            wish=buddies.phase_of(row),
            waited=waited.get(row.member_id, 0),
            paused=not takes_part,
        )
        for one, (row, takes_part) in zip(found, wishes, strict=True)
    ]


def as_known(db: Db, network: int, members: Collection[int], now: datetime) -> dict[str, Someone]:
    """Any people of a network, by their number: for the reason why they go together."""
    return {one.id: one for one in matched.someone(db, network, sorted(members), now)}


def _waited(db: Db, network: int) -> dict[int, int]:
    """How many rounds in a row, up to the last one, somebody sat out who had wanted to take
    part.
    """
    out = {(at, member) for at, member, why in rounds.were_out(db, network) if why != "paused"}
    if not out:
        return {}
    last = max(one.number for one in rounds.of(db, network, *rounds.INTRODUCED))
    found = {}
    for _, member in out:
        at = last
        while (at, member) in out:
            at -= 1
        if at < last:
            found[member] = last - at
    return found


def history(db: Db, network: int) -> list[Met]:
    """Who was together in former rounds."""
    groups: dict[tuple[int, int], list[str]] = {}
    for at, pair, member in rounds.history(db, network):
        groups.setdefault((at, pair), []).append(str(member))
    return [met for (at, _), who in groups.items() for met in _met(at, who)]


def _met(at: int, who: Sequence[str]) -> list[Met]:
    """A trio is three meetings, and its last one joined the two others."""
    third = who[PAIR] if len(who) > PAIR else ""
    twos = [(a, b) for place, a in enumerate(who) for b in who[place + 1 :]]
    return [Met(at, a, b, third) for a, b in twos]


def taking_part(db: Db, network: int, now: datetime) -> list[tuple[BuddyWish, bool]]:
    """Who would like a buddy, and whether they take part in a round that is made now: who wants
    one in every second round only has not had one in the last.
    """
    last = next(iter(rounds.of(db, network, *rounds.INTRODUCED)), None)
    had = {member for at, _, member in rounds.history(db, network) if last and at == last.number}
    return [
        (row, here and not (row.every > 1 and row.member_id in had))
        for row, here in stored.wishes(db, network, now)
    ]


def shown_topics(db: Db, network: int) -> dict[str, Topic]:
    """The topics that have a name in a network."""
    own = [topics.own(row.id, row.name) for row in profiles.topics(db, network)]
    return {**topics.vocabulary(), **{one.key: one for one in own}}
