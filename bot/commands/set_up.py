"""/network set-up: beginning a network, one form and four steps that can be skipped."""

from bot.commands import picked
from bot.commands.actions import Action
from bot.commands.calls import Answer
from bot.commands.linking import offered
from bot.commands.turns import Mistakes, Refused, Turn, answered, as_number, choose
from bot.core import away, duties, networks, people, when
from bot.core.people import number
from bot.i18n import LANGUAGES, marked
from bot.store import deliveries
from bot.store import duties as stored_duties
from bot.store import networks as stored
from bot.store import people as stored_people
from bot.store.tables import Network
from bot.ui import Button, Form, Message
from bot.views import duties as duty_views
from bot.views import notes
from bot.views import set_up as views


def may_begin(turn: Turn) -> bool:
    """Whether the person may begin a network here: an administrator, or who has the code."""
    code = turn.more or turn.text
    return turn.call.profile.admin or networks.code_is_good(turn.db, code, turn.now)


def own(turn: Turn) -> Network:
    """The network of the button, if it is the one that the turn is about."""
    if turn.subject and turn.subject != turn.network.id:
        raise Refused(notes.not_found(turn.t))
    return turn.network


def set_up_form(turn: Turn) -> Answer:
    """The first form; in a network that is there already, its next step for a coordinator."""
    here = stored.home_at(turn.db, turn.call.place)
    if here is not None:
        choose(turn, here)
        _take_over(turn, here)
        return answered(_steps(turn, here) if turn.plans else views.there_already(turn.t, here))
    if not turn.call.place.channel:
        return answered(
            notes.note(turn.t("Please type this in the channel where your network talks."))
        )
    code = turn.more or turn.text
    if not networks.code_is_good(turn.db, code, turn.now) and (asked := offered(turn, code)):
        return asked
    if not may_begin(turn):
        if turn.more or turn.text:
            return answered(
                notes.note(
                    turn.t("That is no code of mine, or it has been used, or is over a week old.")
                )
            )
        return answered(views.no_network(turn.t, may_begin=False))
    return _form(turn, turn.more or turn.text)


def _take_over(turn: Turn, network: Network) -> None:
    """Where nobody is left who may plan, whoever might begin a network goes on with this one."""
    if may_begin(turn) and not stored_people.coordinators(turn.db, number(network.id)):
        people.appoint(turn.db, number(network.id), number(turn.me.id), turn.now)
        choose(turn, network)


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
    here = stored.home_at(turn.db, turn.call.place)
    if here is not None or not may_begin(turn) or not turn.call.place.channel:
        return set_up_form(turn)
    start = _start(turn, _form(turn, turn.more))
    network = networks.begin(turn.db, turn.call.place, turn.call.room, start, turn.me, turn.now)
    networks.spend_code(turn.db, turn.more)
    turn.networks = [network]
    choose(turn, network)
    return answered(_steps(turn, network))


def _start(turn: Turn, form: Form) -> networks.Start:
    """What the form says of a network. Raises Mistakes where it cannot be used."""
    zone = when.zone_named(turn.value("zone"))
    problems = {}
    if not 1 <= len(turn.value("name")) <= views.NAME:
        problems["name"] = turn.t("A name of 1 to {n} characters, please.", n=views.NAME)
    if turn.value("language") not in LANGUAGES:
        problems["language"] = turn.t("Please choose one of the languages.")
    if zone is None:
        like = _city(turn, when.zone_like(turn.value("zone") or "London"))
        problems["zone"] = turn.t("I do not know that city. Did you mean {zone}?", zone=like)
    if problems or zone is None:
        raise Mistakes(form, problems)
    return networks.Start(turn.value("name"), turn.value("language"), zone)


def change_form(turn: Turn) -> Answer:
    """The network's name, language and clocks, to change."""
    return views.change_form(turn.t, own(turn))


def change(turn: Turn) -> Answer:
    """Change them; meetings that are planned keep their time."""
    network = own(turn)
    start = _start(turn, views.change_form(turn.t, network))
    network.name, network.language, network.zone = start.name, start.language, start.zone
    return answered(
        notes.note(turn.t.text("**{name}** is changed.", name=network.name), _home(turn))
    )


def _home(turn: Turn) -> Button:
    return Button(turn.t("Show it to me"), "network:0:home", "primary")


def _steps(turn: Turn, network: Network) -> Message:
    present = stored_people.present(turn.db, number(network.id))
    home = stored.homes(turn.db, number(network.id))[0]
    return views.step_introduce(turn.t, network, present, home)


def introduce(turn: Turn) -> Answer:
    """The bot's own introduction goes out after the hold; the next step."""
    network = own(turn)
    networks.introduce(turn.db, number(network.id), turn.now)
    blocks = (*views.step_introduced(turn.t, network), *views.step_deputy(turn.t, network))
    return answered(Message("", blocks))


