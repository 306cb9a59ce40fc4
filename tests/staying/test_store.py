"""What is kept of who is away and who looks after a network, on both databases."""

from datetime import UTC, datetime, timedelta

from bot import chat
from bot.core import away, duties
from bot.core.people import appoint, erase, join, leave, meet, number
from bot.store import away as stored
from bot.store import duties as stored_duties
from bot.store import left_school, people
from bot.store.db import Db, Store
from bot.store.tables import Absence, Affiliation, Duty, Institution, Network

NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)
KEYS = (b"test",)


def cast(db: Db) -> tuple[Network, int, int]:
    """A network, its coordinator, and a member."""
    network = Network(name="Northshire", language="en", zone="Europe/London", begun_at=NOW)
    db.add(network)
    db.flush()
    ana, ben = (_member(db, number(network.id), user) for user in ("U1", "U2"))
    appoint(db, number(network.id), ana, NOW)
    return network, ana, ben


def _member(db: Db, network: int, user: str) -> int:
    person = chat.Person("slack", "T1", user)
    member = number(meet(db, person, chat.Profile(user)).id)
    join(db, network, member, NOW, private=True)
    return member


def test_who_is_away_is_told_and_not_asked(store: Store) -> None:
    with store.write() as db:
        network, ana, ben = cast(db)
        key = number(network.id)
        away.go(db, network, ana, NOW + timedelta(days=3), NOW)

        assert list(people.inboxes(db, key, [ana, ben])) == [ben]
        assert set(people.inboxes(db, key, [ana, ben], to_ask=False)) == {ana, ben}
        assert stored.here(db, key) == []
        away.look_after(db, key, NOW + timedelta(days=2))
        assert stored.networks(db) == [key]
        away.look_after(db, key, NOW + timedelta(days=3))
        assert stored.here(db, key) == [ana]


def test_a_stand_in_ends_by_itself(store: Store) -> None:
    with store.write() as db:
        network, ana, ben = cast(db)
        key, until = number(network.id), NOW + timedelta(days=3)
        row = duties.name(db, key, ben, ana, NOW, until)
        assert stored.here(db, key) == [ana]
        assert row
        duties.accept(db, row, NOW)
        assert stored.here(db, key) == [ana, ben]
        assert stored_duties.lasting(db, key) == [ana]

        duties.end_what_is_over(db, until - timedelta(seconds=1))
        assert stored.here(db, key) == [ana, ben]
        duties.end_what_is_over(db, until)
        assert stored.here(db, key) == [ana]
        stored_duties.purge(db, until)
        assert db.get(Duty, 1) is None


def test_who_leaves_or_is_erased_has_neither_absence_nor_duty(store: Store) -> None:
    with store.write() as db:
        network, ana, ben = cast(db)
        key = number(network.id)
        duties.name(db, key, ben, ana, NOW)
        away.go(db, network, ben, NOW + timedelta(days=3), NOW)
        away.go(db, network, ana, NOW + timedelta(days=3), NOW)
        leave(db, key, ben, NOW, declined=False)
        assert not stored_duties.of(db, key)
        assert stored.members(db, key) == {ana}

        erase(db, ana, 0, NOW, KEYS)
        db.flush()
        assert db.get(Absence, 2) is None
        row = db.get(Duty, 1)
        assert row
        assert row.asked_by is None


def test_schools_that_nobody_is_of_any_more(store: Store) -> None:
    with store.write() as db:
        network, ana, ben = cast(db)
        key = number(network.id)
        for name in ("Hill", "Lake", "Never"):
            db.add(Institution(network_id=key, name=name))
            db.flush()
        for member, school in ((ana, 1), (ben, 1), (ben, 2)):
            db.add(Affiliation(network_id=key, institution_id=school, member_id=member))
        db.flush()
        today = NOW.date()

        assert not left_school.leave(db, key, ana, 2, today)
        assert left_school.leave(db, key, ben, 2, today)
        assert left_school.empty(db, key) == ["Lake"]
        assert left_school.leave(db, key, ben, 1, today)
        assert left_school.empty(db, key) == ["Lake"]
        assert left_school.leave(db, key, ana, 1, today)
        assert left_school.empty(db, key) == ["Hill", "Lake"]
