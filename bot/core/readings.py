"""The rows of a list of people as they are meant: a name, schools, and what is known of both."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from bot.core import cells, columns
from bot.core.cells import Fault
from bot.core.columns import Head, folded
from bot.core.profiles import PHASES
from bot.core.sheets import Sheet
from bot.core.topics import SURE, Topic, nearest

GUESSES = 400
"""So many words that are no topic are looked at more closely; it takes a while for each."""
TOPICS = 12
"""So many topics of a kind are kept of a person."""
Cells = Mapping[str, list[str]]


@dataclass(frozen=True, slots=True)
class Left:
    """What is not taken: of which sheet and row, why, and what stood there. `whole`: all of the
    row; `other` is the row, or the word, that it is about as well.
    """

    sheet: str
    row: int
    why: Fault
    said: str = ""
    other: str = ""
    whole: bool = False


@dataclass(slots=True)
class Reading:
    """One row: what it says of a person and of their schools."""

    sheet: str
    row: int
    name: str
    schools: list[str] = field(default_factory=list)
    phases: str = ""
    region: str = ""
    priority: bool = False
    works: str = ""
    since: int | None = None
    speaks: str = ""
    topics: dict[str, list[str]] = field(default_factory=dict)
    left: list[Left] = field(default_factory=list)

    def leaves(self, why: Fault, said: str = "", other: str = "") -> None:
        """This of the row is not taken."""
        self.left.append(Left(self.sheet, self.row, why, said, other))


class Vocabulary:
    """Which topic a free word means; a word that may mean one is not taken for it."""

    def __init__(self, known: Sequence[Topic]) -> None:
        self._known = tuple(known)
        self._exact: dict[str, str] = {}
        for topic in known:
            for word in (*topic.names.values(), *topic.also):
                self._exact.setdefault(folded(word), topic.key)
        self._shown = {topic.key: topic for topic in known}
        self._seen: dict[str, tuple[str, int]] = {}

    def means(self, word: str) -> tuple[str, int]:
        """The key of the likeliest topic and how like it is, 0 to 100."""
        said = folded(word)
        if said in self._exact:
            return self._exact[said], 100
        if said not in self._seen:
            if len(self._seen) >= GUESSES:
                return "", 0
            best = next(iter(nearest(word, self._known, 1)), None)
            self._seen[said] = (best[0].key, best[1]) if best else ("", 0)
        return self._seen[said]

    def name(self, key: str, language: str) -> str:
        """What a topic is called; another network's own has no name here."""
        return self._shown[key].name(language) if key in self._shown else ""


def read(
    sheet: Sheet, chosen: Mapping[str, str], vocabulary: Vocabulary, today: date
) -> Iterator[Reading | Left]:
    """The rows of a sheet below its heads; those that say nothing are passed over."""
    head = columns.found(sheet.rows)
    fields = columns.assigned(head, chosen)
    if not {"name", "first", "last"} & set(fields.values()):
        yield Left(sheet.name, 0, Fault.NO_HEADS, sheet.name, whole=True)
        return
    for number, row in enumerate(sheet.rows[head.first :], head.first + 1):
        said = _cells(row, fields)
        if any(said.values()):
            yield _row(sheet.name, number, row, said, head, vocabulary, today)


def _cells(row: Sequence[str], fields: Mapping[int, str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for at, field_ in fields.items():
        cell = row[at] if at < len(row) else ""
        if not cells.is_empty(cell):
            found.setdefault(field_, []).append(cell)
    return found


def _row(
    sheet: str, number: int, row: Sequence[str], said: Cells, head: Head,
    vocabulary: Vocabulary, today: date,
) -> Reading | Left:  # fmt: skip
    if head.first and sum(map(bool, row)) > 1 and _is_head(row, head):
        return Left(sheet, number, Fault.HEADS_AGAIN, whole=True)
    name = _name(said)
    alone = next(cell for given in said.values() for cell in given)
    if sum(map(bool, row)) == 1 and len(head.names) > 1 and cells.is_heading(alone):
        return Left(sheet, number, Fault.HEADING, alone, whole=True)
    if isinstance(name, Fault):
        first = next(filter(None, row), "")
        why = cells.name(first) if name is Fault.NO_NAME else name
        is_total = why is Fault.TOTAL
        return Left(sheet, number, Fault.TOTAL if is_total else name, alone, whole=True)
    found = Reading(sheet, number, name)
    _schools(found, said)
    _work(found, said, today)
    for kind in ("subject", "strength", "wish"):
        if kind in said:
            found.topics[kind] = _topics(found, said[kind], vocabulary)
    return found


def _is_head(row: Sequence[str], head: Head) -> bool:
    return all(cell == name for cell, name in zip(row, head.names, strict=False) if cell)


def _name(said: Cells) -> str | Fault:
    if "name" in said:
        return cells.name(said["name"][0])
    parts = [cells.name(said[key][0]) for key in ("first", "last") if key in said]
    if wrong := next((part for part in parts if isinstance(part, Fault)), None):
        return wrong
    return cells.name(" ".join(parts)) if parts else Fault.NO_NAME


def _schools(found: Reading, said: Cells) -> None:
    """Where they work, and what is known of that school."""
    for cell in said.get("school", ()):
        names = cells.schools(cell)
        if isinstance(names, Fault):
            found.leaves(names, cell)
        else:
            found.schools += [name for name in names if name not in found.schools]
    for cell in said.get("phase", ()):
        phases = cells.phases(cell)
        if isinstance(phases, Fault):
            found.leaves(phases, cell)
        else:
            found.phases = str(phases)
    found.region = " ".join(said.get("region", [""])[0].split())[: cells.SCHOOL]
    if found.region[:1] in ("=", "+", "@"):
        found.leaves(Fault.SCHOOL, found.region)
        found.region = ""
    for cell in said.get("priority", ()):
        answer = cells.priority(cell)
        if isinstance(answer, Fault):
            found.leaves(answer, cell)
        else:
            found.priority = bool(answer)
    if len(found.schools) != 1 and (found.region or found.priority):
        found.leaves(Fault.WHICH_SCHOOL, found.region)
        found.region, found.priority = "", False


def _work(found: Reading, said: Cells, today: date) -> None:
    """What they do, since when, and which languages they speak."""
    for cell in said.get("works", ()):
        works = cells.works(cell)
        if works == cells.TEACHER:
            works = found.phases if found.phases in PHASES else Fault.TEACHES
        if isinstance(works, Fault):
            found.leaves(works, cell)
        else:
            found.works = works
    for key in ("since", "years"):
        if key in said and found.since is None:
            since = cells.year(said[key][0], today, is_span=key == "years")
            if isinstance(since, Fault):
                found.leaves(since, said[key][0])
            else:
                found.since = since
    for cell in said.get("language", ()):
        speaks = cells.languages(cell)
        if isinstance(speaks, Fault):
            found.leaves(speaks, cell)
        else:
            found.speaks = str(speaks)


def _topics(found: Reading, given: Sequence[str], vocabulary: Vocabulary) -> list[str]:
    keys: list[str] = []
    for word in (word for cell in given for word in cells.words(cell)):
        parts = [word] if vocabulary.means(word)[1] >= SURE else cells.halves(word)
        for part in parts:
            key, like = vocabulary.means(part)
            if like >= SURE:
                keys.append(key)
            elif key:
                found.leaves(Fault.NEARLY, part, key)
            else:
                found.leaves(Fault.TOPIC, part)
    return list(dict.fromkeys(keys))[:TOPICS]
