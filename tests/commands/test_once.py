"""Whatever a person does has one effect, however often and wherever it arrives.

Generated from the router's own table: an action that changes something, but for which no act is
found here that does, fails by its name.
"""

import itertools
import re
import shutil
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

import pytest
from sqlalchemy import event

from bot.commands.actions import Action
from bot.commands.calls import Answer, Call, Pressed, Sent, Typed
from bot.commands.router import ROUTER
from bot.commands.table import ACTIONS
from bot.store.db import Db, Store
from tests.commands.beginning import (
    AWAY,
    BEN,
    BENS_CODE,
    CHANNEL_CODE,
    CODE,
    ELSEWHERE,
    EMPTY,
    HOME,
    SCHOOL,
    SCHOOL_MARK,
    TOPIC,
    TWIN,
    begin,
)
from tests.commands.both import Act, Platform, on_discord, on_each, on_slack
from tests.commands.doors import KEYS, NOW, NOWHERE, PUBLIC, Clock, Door, FarDoor
from tests.commands.forms import FORMS
from tests.commands.test_rights import shown
from tests.plugins.postgres import PostgresServer
from tests.store.contents import Contents, contents

Size = Callable[[int, int], int]
Figure = Callable[[str], None]

MORE = ("", *(f":{number}" for number in range(1, 9)), ":yes", ":no")
NAMED = {
    "meeting.reword": ":today",
    "meeting.drop": ":today",
    "meeting.put-back": ":unanswered",
    "meeting.remind-now": ":today",
    "meeting.remind-undo": ":own-2",
    "network.share-it": ":help",
    "network.share-back": ":work",
    "network.terms-undo": ":1-1",
    "network.enter": f":{CODE}:yes",
    "network.terms-again-now": ":2026",
    "rsvp.list-same": ":4:0",
    "profile.school-is": f":1:{SCHOOL}:1",
    "profile.school-new": f":1:{SCHOOL}:{SCHOOL_MARK}",
    "profile.left": ":1:1",
    "profile.back": ":1:2",
    "profile.mean": f":1:{TOPIC}:own",
    "topic.same-now": ":robotics",
    "buddy.again": ":1:1",
    "import.column": ":1.0",
    "import.same": ":1.same",
    "network.one-person": f":{BENS_CODE}",
    "network.same-one-now": f":{TWIN}-{BEN}",
    "network.settle": f":{CHANNEL_CODE}",
    "network.prefer": f":{ELSEWHERE}",
    "kit.first": ":1:yes",
    "kits.take": ":8",
    "kits.undo": ":9",
}
"""What else stands in the buttons of an action."""
WAYS = (("Ana", HOME), ("Ben", HOME), ("Cleo", HOME), ("Dev", AWAY), ("Ana", EMPTY))
TYPED = {"rsvp.mine": Typed("rsvp", "yes Told")}
WITHOUT = frozenset({"rsvp.order", "link_code.name", "link_code.digest"})
"""Columns that hold when something arrived, where the platform does not tell when it was done; and
codes, of which each is another.
"""


def rows(db: Db) -> Contents:
    """All there is in the database, but for the ids of calls."""
    found = contents(db, but=("inbox",), without=WITHOUT)
    for name, secret in SECRETS.items():
        found[name] = sorted(re.sub(secret, "…", row) for row in found[name])
    return found


SECRETS = {"personal_link": r"'[0-9a-f]{64}'", "identity": r"(?<='web', '', )'[0-9a-f]{16}'"}
"""What is drawn by lot, for whoever has no account."""


class TakenBack(Exception):
    """To leave a transaction without a trace."""


def acts_of(action: Action) -> Iterator[Act]:
    """Every way to ask for an action, from the likely to the odd."""
    last = action.presses or (action.name.partition(".")[2],)
    if action.verb:
        yield from (Act(*way, Typed(action.noun, action.verb)) for way in WAYS)
    if action.name in TYPED:
        yield from (Act(*way, TYPED[action.name]) for way in WAYS)
    for more in (*MORE, NAMED.get(action.name, "")):
        for subject in range(10):
            for press in last:
                pressed = f"{action.noun}:{subject}:{press}{more}"
                yield from (Act(*way, Pressed(pressed)) for way in WAYS)
                for form in on_each(FORMS.get(action.name, {})):
                    yield from (Act(*way, Sent(pressed, form)) for way in WAYS)


def changing(store: Store, platform: Platform, action: Action) -> dict[type, Act]:
    """For each way of asking that does the action: one act that changes something."""
    kinds: list[type] = [Sent] if action.form else [Pressed, *([Typed] if action.verb else [])]
    if action.name in TYPED:
        kinds = [Typed]
    found: dict[type, Act] = {}
    with store.read() as db:
        before = rows(db)
    for number, act in enumerate(acts_of(action)):
        kind = type(act.said)
        if kind in kinds and kind not in found:
            if changes(store, platform.call(act, 1000 + number), before):
                found[kind] = act
            if len(found) == len(kinds):
                break
    return found


@contextmanager
def taken_back(store: Store) -> Iterator[Db]:
    """A transaction that leaves no trace."""
    with suppress(TakenBack), store.write() as db:
        yield db
        raise TakenBack


