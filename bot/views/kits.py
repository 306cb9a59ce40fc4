"""What coordinators see of requests: what waits, oldest first, and each one whole."""

from collections.abc import Sequence

from bot import ui
from bot.core import lives
from bot.core.asked_for import Asked
from bot.core.parcels import PACKED
from bot.core.requests import PURPOSE
from bot.store.tables import Kit, Network, Request, RequestEvent
from bot.ui import Block, Button, Controls, Message, Para, Row, Small, Text
from bot.views.lists import more, newest_first, spoken, turns
from bot.views.lists import page as page_of
from bot.views.requests import what, who
from bot.views.words import Words

A_PAGE = 5
_SHORT, _STEPS, _LINE = 120, 8, 8
_WORTH = {
    lives.ASKED: ("approve", "decline"),
    lives.RESERVED: ("send", "ready"),
    lives.GIVEN_BACK: ("return", "some"),
    lives.APPROVED: ("happen", "decline"),
    lives.READY: ("receive", "decline"),
    lives.SENT: ("receive", "return"),
    lives.IN_USE: ("return", "some"),
}
"""The two steps that a coordinator mostly does in each state."""


def act_words(t: Words) -> dict[str, str]:
    """What the buttons say of each step that a coordinator can do."""
    return {
        "approve": t("Yes, they get it"),
        "decline": t("It cannot be"),
        "send": t("It is sent"),
        "ready": t("It can be fetched"),
        "receive": t("They have it"),
        "return": t("It is back"),
        "some": t("Not all came back"),
        "happen": t("It has taken place"),
        "use-up": t("It is used up"),
        "extend": t("They need it longer"),
        "keep": t("They may keep it"),
        "lose": t("It is lost"),
    }


def standing(t: Words, one: Asked) -> str:
    """How far it is, in a word or two, for coordinators."""
    row = one.row
    until = t.day(row.until) if row.until else ""
    return {
        lives.ASKED: t("to decide"),
        lives.WAITING: t("in the line"),
        lives.RESERVED: t("set aside, to be sent"),
        lives.APPROVED: t("to be settled with them"),
        lives.SENT: t("on its way"),
        lives.READY: t("ready to be fetched"),
        lives.IN_USE: t("out until {day}", day=until) if until else t("out"),
        lives.GIVEN_BACK: t("given back: is all there?"),
        lives.FOUND: t("somebody helps"),
        lives.RETURNED: t("back"),
        lives.KEPT: t("kept"),
        lives.USED_UP: t("used up"),
        lives.DONE: t("took place"),
        lives.TOLD: t("over, and told"),
        lives.DECLINED: t("declined"),
        lives.CANCELLED: t("not needed any more"),
        lives.LOST: t("lost"),
    }[row.state]


def line(t: Words, one: Asked, most: int = _SHORT) -> Text:
    """A request in a line: who, what, how far, and what for."""
    said = t.text(
        "**{what}** · {who} · {standing}", what=what(t, one), who=who(t, one),
        standing=standing(t, one),
    )  # fmt: skip
    if one.kit and one.row.state == lives.ASKED:
        free = t("{free} of {count} free", free=one.free, count=one.in_all)
        said = (*said, *ui.words(f" · {free}"))
    if one.row.purpose and most:
        said = (*said, *t.text(" · “{purpose}”", purpose=ui.shorten(one.row.purpose, most)))
    return said


def _two(t: Words, one: Asked) -> Controls:
    labels, key = act_words(t), one.row.id
    acts = [act for act in _WORTH[one.row.state] if _may(one, act)]
    shown = Button(t("Show"), f"request:{key}:look", spoken=spoken(t("Show"), what(t, one)))
    return Controls((*(Button(labels[act], f"request:{key}:{act}") for act in acts), shown))


def _may(one: Asked, act: str) -> bool:
    if act == "some":
        return "return" in one.can("coordinator") and one.row.count > 1
    return act in one.can("coordinator")


