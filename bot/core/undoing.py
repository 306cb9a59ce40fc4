"""A list of people is taken back: each person and school that is as the list left them."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.store import imports as stored
from bot.store.db import Db
from bot.store.tables import Import, Institution


class BuiltOn(Exception):
    """Nothing of an import can be taken back: something has been done with all that came of it."""


class Earlier(Exception):
    """An import cannot be taken back: an earlier version did not note what stood after it."""


@dataclass(frozen=True, slots=True)
class Stays:
    """What stays of a list that was taken back: people and schools with which something was done
    since, by name; and how many people are not there any more: erased, one with somebody else, or
    in the network anew.
    """

    names: Sequence[str] = ()
    gone: int = 0


def undo(db: Db, row: Import) -> Stays:
    """Take an import back: all of it that is as it was then, and that nothing points at, is as it
    was before. Raises BuiltOn, Earlier.
    """
    said = json.loads(row.made or "{}")
    if row.state != "taken" or not said:
        raise BuiltOn
    if not row.stands.startswith("{"):
        raise Earlier
    then: dict[str, str] = json.loads(row.stands)
    made: dict[str, list[int]] = said["made"]
    stands = stored.stand(db, touched(made, said["filled"]), row.network_id, row.at)
    free = _free(db, then, made, stands)
    goes = {
        table: [key for key in keys if stands.owners.get((table, key)) in free]
        for table, keys in made.items()
    }
    schools = goes.pop("institution", [])
    stored.drop(db, goes)
    used = stored.pointed(db, {"institution": schools}).get("institution", ())
    goes["institution"] = [key for key in schools if key not in used]
    stored.drop(db, {"institution": goes["institution"]})
    back = [one for one in said["filled"] if stands.owners.get((one[0], one[1])) in free]
    if not any(goes.values()) and not back:
        raise BuiltOn
    stored.put_back(db, back)
    row.state, row.made, row.stands = "undone", "", ""
    db.flush()
    gone = sum(one[0] == stored.PERSON and one not in stands.digests for one in then)
    return Stays(_stays(db, made, goes, stands, free), gone)


def _free(
    db: Db, then: Mapping[str, str], made: Mapping[str, Sequence[int]], stands: stored.Stands
) -> set[str]:
    """The people and schools that are as they were then, and at which nothing points."""
    used = {
        stands.owners.get((table, key))
        for table, keys in stored.pointed(db, made).items()
        for key in keys
    }
    return {
        owner
        for owner, digest in stands.digests.items()
        if then.get(owner) == digest and owner not in used
    }


def _stays(
    db: Db,
    made: Mapping[str, Sequence[int]],
    goes: Mapping[str, Sequence[int]],
    stands: stored.Stands,
    free: set[str],
) -> Sequence[str]:
    """The names of what stays; a school among it is the coordinator's from now on, for their list
    named it.
    """
    people = [int(one[1:]) for one in stands.digests if one[0] == stored.PERSON and one not in free]
    went = set(goes["institution"])
    schools = [
        key
        for key in made.get("institution", ())
        if ("institution", key) in stands.owners and key not in went
    ]
    for key in schools:
        if school := db.get(Institution, key):
            school.kept = True
    db.flush()
    return (*stored.names(db, "member", people), *stored.names(db, "institution", schools))


def touched(
    made: Mapping[str, Sequence[int]], was: Iterable[tuple[str, int, str, object]]
) -> dict[str, list[int]]:
    """The numbers of all rows that came of a list or were changed by it."""
    found = {name: dict.fromkeys(numbers) for name, numbers in made.items()}
    for name, key, _, _ in was:
        found.setdefault(name, {})[key] = None
    return {name: list(numbers) for name, numbers in found.items()}
