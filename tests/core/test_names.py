"""When two names are the same: one rule for lists, pages, invitations and those who come."""

import pytest

from bot.core.cells import is_called


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kim Lee", "kim  LEE"),
        ("Kim Lee", "Lee, Kim"),
        ("Dr. Kim Lee", "Kim Lee"),
        ("Zoë Müller", "Zoe Muller"),
        ("Jo O’Neil", "Jo O'Neil"),
        ("李 明", "明 李"),
    ],
)
def test_the_same(one: str, other: str) -> None:
    assert is_called(one, other)


@pytest.mark.parametrize(("one", "other"), [("Kim Lee", "Kim"), ("Dr Lee", "Dr Fox"), ("★", "☆")])
def test_others(one: str, other: str) -> None:
    assert not is_called(one, other)
