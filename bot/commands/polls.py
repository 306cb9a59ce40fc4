"""/reflect questions, /reflect visit: what people are asked when they look back."""

from datetime import timedelta

from bot.commands import titles
from bot.commands.actions import Action
from bot.commands.calls import Answer
from bot.commands.turns import Mistakes, Refused, Turn, answered
from bot.commands.wishes import too_long
from bot.core import polls
from bot.core.people import number
from bot.core.polls import KEYS, KINDS, MEETING, VISIT, Poll
from bot.i18n import marked
from bot.store import meetings
from bot.views import polls as views

LATELY, AHEAD = timedelta(weeks=4), timedelta(weeks=104)
"""Among meetings from so long ago until so far ahead a visit is found by its name."""


def questions_form(turn: Turn) -> Answer:
    """The questions as they are, to put otherwise."""
    return views.form(turn.t, number(turn.network.id), _poll(turn))


def _poll(turn: Turn) -> Poll:
    """What the button names, or the word that was typed; else the questions of a meeting."""
    typed = {"visit", turn.t.p("verb", "visit").casefold()}
    named, _, _ = turn.more.partition(":")[2].partition("-")
    kind = VISIT if turn.text.casefold() in typed else named
    kind = kind if kind in KINDS else MEETING
    return polls.current(turn.db, number(turn.network.id), kind)


def questions(turn: Turn) -> Answer:
    """Ask in these words from now on. What is left as we ask it, is asked so in each language."""
    poll, network = _poll(turn), number(turn.network.id)
    if "-" in turn.more and not turn.more.endswith(f":{poll.name}"):
        raise Refused(views.changed(turn.t, poll))
    ours = views.ours(turn.t, poll.kind)
    said = {key: " ".join(turn.value(key).split()) for key in KEYS}
    said = {key: "" if words == ours[key] else words for key, words in said.items()}
    problems = {
        key: too_long(turn, _size(words), views.MOST)
        for key, words in said.items()
        if _size(words) > views.MOST
    }
    if problems:
        raise Mistakes(views.form(turn.t, network, poll), problems)
    made = polls.put(turn.db, network, poll.kind, said, number(turn.me.id), turn.now)
    return answered(views.saved(turn.t, network, made))


def _size(words: str) -> int:
    # Discord counts what is beyond the basic plane twice, also in a label.
    return len(words.encode("utf-16-le")) // 2


def visit(turn: Turn) -> Answer:
    """People look back on a meeting as on a visit, or not any more; typed, on the one that is
    named.
    """
    if turn.subject:
        return _mark(turn, MEETING if turn.more == "no" else VISIT)
    network = number(turn.network.id)
    near = meetings.between(turn.db, network, turn.now - LATELY, turn.now + AHEAD)
    coming = [m for m in near if m.starts_at > turn.now]
    over = [m for m in reversed(near) if m.starts_at <= turn.now]
    named = titles.having((*coming, *over), turn.text)
    if not turn.text or len(named) != 1:
        return answered(views.which(turn.t, named))
    turn.subject = number(named[0].id)
    return _mark(turn, VISIT)


def _mark(turn: Turn, kind: str) -> Answer:
    meeting = turn.meeting(to_change=True)
    try:
        polls.mark(turn.db, meeting, kind)
    except polls.Answered:
        raise Refused(views.stays(turn.t, meeting)) from None
    return answered(views.marked(turn.t, meeting, polls.of(turn.db, meeting)))


ACTIONS = (
    Action(
        "reflect.questions", form=questions_form, act=questions, verb=marked("questions", "verb")
    ),
    Action("reflect.visit", act=visit, verb=marked("visit", "verb")),
)