def changes(store: Store, call: Call, before: Contents) -> bool:
    """Whether this call would change anything in what is there."""
    with taken_back(store) as db:
        written: list[str] = []
        event.listen(db.connection(), "before_cursor_execute", partial(note, written))
        ROUTER.go_on(ROUTER.meet(db, call, NOW, KEYS, PUBLIC))
        db.flush()
        # Reading every table takes longer than all the rest, and most acts are refused.
        return bool(written) and rows(db) != before


def note(written: list[str], *execution: Any) -> None:  # noqa: ANN401 -- SQLAlchemy's six
    """Keep the statement, if it writes anything but the ids of calls."""
    statement: str = execution[2]
    if not re.match(r"SELECT|WITH|INSERT INTO inbox|UPDATE inbox|SAVEPOINT|RELEASE", statement):
        written.append(statement)


@dataclass
class Copies:
    """A database that can be had again and again as it was in the beginning."""

    make: Callable[[], str]
    drop: Callable[[str], None]
    base: Store
    share: int
    """One of so many actions has its turn at small size: a copy may take a second."""


@pytest.fixture(params=["sqlite", "postgres"])
def copies(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Copies]:
    if request.param == "sqlite":
        base, numbers = tmp_path / "base.db", itertools.count()

        def make() -> str:
            # Never the same name again: a process that has the old file open would write to that.
            return f"sqlite:///{shutil.copy(base, tmp_path / f'copy-{next(numbers)}.db')}"

        def drop(_: str) -> None:
            for path in tmp_path.glob("copy-*"):
                path.unlink()

        yield Copies(make, drop, Store(f"sqlite:///{base}"), share=11)
        return
    server: PostgresServer = request.getfixturevalue("postgres_server")
    name = server.make_database()

    def make_database() -> str:
        return server.url(server.make_database(name))

    def drop_database(url: str) -> None:
        server.drop_database(url.rpartition("/")[2].partition("?")[0])

    yield Copies(make_database, drop_database, Store(server.url(name)), share=30)
    server.drop_database(name)


@asynccontextmanager
async def people(
    kind: str, copies: Copies, door: type[Door]
) -> AsyncIterator[tuple[Platform, Clock]]:
    """A platform before two houses, and what has been before."""
    clock = Clock()
    make = on_slack if kind == "slack" else on_discord
    doors = [door(NOWHERE, clock) for _ in range(2)]
    async with make(doors, clock) as platform:
        begin(copies.base, type(platform))
        yield platform, clock
    for one in doors:
        one.close()


async def after(
    platform: Platform, clock: Clock, copies: Copies, act: Act, times: int, rng: Random
) -> tuple[Contents, list[Answer]]:
    """What the database holds when an act arrived so many times at once, and (if more than once)
    again six minutes later; and what was answered.
    """
    copies.base.close()
    url = copies.make()
    for door in platform.doors:
        door.move_to(url)
        door.answers.clear()
    payload = platform.payload(act)
    await platform.deliver([payload] * times, rng)
    if times > 1:
        clock.at += timedelta(minutes=6)
        await platform.deliver([payload], rng)
    clock.at = NOW
    with (store := Store(url)).read() as db:
        held = rows(db)
    store.close()
    answers = [answer for door in platform.doors for answer in door.answers]
    for door in platform.doors:
        door.move_to(NOWHERE)
    copies.drop(url)
    return held, answers


@pytest.mark.must_hold("A2", 4)
@pytest.mark.timeout(900)
@pytest.mark.parametrize("kind", ["slack", "discord"])
@pytest.mark.no_cover
async def test_every_action_has_one_effect(
    kind: str, copies: Copies, size: Size, full: bool, figure: Figure
) -> None:
    if not full and not copies.base.is_sqlite:
        pytest.skip("at full size also on PostgreSQL")
    rng, wrong, tried = Random(4), [], 0
    async with people(kind, copies, FarDoor if full else Door) as (platform, clock):
        with copies.base.read() as db:
            before = rows(db)
        for action in ACTIONS if full else ACTIONS[kind == "discord" :: copies.share]:
            acts = list(changing(copies.base, platform, action).values()) if action.changes else []
            if action.changes and not acts:
                wrong.append(f"{action.name}: nothing found that changes anything")
            for act in (acts or [next(acts_of(action))])[: size(9, 1)]:
                once, _ = await after(platform, clock, copies, act, 1, rng)
                if (once != before) != action.changes:
                    wrong.append(
                        f"{action.name} ({act.who}: {act.said}): {differences(before, once)}"
                    )
                for times in [2, 3, 4] if full else [rng.randint(2, 4)]:
                    often, answers = await after(platform, clock, copies, act, times, rng)
                    tried += 1
                    said = f"{action.name} ({act.who}: {act.said}) {times} times"
                    if often != once:
                        wrong.append(f"{said}: {differences(once, often)}")
                    if any("went wrong" in shown(answer) for answer in answers):
                        wrong.append(f"{said}: {answers}")
    assert not wrong, "\n".join(wrong)
    database = copies.base._url.get_backend_name()
    figure(f"{kind} on {database}: {tried} acts repeated, one effect each")


def differences(once: Contents, often: Contents) -> str:
    """What one of two databases holds and the other does not."""
    return "; ".join(
        f"{table}: {sorted(set(once[table]) ^ set(often[table]))}"
        for table in once
        if once[table] != often[table]
    )
