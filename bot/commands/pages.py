"""What a personal link shows first: one meeting, to somebody without an account."""

from bot.commands.actions import Action
from bot.commands.calls import Answer
from bot.commands.turns import Turn, answered
from bot.core import meetings, rsvps
from bot.core.people import number
from bot.views import pages as views


def meeting(turn: Turn) -> Answer:
    """The meeting, with the person's answer and the ways on."""
    found = turn.meeting()
    mine = rsvps.mine(turn.db, found, number(turn.member.id)) if turn.member else None
    over = meetings.is_over(found, turn.now)
    return answered(views.meeting(turn.t, turn.network, found, mine, over=over))


ACTIONS = (Action("page.meeting", act=meeting, changes=False),)
