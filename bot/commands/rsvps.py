"""/rsvp: say, see and change who is coming."""

from bot.commands import name_lists, pages, titles
from bot.commands.actions import Action
from bot.commands.calls import Answer
from bot.commands.turns import Mistakes, Refused, Turn, answered, as_number, choose, come_in
from bot.commands.wishes import too_long
from bot.core import colleagues, links, places, rsvps, seats
from bot.core import meetings as core_meetings
from bot.core.people import number
from bot.core.places import Click
from bot.core.rights import Role
from bot.i18n import marked
from bot.store import meetings as stored
from bot.store import networks
from bot.store import rsvps as stored_rsvps
from bot.store.edits import Seen
from bot.store.tables import Meeting, Network, Rsvp
from bot.ui import Message
from bot.views import changes as change_views
from bot.views import meetings as meeting_views
from bot.views import notes
from bot.views import places as place_views
from bot.views import rsvps as views


def mine(turn: Turn) -> Answer:
    """My answers; with a word of answer typed (`/rsvp yes`), that answer to the next meeting."""
    ahead = turn.ahead()
    word, _, name = turn.text.partition(" ")
    said = views.answer_typed(turn.t, turn.text) or views.answer_typed(turn.t, word)
    if views.answer_typed(turn.t, turn.text):
        name = ""
    if said:
        named = titles.having(ahead, name.strip())
        if len(named) == 1:
            return _answer(turn, _to_answer(turn, named[0]), said)
        if named:
            return answered(meeting_views.which(turn.t, named, said, "rsvp"))
    if (not ahead or said) and (there := _elsewhere(turn, name.strip() if said else turn.text)):
        return answered(views.elsewhere(turn.t, turn.network, there, said, planned=bool(ahead)))
    if len(ahead) == 1:
        return answered(_choose(turn, ahead[0]))
    answers = {}
    if turn.member is not None:
        ids = [number(m.id) for m in ahead]
        answers = stored_rsvps.mine(turn.db, number(turn.network.id), number(turn.me.id), ids)
    return answered(
        meeting_views.coming(turn.t, number(turn.network.id), ahead, answers, plans=False)
    )


def _elsewhere(turn: Turn, title: str) -> list[tuple[Meeting, Network]]:
    """The meetings of this title that the person's other networks have announced."""
    found = []
    for network in turn.networks:
        row = turn.rows.get(number(network.id))
        if network.id != turn.network.id and row is not None and row.left_at is None:
            ahead = stored.coming(turn.db, number(network.id), turn.now, told=True)
            found += [(one, network) for one in titles.having(ahead, title)]
    return found


def choose_answer(turn: Turn) -> Answer:
    """The answers to one meeting."""
    return answered(_choose(turn, turn.meeting()))


def _choose(turn: Turn, meeting: Meeting) -> Message:
    own = rsvps.mine(turn.db, meeting, number(turn.member.id)) if turn.member else None
    if own is not None and seats.is_offered(own) and meeting.state == "planned":
        return place_views.offer(turn.t, meeting, own)
    sent = colleagues.answer(turn.db, meeting, own)
    return views.choose(turn.t, meeting, own, _place(turn, meeting, own), sent)


def _place(turn: Turn, meeting: Meeting, own: Rsvp | None) -> int:
    """The person's number on the waiting list; 0 where they are not on it."""
    return seats.place_in_line(turn.db, meeting, own) if own is not None else 0


def answer(turn: Turn) -> Answer:
    """A button of an announcement was pressed."""
    return _answer(turn, turn.meeting(), turn.answer)


def _to_answer(turn: Turn, meeting: Meeting) -> Meeting:
    """The meeting as it is now: while somebody answers it, nobody limits its seats."""
    found = stored.get(turn.db, [meeting.network_id], number(meeting.id), to_answer=True)
    if found is None:
        raise Refused(notes.not_found(turn.t))
    return found


def _open(turn: Turn, meeting: Meeting) -> Meeting:
    """The meeting, if it can be answered; where its seats are counted, nobody else takes or gives
    one meanwhile.
    """
    choose(turn, networks.get(turn.db, meeting.network_id))
    if seats.are_limited(meeting):
        meeting = stored.lock_seats(turn.db, number(meeting.id)) or meeting
    if meeting.state == "withdrawn":
        raise Refused(change_views.undone(turn.t, meeting))
    if meeting.state != "planned":
        raise Refused(notes.note(turn.t("This meeting was called off.")))
    if core_meetings.is_over(meeting, turn.now):
        raise Refused(notes.note(turn.t("This meeting is over.")))
    return meeting


def _answer(turn: Turn, meeting: Meeting, said: str) -> Answer:
    meeting = _open(turn, meeting)
    if turn.role is Role.GUEST:
        come_in(turn)
    call, online, order = turn.call, said == rsvps.ONLINE, _order(turn, meeting)
    if call.who.platform == links.WEB:
        colleagues.take_over(turn.db, meeting, number(turn.me.id), order, turn.now)
    seen = Seen(call.place, call.post) if call.post else None
    click = Click("yes" if online else said, order, turn.now, online, seen)
    try:
        own = places.answer(turn.db, meeting, number(turn.me.id), click)
    except places.NoRoom:
        raise Refused(place_views.full(turn.t, meeting, guest=False)) from None
    if own is None:
        raise Refused(notes.not_found(turn.t))
    stands = None
    if own.sends and not own.delegate:
        stands = colleagues.take_back(turn.db, meeting, own)
    return _kept(turn, meeting, own, stands)


