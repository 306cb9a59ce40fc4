"""/profile: what one brings, in small steps, and once a year the question whether it is true."""

import re

from bot.commands import affiliations, interests
from bot.commands.actions import Action
from bot.commands.calls import Answer, Sent
from bot.commands.interests import begin, own_card
from bot.commands.turns import Mistakes, Refused, Turn, answered
from bot.core.cards import touch
from bot.core.people import number
from bot.core.profiles import DAYS, HOURS, NOT_SAID, TONGUES, TRAVEL, WORK
from bot.i18n import marked
from bot.store import profiles as stored
from bot.store.tables import Profile
from bot.ui import Form
from bot.views import profile_forms as forms

LONG_AGO = 1940
YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def show(turn: Turn) -> Answer:
    """The card, with a button for each step."""
    interests.check(turn)
    return answered(own_card(turn))


def _row(turn: Turn) -> Profile | None:
    interests.check(turn)
    return stored.of(turn.db, number(turn.member.id)) if turn.member else None


def _several(turn: Turn, key: str, known: tuple[str, ...]) -> list[str]:
    """What was chosen in a field of which several can be."""
    turn.read.add(key)
    said = turn.call.said
    given = said.values.get(key, ()) if isinstance(said, Sent) else ()
    return [one for one in known if one in given]


def _one(turn: Turn, form: Form, key: str, known: tuple[str, ...]) -> str:
    """What was chosen in a field, if anything. Raises Mistakes."""
    given = turn.value(key)
    if given == NOT_SAID:
        return ""
    if given and given not in known:
        raise Mistakes(form, {key: turn.t("Please choose one of these.")})
    return given


def work_form(turn: Turn) -> Answer:
    """What do you do, and since which year?"""
    return forms.work_form(turn.t, turn.network, _row(turn), interests.shares(turn))


def work(turn: Turn) -> Answer:
    """Keep it."""
    form = forms.work_form(turn.t, turn.network, _row(turn), interests.shares(turn))
    typed, this_year = turn.value("since"), turn.local(turn.now, turn.network.zone).year
    found = YEAR.search(typed)
    year = int(found[0]) if found else 0
    if typed and not LONG_AGO <= year <= this_year:
        raise Mistakes(form, {"since": turn.t("Please write a year, such as 2015.")})
    works_as = _one(turn, form, "work", WORK)
    row = touch(turn.db, begin(turn), turn.now)
    row.works_as, row.since = works_as, year or None
    return answered(own_card(turn))


def free_form(turn: Turn) -> Answer:
    """When do you usually have time?"""
    return forms.free_form(turn.t, turn.network, _row(turn))


def free(turn: Turn) -> Answer:
    """Keep it."""
    interests.check(turn)
    found = [f"{day}-{hour}" for hour in HOURS for day in _several(turn, hour, DAYS)]
    touch(turn.db, begin(turn), turn.now).free = " ".join(found)
    return answered(own_card(turn))


def travel_form(turn: Turn) -> Answer:
    """How far would you go, and which languages do you speak?"""
    return forms.travel_form(turn.t, turn.network, _row(turn), interests.shares(turn))


def travel(turn: Turn) -> Answer:
    """Keep it."""
    form = forms.travel_form(turn.t, turn.network, _row(turn), interests.shares(turn))
    how_far = _one(turn, form, "travel", TRAVEL)
    row = touch(turn.db, begin(turn), turn.now)
    row.travel, row.speaks = how_far, " ".join(_several(turn, "speaks", TONGUES))
    return answered(own_card(turn))


def true(turn: Turn) -> Answer:
    """All of it is still true."""
    if _row(turn) is None:
        raise Refused(own_card(turn))
    touch(turn.db, begin(turn), turn.now)
    return answered(own_card(turn, turn.t("Thank you. I will ask again in a year.")))


ACTIONS = (
    Action("profile.show", act=show, changes=False),
    Action("profile.work", form=work_form, act=work, verb=marked("work", "verb")),
    *affiliations.ACTIONS,
    *interests.ACTIONS,
    Action("profile.free", form=free_form, act=free, verb=marked("times", "verb")),
    Action("profile.travel", form=travel_form, act=travel, verb=marked("travel", "verb")),
    Action("profile.true", act=true),
)
COMMAND = marked("What you bring, and what you would like: fill in as much as you want")
NAME = marked("profile", "command")
