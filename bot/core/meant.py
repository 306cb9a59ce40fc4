"""Which school is meant, by its name and what else was said of it: two can be called alike."""

from collections.abc import Callable, Collection, Iterable, Sequence
from typing import TypeVar

from bot.core.columns import folded
from bot.core.institutions import SAINT, near, same, standing
from bot.core.likeness import bare
from bot.core.people import number
from bot.core.profiles import listed
from bot.store import institutions as stored
from bot.store import networks
from bot.store.db import Db
from bot.store.tables import Institution

Told = tuple[str, str]
"""What is told of a school besides its name: how old its pupils are, and where it is."""
One = TypeVar("One")
_NEAREST, _OF_A_NAME = 3, 9
"""So many are offered that are called nearly so; and so many that are called just so."""


def speaks_against(known: Told, said: Told) -> bool:
    """Whether what is known of a school and what was said of one are not true of the same."""
    (phases, region), (phases2, region2) = known, said
    ages, places = (set(listed(phases)), set(listed(phases2))), (folded(region), folded(region2))
    return (all(ages) and not ages[0] & ages[1]) or (all(places) and places[0] != places[1])


def only(fits: Sequence[One], said: Told, known: Callable[[One], Told]) -> One | None:
    """Of those against which nothing speaks the one that is meant: there is no other, or of no
    other all is known that was said.
    """
    told = [one for one in fits if all(k or not s for k, s in zip(known(one), said, strict=True))]
    some = told if told and any(said) else fits
    return some[0] if len(some) == 1 else None


def put(
    db: Db, network: int, name: str, phases: str, region: str, *, but: Collection[int] = ()
) -> Institution:
    """The one institution that is surely meant, told what was not known of it; where there is none,
    or several may be meant, a new one. `but`: those of which somebody said that it is another one.
    """
    networks.lock(db, network)
    fits = _fitting(db, same(name, stored.every(db, network)), name, (phases, region))
    found = only([one for one in fits if one.id not in but], (phases, region), _known)
    if found is None:
        found = Institution(network_id=network, name=name, phases=phases, region=region)
        db.add(found)
    found.phases, found.region = found.phases or phases, found.region or region
    db.flush()
    return found


def like(db: Db, network: int, name: str, phases: str, region: str) -> list[Institution]:
    """Those that may be meant by what was said of one, if not a single one is that surely; those
    of just this name come first.
    """
    networks.lock(db, network)
    known = stored.every(db, network)
    called = same(name, known)
    fits = _fitting(db, called, name, (phases, region))
    if only(fits, (phases, region), _known):
        return []
    named = _each([*fits, *(standing(db, one) for one in called)])
    others = (standing(db, one) for one in near(name, known))
    return _each([*named, *others])[: max(_NEAREST, min(len(named), _OF_A_NAME))]


def _fitting(db: Db, called: Iterable[Institution], name: str, said: Told) -> list[Institution]:
    """Those on the list that are written so, but for signs, and against which nothing speaks; also
    by the name of what was put into them.
    """
    fits = [
        one
        for one in called
        if _letters(one.name) == _letters(name) and not speaks_against(_known(one), said)
    ]
    return _each([standing(db, one) for one in fits])


def _known(one: Institution) -> Told:
    return one.phases, one.region


def _letters(name: str) -> str:
    """A name without signs; what is wrongly written stays so."""
    return "".join("st" if word in SAINT else word for word in bare(name).split())


def _each(some: Iterable[Institution]) -> list[Institution]:
    return list({number(one.id): one for one in some}.values())
