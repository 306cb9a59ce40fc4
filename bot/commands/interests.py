"""/profile topics: free words become topics; what is not sure is asked back."""

import json

from bot.commands import kept
from bot.commands.actions import Action
from bot.commands.calls import Answer
from bot.commands.turns import Mistakes, Refused, Turn, answered, as_number, come_in
from bot.commands.wishes import too_long
from bot.core import cards, interests, topics
from bot.core.agendas import mark_of
from bot.core.interests import Open
from bot.core.people import number
from bot.core.profiles import KINDS, MOST, listed
from bot.core.rights import Role
from bot.i18n import marked
from bot.store import drafts, people
from bot.store import profiles as stored
from bot.store.tables import Draft
from bot.ui import Form, Message
from bot.views import directory as directory_views
from bot.views import interests as views
from bot.views import notes
from bot.views import profiles as profile_views

PART = {"subject": "work", "strength": "help", "wish": "wish"}
"""Of which part of a profile, as it can be shown, a kind of topics is."""


def check(turn: Turn) -> None:
    """Raise Refused for who is not of the network, in a channel that is not its own."""
    if not turn.is_among_us:
        raise Refused(notes.note(turn.t("Only people of the network have a profile here.")))


def begin(turn: Turn) -> int:
    """The person is about to say something of themselves: so they are of the network. Returns
    their number.
    """
    if turn.role is Role.GUEST:
        come_in(turn)
    return number(turn.me.id)


def shares(turn: Turn) -> list[str]:
    """Which parts of their profile the person shows to the network."""
    me = number(turn.member.id) if turn.member else 0
    row = people.membership(turn.db, number(turn.network.id), me)
    return list(listed(row.shares)) if row else []


def own_card(turn: Turn, said: str = "") -> Message:
    """The person's card; above it what was done."""
    network, me = number(turn.network.id), number(turn.member.id) if turn.member else 0
    open_ = _open(turn)
    waiting = open_[1][0] if open_ else ""
    message = profile_views.card(
        turn.t,
        turn.network,
        cards.card(turn.db, network, me),
        waiting=waiting.partition(":")[2],
        ways=(directory_views.my_sharing(turn.t, turn.network),),
        shares=shares(turn),
        asks=cards.is_open(stored.of(turn.db, me)),
    )
    return notes.above(said, message) if said else message


def topics_form(turn: Turn) -> Answer:
    """What do you teach, what are you good at, what would you like?"""
    return _form(turn)


def _form(turn: Turn) -> Form:
    check(turn)
    said, network = {}, number(turn.network.id)
    if turn.member is not None:
        me = number(turn.member.id)
        known = interests.known(turn.db, network, me)
        said = {kind: interests.of(turn.db, known, me, kind) for kind in KINDS}
    return views.form(turn.t, turn.network, said, shares(turn))


def keep(turn: Turn) -> Answer:
    """Keep what is sure; the first word that is not is asked back."""
    typed = _read(turn, _form(turn))
    me = begin(turn)
    cards.touch(turn.db, me, turn.now)
    open_ = interests.keep(turn.db, number(turn.network.id), me, typed)
    before = _open(turn)
    words = [f"{kind}:{word}" for kind, word in open_]
    if before is not None:
        words += before[1]
        turn.db.delete(before[0])
    if words:
        kept.keep(turn, _action(turn), {"words": list(dict.fromkeys(words))})
    return settle(turn)


def _read(turn: Turn, form: Form) -> dict[str, list[str]]:
    """The words of each kind. Raises Mistakes."""
    found, problems = {}, {}
    for kind in KINDS:
        said = turn.value(kind)
        found[kind] = topics.parts(said)
        long = next((word for word in found[kind] if len(word) > views.NAME), "")
        if len(said) > views.TYPED:
            problems[kind] = too_long(turn, len(said), views.TYPED)
        elif len(found[kind]) > MOST:
            problems[kind] = turn.t("Please name at most {n}, the ones that matter most.", n=MOST)
        elif long:
            problems[kind] = turn.t("Please put commas between; “{word}” is long.", word=long[:30])
    if problems:
        raise Mistakes(form, problems)
    return found


def _action(turn: Turn) -> str:
    return f"profile:0:settle:{turn.network.id}"


def _open(turn: Turn) -> tuple[Draft, list[str]] | None:
    """The person's words that are open in this network, each after its kind."""
    draft = drafts.last(turn.db, turn.call.who, _action(turn))
    return (draft, json.loads(draft.typed)["words"]) if draft else None


def settle(turn: Turn) -> Answer:
    """The next word that is open; the card, where none is."""
    check(turn)
    return answered(_next(turn))


def _next(turn: Turn, said: str = "") -> Message:
    open_ = _open(turn)
    if open_ is None:
        return own_card(turn, said)
    first = open_[1][0]
    kind, _, word = first.partition(":")
    me = number(turn.member.id) if turn.member else 0
    one: Open = interests.like(turn.db, number(turn.network.id), me, kind, word)
    shown = PART.get(kind, "") in shares(turn)
    asked = views.ask_back(
        turn.t, turn.network, one, mark_of(first), shown=shown, more=len(open_[1]) - 1
    )
    return notes.above(said, asked) if said else asked


def mean(turn: Turn) -> Answer:
    """One word is settled: it means a topic, becomes the network's own, or is left out."""
    check(turn)
    _, mark, key = (*turn.more.split(":", 2), "", "", "")[:3]
    row, words = _open(turn) or (None, [])
    # By what it says, not by where it stands: the button may be of words typed long ago.
    found = next((word for word in words if mark_of(word) == as_number(mark)), None)
    if row is None or found is None:
        raise Refused(notes.outdated(turn.t))
    kind, _, word = found.partition(":")
    topic = _topic(turn, key, word)
    if topic is not None:
        me = begin(turn)
        if len(stored.interests(turn.db, me, kind)) < MOST:
            interests.add(turn.db, me, kind, topic.key)
    words.remove(found)
    row.typed = json.dumps({"words": words})
    if not words:
        turn.db.delete(row)
    turn.db.flush()
    said = turn.t("Kept: {topic}.", topic=topic.name(turn.t.language)) if topic else ""
    return answered(_next(turn, said or turn.t("Left out.")))


def _topic(turn: Turn, key: str, word: str) -> topics.Topic | None:
    """The topic that a button names; None where the word is to be left out."""
    if key == "none":
        return None
    network, me = number(turn.network.id), begin(turn)
    if key == "own":
        return interests.own(turn.db, network, me, word)
    known = interests.known(turn.db, network, me)
    found = next((one for one in known if one.key == key), None)
    if found is None:
        raise Refused(notes.outdated(turn.t))
    return found


ACTIONS = (
    Action("profile.topics", form=topics_form, act=keep, verb=marked("topics", "verb")),
    Action("profile.settle", act=settle, changes=False),
    Action("profile.mean", act=mean),
)
