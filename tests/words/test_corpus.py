"""What people write to the bot: a corpus collected blind, half of it frozen. Of the frozen half
only how many are understood is told, so that nobody tunes by it.
"""

import asyncio
import csv
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bot.commands.calls import Answer
from bot.i18n import LANGUAGES
from tests.words.hall import COORDINATORS, MEETINGS, MEMBERS, Hall, begin, buttons

FOLDER = Path(__file__).parent
ENOUGH = 0.9
MOST = 3
NEUTRAL = ("network:0:help", "network:0:home")
"""Where nothing else is offered, these are; they are right only where help was meant."""
UNCLEAR = (["meeting:0:coming:1", "network:0:help"], ["network:0:home", "network:0:help"])
Row = dict[str, str]


def rows_of(name: str) -> list[Row]:
    text = (FOLDER / f"{name}.tsv").read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.fixture(scope="module")
def hall(migrated: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hall]:
    made = asyncio.run(begin(migrated, tmp_path_factory.mktemp("hall")))
    yield made
    made.store.close()


SPECIAL = {
    "meeting:0:plan": "plan",
    "meeting:move": "change",
    "meeting:call-off": "change",
    "meeting": "next",
    "notes:0:show": "todo",
    "reflect:0:show": "class",
    "impact:0:show": "class",
    "rsvp": "answer",
    "network:help": "help",
    "network": "privacy",
}
"""What a button is for, where that is not its noun."""


def meaning_of(action: str) -> str:
    """What a button is for, of the corpus' meanings."""
    noun, subject, verb = action.split(":")[:3]
    keys = (f"{noun}:{subject}:{verb}", f"{noun}:{verb}", noun)
    return next((SPECIAL[key] for key in keys if key in SPECIAL), noun)


def is_right(row: Row, answer: Answer) -> bool:
    """Whether one of the buttons is a right one, of the meeting that is named."""
    wanted = row["means"].split("|")
    number = str(MEETINGS.get(row["meeting"], ""))
    offered = [one.action for one in buttons(answer)]
    if offered in UNCLEAR:
        return False  # nothing was understood: these two are offered then, and count for nothing
    if offered[1:] == ["network:0:help"]:
        offered.pop()  # it stands beside one button alone, whatever was meant
    right = [action for action in offered if meaning_of(action) in wanted]
    return any(not number or action.split(":")[1] in (number, "0") for action in right)


def told(hall: Hall, row: Row) -> Answer:
    return hall.asks(COORDINATORS[row["lang"]], row["phrase"])


@pytest.mark.parametrize("row", rows_of("tuning"), ids=lambda r: f"{r['lang']}: {r['phrase']}")
def test_a_phrase_leads_to_what_people_mean(hall: Hall, row: Row) -> None:
    answer = told(hall, row)
    assert is_right(row, answer), [one.action for one in buttons(answer)]


@pytest.mark.must_hold("A5", 5)
def test_the_frozen_half_is_understood_as_well(hall: Hall, figure: Callable[[str], None]) -> None:
    frozen = rows_of("frozen")
    right = Counter(row["lang"] for row in frozen if is_right(row, told(hall, row)))
    tuned = rows_of("tuning")
    known = sum(is_right(row, told(hall, row)) for row in tuned)
    figure(
        f"{right.total()} of {len(frozen)} lead to the right buttons ({dict(right)}), "
        f"and {known} of the {len(tuned)} by which they were tuned"
    )
    share = right.total() / len(frozen)
    assert share >= ENOUGH


@pytest.mark.must_hold("A5", 5)
@pytest.mark.parametrize("people", [COORDINATORS, MEMBERS], ids=["coordinators", "members"])
def test_no_phrase_changes_anything_or_is_answered_with_everything(
    hall: Hall, people: dict[str, str]
) -> None:
    before = hall.everything()
    for row in (*rows_of("tuning"), *rows_of("frozen")):
        offered = [one.action for one in buttons(hall.asks(people[row["lang"]], row["phrase"]))]
        beside = [action for action in offered if action not in NEUTRAL]
        # No phrase is named here: half of them are frozen.
        count = len(beside)
        assert count <= MOST
    is_as_before = hall.everything() == before
    assert is_as_before


@pytest.mark.must_hold("A5", 5)
@pytest.mark.parametrize("other", LANGUAGES)
def test_who_reads_another_language_is_understood_too(
    hall: Hall, other: str, figure: Callable[[str], None]
) -> None:
    tuned = [row for row in rows_of("tuning") if row["lang"] != other]
    who = COORDINATORS[other]
    right = sum(is_right(row, hall.asks(who, row["phrase"])) for row in tuned)
    figure(f"{right} of {len(tuned)} also by who reads {other}")
    share = right / len(tuned)
    assert share >= ENOUGH
