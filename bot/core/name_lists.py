"""A list of names as pasted: who answers what, and whom of the network each name means. Pure."""

import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

MOST = 60
"""So many names are taken at once."""
LONGEST = 80
"""Characters in a name."""
LIKE = 78
"""From this likeness on, of 100, somebody of the network may be meant."""

Answer = Callable[[str], str]
"""The answer that a text is, or nothing."""
_PARTS = re.compile(r"[,;\t]+")
_LINES = re.compile(r"[\n\r]+")
_LEADS = re.compile(r"^\s*(?:[-*•–—]+\s+|\d{1,3}[.)]\s*)")
_ADDRESS = re.compile(r"<[^<>]*>|\S+@\S+")
_COUNT = re.compile(r"\s*\(?\d+\)?\s*(?=:$)")
_NOTHING = re.compile(r"[\s\-–—_*•.,;:=#]*")
_WORDS, _LONG, _TWO = 5, 9, 2
"""The most words of a name, of one written as names are ("Maria del Carmen de la Cruz Lopez"), and
so many people may be one who has the surname first.
"""
_SMALL = re.compile(
    "a[flv]|bin|da[ls]?|de[ilnrs]?|della|d[iou]|dos|el?|l[ae]s?|los|te[nr]|van|vo[mn]|y|zu[mr]?"
)
"""Words of a name that stand in it without a capital."""
_NO_NAME = frozenset(":=")
_SIGNS = {"✓": "yes", "✔": "yes", "✅": "yes", "👍": "yes", "❌": "no", "👎": "no", "✗": "no"}


@dataclass(frozen=True, slots=True)
class Line:
    """Somebody who answers. `member`: who of the network it is, `like`: who it may be, with the
    name that they have there.
    """

    name: str
    said: str
    member: int | None = None
    like: str = ""


@dataclass(frozen=True, slots=True)
class Pair:
    """What stands in a line of the text as "Lee, Kim": two people or, surname first, one."""

    at: int
    two: tuple[Line, Line]

    @property
    def names(self) -> str:
        """As it stands there."""
        return ", ".join(one.name for one in self.two)

    @property
    def one(self) -> Line:
        """Who it is, if it is one."""
        first, then = self.two
        return replace(then, name=f"{then.name} {first.name}")


@dataclass(slots=True)
class Reading:
    """What a pasted text is understood to say. `unread`: what is no name and no answer; `twice`:
    names with two answers; `pairs`: what may be one person or two.
    """

    lines: list[Line] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    twice: list[str] = field(default_factory=list)
    pairs: list[Pair] = field(default_factory=list)

    @property
    def is_settled(self) -> bool:
        """Whether nothing has to be asked before it can be kept."""
        return not (self.twice or self.pairs)


def read(text: str, otherwise: str, answer: Answer, known: Collection[str] = ()) -> Reading:
    """The names in a text, each once, with what they answer: `otherwise`, where nothing stands, or
    what stood above them. `known` are names of the network.
    """
    ways = _Ways(answer, frozenset(map(_folded, known)))
    reading, found = Reading(), dict[str, Line]()
    for at, raw in enumerate(map(str.strip, _LINES.split(text))):
        if said := _head(raw, answer):
            otherwise = said
            continue
        for one in _line(at, raw, otherwise, ways, reading) if raw else ():
            before = found.get(_folded(one.name))
            if before is not None and before.said != one.said:
                reading.twice.append(one.name)
            found[_folded(one.name)] = one
    reading.lines = list(found.values())
    return reading


def settled(text: str, pairs: Iterable[Pair], words: Mapping[str, str], *, are_one: bool) -> str:
    """The text with what these pairs are, each one person or two, and what they answer in words."""
    lines = _LINES.split(text)
    for pair in pairs:
        people = (pair.one,) if are_one else pair.two
        lines[pair.at] = "\n".join(f"{one.name}: {words[one.said]}" for one in people)
    return "\n".join(lines)


@dataclass(frozen=True, slots=True)
class _Ways:
    """How a text is read."""

    answer: Answer
    known: frozenset[str]


def _head(line: str, answer: Answer) -> str:
    """The answer of all who stand below this line, if it is one: "No (3):"."""
    if not line.endswith(":"):
        return ""
    return _said(_COUNT.sub("", _LEADS.sub("", line)), answer)


def _line(at: int, raw: str, otherwise: str, ways: _Ways, reading: Reading) -> Iterator[Line]:
    """Those of one line, and into the reading what of it is none or has to be asked."""
    line = _ADDRESS.sub(" ", _LEADS.sub("", raw))
    found, strange = _names(line, "", ways.answer)
    odd = [one.name for one in found if not _is_one(one, ways)]
    if odd or strange or not (found or _NOTHING.fullmatch(raw)):
        reading.unread += [raw] if len(found) == len(odd) else [*odd, *strange]
    names = [replace(one, said=one.said or otherwise) for one in found if _is_one(one, ways)]
    if len(names) == _TWO and not odd and _may_be_one(line, names, otherwise):
        names = _one_or_two(Pair(at, (names[0], names[1])), ways, reading)
    return iter(names)


