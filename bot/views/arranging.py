"""What a coordinator sees of an agenda to arrange."""

from collections.abc import Sequence
from dataclasses import replace

from bot import ui
from bot.core import timetable
from bot.core.agendas import Item
from bot.store.tables import AgendaItem, Meeting
from bot.ui import Block, Button, Controls, Message, Para, Text
from bot.views.agendas import before_button, heading, how, joined, lines
from bot.views.words import Words

PAGE = 5
"""How many items a page has, each with four buttons: more would not fit."""
_HALF = 50


def page_of(proposals: Sequence[Item], items: Sequence[Item], number: int) -> int:
    """On which page an item or proposal stands; the first where it stands nowhere."""
    keys = [one.row.id for one in (*proposals, *items)]
    return keys.index(number) // PAGE if number in keys else 0


def page(
    t: Words,
    meeting: Meeting,
    proposals: Sequence[Item],
    items: Sequence[Item],
    *,
    at: int = 0,
    said: Text = (),
    undo: str = "",
) -> Message:
    """The proposals and the agenda to arrange, a page of them. `said` tells what was done, which
    the action `undo` undoes.
    """
    whole = len(proposals) + len(items)
    last = max(0, whole - 1) // PAGE
    at = min(at, last)
    first, until = at * PAGE, (at + 1) * PAGE
    drawn: list[Block] = []
    for item in proposals[first:until]:
        drawn += _proposal(t, meeting, item)
    running = lines(t, meeting, [_with_lead(t, item) for item in items])
    begin = max(0, first - len(proposals))
    for index in range(begin, min(len(items), max(0, until - len(proposals)))):
        drawn += _item(t, meeting, items, index, running[index])
    top = ([said] if said else []) + summary(t, meeting, items)
    bottom = Controls(tuple(_buttons(t, meeting, at, last, undo)))
    return Message(heading(t, meeting), (Para(joined(top)), *drawn, bottom))


def _with_lead(t: Words, item: Item) -> Item:
    return item if item.row.lead else replace(item, lead=t("nobody leads it yet"))


def summary(t: Words, meeting: Meeting, items: Sequence[Item]) -> list[Text]:
    """How an agenda stands: whether it fits, and what share of it people are active."""
    top: list[Text] = [(t.when(meeting.starts_at, meeting.zone),)]
    if not items:
        return [*top, ui.words(t("Nothing is on the agenda yet."))]
    total = sum(item.row.minutes for item in items)
    ends = timetable.times(meeting.starts_at, meeting.zone, [i.row.minutes for i in items])[-1]
    top.append(
        t.text(
            "{n} of {length} minutes are planned, until {time} (clocks of {city}).",
            n=total,
            length=meeting.minutes,
            time=t.time(ends.time()),
            city=t.city(meeting.zone),
        )
        if total <= meeting.minutes
        else t.text(
            "**The agenda takes {n} minutes, the meeting {length}.** Shorten an item, or keep one "
            "for another time. If the meeting lasts longer, change its length.",
            n=total,
            length=meeting.minutes,
        )
    )
    active = timetable.share([(item.row.kind, item.row.minutes) for item in items])
    if active is not None:
        top += _share(t, active)
    return top


def _share(t: Words, active: int) -> list[Text]:
    said = ui.words(t("People try, talk or look back for {n}% of the time.", n=active))
    if active >= _HALF:
        return [said]
    warning = t.text(
        "**That is less than half.** People learn most when they do something. Could one item "
        "become a talk in small groups, or something to try?"
    )
    return [said, warning]


def _proposal(t: Words, meeting: Meeting, item: Item) -> tuple[Block, ...]:
    said = t.text(
        "**Proposed:** {title} ({how})",
        title=item.row.title,
        how=", ".join(filter(None, (how(t, item.row), *_whose(t, item)))),
    )
    key = f"{item.row.id}"
    buttons = (
        _button(meeting, item, t("Take it"), f"take:{key}", "primary"),
        _button(meeting, item, t("Not this time"), f"not-now:{key}"),
    )
    return (Para(said), Controls(buttons))


def _whose(t: Words, item: Item) -> tuple[str, ...]:
    """Who proposed it and who leads it, as far as that is known."""
    by, lead = ui.shorten(item.proposer, 60), ui.shorten(item.lead, 60)
    if by and item.row.lead == item.row.proposed_by:
        return (t("{name} proposes and leads it", name=by),)
    led = t("{name} leads it", name=lead) if lead else ""
    if not item.row.lead:
        led = t("nobody leads it yet")
    return (led, t("proposed by {name}", name=by) if by else "")


def _item(
    t: Words, meeting: Meeting, items: Sequence[Item], index: int, line: Text
) -> tuple[Block, ...]:
    item = items[index]
    key = f"{item.row.id}"
    buttons = [
        *([_button(meeting, item, t("Up"), f"up:{key}")] if index else []),
        *([_button(meeting, item, t("Down"), f"down:{key}")] if index < len(items) - 1 else []),
        _button(meeting, item, t("Change"), f"change:{key}"),
        _button(meeting, item, t("Take out"), f"take-out:{key}"),
    ]
    return (Para(line), Controls(tuple(buttons)))


def _button(meeting: Meeting, item: Item, label: str, verb: str, style: str = "plain") -> Button:
    title = ui.shorten(ui.typed(item.row.title), 40)
    spoken = ui.shorten(f"{label}: {title}", ui.limits.BUTTON)
    action = f"agenda:{meeting.id}:{verb}"
    return Button(label, action, "primary" if style == "primary" else "plain", spoken)


def _buttons(t: Words, meeting: Meeting, at: int, last: int, undo: str) -> list[Button]:
    turns = {at - 1: t("Earlier items"), at + 1: t("Later items")}
    return [
        Button(t("Put it back"), undo) if undo else before_button(t, meeting),
        Button(t("Add an item"), f"agenda:{meeting.id}:propose", "primary"),
        Button(t("Change the length"), f"agenda:{meeting.id}:length"),
        *(
            Button(label, f"agenda:{meeting.id}:arrange:{to}")
            for to, label in turns.items()
            if 0 <= to <= last
        ),
    ]


def dropped(t: Words, item: AgendaItem, *, was: str) -> Text:
    """What is said when an item is left out, or a proposal is not taken."""
    if was == "on":
        return t.text("**{title}** is off the agenda.", title=item.title)
    return t.text("**{title}** is not for this time.", title=item.title)
