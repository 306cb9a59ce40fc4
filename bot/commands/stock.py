"""/kit stock: what there is, counted by moves; new kits, their rules, and where one learns them."""

from bot.commands import asking
from bot.commands.actions import Action
from bot.commands.calls import Answer
from bot.commands.turns import Mistakes, Refused, Turn, answered, as_number
from bot.commands.wishes import too_long, unfit
from bot.core import asked_for, kits, request_news, requests
from bot.core.likeness import bare
from bot.core.people import number
from bot.i18n import marked
from bot.store import kits as stored
from bot.store import meetings, people
from bot.store import requests as stored_requests
from bot.store.tables import Kit
from bot.ui import Form, Message
from bot.views import kits as kit_views
from bot.views import notes, stock, stocking


def network_of(turn: Turn) -> int:
    """The network that has the button's kit; 0 where this person is in none that does."""
    found = stored.get(turn.db, [number(n.id) for n in turn.networks], turn.subject)
    return found.network_id if found else 0


def _one(turn: Turn, *, to_change: bool = False) -> Kit:
    found = stored.get(turn.db, [number(turn.network.id)], turn.subject, to_change=to_change)
    if found is None:
        raise Refused(notes.not_found(turn.t))
    return found


def listed(turn: Turn) -> Answer:
    """All kits, and how many of each are free."""
    return answered(_listed(turn))


def _listed(turn: Turn) -> Message:
    network = number(turn.network.id)
    there = stored.stock(turn.db, network)
    every = stored.of(turn.db, network, retired=True)
    found = [(kit, there.get(number(kit.id), {})) for kit in every]
    at = as_number(turn.more.partition(":")[2])
    return stock.page(turn.t, turn.network, found, at)


def read(turn: Turn) -> Answer:
    """One kit whole."""
    return _shown(turn, _one(turn))


def _shown(turn: Turn, kit: Kit, said: str = "") -> Answer:
    key = number(kit.id)
    trains, places = stored.trains(turn.db, kit.network_id, key), kits.places(turn.db, kit)
    waits = stored_requests.waiting(turn.db, kit.network_id, key)
    return answered(stock.one(turn.t, kit, places, trains, said, waits))


def line(turn: Turn) -> Answer:
    """Who waits for it, in the order in which it goes to them."""
    kit = _one(turn)
    asked = asked_for.line(turn.db, kit, turn.now)
    return answered(kit_views.in_line(turn.t, kit, asked, as_number(turn.more)))


def add_form(turn: Turn) -> Answer:
    """A new kit."""
    return stocking.add_form(turn.t, turn.network)


def add(turn: Turn) -> Answer:
    """Keep it, with as many pieces as there are."""
    form, problems = stocking.add_form(turn.t, turn.network), dict[str, str]()
    texts = _texts(turn, problems, 0)
    kind, count = turn.value("kind"), asking.figure(turn, "count", problems, kits.MOST, least=0)
    if kind not in kits.KINDS:
        problems["kind"] = turn.t("Please choose one of these.")
    if count is None and "count" not in problems:
        problems["count"] = turn.t("I need a number in figures here, like 3.")
    if problems or count is None:
        raise Mistakes(form, problems)
    name, place, note = texts
    kit = Kit(network_id=number(turn.network.id), name=name, kind=kind, place=place, note=note)
    turn.db.add(kit)
    turn.db.flush()
    if count:
        me, way = number(turn.me.id), (kits.NEW, kits.shelf(kit))
        kits.move(turn.db, kit, way, count, me, "new", turn.now)
    return _shown(turn, kit, turn.t("It is on the list. Look at its rules once."))


def _texts(turn: Turn, problems: dict[str, str], key: int) -> tuple[str, str, str]:
    """The texts of a kit; what is wrong with them goes to `problems`."""
    name = " ".join(turn.value("name").split())
    place, note = " ".join(turn.value("place").split()), turn.value("note")
    empty = turn.t("Please give it a name.")
    if problem := unfit(turn, name, kits.NAME, empty=empty):
        problems["name"] = problem
    elif any(bare(one.name) == bare(name) and one.id != key for one in _every(turn)):
        problems["name"] = turn.t("There is one of that name already. Please call it otherwise.")
    if problem := unfit(turn, place, kits.PLACE):
        problems["place"] = problem
    if problem := unfit(turn, note, kits.NOTE):
        problems["note"] = problem
    return name, place, note


def _every(turn: Turn) -> list[Kit]:
    return list(stored.of(turn.db, number(turn.network.id), retired=True))


def change_form(turn: Turn) -> Answer:
    """What it is called, where it stands, and what one has to know."""
    return stocking.change_form(turn.t, _one(turn))


def change(turn: Turn) -> Answer:
    """Keep that; what is on its shelf goes along."""
    kit, problems = _one(turn, to_change=True), dict[str, str]()
    name, place, note = _texts(turn, problems, number(kit.id))
    if problems:
        raise Mistakes(stocking.change_form(turn.t, kit), problems)
    reason = turn.t("It stands somewhere else now.")
    kits.change_shelf(turn.db, kit, place, number(turn.me.id), reason, turn.now)
    kit.name, kit.note = name, note
    turn.db.flush()
    return _shown(turn, kit, turn.t("That is changed."))


