"""/agenda: see what a meeting is about, and propose something for it."""

from bot.commands import arranging, titles
from bot.commands.actions import Action
from bot.commands.calls import Answer
from bot.commands.items import open_meeting, read
from bot.commands.turns import Handler, Refused, Turn, answered, as_number, come_in
from bot.core import agendas, meetings, minutes, tasks, timetable
from bot.core.people import number
from bot.core.rights import Role
from bot.i18n import marked
from bot.store import agendas as stored
from bot.store.tables import Meeting
from bot.ui import Form, Message, limits
from bot.views import agendas as views
from bot.views import items as forms
from bot.views import meetings as meeting_views
from bot.views import notes
from bot.views import tasks as task_views


def _next(turn: Turn) -> Meeting:
    """The next meeting. Raises Refused where none is planned."""
    if ahead := turn.ahead():
        return ahead[0]
    network = number(turn.network.id)
    raise Refused(meeting_views.coming(turn.t, network, [], {}, plans=turn.plans))


def _one(then: Handler, verb: str) -> Handler:
    """`then` for the meeting of the button; typed, for the one that is named, or the next."""

    def handler(turn: Turn) -> Answer:
        if not turn.subject:
            meeting = _next(turn)
            if turn.text:
                ahead = turn.ahead()
                named = titles.having(ahead, turn.text)
                if len(named) != 1:
                    return answered(meeting_views.which(turn.t, named or ahead, verb, "agenda"))
                meeting = named[0]
            turn.subject = number(meeting.id)
        return then(turn)

    return handler


def show(turn: Turn) -> Answer:
    """The agenda of one meeting."""
    return answered(_page(turn, turn.meeting()))


def _page(turn: Turn, meeting: Meeting) -> Message:
    key = number(meeting.id)
    items = agendas.of(turn.db, meeting)
    proposed = None
    if turn.plans:
        proposed = stored.waiting(turn.db, meeting.network_id, [key]).get(key, 0)
    return views.page(
        turn.t,
        meeting,
        items if turn.is_among_us else agendas.without_names(items),
        agendas.by(turn.db, meeting, number(turn.member.id)) if turn.member else (),
        open_=meeting.state != "called off" and not meetings.is_over(meeting, turn.now),
        proposed=proposed,
        others=any(other.id != meeting.id for other in turn.ahead()),
        at=as_number(turn.more),
        carried=minutes.carried(turn.db, meeting) if turn.is_among_us else (),
        opening=task_views.opening(turn.t, tasks.opening(turn.db, meeting))
        if turn.is_among_us
        else (),
    )


def which(turn: Turn) -> Answer:
    """The meetings to come, to see the agenda of one."""
    _next(turn)
    return answered(meeting_views.which(turn.t, turn.ahead(), "show", "agenda"))


def _form(turn: Turn, meeting: Meeting, text: str = "") -> Form:
    typed = timetable.typed(text[: limits.AREA])
    return forms.form(turn.t, meeting, plans=turn.plans, typed=typed)


def propose_form(turn: Turn) -> Answer:
    """The form of an item, with what was typed after the command filled in."""
    if not turn.subject:
        turn.subject = number(_next(turn).id)
    return _form(turn, open_meeting(turn, to_change=False), turn.text)


def propose(turn: Turn) -> Answer:
    """Keep the proposal; what a coordinator proposes is on the agenda."""
    meeting = open_meeting(turn)
    wish = read(turn, _form(turn, meeting))
    if turn.plans:
        item = agendas.add(turn.db, meeting, wish, turn.now)
        agendas.show_again(turn.db, meeting, turn.now)
        said = turn.t.text("**{title}** is on the agenda.", title=item.title)
        return answered(arranging.page(turn, meeting, said, show=number(item.id)))
    if turn.role is Role.GUEST:
        come_in(turn)
    item = agendas.propose(turn.db, meeting, wish, number(turn.me.id), turn.now)
    return answered(views.proposed(turn.t, meeting, item))


def take_back(turn: Turn) -> Answer:
    """The person takes back what they proposed, if nobody has decided about it yet."""
    meeting = turn.meeting(to_change=True)
    try:
        item = agendas.item(turn.db, meeting, as_number(turn.more), "proposed")
    except agendas.Gone:
        raise Refused(_page(turn, meeting)) from None
    if item.proposed_by != number(turn.me.id):
        raise Refused(notes.not_found(turn.t))
    turn.db.delete(item)
    said = turn.t.text("I have taken **{title}** back.", title=item.title)
    return answered(notes.note(said, views.show_button(turn.t, meeting)))


ACTIONS = (
    Action("agenda.show", act=_one(show, "show"), changes=False),
    Action("agenda.which", act=which, changes=False),
    Action("agenda.propose", form=propose_form, act=propose, verb=marked("propose", "verb")),
    Action("agenda.take-back", act=take_back),
    *arranging.actions(_one(arranging.arrange, "arrange")),
)
COMMAND = marked("What a meeting is about; propose something for it")
NAME = marked("agenda", "command")
