"""What the line about a pair or a trio says, word for word."""

from __future__ import annotations

from collections.abc import Collection

import pytest

from bot.core.pairing.people import Group, Someone
from bot.core.topics import own, vocabulary
from bot.views.reasons import Known, line, own_line
from bot.views.words import words

MIRA, TOM, EVE = "1", "2", "3"
NAMES = {MIRA: "Mira", TOM: "Tom", EVE: "Eve"}
ALL = ("work", "help", "wish")
KITES = {**vocabulary(), "own-7": own(7, "Kites")}


def keys(*said: str) -> frozenset[str]:
    return frozenset(said)


def told(*people: Someone, shows: Collection[str] = ALL, again: bool = False) -> tuple[str, str]:
    """What they read, and what a coordinator reads."""
    known = {one.id: Known(NAMES[one.id], one) for one in people}
    group = Group(tuple(one.id for one in people), repeat=again)
    parts = dict.fromkeys(known, shows)
    return (
        own_line(words("en"), group, known, parts, KITES),
        line(words("en"), group, known, parts, KITES),
    )


@pytest.mark.parametrize(
    ("mira", "tom", "to_them", "of_them"),
    [
        (
            Someone(MIRA, strengths=keys("robotics"), subjects=keys("physics")),
            Someone(TOM, needs=keys("robotics"), subjects=keys("physics", "python")),
            ("Mira can help with “Robotics”, and Tom would like to learn about it."
             " You have a subject in common: Physics."),
            ("Mira can help with “Robotics”, and Tom would like to learn about it."
             " Mira and Tom have a subject in common: Physics."),
        ),
        (
            Someone(MIRA, strengths=keys("robotics"), needs=keys("own-7")),
            Someone(TOM, strengths=keys("own-7"), needs=keys("robotics")),
            ("Mira can help with “Robotics”, Tom with “Kites”, and each would like to learn about"
             " the other’s topic."),
            ("Mira can help with “Robotics”, Tom with “Kites”, and each would like to learn about"
             " the other’s topic."),
        ),
        (
            Someone(MIRA, sector="academic"), Someone(TOM, sector="school"),
            "You know the work from different sides: school and university.",
            "Mira and Tom know the work from different sides: school and university.",
        ),
        (
            Someone(MIRA, years=2), Someone(TOM, years=12),
            "You bring different years of experience.",
            "Mira and Tom bring different years of experience.",
        ),
        (
            Someone(MIRA, phases=keys("secondary")), Someone(TOM, phases=keys("secondary")),
            "You know pupils of the same age: secondary.",
            "Mira and Tom know pupils of the same age: secondary.",
        ),
        (
            Someone(MIRA, region="coast", years=2), Someone(TOM, region="coast", years=3),
            "You work in the same region.",
            "Mira and Tom work in the same region.",
        ),
        (
            Someone(MIRA, languages=keys("de", "en")), Someone(TOM, languages=keys("de", "fi")),
            "Languages that you have in common: German.",
            "Languages that Mira and Tom have in common: German.",
        ),
        (
            Someone(MIRA, schools=keys("4")), Someone(TOM, schools=keys("5")),
            "You work in different places.",
            "Mira and Tom work in different places.",
        ),
        (
            Someone(MIRA, times=keys("mon-late")), Someone(TOM, times=keys("mon-late")),
            "You have not been put together before.",
            "Mira and Tom have not been put together before.",
        ),
    ],
    ids=["one-way", "both-ways", "sector", "experience", "phase", "region", "languages", "schools",
         "times"],
)  # fmt: skip
def test_a_pair(mira: Someone, tom: Someone, to_them: str, of_them: str) -> None:
    assert told(mira, tom) == (to_them, of_them)


def test_what_is_not_shown_is_not_told() -> None:
    mira = Someone(MIRA, strengths=keys("robotics"), years=3, subjects=keys("physics"))
    tom = Someone(TOM, needs=keys("robotics"), years=30, subjects=keys("physics"))
    plain = "You have not been put together before."

    assert told(mira, tom, shows=())[0] == plain
    assert told(mira, tom, shows=("help",))[0] == plain
    assert told(mira, tom, shows=("wish",))[0] == plain
    assert told(mira, tom, shows=("work",))[0] == "You have a subject in common: Physics."
    assert told(mira, tom, shows=(), again=True) == (
        "You have been together before.",
        "Mira and Tom have been together before.",
    )


def test_a_trio_reads_what_is_true_of_all_or_of_whom() -> None:
    mira = Someone(MIRA, strengths=keys("robotics"), region="coast")
    tom = Someone(TOM, needs=keys("robotics"), region="coast")
    eve = Someone(EVE, needs=keys("robotics"), region="coast")

    told_all = "Mira can help with “Robotics”, and Tom and Eve would both like to learn about it."
    assert told(mira, tom, eve) == (told_all, told_all)
    told_two = "Mira can help with “Robotics”, and Tom would like to learn about it."
    assert told(mira, tom, Someone(EVE)) == (told_two, told_two)
    assert told(Someone(MIRA, region="coast"), eve, tom)[0] == "You work in the same region."
    assert told(Someone(MIRA), eve, tom)[0] == "Eve and Tom work in the same region."
    assert told(Someone(MIRA), Someone(TOM), Someone(EVE), again=True) == (
        "Some of you have been together before.",
        "Some of these have been together before: Eve, Mira and Tom.",
    )


def test_nobody_is_the_only_one_of_anything() -> None:
    mira = Someone(MIRA, subjects=keys("physics"), region="hills")
    tom = Someone(TOM, subjects=keys("robotics"), region="coast")
    assert told(mira, tom)[0] == "You have not been put together before."
