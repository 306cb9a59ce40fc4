"""How good a round of buddies could be at most, also after it was changed by hand. Pure."""

from dataclasses import replace

from bot.core.pairing.dealing import deal
from bot.core.pairing.people import DENSE, Dealt, Question

UNKNOWN = -1
PAUSED = "paused"


def bound(question: Question, dealt: Dealt, *, kept: bool) -> int:
    """The most that a round of as many people and as many repeats can be worth. Where pairs are
    kept it is that of the round without them, to 150 people; above that, it is not known.
    """
    if not kept:
        return UNKNOWN if dealt.bound is None else dealt.bound
    if len(question.people) > DENSE:
        return UNKNOWN
    free = deal(replace(question, rules=replace(question.rules, together=())))
    is_alike = (over(free), free.repeats) == (over(dealt), dealt.repeats)
    return free.bound if is_alike and free.bound is not None else UNKNOWN


def over(dealt: Dealt) -> int:
    """How many sit out who would take part."""
    return sum(one.why != PAUSED for one in dealt.left_out)
