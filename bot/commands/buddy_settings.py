"""/buddy settings: what a network wants of buddies."""

from bot.commands.actions import Action
from bot.commands.calls import Answer
from bot.commands.turns import Mistakes, Turn, answered, as_number
from bot.core import next_rounds
from bot.core.buddies import WEEKS
from bot.core.people import number
from bot.i18n import marked
from bot.store import buddies as stored
from bot.ui import Form
from bot.views import buddies as views
from bot.views import buddy_forms as forms


def settings_form(turn: Turn) -> Answer:
    """Are there buddies, how often by itself, and may two of one school go together?"""
    return _form(turn)


def _form(turn: Turn) -> Form:
    plan = stored.plan(turn.db, number(turn.network.id))
    return forms.settings_form(turn.t, turn.network, plan, WEEKS)


def settings(turn: Turn) -> Answer:
    """Keep it."""
    said, weeks, school = (turn.value(key) for key in ("on", "weeks", "school"))
    yes_or_no = ("yes", "no")
    is_count = weeks.isdigit() and as_number(weeks) in WEEKS
    checked = (("on", said in yes_or_no), ("weeks", is_count), ("school", school in yes_or_no))
    problems = {key: turn.t("Please choose one of these.") for key, is_one in checked if not is_one}
    if problems:
        raise Mistakes(_form(turn), problems)
    plan = next_rounds.settle(
        turn.db, turn.network, is_on=said == "yes", weeks=as_number(weeks),
        same_school=school == "yes", now=turn.now,
    )  # fmt: skip
    day = turn.t.day(plan.next_on) if plan.next_on else ""
    return answered(views.settled(turn.t, turn.network, plan, day))


ACTIONS = (
    Action("buddy.settings", form=settings_form, act=settings, verb=marked("settings", "verb")),
)
