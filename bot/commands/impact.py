"""/impact: what happened in class, some weeks after a meeting."""

from datetime import timedelta

from bot.commands import titles
from bot.commands.actions import Action
from bot.commands.calls import Answer
from bot.commands.turns import Mistakes, Refused, Turn, answered, as_number
from bot.commands.wishes import too_long
from bot.core import impact, plans, reflections
from bot.core.impact import EARLY, EVIDENCE, SCALE, Asked, Closed, NotAsked
from bot.core.people import number
from bot.i18n import marked
from bot.store import people
from bot.store.tables import Meeting
from bot.ui import Form
from bot.views import impact as views
from bot.views import reflections as reflection_views

NOT_YET = timedelta(weeks=5)
"""Of a meeting so lately nothing can have been told."""


def show(turn: Turn) -> Answer:
    """After which meetings I am asked now, and if after none, when next."""
    if turn.member is None:
        return answered(views.open_ones(turn.t, [], None))
    me, network = number(turn.member.id), number(turn.network.id)
    open_ = impact.open_to(turn.db, network, me, turn.now)
    next_time = impact.next_time(turn.db, network, me, turn.now)
    on = turn.local(next_time, turn.network.zone).date() if next_time else None
    shown = [(meeting, bool(asked.said)) for meeting, asked in open_]
    return answered(views.open_ones(turn.t, shown, on))


def tell_form(turn: Turn) -> Answer:
    """What happened in class? With what was said before."""
    meeting = turn.meeting()
    return _form(turn, meeting, _asked(turn, meeting))


def _asked(turn: Turn, meeting: Meeting) -> Asked:
    me = number(turn.member.id) if turn.member else 0
    try:
        return impact.asked(turn.db, meeting, me, turn.now)
    except NotAsked:
        raise Refused(views.not_asked(turn.t, meeting)) from None
    except Closed as closed:
        raise Refused(views.closed(turn.t, meeting, closed.opens)) from None


def _form(turn: Turn, meeting: Meeting, asked: Asked) -> Form:
    mine = reflections.mine(turn.db, meeting, number(turn.me.id))
    return views.form(turn.t, meeting, asked, mine.will if mine else "")


def tell(turn: Turn) -> Answer:
    """Keep what the person tells."""
    meeting = turn.meeting()
    asked = _asked(turn, meeting)
    said = {key: value for key in (*asked.items, EVIDENCE) if (value := turn.value(key))}
    problems = {
        item: turn.t("Please choose one of these.")
        for item in asked.items
        if item in said and said[item] not in SCALE
    }
    if not any(item in said for item in asked.items):
        problems[asked.items[0]] = turn.t("Please answer at least one of these.")
    if len(said.get(EVIDENCE, "")) > views.WORDS:
        problems[EVIDENCE] = too_long(turn, len(said[EVIDENCE]), views.WORDS)
    if problems:
        raise Mistakes(_form(turn, meeting, asked), problems)
    impact.tell(turn.db, meeting, number(turn.me.id), said, turn.now)
    early = asked.time == 1 and any(said.get(item) == EARLY for item in asked.items)
    return answered(views.thanks(turn.t, meeting, early=early, writes=_may_write(turn)))


def _may_write(turn: Turn) -> bool:
    """Whether the person may be written to."""
    row = people.membership(turn.db, number(turn.network.id), number(turn.me.id))
    return row is not None and row.private is True


def results(turn: Turn) -> Answer:
    """What people told, to who may read it; typed, of the meeting that is named, else of the last
    of which somebody has.
    """
    if not turn.subject:
        named = [m for m in titles.lately(turn, plans.FARTHEST) if m.starts_at < turn.now - NOT_YET]
        told_of = [m for m in named if _may_read(turn, m) and impact.count(turn.db, m)]
        found = told_of or named
        if not found:
            raise Refused(reflection_views.none_lately(turn.t))
        if len(found) > 1 and turn.text:
            return answered(views.which(turn.t, found))
        turn.subject = number(found[0].id)
    meeting = turn.meeting()
    if not _may_read(turn, meeting):
        raise Refused(views.for_others(turn.t, meeting))
    figures, told = impact.figures(turn.db, meeting), impact.told(turn.db, meeting)
    at = as_number(turn.more) if turn.answer == "results" else 0
    return answered(views.results(turn.t, meeting, figures, told, at=at, names=turn.plans))


def _may_read(turn: Turn, meeting: Meeting) -> bool:
    me = number(turn.member.id) if turn.member else 0
    return turn.plans or impact.may_read(turn.db, meeting, me, turn.now)


ACTIONS = (
    Action("impact.show", act=show, changes=False),
    Action("impact.tell", form=tell_form, act=tell),
    Action("impact.results", act=results, changes=False, verb=marked("results", "verb")),
)
COMMAND = marked("What happened in class, some weeks after a meeting")
NAME = marked("impact", "command")
