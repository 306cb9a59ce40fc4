"""How the register says what is kept: an entry for each table, and in it a line for each column."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from sqlalchemy import ColumnElement, or_
from sqlmodel import col

from bot.store.tables import Row

Seen = Literal["nobody", "the person", "coordinators", "the network"]
Mine = Callable[[int], ColumnElement[bool]]
Columns = Mapping[str, "Held"]

WITH_NETWORK = "as long as the network"
WITH_NETWORK_OR_PERSON = "as long as the network, or until the person is erased"
UNTIL_UNNAMED = "until nobody names it any more"
UNTIL_ERASED = "until the person is erased"
WITH_HOUSE = "as long as the house runs"


@dataclass(frozen=True, slots=True)
class Held:
    """What a column is for, who sees it, and until when it is kept."""

    purpose: str
    seen: Seen
    until: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A table with its columns; `mine` finds a person's rows in it, where it can hold any.

    Erasing a person deletes those rows or, where `empties` names columns, only takes them out of
    those. Out of what `clears` names they are taken as well; that makes a row not theirs. What is
    not `copied` is another one's word on them, and stands in no copy. `blanks`: with whom a column
    names, the texts go that they typed into these.
    """

    table: type[Row]
    columns: Columns
    mine: Mine | None = None
    empties: tuple[str, ...] = ()
    clears: tuple[str, ...] = ()
    copied: bool = True
    blanks: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def goes(table: type[Row], columns: Columns, *by: str, clears: tuple[str, ...] = ()) -> Entry:
    """A table whose rows go with the person whom one of these columns names; rows of others only
    lose who is erased, where `clears` names them.
    """
    return Entry(table, columns, _names(table, by), clears=clears)


def stays(
    table: type[Row],
    columns: Columns,
    *by: str,
    blanks: Mapping[str, tuple[str, ...]] | None = None,
) -> Entry:
    """A table whose rows stay, without the person whom these columns name, and without what that
    person typed into those that it `blanks`.
    """
    return Entry(table, columns, _names(table, by), empties=by, blanks=blanks or {})


def _names(table: type[Row], by: tuple[str, ...]) -> Mine:
    return lambda member: or_(*(col(getattr(table, name)) == member for name in by))


def rest(seen: Seen, until: str, /, **purposes: str) -> dict[str, Held]:
    """Columns that are seen by the same people, and kept for as long, with what each is for."""
    return {name: Held(purpose, seen, until) for name, purpose in purposes.items()}


def numbered(seen: Seen, until: str, /, **purposes: str) -> dict[str, Held]:
    """The columns of a table whose rows have numbers."""
    return rest(seen, until, **{"id": "to tell rows apart"} | purposes)


def of_meeting(seen: Seen, until: str, /, **purposes: str) -> dict[str, Held]:
    """The columns of a table whose rows belong to a meeting, where they say nothing else of it."""
    owners = {"network_id": "whose meeting", "meeting_id": "of which meeting"}
    return numbered(seen, until, **owners | purposes)
