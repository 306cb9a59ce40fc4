"""Whoever is left hanging in a round gets somebody else: where a buddy left, is away, said nothing,
or one of them wanted somebody else. Nobody is told which of these it was.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.core import (
    dissolved,
    how_it_goes,
    introductions,
    progress,
    progress_times,
    terms,
    windows,
)
from bot.core.common_ground import Ground, ground_of
from bot.core.pairing.dealing import deal
from bot.core.people import number
from bot.core.rounds import ENDED, ON, PAUSED
from bot.core.schooldays import School
from bot.store import buddies, deliveries, networks, people, rounds
from bot.store import progress as stored
from bot.store.db import Db
from bot.store.tables import NEVER, Network, Pair, Paired, Round, RoundOut

ALONE, RESTING = "buddy.alone", "buddy.resting"
"""Privately: nobody was free, so you come first in the next round; and you were not heard of, so
you have no buddy for now. Both are about the pair that has ended ("pair:<pair>:<member>").
"""
HANGING = "hanging"
"""Why somebody sits out: those they were with do not go on, and nobody was free."""
_TWO = 2


def look_after(db: Db, network: Network, round_: Round, school: School, now: datetime) -> None:
    """End the pairs that cannot go on, and give those who are left hanging somebody else. Safe to
    do as often as one likes.
    """
    if not _is_time(round_, now):
        return
    for one in _ending(db, network, round_, school, now):
        _part(db, network, one.pair, one.rows, one.goes, now)
        for row in one.still:
            _rest(db, one.pair, row, now)
    _place(db, network, round_, now)


def is_due(db: Db, network: Network, round_: Round, school: School, now: datetime) -> bool:
    """Whether a pair cannot go on, or there may be somebody for who is left hanging."""
    return _is_time(round_, now) and bool(
        _ending(db, network, round_, school, now) or _left(db, number(network.id), round_, now)
    )


def _is_time(round_: Round, now: datetime) -> bool:
    last = progress.last_change(round_)
    return last is not None and now <= last


@dataclass(frozen=True, slots=True)
class _Ending:
    """A pair that cannot go on, and who of it `goes`; `still` are those who say nothing."""

    pair: Pair
    rows: Sequence[Paired]
    goes: Sequence[Paired]
    still: Sequence[Paired]


def _ending(
    db: Db, network: Network, round_: Round, school: School, now: datetime
) -> list[_Ending]:
    here = {row.member_id: there for row, there in buddies.wishes(db, number(network.id), now)}
    quiet = [row.id for row in how_it_goes.silent(db, round_, school, now)]
    until = progress_times.far(now, round_.ends_at or now)
    far = stored.not_there(db, number(network.id), here, until)
    pairs = rounds.pairs(db, number(round_.id))
    members, nevers = rounds.people(db, pairs), buddies.nevers(db, number(network.id))
    found = []
    for pair in pairs:
        if pair.state == ON and pair.introduced_at is not None and pair.introduced_at <= now:
            rows = members[number(pair.id)]
            goes = [row for row in rows if row.member_id not in here or row.member_id in far]
            still = [row for row in rows if row.id in quiet and row not in goes]
            wants = [
                row
                for row in rows
                if row not in (*goes, *still) and (_wants(row, now) or _never(row, rows, nevers))
            ]
            if goes or still or wants or len(rows) < _TWO:
                found.append(_Ending(pair, rows, (*goes, *still, *wants), still))
    return found


def _wants(row: Paired, now: datetime) -> bool:
    """Whether somebody wants somebody else, and has had time to take it back."""
    since = row.said_at or now
    return row.met == progress.OTHER and since <= now - progress_times.MINDS


def _never(row: Paired, rows: Sequence[Paired], nevers: Collection[tuple[int, int]]) -> bool:
    """Whether somebody never wants to go together with one of these, as they have said since."""
    return any((row.member_id, one.member_id) in nevers for one in rows)


def _part(
    db: Db,
    network: Network,
    pair: Pair,
    rows: Sequence[Paired],
    goes: Sequence[Paired],
    now: datetime,
) -> None:
    """A pair does not go on as it is; of three two go on by themselves."""
    pair.state = ENDED
    due = windows.next_open(now, terms.school(db, network))
    dissolved.close(db, pair, rows, due, now)
    stay = [row for row in rows if row not in goes]
    if len(stay) >= _TWO:
        _make(db, network, pair, stay, [], now, repeat=True)
    progress.forget(rows)
    db.flush()


def _make(
    db: Db,
    network: Network,
    after: Pair,
    stay: Sequence[Paired],
    others: Sequence[int],
    now: datetime,
    *,
    repeat: bool = False,
) -> None:
    """These go together from now on; what those who `stay` together said of it stays as well."""
    said = {row.member_id: (row.met, row.said_at) for row in stay if row.met != progress.OTHER}
    members = [*(row.member_id for row in stay), *others]
    last = max(one.number for one in rounds.pairs(db, after.round_id))
    due = windows.next_open(now, terms.school(db, network))
    pair = Pair(
        network_id=after.network_id, round_id=after.round_id, number=last + 1, state=ON,
        repeat=repeat, introduced_at=due, after_pair=after.id,
    )  # fmt: skip
    db.add(pair)
    db.flush()
    rounds.put(db, pair, members)
    for row in rounds.of_pair(db, number(pair.id)):
        row.met, row.said_at = said.get(row.member_id, ("", None))
    for out in rounds.sitting_out(db, pair.round_id):
        if out.member_id in members:
            db.delete(out)
    db.flush()
    introductions.tell(db, network, pair, members, due)


def _rest(db: Db, pair: Pair, row: Paired, now: datetime) -> None:
    """Somebody was not heard of: they have no buddy until they say that they are back."""
    row.silent = True
    wish = buddies.wish(db, pair.network_id, row.member_id)
    if wish is not None:
        wish.paused_until = NEVER
    _write(db, pair.network_id, row.member_id, RESTING, progress.subject(pair, row.member_id), now)


def _write(db: Db, network: int, member: int, view: str, subject: str, now: datetime) -> None:
    due = windows.next_open(now, terms.school(db, networks.get(db, network)))
    for person in people.inboxes(db, network, [member]).values():
        deliveries.enqueue(
            db, network, person, view, subject, due=due, expires=due + progress_times.TELL_FOR,
            key=f"{view}:{subject}",
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Left:
    """Who is left hanging, whom they were with last, who else is free, and who sits out."""

    hanging: Sequence[int]
    last: Mapping[int, tuple[Pair, Paired]]
    others: Sequence[int]
    out: Collection[int]


def _left(db: Db, network: int, round_: Round, now: datetime) -> _Left | None:
    """Who is left hanging, where there is news for them."""
    pairs = rounds.pairs(db, number(round_.id))
    members = rounds.people(db, pairs)
    taken = {row.member_id for one in pairs if one.state == ON for row in members[number(one.id)]}
    last = {
        row.member_id: (one, row)
        for one in pairs
        if one.state == ENDED
        for row in members[number(one.id)]
    }
    if not last:
        return None
    wishes = buddies.wishes(db, network, now)
    free = [row.member_id for row, there in wishes if there and row.member_id not in taken]
    out = {row.member_id: row for row in rounds.sitting_out(db, number(round_.id))}
    hanging = [one for one in free if one in last]
    others = [one for one in free if one not in last and may_join(out.get(one))]
    is_news = len(hanging) + len(others) > 1 or any(one not in out for one in hanging)
    return _Left(hanging, last, others, out) if hanging and is_news else None


def _place(db: Db, network: Network, round_: Round, now: datetime) -> None:
    """Find somebody for all who are left hanging."""
    left = _left(db, number(network.id), round_, now)
    if left is None:
        return
    hanging, last, out = left.hanging, left.last, left.out
    ground = ground_of(db, network, round_, now)
    placed: set[int] = set()
    for group in deal(ground.question([*hanging, *left.others])).groups:
        who = [int(one) for one in group.who]
        first = next((one for one in who if one in last), None)
        if first is not None:
            _make(db, network, last[first][0], [], who, now, repeat=group.repeat)
            placed.update(who)
    for one in (one for one in hanging if one not in placed and one not in out):
        if not _join(db, ground, one):
            _waits(db, *last[one], now)
    db.flush()


def _waits(db: Db, pair: Pair, row: Paired, now: datetime) -> None:
    """Nobody is free for somebody, who comes first in the next round. Who has just said that they
    are back knows that it may take until then.
    """
    key, who = pair.round_id, row.member_id
    db.add(RoundOut(network_id=row.network_id, round_id=key, member_id=who, why=HANGING))
    if not row.silent:
        _write(db, row.network_id, who, ALONE, progress.subject(pair, who), now)


def may_join(row: RoundOut | None) -> bool:
    """Whether somebody who is in no pair would like one: they have come since, or nobody could go
    with them.
    """
    return row is None or row.why != PAUSED


def _join(db: Db, ground: Ground, member: int) -> bool:
    """Somebody becomes the third of a pair, where all may: rather of one whose people are heard of.
    Returns whether there is one.
    """
    found: list[tuple[int, int, int, int, Pair, Sequence[Paired]]] = []
    pairs = [one for one in rounds.pairs(db, number(ground.round.id)) if one.state == ON]
    for pair, rows in ((one, rounds.of_pair(db, number(one.id))) for one in pairs):
        two = [row.member_id for row in rows]
        if len(two) != _TWO or not all(ground.wishes.get(one) for one in two):
            continue
        if any(row.met == progress.OTHER for row in rows):
            continue
        dealt = deal(ground.question([*two, member]))
        if len(dealt.groups) == 1 and not dealt.left_out:
            news = dealt.repeats - (1 if pair.repeat else 0)
            quiet = sum(not row.met for row in rows)
            found.append((news, quiet, -dealt.score, number(pair.id), pair, rows))
    if not found:
        return False
    *_, pair, rows = min(found, key=lambda one: one[:4])
    pair.state = ENDED
    _make(db, ground.network, pair, rows, [member], ground.now, repeat=True)
    progress.forget(rows)
    return True


def back(db: Db, network: int, member: int) -> bool:
    """Somebody would like a buddy again who was not heard of; returns whether they rested."""
    row = buddies.wish(db, network, member)
    if row is None or row.left_at is not None or row.paused_until is None:
        return False
    row.paused_until = None
    return True


def why_out(db: Db, network: int, about: str) -> str | None:
    """Why somebody sits a round out; None where they do not. `about` is the subject of what they
    are told: "pair:7:2" of the pair that has ended for member 2, else "round:3:2".
    """
    kind, key, member = about.split(":")
    pair = rounds.pair(db, [network], int(key)) if kind == "pair" else None
    if kind == "pair" and pair is None:
        return None
    rows = rounds.sitting_out(db, pair.round_id if pair is not None else int(key))
    return next((row.why for row in rows if row.member_id == int(member)), None)


def rests(db: Db, network: int, member: int) -> bool:
    """Whether somebody has no buddy until they say that they are back."""
    row = buddies.wish(db, network, member)
    return row is not None and row.left_at is None and row.paused_until == NEVER
