"""A person's own data as a page that they can read and keep: no script, nothing from outside."""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.core.taken_along import MARK
from bot.pages import page
from bot.store.register.entries import Entry
from bot.views import profiles
from bot.views.kinds_of_data import HEADS, about
from bot.views.words import Words

Rows = Sequence[Mapping[str, Any]]


def html(t: Words, kinds: Mapping[str, Sequence[tuple[Entry, Rows]]]) -> str:
    """The page, with a part for each kind and a table for each kind of row; all is escaped."""
    counts = {
        entry.table.__name__.lower(): len(rows)
        for tables in kinds.values()
        for entry, rows in tables
    }
    return page(
        "my-data.html",
        language=t.language,
        title=t("What I keep about you"),
        intro=t("This is all that I hold on you, as it stood when you asked for it."),
        kinds=[
            {
                "head": HEADS[kind](t, counts),
                "about": about(t, kind),
                "tables": [_table(t, entry, rows) for entry, rows in tables if rows],
            }
            for kind, tables in kinds.items()
            if any(rows for _, rows in tables)
        ],
    )


def _table(t: Words, entry: Entry, rows: Rows) -> dict[str, object]:
    name = entry.table.__name__.lower()
    return {
        "name": name,
        "about": _titles(t).get(name, ""),
        "columns": [(column, held.purpose) for column, held in entry.columns.items()],
        "rows": [[_cell(t, row, column) for column in entry.columns] for row in rows],
    }


def _titles(t: Words) -> dict[str, str]:
    """What some kinds of rows are called by people."""
    return {
        "profile": t("My profile"),
        "interest": t("My topics"),
        "affiliation": t("Where I work"),
    }


def _cell(t: Words, row: Mapping[str, Any], column: str) -> tuple[str, str]:
    """What is meant and, where those are words for it, the key that stands there."""
    value = _shown(row[column])
    said = row.get(f"{column}{MARK}", "") or _words(t, column, value)
    return (said, value) if said and said != value else (value, "")


def _words(t: Words, column: str, value: str) -> str:
    """What a person chose, as it was called when they did."""
    several = value.split()
    match column:
        case "works_as":
            return profiles.work_words(t).get(value, "")
        case "travel":
            return profiles.travel_words(t).get(value, "")
        case "free":
            return "; ".join(profiles.free_words(t, several))
        case "speaks":
            return ", ".join(profiles.tongues(t, several))
        case "kind":
            return _kinds(t).get(value, "")
        case _:
            return ""


def _kinds(t: Words) -> dict[str, str]:
    return {
        "subject": t("What do you teach?"),
        "strength": t("What are you good at?"),
        "wish": t("What would you like to learn?"),
    }


def _shown(value: object) -> str:
    return "" if value is None else str(value)
