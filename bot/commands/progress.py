"""What people who go together say: have we met, somebody else please, was it of use."""

from bot.commands import journals
from bot.commands.actions import Action
from bot.commands.calls import Answer
from bot.commands.turns import Mistakes, Refused, Turn, answered, as_number
from bot.commands.wishes import unfit
from bot.core import journals as core_journals
from bot.core import progress, rematching
from bot.core.people import number
from bot.core.progress import Mine, Outdated
from bot.ui import Block
from bot.views import journals as journal_views
from bot.views import notes
from bot.views import progress as views


def _mine(turn: Turn) -> Mine:
    """The person's part in the button's pair. Raises Refused where they have none."""
    me = number(turn.member.id) if turn.member is not None else 0
    found = progress.mine(turn.db, [number(turn.network.id)], turn.subject, me)
    if found is None:
        raise Refused(notes.not_found(turn.t))
    return found


def say(turn: Turn) -> Answer:
    """Have we met, would I like somebody else, or do I stay? Kept at once, only for oneself."""
    mine = _mine(turn)
    try:
        progress.say(mine, turn.answer, turn.now)
    except Outdated:
        raise Refused(views.outdated(turn.t, turn.network)) from None
    last = progress.last_change(mine.round)
    is_near = last is not None and turn.now > last
    if turn.answer == progress.OTHER and is_near:
        return answered(views.too_near(turn.t, mine))
    if turn.answer == progress.STAY:
        return answered(views.stays(turn.t, mine))
    return answered(views.said(turn.t, mine))


def judge(turn: Turn) -> Answer:
    """Was it of use? Kept at once; nobody reads it."""
    mine = _mine(turn)
    try:
        progress.judge(mine, turn.answer, turn.now)
    except Outdated:
        raise Refused(views.outdated(turn.t, turn.network)) from None
    return answered(views.judged(turn.t, mine, turn.network))


def line_form(turn: Turn) -> Answer:
    """A line about it."""
    return views.line_form(turn.t, _mine(turn))


def line(turn: Turn) -> Answer:
    """Keep the line in the person's journal, and ask whether it is to be shared."""
    mine, text = _mine(turn), turn.value("line")
    if wrong := unfit(turn, text, views.LINE, empty=turn.t("Please write something.")):
        raise Mistakes(views.line_form(turn.t, mine), {"line": wrong})
    me, network = number(turn.me.id), number(turn.network.id)
    entry = core_journals.write(turn.db, network, me, text, turn.now)
    return answered(journal_views.sure(turn.t, entry, journals.tells(turn)))


def back(turn: Turn) -> Answer:
    """I would like a buddy again."""
    me = number(turn.me.id)
    rematching.back(turn.db, number(turn.network.id), me)
    return answered(views.back(turn.t))


def earlier(turn: Turn) -> Answer:
    """With whom I have gone together."""
    me = number(turn.me.id)
    found = progress.all_of(turn.db, number(turn.network.id), me, turn.now)
    at = as_number(turn.more.partition(":")[2])
    return answered(views.earlier(turn.t, turn.network, found, at))


def blocks(turn: Turn) -> list[Block]:
    """What a person can say now of those they go together with, for the page of their buddy."""
    if turn.member is None:
        return []
    where = turn.db, number(turn.network.id), number(turn.member.id), turn.now
    found: list[Block] = []
    if (mine := progress.now_of(*where)) is not None:
        found += views.now_blocks(turn.t, mine)
    if (over := progress.to_judge(*where)) is not None:
        found += views.judge_blocks(turn.t, over)
    if len(progress.all_of(*where)) > (1 if mine is not None else 0):
        found.append(views.way_back(turn.t, turn.network))
    return found


ACTIONS = (
    Action("pair.say", act=say, presses=(*progress.SAYS, progress.STAY)),
    Action("pair.judge", act=judge, presses=progress.USE),
    Action("pair.line", form=line_form, act=line),
    Action("pair.back", act=back),
    Action("pair.earlier", act=earlier, changes=False),
)
