"""A person's own data as a page that they can read and keep: no script, nothing from outside."""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.pages import page
from bot.store.register.entries import Entry
from bot.views.privacy import HEADS, about
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
                "tables": [_table(entry, rows) for entry, rows in tables if rows],
            }
            for kind, tables in kinds.items()
            if any(rows for _, rows in tables)
        ],
    )


def _table(entry: Entry, rows: Rows) -> dict[str, object]:
    return {
        "name": entry.table.__name__.lower(),
        "columns": [(name, held.purpose) for name, held in entry.columns.items()],
        "rows": [[_shown(row[name]) for name in entry.columns] for row in rows],
    }


def _shown(value: object) -> str:
    return "" if value is None else str(value)