def rules_form(turn: Turn) -> Answer:
    """How many, for how long, and who says yes."""
    return stocking.rules_form(turn.t, _one(turn))


def rules(turn: Turn) -> Answer:
    """Keep the rules; what was asked for already stays as it is."""
    kit, problems = _one(turn, to_change=True), dict[str, str]()
    most = asking.figure(turn, "most", problems, kits.MOST)
    days = asking.figure(turn, "days", problems, kits.DAYS, empty=kit.days)
    if problems:
        raise Mistakes(stocking.rules_form(turn.t, kit), problems)
    on = _values(turn, "rules")
    kit.most, kit.days = most, days or kit.days
    kit.trained, kit.approved = "trained" in on, "coordinator" if "approve" in on else "nobody"
    return _shown(turn, kit, turn.t("That is changed."))


def _values(turn: Turn, key: str) -> tuple[str, ...]:
    turn.value(key)
    values = getattr(turn.call.said, "values", {})
    found: tuple[str, ...] = values.get(key, ())
    return found


def count_form(turn: Turn) -> Answer:
    """How many stand on the shelf?"""
    return _count_form(turn, _one(turn))


def _count_form(turn: Turn, kit: Kit) -> Form:
    there = kits.places(turn.db, kit).get(kits.shelf(kit), 0)
    return stocking.count_form(turn.t, kit, there)


def count(turn: Turn) -> Answer:
    """Move what is more or less than was known, with the reason; who waits may get it."""
    kit, problems = _one(turn, to_change=True), dict[str, str]()
    counted = asking.figure(turn, "counted", problems, kits.MOST, least=0)
    reason = turn.value("reason")
    if counted is None and "counted" not in problems:
        problems["counted"] = turn.t("I need a number in figures here, like 3.")
    if not reason:
        problems["reason"] = turn.t("Please say why in a few words.")
    elif len(reason) > stock.REASON:
        problems["reason"] = too_long(turn, len(reason), stock.REASON)
    if problems or counted is None:
        raise Mistakes(_count_form(turn, kit), problems)
    me = number(turn.me.id)
    kits.correct(turn.db, kit, counted, me, reason, turn.now)
    requests.move_up(turn.db, kit.network_id, number(kit.id), me, turn.now)
    request_news.line_moved(turn.db, kit.network_id, number(kit.id), turn.now)
    return _shown(turn, kit, turn.t("That is noted."))


def train_form(turn: Turn) -> Answer:
    """At which meeting does one learn to use it?"""
    kit = _one(turn)
    found = meetings.former(turn.db, kit.network_id)
    if not found:
        return answered(notes.note(turn.t("No meeting is planned yet.")))
    return stocking.train_form(turn.t, kit, found)


def train(turn: Turn) -> Answer:
    """Who was at that meeting, may have the kit."""
    kit = _one(turn)
    key = as_number(turn.value("meeting"))
    found = meetings.get(turn.db, [kit.network_id], key) if key else None
    if found is None:
        form = stocking.train_form(turn.t, kit, meetings.former(turn.db, kit.network_id))
        raise Mistakes(form, {"meeting": turn.t("Please choose one of these.")})
    stored.train_at(turn.db, kit.network_id, number(kit.id), number(found.id))
    return _shown(turn, kit, turn.t("That is noted."))


def moved(turn: Turn) -> Answer:
    """All that was moved of it."""
    kit = _one(turn)
    rows = [
        (row, people.name(turn.db, row.actor_id) if row.actor_id else "")
        for row in stored.moves(turn.db, kit.network_id, number(kit.id))
    ]
    return answered(stock.moved(turn.t, kit, rows, as_number(turn.more)))


def retire(turn: Turn) -> Answer:
    """It is lent no more, or again; what is out stays out until it is back."""
    kit = _one(turn, to_change=True)
    kit.retired = not kit.retired
    said = turn.t("It is on nobody's list any more.") if kit.retired else turn.t("It is back.")
    return _shown(turn, kit, said)


def first(turn: Turn) -> Answer:
    """Whether priority schools go first in the lines from now on; all are told so."""
    turn.network.priority_first = turn.more.endswith(":yes")
    said = turn.t("From now on who asks first gets it first.")
    if turn.network.priority_first:
        said = turn.t("Who asks from now on and is of a priority school goes first. All are told.")
    turn.more = str(turn.network.id)
    return answered(notes.above(said, _listed(turn)))


ACTIONS = (
    Action("kit.stock", act=listed, changes=False, verb=marked("stock", "verb")),
    Action("kit.read", act=read, changes=False),
    Action("kit.add", form=add_form, act=add, verb=marked("add", "verb")),
    Action("kit.change", form=change_form, act=change),
    Action("kit.rules", form=rules_form, act=rules),
    Action("kit.count", form=count_form, act=count),
    Action("kit.train", form=train_form, act=train),
    Action("kit.line", act=line, changes=False),
    Action("kit.moves", act=moved, changes=False),
    Action("kit.retire", act=retire),
    Action("kit.first", act=first),
)
