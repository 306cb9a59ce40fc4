"""Which school is meant, by its name and what else was said of it: two can be called alike."""

from collections.abc import Collection, Iterable

from bot.core.alike import Told, only, speaks_against
from bot.core.institutions import SAINT, near, same, standing
from bot.core.likeness import bare
from bot.core.people import number
from bot.store import institutions as stored
from bot.store import networks
from bot.store.db import Db
from bot.store.tables import Institution

_NEAREST, _OF_A_NAME = 3, 9
"""So many are offered that are called nearly so; and so many that are called just so."""


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
