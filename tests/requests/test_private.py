"""What somebody asked for is theirs and the coordinators': nobody else sees a word of it."""

from io import StringIO

import pytest

from bot.commands.calls import Pressed, Typed
from bot.commands.table import ACTIONS
from tests.commands.forms import MORE
from tests.commands.test_rights import ask as call
from tests.commands.test_rights import shown
from tests.plugins.room import ANA, BEN, CLEO, DEV, RoomOfPeople
from tests.requests.conftest import ask, queue

pytestmark = pytest.mark.must_hold("D1", 5)
SECRETS = ("secret plan", "Ben", "crane")
OWN = tuple(action for action in ACTIONS if action.noun in ("request", "kit", "kits"))


async def has_told(room: RoomOfPeople) -> None:
    """Ben has got a kit, and told what his pupils did; another request of his waits."""
    await ask(room, BEN)
    await queue(room, "Yes, they get it", "It can be fetched", "They have it")
    await room.says(BEN, "/request mine")
    await room.presses(BEN, "Show")
    await room.presses(BEN, "Tell how it went")
    await room.fills(
        BEN, {"How many pupils used it?": "27", "What did they do with it?": "A crane of Ben's"}
    )
    await ask(room, BEN)


async def test_dev_and_a_curious_member_find_nothing(lent: RoomOfPeople, logged: StringIO) -> None:
    await has_told(lent)
    tried = 0
    for who, room in ((DEV, "C2"), (CLEO, "C1"), (CLEO, ""), (DEV, "C1")):
        for action in OWN:
            noun, _, last = action.name.partition(".")
            for subject in (0, 1, 2):
                more = MORE.get(f"{noun}.{last}", MORE.get(last, ":1" if subject == 0 else ""))
                answer = shown(call(lent, who, Pressed(f"{noun}:{subject}:{last}{more}"), room))
                tried += 1
                if action.changes and action.form is None and who == DEV:
                    assert answer.startswith(("I cannot", "Only a coord", "You are not", "That"))
                assert not any(secret in answer for secret in SECRETS), (who, action.name, answer)
        for text in ("", "mine", "kits", "who", "stock", "secret"):
            for noun in ("request", "kit", "network"):
                answer = shown(call(lent, who, Typed(noun, text), room))
                assert "secret plan" not in answer
                assert "crane" not in answer
    assert tried
    assert "secret plan" not in logged.getvalue()
    assert "crane" not in logged.getvalue()


async def test_nobody_hears_but_who_asked_and_the_coordinator(lent: RoomOfPeople) -> None:
    await has_told(lent)
    await lent.passes(days=40)

    assert not any("Robot arm" in text or "secret" in text for text in lent.inbox(CLEO))
    assert not any("Robot arm" in text for text in lent.posts())
    assert any("Robot arm" in text for text in lent.inbox(BEN))
    assert not any("secret plan" in text for text in lent.inbox(ANA))


async def test_what_dev_takes_along_holds_nothing_of_it(lent: RoomOfPeople) -> None:
    await has_told(lent)
    export = shown(call(lent, DEV, Pressed("privacy:0:export"), "C2"))

    assert "secret plan" not in export
