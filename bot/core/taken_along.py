"""What somebody takes along of their own data, with words beside the keys that rows point with."""

from collections.abc import Callable, Mapping, Sequence

from bot.core import topics
from bot.store.db import Db
from bot.store.profiles import OWN
from bot.store.tables import Institution, Meeting, Member, Network, Question, Row, Topic

Rows = Sequence[Mapping[str, object]]
MARK = " (in words)"
"""What a column with words is called, after the column with the key that they say."""


def in_words(db: Db, held: Mapping[str, Rows], language: str) -> dict[str, list[dict[str, object]]]:
    """The same rows; where a column has a key, what is meant by it follows in one of its own. All
    columns that there were are there as they were.
    """
    names: dict[str, Callable[[object], str]] = {
        "network_id": lambda key: _called(db, Network, key, "name"),
        "meeting_id": lambda key: _called(db, Meeting, key, "title"),
        "question_id": lambda key: _called(db, Question, key, "words"),
        "institution_id": lambda key: _called(db, Institution, key, "name"),
        "was_at": lambda key: _called(db, Institution, key, "name"),
        "other_id": lambda key: _called(db, Member, key, "name"),
        "topic": lambda key: _topic(db, str(key), language),
    }
    return {
        table: [
            {**row, **{f"{key}{MARK}": names[key](row[key]) for key in names if key in row}}
            for row in rows
        ]
        for table, rows in held.items()
    }


def _called(db: Db, table: type[Row], key: object, by: str) -> str:
    row = db.get(table, key) if isinstance(key, int) else None
    return str(getattr(row, by)) if row is not None else ""


def _topic(db: Db, key: str, language: str) -> str:
    own = key.removeprefix(OWN)
    if own != key:
        return _called(db, Topic, int(own), "name") if own.isdigit() else ""
    found = topics.vocabulary().get(key)
    return found.name(language) if found else ""
