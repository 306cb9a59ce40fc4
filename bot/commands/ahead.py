"""The meeting that a button is about, as long as something of it can still be changed."""

from bot.commands.turns import Refused, Turn
from bot.core import meetings
from bot.store.tables import Meeting
from bot.views import meetings as views


def still_on(turn: Turn) -> Meeting:
    """The meeting, to change it. Raises Refused where it was called off, or is over."""
    meeting = turn.meeting(to_change=True)
    if meeting.state != "planned" or meetings.is_over(meeting, turn.now):
        raise too_late(turn, meeting)
    return meeting


def too_late(turn: Turn, meeting: Meeting) -> Refused:
    """It can only be read any more."""
    return Refused(views.read(turn.t, meeting, None, plans=False, over=True))
