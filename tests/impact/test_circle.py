"""What people say is read by those who were promised: every way to ask, by everybody else."""

from collections.abc import Callable, Iterator
from io import BytesIO, StringIO
from zipfile import BadZipFile, ZipFile

import pytest
from sqlalchemy import text

from bot.chat import Person, Place
from bot.commands.calls import Call, Pressed, Reply, Said, Sent, Typed
from bot.commands.router import ROUTER
from bot.commands.table import NOUNS
from bot.core.rights import RIGHTS
from tests.attendance.test_here import begun
from tests.commands.test_once import taken_back
from tests.commands.test_rights import ask, attempts, shown
from tests.plugins.room import ANA, BEN, CLEO, DEV, KEYS, RoomOfPeople

ROOM, NARROW, TRIAL, IN_CLASS = "Room secret", "Narrow secret", "Trial secret", "Class secret"
ASKED, ASKED_ALL, JOURNAL = "Asked secret", "Asked all secret", "Journal secret"
MAY_READ = {
    ANA: {ROOM, NARROW, TRIAL, IN_CLASS, ASKED, ASKED_ALL},
    BEN: {ROOM, NARROW, TRIAL, IN_CLASS, ASKED, ASKED_ALL, JOURNAL},
    CLEO: {ASKED_ALL},
    DEV: set[str](),
}
"""Ben said all of it. Ana coordinates; Cleo is a member, and was not at the meetings; Dev is of
another network.
"""
WORTH = {"Was it worth your time?": "Mostly"}
WORDS = (
    "what did people say",
    "notes of last time",
    "what happened in class",
    "my journal",
    "help",
)


async def looks_back(room: RoomOfPeople, said: str) -> None:
    await room.presses(BEN, "I am here")
    await room.passes(hours=2)
    await room.presses(BEN, "Looking back")
    await room.fills(BEN, WORTH | {"What was most useful?": said})


async def lived(room: RoomOfPeople) -> None:
    """Two meetings at which Ben was, and all that he has said since."""
    await begun(room)
    await looks_back(room, ROOM)
    await room.says(ANA, "/notes try One lesson")
    await room.fills(ANA, {"By which day?": "2026-12-18"})
    await room.says(BEN, "/notes")
    await room.presses(BEN, "Partly")
    await room.presses(BEN, "Add a line")
    await room.fills(BEN, {"What happened?": TRIAL})
    await room.says(ANA, "/meeting plan Soldering, 7.1.2027 16:00, Room 12")
    await room.fills(ANA)
    await room.presses(ANA, "Send now")
    await room.passes(seconds=1)
    await room.presses(BEN, "Yes")
    await room.presses(CLEO, "No")
    await room.passes(days=36, hours=22)
    await room.says(ANA, "/reflect results Soldering")
    await room.presses(ANA, "Only for coordinators")
    await looks_back(room, NARROW)
    for words, who in ((ASKED, "Only the coordinators"), (ASKED_ALL, "")):
        await room.says(ANA, f"/reflect ask How is it, and {'why' if who else 'when'}?")
        await room.fills(ANA, {"Who reads the answers?": who} if who else {})
        await room.presses(ANA, "Send now")
        await room.passes(seconds=2)
        await room.presses(BEN, "Answer")
        await room.fills(BEN, {"Your answer": words})
    await room.says(BEN, f"/reflect write {JOURNAL}")
    await room.fills(BEN)
    await room.passes(days=20)
    await room.says(BEN, "/impact")
    await room.presses(BEN, "Tell")
    seen = {"What did you see that tells you so?": IN_CLASS}
    await room.fills(BEN, {"I passed it on to colleagues": "I agree"} | seen)
    await room.passes(days=17)


