"""Insert or change, in the words of both databases."""

from collections.abc import Callable
from functools import lru_cache
from typing import Any, cast

from sqlalchemy import ColumnElement, Executable, Table, bindparam
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.sql.base import ReadOnlyColumnCollection
from sqlmodel import SQLModel

Columns = ReadOnlyColumnCollection[str, ColumnElement[Any]]
Where = Callable[[Columns, Columns], ColumnElement[bool]]
"""Whether to change the old row into the new one."""


@lru_cache(256)
def upsert(
    dialect: str,
    table: type[SQLModel],
    names: tuple[str, ...],
    key: tuple[str, ...],
    changed: tuple[str, ...],
    where: Where | None,
    back: tuple[str, ...],
) -> Executable:
    """The statement that inserts a row or, where one has this unique key, changes it. Kept, since
    building it takes longer than running it.
    """
    old = cast("Table", table.__table__)  # type: ignore[attr-defined]
    insert = postgresql.insert if dialect == "postgresql" else sqlite.insert
    statement = insert(old).values({name: bindparam(name) for name in names})
    if not changed:
        made = statement.on_conflict_do_nothing(index_elements=key)
    else:
        new = cast("Columns", statement.excluded)
        made = statement.on_conflict_do_update(
            index_elements=key,
            set_={name: new[name] for name in changed},
            where=where(cast("Columns", old.c), new) if where else None,
        )
    if back:
        return made.returning(*(old.c[name] for name in back))
    # SQLAlchemy keeps the count of an insert only where asked to.
    return made.execution_options(preserve_rowcount=True)
