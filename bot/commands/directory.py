"""`/network people`: who can help with what, each as they have agreed to be seen."""

from collections.abc import Sequence

from bot.commands.actions import Action
from bot.commands.calls import Answer, File, Reply
from bot.commands.sharing import check_listed
from bot.commands.turns import Mistakes, Refused, Turn, answered, as_number
from bot.commands.wishes import too_long
from bot.core import directory, office, seeking
from bot.core.directory import Colleague, Listed
from bot.core.people import number
from bot.core.rights import LISTED
from bot.core.seeking import Sought
from bot.i18n import marked
from bot.store import directory as stored
from bot.ui import Form, Message
from bot.views import directory as views
from bot.views import notes
from bot.views.colleagues import columns, heads, phases_typed

LIST, FIND = "people", "people-find"
MOST = 25
"""So many ways to go on are suggested at once."""


def people(turn: Turn) -> Answer:
    """Who shares something; typed or by a button, those who fit."""
    check_listed(turn)
    at, _, key = turn.more.partition(":")
    if turn.answer == LIST and turn.more:
        return answered(_list(turn, seeking.by_key(key), as_number(at)))
    return answered(_typed(turn, turn.text, Sought()))


def _typed(turn: Turn, text: str, more: Sought) -> Message:
    """Who fits what was typed, and what was chosen beside it."""
    seen = directory.people(turn.db, number(turn.network.id))
    understood = seeking.understand(text, seen, phases_typed()) if text else None
    if understood and understood.near:
        return views.unclear(turn.t, turn.network, understood)
    if understood and understood.rest:
        return views.nobody(turn.t, turn.network, text)
    sought = understood.sought if understood else Sought()
    sought = Sought(
        sought.topic, more.phase or sought.phase, more.region or sought.region, sought.name
    )
    return _list(turn, sought, 0, seen)


def _list(turn: Turn, sought: Sought, at: int, seen: Sequence[Colleague] | None = None) -> Message:
    network = number(turn.network.id)
    if seen is None:
        seen = directory.people(turn.db, network)
    topic = seeking.topic_called(seen, sought.topic)
    region = seeking.region_name(seen, sought.region)
    if (sought.topic and topic is None) or (sought.region and not region):
        raise Refused(notes.outdated(turn.t))
    wanted = views.wanted_words(turn.t, sought, topic, region)
    found = seeking.found(seen, sought)
    if not found and (wanted or not turn.plans):
        return views.nobody(turn.t, turn.network, wanted)
    me = number(turn.member.id) if turn.member else 0
    listed = len(stored.listed(turn.db, network)) if turn.plans else None
    return views.people(turn.t, turn.network, found, sought, wanted, me=me, at=at, listed=listed)


def find_form(turn: Turn) -> Answer:
    """Whom does the person look for?"""
    check_listed(turn)
    return _form(turn)


def _form(turn: Turn) -> Form:
    seen = directory.people(turn.db, number(turn.network.id))
    return views.find_form(turn.t, turn.network, seeking.regions(seen))


def find(turn: Turn) -> Answer:
    """Those who fit what was chosen and typed."""
    check_listed(turn)
    topic, place = turn.value("topic"), turn.value("place")
    if len(topic) > views.TOPIC:
        problem = too_long(turn, len(topic), views.TOPIC)
        raise Mistakes(_form(turn), {"topic": problem})
    chosen = seeking.by_key(f":{turn.value('phase')}:{place}")
    return answered(_typed(turn, " ".join(topic.split()), chosen))


def person(turn: Turn) -> Answer:
    """Somebody who shares what they can help with, and how to write to them."""
    check_listed(turn)
    seen = directory.people(turn.db, number(turn.network.id))
    wanted = as_number(turn.more)
    one = next((one for one in seen if one.id == wanted and one.strengths), None)
    if one is None:
        raise Refused(notes.not_found(turn.t))
    who = turn.call.who
    user = stored.account(turn.db, one.id, who.platform, who.workspace)
    return answered(views.person(turn.t, turn.network, one, user))


def everybody(turn: Turn) -> Answer:
    """All names, for coordinators."""
    check_listed(turn)
    listed = directory.everybody(turn.db, number(turn.network.id))
    return answered(views.everybody(turn.t, turn.network, listed, as_number(turn.more)))


def file(turn: Turn) -> Answer:
    """What a coordinator may see of people, as a file for an office program."""
    check_listed(turn)
    listed = directory.everybody(turn.db, number(turn.network.id))
    head, rows = _table(turn, listed)
    if turn.more == "csv":
        content = office.table(head, rows)
    elif turn.more == "xlsx":
        content = office.workbook(head, rows)
    else:
        raise Refused(notes.outdated(turn.t))
    return Reply(views.filed(turn.t, turn.network), File(f"people.{turn.more}", content))


def _table(
    turn: Turn, listed: Sequence[Listed]
) -> tuple[Sequence[str], Sequence[dict[str, object]]]:
    t = turn.t
    roles = views.role_words(t)
    head = (t("Name"), t("Role"), t("In the network since"))
    rows: list[dict[str, object]] = [
        {
            head[0]: one.seen.name,
            head[1]: roles.get(one.role, one.role),
            head[2]: turn.local(one.joined_at, turn.network.zone).date().isoformat(),
            **dict(columns(t, one.seen)),
        }
        for one in listed
    ]
    return (*head, *heads(t)), rows


def is_sought(text: str) -> bool:
    """Whether these words are a topic or a phase that all networks know, and no sentence."""
    return seeking.understand(text, (), phases_typed(), loosely=False).rest == ""


def suggested(turn: Turn, typed: str) -> list[str]:
    """With what `/network people` can go on, half typed: topics, regions, names and schools
    of those who share them.
    """
    verbs = {LIST, turn.t.p("verb", LIST)}
    verb, _, rest = typed.partition(" ")
    listed = turn.chosen is not None and turn.role in LISTED and turn.is_among_us
    if not listed or verb.casefold() not in verbs:
        return []
    seen = directory.people(turn.db, number(turn.network.id))
    words = [
        *(topic.name(turn.t.language) for topic in seeking.topics(seen)),
        *seeking.regions(seen),
        *(one.name for one in seen),
        *(place.name for one in seen for place in one.places),
    ]
    begun = rest.strip().casefold()
    return [f"{verb} {word}" for word in dict.fromkeys(words) if begun in word.casefold()][:MOST]


ACTIONS = (
    Action("network.people", act=people, changes=False, verb=marked("people", "verb")),
    Action("network.people-find", form=find_form, act=find, changes=False),
    Action("network.person", act=person, changes=False),
    Action("network.everybody", act=everybody, changes=False),
    Action("network.people-file", act=file, changes=False),
)
