"""Who goes with whom in a meeting: people who differ, and who were not together lately; and in how
many groups they do differ, as far as people show what they do.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import combinations
from random import Random

from bot.core import matched
from bot.core.pairing.dealing import deal
from bot.core.pairing.people import Keys, Met, Question, Rules, Someone
from bot.core.people import number
from bot.core.present import Present
from bot.store import groups
from bot.store.db import Db
from bot.store.tables import Grouping, Meeting

LATELY = 30
"""Of so many earlier deals it is known who was together."""
AT_ONCE = 120
"""So many people are dealt at once, while whoever pressed waits."""
SPREAD = 5
"""So many years apart people are new and experienced."""


def keys_of(made: Sequence[Sequence[Present]]) -> set[str]:
    """The keys of all who are in groups."""
    return {one.key for group in made for one in group}


def mix(
    db: Db, meeting: Meeting, people: Sequence[Present], size: int, *, seed: int, now: datetime
) -> list[list[Present]]:
    """These people in groups of this size, or near it; everybody is in one, and nobody alone."""
    by_key = {one.key: one for one in people}
    everybody, history = _someone(db, meeting, people, now), met(db, meeting)
    rules = Rules(size=size, avoid_same_school=True)
    made: list[list[Present]] = []
    for part in _parts(everybody, seed):
        dealt = deal(Question(part, history, rules, seed))
        here = [[by_key[key] for key in group.who] for group in dealt.groups]
        made += _with(here, [by_key[one.who] for one in dealt.left_out], size)
    return made


def _parts(people: list[Someone], seed: int) -> list[list[Someone]]:
    """Very many people by chance in parts of a size that is dealt at once."""
    count = -(-len(people) // AT_ONCE)
    mixed = Random(seed).sample(people, len(people)) if count > 1 else people  # noqa: S311 -- chance
    return [mixed[nth::count] for nth in range(count)]


def _with(made: list[list[Present]], left: Sequence[Present], size: int) -> list[list[Present]]:
    """The groups with those who would be left out: in a room everybody has a place."""
    fresh = [list(left[at : at + size]) for at in range(0, len(left), size)]
    made = [*made, *(group for group in fresh if len(group) > 1)]
    for one in (group[0] for group in fresh if len(group) == 1):
        min(made, key=len).append(one)
    return made


def _someone(db: Db, meeting: Meeting, people: Sequence[Present], now: datetime) -> list[Someone]:
    """People as they count in a room: when they have time and how far they go does not matter
    there, and the other phase is as good as it gets. Of who has no account their school is known,
    which is that of who brings them.
    """
    members = list(dict.fromkeys(one.member or one.with_id or 0 for one in people))
    known = dict(zip(members, matched.someone(db, meeting.network_id, members, now), strict=True))
    found = []
    for one in people:
        about = known[one.member or one.with_id or 0]
        if one.member is None:
            about = Someone("", schools=about.schools)
        there = replace(about, id=one.key, times=frozenset(), reach=None, wish="other")
        found.append(there)
    return found


def met(db: Db, meeting: Meeting) -> list[Met]:
    """Who was together in the network's meetings. What nobody was told of counts as longest ago: it
    happened to nobody, and is only not shown again.
    """
    own = groups.of(db, meeting.network_id, number(meeting.id))
    unseen = [row for row in own if row.state != "posted"]
    posted = [row for row in own if row.state == "posted"]
    past = groups.earlier(db, meeting.network_id, number(meeting.id), LATELY)
    order = {number(row.id): nth for nth, row in enumerate((*unseen, *reversed((*posted, *past))))}
    return [Met(order[grouping], *sorted(pair)) for grouping, pair in _twos(db, list(order))]


def _twos(db: Db, groupings: Sequence[int]) -> Iterator[tuple[int, tuple[str, str]]]:
    together: dict[tuple[int, int], list[str]] = defaultdict(list)
    for grouping, nth, member in groups.together(db, groupings):
        together[grouping, nth].append(matched.key(member))
    for (grouping, _), who in together.items():
        for pair in combinations(who, 2):
            yield grouping, pair


@dataclass(frozen=True, slots=True)
class Mixed:
    """In how many of so many groups people differ in their schools, phases, subjects and years;
    `again`: how many pairs of people were in a group in a meeting before.
    """

    groups: int
    schools: int = 0
    phases: int = 0
    subjects: int = 0
    years: int = 0
    again: int = 0


def mixed(db: Db, meeting: Meeting, row: Grouping, now: datetime) -> Mixed:
    """How mixed the groups are, by what people agreed to show: what they keep to themselves has
    decided, and nothing is said of it.
    """
    made: dict[int, list[int]] = defaultdict(list)
    rows = groups.rows(db, number(row.id))
    for one in rows:
        made[one.nth] += [one.member_id] if one.member_id else []
    members = [member for group in made.values() for member in group]
    show = groups.show_work(db, meeting.network_id, members)
    shown = [member for member in members if member in show]
    known = dict(zip(shown, matched.someone(db, meeting.network_id, shown, now), strict=True))

    def count(differ: Callable[[list[Someone]], bool]) -> int:
        return sum(differ([known[one] for one in group if one in known]) for group in made.values())

    return Mixed(
        len(made),
        schools=count(lambda some: _several(one.schools for one in some)),
        phases=count(lambda some: _several(one.phases for one in some)),
        subjects=count(lambda some: _several(one.subjects for one in some)),
        years=count(_spread),
        again=_again(db, meeting, row, made),
    )


def _several(keys: Iterator[Keys]) -> bool:
    """Whether two of these people have nothing of this kind in common."""
    said = [own for own in keys if own]
    return any(not one & other for one, other in combinations(said, 2))


def _spread(some: list[Someone]) -> bool:
    years = [one.years for one in some if one.years is not None]
    return bool(years) and max(years) - min(years) >= SPREAD


def _again(db: Db, meeting: Meeting, row: Grouping, made: dict[int, list[int]]) -> int:
    own = groups.of(db, meeting.network_id, number(meeting.id))
    past = [
        *groups.earlier(db, meeting.network_id, number(meeting.id), LATELY),
        # Those of the same seed are the same groups, but for who came late.
        *(
            one
            for one in own
            if one.state == "posted" and one.id != row.id and one.seed != row.seed
        ),
    ]
    before = {frozenset(pair) for _, pair in _twos(db, [number(one.id) for one in past])}
    now = [
        frozenset(map(matched.key, pair)) for group in made.values()
        for pair in combinations(group, 2)
    ]  # fmt: skip
    return sum(pair in before for pair in now)