def _order(turn: Turn, meeting: Meeting) -> int:
    """The order of this click. A browser tells none, and our clock may stand still or be put back:
    what comes from a page later counts later.
    """
    if turn.call.who.platform != links.WEB:
        return turn.call.order
    own = rsvps.mine(turn.db, meeting, number(turn.me.id))
    return max(turn.call.order, own.order + 1 if own else 0)


def _kept(
    turn: Turn, meeting: Meeting, own: Rsvp, stands: tuple[str, Rsvp] | None = None
) -> Answer:
    if seats.is_offered(own):
        return answered(place_views.offer(turn.t, meeting, own))
    return answered(views.kept(turn.t, meeting, own, _place(turn, meeting, own), stands))


def take(turn: Turn) -> Answer:
    """Take the place that is kept for me."""
    meeting = _open(turn, turn.meeting())
    own = places.take(turn.db, meeting, number(turn.me.id), turn.now)
    if own is None or own.answer not in rsvps.COMING:
        return answered(views.choose(turn.t, meeting, own))
    if seats.has_passed(own):
        return answered(place_views.passed(turn.t, meeting, own, _place(turn, meeting, own)))
    return _kept(turn, meeting, own)


def _mine(turn: Turn, meeting: Meeting) -> Rsvp:
    """The person's own yes."""
    own = rsvps.mine(turn.db, meeting, number(turn.me.id))
    if own is None or own.answer not in rsvps.COMING:
        raise Refused(views.choose(turn.t, meeting, own))
    return own


def bring(turn: Turn) -> Answer:
    """Bring so many, each of whom needs a place."""
    meeting = _open(turn, turn.meeting())
    own = _mine(turn, meeting)
    try:
        places.bring(turn.db, meeting, own, as_number(turn.more), turn.now)
    except places.NoRoom:
        raise Refused(place_views.full(turn.t, meeting, guest=True)) from None
    return _kept(turn, meeting, own)


def colleague_form(turn: Turn) -> Answer:
    """Who comes instead?"""
    meeting = _open(turn, turn.meeting())
    own = _mine(turn, meeting)
    return place_views.colleague_form(turn.t, meeting, own)


def colleague(turn: Turn) -> Answer:
    """Send a colleague, by name."""
    meeting = _open(turn, turn.meeting())
    own = _mine(turn, meeting)
    name = " ".join(turn.value("name").split())
    problem = "" if name else turn.t("Please write a name.")
    if len(name) > place_views.NAME:
        problem = too_long(turn, len(name), place_views.NAME)
    if problem:
        raise Mistakes(place_views.colleague_form(turn.t, meeting, own), {"name": problem})
    places.send(turn.db, meeting, own, name, turn.now)
    return pages.of_colleague(turn, meeting, own)


def page(turn: Turn) -> Answer:
    """A page for the colleague who comes instead, anew."""
    meeting = _open(turn, turn.meeting())
    own = _mine(turn, meeting)
    if not own.delegate:
        raise Refused(views.choose(turn.t, meeting, own))
    return pages.of_colleague(turn, meeting, own)


def hide(turn: Turn) -> Answer:
    """Hide my name among those who come, or show it again."""
    meeting = turn.meeting()
    own = rsvps.hide(
        turn.db, meeting, number(turn.me.id), hidden=turn.answer == "hide", now=turn.now
    )
    if own is None:
        return answered(views.choose(turn.t, meeting, None))
    return answered(views.kept(turn.t, meeting, own, _place(turn, meeting, own)))


def who(turn: Turn) -> Answer:
    """Who is coming, by name; to who is not of the network, in a channel that is not its own, only
    how many.
    """
    meeting = turn.meeting()
    names = turn.is_among_us
    shown = rsvps.standing(turn.db, meeting) if names else rsvps.in_short(turn.db, meeting, 0)
    return answered(meeting_views.who(turn.t, meeting, shown, plans=turn.plans))


ACTIONS = (
    Action("rsvp.mine", act=mine),
    Action("rsvp.choose", act=choose_answer, changes=False),
    Action("rsvp.answer", act=answer, presses=(*rsvps.ANSWERS, rsvps.ONLINE)),
    Action("rsvp.take", act=take),
    Action("rsvp.bring", act=bring),
    Action("rsvp.colleague", form=colleague_form, act=colleague),
    Action("rsvp.page", act=page),
    Action("rsvp.hide", act=hide, presses=("hide", "show")),
    Action("rsvp.who", act=who, changes=False),
    *name_lists.actions(_open),
)
COMMAND = marked("Say whether you come to a meeting, or change your answer")
NAME = marked("rsvp", "command")
