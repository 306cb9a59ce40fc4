"""Which one is meant of schools that are called alike, by what else is known of them. Pure."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from bot.core.columns import folded
from bot.core.profiles import listed

Told = tuple[str, str]
"""What is told of a school besides its name: how old its pupils are, and where it is."""
One = TypeVar("One")


def speaks_against(known: Told, said: Told) -> bool:
    """Whether what is known of a school and what was said of one are not true of the same."""
    (phases, region), (phases2, region2) = known, said
    ages, places = (set(listed(phases)), set(listed(phases2))), (folded(region), folded(region2))
    return (all(ages) and not ages[0] & ages[1]) or (all(places) and places[0] != places[1])


def only(fits: Sequence[One], said: Told, known: Callable[[One], Told]) -> One | None:
    """Of those against which nothing speaks the one that is meant: there is no other, or of no
    other all is known that was said.
    """
    told = [one for one in fits if all(k or not s for k, s in zip(known(one), said, strict=True))]
    some = told if told and any(said) else fits
    return some[0] if len(some) == 1 else None
