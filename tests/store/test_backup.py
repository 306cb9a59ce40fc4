"""A backup holds all there is, whichever database it comes from or goes to, and is restored whole
or not at all.
"""

import stat
import threading
import tracemalloc
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import insert
from sqlmodel import col, func, select

from bot.store import backup, migrations
from bot.store.db import Store
from bot.store.faults import StoreDown
from bot.store.restore import restore
from bot.store.tables import EPOCH, NEVER, Delivery, Inbox, Lane, Member, Network, SetUpCode
from tests.store.filling import Rows, everything, fill

MADE = datetime(2026, 12, 1, 3, tzinfo=UTC)
CRASH = MADE + timedelta(hours=9)
Size = Callable[[int, int], int]
Urls = tuple[str, str]


@pytest.fixture(params=["sqlite to postgres", "postgres to sqlite"])
def urls(request: pytest.FixtureRequest) -> Urls:
    """A database to back up, and an empty one of the other kind."""
    one, _, other = request.param.partition(" to ")
    return request.getfixturevalue(f"empty_{one}_url"), request.getfixturevalue(
        f"empty_{other}_url"
    )


def save(store: Store, folder: Path) -> Path:
    path = folder / "backup.zip"
    backup.write(store, path, version="1", now=MADE)
    return path


def content(store: Store) -> Rows:
    with store.snapshot() as connection:
        return everything(connection)


def on_hold(rows: Rows) -> Rows:
    """What becomes of rows, none of which waited, when they are restored."""
    for row in rows["network"]:
        row["held_since"] = MADE.replace(tzinfo=None)
    for row in rows["lane"]:
        row |= {"owner": "", "rest_until": EPOCH.replace(tzinfo=None), "next_at": None}
    return rows | {"bucket": [], "lease": []}


def test_every_table_and_column_comes_back_equal(urls: Urls, tmp_path: Path) -> None:
    one, other = Store(urls[0]), Store(urls[1])
    one.migrate()
    with one.making() as connection:
        fill(connection)
    before = content(one)
    assert all(len(rows) == 2 for rows in before.values())

    restore(other, save(one, tmp_path), CRASH)
    assert other.revision_is_head()
    assert content(other) == on_hold(before)
    with other.write() as db:
        db.add(Member(name="Ana"))
        db.flush()
        assert db.one_value(select(func.count(col(Member.id)))) == 3
    one.close()
    other.close()


def test_one_of_an_earlier_revision_is_brought_up_to_date(urls: Urls, tmp_path: Path) -> None:
    one, other = Store(urls[0]), Store(urls[1])
    with one.making() as connection:
        migrations.upgrade(connection, "0001")
        fill(connection)
    before = on_hold(content(one))
    path = save(one, tmp_path)
    assert backup.check(path).revision == "0001"

    restore(other, path, CRASH)
    assert other.revision_is_head()
    after = content(other)
    assert {
        name: [{column: row[column] for column in before[name][0]} for row in after[name]]
        for name in before
        if before[name]
    } == {name: rows for name, rows in before.items() if rows}
    one.close()
    other.close()


def test_it_is_written_while_the_house_runs_and_is_of_one_instant(
    store: Store, tmp_path: Path, size: Size
) -> None:
    go_on = threading.Event()
    go_on.set()

    def work() -> None:
        number = 0
        while go_on.is_set():
            number += 1
            with store.write() as db:
                db.add(SetUpCode(digest=str(number), made_at=MADE))
                db.add(Inbox(platform="test", call=str(number), came_at=MADE))

    worker = threading.Thread(target=work)
    worker.start()
    counts = []
    for number in range(size(20, 5)):
        head = backup.write(store, tmp_path / f"{number}.zip", version="1", now=MADE)
        counts.append((head.tables["setupcode"].rows, head.tables["inbox"].rows))
    go_on.clear()
    worker.join()

    assert all(codes == calls for codes, calls in counts)
    assert counts[-1] > counts[0]


