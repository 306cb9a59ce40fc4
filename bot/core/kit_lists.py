"""A list of kits as networks keep it: rows of a table to kits, or why a row is none. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from bot.core import office
from bot.core.columns import folded
from bot.core.sheets import Sheet

NAME, PLACE, NOTE, MOST, DAYS = 60, 40, 500, 9999, 366
KINDS = ("class-set", "kit", "sample", "consumable")
HEADS: Mapping[str, str] = {
    "name": "name kit item what title bezeichnung koffer material nom materiel nome materiale nimi"
    " valine sarja",
    "kind": "kind type art typ genre tipo laji tyyppi",
    "count": "count number pieces quantity how many anzahl stuck menge nombre quantite numero"
    " quantita maara kappaletta",
    "place": "place shelf where location ort regal standort lieu endroit luogo scaffale paikka"
    " hylly",
    "training": "training trained schulung formation formazione koulutus",
    "most": "most at once maximum hochstens max massimo enintaan",
    "days": "days for how many days tage jours giorni paivaa paivat",
    "approval": "approval approve zustimmung accord approvazione hyvaksynta",
    "note": "note notes remark hinweis bemerkung remarque nota huomautus",
}
"""The words of the heads, in five languages; one of several words is written here word by word."""
_KIND_WORDS: Mapping[str, str] = {
    "class-set": "class-set class set classset klassensatz lot de classe set di classe luokkasarja",
    "kit": "kit koffer valise sarja paketti valinepaketti",
    "sample": "sample sample pack muster echantillon campione nayte naytepakkaus",
    "consumable": "consumable to be used up verbrauchsmaterial consommable materiale di consumo"
    " kulutustarvike",
}
_YES = frozenset(["yes", "y", "ja", "j", "oui", "si", "kylla", "x", "true", "1"])
_NO = frozenset(["no", "n", "nein", "non", "ei", "false", "0"])


class Why(StrEnum):
    """Why a row is not taken."""

    NO_NAME = "no name"
    LONG = "long"
    TWICE = "twice"
    KIND = "kind"
    NUMBER = "number"
    YES_NO = "yes or no"
    NO_HEADS = "no heads"
    OUT = "out"


@dataclass(frozen=True, slots=True)
class Fault:
    """A row that is not taken: its number as office programs show it, what stood there, and why."""

    row: int
    why: Why
    said: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A kit as the list has it; what has no column, or an empty cell, is None."""

    row: int
    name: str
    kind: str | None = None
    count: int | None = None
    place: str | None = None
    trained: bool | None = None
    most: int | None = None
    days: int | None = None
    approve: bool | None = None
    note: str | None = None


@dataclass(slots=True)
class Found:
    """The kits of a list, and the rows that are none."""

    lines: list[Line] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)


class _Wrong(Exception):
    def __init__(self, why: Why, said: str = "") -> None:
        super().__init__(why)
        self.why, self.said = why, said


def read(sheets: Sequence[Sheet]) -> Found:
    """The kits of all sheets that have a column of names."""
    found = Found()
    any_heads = False
    for sheet in sheets:
        at, fields = _heads(sheet.rows)
        if not fields:
            continue
        any_heads = True
        for number, row in enumerate(sheet.rows[at + 1 :], at + 2):
            if not any(cell.strip() for cell in row):
                continue
            try:
                line = _line(number, {fields[n]: c for n, c in enumerate(row) if n in fields})
            except _Wrong as wrong:
                found.faults.append(Fault(number, wrong.why, wrong.said))
                continue
            if any(folded(one.name) == folded(line.name) for one in found.lines):
                found.faults.append(Fault(number, Why.TWICE, line.name))
            else:
                found.lines.append(line)
    if not any_heads:
        found.faults.append(Fault(0, Why.NO_HEADS))
    return found


def _heads(rows: Sequence[Sequence[str]]) -> tuple[int, dict[int, str]]:
    """In which row the heads stand, and for each column its field; none where there are none."""
    for at, row in enumerate(rows[:40]):
        fields: dict[int, str] = {}
        for column, cell in enumerate(row):
            meant = next((key for key, words in HEADS.items() if _is_one(cell, words)), "")
            if meant and meant not in fields.values():
                fields[column] = meant
        if "name" in fields.values():
            return at, fields
    return 0, {}


def _is_one(cell: str, words: str) -> bool:
    said = folded(cell)
    return bool(said) and f" {said} " in f" {words} "


def _line(number: int, cells: Mapping[str, str]) -> Line:
    """A row. Raises _Wrong."""
    cells = {key: _plain(said) for key, said in cells.items()}
    name = " ".join(cells.get("name", "").split())
    if not name:
        raise _Wrong(Why.NO_NAME)
    for key, most in (("name", NAME), ("place", PLACE), ("note", NOTE)):
        if len(cells.get(key, "")) > most:
            raise _Wrong(Why.LONG, cells[key])
    return Line(
        number,
        name,
        _kind(cells.get("kind", "")),
        _number(cells.get("count", ""), 0, MOST),
        cells.get("place"),
        _yes(cells.get("training", "")),
        _number(cells.get("most", ""), 1, MOST),
        _number(cells.get("days", ""), 1, DAYS),
        _yes(cells.get("approval", "")),
        cells.get("note"),
    )


def _plain(said: str) -> str:
    """A cell without the sign that keeps office programs from running it."""
    said = said.strip()
    return said[1:] if said.startswith("'") and office.cell(said[1:]) == said else said


def _kind(said: str) -> str | None:
    if not said:
        return None
    if said in KINDS:
        return said
    meant = next((key for key, words in _KIND_WORDS.items() if _is_one(said, words)), None)
    if meant is None:
        raise _Wrong(Why.KIND, said)
    return meant


def _number(said: str, least: int, most: int) -> int | None:
    if not said:
        return None
    if not said.isascii() or not said.isdigit() or not least <= int(said[:9]) <= most:
        raise _Wrong(Why.NUMBER, said)
    return int(said)


def _yes(said: str) -> bool | None:
    if not said:
        return None
    if folded(said) in _YES:
        return True
    if folded(said) in _NO:
        return False
    raise _Wrong(Why.YES_NO, said)
