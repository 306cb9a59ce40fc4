"""Who writes of a buddy in plain words finds the way to one, in each language."""

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.words.hall import MEMBERS, Hall, begin, buttons

MINE, JOIN, PAUSE = "buddy:0:show:1", "buddy:0:join:1", "buddy:0:pause:1"


@pytest.fixture(scope="module")
def hall(migrated: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hall]:
    made = asyncio.run(begin(migrated, tmp_path_factory.mktemp("hall")))
    yield made
    made.store.close()


@pytest.mark.parametrize(
    ("language", "said", "first"),
    [
        ("en", "I would like a buddy", JOIN),
        ("en", "can i get a budy please", JOIN),
        ("en", "who is my buddy", MINE),
        ("en", "who's my buddy?", MINE),
        ("en", "pause my buddy", PAUSE),
        ("en", "I need a break from buddies", PAUSE),
        ("de", "ich hätte gern einen Buddy", JOIN),
        ("de", "Wer ist mein Buddy?", MINE),
        ("de", "meinen Buddy pausieren bitte", PAUSE),
        ("fr", "j'aimerais avoir un binôme", JOIN),
        ("fr", "qui est mon binôme ?", MINE),
        ("fr", "une pause pour mon binôme", PAUSE),
        ("it", "vorrei un tandem", JOIN),
        ("it", "chi è il mio tandem?", MINE),
        ("it", "metti in pausa il tandem", PAUSE),
        ("fi", "haluaisin työparin", JOIN),
        ("fi", "kuka on työparini?", MINE),
        ("fi", "työpari tauolle", PAUSE),
    ],
)
def test_the_fitting_button_comes_first(hall: Hall, language: str, said: str, first: str) -> None:
    offered = [one.action for one in buttons(hall.asks(MEMBERS[language], said))]
    assert offered[0] == first, offered


def test_who_brings_a_buddy_can_still_answer(hall: Hall) -> None:
    offered = buttons(hall.asks(MEMBERS["en"], "can I bring a buddy along on Tuesday?"))
    assert "rsvp:2:choose" in [one.action for one in offered]


def test_a_workshop_is_no_buddy(hall: Hall) -> None:
    offered = buttons(hall.asks(MEMBERS["fi"], "missä työpaja on?"))
    assert [one.action for one in offered if one.action.startswith("buddy")] == []
