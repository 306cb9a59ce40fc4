"""What somebody asks for: as typed after /request, in its form, and read back."""

import re
from collections.abc import Sequence
from datetime import date

from bot.commands.turns import Mistakes, Turn, as_number
from bot.commands.wishes import read_day, too_long
from bot.core import away, kits, requests
from bot.core.likeness import bare
from bot.core.people import number
from bot.core.requests import KINDS, PUPILS, PURPOSE, Wish
from bot.store import kits as stored_kits
from bot.store import meetings, reflections
from bot.store.tables import Kit
from bot.ui import Form
from bot.views import asking as views

_FIGURE = re.compile(r"[+-]?\d+(?:[.,]\d+)?")
_PARTS = 8


def typed(turn: Turn, text: str, offered: Sequence[Kit]) -> dict[str, str]:
    """What a line says that is typed after the command: how many, which kit, from which day, and
    the rest is what for.
    """
    wish, rest = dict[str, str](), list[str]()
    for part in [part.strip() for part in text.split(",", _PARTS)]:
        day = read_day(turn, part) if part and "from" not in wish else ""
        if isinstance(day, date):
            wish["from"] = day.isoformat()
        elif part:
            rest.append(part)
    if found := re.match(r"(\d{1,4})\s+(?=\D)", rest[0] if rest else ""):
        wish["count"] = found[1]
    said = f" {bare(' '.join(rest))} "
    named = [kit for kit in offered if f" {bare(kit.name)} " in said]
    if named:
        best = max(named, key=lambda kit: len(kit.name))
        wish["thing"] = views.kit_value(best)
    wish["purpose"] = ", ".join(rest)[:PURPOSE]
    return wish


def form(turn: Turn, wish: dict[str, str]) -> Form:
    """The form; the kit that is meant comes first where there are more than it can offer."""
    network, _, more = turn.more.partition(":")
    kit, _, meeting = more.partition(":")
    known = list(stored_kits.of(turn.db, number(turn.network.id)))
    meant = wish.get("thing") or (f"kit-{as_number(kit)}" if as_number(kit) else "")
    known.sort(key=lambda one: views.kit_value(one) != meant)
    if meant and all(views.kit_value(one) != meant for one in known):
        meant = meant if meant in KINDS else ""
    action = f"request:0:ask:{as_number(network) or turn.network.id}"
    if as_number(kit) or as_number(meeting):
        action += f":{as_number(kit)}:{as_number(meeting)}"
    return views.ask_form(turn.t, action, known, wish | {"thing": meant})


def help_form(turn: Turn) -> Form:
    """The form with what the person wrote when they looked back on a meeting and want help."""
    meeting = _meeting(turn)
    me = number(turn.member.id) if turn.member else 0
    said = reflections.one(turn.db, number(turn.network.id), meeting or 0, me)
    wish = {"thing": "help", "purpose": said.help if said else ""}
    known = stored_kits.of(turn.db, number(turn.network.id))
    action = f"request:0:help:{turn.network.id}:{meeting or 0}"
    return views.ask_form(turn.t, action, known, wish)


def read(turn: Turn, sent: Form) -> Wish:
    """What the form says that was sent. Raises Mistakes where it cannot be used."""
    problems = dict[str, str]()
    kit, kind = _thing(turn, problems)
    first = _first_day(turn, problems)
    count = figure(turn, "count", problems, kits.MOST, empty=1)
    if kit is not None and count is not None and "count" not in problems:
        _check_count(turn, kit, count, problems)
    pupils = figure(turn, "pupils", problems, PUPILS)
    purpose = turn.value("purpose")
    if not purpose:
        problems["purpose"] = turn.t("Please say in a few words what it is for.")
    elif len(purpose) > PURPOSE:
        problems["purpose"] = too_long(turn, len(purpose), PURPOSE)
    if problems:
        raise Mistakes(sent, problems)
    return Wish(
        number(kit.id) if kit else None, kind, count or 1, pupils, purpose, first,
        requests.lent_until(turn.db, turn.network, kit, first, turn.now), _meeting(turn),
    )  # fmt: skip


def _thing(turn: Turn, problems: dict[str, str]) -> tuple[Kit | None, str]:
    said = turn.value("thing")
    if said in KINDS:
        return None, said
    key = as_number(said.removeprefix("kit-"))
    kit = stored_kits.get(turn.db, [number(turn.network.id)], key) if key else None
    if kit is None or kit.retired:
        problems["thing"] = turn.t("Please choose one of these.")
    return kit, "kit"


def _first_day(turn: Turn, problems: dict[str, str]) -> date | None:
    text = turn.value("from")
    if not text:
        return None
    found = read_day(turn, text)
    today = requests.today(turn.network, turn.now)
    if isinstance(found, str):
        problems["from"] = found
        return None
    if not today <= found <= today + away.LONGEST:
        problems["from"] = turn.t("Please give a day to come, at most a year away.")
    return found


def figure(
    turn: Turn, key: str, problems: dict[str, str], most: int, *, least: int = 1,
    empty: int | None = None,
) -> int | None:  # fmt: skip
    """The whole number that was typed into a field; what is none, or out of bounds, goes to
    `problems`. `empty`: what is meant where nothing was typed.
    """
    text = turn.value(key).replace(" ", "")
    if not text:
        return empty
    if not _FIGURE.fullmatch(text):
        problems[key] = turn.t("I need a number in figures here, like 3.")
    elif "," in text or "." in text:
        problems[key] = turn.t("A whole number, please: {number} is none.", number=text[:20])
    elif int(text) < least:
        problems[key] = turn.t("It has to be {least} or more.", least=least)
    elif int(text) > most:
        problems[key] = turn.t("That is very many. It can be {most} at most.", most=most)
    else:
        return int(text)
    return None


def _check_count(turn: Turn, kit: Kit, count: int, problems: dict[str, str]) -> None:
    in_all = kits.in_all(kits.places(turn.db, kit))
    if in_all == 0:
        problems["count"] = turn.t(
            "There is none at the moment. Choose “{other}”, and say what you need.",
            other=views.kind_words(turn.t)["other"],
        )
    elif kit.most and count > kit.most:
        problems["count"] = turn.t("One can have {most} of it at most.", most=kit.most)
    elif count > in_all:
        problems["count"] = turn.t.n(
            "There is {n} in all. Please ask for that.",
            "There are {n} in all. Please ask for fewer.",
            n=in_all,
        )


def _meeting(turn: Turn) -> int | None:
    """The meeting at whose button it was asked for, if the network has it."""
    parts = turn.more.split(":")
    is_last = len(parts) > (1 if turn.answer == "help" else 2)
    key = as_number(parts[-1]) if is_last else 0
    found = meetings.get(turn.db, [number(turn.network.id)], key) if key else None
    return found.id if found else None
