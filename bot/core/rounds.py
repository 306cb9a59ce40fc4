"""A round of buddies before it is introduced: it is dealt, looked at, changed by hand."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import combinations

from bot.core import matching, round_bounds, tasks
from bot.core.pairing.dealing import deal as dealt_from
from bot.core.pairing.left_out import broken
from bot.core.pairing.people import Dealt, Question, Rules, Someone
from bot.core.people import number
from bot.store import buddies as stored_buddies
from bot.store import networks, rounds
from bot.store.db import Db
from bot.store.tables import Apart, Network, Pair, Round

PREVIEW, ON, OVER, DROPPED = "preview", "on", "over", "dropped"
DEALT, ENDED = "dealt", "ended"
PAUSED = "paused"
_TWO = 2
_LOOKED_AT = 100
"""Among so many pairs one is looked for that somebody who is left alone joins."""
WithPeople = tuple[Pair, tuple[int, ...]]
"""A pair and its people."""


class NotTogether(Exception):
    """These people do not go together in this round, for whatever reason."""


@dataclass(frozen=True, slots=True)
class Changes:
    """What is otherwise than when the round was last looked at: who has come, who takes part no
    more, and whether some pairs have changed. How many, and why, could tell of a secret.
    """

    came: Sequence[int] = ()
    gone: Sequence[int] = ()
    anew: bool = False

    def __bool__(self) -> bool:
        return bool(self.came or self.gone or self.anew)


NOTHING = Changes()


@dataclass(frozen=True, slots=True)
class Standing:
    """A round as it stands: its pairs with their people, who sits out and why."""

    round: Round
    pairs: Sequence[WithPeople]
    out: dict[int, str] = field(default_factory=dict)

    @property
    def people(self) -> int:
        """How many go together with somebody."""
        return sum(len(members) for _, members in self.pairs)


def preview(db: Db, network: int) -> Round | None:
    """The round that is not introduced yet."""
    return next(iter(rounds.of(db, network, PREVIEW)), None)


def make(db: Db, network: Network, by: int | None, now: datetime) -> Round:
    """The network's next round, dealt now; the one that waits already, if there is one."""
    key = number(network.id)
    networks.lock(db, key)
    row = preview(db, key)
    if row is not None:
        return row
    at = rounds.last_number(db, key) + 1
    row = Round(
        network_id=key, number=at, seed=zlib.crc32(f"{key}:{at}".encode()) >> 1, state=PREVIEW,
        task=tasks.current(db, network, now), asked_by=by, made_at=now, by_itself=by is None,
    )  # fmt: skip
    db.add(row)
    db.flush()
    question = _question(db, row, (), now)
    _keep(db, row, (), dealt_from(question), question)
    return row


def drop(db: Db, row: Round) -> None:
    """A round is not introduced, and its number is free for the one that is."""
    row.state, row.goes_at, row.number = DROPPED, None, -number(row.id)
    rounds.forget_apart(db, number(row.id))
    db.flush()


def standing(db: Db, row: Round) -> Standing:
    """A round as it stands."""
    pairs = rounds.pairs(db, number(row.id))
    people = rounds.people(db, pairs)
    out = {one.member_id: one.why for one in rounds.sitting_out(db, number(row.id))}
    members = [(pair, tuple(one.member_id for one in people[number(pair.id)])) for pair in pairs]
    return Standing(row, members, out)


def refresh(db: Db, row: Round, now: datetime) -> Changes:
    """Bring a preview up to date: who has come is dealt in, who is gone is not, and those whom that
    concerns, or who do not go together any more, are dealt anew. Nobody is told why.
    """
    stands, question = standing(db, row), _question(db, row, (), now)
    here = {int(one.id) for one in question.people if not one.paused}
    before = {one for _, members in stands.pairs for one in members}
    before |= {one for one, why in stands.out.items() if why != PAUSED}
    whole = _whole(question, stands.pairs)
    came, gone = sorted(here - before), sorted(before - here)
    row.looked_at = now
    over = sum(why != PAUSED for why in stands.out.values())
    is_as_it_was = not came and not gone and len(whole) == len(stands.pairs)
    if is_as_it_was and not over:
        return NOTHING
    kept, dealt = _least(question, whole)
    if is_as_it_was and round_bounds.over(dealt) >= over:
        return NOTHING  # nobody who sits out can be placed now
    _keep(db, row, kept, dealt, question)
    before_it = {frozenset(members) for _, members in stands.pairs}
    now_it = {frozenset(map(int, group.who)) for group in dealt.groups}
    return Changes(came, gone, now_it != before_it)


