"""A story that is written can be read again, and is the same."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.adapters.stage import Actor, Room
from bot.adapters.story import (
    Closes,
    Fills,
    Leaves,
    Loses,
    NotAStory,
    Passes,
    Presses,
    Restarts,
    Says,
    Step,
    Story,
    Types,
    read,
)
from bot.adapters.story_writing import write

STORIES = sorted(Path(__file__).parent.glob("*.story"))
NAMES = ("Ana Silva", "Ben", "Jo O'Neil-Smith")
TEXT = st.text(st.characters(codec="utf-8"), max_size=60).map(str.strip).filter(bool)
LABELS = st.sampled_from(("Yes", "Yes, if I am released", "Plan a meeting", "Weiß ich nicht"))

STEPS: st.SearchStrategy[Step] = st.one_of(
    st.builds(
        Types, st.sampled_from(NAMES), st.sampled_from(("north", "")), TEXT.map("/{}".format)
    ),
    st.builds(Says, st.sampled_from(NAMES), st.just("north"), TEXT),
    st.builds(Presses, st.sampled_from(NAMES), LABELS, st.integers(1, 9999)),
    st.builds(
        Fills, st.sampled_from(NAMES), st.dictionaries(LABELS, st.just("") | TEXT, min_size=1)
    ),
    st.integers(1, 10**7).map(lambda n: Passes(timedelta(seconds=n))),
    st.builds(Closes, st.sampled_from(NAMES), st.booleans()),
    st.builds(Leaves, st.sampled_from(NAMES)),
    st.just(Loses()),
    st.just(Restarts()),
)


def told(*steps: Step) -> Story:
    actors = (
        Actor("Ana Silva", "U0001", admin=True),
        Actor("Ben", "U0002", language="fr"),
        Actor("Jo O'Neil-Smith", "U0003"),
    )
    rooms = (Room("north", "C1", NAMES), Room("south", "C2", ("Ben",)))
    lines = tuple(("", step) for step in steps)
    now = datetime(2026, 11, 23, 10, tzinfo=UTC)
    schools = {"Ana Silva": "Hilltop School", "Ben": "University of Northshire"}
    return Story(now, "Europe/London", actors, rooms, lines, "4F2A9C1D", schools)


@given(st.lists(STEPS, max_size=8))
@example([Says("Ana Silva", "north", "I hope the hall fills"), Presses("Ben", "fills")])
@example([Says("Ben", "north", "C:\\new\\sub\\user"), Says("Ben", "north", "a\nb")])
def test_what_is_written_is_read_again(steps: list[Step]) -> None:
    story = told(*steps)
    again = read(write(story))

    assert [step for _, step in again.steps] == steps
    assert (again.actors, again.schools, again.code) == (story.actors, story.schools, story.code)
    assert [room.people for room in again.rooms] == [room.people for room in story.rooms]
    assert again.now == story.now


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem)
def test_every_story_can_be_written_anew(path: Path) -> None:
    story = read(path.read_text(encoding="utf-8"))
    again = read(write(story))

    assert [step for _, step in again.steps] == [step for _, step in story.steps]
    assert replace(again, steps=()) == replace(story, steps=())


@pytest.mark.parametrize(
    "line",
    [
        "Zoe closes private messages",
        "Ben in #nowhere says hello",
        "Ben whispers hello",
        "Zoe presses Yes",
    ],
)
def test_what_cannot_be_read_is_named(line: str) -> None:
    with pytest.raises(NotAStory, match=line.split(maxsplit=1)[0]):
        read(write(told()) + line + "\n")
