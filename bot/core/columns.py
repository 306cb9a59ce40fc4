"""What the columns of a list of people hold, by their heads in five languages."""

import csv
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from rapidfuzz import fuzz, process

FIELDS = (
    "name", "first", "last", "school", "phase", "region", "works", "subject", "strength", "wish",
    "since", "years", "language", "priority",
)  # fmt: skip
"""What is taken from a list: a name, whole or in two columns, and what is known of its person."""
SEVERAL = ("school", "subject", "strength", "wish")
"""What may stand in several columns."""
NONE = "none"
"""A column that is not taken."""
LIKE, LOOKED_AT = 86, 40
"""How like a head has to be to a known one; in how many rows it is looked for."""
_SHORT = 4
"""A head of so few letters has to be one of ours as it stands."""
_NO_WORD = re.compile(r"[^0-9A-Za-z]+")


@lru_cache(20_000)
def folded(said: str) -> str:
    """A text as it is compared: small letters without marks, words with single spaces between."""
    if said.isascii():
        return " ".join(_NO_WORD.sub(" ", said).casefold().split())
    plain = unicodedata.normalize("NFKD", said.casefold().replace("ß", "ss"))
    kept = ("" if unicodedata.combining(c) else c if c.isalnum() else " " for c in plain)
    return " ".join("".join(kept).split())


@cache
def words(kind: str) -> Mapping[str, str]:
    """What each word of a kind ("head", "phase", "work") means, in five languages; of a word that
    two of them use, the first.
    """
    text = files("bot.core").joinpath("columns.tsv").read_text(encoding="utf-8")
    found: dict[str, str] = {}
    for row in csv.DictReader(text.splitlines(), delimiter="\t"):
        if row["kind"] == kind:
            for word in row["words"].split(";"):
                found.setdefault(folded(word), row["key"])
    return found


@lru_cache(2000)
def meant(head: str) -> str:
    """The field that a head means, also with a slip of typing; empty where it is none of ours."""
    said = folded(head.partition("(")[0]) or folded(head)
    heads = words("head")
    if said in heads or len(said) <= _SHORT:
        return heads.get(said, "")
    if said.rstrip(" 0123456789") in heads:  # School 1, School 2
        return heads[said.rstrip(" 0123456789")]
    best = process.extractOne(said, list(heads), scorer=fuzz.ratio, score_cutoff=LIKE)
    return heads[best[0]] if best else ""


def known(cells: Sequence[str]) -> int:
    """How many of these cells are heads of ours."""
    return sum(bool(cell) and len(cell) <= LOOKED_AT and bool(meant(cell)) for cell in cells)


@dataclass(frozen=True, slots=True)
class Head:
    """The heads of a sheet, and in which row they stand (the number of the first that follows).
    Without heads `first` is 0 and the columns have numbers.
    """

    names: tuple[str, ...]
    first: int


def found(rows: Sequence[Sequence[str]]) -> Head:
    """The heads of a sheet, below whatever stands above them; heads of two rows are one."""
    top = rows[:LOOKED_AT]
    scores = [n if (n := known(row)) > 1 or 2 * n > sum(map(bool, row)) else 0 for row in top]
    at = max(range(len(top)), key=lambda n: (scores[n], -n), default=0)
    if not top or not scores[at]:
        width = max(map(len, rows), default=0)
        return Head(tuple(str(n + 1) for n in range(width)), 0)
    names = list(top[at])
    if at + 1 < len(top) and _all_known(top[at + 1]):
        below = (*top[at + 1], *[""] * len(names))
        names += [""] * (len(top[at + 1]) - len(names))
        names = [b if b and (meant(b) or not a) else a for a, b in zip(names, below, strict=False)]
        at += 1
    elif at and _all_known(top[at - 1]):
        above = (*top[at - 1], *[""] * len(names))
        names = [a if not meant(n) and meant(a) else n for n, a in zip(names, above, strict=False)]
    return Head(tuple(names), at + 1)


def _all_known(row: Sequence[str]) -> bool:
    """Whether a row beside heads is one of heads as well, and no person or title."""
    return 1 < known(row) == sum(map(bool, row))


def assigned(head: Head, chosen: Mapping[str, str]) -> dict[int, str]:
    """For each column that is taken its field: as it was `chosen` by the head, else as the head
    means it. What can stand in one column only is taken from the first.
    """
    fields: dict[int, str] = {}
    for at, name in enumerate(head.names):
        field = chosen.get(key(name), meant(name) if head.first else "")
        if field in FIELDS and (field in SEVERAL or field not in fields.values()):
            fields[at] = field
    return _with_first_names(head, fields, chosen)


def _with_first_names(
    head: Head, fields: dict[int, str], chosen: Mapping[str, str]
) -> dict[int, str]:
    """What is called a name beside a first name is a last one; a last name alone is the whole."""
    there = set(fields.values())
    for at, field in fields.items():
        if key(head.names[at]) in chosen:
            continue
        if field == "name" and "first" in there and "last" not in there:
            fields[at] = "last"
        elif field in ("first", "last") and not there & {"name", "first", "last"} - {field}:
            fields[at] = "name"
    return fields


def key(head: str) -> str:
    """By what a head is known again, in all sheets of a list."""
    return folded(head) or head.strip()
