"""Leaving a school: it is noted, and who takes one's place is invited."""

from collections.abc import Sequence

from bot.commands.actions import Action
from bot.commands.calls import Answer
from bot.commands.set_up import own
from bot.commands.turns import Mistakes, Refused, Turn, answered, as_number
from bot.commands.wishes import too_long
from bot.core import left_school as core
from bot.core import links
from bot.core.people import number
from bot.store import left_school as stored
from bot.store import meetings, people, profiles
from bot.store.tables import Institution, Meeting
from bot.views import left_school as views


def left_school_form(turn: Turn) -> Answer:
    """Which school, and who comes instead?"""
    return views.form(turn.t, own(turn), _schools(turn))


def _schools(turn: Turn) -> Sequence[Institution]:
    """Where the person works. Raises Refused where that is not known."""
    found: Sequence[Institution] = ()
    if turn.member is not None:
        found = profiles.at(turn.db, number(turn.network.id), number(turn.member.id))
    if not found:
        raise Refused(views.none_known(turn.t))
    return found


def left_school(turn: Turn) -> Answer:
    """The person is not at the school any more; the words for who takes their place."""
    network, schools = own(turn), _schools(turn)
    name, chosen = turn.value("name"), as_number(turn.value("school"))
    school = next((one for one in schools if one.id == chosen), None)
    problems = {}
    if school is None:
        problems["school"] = turn.t("Please choose one of these.")
    if len(name) > views.NAME:
        problems["name"] = too_long(turn, len(name), views.NAME)
    if problems or school is None:
        raise Mistakes(views.form(turn.t, network, schools), problems)
    today = turn.local(turn.now, network.zone).date()
    stored.leave(turn.db, number(network.id), number(turn.me.id), chosen, today)
    ahead = meetings.coming(turn.db, number(network.id), turn.now, told=True)
    following = next(iter(ahead), None)
    secret = _secret(turn, name, following) if name and turn.public and following else ""
    words = _invitation(turn, school.name, name, following, secret)
    mark = core.mark(secret) if secret else ""
    return answered(views.left(turn.t, network, school, words, mark))


def _invitation(turn: Turn, school: str, name: str, following: Meeting | None, secret: str) -> str:
    coordinators = people.coordinators(turn.db, number(turn.network.id))
    found = [one.name for one in coordinators if one.name]
    address = turn.address(secret) if secret else ""
    return views.invitation(turn.t, turn.network, school, name, found, following, address)


def _secret(turn: Turn, name: str, meeting: Meeting) -> str:
    """A personal link of who takes the person's place: they can answer to the next meeting."""
    key = number(turn.network.id)
    person = links.person(turn.db, key, name, turn.now)
    until = meetings.end(meeting)
    purpose = f"meeting:{meeting.id}"
    me, them = number(turn.me.id), number(person.id)
    return links.make(turn.db, key, them, purpose, turn.now, until, me)


def nobody_of(turn: Turn) -> Sequence[str]:
    """The schools that nobody is of any more."""
    return stored.empty(turn.db, number(turn.network.id))


ACTIONS = (Action("network.left-school", form=left_school_form, act=left_school),)
