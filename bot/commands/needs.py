"""What waits for a person, on their own page, and the pages that it leads to."""

from bot.commands.actions import Action
from bot.commands.calls import Answer
from bot.commands.turns import Turn, answered
from bot.core import audiences, needs
from bot.core.minutes import Todo
from bot.core.people import number
from bot.store import away as stored_away
from bot.store import minutes as stored
from bot.store import people
from bot.ui import Block
from bot.views import away as away_views
from bot.views import needs as views


def lines(turn: Turn, most: int = views.MOST) -> list[Block]:
    """What waits for the person, at most so much of it."""
    network, found = number(turn.network.id), []
    if turn.plans:
        found += needs.of_coordinator(turn.db, network, turn.ahead(), turn.now)
    if turn.member is not None:
        found += needs.of_person(turn.db, network, number(turn.member.id), turn.now)
    return views.lines(turn.t, found[:most])


def unanswered(turn: Turn) -> Answer:
    """Who has not answered to a meeting, by name."""
    meeting = turn.meeting()
    whom = audiences.of(turn.db, meeting, "unanswered", turn.now)
    gone = stored_away.of(turn.db, number(turn.network.id))
    is_away = away_views.names(turn.t, turn.network, gone)
    names = [people.name(turn.db, member) for member in whom]
    known = [name for name in names if name]
    return answered(views.unanswered(turn.t, meeting, known, len(names) - len(known), is_away))


def due(turn: Turn) -> Answer:
    """What is still to be done in the network."""
    rows = stored.still_open(turn.db, number(turn.network.id))
    todos = [(Todo(row, name or ""), meeting) for row, name, meeting in rows]
    return answered(views.due(turn.t, todos))


ACTIONS = (
    Action("meeting.unanswered", act=unanswered, changes=False),
    Action("notes.due", act=due, changes=False),
)
