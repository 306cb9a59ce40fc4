"""What may go wrong with the database, in our words."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import exc
from sqlalchemy.engine import URL
from sqlalchemy.orm.exc import StaleDataError


class StoreDown(Exception):
    """The database cannot be used: what is wrong, and how to mend it. Names no password."""

    def __init__(self, what: str, mend: str) -> None:
        super().__init__(f"{what} {mend}")
        self.what = what
        self.mend = mend


class Conflict(Exception):
    """Another transaction was faster. This one has changed nothing, and may be done again."""


class Away(Exception):
    """The database did not do it: it is away, locked or full. Nothing has changed; but where it was
    `cut_off`, nobody knows whether it has.
    """

    cut_off = False


@contextmanager
def contended() -> Iterator[None]:
    """What the driver raises in a transaction is raised as Conflict or Away."""
    try:
        yield
    except (exc.IntegrityError, StaleDataError) as error:
        raise Conflict from error
    except exc.DBAPIError as error:
        # PostgreSQL: a serialization failure, a deadlock.
        if getattr(error.orig, "sqlstate", None) in ("40001", "40P01"):
            raise Conflict from error
        away = Away()
        away.cut_off = error.connection_invalidated
        raise away from error
    except exc.TimeoutError as error:  # every connection was in use for as long as one may wait
        raise Away from error


@contextmanager
def told(url: URL) -> Iterator[None]:
    """What the driver raises while the house starts is raised as StoreDown."""
    try:
        yield
    except exc.DBAPIError as error:
        where = url.render_as_string(hide_password=True)
        why = " ".join(str(error.orig).split())
        mend = (
            "Check that its folder exists, is on a local disk and may be written to."
            if url.get_backend_name() == "sqlite"
            else "Check that the server runs, and DATABASE_URL: host, port, database, user."
        )
        raise StoreDown(f"The database at {where} cannot be used: {why}.", mend) from error
