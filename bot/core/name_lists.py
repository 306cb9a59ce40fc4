"""A list of names as pasted: who answers what. Pure."""

import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from bot.core import name_words

MOST = 60
"""So many names are taken at once."""
LONGEST = 80
"""Characters in a name."""

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
    lines = [raw.strip() for raw in _LINES.split(text)]
    ways = _Ways(answer, known, is_small=not any(map(_has_capital, _all(lines, answer))))
    reading, found = Reading(), dict[str, Line]()
    for at, raw in enumerate(lines):
        if said := _head(raw, answer):
            otherwise = said
            continue
        names = [*_line(at, raw, otherwise, ways, reading)] if raw else []
        if not names and _ends(raw, otherwise, answer):  # "Not coming", so none below is a yes
            otherwise = ""
        for one in names:
            before = found.get(folded(one.name))
            if before is not None and before.said != one.said:
                reading.twice.append(one.name)
            found[folded(one.name)] = one
    reading.lines = list(found.values())
    return reading


def _all(lines: Iterable[str], answer: Answer) -> Iterator[str]:
    """All that stands in a text where names do."""
    for raw in lines:
        if not _head(raw, answer):
            yield from (one.name for one in _names(_bare(raw), answer)[0])


def _has_capital(name: str) -> bool:
    return any(map(str.isupper, name))


def settled(text: str, pairs: Iterable[Pair], words: Mapping[str, str], *, are_one: bool) -> str:
    """The text with what these pairs are, each one person or two, and what they answer in words."""
    lines = _LINES.split(text)
    for pair in pairs:
        people = (pair.one,) if are_one else pair.two
        lines[pair.at] = "\n".join(f"{one.name}: {words[one.said]}" for one in people)
    return "\n".join(lines)


class _Ways:
    """How a text is read: what is an answer, who is known, and whether all names are in small
    letters, which then say nothing.
    """

    def __init__(self, answer: Answer, known: Collection[str], *, is_small: bool) -> None:
        self.answer, self.is_small = answer, is_small
        self.exact = frozenset(" ".join(name.casefold().split()) for name in known)
        self.known = frozenset(map(folded, known))
        self.firsts = frozenset(folded(name.split()[0]) for name in known if name.strip())
        self.words = tuple(frozenset(name.split()) for name in self.known)


@dataclass(frozen=True, slots=True)
class _Piece:
    """What stands where a name does, with the answer behind it, or the one above."""

    name: str
    own: str = ""
    above: str = ""


def _head(line: str, answer: Answer) -> str:
    """The answer of all who stand below this line, if it is one: "No (3):"."""
    if not line.endswith(":"):
        return ""
    return _said(_COUNT.sub("", _LEADS.sub("", line)), answer)


def _ends(line: str, otherwise: str, answer: Answer) -> bool:
    """Whether those below a line without a name may answer something else than those above it."""
    return name_words.heads(line) or _head(f"{line}:", answer) not in ("", otherwise)


def _bare(raw: str) -> str:
    """A line without its point or number, and without addresses."""
    return _ADDRESS.sub(" ", _LEADS.sub("", raw))


def _line(at: int, raw: str, otherwise: str, ways: _Ways, reading: Reading) -> Iterator[Line]:
    """Those of one line. Where something of it is no name, or nobody knows what they answer, it is
    unread as a whole: what is said there may be said of any of them.
    """
    line = _bare(raw)
    found, strange = _names(line, ways.answer)
    names = [Line(one.name, one.own or one.above or otherwise) for one in found]
    is_alone = len(found) == 1
    is_odd = not all(_is_one(one, ways, is_alone=is_alone) for one in found)
    if strange or is_odd or not all(one.said for one in names):
        names = []
    if not (names or _NOTHING.fullmatch(raw)):
        reading.unread.append(raw)
    if len(names) == _TWO and _may_be_one(line, names, otherwise):
        names = _one_or_two(Pair(at, (names[0], names[1])), ways, reading)
    return iter(names)


