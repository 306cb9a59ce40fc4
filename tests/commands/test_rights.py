"""Nobody does what their role does not allow, and another network neither sees nor changes a thing.

Generated from the router's own table: an action without a sample here fails.
"""

import asyncio
import shutil
from collections.abc import Callable, Coroutine, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bot.chat import Person, Place
from bot.commands.calls import Answer, Call, Errors, Nothing, Pressed, Reply, Sent, Typed
from bot.commands.router import Router
from bot.commands.table import ACTIONS, NOUNS, ROWS
from bot.core.rights import RIGHTS, Role, may
from bot.store.db import Store
from bot.ui import Form, form_text, message_text
from tests.commands.forms import DAY, FORMS, MORE
from tests.plugins.room import ANA, BEN, CLEO, DEV, RoomOfPeople
from tests.profiles.samples import PEOPLE, bring
from tests.store.contents import Contents, contents

Figure = Callable[[str], None]


def attempts(name: str, subject: int) -> list[Typed | Pressed | Sent]:
    """Every way to ask for the action of this name, about this row."""
    action = next(action for action in ACTIONS if action.name == name)
    noun, _, last = name.partition(".")
    ways: list[Typed | Pressed | Sent] = []
    if action.verb:
        ways.append(Typed(noun, action.verb))
    for press in action.presses or (last,):
        more = "" if noun == "rsvp" else MORE.get(f"{noun}.{press}", MORE.get(press, ""))
        pressed = f"{noun}:{subject}:{press}{more}"
        ways += [Pressed(pressed), Sent(pressed, FORMS.get(name, {}))]
    return ways


def ask(room: RoomOfPeople, who: str, said: Typed | Pressed | Sent, channel: str) -> Answer:
    """One call of an actor in a channel, without a client between that would refuse it first."""
    room.world.calls += 1
    actor = room.world.actor(who)
    profile = room.world.profile(actor)
    call = Call(
        id=f"asked-{room.world.calls}",
        order=room.world.calls,
        who=Person("memory", "northshire", actor.user),
        profile=profile,
        place=Place("memory", "northshire", channel),
        said=said,
        abilities=room.stage.abilities,
        room={"C1": "northshire", "C2": "southshire"}.get(channel, ""),
    )
    return room.house.act(call)


def shown(answer: Answer) -> str:
    """All that an answer shows."""
    match answer:
        case Reply(message, file):
            return message_text(message) + (file.content.decode("latin-1") if file else "")
        case Form():
            return form_text(answer)
        case Errors(problems):
            return " ".join(problems.values())
        case Nothing():
            return ""


def everything(room: RoomOfPeople, network: int) -> Contents:
    """All rows that belong to a network."""
    with room.store.read() as db:
        return contents(db, network)


async def busy(room: RoomOfPeople) -> None:
    """Ana's network with a meeting told, one withdrawn, answers, and an introduction that waits."""
    await room.begin()
    await room.plan("Robotics twilight")
    await room.presses(BEN, "Yes")
    for who in (BEN, ANA):
        await room.says(who, "/agenda propose Secret supper")
        await room.fills(who, {"What do people do?": "hands-on", "Who leads it?": "I lead it"})
    await bring(room, "Secret supper")
    await room.says(ANA, "/meeting plan Secret supper, 2.12.2026 18:00, Room 13")
    await room.fills(ANA)
    await room.presses(ANA, "Undo")
    await room.says(ANA, "/network set-up")
    await room.presses(ANA, "Introduce yourself")
    await room.passes(seconds=2)
    room.stage.abilities = replace(room.stage.abilities, field_errors=False)
    ask(room, ANA, Sent("meeting:0:plan", {"title": ("Half typed",)}), "C1")
    room.stage.abilities = replace(room.stage.abilities, field_errors=True)


async def left(room: RoomOfPeople) -> None:
    """As busy, and Cleo has left the network again."""
    await busy(room)
    await room.leaves(CLEO)


@pytest.fixture
async def busy_room(bare_room: RoomOfPeople) -> RoomOfPeople:
    """A busy network of one's own."""
    await busy(bare_room)
    return bare_room


