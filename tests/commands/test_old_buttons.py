"""Every button that any view can draw still answers: after a restart, a migration, and a year."""

from collections.abc import Callable
from datetime import timedelta
from functools import cache
from pathlib import Path

import pytest
from alembic import command
from sqlalchemy import Connection, MetaData, create_engine, func, select
from sqlmodel import col, update

from bot.commands.calls import Pressed, Sent
from bot.house import TheHouse
from bot.scheduler.jobs import purge
from bot.store import migrations
from bot.store.db import Store
from bot.store.tables import Delivery
from bot.ui import Message
from bot.views.words import words
from tests.commands.beginning import AWAY, HOME
from tests.commands.both import Act, OnDiscord, OnSlack, Platform
from tests.commands.conftest import Begun
from tests.commands.doors import KEYS, NOW, Clock, FarDoor
from tests.commands.test_rights import shown
from tests.gallery.register import BIG
from tests.gallery.samples import SAMPLES
from tests.gallery.texts import ORDINARY

pytestmark = [
    pytest.mark.must_hold("A2", 6),
    pytest.mark.parametrize("platform", [OnSlack, OnDiscord]),
]
Figure = Callable[[str], None]
Size = Callable[[int, int], int]

YEAR = timedelta(days=365)
WHO = (("Ana", HOME), ("Cleo", HOME), ("Dev", AWAY))
"""Who coordinates, who is new, and who is from another network."""
LATE = {
    "rsvp:1:yes": "This meeting is over.",
    "rsvp:1:hide": "Told",
    "meeting:2:undo:1": "It has gone out already, or has changed since.",
    "meeting:2:send:1": "It has gone out already, or has changed since.",
    "meeting:2:move": "Waiting",
    "network:1:undo": "That button is out of date.",
    "draft:1:fix": "That button is out of date.",
}
"""What a year later is told of some of them, as it begins."""


@cache
def drawn() -> list[str]:
    """The actions of all buttons and forms in the gallery, each about a row that there is and one
    that there is not. Those who leave or are erased do so last.
    """
    found: set[str] = set()
    for make in SAMPLES.values():
        for one in make(words("en"), ORDINARY):
            found |= {b.action for b in one.buttons()} if isinstance(one, Message) else {one.action}
    found = {action for action in found if ":" in action}  # the page of a code has its own way
    near = set()
    for action in found:
        noun, subject, *rest = action.split(":")
        numbers = (1, 2, 3) if int(subject) > 1000 else (int(subject),)
        near |= {":".join((noun, str(number), *rest)).replace(str(BIG), "1") for number in numbers}
    return sorted(near | {a for a in found if str(BIG) in a}, key=lambda a: ("erase" in a, a))


def press_all(house: TheHouse, platform: type[Platform], share: int) -> list[str]:
    """Everybody presses everything (one of so many, others on the other platform), and sends every
    form empty; who gets no sensible answer.
    """
    wrong, number = [], 10_000
    for action in drawn()[share > 1 and platform is OnDiscord :: share]:
        for who, room in WHO:
            for said in (Pressed(action), Sent(action)):
                number += 1
                answer = shown(house.act(platform.call(Act(who, room, said), number)))
                if not answer or "went wrong" in answer:
                    wrong.append(f"{who} {said}: {answer or 'nothing'}")
    return wrong


@pytest.mark.no_cover
def test_after_a_restart(
    begun: Begun, tmp_path: Path, platform: type[Platform], size: Size, figure: Figure
) -> None:
    url = begun(platform, tmp_path / "begun.db")
    again = FarDoor(url, Clock())
    again.move_to(url)

    assert press_all(again, platform, size(1, 27)) == []
    again.close()
    figure(f"{len(drawn())} buttons and forms answer after a restart, a migration and a year")


@pytest.mark.no_cover
def test_after_a_migration(
    empty_database_url: str, begun: Begun, platform: type[Platform], tmp_path: Path, size: Size
) -> None:
    """The rows of today in the tables of the first version, as far as it had their columns."""
    begin_as_first_version(empty_database_url, begun(platform, tmp_path / "today.db"))
    store = Store(empty_database_url)
    store.migrate()
    house = TheHouse(store, now=lambda: NOW, keys=KEYS, wake=lambda: None)

    kept = platform.call(Act("Ben", HOME, Pressed("rsvp:1:hide")), 5_000)
    assert "Saved: Yes" in shown(house.act(kept))
    assert press_all(house, platform, size(1, 31)) == []
    store.close()


def begin_as_first_version(url: str, begun: str) -> None:
    today = Store(begun)
    engine = create_engine(url)
    with today.read() as db, engine.begin() as connection:
        command.upgrade(migrations.config(connection), "0001")
        copy(db.connection(), connection)
    engine.dispose()
    today.close()


def copy(of: Connection, to: Connection) -> None:
    """All rows of a database, in the columns that another one has."""
    here, there = MetaData(), MetaData()
    here.reflect(of)
    there.reflect(to)
    for table in there.sorted_tables:
        names = [c.name for c in table.c if c.name in here.tables[table.name].c]
        found = of.execute(here.tables[table.name].select()).mappings().all()
        if table.name != "alembic_version" and found:
            to.execute(table.insert(), [{name: row[name] for name in names} for row in found])
            if to.dialect.name == "postgresql" and "id" in table.c:
                highest = select(func.max(table.c.id)).scalar_subquery()
                serial = func.pg_get_serial_sequence(table.name, "id")
                to.execute(select(func.setval(serial, highest)))


@pytest.mark.no_cover
def test_a_year_later(begun: Begun, tmp_path: Path, platform: type[Platform], size: Size) -> None:
    store = Store(begun(platform, tmp_path / "begun.db"))
    with store.write() as db:
        db.execute(update(Delivery).where(col(Delivery.state) == "waiting").values(state="sent"))
    later = NOW + YEAR
    purge(store, later)
    house = TheHouse(store, now=lambda: later, keys=KEYS, wake=lambda: None)

    for number, (action, start) in enumerate(LATE.items(), 2_000):
        who = "Ben" if action.startswith("rsvp") else "Ana"
        answer = house.act(platform.call(Act(who, HOME, Pressed(action)), number))
        assert start in shown(answer), f"{action}: {shown(answer)}"
    assert press_all(house, platform, size(1, 27)) == []
    store.close()
