"""/network: home, help, set-up, joining and leaving."""

from contextlib import suppress
from datetime import timedelta

from bot import chat
from bot.commands.actions import Action
from bot.commands.calls import Answer, Sent
from bot.commands.turns import Mistakes, Refused, Turn, answered, choose, come_in, pick
from bot.core import networks, people, rsvps, when
from bot.core.people import OnlyCoordinator, number
from bot.core.rights import Role
from bot.i18n import LANGUAGES, marked
from bot.store import deliveries
from bot.store import meetings as stored_meetings
from bot.store import networks as stored
from bot.store import people as stored_people
from bot.store import rsvps as stored_rsvps
from bot.store.tables import Network
from bot.ui import Block, Form, Message
from bot.views import networks as views
from bot.views import notes

RECENT = timedelta(days=7)


def home(turn: Turn) -> Answer:
    """The person's own page."""
    if turn.chosen is None:
        return answered(views.no_network(turn.t, may_begin=_may_begin(turn)))
    return answered(_home(turn))


def _home(turn: Turn) -> Message:
    network = number(turn.network.id)
    ahead = stored_meetings.coming(turn.db, network, turn.now)
    mine = {}
    if turn.member is not None:
        ids = [number(m.id) for m in ahead]
        mine = stored_rsvps.mine(turn.db, network, number(turn.member.id), ids)
    return views.home(
        turn.t,
        turn.network,
        ahead,
        mine,
        others=[n for n in turn.networks if n.id != network],
        coordinators=[c.name for c in stored_people.coordinators(turn.db, network) if c.name],
        plans=turn.plans,
        listed=_is_listed(turn),
        trouble=_trouble(turn) if turn.plans else (),
    )


def _is_listed(turn: Turn) -> bool:
    if turn.member is None:
        return turn.role is Role.MEMBER
    row = stored_people.membership(turn.db, number(turn.network.id), number(turn.member.id))
    return row.left_at is None if row else turn.role is Role.MEMBER


def _trouble(turn: Turn) -> list[Block]:
    """What of the last week could not be posted, at most three."""
    network = number(turn.network.id)
    blocks: list[Block] = []
    for row in deliveries.failed(turn.db, network, turn.now - RECENT)[:3]:
        meeting = None
        if row.view.startswith("meeting."):
            meeting = stored_meetings.get(turn.db, [network], int(row.subject))
        blocks += views.not_posted(turn.t, turn.network, row, meeting.title if meeting else "")
    return blocks


def try_again(turn: Turn) -> Answer:
    """What could not be posted is tried again."""
    network = number(_own(turn).id)
    wanted = int(turn.more) if turn.more.isascii() and turn.more.isdigit() else 0
    if not deliveries.try_again(turn.db, network, wanted, turn.now):
        return answered(notes.outdated(turn.t))
    return answered(notes.note(turn.t("I am trying again. /network shows whether it worked.")))


def help_page(turn: Turn) -> Answer:
    """What can be typed."""
    return answered(views.help_page(turn.t, turn.commands))


def choose_network(turn: Turn) -> Answer:
    """The person says which of their networks they mean; home of that one."""
    network = next((n for n in turn.networks if n.id == turn.subject), None)
    if network is None:
        raise Refused(notes.not_found(turn.t))
    pick(turn, network)
    return answered(_home(turn))


def _may_begin(turn: Turn) -> bool:
    code = turn.more or turn.text
    return turn.call.profile.admin or networks.code_is_good(turn.db, code, turn.now)


def _own(turn: Turn) -> Network:
    """The network of the button, if it is the one that the turn is about."""
    if turn.subject and turn.subject != turn.network.id:
        raise Refused(notes.not_found(turn.t))
    return turn.network


