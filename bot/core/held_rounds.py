"""A round between its introduction and the moment its people are told: who leaves or pauses in that
time is not introduced, and nobody hears of a group that never was.
"""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta

from bot.core import introductions, rematching, rounds
from bot.core.introductions import INTRODUCED, TOLD
from bot.core.people import number
from bot.core.rounds import DEALT, ON, PREVIEW
from bot.store import buddies, deliveries, people
from bot.store import rounds as stored
from bot.store.db import Db
from bot.store.tables import Network, Pair, Round

SOON = timedelta(hours=12)
"""So long after its moment a pair of which nobody was told can still be dropped; after that its
people may have found each other on their page.
"""
_TWO = 2


def is_fresh(row: Round, now: datetime) -> bool:
    """Whether people of a round may still be told of it, so that it can be dealt anew."""
    return row.introduced_at is not None and now < row.introduced_at + SOON


def look_again(db: Db, network: Network, row: Round, now: datetime) -> bool:
    """Before they are told, deal those anew whose pair is not whole any more; returns whether there
    were any. Who was in a pair and is in none hears that nobody was found.
    """
    due = row.introduced_at
    if row.state != ON or due is None or due <= now:
        return False
    former = rounds.standing(db, row).pairs
    if _are_whole([members for _, members in former], _here(db, row.network_id, now)):
        return False
    row.state, row.introduced_at = PREVIEW, None
    for pair, _ in former:
        pair.state, pair.introduced_at = DEALT, None
    db.flush()
    rounds.refresh(db, row, now)
    stands, told = rounds.standing(db, row), {pair.id for pair, _ in former}
    row.state, row.introduced_at = ON, due
    for pair, members in stands.pairs:
        pair.state, pair.introduced_at = ON, due
        if pair.id not in told:
            batch = introductions.batch(row)
            introductions.tell(db, network, pair, members, due, batch=batch)
    before = {one for _, members in former for one in members}
    _nobody_for(db, row, [one for one, why in stands.out.items() if one in before and not why], due)
    db.flush()
    return True


def _here(db: Db, network: int, now: datetime) -> set[int]:
    """Who would like a buddy, and takes part just now."""
    return {row.member_id for row, there in buddies.wishes(db, network, now) if there}


def _are_whole(groups: Sequence[Sequence[int]], here: Collection[int]) -> bool:
    """Whether these groups can be introduced: two in each at least, all there, nobody twice."""
    everybody = [one for group in groups for one in group]
    is_once = len(everybody) == len(set(everybody)) and set(here).issuperset(everybody)
    return is_once and all(len(group) >= _TWO for group in groups)


def _nobody_for(db: Db, row: Round, members: Sequence[int], due: datetime) -> None:
    """Tell these that nobody was found this time."""
    view, inboxes = rematching.ALONE, people.inboxes(db, row.network_id, members)
    for member, person in inboxes.items():
        about = f"round:{row.id}:{member}"
        deliveries.enqueue(
            db, row.network_id, person, view, about, due=due, expires=due + introductions.AHEAD,
            key=f"{view}:{about}", batch=introductions.batch(row),
        )  # fmt: skip


def may_tell(db: Db, pair: Pair, subject: str, now: datetime) -> bool:
    """Whether a message that introduces a pair may leave: some of them have been told already, or
    all of them still take part.
    """
    is_first = pair.after_pair is None and _is_soon(pair, now)
    if not is_first or _told(db, pair) - {subject}:
        return True
    members = [row.member_id for row in stored.of_pair(db, number(pair.id))]
    return _are_whole([members], _here(db, pair.network_id, now))


def _is_soon(pair: Pair, now: datetime) -> bool:
    return pair.introduced_at is not None and now < pair.introduced_at + SOON


def _told(db: Db, pair: Pair) -> set[str]:
    """The subjects of what has left by which a pair was introduced."""
    left = set(deliveries.subjects(db, pair.network_id, TOLD, number(pair.id)))
    if deliveries.has_left(db, pair.network_id, INTRODUCED, str(pair.id)):
        left.add(str(pair.id))
    return left


def drop_untold(db: Db, row: Round, now: datetime) -> None:
    """When they are to be told, a pair of which somebody does not take part any more is dropped if
    nobody has been told: it never was. Its others hear that nobody was found.
    """
    if not is_fresh(row, now):
        return
    here = _here(db, row.network_id, now)
    for pair, members in rounds.standing(db, row).pairs:
        is_first = pair.state == ON and pair.after_pair is None
        if not is_first or _are_whole([members], here) or not _is_planned(db, pair, members):
            continue
        if _told(db, pair):
            continue
        stored.drop_pair(db, pair)
        left = [one for one in members if one in here]
        stored.sit_out(db, row, left)
        _nobody_for(db, row, left, now)


def _is_planned(db: Db, pair: Pair, members: Sequence[int]) -> bool:
    """Whether any message was to introduce a pair; else its people find each other on their page
    as soon as it is introduced.
    """
    about = [(INTRODUCED, str(pair.id)), *((TOLD, f"{pair.id}:{one}") for one in members)]
    return any(deliveries.find(db, pair.network_id, view, subject) for view, subject in about)
