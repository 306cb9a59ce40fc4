"""What a personal link shows first: one meeting, to somebody without an account."""

from bot.commands.actions import Action
from bot.commands.calls import Answer
from bot.commands.turns import Turn, answered
from bot.core import links, meetings, rsvps
from bot.core.people import number
from bot.store import meetings as stored_meetings
from bot.store import rsvps as stored_rsvps
from bot.store.tables import Rsvp
from bot.views import pages as views


def meeting(turn: Turn) -> Answer:
    """The meeting, with the person's answer and the ways on."""
    found = turn.meeting()
    mine = rsvps.mine(turn.db, found, number(turn.member.id)) if turn.member else None
    over = meetings.is_over(found, turn.now)
    return answered(views.meeting(turn.t, turn.network, found, mine, over=over))


def member(turn: Turn) -> Answer:
    """What is coming up in a network, with the person's answers."""
    network, ahead = number(turn.network.id), turn.ahead()
    mine: dict[int, Rsvp] = {}
    if turn.member is not None:
        ids = [number(one.id) for one in ahead]
        mine = stored_rsvps.mine(turn.db, network, number(turn.member.id), ids)
    since = turn.now - links.LOOKS_BACK
    were = stored_meetings.between(turn.db, network, since, turn.now)
    last = next((one for one in reversed(were) if meetings.is_told(turn.db, one)), None)
    return answered(views.member(turn.t, turn.network, ahead, mine, last))


ACTIONS = (
    Action("page.meeting", act=meeting, changes=False),
    Action("page.member", act=member, changes=False),
)
