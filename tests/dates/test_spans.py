"""A first and a last day are asked back: one of them alone would be wrong without a word."""

from datetime import datetime

import pytest

from bot.core import dates
from bot.core.dates import Why

NOW = datetime(2026, 11, 25, 10)  # noqa: DTZ001 -- wall time


@pytest.mark.must_hold("A4", 2)
@pytest.mark.parametrize(
    ("language", "phrase"),
    [
        ("en", "15 to 19 February 2027 4pm"),
        ("en", "15-19 February"),
        ("en", "1st until 3rd of March at 16:00"),
        ("de", "15. bis 19. Februar 2027 16 Uhr"),
        ("de", "15.-19.2. 16 Uhr"),
        ("fr", "du 15 au 19 février à 16h"),
        ("it", "dal 15 al 19 febbraio alle 16"),
        ("fi", "15.–19. helmikuuta klo 16"),
    ],
)
def test_more_than_one_day_is_asked_back(language: str, phrase: str) -> None:
    assert dates.read(phrase, language, NOW).why is Why.WHICH_DAY


@pytest.mark.parametrize(
    ("phrase", "meant"),
    [
        ("ten to four on 3 March", datetime(2027, 3, 3, 15, 50)),  # noqa: DTZ001
        ("twenty-first of June at ten", datetime(2027, 6, 21, 10)),  # noqa: DTZ001
    ],
)
def test_what_only_looks_like_it_is_read(phrase: str, meant: datetime) -> None:
    assert dates.read(phrase, "en", NOW).local == meant
