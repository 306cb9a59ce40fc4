"""/meeting copy: plan a meeting like a former one."""

from collections.abc import Callable, Sequence

from bot.commands import titles, wishes
from bot.commands.actions import Action
from bot.commands.calls import Answer
from bot.commands.turns import Turn, answered
from bot.core import copies, terms
from bot.core.people import number
from bot.i18n import marked
from bot.store import meetings as stored
from bot.store.tables import Meeting
from bot.ui import Message
from bot.views import meetings as views
from bot.views import notes


def copy_form(turn: Turn) -> Answer:
    """A former meeting as it was, but for its day; typed without one, the person is asked which."""
    if turn.subject:
        return wishes.copy_form(turn, turn.meeting())
    former = _one_of_each(stored.former(turn.db, number(turn.network.id)))
    named = titles.having(former, turn.text)
    exact = [m for m in named if turn.text.casefold() == m.title.casefold()]
    if not former:
        return answered(notes.note(turn.t("No meeting is planned yet.")))
    if len(exact or named) == 1:
        return wishes.copy_form(turn, (exact or named)[0])
    return answered(views.which(turn.t, named or former, "copy"))


def _one_of_each(meetings: Sequence[Meeting]) -> list[Meeting]:
    """The latest meeting of each title: one of a series stands for all."""
    latest: dict[str, Meeting] = {}
    for meeting in meetings:
        latest.setdefault(meeting.title.casefold(), meeting)
    return list(latest.values())


def actions(planned: Callable[[Turn, Meeting], Message]) -> tuple[Action, ...]:
    """What can be done; `planned` answers that a meeting is planned."""

    def copy(turn: Turn) -> Answer:
        former = turn.meeting()
        wish = wishes.read(turn, wishes.copy_form(turn, former))
        network, by = turn.network, number(turn.me.id)
        made = copies.copy(turn.db, network, former, wish, by, turn.now)
        terms.tell_once(turn.db, network, turn.now)
        return answered(planned(turn, made))

    return (Action("meeting.copy", form=copy_form, act=copy, verb=marked("copy", "verb")),)
