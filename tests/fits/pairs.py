"""The labelled requests and offers, read from their files."""

import csv
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Text:
    """What somebody asks for or offers, in their own words."""

    id: str
    language: str
    kind: str
    phase: str
    words: str


@dataclass(frozen=True, slots=True)
class Half:
    """Requests, offers, and of each request the offers that are right for it."""

    requests: tuple[Text, ...]
    offers: tuple[Text, ...]
    right: dict[str, frozenset[str]]


def half(name: str) -> Half:
    """The half that is called "tuning" or "frozen"."""
    requests, offers = (_texts(FOLDER / name / f"{what}.tsv") for what in ("requests", "offers"))
    labels = _rows(FOLDER / name / "labels.tsv")
    right = {
        one.id: frozenset(offer for request, offer in labels if request == one.id)
        for one in requests
    }
    return Half(requests, offers, right)


def _texts(path: Path) -> tuple[Text, ...]:
    return tuple(Text(*row) for row in _rows(path))


def _rows(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))[1:]
