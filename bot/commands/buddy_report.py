"""/buddy report, for coordinators: what came of the rounds, in counts."""

from bot.commands.actions import Action
from bot.commands.calls import Answer, File, Reply
from bot.commands.turns import Refused, Turn, answered, as_number
from bot.core import buddy_report, office
from bot.core.people import number
from bot.i18n import marked
from bot.ui import Block
from bot.views import buddy_report as views
from bot.views import notes


def report(turn: Turn) -> Answer:
    """The rounds, a page of them."""
    found = buddy_report.report(turn.db, turn.network, turn.now)
    at = as_number(turn.more.partition(":")[2])
    return answered(views.message(turn.t, turn.network, found, at))


def file(turn: Turn) -> Answer:
    """The same as a file for an office program."""
    found = buddy_report.report(turn.db, turn.network, turn.now)
    head, rows = views.table(turn.t, turn.network, found)
    kind = turn.more.partition(":")[2]
    made = {"csv": office.table, "xlsx": office.workbook}.get(kind)
    if made is None:
        raise Refused(notes.outdated(turn.t))
    return Reply(views.filed(turn.t), File(f"buddies.{kind}", made(head, rows)))


def home_lines(turn: Turn) -> list[Block]:
    """What stands on a coordinator's own page: how many wait for somebody just now."""
    if not turn.plans:
        return []
    count = buddy_report.waiting(turn.db, number(turn.network.id), turn.now)
    return views.waiting(turn.t, turn.network, count)


ACTIONS = (
    Action("buddy.report", act=report, changes=False, verb=marked("report", "verb")),
    Action("buddy.report-file", act=file, changes=False),
)
