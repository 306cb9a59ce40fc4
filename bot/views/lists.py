"""What lists have in common: their pages, what has no room, and what somebody is called."""

from collections.abc import Sequence
from typing import TypeVar

from bot import ui
from bot.ui import Button, Text
from bot.views.words import Words

T = TypeVar("T")
_NAME = 40


def spoken(label: str, of: str) -> str:
    """What a screen reader says of one of several buttons of the same name."""
    return ui.shorten(f"{label}: {of}", ui.limits.BUTTON)


def page(items: Sequence[T], at: int, size: int) -> tuple[Sequence[T], int, int]:
    """The items on a page, which page that is (the last, where there are not so many), and how many
    there are.
    """
    count = max(-(-len(items) // size), 1)
    at = min(at, count - 1)
    return items[at * size : (at + 1) * size], at, count


def turns(
    t: Words, action: str, at: int, count: int, labels: tuple[str, str] | None = None
) -> list[Button]:
    """The ways to the page before and after this one of so many; their number ends the action."""
    before, after = labels or (t("Earlier ones"), t("Later ones"))
    ways = ((at - 1, before), (at + 1, after))
    return [Button(label, f"{action}:{to}") for to, label in ways if 0 <= to < count]


def newest_first(t: Words) -> tuple[str, str]:
    """How one turns pages where the newest come first."""
    return t("Later ones"), t("Earlier ones")


def dates(t: Words) -> tuple[str, str]:
    """How one turns pages of dates."""
    return t("Earlier dates"), t("Later dates")


def more(t: Words, left: int) -> list[Text]:
    """How many there are that are not shown, in a line; no line where none are left."""
    return [ui.words(t.n("And {n} more.", "And {n} more.", n=left))] if left > 0 else []


def called(t: Words, name: str, most: int = _NAME) -> str:
    """Somebody's name, as far as there is room."""
    return ui.shorten(name, most) if name else t("Somebody without a name")
