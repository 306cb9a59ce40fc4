"""A running house backs its file up once a day, and keeps a week of it."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.backups import daily
from bot.store import backup
from bot.store.db import Store

MORNING = datetime(2026, 12, 1, 6, tzinfo=UTC)


def test_one_a_day_is_kept_for_a_week_and_others_are_left_alone(
    sqlite_store: Store, tmp_path: Path
) -> None:
    folder = tmp_path / "backups"
    backup.write(sqlite_store, folder / "convenor-2026-11-30-080000.zip", version="1", now=MORNING)
    for hour in range(24 * 10):
        daily(sqlite_store, folder, MORNING + timedelta(hours=hour))

    assert sorted(path.name for path in folder.iterdir()) == [
        "convenor-2026-11-30-080000.zip",
        *(f"convenor-2026-12-{day:02}.zip" for day in range(5, 12)),
    ]
    assert backup.check(folder / "convenor-2026-12-05.zip").at.hour == 0
