"""The life of a request: which act leads from which state to which, and who may do it. Pure.

Whoever asks and whoever looks after the network do the steps; "line" is the waiting list, which
moves up by itself, and drops who has left; "helper" whoever said that they
can help. What is in no row of `STEPS` cannot be done.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

Who = Literal["asker", "coordinator", "line", "helper"]
Goes = Literal["back", "away", "work"]
"""How a request ends: its pieces come back, stay away, or it never was about pieces."""

ASKED, WAITING, RESERVED, APPROVED = "asked", "waiting", "reserved", "approved"
SENT, READY, IN_USE, GIVEN_BACK = "sent", "ready", "in-use", "given-back"
FOUND = "found"
"""Somebody of the network helps, or it is there to read: no coordinator has to do anything."""
RETURNED, KEPT, USED_UP, DONE = "returned", "kept", "used-up", "done"
TOLD, DECLINED, CANCELLED, LOST = "told", "declined", "cancelled", "lost"
STATES = (
    ASKED, WAITING, RESERVED, APPROVED, SENT, READY, IN_USE, GIVEN_BACK, FOUND, RETURNED, KEPT,
    USED_UP, DONE, TOLD, DECLINED, CANCELLED, LOST,
)  # fmt: skip
OPEN = (ASKED, WAITING, RESERVED, APPROVED, SENT, READY, IN_USE, GIVEN_BACK, FOUND)
"""What has not come to its end."""
SET_ASIDE = (RESERVED, READY)
"""Its pieces are set aside, in the house."""
OUT = (SENT, IN_USE, GIVEN_BACK)
"""Its pieces are out of the house."""
USED = (RETURNED, KEPT, USED_UP, DONE)
"""It was used; what pupils did with it can be told."""
BACK_KINDS = ("class-set", "kit")
"""Kits that come back; of the others nothing does."""
_ASKER: tuple[Who, ...] = ("asker",)
_COORDINATOR: tuple[Who, ...] = ("coordinator",)
_BOTH: tuple[Who, ...] = ("asker", "coordinator")


@dataclass(frozen=True, slots=True)
class Step:
    """An act: from which states it leads to which, who may do it, and for what (`goes`; none given:
    for all). An empty `to`: the state stays.
    """

    act: str
    before: tuple[str, ...]
    to: str
    who: tuple[Who, ...]
    goes: tuple[Goes, ...] = ("back", "away", "work")


_PIECES: tuple[Goes, ...] = ("back", "away")
STEPS = (
    Step("approve", (ASKED,), WAITING, _COORDINATOR, _PIECES),
    Step("approve", (ASKED,), APPROVED, _COORDINATOR, ("work",)),
    Step("take-in", (ASKED,), WAITING, ("line",), _PIECES),
    Step("decline", (ASKED, WAITING, RESERVED, READY, APPROVED), DECLINED, _COORDINATOR),
    Step("reserve", (WAITING,), RESERVED, ("line",), _PIECES),
    Step("send", (RESERVED,), SENT, _COORDINATOR, _PIECES),
    Step("ready", (RESERVED,), READY, _COORDINATOR, _PIECES),
    Step("receive", (SENT, READY), IN_USE, _BOTH, _PIECES),
    Step("give-back", (IN_USE,), GIVEN_BACK, _ASKER, ("back",)),
    Step("return", (SENT, IN_USE, GIVEN_BACK), RETURNED, _COORDINATOR, ("back",)),
    Step("return", (SENT,), RETURNED, _COORDINATOR, ("away",)),
    Step("keep", (IN_USE, GIVEN_BACK), KEPT, _COORDINATOR, ("back",)),
    Step("use-up", (IN_USE,), USED_UP, _BOTH, ("away",)),
    Step("lose", OUT, LOST, _BOTH, _PIECES),
    Step("extend", (RESERVED, READY, SENT, IN_USE), "", _BOTH, ("back",)),
    Step("cancel", (ASKED, WAITING, RESERVED, READY, APPROVED), CANCELLED, ("asker", "line")),
    Step("cancel", (FOUND,), CANCELLED, ("asker", "line")),
    Step("happen", (APPROVED,), DONE, _BOTH, ("work",)),
    Step("happen", (FOUND,), DONE, _BOTH),
    Step("find", (ASKED, WAITING, APPROVED, DECLINED), FOUND, ("asker", "helper")),
    Step("look-on", (FOUND,), ASKED, _ASKER),
    Step("tell", USED, TOLD, _ASKER),
    Step("tell", (IN_USE, GIVEN_BACK), "", _ASKER, _PIECES),
)
ACTS = tuple(dict.fromkeys(step.act for step in STEPS))
NEEDS_A_REASON = ("decline", "lose", "keep")


class Refused(Exception):
    """This act does not lead on from this state, or is not for who tries it."""

    def __init__(self, act: str, state: str) -> None:
        super().__init__(f"{act} of {state}")
        self.act, self.state = act, state


def goes(kit_kind: str | None) -> Goes:
    """How what is asked for ends, by the kind of the kit; None where it is about no kit."""
    if kit_kind is None:
        return "work"
    return "back" if kit_kind in BACK_KINDS else "away"


def after(state: str, act: str, who: Who, ends: Goes, *, told: bool = False) -> str:
    """The state to which the act leads. What was `told` while it was in use need not be told again
    when it has come to its end. Raises Refused.
    """
    for step in STEPS:
        if step.act == act and state in step.before and who in step.who and ends in step.goes:
            to = step.to or state
            return TOLD if told and to in USED else to
    raise Refused(act, state)


def possible(state: str, who: Who, ends: Goes) -> list[str]:
    """What a person can do next with it, in the order of the table."""
    rows = [step for step in STEPS if state in step.before and who in step.who]
    return list(dict.fromkeys(step.act for step in rows if ends in step.goes))


Way = tuple[str, str]


def way(act: str, before: str, number: int, shelf: str) -> Way | None:
    """From where to where the pieces of a request go when this is done, or None where they stay.
    `shelf` is where they come from, or go back to.
    """
    aside, out = f"for:{number}", f"with:{number}"
    if act == "reserve":
        return shelf, aside
    if act == "send" or (act == "receive" and before == READY):
        return aside, out
    if act in ("decline", "cancel") and before in SET_ASIDE:
        return aside, shelf
    if act == "return":
        return out, shelf
    return (out, "gone") if act in ("keep", "use-up", "lose") else None


def is_overdue(state: str, until: date | None, today: date) -> bool:
    """Whether something should be back and is not; who has sent it back is not late."""
    return state in (SENT, IN_USE) and until is not None and until < today
