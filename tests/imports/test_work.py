"""What somebody does, as a cell says it: also word by word as the sentence about it asks."""

import re

import pytest

from bot.core import cells
from bot.core.cells import Fault
from bot.core.imports import Ways
from bot.core.readings import Left
from bot.store.db import Store
from bot.views import faults
from bot.views.colleagues import phase_words
from bot.views.words import words
from tests.imports.desks import begin, looks

KEYS = ["technician", "primary", "secondary", "post-16"]
_LISTED = r"{} (.*), (.*), (.*) {} (.*)\."
SENTENCES = {
    "en": _LISTED.format("instance", "or"),
    "de": _LISTED.format("Beispiel", "oder"),
    "fr": _LISTED.format("exemple", "ou"),
    "it": _LISTED.format("esempio", "o"),
    "fi": _LISTED.format("esimerkiksi", "tai"),
}
PHASES = {
    "en": r"write (.*), (.*) or (.*)\.",
    "de": r"schreib (.*), (.*) oder (.*)\.",
    "fr": r"Écrivez (.*), (.*) ou (.*)\.",
    "it": r"Scrivi (.*), (.*) o (.*)\.",
    "fi": r"Kirjoita (.*), (.*) tai (.*)\.",
}


def told(language: str, why: Fault) -> str:
    return faults.sentence(words(language), Left("", 2, why, "Zauberer"), str)


@pytest.mark.parametrize("language", SENTENCES)
def test_what_the_sentence_asks_for_is_taken(language: str) -> None:
    for why, form, keys in (
        (Fault.WORK, SENTENCES[language], KEYS),
        (Fault.TEACHES, PHASES[language], KEYS[1:]),
    ):
        said = re.search(form, told(language, why))
        assert said, told(language, why)
        assert [cells.works(one) for one in said.groups()] == keys


@pytest.mark.parametrize(
    ("said", "key"),
    [
        ("teacher, primary", "primary"),
        ("Teacher primary", "primary"),
        ("secondary teacher", "secondary"),
        ("Teacher (post-16)", "post-16"),
        ("teacher at a primary school", "primary"),
        ("enseignant, collège", "secondary"),
        ("enseignante au lycée", "post-16"),
        ("enseignant·e primaire", "primary"),
        ("Lehrkraft Primarstufe", "primary"),
        ("Sekundarstufe II, Lehrkraft", "post-16"),
        ("Lehrer:in an der Grundschule", "primary"),
        ("docente, secondaria", "secondary"),
        ("insegnante di scuola primaria", "primary"),
        ("opettaja, yläkoulu", "secondary"),
        ("lukion opettaja", "post-16"),
        ("Gymnasium, Lehrer", cells.TEACHER),
        ("teacher, primary and secondary", cells.TEACHER),
        ("teacher", cells.TEACHER),
        ("head teacher, primary", Fault.WORK),
        ("trainee teacher", "student"),
        ("wizard", Fault.WORK),
    ],
)
def test_who_teaches_and_where_stand_in_either_order(said: str, key: str) -> None:
    assert cells.works(said) == key


def test_a_list_takes_it(sqlite_store: Store) -> None:
    network = begin(sqlite_store)
    plan = looks(sqlite_store, network, b'Name;Works as\nKim Lee;"teacher, primary"\n', Ways({}))
    assert ([one.gets for one in plan.new], plan.left) == ([{"works": "primary"}], [])


@pytest.mark.parametrize("language", SENTENCES)
def test_a_phase_is_taken_as_it_stands_in_the_list_of_schools(language: str) -> None:
    from_views = phase_words(words(language))
    assert [cells.phases(one) for one in from_views.values()] == list(from_views)
