"""Kits and requests in every state, for acts to meet: all of them Ana's."""

from bot.commands.calls import Pressed, Sent
from tests.commands.both import Act

HOME = "northshire"
NOT_YET = 2
"""The kit that is used up; the first one comes back."""
LIST = {"rows": ("Name; Count\nBrought; 3",)}
TAKEN = {"rows": ("Name; Count\nBrought before; 3",)}


def _kit(name: str, kind: str) -> Act:
    values = {"name": (name,), "kind": (kind,), "count": ("9",), "place": ("Told",)}
    return Act("Ana", HOME, Sent("kit:0:add:1", values))


def _ask(thing: str) -> Act:
    values = {"thing": (thing,), "count": ("1",), "purpose": ("Told",), "pupils": ("20",)}
    return Act("Ana", HOME, Sent("request:0:ask:1", values))


def _press(*actions: str) -> list[Act]:
    return [Act("Ana", HOME, Pressed(f"request:{one}")) for one in actions]


ACTS = (
    _kit("Told", "class-set"),
    _kit("Untold", "consumable"),
    *map(_ask, ("kit-1", "kit-1", "kit-1", "kit-1", f"kit-{NOT_YET}", "room", "kit-1", "kit-1")),
    *_press("2:approve", "2:send"),
    *_press("3:approve", "3:ready", "3:receive"),
    *_press("4:approve"),
    *_press("5:approve", "5:send", "5:receive"),
    *_press("6:approve"),
    *_press("7:approve", "7:send", "7:receive", "7:return"),
    Act("Ana", HOME, Sent("kits:1:paste", TAKEN)),  # her seventh draft
    Act("Ana", HOME, Sent("kits:1:paste", LIST)),
    Act("Ana", HOME, Pressed("kits:1:take:7")),  # her ninth draft is to take it back
)
"""The first request and the eighth are to be decided; the second is sent, the third in use and the
fourth set aside; the fifth is of what is used up, the sixth a room that was promised, and the
seventh is back. A list of kits has been looked at, and another one taken in.
"""