def set_up_form(turn: Turn) -> Answer:
    """The first form; in a network that is there already, its next step for a coordinator."""
    here = stored.at(turn.db, turn.call.place)
    if here is not None:
        choose(turn, here)
        return answered(_steps(turn, here) if turn.plans else _home(turn))
    if not turn.call.place.channel:
        return answered(
            notes.note(turn.t("Please type this in the channel where your network talks."))
        )
    if not _may_begin(turn):
        return answered(views.no_network(turn.t, may_begin=False))
    return _form(turn, turn.more or turn.text)


def _form(turn: Turn, code: str = "") -> Form:
    profile = turn.call.profile
    language = profile.language if profile.language in LANGUAGES else "en"
    return views.set_up_form(
        turn.t,
        name=turn.call.room.replace("-", " ").replace("_", " ").capitalize()[: views.NAME],
        language=language,
        zone=_city(turn, profile.zone or views.CAPITALS[language]),
        code="" if profile.admin else code,
    )


def _city(turn: Turn, zone: str) -> str:
    """The zone by its city, where that is enough to find it again."""
    city = turn.t.city(zone)
    return city if when.zone_named(city) == zone else zone


def set_up(turn: Turn) -> Answer:
    """Begin the network."""
    here = stored.at(turn.db, turn.call.place)
    if here is not None or not _may_begin(turn) or not turn.call.place.channel:
        return set_up_form(turn)
    zone = when.zone_named(turn.value("zone"))
    problems = {}
    if not 1 <= len(turn.value("name")) <= views.NAME:
        problems["name"] = turn.t("A name of 1 to {n} characters, please.", n=views.NAME)
    if turn.value("language") not in LANGUAGES:
        problems["language"] = turn.t("Please choose one of the languages.")
    if zone is None:
        like = when.zone_like(turn.value("zone") or "London")
        problems["zone"] = turn.t(
            "I do not know that city. Did you mean {zone}?", zone=_city(turn, like)
        )
    if problems or zone is None:
        raise Mistakes(_form(turn, turn.more), problems)
    start = networks.Start(turn.value("name"), turn.value("language"), zone)
    network = networks.begin(turn.db, turn.call.place, turn.call.room, start, turn.me, turn.now)
    networks.spend_code(turn.db, turn.more)
    turn.networks = [network]
    choose(turn, network)
    return answered(_steps(turn, network))


def _steps(turn: Turn, network: Network) -> Message:
    present = stored_people.present(turn.db, number(network.id))
    home = stored.homes(turn.db, number(network.id))[0]
    return views.step_introduce(turn.t, network, present, home)


def introduce(turn: Turn) -> Answer:
    """The bot's own introduction goes out after the hold; the next step."""
    network = _own(turn)
    networks.introduce(turn.db, number(network.id), turn.now)
    blocks = (*views.step_introduced(turn.t, network), *views.step_deputy(turn.t, network))
    return answered(Message("", blocks))


def send(turn: Turn) -> Answer:
    """The introduction goes out at once."""
    network = number(_own(turn).id)
    if not deliveries.hasten(turn.db, network, networks.batch(network), turn.now):
        return answered(notes.outdated(turn.t))
    return answered(
        Message("", (*notes.note(turn.t("Sent.")).blocks, *views.step_deputy(turn.t, turn.network)))
    )


def undo(turn: Turn) -> Answer:
    """The introduction is taken back."""
    network = number(_own(turn).id)
    if not deliveries.cancel(turn.db, network, networks.batch(network)):
        return answered(notes.outdated(turn.t))
    return answered(_steps(turn, turn.network))


def skip(turn: Turn) -> Answer:
    """The next step of the set-up, without this one."""
    network = _own(turn)
    steps = {
        "2": views.step_deputy(turn.t, network),
        "3": views.step_private(turn.t, network),
        "4": views.step_plan(turn.t),
    }
    if turn.more not in steps:
        return answered(notes.outdated(turn.t))
    return answered(Message("", steps[turn.more]))


def deputy_form(turn: Turn) -> Answer:
    """Who else may plan?"""
    return views.deputy_form(turn.t, _own(turn))


