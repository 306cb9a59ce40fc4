"""What waits for a person, on their own page: a line each, and a button each below."""

from collections.abc import Sequence

from bot import ui
from bot.core.minutes import Todo
from bot.core.needs import Need
from bot.store.tables import Meeting
from bot.ui import Block, Button, Controls, Message, Para, Row, Text
from bot.views.agendas import joined, todo
from bot.views.attendance import tick
from bot.views.away import is_away
from bot.views.impact import read_button, tell_button
from bot.views.lists import more
from bot.views.meetings import line as meeting_line
from bot.views.meetings import to_groups
from bot.views.minutes import button as notes_button
from bot.views.notes import note
from bot.views.reflections import look_back
from bot.views.words import Words

MOST = 5
"""So many lines at once: when one is done, the next one comes."""
_TITLE, _NAMES, _TODOS = 60, 600, 8


def lines(t: Words, needs: Sequence[Need]) -> list[Block]:
    """The first of what waits, and a button for each; nothing where nothing does."""
    if not needs:
        return []
    heading = t.text("**This waits for you:**")
    shown = [heading, *(said(t, need) for need in needs[:MOST])]
    return [Para(joined(shown)), Controls(tuple(_button(t, need) for need in needs[:MOST]))]


def said(t: Words, need: Need) -> Text:
    """What waits, in a line."""
    title, n = ui.shorten(ui.typed(need.meeting.title), _TITLE), need.count
    words = {
        "unanswered": lambda: t.n(
            "{title}: {n} person has not answered.", "{title}: {n} people have not answered.",
            n=n, title=title,
        ),
        "waiting": lambda: t.n(
            "{title}: {n} person waits for a place.", "{title}: {n} people wait for a place.",
            n=n, title=title,
        ),
        "proposals": lambda: t.n(
            "{n} proposal for {title}", "{n} proposals for {title}", n=n, title=title
        ),
        "roll": lambda: t("{title}: nobody has said who was there.", title=title),
        "told": lambda: t.n(
            "{title}: {n} person has told what happened in class.",
            "{title}: {n} people have told what happened in class.",
            n=n, title=title,
        ),
        "groups": lambda: t.n(
            "{title} is on: {n} person, in groups?", "{title} is on: {n} people, in groups?",
            n=n, title=title,
        ),
        "due": lambda: t.n("{n} thing to do is due.", "{n} things to do are due.", n=n),
        "once": lambda: t.n(
            "{n} person came once, and not since.", "{n} people came once, and not since.", n=n
        ),
        "look-back": lambda: t("{title}: looking back, one minute", title=title),
        "class": lambda: t("{title}: what happened in class?", title=title),
        "task": lambda: t("{title}: how did the task go?", title=title),
        "todo": lambda: t.n("You have {n} thing to do.", "You have {n} things to do.", n=n),
    }  # fmt: skip
    return ui.words(words[need.kind]())


def _button(t: Words, need: Need) -> Button:
    meeting, network = need.meeting, need.meeting.network_id
    return {
        "unanswered": Button(t("Who has not answered"), f"meeting:{meeting.id}:unanswered"),
        "waiting": Button(t("Who is coming"), f"rsvp:{meeting.id}:who"),
        "proposals": Button(t("Proposals"), f"agenda:{meeting.id}:arrange"),
        "roll": tick(t, meeting),
        "told": read_button(t, meeting),
        "groups": to_groups(t, meeting),
        "due": Button(t("What is due"), f"notes:0:due:{network}"),
        "once": Button(t("Who came once"), f"network:{network}:newcomers"),
        "look-back": look_back(t, meeting),
        "class": tell_button(t, meeting),
        "task": Button(t("How did it go?"), f"notes:{meeting.id}:read"),
        "todo": Button(t("What I have to do"), f"notes:0:show:{network}"),
    }[need.kind]


def unanswered(
    t: Words, meeting: Meeting, names: Sequence[str], unnamed: int, away: Sequence[str] = ()
) -> Message:
    """Who has not answered, by name as far as it is known, and the ways to ask them; who is `away`
    is not waited for.
    """
    said: list[Block] = [Para(meeting_line(t, meeting))]
    if names:
        shown = ui.shorten(t.names(names), _NAMES)
        said.append(Para(t.text("**Not answered yet:** {names}", names=shown)))
    if unnamed:
        some = t.n(
            "{n} person without a name has not answered.",
            "{n} people without a name have not answered.",
            n=unnamed,
        )
        said.append(Para(ui.words(some)))
    if not names and not unnamed:
        said.append(Para(ui.words(t("Everybody has answered."))))
    said += is_away(t, away)
    ways = (
        Button(t("Reminders"), f"meeting:{meeting.id}:reminders"),
        Button(t("Who is coming"), f"rsvp:{meeting.id}:who"),
    )
    return Message("", (*said, Controls(ways)))


def due(t: Words, todos: Sequence[tuple[Todo, Meeting]]) -> Message:
    """What is still to be done in the network, what is due first."""
    if not todos:
        return note(t("Nothing is left to do."))
    rows: list[Block] = []
    for one, meeting in todos[:_TODOS]:
        change = Button(t("Change or done"), f"notes:{meeting.id}:todo:{one.row.id}")
        rows.append(Row(todo(t, one), change))
    rows += map(Para, more(t, len(todos) - _TODOS))
    last = todos[0][1]
    return Message(t("Still to do"), (*rows, Controls((notes_button(t, last),))))
