"""/rsvp: say, see and change who is coming."""

from bot.commands.actions import Action
from bot.commands.calls import Answer
from bot.commands.turns import Refused, Turn, answered, choose, come_in
from bot.core import meetings as core_meetings
from bot.core import rsvps
from bot.core.people import number
from bot.core.rights import Role
from bot.i18n import marked
from bot.store import networks
from bot.store import rsvps as stored_rsvps
from bot.store.deliveries import Seen
from bot.store.tables import Meeting
from bot.ui import Message
from bot.views import meetings as meeting_views
from bot.views import notes
from bot.views import rsvps as views


def mine(turn: Turn) -> Answer:
    """My answers; with a word of answer typed (`/rsvp yes`), that answer to the next meeting."""
    ahead = turn.ahead()
    word, _, name = turn.text.partition(" ")
    said = views.answer_typed(turn.t, turn.text) or views.answer_typed(turn.t, word)
    if views.answer_typed(turn.t, turn.text):
        name = ""
    if said:
        named = [m for m in ahead if name.strip().casefold() in m.title.casefold()]
        if len(named) == 1:
            return _answer(turn, named[0], said)
        if named:
            return answered(meeting_views.which(turn.t, named, said, "rsvp"))
    if len(ahead) == 1:
        return answered(_choose(turn, ahead[0]))
    answers = {}
    if turn.member is not None:
        ids = [number(m.id) for m in ahead]
        answers = stored_rsvps.mine(turn.db, number(turn.network.id), number(turn.me.id), ids)
    return answered(
        meeting_views.coming(turn.t, number(turn.network.id), ahead, answers, plans=False)
    )


def choose_answer(turn: Turn) -> Answer:
    """The four answers to one meeting."""
    return answered(_choose(turn, turn.meeting()))


def _choose(turn: Turn, meeting: Meeting) -> Message:
    own = rsvps.mine(turn.db, meeting, number(turn.member.id)) if turn.member else None
    return views.choose(turn.t, meeting, own)


def answer(turn: Turn) -> Answer:
    """A button of an announcement was pressed."""
    return _answer(turn, turn.meeting(), turn.answer)


def _answer(turn: Turn, meeting: Meeting, said: str) -> Answer:
    choose(turn, networks.get(turn.db, meeting.network_id))
    if meeting.state == "withdrawn":
        raise Refused(meeting_views.undone(turn.t, meeting))
    if meeting.state != "planned":
        raise Refused(notes.note(turn.t("This meeting was called off.")))
    if core_meetings.is_over(meeting, turn.now):
        raise Refused(notes.note(turn.t("This meeting is over.")))
    if turn.role is Role.GUEST:
        come_in(turn)
    call = turn.call
    seen = Seen(call.place, call.post) if call.post else None
    own = rsvps.answer(
        turn.db, meeting, number(turn.me.id), said, order=call.order, now=turn.now, seen=seen
    )
    if own is None:
        raise Refused(notes.not_found(turn.t))
    return answered(views.kept(turn.t, meeting, own))


def hide(turn: Turn) -> Answer:
    """Hide my name among those who come, or show it again."""
    meeting = turn.meeting()
    own = rsvps.hide(
        turn.db, meeting, number(turn.me.id), hidden=turn.answer == "hide", now=turn.now
    )
    if own is None:
        return answered(views.choose(turn.t, meeting, None))
    return answered(views.kept(turn.t, meeting, own))


def who(turn: Turn) -> Answer:
    """Who is coming, by name; to who is not of the network, in a channel that is not its own, only
    how many.
    """
    meeting = turn.meeting()
    row = turn.rows.get(number(turn.network.id))
    is_ours = turn.at_home or (row is not None and row.left_at is None)
    shown = rsvps.standing(turn.db, meeting) if is_ours else rsvps.in_short(turn.db, meeting, 0)
    return answered(meeting_views.who(turn.t, meeting, shown))


ACTIONS = (
    Action("rsvp.mine", act=mine),
    Action("rsvp.choose", act=choose_answer, changes=False),
    Action("rsvp.answer", act=answer, presses=rsvps.ANSWERS),
    Action("rsvp.hide", act=hide, presses=("hide", "show")),
    Action("rsvp.who", act=who, changes=False),
)
COMMAND = marked("Say whether you come to a meeting, or change your answer")
NAME = marked("rsvp", "command")
