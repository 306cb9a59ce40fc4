"""A list of people against those of a network: who is new, what is added, and what is not taken.

Nothing that stands is ever changed: what is empty is filled, and of who has spoken for themselves
nothing is touched. So the same list, taken in again, changes nothing.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from bot.core import cells
from bot.core.cells import Fault
from bot.core.columns import folded
from bot.core.listed_schools import School, Schools
from bot.core.profiles import PHASES, listed
from bot.core.readings import Left, Reading

Same = Literal["ask", "same", "other"]
"""Who has the name of somebody who is there, but no school in common with them: nobody knows yet,
the same person, or somebody else.
"""
SAME: tuple[Same, ...] = ("ask", "same", "other")
NEARLY, LIKELY = 88, 5
"""From this likeness on, of 100, a name may be a slip of another; so many others are looked at."""


@dataclass(slots=True)
class Person:
    """A person as they stand (`id` 0: they do not yet), and what is added to them.

    `schools` are keys of schools, with whether they are still there. `is_open`: they have said
    nothing of themselves, so something may be added; `gone`: they have left the network.
    """

    name: str
    id: int = 0
    row: str = ""
    gone: bool = False
    is_open: bool = True
    is_guest: bool = False
    works: str = ""
    since: int | None = None
    speaks: str = ""
    topics: Mapping[str, set[str]] = field(default_factory=dict)
    schools: dict[str, bool] = field(default_factory=dict)
    gets: dict[str, str | int] = field(default_factory=dict)
    gets_topics: dict[str, list[str]] = field(default_factory=dict)
    gets_schools: list[str] = field(default_factory=list)
    promoted: bool = False
    is_new: bool = False

    @property
    def changes(self) -> bool:
        """Whether anything is added to who is there."""
        return bool(self.gets or self.gets_topics or self.gets_schools or self.promoted)


@dataclass(slots=True)
class Plan:
    """What taking a list in does; `same`: how many are there already with all of it."""

    people: list[Person] = field(default_factory=list)
    schools: dict[str, School] = field(default_factory=dict)
    left: list[Left] = field(default_factory=list)

    @property
    def new(self) -> list[Person]:
        """Who is not there yet."""
        return [person for person in self.people if person.is_new or not person.id]

    @property
    def filled(self) -> list[Person]:
        """Who is there, and gets something."""
        there = (person for person in self.people if person.id and not person.is_new)
        return [person for person in there if person.changes]

    @property
    def same(self) -> int:
        """How many are there with all of it."""
        return len(self.people) - len(self.new) - len(self.filled)

    @property
    def reasons(self) -> list[Left]:
        """What is not taken, whole rows first."""
        return sorted(self.left, key=lambda one: not one.whole)

    @property
    def rows_left(self) -> int:
        """How many rows are not taken."""
        return sum(one.whole and bool(one.row) for one in self.left)

    @property
    def changes(self) -> bool:
        """Whether anything is changed at all."""
        return bool(self.new or self.filled or any(s.gets or not s.id for s in self.used()))

    def used(self) -> list[School]:
        """The schools that are made or added to."""
        each = {id(school): school for school in self.schools.values()}
        return [school for school in each.values() if school.gets or not school.id]

    @property
    def asks(self) -> bool:
        """Whether there are names of which nobody knows yet whose they are."""
        return bool(self.asked)

    @property
    def asked(self) -> list[str]:
        """The names of which nobody knows yet whose they are."""
        unclear = (Fault.ELSEWHERE, Fault.SAME_ABOVE)
        return list(dict.fromkeys(one.said for one in self.left if one.why in unclear))


class Roster:
    """Goes through a list row by row; each sees those before it."""

    def __init__(
        self,
        people: Iterable[Person],
        schools: Schools,
        same: Same,
        erased: Callable[[str], bool],
    ) -> None:
        self._same, self._erased = same, erased
        self._by_name: dict[str, list[Person]] = {}
        for person in people:
            self._by_name.setdefault(cells.same_name(person.name), []).append(person)
        self._there = {name: list(some) for name, some in self._by_name.items()}
        self._known = schools
        self.plan = Plan(schools=schools.by_key)
        self._met: set[int] = set()
        self._unclear: list[tuple[Reading, Person, str]] = []

    def take(self, row: Reading) -> None:
        """One row of the list."""
        namesakes = self._by_name.get(cells.same_name(row.name), [])
        found = self._who(row, namesakes)
        if isinstance(found, Left):
            self.plan.left.append(found)
            return
        place = f"{row.sheet}: {row.row}" if row.sheet else str(row.row)
        if id(found) in self._met:
            row.leaves(Fault.TWICE, row.name, found.row)
        else:
            self._met.add(id(found))
            self.plan.people.append(found)
            found.row = place
        for said in row.schools:
            if not self._place(row, found, said):
                self._unclear.append((row, found, said))
        self._add(row, found)
        self.plan.left += row.left

    def finish(self) -> Plan:
        """The whole list, to be called when all rows were taken: what some have told of schools may
        say which one others mean; where it does not, the school is left out.
        """
        left: list[tuple[Reading, Person, str]] = []
        while len(left) != len(self._unclear):
            left, self._unclear = self._unclear, []
            for row, person, said in left:
                before = len(row.left)
                if not self._place(row, person, said):
                    self._unclear.append((row, person, said))
                self.plan.left += row.left[before:]
        self.plan.left += [
            Left(row.sheet, row.row, Fault.SEVERAL_SCHOOLS, said) for row, _, said in left
        ]
        return self.plan

    def _who(self, row: Reading, namesakes: list[Person]) -> Person | Left:
        """Whom a row is about: somebody who is there, somebody new, or nobody knows."""
        meant = [self._meant(row, said) for said in row.schools]
        here = {key for keys in meant for key in keys}
        # A school of which nobody knows which one it is, is left out: as if none was said.
        is_sure = any(len(keys) == 1 for keys in meant)
        fits = [p for p in namesakes if here & p.schools.keys() or not (is_sure or p.schools)]
        if not fits and self._same == "same":
            fits = namesakes
        if len(fits) > 1:
            return _left(row, Fault.SEVERAL_ELSEWHERE if here else Fault.SEVERAL)
        if fits:
            return _left(row, Fault.GONE) if fits[0].gone else fits[0]
        if namesakes and not (self._same == "other" and is_sure):
            above = next((p.row for p in namesakes if not p.id), "")
            return _left(row, Fault.SAME_ABOVE if above else Fault.ELSEWHERE, above)
        if self._erased(cells.same_name(row.name)):
            return _left(row, Fault.ERASED)
        if like := self._like(row.name, here):
            row.leaves(Fault.LIKE, row.name, like)
        made = Person(row.name)
        self._by_name.setdefault(cells.same_name(row.name), []).append(made)
        return made

    def _meant(self, row: Reading, said: str) -> list[str]:
        """The keys of the schools that may be meant, by what the row says of its only one."""
        is_one = len(row.schools) == 1
        return self._known.meant(said, (row.phases, row.region) if is_one else ("", ""))

    def _like(self, said: str, here: set[str]) -> str:
        """Whose name this nearly is, of those who were there, at the same school or none."""
        from rapidfuzz import fuzz, process  # noqa: PLC0415 -- used for little else

        wanted = cells.same_name(said)
        for name, _, _ in process.extract(
            wanted, self._there.keys(), scorer=fuzz.ratio, score_cutoff=NEARLY, limit=LIKELY
        ):
            for person in self._there[name] if name != wanted else ():
                if not here or not person.schools or here & person.schools.keys():
                    return "" if person.gone else person.name
        return ""

    def _place(self, row: Reading, person: Person, said: str) -> bool:
        """They are at a school, and what the row says of it is known; returns whether it is clear
        which one is meant.
        """
        keys = self._meant(row, said)
        at = [key for key in keys if key in person.schools]
        if len(keys) > 1 and len(at) != 1:
            return any(person.schools[key] for key in at)
        key = at[0] if at else keys[0]
        if (at and not person.schools[key]) or not (at or person.is_open):
            row.leaves(Fault.THEIRS, said)
        elif not at:
            self._known.make(key, said)
            person.schools[key] = True
            person.gets_schools.append(key)
        if len(row.schools) == 1 and (school := self.plan.schools.get(key)):
            _describe(school, row)
        return True

    def _add(self, row: Reading, person: Person) -> None:
        """What a row says of a person, where nothing stands yet."""
        person.promoted = person.promoted or (person.is_guest and bool(person.id))
        said = {"works": row.works, "since": row.since, "speaks": row.speaks}
        for key, value in said.items():
            if not value:
                continue
            stands = getattr(person, key) or person.gets.get(key)
            if not stands and person.is_open:
                person.gets[key] = value
            elif stands != value:
                row.leaves(Fault.STAYS if person.is_open else Fault.THEIRS, str(value))
        for kind, keys in row.topics.items():
            stands = person.topics.get(kind, set())
            fresh = [key for key in keys if key not in stands]
            if fresh and person.is_open and not stands:
                mine = person.gets_topics.setdefault(kind, [])
                mine += [key for key in fresh if key not in mine]
            elif fresh:
                row.leaves(Fault.STAYS if person.is_open else Fault.THEIRS)


def _left(row: Reading, why: Fault, other: str = "") -> Left:
    return Left(row.sheet, row.row, why, row.name, other, whole=True)


def _describe(school: School, row: Reading) -> None:
    """What a row says of a school, where nothing stands yet; several phases add up."""
    if row.phases and not school.phases:
        both = {*listed(row.phases), *listed(str(school.gets.get("phases", "")))}
        school.gets["phases"] = " ".join(phase for phase in PHASES if phase in both)
    elif not set(listed(row.phases)) <= set(listed(school.phases)):
        row.leaves(Fault.STAYS, row.phases)
    region = school.region or school.gets.get("region")
    if row.region and not region:
        school.gets["region"] = row.region
    elif row.region and folded(row.region) != folded(str(region)):
        row.leaves(Fault.STAYS, row.region)
    if row.priority and not school.priority:
        school.gets["priority"] = True
