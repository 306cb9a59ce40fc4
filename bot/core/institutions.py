"""Schools and other places of work: known again however somebody types them, and put together
where a network knows one of them twice.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache

from rapidfuzz import fuzz, process

from bot.core.directory import WORK
from bot.core.likeness import bare
from bot.core.people import number
from bot.core.profiles import PHASES, listed
from bot.store import institutions as stored
from bot.store import people
from bot.store.db import Db
from bot.store.tables import Affiliation, Institution

NEAR = 82
"""From this likeness on a typed name may be one that is known."""
TWICE = 86
"""From this one on two that are known may be the same."""
_PART = 84
"""The likeness of a name to one of which it is the beginning."""
_SHORT, _LONG = 4, 5
_A_SLIP = 88
_AT_ONCE = 20
"""So many that are like one are looked at."""
SAINT = frozenset(("saint", "sankt", "sainte", "ste", "santa", "san", "sant", "saints", "sts"))
_PRIMARY = """primary infant infants junior juniors elementary nursery grundschule volksschule
    elementaire primaire maternelle primaria infanzia alakoulu peruskoulu yhteiskoulu"""
_SECONDARY = """secondary high grammar comprehensive gymnasium realschule hauptschule mittelschule
    gesamtschule oberschule college media liceo ylakoulu peruskoulu yhteiskoulu"""
_OLDER = "sixth college lycee lukio berufsschule ammattikoulu"
_PHASES = {"primary": _PRIMARY.split(), "secondary": _SECONDARY.split(), "post-16": _OLDER.split()}
KINDS = {
    word: frozenset(phase for phase, words in _PHASES.items() if word in words)
    for word in (*_PRIMARY.split(), *_SECONDARY.split(), *_OLDER.split())
}
"""What a word of a name tells of the school; a "college" is for one age in France, and for another
in England.
"""
_ANYWHERE = """school schools academy community the of and for a an form ce cofe c e rc roman
    catholic church england schule schulzentrum stadtische neue die der das am an im in zu und
    ecole la le les de des du d l general technologique et scuola istituto comprensivo statale
    superiore scientifico classico di del della dei i koulu koulun oppilaitos ja"""
EVERYWHERE = frozenset((*_ANYWHERE.split(), *KINDS))
"""Words that stand in so many names that they tell none from another."""
_LONG_ONES = tuple(sorted(word for word in EVERYWHERE if len(word) >= _LONG))


@lru_cache(maxsize=16384)
def _parts(name: str) -> tuple[str, str, frozenset[str]]:
    """A name as it is compared: whole, its own words by the alphabet, and what it tells of the
    school.
    """
    words = [_word(word) for word in bare(name).split()]
    own = sorted(word for word in words if word not in EVERYWHERE) or words
    kinds = frozenset(kind for word in words for kind in KINDS.get(word, ()))
    return "".join(words), " ".join(own), kinds


def _word(word: str) -> str:
    """A word as it should be written, where it is one of those that stand everywhere."""
    if word in SAINT:
        return "st"
    if len(word) < _LONG or word in EVERYWHERE:
        return word
    found = process.extractOne(word, _LONG_ONES, scorer=fuzz.ratio, score_cutoff=_A_SLIP)
    return found[0] if found else word


def is_same(one: str, other: str) -> bool:
    """Whether two names differ in nothing but signs, capitals and how words are put together."""
    return _parts(one)[0] == _parts(other)[0]


def likeness(one: str, other: str, *, with_parts: bool = False) -> float:
    """How likely two names are of one school, 0 to 100; `with_parts`: also where one of them says
    less than the other.
    """
    (whole, own, kinds), (whole2, own2, kinds2) = _parts(one), _parts(other)
    if whole == whole2:
        return 100
    figures = [{c for c in words.split() if c.isdigit()} for words in (own, own2)]
    if figures[0] != figures[1] or (kinds and kinds2 and not kinds & kinds2):
        return 0
    short, long = sorted((own, own2), key=len)
    if len(short) < _SHORT:
        return 99 if own == own2 else 0
    has_part = with_parts and set(short.split()) <= set(long.split())
    return min(max(fuzz.ratio(own, own2), _PART if has_part else 0), 99)


def same(name: str, known: Sequence[Institution]) -> list[Institution]:
    """All institutions of this name: two schools can be called alike."""
    return [one for one in known if is_same(one.name, name)]


def near(name: str, known: Sequence[Institution], most: int = 3) -> list[Institution]:
    """Those that may be meant by a name, the likeliest first."""
    found = [(likeness(name, one.name, with_parts=True), one) for one in known]
    found.sort(key=lambda pair: -pair[0])
    return [one for score, one in found[:most] if score >= NEAR]


def twice(known: Sequence[Institution]) -> list[tuple[Institution, Institution]]:
    """Pairs that may be the same one, but for those of which somebody said that they are two. Only
    those are compared of which a word begins alike.
    """
    alike: dict[str, dict[int, str]] = defaultdict(dict)
    for place, one in enumerate(known):
        own = _parts(one.name)[1]
        for first in {word[0] for word in own.split()}:
            alike[first][place] = own
    pairs: set[tuple[int, int]] = set()
    for names in alike.values():
        for place, own in names.items():
            close = process.extract(
                own, names, scorer=fuzz.ratio, score_cutoff=TWICE, limit=_AT_ONCE
            )
            pairs |= {(place, other) for _, _, other in close if place < other}
    found = [(known[one], known[other]) for one, other in sorted(pairs)]
    return [
        (one, other)
        for one, other in found
        if likeness(one.name, other.name) >= TWICE and not _are_two(one, other)
    ]


def _are_two(one: Institution, other: Institution) -> bool:
    return str(one.id) in listed(other.not_same) or str(other.id) in listed(one.not_same)


def keep_apart(one: Institution, other: Institution) -> None:
    """They are two, and are not asked about again."""
    if not _are_two(one, other):
        one.not_same = " ".join((*listed(one.not_same), str(other.id)))
    one.kept = other.kept = True


def standing(db: Db, one: Institution) -> Institution:
    """The institution that stands on the list: this one, or the one that it was put into."""
    while one.merged_into is not None:
        into = stored.get(db, [one.network_id], one.merged_into)
        assert into is not None  # noqa: S101 -- a foreign key
        one = into
    return one


def come(db: Db, where: Institution, member: int) -> None:
    """A person is at an institution, perhaps again."""
    row = stored.affiliation(db, number(where.id), member)
    if row is None:
        row = Affiliation(
            network_id=where.network_id, institution_id=number(where.id), member_id=member
        )
        db.add(row)
    row.left_on = None
    db.flush()


def go(db: Db, where: Institution, member: int, on: date) -> bool:
    """A person is not at an institution any more; returns whether they were."""
    into = stored.merged(db, where.network_id)
    found = [
        row
        for row in stored.theirs(db, where.network_id, member)
        if row.left_on is None and _final(row.institution_id, into) == where.id
    ]
    for row in found:
        row.left_on = on
    return bool(found)


def take_back(db: Db, where: Institution, member: int) -> bool:
    """Who shows nobody where they work takes back what they alone have named: the network does not
    know it any more. Returns whether that is so.
    """
    row = people.membership(db, where.network_id, member)
    if row is not None and WORK in listed(row.shares):
        return False
    return stored.take_back(db, number(where.id), member)


def change(one: Institution, name: str, phases: Sequence[str], region: str, *, first: bool) -> None:
    """What is known of an institution is this; `first`: it is to be reached first."""
    one.name, one.region, one.priority, one.kept = name, region, first, True
    one.phases = " ".join(phase for phase in PHASES if phase in phases)


def merge(db: Db, one: Institution, into: Institution) -> None:
    """`one` is the same as `into`: its people follow, and it stands on no list."""
    one.merged_into, one.kept, into.kept = into.id, True, True
    db.flush()
    _settle(db, into.network_id)


def take_apart(db: Db, one: Institution) -> None:
    """They are two after all: the people of `one` come back to it."""
    one.merged_into = None
    db.flush()
    _settle(db, one.network_id)


def _settle(db: Db, network: int) -> None:
    """Put everybody where the institution stands that they named (`was_at`), whatever has been put
    together or taken apart since; who is there already stays at the one that stands on no list.
    """
    into = stored.merged(db, network)
    rows = stored.affiliations(db, network)
    taken = {(row.institution_id, row.member_id): row for row in rows}
    for row in rows:
        named = row.was_at or row.institution_id
        to = _final(named, into)
        there = taken.get((to, row.member_id))
        if to == row.institution_id:
            continue
        if there is not None:
            if row.left_on is None:
                there.left_on = None
            continue
        del taken[row.institution_id, row.member_id]
        taken[to, row.member_id] = row
        row.institution_id, row.was_at = to, named if to != named else None
    db.flush()


def _final(institution: int, into: Mapping[int, int]) -> int:
    while institution in into:
        institution = into[institution]
    return institution
