"""What somebody asks for, offers, or was asked is theirs: nobody else reads who, or a word of it
that they did not have sent themselves.
"""

from io import StringIO

import pytest

from bot.commands.calls import Pressed, Typed
from bot.commands.table import ACTIONS
from tests.commands.forms import MORE
from tests.commands.test_rights import ask as call
from tests.commands.test_rights import shown
from tests.offers.conftest import EVE, FAY, asks, can_help, offers
from tests.plugins.room import ANA, BEN, CLEO, DEV, RoomOfPeople

pytestmark = pytest.mark.must_hold("D1", 5)
OWN = tuple(action for action in ACTIONS if action.noun in ("request", "offer", "ask", "kit"))
WORDS = ("electric circuits", "Ten worksheets", "crocodile clips")
SECRETS = ("My secret", "More secret", "crocodile", "worksheets", "example.org")
NAMES = (ANA, BEN, CLEO, EVE)


@pytest.fixture
async def helped(all_here: RoomOfPeople) -> RoomOfPeople:
    """Cleo asks for help; Ben, who offers something, is asked and helps; Eve was asked too."""
    room = all_here
    can_help(room, EVE)
    await offers(room, BEN, "A box of crocodile clips for electric circuits")
    await offers(room, BEN, "Ten worksheets on electric circuits", "Something to read",
                 link="https://example.org/secret")  # fmt: skip
    await asks(room, CLEO, "My secret electric circuits")
    await room.presses(CLEO, "Ask for this")
    await room.presses(CLEO, "Ask them")
    await room.passes(hours=6)
    await room.presses(BEN, "I can help")
    await asks(room, CLEO, "More secret electric circuits")
    await room.presses(CLEO, "Ask them")
    await room.passes(days=3)
    return room


async def test_dev_and_a_curious_member_find_nothing(
    helped: RoomOfPeople, logged: StringIO
) -> None:
    tried = 0
    for who, room in ((DEV, "C2"), (FAY, "C1"), (FAY, ""), (DEV, "C1")):
        for action in OWN:
            noun, _, last = action.name.partition(".")
            for subject in range(4):
                more = MORE.get(f"{noun}.{last}", MORE.get(last, ":1" if subject == 0 else ""))
                answer = shown(call(helped, who, Pressed(f"{noun}:{subject}:{last}{more}"), room))
                tried += 1
                _says_nothing(answer, action.name)
        for text in ("", "mine", "secret", "electric circuits", "people circuits"):
            for noun in ("request", "offer", "kit", "network"):
                answer = shown(call(helped, who, Typed(noun, text), room))
                assert not any(word in answer for word in SECRETS), (who, noun, text)
    assert tried
    for word in SECRETS:
        assert word not in logged.getvalue()


def _says_nothing(answer: str, name: str) -> None:
    for secret in SECRETS:
        assert secret not in answer, (name, answer)
    assert not any(who in answer for who in NAMES), (name, answer)


async def test_nobody_else_hears_of_it(helped: RoomOfPeople) -> None:
    await helped.passes(days=40)

    for who in (FAY, ANA):
        assert not any(word in text for text in helped.inbox(who) for word in WORDS), who
    assert not any(word in text for text in helped.posts() for word in WORDS)
    assert not any(BEN in text or CLEO in text for text in helped.inbox(EVE))
    assert not any(EVE in text for text in helped.inbox(CLEO))
    assert not any(EVE in text for text in helped.inbox(BEN))


async def test_what_others_take_along_holds_nothing_of_it(helped: RoomOfPeople) -> None:
    for who, room in ((DEV, "C2"), (FAY, "C1"), (ANA, "C1")):
        export = shown(call(helped, who, Pressed("privacy:0:export"), room))
        assert not any(word in export for word in (*WORDS, "secret")), who


async def test_who_offers_is_named_to_nobody_who_only_looks(helped: RoomOfPeople) -> None:
    said = await asks(helped, FAY, "Something on electric circuits")

    assert "Ten worksheets" in said
    assert not any(name in said for name in NAMES)


async def test_coordinators_read_who_helps_and_not_who_was_asked(helped: RoomOfPeople) -> None:
    seen = shown(call(helped, ANA, Pressed("request:1:look"), "C1"))
    assert "somebody helps · Ben" in seen
    assert EVE not in seen
    seen = shown(call(helped, ANA, Pressed("request:2:look"), "C1"))
    assert BEN not in seen
    assert EVE not in seen


async def test_nothing_is_left_of_who_is_erased(helped: RoomOfPeople) -> None:
    await helped.says(BEN, "/privacy")
    await helped.presses(BEN, "Erase everything")
    await helped.presses(BEN, "Yes, erase everything")

    said = await asks(helped, FAY, "Something on electric circuits")
    assert "worksheets" not in said
    assert "Ben" not in await helped.says(CLEO, "/request mine")
