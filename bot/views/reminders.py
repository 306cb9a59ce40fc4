"""What reminders say."""

from collections.abc import Sequence
from datetime import date

from bot import ui
from bot.core import plans
from bot.core.letters import WITH_AGENDA, Part
from bot.store.tables import Meeting
from bot.ui import Block, Button, Controls, Facts, Message, Para, Rule, Small, Text
from bot.views.agendas import bring, in_short, joined, show_button
from bot.views.answers import answer_buttons
from bot.views.attendance import could_not, i_am_here, tick
from bot.views.impact import circle_words as tell_circle
from bot.views.impact import figures, tell_button, wanted
from bot.views.impact import read_button as read_in_class
from bot.views.meetings import facts
from bot.views.reflections import circle_words, look_back, read_results
from bot.views.tasks import asks, opening
from bot.views.tasks import buttons as task_buttons
from bot.views.words import Words

MOST = 3
"""How many meetings one message speaks of with buttons."""
_ROOM, _EACH = 2050, 320
"""The weight of all that coordinators say in one message, and of the agendas and links in it; each
meeting takes some of that for its title, its days and its places.
"""
_LINK = 200
"""The weight of a link that is shown where one message speaks of several meetings."""
_LEAST = 120
"""So much of what is asked for before one comes is shown in any case."""


def message(t: Words, parts: Sequence[Part], today: date) -> Message:
    """One message for all that is due to its reader at the same time, a part for each meeting."""
    if len(parts) == 1:
        part = parts[0]
        room = _ROOM - _EACH - _link_weight(part)
        says, then = _says(t, part, today, room), _agenda(t, part, room)
        facts_of = [_facts(t, part)] if is_ahead(part) else []
        only: list[Block] = [*map(Para, says), *facts_of, *map(Para, then)]
        return Message(ui.typed(part.meeting.title), (*only, *_asks(t, part), *_once(t, parts)))
    count = min(len(parts), MOST)
    links = sum(min(_link_weight(part), _LINK) for part in parts[:MOST])
    room = (_ROOM - links) // count - _EACH
    blocks: list[Block] = []
    for part in parts[:MOST]:
        title = t.text("**{title}**", title=ui.shorten(part.meeting.title, 120))
        says, then = _says(t, part, today, room), _agenda(t, part, room)
        blocks += [*([Rule()] if blocks else []), Para(joined([title, *says]))]
        blocks += [_facts(t, part, _LINK)] if is_ahead(part) else []
        blocks += [Para(joined(then))] if then else []
        blocks += _asks(t, part)
    if more := len(parts) - MOST:
        said = t.n(
            "And {n} more meeting: see /meeting.", "And {n} more meetings: see /meeting.", n=more
        )
        blocks += [Para(ui.words(said))] if more > 0 else []
    return Message(t("Coming up"), (*blocks, *_once(t, parts)))


def is_ahead(part: Part) -> bool:
    """Whether something is said that comes before the meeting: it then tells when and where."""
    return not set(_names(part)) <= set(plans.AFTERWARDS)


def _once(t: Words, parts: Sequence[Part]) -> tuple[Block, ...]:
    asks = any(item.plan.name == plans.UNANSWERED for part in parts for item in part.items)
    return (Small(t("This is the only time that I ask.")),) if asks else ()


def _facts(t: Words, part: Part, room: int = _ROOM) -> Facts:
    """When and where; for who comes with the link of the call, or where it is shown if it is longer
    than there is room.
    """
    meeting = part.meeting
    fits = ui.weight(meeting.link) <= room
    found = facts(t, meeting, link=part.link and fits)
    if fits or not part.link:
        return found
    elsewhere = ui.words(t("The link is under /meeting."))
    return t.facts((*found.rows, (t("The call"), elsewhere)))


def _link_weight(part: Part) -> int:
    return ui.weight(part.meeting.link) if part.link else 0


def _names(part: Part) -> list[str]:
    return [item.plan.name for item in part.items]