def _whole(question: Question, pairs: Sequence[WithPeople]) -> list[WithPeople]:
    """Those of these pairs who all take part, still go together, and are in no pair before it."""
    here = {int(one.id) for one in question.people if not one.paused}
    found, seen = [], set[int]()
    for pair, members in pairs:
        is_whole = len(members) >= _TWO and here.issuperset(members) and seen.isdisjoint(members)
        if is_whole and _fit(question, members):
            found.append((pair, members))
            seen.update(members)
    return found


def _least(question: Question, whole: Sequence[WithPeople]) -> tuple[Sequence[Pair], Dealt]:
    """Deal as few as possible anew: only those who are in no pair; else one of them joins a pair,
    or a trio is dealt anew; else all that nobody has kept, where somebody would sit out or meet
    again who need not.
    """
    best = _attempt(question, whole)
    if best[0] == (0, 0):
        return best[1:]
    twos = [one for one in whole if one[0].kept or len(one[1]) == _TWO]
    held = [one for one in whole if one[0].kept]
    over = [int(one.who) for one in best[2].left_out if one.why != PAUSED]
    joined = _to_be_joined(question, twos, over[0]) if len(over) == 1 else None
    ways = (twos, [one for one in whole if one[0] is not joined], held)
    for keep in ways:
        found = _attempt(question, keep)
        best = found if found[0] < best[0] else best
        if best[0] == (0, 0):
            break
    return best[1:]


def _attempt(
    question: Question, keep: Sequence[WithPeople]
) -> tuple[tuple[int, int], Sequence[Pair], Dealt]:
    """Deal with these pairs kept: how many sit out and meet again, what is kept, what comes out."""
    dealt = dealt_from(_with(question, [members for _, members in keep]))
    return (round_bounds.over(dealt), dealt.repeats), [pair for pair, _ in keep], dealt


def _to_be_joined(question: Question, pairs: Sequence[WithPeople], alone: int) -> Pair | None:
    """The pair that somebody who is left alone joins best, without meeting again if that can be."""
    best: tuple[tuple[int, int], Pair] | None = None
    for pair, members in pairs[:_LOOKED_AT]:
        three = (*members, alone)
        if pair.kept or not _fit(question, three):
            continue
        people = [one for one in question.people if int(one.id) in three]
        dealt = dealt_from(replace(_with(question, [three]), people=people))
        if best is None or (-dealt.repeats, dealt.score) > best[0]:
            best = (-dealt.repeats, dealt.score), pair
    return best[1] if best else None


def deal_again(db: Db, row: Round, now: datetime) -> bool:
    """Deal all anew that nobody has kept, by another chance; returns whether that came out
    otherwise.
    """
    before = {frozenset(members) for _, members in standing(db, row).pairs}
    row.seed = zlib.crc32(f"{row.network_id}:{row.number}:{row.seed}".encode()) >> 1
    _anew(db, row, now)
    return before != {frozenset(members) for _, members in standing(db, row).pairs}


def _anew(db: Db, row: Round, now: datetime) -> None:
    question = _question(db, row, (), now)
    kept = _whole(question, [one for one in standing(db, row).pairs if one[0].kept])
    together = _with(question, [members for _, members in kept])
    _keep(db, row, [pair for pair, _ in kept], dealt_from(together), together)


def part(db: Db, row: Round, pair: Pair, now: datetime) -> None:
    """The people of a pair do not go together in this round; all that nobody has kept is dealt
    anew.
    """
    members = sorted(one.member_id for one in rounds.of_pair(db, number(pair.id)))
    for one, other in combinations(members, _TWO):
        key = {"round_id": number(row.id), "member_id": one, "other_id": other}
        db.upsert(Apart, {"network_id": row.network_id, **key}, key=tuple(key), change=())
    pair.kept = False
    db.flush()
    _anew(db, row, now)