def _names(line: str, otherwise: str, answer: Answer) -> tuple[list[Line], list[str]]:
    """Who stands in a line, and what in it is neither a name nor says what one answers."""
    alone = _name(" ".join(line.split(" ")), "", answer)
    if alone.said and not _PARTS.search(alone.name):  # an answer may have a comma in it
        return [alone], []
    head, colon, rest = line.partition(":")
    before, _, last = line.rpartition(":")
    if colon and (said := _said(head, answer)):  # "no: Tom, Ben"
        otherwise, line = said, rest
    elif colon and (said := _said(last, answer)):  # "Tom, Ben: no"
        otherwise, line = said, before
    names: list[Line] = []
    strange: list[str] = []
    for piece in _PARTS.split(line):
        part = " ".join(piece.split())
        head, colon, rest = part.partition(":")
        if colon and rest.strip() and (said := _said(head, answer)):  # "Kim maybe, no: Tom"
            otherwise, part = said, rest.strip()
        said = _said(part, answer)
        if said and names:  # "Kim Lee, yes"
            names[-1] = replace(names[-1], said=said)
        elif said:
            strange.append(part)
        elif part.strip(" -–—"):
            names.append(_name(part, otherwise, answer))
    return names, strange


def _is_name(text: str) -> bool:
    """Whether this can be somebody's name, and is no sentence."""
    words = text.split()
    is_short = len(words) <= _WORDS or (len(words) <= _LONG and all(map(_is_part, words)))
    return is_short and any(map(str.isalpha, text)) and not set(text) & _NO_NAME


def _is_part(word: str) -> bool:
    return word[0].isupper() or _SMALL.fullmatch(word) is not None


def _is_one(line: Line, ways: _Ways) -> bool:
    """Whether this is a name and no more. One with an answer or the whole name of somebody known in
    it may say something else; with its own answer behind it ("Si Wong: yes") it is taken as it is.
    """
    if not _is_name(line.name):
        return False
    words = set(_folded(line.name).split())
    if line.said or _folded(line.name) in ways.known:
        return True
    if len(words) > 1 and any(_said(word, ways.answer) for word in line.name.split()):
        return False
    whole = (set(one.split()) for one in ways.known)
    return not any(len(one) >= _TWO and one < words and len(words - one) >= _TWO for one in whole)


def _may_be_one(line: str, names: Sequence[Line], otherwise: str) -> bool:
    """Whether two names may be one that has its surname first."""
    first, then = (one.name.split() for one in names)
    is_short = len(first) == 1 and len(then) <= _TWO
    return is_short and ":" not in line and ";" not in line and names[0].said == otherwise


def _one_or_two(pair: Pair, ways: _Ways, reading: Reading) -> list[Line]:
    """One person or two, as is known of them; else it is to be asked."""
    if {_folded(each.name) for each in pair.two} <= ways.known:
        return [*pair.two]
    if _folded(pair.one.name) in ways.known:
        return [pair.one]
    reading.pairs.append(pair)
    return [*pair.two]


def _name(part: str, otherwise: str, answer: Answer) -> Line:
    """A name, and behind it maybe an answer of one word or several."""
    for end in (match.start() for match in re.finditer(r"(?<=\S)[\s:=(–—-]", part)):
        name, behind = part[:end], part[end:].strip(" :=()–—-")
        if said := _said(behind, answer):
            return Line(name.strip(" :=(–—-"), said)
    return Line(part.strip(" :=–—-"), otherwise)


def _said(text: str, answer: Answer) -> str:
    text = text.strip(" .!:()\ufe0f")
    return _SIGNS.get(text, "") or (answer(text) if text else "")


def matched(lines: Sequence[Line], known: Sequence[tuple[int, str]]) -> list[Line]:
    """The lines, each with who of the network it means, or may mean. Nobody is meant twice."""
    from rapidfuzz import fuzz  # noqa: PLC0415 -- used for little else

    folded = [(number, name, _folded(name)) for number, name in known if name]
    found: list[Line] = []
    taken: set[int] = set()
    for line in lines:
        wanted = _folded(line.name)
        same = [number for number, _, name in folded if name == wanted and number not in taken]
        if same:
            found.append(replace(line, member=same[0]))
            taken.add(same[0])
            continue
        scored = [
            (max(fuzz.ratio(wanted, name), _part(wanted, name)), known_as)
            for number, known_as, name in folded
            if number not in taken
        ]
        score, like = max(scored, default=(0.0, ""))
        found.append(replace(line, like=like if score >= LIKE else ""))
    return [_still_free(line, found, known) for line in found]


def _part(wanted: str, name: str) -> float:
    """Ben may be Ben Carter."""
    words = set(wanted.split())
    return 90.0 if words and words < set(name.split()) else 0.0


def _still_free(line: Line, found: Sequence[Line], known: Sequence[tuple[int, str]]) -> Line:
    """Who is meant by another line is not asked for."""
    taken = {one.member for one in found if one.member is not None}
    free = {name for number, name in known if number not in taken}
    return line if line.like in free else replace(line, like="")


def _folded(name: str) -> str:
    """Without capitals, accents and points, its words in one order: Lee, Kim is Kim Lee."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    letters = "".join(c if c.isalnum() else " " for c in plain if not unicodedata.combining(c))
    return " ".join(sorted(letters.split()))
