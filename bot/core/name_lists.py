"""A list of names as pasted: who answers what, and whom of the network each name means. Pure."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

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


def read(text: str, otherwise: str, answer: Answer) -> list[Line]:
    """The names in a text, each once, with what they answer: `otherwise`, where nothing stands."""
    found: dict[str, Line] = {}
    lines = (_line(line, otherwise, answer) for line in _LINES.split(text))
    for one in chain.from_iterable(lines):
        found[_folded(one.name)] = one  # the last word counts
    return list(found.values())


def _line(line: str, otherwise: str, answer: Answer) -> Iterator[Line]:
    line = _ADDRESS.sub(" ", _LEADS.sub("", line))
    alone = _name(" ".join(line.split(" ")), "", answer)
    if alone.said and not _PARTS.search(alone.name):  # an answer may have a comma in it
        return iter((alone,))
    head, colon, rest = line.partition(":")
    if colon and (said := _said(head, answer)):
        otherwise, line = said, rest
    names: list[Line] = []
    for piece in _PARTS.split(line):
        part = " ".join(piece.split())
        said = _said(part, answer)
        if said and names:  # "Kim Lee, yes"
            names[-1] = replace(names[-1], said=said)
        elif part and not said:
            names.append(_name(part, otherwise, answer))
    return (one for one in names if any(map(str.isalpha, one.name)))


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
