"""A house that starts from a backup says what waits, and makes today's backup by itself."""

from datetime import UTC, datetime
from pathlib import Path

from bot.store import backup
from bot.store.db import Store
from bot.store.restore import restore
from bot.store.tables import Network
from tests.serve.house import town, until

MADE = datetime(2026, 12, 1, 3, tzinfo=UTC)


async def test_it_says_that_networks_wait_and_backs_itself_up(tmp_path: Path) -> None:
    async with town(tmp_path, ["Ana"]) as place:
        place.data.mkdir()
        old, new = (
            Store(f"sqlite:///{tmp_path}/old.db"),
            Store(f"sqlite:///{place.data}/convenor.db"),
        )
        old.migrate()
        with old.write() as db:
            db.add(Network(name="N", language="en", zone="Europe/London", begun_at=MADE))
        backup.write(old, tmp_path / "backup.zip", version="1", now=MADE)
        restore(new, tmp_path / "backup.zip", MADE)
        old.close()
        new.close()

        await place.house.start()
        assert "After a restore, 1 of the networks wait" in place.house.said()
        await until(lambda: list(place.data.glob("backups/convenor-*.zip")), "today's backup")
        assert (await place.house.stop())[0] == 0
