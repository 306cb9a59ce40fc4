"""The story of a term: alike everywhere, again and again, quick, and little work for anybody.

A click is a press on a button, an option, or Send; a field is a value that is typed or picked. What
stands in a field already costs nothing, and a typed command is one field.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import pytest

from bot.adapters.story import Fills, Presses, Step, Types, read
from bot.play import GROUNDS
from tests.stories.told import NAMES, STORIES, golden, is_quick, is_told_alike

Figure = Callable[[str], None]
NAME = "term"
MEETINGS = ("/meeting plan Robotics twilight", "/meeting plan Data loggers")


@pytest.mark.must_hold("A5", 1)
@pytest.mark.parametrize("platform", GROUNDS)
def test_it_plays_alike_on_every_platform(platform: str, full: bool) -> None:
    is_told_alike(NAME, platform, full=full)


@pytest.mark.must_hold("A5", 1)
def test_a_second_run_is_the_same_to_the_byte_and_quick(full: bool, figure: Figure) -> None:
    is_quick(NAME, 10, full=full, figure=figure)


@dataclass(frozen=True)
class Work:
    """What something costs a person."""

    clicks: int = 0
    fields: int = 0

    def __add__(self, other: "Work") -> "Work":
        return Work(self.clicks + other.clicks, self.fields + other.fields)


def options() -> set[str]:
    """What stands to choose from in some form of the story."""
    lines = (line.strip() for line in golden(NAME).splitlines())
    return {line[4:] for line in lines if line.startswith(("( ) ", "(x) "))}


def work(steps: Iterable[Step], who: str) -> Work:
    """What these steps cost a person."""
    done, chosen = Work(), options()
    for step in steps:
        match step:
            case Types(by, _, _) if by == who:
                done += Work(fields=1)
            case Presses(by, _, _) if by == who:
                done += Work(clicks=1)
            case Fills(by, values) if by == who:
                picked = sum(value in chosen for value in values.values())
                done += Work(1 + picked, len(values) - picked)
            case _:
                pass
    return done


def steps() -> list[Step]:
    """All that people do in the story."""
    text = STORIES[NAMES.index(NAME)].read_text(encoding="utf-8")
    return [step for _, step in read(text).steps]


def planned(all_steps: list[Step], text: str) -> int:
    """Where a meeting is planned."""
    return next(
        at for at, step in enumerate(all_steps) if isinstance(step, Types) and text in step.text
    )


def after(all_steps: list[Step], who: str, label: str) -> Step:
    """The form that a person sends after pressing this."""
    at = next(
        n
        for n, step in enumerate(all_steps)
        if isinstance(step, Presses) and (step.who, step.label) == (who, label)
    )
    return all_steps[at + 1]


@pytest.mark.must_hold("A5", 2)
def test_two_whole_cycles_are_little_work_for_who_coordinates(figure: Figure) -> None:
    done = steps()
    first, second = (planned(done, text) for text in MEETINGS)
    # All that Ana does from the plan of the first meeting to the plan of the second; and from there
    # to the end, when she also answers, tells and reads as a member, of both meetings.
    cycles = work(done[first:second], "Ana"), work(done[second:], "Ana")
    for cycle in cycles:
        assert cycle.clicks <= 25
        assert cycle.fields <= 12
    yes, looking = Presses("Ben", "Yes"), Presses("Cleo", "Looking back")
    assert yes in done
    assert work([yes], "Ben") == Work(clicks=1)
    # Cleo chooses what has to be chosen, and nothing else.
    assert work([looking, after(done, "Cleo", "Looking back")], "Cleo") == Work(clicks=3)
    told_ = next(at for at, one in enumerate(done) if one == Presses("Eve", "Did it"))
    assert work(done[told_ : told_ + 1], "Eve") == Work(clicks=1)
    assert "only Eve sees:\n    To try with one class" in golden(NAME)
    figure(
        f"a coordinator's cycles: {cycles[0].clicks} clicks and {cycles[0].fields} fields,"
        f" {cycles[1].clicks} and {cycles[1].fields}; a member's yes 1 click, looking back 3,"
        " task told 1"
    )
