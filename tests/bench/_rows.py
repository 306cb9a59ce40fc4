"""The rows of an RSVP, written in a bare loop."""

from __future__ import annotations

import tempfile
import time
from datetime import UTC, datetime

from bot.chat import Place
from bot.core.rsvps import ANNOUNCEMENT
from bot.store import deliveries, edits, inbox, rsvps
from bot.store.db import Db, Store
from bot.store.tables import Delivery, Meeting, Member, Network


def written_per_second(count: int) -> float:
    """A bare loop that writes what an RSVP writes, a transaction each: the call's id, the answer,
    that the post has to change and that its lane has to be looked at.
    """
    now = datetime.now(UTC)
    with tempfile.TemporaryDirectory() as folder:
        store = Store(f"sqlite:///{folder}/bare.db")
        store.migrate()
        network, meeting, members = announced(store, count, now)
        begun = time.perf_counter()
        for number, member in enumerate(members):
            with store.write() as db:
                inbox.first_time(db, "bare", str(number), now)
                rsvps.put(db, network, meeting, member, "yes", comes=True, order=number, now=now)
                edits.stale(db, network, ANNOUNCEMENT, str(meeting), now)
        seconds = time.perf_counter() - begun
        store.close()
    return count / seconds


def announced(store: Store, people: int, now: datetime) -> tuple[int, int, list[int]]:
    """A network, a meeting whose announcement stands, and so many people."""
    with store.write() as db:
        network = number(db, Network(name="N", language="en", zone="Europe/London", begun_at=now))
        meeting = number(
            db,
            Meeting(
                network_id=network, title="Robotics", about="", venue="", zone="Europe/London",
                local_start=now.replace(tzinfo=None), starts_at=now, minutes=90, state="planned",
            ),
        )  # fmt: skip
        members = [number(db, Member(name=f"Person {n}")) for n in range(people)]
        post = deliveries.enqueue(
            db, network, Place("bare", "here", "room"), ANNOUNCEMENT, str(meeting),
            due=now, key="announcement",
        )  # fmt: skip
        row = db.get(Delivery, post)
        assert row
        row.state = "sent"
    return network, meeting, members


def number(db: Db, row: Network | Meeting | Member) -> int:
    """The number of a new row."""
    db.add(row)
    db.flush()
    assert row.id
    return row.id
