"""/reflect: look back on a meeting, and read how others do."""

from datetime import timedelta

from bot.commands import journals, polls, questions, titles
from bot.commands.actions import Action
from bot.commands.calls import Answer
from bot.commands.turns import Mistakes, Refused, Turn, answered, as_number, come_in
from bot.commands.wishes import read_day, too_long
from bot.core import polls as core_polls
from bot.core import reflections
from bot.core.people import number
from bot.core.polls import Poll
from bot.core.reflections import Closed, NotThere, Wish
from bot.core.rights import Role
from bot.i18n import marked
from bot.store.tables import Meeting, Reflection
from bot.ui import Button, Controls, Form, Message, limits
from bot.views import attendance as attendance_views
from bot.views import notes
from bot.views import polls as poll_views
from bot.views import questions as question_views
from bot.views import reflections as views

LATELY = timedelta(weeks=12)
"""Of meetings so long ago what people said is found by their names."""

MOST_OPEN = 3
"""So many meetings stand on the page of looking back."""


def show(turn: Turn) -> Answer:
    """What I can look back on now, what the network was asked, and my own journal."""
    open_, network = [], number(turn.network.id)
    if turn.member is not None:
        open_ = reflections.open_to(turn.db, network, number(turn.member.id), turn.now)
    # There is room for so many; with each that is answered, another one comes.
    shown = views.open_ones(turn.t, open_[:MOST_OPEN])
    asked = question_views.rows(turn.t, network, questions.listed(turn))
    own = (Controls(_to_put(turn, network)),) if turn.plans else ()
    return answered(Message(shown.title, (*shown.blocks, *asked, *own, *journals.own(turn))))


def _to_put(turn: Turn, network: int) -> tuple[Button, ...]:
    """What a coordinator can ask, and how it is asked."""
    return (
        question_views.to_ask(turn.t, network),
        poll_views.other(turn.t, network, core_polls.MEETING),
        poll_views.other(turn.t, network, core_polls.VISIT),
    )


def back_form(turn: Turn) -> Answer:
    """One minute of looking back; with what was said before."""
    meeting = turn.meeting()
    _check(turn, meeting)
    return _form(turn, meeting)[0]


def _form(turn: Turn, meeting: Meeting) -> tuple[Form, Poll]:
    """The form, and what it asks."""
    mine = reflections.mine(turn.db, meeting, number(turn.member.id)) if turn.member else None
    poll = _poll(turn, meeting, mine)
    return views.form(turn.t, meeting, poll, mine), poll


def _poll(turn: Turn, meeting: Meeting, mine: Reflection | None) -> Poll:
    """What the form asks: what it asked when it was opened, whatever has been changed since; who
    has answered is asked the same again.
    """
    if not turn.more:
        return core_polls.of(turn.db, meeting, mine)
    asked = core_polls.named(turn.db, meeting.network_id, turn.more)
    if asked is None:
        raise Refused(notes.outdated(turn.t))
    return asked


def _check(turn: Turn, meeting: Meeting) -> None:
    try:
        reflections.check(turn.db, meeting, turn.now)
    except Closed as closed:
        raise Refused((views.not_yet if closed.early else views.closed)(turn.t, meeting)) from None


def back(turn: Turn) -> Answer:
    """Keep how the person looks back."""
    meeting = turn.meeting()
    _check(turn, meeting)
    form, poll = _form(turn, meeting)
    wish = _read(turn, form)
    if turn.role is Role.GUEST:
        come_in(turn)
    try:
        reflections.say(turn.db, meeting, number(turn.me.id), wish, poll, turn.now)
    except NotThere:
        raise Refused(attendance_views.ask_a_coordinator(turn.t, meeting)) from None
    return answered(views.thanks(turn.t, meeting, wants_help=bool(wish.help)))


def _read(turn: Turn, form: Form) -> Wish:
    """What the form says. Raises Mistakes."""
    problems: dict[str, str] = {}
    worth = turn.value("worth")
    if worth not in reflections.SCALE:
        problems["worth"] = turn.t("Please choose one of these.")
    texts = {"useful": views.USEFUL, "will": limits.LINE, "help": limits.LINE}
    said = {key: turn.value(key) for key in texts}
    for key, most in texts.items():
        if len(said[key]) > most:
            problems[key] = too_long(turn, len(said[key]), most)
    day = read_day(turn, typed) if (typed := turn.value("by")) else None
    if isinstance(day, str):
        problems["by"] = day
    if problems or isinstance(day, str):
        raise Mistakes(form, problems)
    return Wish(worth, said["useful"], said["will"], day, said["help"])


def results(turn: Turn) -> Answer:
    """What people said, to who may read it; typed, of the meeting that is named, else the last."""
    if not turn.subject:
        named = titles.lately(turn, LATELY)
        if not named:
            raise Refused(views.none_lately(turn.t))
        if len(named) > 1 and turn.text:
            return answered(views.which(turn.t, named))
        turn.subject = number(named[0].id)
    meeting = turn.meeting()
    me = number(turn.member.id) if turn.member else 0
    if not reflections.may_read(turn.db, meeting, me, coordinates=turn.plans):
        raise Refused(views.for_others(turn.t, meeting))
    return answered(_results(turn, meeting))


def _results(turn: Turn, meeting: Meeting) -> Message:
    said, counts = reflections.of(turn.db, meeting), reflections.counts(turn.db, meeting)
    at = as_number(turn.more) if turn.answer == "results" else 0
    now = core_polls.of(turn.db, meeting)
    may_change = turn.plans and not said and not counts
    return views.results(turn.t, meeting, said, now, at=at, may_change=may_change, counts=counts)


def circle(turn: Turn) -> Answer:
    """Only coordinators read it from now on, if nobody has said something yet. It never becomes
    wider: a form that is open somewhere has promised who reads it.
    """
    meeting = turn.meeting(to_change=True)
    if not (reflections.of(turn.db, meeting) or reflections.counts(turn.db, meeting)):
        meeting.circle = "coordinators"
    return answered(_results(turn, meeting))


ACTIONS = (
    Action("reflect.show", act=show, changes=False),
    Action("reflect.back", form=back_form, act=back),
    Action("reflect.results", act=results, changes=False, verb=marked("results", "verb")),
    Action("reflect.circle", act=circle),
    *polls.ACTIONS,
    *questions.ACTIONS,
    *journals.ACTIONS,
)
COMMAND = marked("Look back on a meeting, in a minute")
NAME = marked("reflect", "command")