def swap(db: Db, row: Round, one: int, other: int, now: datetime) -> None:
    """Two people change places, and both pairs are kept. Raises NotTogether, in which case nothing
    has changed; which rule forbids it, nobody learns.
    """
    stands, question = standing(db, row), _question(db, row, (), now)
    at = {member: (pair, members) for pair, members in stands.pairs for member in members}
    mine, theirs = at.get(one), at.get(other)
    free = {member for member, why in stands.out.items() if why != PAUSED}
    if mine is None or (theirs is None and other not in free) or theirs == mine:
        raise NotTogether
    changed = [(mine[0], _instead(mine[1], one, other))]
    if theirs is not None:
        changed.append((theirs[0], _instead(theirs[1], other, one)))
    if len(_whole(question, changed)) < len(changed):
        raise NotTogether
    for pair, members in changed:
        rounds.put(db, pair, members)
        pair.kept = True
    _count_again(db, row, question)


def _instead(members: tuple[int, ...], gone: int, come: int) -> tuple[int, ...]:
    return tuple(come if one == gone else one for one in members)


def _count_again(db: Db, row: Round, question: Question) -> None:
    """After a change by hand: what is a repeat, who sits out, and what the round is worth."""
    stands = standing(db, row)
    question = _with(question, [members for _, members in stands.pairs])
    _keep(db, row, [pair for pair, _ in stands.pairs], dealt_from(question), question)


def _question(db: Db, row: Round, together: Sequence[Sequence[int]], now: datetime) -> Question:
    """All that a round is made from."""
    network = row.network_id
    plan = stored_buddies.plan(db, network)
    apart = rounds.apart(db, number(row.id))
    rules = Rules(
        size=row.size,
        avoid_same_school=plan is None or not plan.same_school,
        blocks=stored_buddies.blocks(db, network),
        apart=frozenset(frozenset((str(one.member_id), str(one.other_id))) for one in apart),
    )
    wishes = matching.taking_part(db, network, now)
    people = matching.someones(db, network, wishes, now)
    question = Question(people, matching.history(db, network), rules, row.seed)
    return _with(question, together)


def _with(question: Question, together: Sequence[Sequence[int]]) -> Question:
    groups = tuple(tuple(map(str, members)) for members in together)
    return replace(question, rules=replace(question.rules, together=groups))


def _fit(question: Question, members: Sequence[int]) -> bool:
    """Whether no hard rule stands between these people."""
    wanted = set(map(str, members))
    found: list[Someone] = [one for one in question.people if one.id in wanted]
    return not any(
        frozenset((one.id, other.id)) in question.rules.blocks or broken(one, other, question.rules)
        for one, other in combinations(found, _TWO)
    )


def _keep(db: Db, row: Round, kept: Sequence[Pair], dealt: Dealt, question: Question) -> None:
    """Write down what was dealt. Of these pairs those stay who came out as one group."""
    dealt_now = {frozenset(map(int, group.who)): group for group in dealt.groups}
    keys = {number(pair.id) for pair in kept}
    stay = {
        who: pair
        for pair, members in standing(db, row).pairs
        if number(pair.id) in keys and (who := frozenset(members)) in dealt_now
    }
    rounds.clear(db, number(row.id), [number(pair.id) for pair in stay.values()])
    for who, pair in stay.items():
        pair.repeat = dealt_now[who].repeat
    fresh = [
        (tuple(map(int, group.who)), group.repeat)
        for who, group in dealt_now.items()
        if who not in stay
    ]
    out = {int(one.who): PAUSED if one.why == PAUSED else "" for one in dealt.left_out}
    first = max((pair.number for pair in stay.values()), default=0) + 1
    rounds.keep(db, row, fresh, out, first)
    row.score = dealt.score
    row.bound = round_bounds.bound(question, dealt, kept=bool(stay))
