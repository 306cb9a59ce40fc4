"""What is said of newcomers: to them, to who looks out for them, and to a coordinator."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot import ui
from bot.core.namesakes import Two
from bot.core.newcomers import Once, Pair
from bot.store.tables import Meeting, Membership, Network
from bot.ui import Block, Button, Controls, Message, Para, Small, Text
from bot.views import namesakes
from bot.views.lists import more
from bot.views.meetings import facts, line
from bot.views.words import Words

_NEW, _ONCE = 8, 5
"""So many are shown of those who joined, and of those who came once."""


@dataclass(frozen=True, slots=True)
class Fresh:
    """Somebody who has joined lately: on which day, by whose invitation, whether they have been at
    a meeting, and whether somebody else is called so too.
    """

    name: str
    on: date
    inviter: str = ""
    has_been: bool = False
    is_double: bool = False


def host(t: Words, meeting: Meeting, pair: Pair) -> Message:
    """To a newcomer: who looks out for them."""
    name = pair.host or t("Somebody")
    said = t.text("**{name}** will look out for you. Ask whatever you like.", name=name)
    return Message(ui.typed(meeting.title), (Para(said), facts(t, meeting)))


def newcomer(t: Words, meeting: Meeting, pair: Pair) -> Message:
    """To who welcomes newcomers: who comes for the first time."""
    name = pair.newcomer or t("Somebody")
    said = t.text(
        "**{name}** comes for the first time. Please look out for them, and introduce them.",
        name=name,
    )
    return Message(ui.typed(meeting.title), (Para(said), facts(t, meeting)))


def ways(t: Words, network: int, row: Membership | None, *, has_been: bool) -> list[Button]:
    """What a person can set: whether they welcome newcomers and, as long as they are new,
    whether somebody looks out for them.
    """
    hosts, hosted = (row.hosts, row.hosted) if row else (False, False)
    press = f"network:{network}"
    found = [
        Button(t("No more newcomers for me"), f"{press}:host:no")
        if hosts
        else Button(t("I welcome newcomers"), f"{press}:host:yes")
    ]
    if not has_been and not hosted:
        found.append(Button(t("Please look out for me"), f"{press}:hosted:yes"))
    if not has_been and hosted:
        found.append(Button(t("Nobody needs to look out for me"), f"{press}:hosted:no"))
    return found


def page(
    t: Words, network: Network, fresh: Sequence[Fresh], once: Sequence[Once],
    twice: Sequence[Two] = (),
) -> Message:  # fmt: skip
    """Who is new, who may be here twice, and who came once and not since, for a coordinator."""
    blocks: list[Block] = [Para(_joined(t, one)) for one in fresh[:_NEW]]
    if not fresh:
        blocks.append(Para(ui.words(t("Nobody has joined in the last weeks."))))
    blocks += map(Para, more(t, len(fresh) - _NEW))
    blocks += namesakes.pairs(t, network, twice)
    if once:
        blocks.append(Para(t.text("**Came once, and not since:**")))
    for one in once[:_ONCE]:
        press = f"network:{network.id}"
        said = ui.shorten(one.name or t("Somebody"), 80)
        asked, let = f"{press}:asked:{one.member}", f"{press}:let-be:{one.member}"
        blocks += [
            Para((ui.Span(ui.typed(said), bold=True), ui.Span(": "), *line(t, one.meeting))),
            Controls(
                (
                    Button(t("I have asked"), asked, spoken=_spoken(t("I have asked"), said)),
                    Button(t("Leave them be"), let, spoken=_spoken(t("Leave them be"), said)),
                )
            ),
        ]
    blocks += map(Para, more(t, len(once) - _ONCE))
    if once:
        blocks.append(Small(t("I write nothing to them: a word from you says more.")))
    title = t("New in {name}", name=network.name)
    return Message(ui.fit(title, ui.limits.TITLE), tuple(blocks))


def _spoken(label: str, name: str) -> str:
    return ui.shorten(f"{label}: {ui.typed(name)}", ui.limits.BUTTON)


def _joined(t: Words, one: Fresh) -> Text:
    name, day = ui.shorten(one.name or t("Somebody"), 80), t.day(one.on)
    if one.inviter:
        by = ui.shorten(one.inviter, 80)
        said = t.text("**{name}** since {day}; invited by {by}", name=name, day=day, by=by)
    else:
        said = t.text("**{name}** since {day}", name=name, day=day)
    if not one.has_been:
        said = (*said, ui.Span(" " + t("(no meeting yet)")))
    if one.is_double:
        said = (*said, ui.Span(" " + t("(two people are called so)")))
    return said


def settled(
    t: Words, network: Network, member: int, name: str, *, asked: bool
) -> tuple[Block, ...]:
    """What a coordinator decided about somebody who came once; it can be taken back."""
    said = (
        t.text("You have asked **{name}**.", name=name or t("Somebody"))
        if asked
        else t.text("**{name}** is left in peace.", name=name or t("Somebody"))
    )
    back = Button(t("Undo"), f"network:{network.id}:ask-again:{member}")
    return (Para(said), Controls((back,)))
