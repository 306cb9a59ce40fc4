"""Who has left their school, wants everything erased or is away, finds that first."""

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.words.hall import MEMBERS, Hall, begin, buttons

SCHOOL, ERASE = "network:1:left-school", "privacy:0:erase"
AWAY, LEAVE = "network:1:away", "network:1:leave"


@pytest.fixture(scope="module")
def hall(migrated: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hall]:
    made = asyncio.run(begin(migrated, tmp_path_factory.mktemp("hall")))
    yield made
    made.store.close()


@pytest.mark.parametrize(
    ("language", "said", "first"),
    [
        ("en", "i have left my scool", SCHOOL),
        ("en", "I'm moving to a new school", SCHOOL),
        ("en", "delete everythng about me", ERASE),
        ("en", "please erase all my data", ERASE),
        ("en", "i am ill until friday", AWAY),
        ("en", "I'm off sick for two weeks", AWAY),
        ("en", "take me off the list", LEAVE),
        ("de", "ich habe meine Schule verlassen", SCHOOL),
        ("de", "lösche alles über mich", ERASE),
        ("de", "ich bin bis Freitag krank", AWAY),
        ("de", "nehmt mich bitte von der Liste", LEAVE),
        ("fr", "j'ai quitté mon école", SCHOOL),
        ("fr", "efface tout sur moi", ERASE),
        ("fr", "je suis malade jusqu'à vendredi", AWAY),
        ("fr", "je quitte le réseau", LEAVE),
        ("it", "ho lasciato la mia scuola", SCHOOL),
        ("it", "cancella tutto su di me", ERASE),
        ("it", "sono malata fino a venerdì", AWAY),
        ("it", "toglietemi dalla lista", LEAVE),
        ("fi", "olen lähtenyt koulustani", SCHOOL),
        ("fi", "poista kaikki minusta", ERASE),
        ("fi", "olen kipeänä perjantaihin asti", AWAY),
        ("fi", "poistakaa minut listalta", LEAVE),
    ],
)
def test_the_fitting_button_comes_first(hall: Hall, language: str, said: str, first: str) -> None:
    offered = [one.action for one in buttons(hall.asks(MEMBERS[language], said))]
    assert offered[0] == first, offered
