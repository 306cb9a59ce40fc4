"""What reminders say."""

from collections.abc import Sequence
from datetime import date

from bot import ui
from bot.core import plans
from bot.core.letters import Part
from bot.core.reminders import Item
from bot.store.tables import Meeting
from bot.ui import Block, Message, Para, Rule, Small, Text
from bot.views.meetings import answer_buttons, facts
from bot.views.words import Words

MOST = 3
"""How many meetings one message speaks of with buttons."""
_ROOM = 1800
"""The weight of all that coordinators say in one message."""


def message(t: Words, parts: Sequence[Part], today: date) -> Message:
    """One message for all that is due to its reader at the same time, a part for each meeting."""
    if len(parts) == 1:
        meeting = parts[0].meeting
        only = _part(t, parts[0], today, _ROOM)
        return Message(ui.typed(meeting.title), (*only, *_once(t, parts)))
    room = _ROOM // min(len(parts), MOST)
    blocks: list[Block] = []
    for part in parts[:MOST]:
        title = t.text("**{title}**", title=ui.shorten(part.meeting.title, 120))
        blocks += [*([Rule()] if blocks else []), Para(title), *_part(t, part, today, room)]
    if more := len(parts) - MOST:
        said = t.n(
            "And {n} more meeting: see /meeting.", "And {n} more meetings: see /meeting.", n=more
        )
        blocks += [Para(ui.words(said))] if more > 0 else []
    return Message(t("Coming up"), (*blocks, *_once(t, parts)))


def _once(t: Words, parts: Sequence[Part]) -> tuple[Block, ...]:
    asks = any(item.plan.name == plans.UNANSWERED for part in parts for item in part.items)
    return (Small(t("This is the only time that I ask.")),) if asks else ()


def _part(t: Words, part: Part, today: date, room: int) -> tuple[Block, ...]:
    meeting, names = part.meeting, [item.plan.name for item in part.items]
    blocks: list[Block] = [
        Para(_says(t, meeting, item, today, room // len(part.items))) for item in part.items
    ]
    blocks.append(facts(t, meeting))
    if plans.TODAY in names:
        changed = t("If something has come up, say so here, and everybody knows:")
        blocks.append(Para(ui.words(changed)))
    if names != [plans.AGENDA]:
        blocks.append(answer_buttons(t, meeting))
    return tuple(blocks)


def _says(t: Words, meeting: Meeting, item: Item, today: date, room: int) -> Text:
    if item.words:
        return ui.words(ui.typed(ui.shorten(item.words, room)))
    standard = {
        plans.UNANSWERED: t("Will you come? One click is enough."),
        plans.TODAY: _see_you(t, meeting, today),
    }
    return ui.words(standard.get(item.plan.name, ""))


def _see_you(t: Words, meeting: Meeting, today: date) -> str:
    days = (meeting.local_start.date() - today).days
    if days == 0:
        return t("See you today!")
    return t("See you tomorrow!") if days == 1 else t("See you soon!")