def ways(*, full: bool) -> Iterator[Typed | Pressed | Sent | Said]:
    """Every way to ask for anything, about every row there is; at small size of fewer pages."""
    for name in sorted(RIGHTS):
        noun, _, press = name.partition(".")
        for subject in (0, 1, 2, 3) if full else (1, 2):
            yield from attempts(name, subject)
            pages = (0, 1, 2) if full else ()
            yield from (Pressed(f"{noun}:{subject}:{press}:{page}") for page in pages)
    for noun in NOUNS:
        texts = ("", "results", "Robotics", "Soldering", "results Sol")
        yield from (Typed(noun, typed) for typed in texts)
    yield from map(Said, WORDS)


def answer(room: RoomOfPeople, who: str, said: Typed | Pressed | Sent | Said, channel: str) -> str:
    """What a person gets, in whatever way: also what is in a file. Nothing is changed."""
    room.world.calls += 1
    actor = room.world.actor(who)
    call = Call(
        id=f"circle-{room.world.calls}",
        order=room.world.calls,
        who=Person("memory", "northshire", actor.user),
        profile=room.world.profile(actor),
        place=Place("memory", "northshire", channel),
        said=said,
        abilities=room.stage.abilities,
    )
    with taken_back(room.store) as db:
        found = ROUTER.go_on(ROUTER.meet(db, call, room.clock.now(), KEYS))
        if isinstance(said, Typed):
            offered = ROUTER.suggest(db, call, room.clock.now(), KEYS)
            return f"{shown(found)} {offered} {in_file(found)}"
        return f"{shown(found)} {in_file(found)}"
    raise AssertionError("taken back")  # pragma: no cover -- for the type checker


def in_file(found: object) -> str:
    """What stands in an answer's file, unpacked."""
    if not isinstance(found, Reply) or found.file is None:
        return ""
    try:
        packed = ZipFile(BytesIO(found.file.content))
    except BadZipFile:
        return found.file.content.decode("utf-8", "replace")
    return " ".join(packed.read(name).decode("utf-8", "replace") for name in packed.namelist())


def break_down(room: RoomOfPeople) -> None:
    """Faults while people send what nobody else is to read: a fault is logged with all that is
    known of it.
    """
    with room.store.write() as db:
        for table in ("trial", "journal_entry"):
            db.connection().execute(text(f"ALTER TABLE {table} RENAME TO lost_{table}"))
    for said in (
        Sent("notes:1:line", {"line": (TRIAL,)}),
        Sent("reflect:0:write:1", {"text": (JOURNAL,)}),
    ):
        assert "went wrong" in shown(ask(room, BEN, said, "C1"))


@pytest.mark.must_hold("A5", 4)
@pytest.mark.timeout(600)
async def test_nobody_reads_what_was_not_promised_to_them(
    room: RoomOfPeople, *, full: bool, figure: Callable[[str], None], logged: StringIO
) -> None:
    await lived(room)
    secrets = MAY_READ[BEN]
    tried = 0
    read: dict[str, set[str]] = {who: set() for who in MAY_READ}
    for who, channel in (
        (ANA, "C1"),
        (CLEO, "C1"),
        (CLEO, "C2"),
        (DEV, "C2"),
        (BEN, "C1"),
    ):
        for said in ways(full=full):
            told = answer(room, who, said, channel)
            found = {secret for secret in secrets if secret in told}
            assert found <= MAY_READ[who], (who, said)
            read[who] |= found
            tried += 1
    # Each of them could be read: by who may, in some way.
    assert read == MAY_READ
    for one in room.seen:
        told_to = MAY_READ.get(one.who, {ASKED_ALL} if one.where else set())
        if one.kind in ("post", "edit") and not one.who:
            told_to = set()
        assert {s for s in secrets if s in one.text} <= told_to, (one.where, one.who, one.text)
    break_down(room)
    assert "call.failed" in logged.getvalue()
    assert not any(secret in logged.getvalue() for secret in secrets)
    figure(f"{tried} ways to ask, by four people, {len(secrets)} secrets: none read by who may not")
