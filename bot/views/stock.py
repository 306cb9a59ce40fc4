"""What coordinators see of the stock: each kit, how many are where, and how they got there."""

from collections.abc import Mapping, Sequence

from bot import ui
from bot.core import kits as core
from bot.store.tables import Kit, Meeting, Move, Network
from bot.ui import Block, Button, Controls, Message, Para, Row, Small
from bot.views.lists import page as page_of
from bot.views.lists import spoken, turns
from bot.views.requests import kit_line
from bot.views.words import Words

A_PAGE = 8
REASON = 120
_MOVES = 10


def kind_words(t: Words) -> dict[str, str]:
    """Of which kind a kit is."""
    return {
        "class-set": t("Class set"),
        "kit": t("Kit"),
        "sample": t("Sample pack"),
        "consumable": t("To be used up"),
    }


def page(
    t: Words, network: Network, found: Sequence[tuple[Kit, Mapping[str, int]]], at: int = 0
) -> Message:
    """All kits with how many of each are free, a page of them."""
    shown, at, count = page_of(found, at, A_PAGE)
    blocks: list[Block] = [
        Row(kit_line(t, kit, places), Button(t("Show"), f"kit:{kit.id}:read",
                                             spoken=spoken(t("Show"), kit.name)))
        for kit, places in shown
    ]  # fmt: skip
    if not found:
        blocks.append(Para(ui.words(t("No kit is on the list yet."))))
    pages = turns(t, f"kit:0:stock:{network.id}", at, count, (t("Back"), t("Further")))
    if pages:
        blocks.append(Controls(tuple(pages)))
    ways = [
        Button(t("Add a kit"), f"kit:0:add:{network.id}", "primary"),
        Button(t("Bring a list"), f"kit:0:import:{network.id}"),
        Button(t("As a file"), f"kits:{network.id}:file:xlsx"),
        Button(t("What waits"), f"kit:0:queue:{network.id}"),
    ]
    return Message(t("The stock"), (*blocks, Controls(tuple(ways)), _first(t, network)))


def _first(t: Words, network: Network) -> Controls:
    label = t("All wait in order of asking") if network.priority_first else t(
        "Priority schools go first"
    )  # fmt: skip
    more = "no" if network.priority_first else "yes"
    return Controls((Button(label, f"kit:0:first:{network.id}:{more}"),))


def one(
    t: Words, kit: Kit, places: Mapping[str, int], trains: Sequence[Meeting], said: str = "",
    waits: int = 0,
) -> Message:  # fmt: skip
    """A kit whole: how many are where, its rules, how many requests wait for it, and what can be
    changed.
    """
    blocks: list[Block] = [Para(ui.words(said))] if said else []
    blocks.append(Para(kit_line(t, kit, places)))
    blocks.append(Para(ui.words(" · ".join(rules(t, kit)))))
    blocks += [Small(line) for line in where(t, places)]
    if kit.trained:
        titles = [ui.typed(ui.shorten(one.title, 60)) for one in trains[:5]]
        learnt = t("One learns to use it at: {titles}.", titles=t.names(titles)) if titles else t(
            "Please say at which meeting one learns to use it."
        )  # fmt: skip
        blocks.append(Para(ui.words(learnt)))
    if kit.note:
        blocks.append(Para(ui.words(ui.typed(ui.shorten(kit.note, core.NOTE)))))
    return Message("", (*blocks, *_ways(t, kit, waits)))


def rules(t: Words, kit: Kit) -> list[str]:
    """The rules of a kit, a few words each."""
    found = [kind_words(t)[kit.kind]]
    if kit.kind in ("class-set", "kit"):
        found.append(t.n("for {n} day", "for {n} days", n=kit.days))
    if kit.most:
        found.append(t.n("at most {n} at once", "at most {n} at once", n=kit.most))
    if kit.approved == "nobody":
        found.append(t("goes out without a word of yours"))
    return found


def where(t: Words, places: Mapping[str, int]) -> list[str]:
    """How many pieces are where, in lines."""
    lines = []
    for place, n in sorted(places.items()):
        if place.startswith(core.SHELF) and n:
            name = ui.typed(ui.shorten(place.removeprefix(core.SHELF), core.PLACE))
            lines.append(f"{name or t('On the shelf')}: {n}")
    aside = sum(n for place, n in places.items() if place.startswith("for:"))
    if aside:
        lines.append(t("Set aside: {n}", n=aside))
    if out := core.out(places):
        lines.append(t("Out: {n}", n=out))
    return lines[:A_PAGE]


def _ways(t: Words, kit: Kit, waits: int) -> tuple[Controls, Controls]:
    line = Button(t.n("{n} waits", "{n} wait", n=waits), f"kit:{kit.id}:line")
    train = Button(t("Who may use it"), f"kit:{kit.id}:train")
    return (
        Controls(
            (
                Button(t("Count"), f"kit:{kit.id}:count", "primary"),
                Button(t("Change"), f"kit:{kit.id}:change"),
                Button(t("Rules"), f"kit:{kit.id}:rules"),
                *((train,) if kit.trained else ()),
                *((line,) if waits else ()),
            )
        ),
        Controls(
            (
                Button(t("What was moved"), f"kit:{kit.id}:moves"),
                Button(t("Bring it back") if kit.retired else t("Lend it no more"),
                       f"kit:{kit.id}:retire"),
                Button(t("The stock"), f"kit:0:stock:{kit.network_id}"),
            )
        ),
    )  # fmt: skip


def moved(t: Words, kit: Kit, moves: Sequence[tuple[Move, str]], at: int) -> Message:
    """All that was moved of a kit, the last first."""
    shown, at, count = page_of(moves, at, _MOVES)
    blocks: list[Block] = [Para(t.text("**{name}**", name=kit.name))]
    blocks += [Small(_moved(t, row, name)) for row, name in shown]
    pages = turns(t, f"kit:{kit.id}:moves", at, count, (t("Later ones"), t("Earlier ones")))
    back = Button(t("Back"), f"kit:{kit.id}:read")
    return Message(t("What was moved"), (*blocks, Controls((*pages, back))))


def _moved(t: Words, row: Move, name: str) -> str:
    way = t("{count} from {before} to {after}", count=row.count,
            before=place_words(t, row.from_place), after=place_words(t, row.to_place))  # fmt: skip
    reason = ui.typed(ui.shorten(reason_words(t).get(row.reason, row.reason), REASON))
    who = ui.typed(ui.shorten(name, 40))
    return " · ".join(filter(None, (t.day(row.at.date()), way, who, reason)))


def reason_words(t: Words) -> dict[str, str]:
    """Why pieces were moved, where nobody typed a reason."""
    return {
        "reserve": t("set aside"),
        "send": t("sent"),
        "receive": t("fetched"),
        "return": t("brought back"),
        "use-up": t("used up"),
        "lose": t("lost"),
        "cancel": t("not needed any more"),
        "decline": t("declined"),
        "keep": t("kept"),
        "new": t("new on the list"),
    }


def place_words(t: Words, place: str) -> str:
    """A place as people call it."""
    kind, _, name = place.partition(":")
    if kind == "shelf":
        return ui.typed(ui.shorten(name, core.PLACE)) if name else t("the shelf")
    told = {
        "for": t("what is set aside for request {n}", n=name),
        "with": t("request {n}", n=name),
        "new": t("outside"),
        "gone": t("nowhere"),
    }
    return told.get(kind, kind)
