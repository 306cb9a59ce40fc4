"""/network link: one person on two platforms; and a network's channel on a second platform."""

from collections.abc import Iterator
from contextlib import contextmanager

from bot.commands.actions import Action
from bot.commands.calls import Answer
from bot.commands.turns import Refused, Turn, answered, as_number, choose, come_in
from bot.core import linking, links
from bot.core.people import number
from bot.i18n import marked
from bot.store import networks as stored_networks
from bot.store import people as stored
from bot.store.tables import Identity, LinkCode, Network
from bot.ui import Block, Message
from bot.views import linking as views
from bot.views import notes


def link(turn: Turn) -> Answer:
    """A code to type on the other platform; typed behind it, who would become one."""
    if turn.text:
        return _typed(turn)
    code = linking.show(turn.db, turn.call.who, number(turn.me.id), turn.keys, turn.now)
    return answered(views.code(turn.t, code, on_page=turn.call.who.platform == links.WEB))


def _typed(turn: Turn) -> Answer:
    me = number(turn.me.id)
    with _kindly(turn):
        code = _code(turn, turn.text)
        them = linking.other(turn.db, code, turn.call.who, me)
    shown = linking.plainly(turn.text)
    return answered(views.one_person(turn.t, them.name, code.platform, shown))


def _code(turn: Turn, text: str) -> LinkCode:
    return linking.find(turn.db, turn.call.who, text, turn.keys, turn.now)


@contextmanager
def _kindly(turn: Turn) -> Iterator[None]:
    """A code that does not work is refused with what to do. Raises Refused."""
    try:
        yield
    except linking.Wrong:
        raise Refused(views.wrong(turn.t)) from None
    except linking.TooMany:
        raise Refused(views.too_many(turn.t)) from None
    except linking.Same:
        raise Refused(views.same(turn.t)) from None


def one_person(turn: Turn) -> Answer:
    """Both are one person from now on."""
    me = number(turn.me.id)
    with _kindly(turn):
        code = _code(turn, turn.more)
        turn.member = linking.link(turn.db, code, turn.call.who, me, turn.now)
    here, there = _account(turn), linking.platforms(turn.db, number(turn.me.id))
    return answered(views.linked(turn.t, there.accounts, here, there.written_to))


def _account(turn: Turn) -> Identity:
    """The account with which the person speaks. Raises Refused where there is none."""
    known = stored.known(turn.db, turn.call.who)
    if known is None:
        raise Refused(notes.outdated(turn.t))
    return known[0]


def prefer(turn: Turn) -> Answer:
    """The platform on which the person is written to from now on."""
    there = linking.platforms(turn.db, number(turn.me.id))
    if turn.more not in there.names:
        raise Refused(notes.outdated(turn.t))
    linking.prefer(turn.db, turn.me, turn.more)
    return answered(views.prefers(turn.t, turn.more))


def unlink(turn: Turn) -> Answer:
    """What parting the two does; typed, which two there are."""
    if not turn.more:
        found = lines(turn)
        return answered(Message("", found) if found else _alone(turn))
    return answered(views.sure(turn.t, _other(turn)))


def _alone(turn: Turn) -> Message:
    """Why there is nothing to separate."""
    accounts = stored.accounts(turn.db, number(turn.member.id)) if turn.member else ()
    gone = next((one for one in accounts if one.gone_at is not None), None)
    if gone is not None:
        return views.only_here(turn.t, gone)
    return views.only_one(turn.t, has_page=any(one.platform == links.WEB for one in accounts))


def unlink_now(turn: Turn) -> Answer:
    """The other account is a person of its own again."""
    other = _other(turn)
    linking.unlink(turn.db, turn.me, other, turn.now)
    return answered(views.parted(turn.t, other.platform))


def _other(turn: Turn) -> Identity:
    """The person's other account of which the button is. Raises Refused where it is none of
    theirs.
    """
    here, wanted = _account(turn), as_number(turn.more)
    for account in stored.accounts(turn.db, number(turn.me.id)):
        if account.id == wanted and account.id != here.id:
            return account
    raise Refused(notes.outdated(turn.t))


def lines(turn: Turn) -> tuple[Block, ...]:
    """What a person's settings say of their platforms."""
    if turn.member is None:
        return ()
    there = linking.platforms(turn.db, number(turn.member.id))
    return views.where(turn.t, there.accounts, _account(turn), there.written_to)


def channel(turn: Turn) -> Answer:
    """A code by which a channel on another platform becomes one of the network's."""
    network = number(turn.network.id)
    code = linking.show(turn.db, turn.call.who, number(turn.me.id), turn.keys, turn.now, network)
    return answered(views.channel_code(turn.t, turn.network, code))


def offered(turn: Turn, text: str) -> Answer | None:
    """For the code of a channel, typed to set a network up: what would become of this channel."""
    if not linking.is_one(text) or not turn.call.place.channel:
        return None
    number(turn.me.id)  # who types a wrong one is counted
    with _kindly(turn):
        try:
            name = _network(turn, _code(turn, text)).name
        except linking.Wrong:
            return None  # it may be meant for something else
    return answered(views.channel(turn.t, name, linking.plainly(text)))


def _network(turn: Turn, code: LinkCode) -> Network:
    if code.network_id is None:
        raise linking.Wrong
    return stored_networks.get(turn.db, code.network_id)


def settle(turn: Turn) -> Answer:
    """This channel is one of the network's from now on, and the person in it."""
    place = turn.call.place
    if not place.channel or stored_networks.home_at(turn.db, place) is not None:
        raise Refused(notes.outdated(turn.t))
    number(turn.me.id)
    with _kindly(turn):
        found = linking.settle(turn.db, _code(turn, turn.more), place, turn.call.room, turn.now)
    network = stored_networks.get(turn.db, found)
    turn.here, turn.at_home = network, True
    choose(turn, network)
    come_in(turn)
    return answered(views.settled(turn.t, network.name))


ACTIONS = (
    Action("network.link", act=link, verb=marked("link", "verb")),
    Action("network.one-person", act=one_person),
    Action("network.prefer", act=prefer),
    Action("network.unlink", act=unlink, changes=False, verb=marked("unlink", "verb")),
    Action("network.unlink-now", act=unlink_now),
    Action("network.channel", act=channel),
    Action("network.settle", act=settle),
    Action("page.link", act=link),
)