@pytest.fixture(scope="module")
def looked_at(migrated: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[RoomOfPeople]:
    """A busy network for tests that change nothing."""
    yield from shared(busy, migrated, tmp_path_factory)


@pytest.fixture(scope="module")
def asked_in_vain(
    migrated: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[RoomOfPeople]:
    """The same after Cleo has left."""
    yield from shared(left, migrated, tmp_path_factory)


def shared(
    life: Callable[[RoomOfPeople], Coroutine[Any, Any, None]],
    migrated: Path,
    folders: pytest.TempPathFactory,
) -> Iterator[RoomOfPeople]:
    store = Store(f"sqlite:///{shutil.copy(migrated, folders.mktemp('shared') / 'convenor.db')}")
    room = RoomOfPeople(store)
    asyncio.run(life(room))
    yield room
    store.close()


@pytest.mark.must_hold("A1", 5)
@pytest.mark.parametrize("name", sorted(RIGHTS))
def test_dev_of_another_network_sees_and_changes_nothing(
    looked_at: RoomOfPeople, name: str
) -> None:
    before = everything(looked_at, 1)
    tried = 0
    for subject in (1, 2):
        for said in attempts(name, subject):
            answer = shown(ask(looked_at, DEV, said, "C2"))
            tried += 1
            for secret in ("Robotics", "Secret supper", "Half typed", "Ana", "Ben", "Northshire"):
                assert secret not in answer, f"{said} shows {secret}"
    assert tried
    assert everything(looked_at, 1) == before


@pytest.mark.must_hold("A1", 5)
def test_there_is_something_to_see(looked_at: RoomOfPeople) -> None:
    """The test above would pass in an empty house."""
    rows = everything(looked_at, 1)

    assert all(
        rows[table]
        for table in ("network", "place", "membership", "meeting", "rsvp", "agenda_item", *PEOPLE)
    )
    assert "Robotics" in shown(ask(looked_at, BEN, Typed("meeting"), "C1"))


@pytest.mark.must_hold("A1", 5)
@pytest.mark.parametrize(
    ("name", "role"),
    [(name, role) for name in sorted(RIGHTS) for role in Role if not may(role, name)],
)
def test_what_a_role_may_not_is_refused_in_words(
    asked_in_vain: RoomOfPeople, name: str, role: Role
) -> None:
    who, channel = {
        Role.STRANGER: (CLEO, "C9"),
        Role.GUEST: (CLEO, "C1"),
        Role.MEMBER: (BEN, "C1"),
    }[role]
    before = everything(asked_in_vain, 1)
    for subject in (1, 2):
        for said in attempts(name, subject):
            answer = shown(ask(asked_in_vain, who, said, channel))
            assert answer.startswith(("Only a coordinator", "You are not in a network", "I cannot"))
    assert everything(asked_in_vain, 1) == before


@pytest.mark.must_hold("A1", 5)
def test_the_matrix_has_no_gap(figure: Figure) -> None:
    assert {action.name for action in ACTIONS} == set(RIGHTS)
    ways = [said for name in RIGHTS for said in attempts(name, 1)]
    figure(f"{len(RIGHTS)} actions x {len(Role)} roles, {len(ways)} ways to ask, no gap")
    assert {action.noun for action in ACTIONS} == {*NOUNS, *ROWS, "draft", "page"}


def test_the_router_refuses_an_action_that_the_table_does_not_list() -> None:
    fewer = {name: roles for name, roles in RIGHTS.items() if name != "meeting.move"}

    with pytest.raises(ValueError, match=r"meeting\.move"):
        Router(ACTIONS, fewer)
    with pytest.raises(ValueError, match=r"meeting\.dance"):
        Router(ACTIONS, {**RIGHTS, "meeting.dance": frozenset()})


async def test_a_draft_is_its_writers_own(busy_room: RoomOfPeople) -> None:
    assert "Half typed" in shown(ask(busy_room, ANA, Pressed("draft:1:fix"), "C1"))
    assert "out of date" in shown(ask(busy_room, BEN, Pressed("draft:1:fix"), "C1"))


async def test_a_repeat_of_a_call_has_one_effect(busy_room: RoomOfPeople) -> None:
    room = busy_room
    actor = room.world.actor(ANA)
    call = Call(
        id="once",
        order=1000,
        who=Person("memory", "northshire", actor.user),
        profile=room.world.profile(actor),
        place=Place("memory", "northshire", "C1"),
        said=Sent("meeting:0:plan", DAY),
        abilities=room.stage.abilities,
    )

    assert isinstance(room.house.act(call), Reply)
    assert isinstance(room.house.act(call), Nothing)
    assert (await room.says(ANA, "/meeting")).count("Taken over") == 1
