"""/profile school: where one works; a name that is like a known one is asked back."""

import json
from collections.abc import Collection

from bot.commands import kept
from bot.commands.actions import Action
from bot.commands.calls import Answer, Sent
from bot.commands.interests import begin, check, shares
from bot.commands.turns import Mistakes, Refused, Turn, answered, as_number
from bot.commands.wishes import unfit
from bot.core import institutions, left_school, meant
from bot.core.agendas import mark_of
from bot.core.cards import touch
from bot.core.people import number
from bot.core.profiles import PHASES
from bot.i18n import marked
from bot.store import drafts
from bot.store import institutions as stored
from bot.store import profiles as stored_profiles
from bot.store.tables import Institution
from bot.ui import Form, Message
from bot.views import affiliations as views
from bot.views import left_school as left_school_views
from bot.views import notes

ASKED = "asked"
"""In a draft: the numbers of the schools of which it was asked whether one of them is meant."""


def school_form(turn: Turn) -> Answer:
    """Where do you work?"""
    check(turn)
    return views.form(turn.t, turn.network, shares(turn), turn.text)


def read(turn: Turn, form: Form) -> tuple[str, list[str], str]:
    """Name, phases and region of an institution, as a form says them. Raises Mistakes."""
    name, region = turn.value("name"), turn.value("region")
    said = turn.call.said
    turn.read.add("phases")
    phases = said.values.get("phases", ()) if isinstance(said, Sent) else ()
    problems = {}
    if wrong := unfit(turn, name, views.NAME, empty=turn.t("Please write the name.")):
        problems["name"] = wrong
    if region and (wrong := unfit(turn, region, views.REGION, empty="")):
        problems["region"] = wrong
    if problems:
        raise Mistakes(form, problems)
    return " ".join(name.split()), [one for one in PHASES if one in phases], region


def school(turn: Turn) -> Answer:
    """Keep it; where the network knows a name that is like it, ask which one is meant."""
    check(turn)
    name, phases, region = read(turn, views.form(turn.t, turn.network, shares(turn)))
    here = number(turn.network.id)
    near = meant.like(turn.db, here, name, " ".join(phases), region)
    if near:
        asked = [str(one.id) for one in near]
        typed = {"name": [name], "phases": phases, "region": [region], ASKED: asked}
        draft = kept.keep(turn, f"profile:0:school:{turn.network.id}", typed)
        return answered(views.which(turn.t, turn.network, name, near, (draft, mark_of(name))))
    return answered(_come(turn, _put(turn, name, phases, region)))


def _put(
    turn: Turn, name: str, phases: list[str], region: str, but: Collection[int] = ()
) -> Institution:
    network = number(turn.network.id)
    return meant.put(turn.db, network, name, " ".join(phases), region, but=but)


def _come(turn: Turn, where: Institution) -> Message:
    me = begin(turn)
    touch(turn.db, me, turn.now)
    institutions.come(turn.db, where, me)
    return _page(turn, turn.t("Kept: {topic}.", topic=where.name))


def _page(turn: Turn, said: str = "") -> Message:
    me = number(turn.member.id) if turn.member else 0
    theirs = stored_profiles.at(turn.db, number(turn.network.id), me)
    return views.page(turn.t, turn.network, theirs, said)


def _more(turn: Turn) -> tuple[int, int]:
    """The numbers in a button after its network."""
    _, first, second = (*turn.more.split(":", 2), "", "", "")[:3]
    return as_number(first), as_number(second)


def _typed(turn: Turn, draft: int, mark: int | None = None) -> dict[str, list[str]]:
    """What was typed of a school that was asked back; with a `mark` only of the one with that, for
    the number of a draft may be given again.
    """
    row = drafts.mine(turn.db, turn.call.who, draft)
    if row is None or row.action != f"profile:0:school:{turn.network.id}":
        raise Refused(notes.outdated(turn.t))
    typed: dict[str, list[str]] = json.loads(row.typed)
    if mark is not None and mark_of(typed["name"][0]) != mark:
        raise Refused(notes.outdated(turn.t))
    turn.db.delete(row)
    return typed


def school_is(turn: Turn) -> Answer:
    """It is one that the network knows."""
    check(turn)
    draft, key = _more(turn)
    where = _institution(turn, key)
    typed = _typed(turn, draft)
    where.phases = where.phases or " ".join(typed["phases"])
    where.region = where.region or typed["region"][0]
    return answered(_come(turn, where))


def _institution(turn: Turn, key: int) -> Institution:
    """The institution of a button, or the one that it was put into."""
    found = stored.get(turn.db, [number(turn.network.id)], key)
    if found is None:
        raise Refused(notes.not_found(turn.t))
    return institutions.standing(turn.db, found)


def school_new(turn: Turn) -> Answer:
    """It is another one."""
    check(turn)
    draft, mark = _more(turn)
    typed = _typed(turn, draft, mark)
    said = typed["name"][0], typed["phases"], typed["region"][0]
    return answered(_come(turn, _put(turn, *said, [int(key) for key in typed.get(ASKED, ())])))


def schools(turn: Turn) -> Answer:
    """Where the person works."""
    check(turn)
    return answered(_page(turn))


def left(turn: Turn) -> Answer:
    """The person is not there any more."""
    where, today = _institution(turn, _more(turn)[0]), turn.local(turn.now, turn.network.zone)
    if not institutions.go(turn.db, where, number(turn.me.id), today.date()):
        raise Refused(notes.outdated(turn.t))
    touch(turn.db, number(turn.me.id), turn.now)
    name = where.name
    if institutions.take_back(turn.db, where, number(turn.me.id)):
        return answered(views.taken_back(turn.t, turn.network, name))
    return answered(views.left(turn.t, turn.network, where))


def back(turn: Turn) -> Answer:
    """They are, after all."""
    where, me = _institution(turn, _more(turn)[0]), number(turn.me.id)
    row = stored.affiliation(turn.db, number(where.id), me)
    if row is None or row.left_on is None:
        raise Refused(notes.outdated(turn.t))
    institutions.come(turn.db, where, me)
    mark = turn.more.split(":", 2)[2:]  # of a link for who was to take their place
    if not mark:
        return answered(_page(turn))
    invited = left_school.take_back(turn.db, number(turn.network.id), me, mark[0])
    return answered(_page(turn, left_school_views.taken_back(turn.t, invited)))


ACTIONS = (
    Action("profile.school", form=school_form, act=school, verb=marked("school", "verb")),
    Action("profile.schools", act=schools, changes=False),
    Action("profile.school-is", act=school_is),
    Action("profile.school-new", act=school_new),
    Action("profile.left", act=left),
    Action("profile.back", act=back),
)