def _agenda(t: Words, part: Part, room: int) -> list[Text]:
    """The agenda and what to do before one comes, each as far as there is room beside what is
    said.
    """
    meeting, names = part.meeting, _names(part)
    if not set(names) & set(WITH_AGENDA):
        return []
    room //= 2
    asked = [bring(t, meeting, max(room // 3, _LEAST))] if meeting.bring else []
    begins = opening(t, part.opening, max(room // 3, _LEAST))
    left = room - sum(ui.weight(ui.plain(said)) for said in (*begins, *asked))
    shown = (*begins, *in_short(t, meeting, part.agenda, left))
    if plans.TODAY in names:
        changed = t("If something has come up, say so here, and everybody knows:")
        return [*shown, *asked, ui.words(changed)]
    return [*shown, *asked]


def _asks(t: Words, part: Part) -> list[Block]:
    """What can be pressed."""
    meeting, names = part.meeting, _names(part)
    if names == [plans.AGENDA]:
        return [Controls((show_button(t, meeting),))]
    if not is_ahead(part):
        return [Controls(_afterwards(t, part))]
    return [answer_buttons(t, meeting)]


def _afterwards(t: Words, part: Part) -> tuple[Button, ...]:
    """The buttons of what is asked, each once."""
    meeting = part.meeting
    found: dict[str, Button] = {}
    for name in _names(part):
        if name == plans.NUDGE and not part.was_there:
            some = [look_back(t, meeting, t("Yes, looking back")), could_not(t, meeting)]
        else:
            ways = {
                plans.HERE: i_am_here(t, meeting),
                plans.ROLL: tick(t, meeting),
                plans.RESULTS: read_results(t, meeting),
                plans.CLASS: tell_button(t, meeting),
                plans.AGAIN: tell_button(t, meeting),
                plans.HARVEST: read_in_class(t, meeting),
                plans.SUMMARY: read_in_class(t, meeting),
            }
            some = list(task_buttons(t, meeting))
            if name != plans.TASK:
                some = [ways.get(name, look_back(t, meeting))]
        found |= {button.action: button for button in some}
    return tuple(found.values())


def _says(t: Words, part: Part, today: date, room: int) -> list[Text]:
    """The words of each reminder, ours where a coordinator has not chosen any."""
    meeting, room = part.meeting, room // 2 // len(part.items)
    agenda = t("This is what we have planned.") if part.agenda else ""
    standard = {
        plans.UNANSWERED: t("Will you come? One click is enough."),
        plans.AGENDA: agenda,
        plans.TODAY: _see_you(t, meeting, today),
        **_standard_afterwards(t, part),
    }
    says = [
        ui.typed(ui.shorten(item.words, room)) or standard.get(item.plan.name, "")
        for item in part.items
    ]
    return [ui.words(said) for said in says if said]


def _standard_afterwards(t: Words, part: Part) -> dict[str, str]:
    circle = circle_words(t, part.meeting)
    ask = t("Looking back, one minute: what do you take with you?")
    nudge = ask if part.was_there else t("Were you there?")
    results = t.n(
        "{n} person has looked back. People who were there can read it.",
        "{n} people have looked back. People who were there can read it.",
        n=part.looked_back,
    )
    return {
        plans.HERE: t("We begin. Are you here? One press is enough."),
        plans.LOOK_BACK: f"{ask} {circle}",
        plans.ROLL: t("Who was there? Nobody has said it yet."),
        plans.NUDGE: f"{nudge} {circle}",
        plans.RESULTS: results,
        **_in_class(t, part),
    }


def _in_class(t: Words, part: Part) -> dict[str, str]:
    """The words of the weeks after a meeting."""
    meeting = part.meeting
    day = t.day(meeting.local_start.date())
    will = " ".join(map(ui.plain, wanted(t, part.will)))
    told = "\n".join(map(ui.plain, figures(t, part.figures, part.told)))
    asked = t("What happened in class since this meeting on {day}? One minute.", day=day)
    again = t("Last time you said that it was too early to say. What do you see now?")
    return {
        plans.TASK: ui.plain(asks(t, meeting)),
        plans.CLASS: "\n".join(filter(None, (asked, will, tell_circle(t, meeting)))),
        plans.AGAIN: "\n".join(filter(None, (again, will))),
        plans.HARVEST: t.n(
            "{n} person has told what happened in class. People who were there can read it.",
            "{n} people have told what happened in class. People who were there can read it.",
            n=part.told,
        ),
        plans.SUMMARY: "\n".join((t("What happened in class?"), told)),
    }


def _see_you(t: Words, meeting: Meeting, today: date) -> str:
    days = (meeting.local_start.date() - today).days
    if days < 0:
        return ""
    if days == 0:
        return t("See you today!")
    return t("See you tomorrow!") if days == 1 else t("See you soon!")