def send(turn: Turn) -> Answer:
    """The introduction goes out at once."""
    network = number(own(turn).id)
    if not deliveries.hasten(turn.db, network, networks.batch(network), turn.now):
        return answered(notes.outdated(turn.t))
    return answered(
        Message("", (*notes.note(turn.t("Sent.")).blocks, *views.step_deputy(turn.t, turn.network)))
    )


def undo(turn: Turn) -> Answer:
    """The introduction is taken back."""
    network = number(own(turn).id)
    if not deliveries.cancel(turn.db, network, networks.batch(network)):
        return answered(notes.outdated(turn.t))
    return answered(_steps(turn, turn.network))


def skip(turn: Turn) -> Answer:
    """The next step of the set-up, without this one."""
    network = own(turn)
    steps = {
        "2": views.step_deputy(turn.t, network),
        "3": views.step_private(turn.t, network),
        "4": views.step_plan(turn.t, network),
    }
    if turn.more not in steps:
        return answered(notes.outdated(turn.t))
    return answered(Message("", steps[turn.more]))


def deputy_form(turn: Turn) -> Answer:
    """Who else may plan?"""
    may_decide(turn)
    return _deputy_form(turn)


def _deputy_form(turn: Turn) -> Form:
    network, then = own(turn), views.NEXT if turn.more == views.NEXT else ""
    return views.deputy_form(turn.t, network, then, picked.among(turn))


def deputy(turn: Turn) -> Answer:
    """Ask the person that was picked, who may plan once they say yes; in the set-up its next
    step.
    """
    network = own(turn)
    may_decide(turn)
    key, problems = number(network.id), dict[str, str]()
    member = picked.on_the_list(turn, problems)
    if problems:
        raise Mistakes(_deputy_form(turn), problems)
    row = duties.name(turn.db, key, member, number(turn.me.id), turn.now)
    name = stored_people.name(turn.db, member)
    if row is None or row.state != "asked":
        blocks = views.deputy_already(turn.t, network, name, member)
    else:
        blocks = duty_views.is_asked(turn.t, network, row, name, hears=hears(turn))
    if turn.more == views.NEXT:
        mine = stored_people.membership(turn.db, key, number(turn.me.id))
        has_said = mine is not None and mine.private is not None
        step = views.step_plan if has_said else views.step_private
        blocks = (*blocks, *step(turn.t, network))
    return answered(Message("", blocks))


def hears(turn: Turn) -> bool:
    """Whether the person may be written to, and so hears how somebody answers them."""
    me = number(turn.me.id)
    return bool(stored_people.inboxes(turn.db, number(turn.network.id), [me], to_ask=False))


def may_decide(turn: Turn) -> None:
    """Refuse who stands in only for a while: they do not decide who may plan."""
    if stands_in(turn):
        raise Refused(duty_views.only_for_now(turn.t))


def stands_in(turn: Turn) -> bool:
    """Whether the person may plan only because they stand in for a while."""
    me = number(turn.member.id) if turn.member else 0
    return duties.stands_in(turn.db, number(turn.network.id), me)


def dismiss(turn: Turn) -> Answer:
    """Somebody is no longer a deputy, but a member; or what they were asked is taken back."""
    network = own(turn)
    may_decide(turn)
    if ":" in turn.more:
        _take_back(turn, as_number(turn.more.partition(":")[2]))
    else:
        other = as_number(turn.more)
        is_me = other == number(turn.me.id)
        if is_me or not duties.dismiss(turn.db, number(network.id), other):
            raise Refused(notes.not_found(turn.t))
    away.show_again(turn.db, number(network.id), turn.now)
    return answered(
        notes.note(turn.t("Taken back. They are a member like the others."), _home(turn))
    )


def _take_back(turn: Turn, duty: int) -> None:
    row = stored_duties.one(turn.db, number(turn.network.id), duty, to_change=True)
    if row is None:
        raise Refused(notes.not_found(turn.t))
    try:
        duties.take_back(turn.db, row, turn.now)
    except duties.Over:
        raise Refused(notes.outdated(turn.t)) from None


ACTIONS = (
    Action("network.change", form=change_form, act=change),
    Action("network.dismiss", act=dismiss),
    Action("network.set-up", form=set_up_form, act=set_up, verb=marked("set-up", "verb")),
    Action("network.introduce", act=introduce),
    Action("network.send", act=send),
    Action("network.undo", act=undo),
    Action("network.skip", act=skip, changes=False),
    Action("network.deputy", form=deputy_form, act=deputy, verb=marked("deputy", "verb")),
)