def deputy(turn: Turn) -> Answer:
    """Make the person that was picked a coordinator; the next step."""
    network = _own(turn)
    user, said, own = turn.value("who"), turn.call.said, turn.call.who
    if not user:
        raise Mistakes(views.deputy_form(turn.t, network), {"who": turn.t("Please pick a person.")})
    given = said.people.get(user) if isinstance(said, Sent) else None
    person = chat.Person(own.platform, own.workspace, user)
    member = people.meet(turn.db, person, given or chat.Profile(name=""))
    people.appoint(turn.db, number(network.id), number(member.id), turn.now)
    done = turn.t.text(
        "**{name}** may plan meetings now, as you may.", name=member.name or turn.t("Your deputy")
    )
    return answered(Message("", (*notes.note(done).blocks, *views.step_private(turn.t, network))))


def join(turn: Turn) -> Answer:
    """The person comes onto the list."""
    network = _own(turn)
    come_in(turn)
    return answered(views.joined(turn.t, network))


def private(turn: Turn) -> Answer:
    """May the bot write to them privately?"""
    network = _own(turn)
    come_in(turn)
    row = stored_people.membership(turn.db, number(network.id), number(turn.me.id))
    agreed = turn.more.startswith("yes")
    if row is not None:
        row.private = agreed
    if agreed:
        words = turn.t("Thank you. I write only when it concerns you.")
    else:
        words = turn.t("That is fine. I will not write to you privately.")
    more = views.step_plan(turn.t) if turn.more.endswith("-and-plan") else ()
    return answered(Message("", (*notes.note(words).blocks, *more)))


def leave(turn: Turn) -> Answer:
    """The person goes off the list, with their answers to what is still to come."""
    network = _own(turn)
    try:
        _leave(turn, network, declined=True)
    except OnlyCoordinator:
        raise Refused(
            notes.note(turn.t("You are the only coordinator here. Please name a deputy first."))
        ) from None
    return answered(
        notes.note(turn.t("You are off the list. Type /network if you want to come back."))
    )


def _leave(turn: Turn, network: Network, *, declined: bool) -> None:
    me = number(turn.me.id)
    people.leave(turn.db, number(network.id), me, turn.now, declined=declined)
    rsvps.take_back(turn.db, number(network.id), me, turn.now)


def came(turn: Turn) -> None:
    """Somebody came into the network's channel: they are on the list, and told so once."""
    here = stored.at(turn.db, turn.call.place)
    if here is not None:
        listed = [(turn.call.who, turn.call.profile)]
        new = people.enrol(turn.db, number(here.id), listed, turn.now, turn.key)
        for person in new:
            networks.welcome(turn.db, number(here.id), person, turn.now)


def went(turn: Turn) -> None:
    """Somebody left the network's channel: off the list, unless nobody else could plan then."""
    here = stored.at(turn.db, turn.call.place)
    if here is not None and turn.member is not None:
        with suppress(OnlyCoordinator):
            _leave(turn, here, declined=False)


ACTIONS = (
    Action("network.home", act=home, changes=False),
    Action("network.help", act=help_page, changes=False, verb=marked("help", "verb")),
    Action("network.pick", act=choose_network),
    Action("network.set-up", form=set_up_form, act=set_up, verb=marked("set-up", "verb")),
    Action("network.introduce", act=introduce),
    Action("network.send", act=send),
    Action("network.undo", act=undo),
    Action("network.skip", act=skip, changes=False),
    Action("network.try-again", act=try_again),
    Action("network.deputy", form=deputy_form, act=deputy, verb=marked("deputy", "verb")),
    Action("network.join", act=join, verb=marked("join", "verb")),
    Action("network.private", act=private),
    Action("network.leave", act=leave, verb=marked("leave", "verb")),
)
COMMAND = marked("Your home: what is next, and a button for everything")
NAME = marked("network", "command")