def queue(
    t: Words, network: Network, asked: Sequence[Asked], total: int, at: int, late: int,
    said: str = "",
) -> Message:  # fmt: skip
    """What waits for a coordinator, a page of it; `late` so much should be back and is not; `said`
    is what has just been done.
    """
    blocks: list[Block] = [Para(ui.words(said))] if said else []
    if not asked:
        blocks.append(Para(ui.words(t("Nothing waits for you."))))
    for one in asked:
        blocks += [Para(line(t, one)), _two(t, one)]
    count = max(-(-total // A_PAGE), 1)
    pages = turns(t, f"kit:0:queue:{network.id}", at, count, (t("Earlier ones"), t("Later ones")))
    if pages:
        blocks.append(Controls(tuple(pages)))
    blocks.append(_more(t, network, asked, late))
    return Message(t("What waits"), tuple(blocks))


def _more(t: Words, network: Network, asked: Sequence[Asked], late: int) -> Controls:
    ways = []
    if sum(one.row.state == lives.ASKED for one in asked) > 1:
        label = t("Yes to all that is there")
        ways.append(Button(label, f"kit:0:approve-all:{network.id}", "primary"))
    if late:
        label = t.n("{n} is overdue", "{n} are overdue", n=late)
        ways.append(Button(label, f"kit:0:late:{network.id}"))
    if any(one.row.state in lives.SET_ASIDE for one in asked):
        ways.append(Button(t("To print"), f"kit:0:print:{network.id}"))
    ways.append(Button(t("The stock"), f"kit:0:stock:{network.id}"))
    ways.append(Button(t("Who got what"), f"kit:0:who:{network.id}"))
    return Controls(tuple(ways))


def card(
    t: Words, one: Asked, events: Sequence[tuple[RequestEvent, str]], said: str = ""
) -> Message:
    """A request whole: what a coordinator has to know, every step so far, and what can be done."""
    row = one.row
    blocks: list[Block] = [Para(ui.words(said))] if said else []
    blocks += [Para(line(t, one, 0)), t.facts(_facts(t, one))]
    if row.purpose:
        blocks.append(Para(t.text("“{purpose}”", purpose=ui.shorten(row.purpose, PURPOSE))))
    if not one.fits:
        said = t("They were at no meeting yet, as far as I know, where one learns to use it.")
        blocks.append(Para(ui.words(said)))
    if row.told:
        told = ui.shorten(row.told, _SHORT * 3)
        blocks.append(Para(t.text("**What pupils did:** {told}", told=told)))
    blocks += [Small(step(t, event, name)) for event, name in events[-_STEPS:]]
    return Message("", (*blocks, *_ways(t, one)))


def _facts(t: Words, one: Asked) -> list[tuple[str, Text]]:
    row, rows = one.row, list[tuple[str, Text]]()
    if row.first:
        rows.append((t("From"), ui.words(t.day(row.first))))
    if row.until:
        rows.append((t("Until"), ui.words(t.day(row.until))))
    if row.pupils:
        rows.append((t("Pupils"), ui.words(str(row.pupils))))
    if one.kit:
        free = t("{free} of {count} free", free=one.free, count=one.in_all)
        rows.append((t("Stock"), ui.words(free)))
    return rows or [(t("Number"), ui.words(str(row.id)))]


def step(t: Words, event: RequestEvent, name: str) -> str:
    """A step that was done, in a line: what, by whom, and why."""
    said = {
        "ask": t("asked"),
        "take-in": t("taken in"),
        "reserve": t("set aside"),
        "approve": t("approved"),
        "decline": t("declined"),
        "send": t("sent"),
        "ready": t("ready to be fetched"),
        "receive": t("received"),
        "give-back": t("given back"),
        "return": t("back"),
        "keep": t("kept"),
        "use-up": t("used up"),
        "lose": t("lost"),
        "extend": t("for longer"),
        "cancel": t("not needed any more"),
        "happen": t("took place"),
        "find": t("somebody helps"),
        "look-on": t("it did not work out"),
        "tell": t("told"),
    }[event.act]
    parts = [t.day(event.at.date()), said, ui.typed(ui.shorten(name, 40)) if name else ""]
    why = ui.typed(ui.shorten(event.why, _SHORT))
    return " · ".join(filter(None, (*parts, why)))


def _ways(t: Words, one: Asked) -> list[Controls]:
    labels, key = act_words(t), one.row.id
    acts = [act for act in labels if _may(one, act)]
    buttons = [Button(labels[act], f"request:{key}:{act}") for act in acts]
    if one.kit is not None and one.row.state in PACKED:
        buttons.append(Button(t("Label"), f"request:{key}:label"))
        buttons.append(Button(t("Delivery note"), f"request:{key}:note"))
    back = Button(t("What waits"), f"kit:0:queue:{one.row.network_id}")
    buttons.append(back)
    most = ui.limits.BUTTONS
    return [Controls(tuple(buttons[at : at + most])) for at in range(0, len(buttons), most)]


def in_line(t: Words, kit: Kit, asked: Sequence[Asked], at: int) -> Message:
    """Who waits for a kit, in the order in which it goes to them; a page of it."""
    shown, at, count = page_of(asked, at, _LINE)
    blocks: list[Block] = [
        Row(line(t, one, 0), Button(t("Show"), f"request:{one.row.id}:look",
                                    spoken=spoken(t("Show"), who(t, one))))
        for one in shown
    ]  # fmt: skip
    if not asked:
        blocks.append(Para(ui.words(t("Nobody waits for it."))))
    pages = turns(t, f"kit:{kit.id}:line", at, count, (t("Earlier ones"), t("Later ones")))
    back = Button(t("Back"), f"kit:{kit.id}:read")
    return Message(t("Who waits"), (*blocks, Controls((*pages, back))))


def late(t: Words, network: Network, asked: Sequence[Asked]) -> Message:
    """What should be back and is not, the longest overdue first."""
    back = Controls((Button(t("What waits"), f"kit:0:queue:{network.id}"),))
    if not asked:
        return Message("", (Para(ui.words(t("Everything is back in time."))), back))
    blocks: list[Block] = []
    for one in asked[:A_PAGE]:
        blocks += [Para(line(t, one, 0)), _two(t, one)]
    blocks += map(Para, more(t, len(asked) - A_PAGE))
    return Message(t("Overdue"), (*blocks, back))


def home_line(t: Words, network: Network, waits: int, overdue: int) -> list[Block]:
    """On a coordinator's own page: how many requests wait, and how much is overdue."""
    if not waits and not overdue:
        return []
    parts = []
    if waits:
        parts.append(t.n("{n} request waits for you.", "{n} requests wait for you.", n=waits))
    if overdue:
        parts.append(t.n("{n} thing is overdue.", "{n} things are overdue.", n=overdue))
    button = Button(t("What waits"), f"kit:0:queue:{network.id}", "primary")
    return [Row(ui.words(" ".join(parts)), button)]


def waiting(t: Words, network: Network, waits: int) -> Message:
    """Told to coordinators, at most once a day: so much has to be decided."""
    said = t.n("{n} request waits for your word.", "{n} requests wait for your word.", n=waits)
    button = Button(t("What waits"), f"kit:0:queue:{network.id}", "primary")
    return Message(ui.typed(network.name), (Para(ui.words(said)), Controls((button,))))


def slow(t: Words, network: Network, stuck: int, overdue: int) -> Message:
    """Once a month: what stands still, so that nobody waits for ever."""
    parts = []
    if stuck:
        parts.append(t.n("{n} request has stood still for two weeks.",
                         "{n} requests have stood still for two weeks.", n=stuck))  # fmt: skip
    if overdue:
        parts.append(t.n("{n} thing is overdue.", "{n} things are overdue.", n=overdue))
    button = Button(t("What waits"), f"kit:0:queue:{network.id}", "primary")
    return Message(ui.typed(network.name), (Para(ui.words(" ".join(parts))), Controls((button,))))


def who_page(
    t: Words, network: Network, had: Sequence[tuple[Request, str]], never: Sequence[str], at: int
) -> Message:
    """Who got what in a year, and which schools never had a kit."""
    size = A_PAGE * 2
    lines = [ui.words(said) for _, said in had[at * size : (at + 1) * size]]
    blocks: list[Block] = [Para(one) for one in lines]
    if not had:
        blocks.append(Para(ui.words(t("Nobody has had anything in the last year."))))
    if never:
        schools = ui.shorten(t.names(never), 900)
        blocks.append(Para(t.text("**Schools that never had a kit:** {schools}", schools=schools)))
    count = max(-(-len(had) // size), 1)
    pages = turns(t, f"kit:0:who:{network.id}", at, count, newest_first(t))
    back = Button(t("What waits"), f"kit:0:queue:{network.id}")
    return Message(t("Who got what"), (*blocks, Controls((*pages, back))))
