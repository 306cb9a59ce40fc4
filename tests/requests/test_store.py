"""What is asked of the rows of kits and requests, on both databases."""

from datetime import timedelta

from bot.core import asked_for, request_news, requests
from bot.core.people import leave, number
from bot.store import kits as stored
from bot.store import networks
from bot.store import requests as stored_requests
from bot.store.db import Store
from tests.requests.ground import NOW, Ground, begin, read, wish


def lends(ground: Ground, asker: int) -> int:
    """A kit is with somebody, who has left a word for who gets it next; returns the request."""
    with ground.store.write() as db:
        row = requests.ask(db, ground.network, asker, wish(ground.kits[0]), NOW)
        key, ana = number(row.id), requests.Actor(ground.ana, "coordinator")
        for act in ("ready", "receive"):
            requests.act(db, ground.network, key, act, ana, NOW)
        tale = requests.Tale(27, "A crane", "Batteries")
        requests.tell(db, ground.network, key, tale, asker, NOW)
    return key


def test_who_had_what_and_which_schools(store: Store) -> None:
    ground = begin(store)
    other = begin(store)
    key = lends(ground, ground.askers[0])
    with store.read() as db:
        had = stored.had(db, ground.network, NOW - timedelta(days=1))
        assert [(row.id, kit.name) for row, kit in had] == [(key, "A class-set")]
        assert len(stored.served_schools(db, ground.network)) == 1
        assert stored.served_schools(db, other.network) == set()
        assert stored.last_note(db, ground.network, ground.kits[0], 0) == "Batteries"
        assert stored.last_note(db, ground.network, ground.kits[0], key) == ""
        assert stored_requests.with_open(db) == [ground.network]
        assert stored_requests.get(db, [other.network], key) is None


def test_what_stands_still_and_what_is_overdue(store: Store) -> None:
    ground = begin(store, approved="coordinator")
    with store.write() as db:
        requests.ask(db, ground.network, ground.askers[2], wish(ground.kits[0]), NOW)
    later = NOW + timedelta(days=40)
    with store.read() as db:
        network = networks.get(db, ground.network)
        assert request_news.drags(db, network, NOW + timedelta(days=13)) == (0, 0)
        assert request_news.drags(db, network, later) == (1, 0)
        found, total = asked_for.queue(db, ground.network, later, 5)
        assert (len(found), total, found[0].name) == (1, 1, "asker 2")


def test_who_left_waits_no_more(store: Store) -> None:
    ground = begin(store, pieces=1)
    with store.write() as db:
        for asker in ground.askers[:3]:
            requests.ask(db, ground.network, asker, wish(ground.kits[0]), NOW)
        leave(db, ground.network, ground.askers[0], NOW, declined=True)
        request_news.drop_who_left(db, NOW)
        request_news.drop_who_left(db, NOW)
    stands = read(ground)
    stands.check()
    assert [row.state for row in stands.rows] == ["cancelled", "reserved", "waiting"]
