"""Who is erased is nowhere any more, counts stand, and what they took along was everything."""

import io
import json
import time
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from datetime import time as clock_time
from io import StringIO
from pathlib import Path

import pytest
from sqlmodel import select

from bot import backups
from bot.commands.calls import Pressed, Reply, Typed
from bot.store import backup
from bot.store.db import Store
from bot.store.tables import Attendance, Draft, Forgotten, Import, Institution, Member
from bot.ui import message_text
from tests.privacy.busy import CANARY, NAME, PETRA, TRACES, Busy, annotated, figures, house
from tests.store.filling import everything

Size = Callable[[int, int], int]
Figure = Callable[[str], None]
A_MINUTE = 60.0


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.at_full_size)])
def busy(request: pytest.FixtureRequest) -> Iterator[Busy]:
    """The house on each database."""
    url: str = request.getfixturevalue(f"{request.param}_url")
    with closing(Store(url)) as store, house(store) as year:
        yield year


def held_in(year: Busy, who: str) -> bytes:
    """What /privacy export gives a person."""
    answer = year.presses(who, Pressed("privacy:0:export"))
    assert isinstance(answer, Reply)
    assert answer.file is not None
    return answer.file.content


def unpacked(content: bytes) -> dict[str, str]:
    archive = zipfile.ZipFile(io.BytesIO(content))
    return {name: archive.read(name).decode() for name in archive.namelist()}


def has_all(given: dict[str, str], rows: dict[str, list[dict[str, object]]]) -> int:
    """Check that every column with a value is in the JSON, in its table and on the page; returns
    how many columns had one.
    """
    held = json.loads(given["my-data.json"])
    columns = set()
    for table, wanted in rows.items():
        plain = [{name: _plain(value) for name, value in row.items()} for row in wanted]
        kept = [
            {name: row[name] for name in own} for row, own in zip(held[table], plain, strict=True)
        ]
        assert kept == plain
        for row in plain:
            for name, value in row.items():
                if value not in (None, ""):
                    columns.add((table, name))
                    assert name in given[f"{table}.csv"].splitlines()[0]
                    assert f">{name}</th>" in given["my-data.html"]
    return len(columns)


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date | clock_time) else value


def files_of(store: Store, folder: Path) -> dict[str, bytes]:
    """All that a thief of the machine's files could read; of PostgreSQL its rows."""
    if store.is_sqlite:
        return {file.name: file.read_bytes() for file in folder.glob("convenor.db*")}
    with store.snapshot() as connection:
        return {"rows": repr(everything(connection)).encode()}


@pytest.mark.must_hold("B1", 3)
@pytest.mark.timeout(900)
@pytest.mark.no_cover
async def test_erased_within_a_minute_and_nowhere_any_more(
    busy: Busy, tmp_path: Path, size: Size, figure: Figure, logged: StringIO
) -> None:
    room, store = busy.room, busy.room.store
    # On PostgreSQL a year would take a quarter of an hour.
    await busy.lives(size(30 if store.is_sqlite else 10, 1))
    await room.clock.advance(room.outbox, room.clock.now() + timedelta(minutes=1))

    begun = time.monotonic()
    taken = unpacked(held_in(busy, NAME))
    exported = time.monotonic() - begun
    with store.read() as db:
        rows = annotated(db, busy.me)
    columns = has_all(taken, rows)
    before = figures(busy)
    assert any(CANARY.encode() in content for content in files_of(store, tmp_path).values())

    begun = time.monotonic()
    said = busy.presses(NAME, Pressed("privacy:0:erase-now"))
    erased = time.monotonic() - begun
    await room.clock.advance(room.outbox, room.clock.now() + timedelta(minutes=1))

    assert isinstance(said, Reply)
    assert "It is done." in message_text(said.message)
    assert max(exported, erased) < A_MINUTE
    assert figures(busy) == before
    found = looked_through(busy, tmp_path) | {"log": logged.getvalue().encode()}
    traces = {
        (name, trace)
        for name, content in found.items()
        for trace in TRACES
        if trace.encode() in content or json.dumps(trace).strip('"').encode() in content
    }
    assert traces == set()
    what_others_hold(busy)
    figure(
        f"{columns} columns exported in {exported:.1f} s, erased in {erased:.1f} s, no trace in"
        f" {len(found)} places, {len(before)} pages of figures as before"
        f" ({'SQLite' if store.is_sqlite else 'PostgreSQL'})"
    )


def looked_through(busy: Busy, folder: Path) -> dict[str, bytes]:
    """All places in which somebody could look: the files, a backup written now, what others take
    along, the channel as it stands, and pages.
    """
    room, store = busy.room, busy.room.store
    found = files_of(store, folder)
    to = folder / "later.zip"
    backup.write(store, to, version="1", now=room.clock.now())
    for name in zipfile.ZipFile(to).namelist():
        found[f"backup {name}"] = zipfile.ZipFile(to).read(name)
    for name, text in unpacked(held_in(busy, "P0")).items():
        found[f"another's {name}"] = text.encode()
    channel = [one.message for one in room.world.shown if one.where == "#net"]
    found["channel"] = "\n".join(map(message_text, channel)).encode()
    for command, text in (
        ("network", ""),
        ("meeting", ""),
        ("notes", ""),
        ("reflect", "results"),
        ("kit", ""),
        ("kit", "who"),
        ("kit", "stock"),
    ):
        answer = busy.presses("P0", Typed(command, text))
        assert isinstance(answer, Reply)
        found[f"/{command}"] = message_text(answer.message).encode()
    return found


def what_others_hold(busy: Busy) -> None:
    """What is about others stays, without the one who is gone."""
    with busy.room.store.read() as db:
        walked_in = db.all(select(Attendance).where(Attendance.name == PETRA))
        picked = [row.typed for row in db.all(select(Draft)) if "Kits" in row.typed]
        assert {row.sent_by for row in walked_in} == {None}
        assert "Northshire High" in [row.name for row in db.all(select(Institution))]
        assert picked == ['{"what": ["Kits"]}']
        # Of each list the one in which nobody stands who is erased.
        lists = [row.action for row in db.all(select(Draft)) if "Petra" in row.typed]
        assert sorted(lists) == ["import:1:paste", "rsvp:1:list", "rsvp:1:list-undo"]
        assert len(db.all(select(Import).where(Import.state == "waiting"))) == 2
        # Digests of an account and of a name, for lists that know the name alone.
        assert len(db.all(select(Forgotten))) == 2
        assert NAME not in [row.name for row in db.all(select(Member))]


def test_old_backups_of_the_house_go(tmp_path: Path) -> None:
    old = ("convenor-2026-10-20.zip", "convenor-2026-10-20-101112.zip")
    kept = ("convenor-2026-10-30.zip", "convenor-2026-11-29-101112.zip", "convenor-mine.zip")
    for name in (*old, *kept):
        (tmp_path / name).touch()
    backups.drop_old(tmp_path, datetime(2026, 11, 29, 3, tzinfo=UTC))

    assert sorted(file.name for file in tmp_path.iterdir()) == sorted(kept)