def _names(line: str, answer: Answer) -> tuple[list[_Piece], list[str]]:
    """Who stands in a line, and what in it is neither a name nor says what one answers."""
    alone = _piece(" ".join(line.split(" ")), "", answer)
    if alone.own and not _PARTS.search(alone.name):  # an answer may have a comma in it
        return [alone], []
    above = ""
    head, colon, rest = line.partition(":")
    before, _, last = line.rpartition(":")
    if colon and (said := _said(head, answer)):  # "no: Tom, Ben"
        above, line = said, rest
    elif colon and (said := _said(last, answer)):  # "Tom, Ben: no"
        above, line = said, before
    names: list[_Piece] = []
    strange: list[str] = []
    for piece in _PARTS.split(line):
        part = " ".join(piece.split())
        head, colon, rest = part.partition(":")
        if colon and rest.strip() and (said := _said(head, answer)):  # "Kim maybe, no: Tom"
            above, part = said, rest.strip()
        said = _said(part, answer)
        if said and names:  # "Kim Lee, yes"
            names[-1] = replace(names[-1], own=said)
        elif said:
            strange.append(part)
        elif part.strip(" -–—"):
            names.append(_piece(part, above, answer))
    return names, strange


def _is_name(text: str) -> bool:
    """Whether this can be somebody's name, and is no sentence."""
    words = text.split()
    is_short = len(words) <= _WORDS or (
        len(words) <= _LONG and not any(map(name_words.is_small, words))
    )
    return is_short and any(map(str.isalpha, text)) and not set(text) & _NO_NAME


def _is_one(piece: _Piece, ways: _Ways, *, is_alone: bool) -> bool:
    """Whether this is a name and no more. One with an answer or the whole name of somebody known in
    it may say something else; with its own answer behind it ("Si Wong: yes") it is taken as it is.
    """
    name, words = piece.name, piece.name.split()
    if not _is_name(name):
        return False
    if name.casefold() in ways.exact:
        return True
    if name_words.has_signs(name):
        return False
    if folded(name) in ways.known:
        return True
    if piece.own:
        return not name_words.refuses_in_small(name)
    if _says_more(name, ways):
        return False
    return ways.is_small or not name_words.has_small(words) or _is_in_haste(words, ways, is_alone)


def _says_more(name: str, ways: _Ways) -> bool:
    """Whether words stand beside a name, as far as capitals do not tell."""
    words = name.split()
    if len(words) > 1 and any(_said(word, ways.answer) for word in words):
        return True
    if name_words.tells(name) or name_words.has_figures(words):
        return True
    said = frozenset(folded(name).split())
    return any(len(one) >= _TWO and one < said and len(said - one) >= _TWO for one in ways.words)


def _is_in_haste(words: Sequence[str], ways: _Ways, is_alone: bool) -> bool:
    """Whether small letters are a name among others with capitals: part of one that is known, or
    the short name of somebody else that fills a line.
    """
    if any(frozenset(map(folded, words)) <= one for one in ways.words):
        return True
    is_short = is_alone and len(words) <= _TWO and all(map(str.islower, words))
    return is_short and folded(words[0]) not in ways.firsts


def _may_be_one(line: str, names: Sequence[Line], otherwise: str) -> bool:
    """Whether two names may be one that has its surname first."""
    first, then = (one.name.split() for one in names)
    is_short = len(first) == 1 and len(then) <= _TWO
    return is_short and ":" not in line and ";" not in line and names[0].said == otherwise


def _one_or_two(pair: Pair, ways: _Ways, reading: Reading) -> list[Line]:
    """One person or two, as is known of them; else it is to be asked."""
    if {folded(each.name) for each in pair.two} <= ways.known:
        return [*pair.two]
    if folded(pair.one.name) in ways.known:
        return [pair.one]
    reading.pairs.append(pair)
    return [*pair.two]


def _piece(part: str, above: str, answer: Answer) -> _Piece:
    """A name, and behind it maybe an answer of one word or several."""
    for end in (match.start() for match in re.finditer(r"(?<=\S)[\s:=(–—-]", part)):
        name, behind = part[:end], part[end:].strip(" :=()–—-")
        if said := _said(behind, answer):
            return _Piece(name.strip(" :=(–—-"), said)
    return _Piece(part.strip(" :=–—-"), above=above)


def _said(text: str, answer: Answer) -> str:
    text = text.strip(" .!:()\ufe0f")
    return _SIGNS.get(text, "") or (answer(text) if text else "")


def folded(name: str) -> str:
    """Without capitals, accents and points, its words in one order: Lee, Kim is Kim Lee."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    letters = "".join(c if c.isalnum() else " " for c in plain if not unicodedata.combining(c))
    return " ".join(sorted(letters.split()))