def test_it_needs_little_memory_however_much_there_is(
    sqlite_store: Store, tmp_path: Path, size: Size, figure: Callable[[str], None]
) -> None:
    many = size(200_000, 20_000)
    # What each table costs once, its statements and the like, is no matter of how much there is.
    needed_for_none = _needed(sqlite_store, tmp_path / "none")
    with sqlite_store.making() as connection:
        rows = [
            {"platform": "test", "call": "c" * 90 + str(i), "came_at": MADE} for i in range(many)
        ]
        connection.execute(insert(Inbox), rows)
        del rows
    needed = _needed(sqlite_store, tmp_path / "many")
    figure(f"{many} rows backed up and restored with {needed / 1e6:.1f} MB")
    assert max(needed_for_none, needed) < 12e6
    assert needed < needed_for_none + 0.5e6


def _needed(store: Store, folder: Path) -> int:
    """The most bytes that backing a database up and restoring it took at once."""
    folder.mkdir()
    other = Store(f"sqlite:///{folder / 'other.db'}")
    other.migrate()
    tracemalloc.start()
    restore(other, save(store, folder), CRASH)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    other.close()
    return peak


def test_it_is_for_its_owner_alone_and_never_goes_over_another(
    sqlite_store: Store, tmp_path: Path
) -> None:
    path = save(sqlite_store, tmp_path / "backups")

    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [file.name for file in path.parent.iterdir()] == ["backup.zip"]
    with pytest.raises(FileExistsError):
        save(sqlite_store, tmp_path / "backups")


def test_where_there_is_no_database_nothing_is_written(
    empty_sqlite_url: str, tmp_path: Path
) -> None:
    store = Store(empty_sqlite_url)
    with pytest.raises(StoreDown, match="no database yet"):
        save(store, tmp_path / "backups")

    assert list((tmp_path / "backups").iterdir()) == []
    store.close()


HOUR = timedelta(hours=1)
STATES = {
    # what it was: its state, when it was due, what it shows; what it is after the restore
    "waited": (("waiting", CRASH + HOUR, "meeting.today"), "held"),
    "was due meanwhile": (("waiting", MADE + HOUR, "meeting.today"), "unconfirmed"),
    "was due before": (("waiting", MADE - HOUR, "meeting.today"), "unconfirmed"),
    "was under way": (("sending", MADE, "meeting.today"), "unconfirmed"),
    "told of others": (("waiting", MADE, "network.undelivered"), "cancelled"),
    **{
        state: ((state, MADE, "meeting.today"), state)
        for state in ("sent", "cancelled", "skipped", "expired", "failed", "unconfirmed", "held")
    },
}


def test_what_was_to_be_sent_is_held(urls: Urls, tmp_path: Path) -> None:
    one, other = Store(urls[0]), Store(urls[1])
    one.migrate()
    with one.write() as db:
        db.add(Network(name="N", language="en", zone="Europe/London", begun_at=MADE))
        db.add(Lane(platform="t", workspace="w", kind="channel", target="c", next_at=MADE))
        db.flush()
        for name, ((state, due, view), _) in STATES.items():
            db.add(
                Delivery(
                    network_id=1, lane_id=1, idem_key=name, view=view, subject="1",
                    due=due, state=state, wanted=1, edit_due=MADE,
                )
            )  # fmt: skip
    restore(other, save(one, tmp_path), CRASH)

    with other.read() as db:
        rows = {row.idem_key: row for row in db.all(select(Delivery))}
    assert {name: row.state for name, row in rows.items()} == {
        name: state for name, (_, state) in STATES.items()
    }
    assert {name for name, row in rows.items() if row.last_error == "restored"} == {
        "was due meanwhile", "was due before", "was under way",
    }  # fmt: skip
    assert {name for name, row in rows.items() if row.edit_due == NEVER} == {"sent"}
    one.close()
    other.close()
