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


CIRCUITS = {"thing": ("help",), "purpose": ("Electric circuits",)}


def _offer(who: str) -> Act:
    values = {"kind": ("kit",), "words": ("Micro:bits",), "until": ("2027-01-20",)}
    more = {"phase": ("any",), "link": ("https://example.org/told",)}
    return Act(who, HOME, Sent("offer:0:add:1", values | more))


def _look_for(who: str) -> Act:
    return Act(
        who, HOME, Sent("request:0:ask:1", {"thing": ("other",), "purpose": ("Micro:bits",)})
    )


_OFFERS = (
    *(Act(who, HOME, Pressed("network:1:private:yes")) for who in ("Ana", "Ben")),
    *map(_offer, ("Ana", "Ben")),
    *map(_look_for, ("Ana", "Ben", "Ana")),
    Act("Ben", HOME, Pressed("request:10:take:1")),
    Act("Ana", HOME, Pressed("request:9:take:2")),
    Act("Ben", HOME, Pressed("ask:2:yes")),
    Act("Ana", HOME, Pressed("request:11:take:2")),
    Act("Ben", HOME, Pressed("ask:3:never")),
    Act("Ben", HOME, Sent("profile:0:topics:1", {"strength": ("Electricity",)})),
    Act("Ben", HOME, Pressed("network:1:share-it:help")),
)
ACTS = (
    _kit("Told", "class-set"),
    _kit("Untold", "consumable"),
    *map(_ask, ("kit-1", "kit-1", "kit-1", "kit-1", f"kit-{NOT_YET}", "room", "kit-1")),
    Act("Ana", HOME, Sent("request:0:ask:1", CIRCUITS)),
    *_press("2:approve", "2:send"),
    *_press("3:approve", "3:ready", "3:receive"),
    *_press("4:approve"),
    *_press("5:approve", "5:send", "5:receive"),
    *_press("6:approve"),
    *_press("7:approve", "7:send", "7:receive", "7:return"),
    Act("Ana", HOME, Sent("kits:1:paste", TAKEN)),  # her seventh draft
    Act("Ana", HOME, Sent("kits:1:paste", LIST)),
    Act("Ana", HOME, Pressed("kits:1:take:7")),  # her ninth draft is to take it back
    *_OFFERS,
)
"""The first request and the eighth are to be decided; the second is sent, the third in use and the
fourth set aside; the fifth is of what is used up, the sixth a room that was promised, and the
seventh is back. A list of kits has been looked at, and another one taken in. Ana and Ben offer
something: she has been asked for hers; Ben helps with her ninth, and not with her last; he could
with her eighth.
"""
