"""Plain words, by mention or in a direct message: answered with the buttons that may be meant, and
nothing is changed by them.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.commands.actions import Action
from bot.commands.calls import Answer
from bot.commands.offers import Offer, Scene, share
from bot.commands.offers import offers as offers_of
from bot.commands.turns import Turn, answered
from bot.core import asked, rights
from bot.core.people import number
from bot.store import away, people
from bot.ui import Button, Message, Text
from bot.views import asked as views

_OF_NO_DAY = ("plan", "class", "todo", "buddy", "away", "privacy", "help")
"""What is meant of no meeting, so that a day that is named need not have one."""


def say(turn: Turn) -> Answer:
    """Answer plain words with what they may mean."""
    open_ = is_open(turn)
    network = turn.here if open_ else turn.chosen
    if network is None or network != turn.chosen:
        return answered(_unclear(turn, open_=open_))
    scene = Scene(turn, asked.understand(turn.text, turn.t.language), open_)
    meanings = scene.meant.meanings
    if not meanings and scene.named.meetings:
        meanings = ("next", "answer", "agenda")
    if not scene.plans and "answer" in meanings and meanings[0] not in ("away", "buddy"):
        # Only coordinators move a meeting: others say that they cannot come.
        meanings = ("answer", *(one for one in meanings if one != "answer"))
    offers = share([offers_of(scene, meaning) for meaning in meanings])
    if not offers:
        return answered(_unclear(turn, open_=open_))
    if open_:
        return answered(_openly(scene, offers))
    return answered(_privately(scene, meanings[0], offers))


def is_open(turn: Turn) -> bool:
    """Whether everybody reads the answer to these words."""
    call = turn.call
    return bool(call.place.channel) and not call.abilities.heard_in_private


def _privately(scene: Scene, first: str, offers: Sequence[Offer]) -> Message:
    turn, t = scene.turn, scene.t
    about = list(dict.fromkeys(number(o.meeting.id) for o in offers if o.meeting))
    by_number = {number(o.meeting.id): o.meeting for o in offers if o.meeting}
    spoken_of = [by_number[one] for one in about]
    said: Text = views.about(t, spoken_of)
    names: Sequence[str] = ()
    if first in ("plan", "change") and not scene.plans:
        said = views.for_coordinators(t, spoken_of[0] if spoken_of else None)
        found = people.coordinators(turn.db, scene.network)
        here = away.here(turn.db, scene.network)
        names = [one.name for one in found if one.name and (one.id in here or not here)]
    elif scene.named.missed and first not in _OF_NO_DAY:
        said = views.no_such_day(t, spoken_of[0] if spoken_of else None)
    buttons = [
        views.button(o.meeting, o.label, o.action, named=len(about) > 1 and o.meeting is not None)
        for o in offers
    ]
    if len(buttons) < 2 and not _is_help(buttons):  # noqa: PLR2004 -- one alone is no choice
        buttons.append(_help(turn))
    return views.offered(t, said, buttons, names)


def _openly(scene: Scene, offers: Sequence[Offer]) -> Message:
    """In the network's own channel the meeting is named, which everybody there was told of."""
    turn = scene.turn
    shown = next((o.meeting for o in offers if o.meeting), None) if turn.at_home else None
    buttons = [
        views.button(
            o.meeting, o.label, o.action, named=bool(shown) and o.meeting not in (None, shown)
        )
        for o in offers
    ]
    return views.openly(scene.t, shown, buttons)


def _unclear(turn: Turn, *, open_: bool) -> Message:
    """Nothing was understood, or there is no network of which it could be."""
    t, network = turn.t, turn.here if open_ else turn.chosen
    coming = "meeting:0:coming"
    may = network is not None and rights.may(turn.role, "meeting.coming")
    first = f"{coming}:{network.id}" if network is not None and may else "network:0:home"
    buttons = [Button(t("What is next"), first, "primary"), _help(turn)]
    if open_:
        return views.openly(t, None, buttons)
    return views.unclear(t, turn.text, buttons)


def _help(turn: Turn) -> Button:
    return Button(turn.t("Help"), "network:0:help")


def _is_help(buttons: Sequence[Button]) -> bool:
    return any(one.action == "network:0:help" for one in buttons)


ACTIONS = (Action("network.words", act=say, changes=False),)
