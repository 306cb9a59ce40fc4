"""Groups are kept alike on both databases."""

from datetime import UTC, datetime, timedelta

from bot.core import clearing, groups, mixing
from bot.core.people import number
from bot.core.present import YES
from bot.store import groups as stored
from bot.store.db import Store
from bot.store.tables import Meeting, Network
from tests.groups.ground import NAMES, come, many

NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)


def test_dealt_named_remembered_and_gone(store: Store) -> None:
    with store.write() as db:
        db.add(Network(name="Northshire", language="en", zone="Europe/London", begun_at=NOW))
        db.flush()
        for title in ("First", "Second"):
            meeting = Meeting(
                network_id=1, title=title, about="", venue="", local_start=NOW.replace(tzinfo=None),
                zone="Europe/London", starts_at=NOW, minutes=90, state="planned",
            )  # fmt: skip
            db.add(meeting)
            db.flush()
        first, second = (db.get(Meeting, key) for key in (1, 2))
        assert first
        assert second
        members = many(db, NOW, NAMES[:9])
        come(db, members[:8], NOW, guests=0)
        come(db, members[8:], NOW, guests=1, hidden=True)
        row = groups.deal(db, first, YES, 3, members[0], NOW)
        row.state = "posted"
        db.flush()
        named = stored.named(db, row)
        assert sorted(one.name for one in named if one.row.member_id) == list(NAMES[:9])
        assert [one.by for one in named if one.row.guest] == ["Ida"]
        assert {one.hidden for one in named if one.row.guest} == {True}
        assert stored.meetings_of(db, 1, members[8]) == [1]
        assert mixing.met(db, first) == mixing.met(db, second)
        assert mixing.mixed(db, first, row, NOW).groups == 4
        stored.forget(db, 2, number(first.id))
        assert groups.told(db, first, NOW) == row
    went = clearing.clear(store, NOW + timedelta(days=400))
    assert went["groups"] == {1: 10}
