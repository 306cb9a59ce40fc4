"""/network terms: the school year that messages, series and plans go by."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.commands.actions import Action
from bot.commands.calls import Answer, Sent
from bot.commands.set_up import own
from bot.commands.turns import Mistakes, Refused, Turn, answered, as_number
from bot.commands.wishes import read_day, too_long
from bot.core import calendars, pasted, regions, terms
from bot.core.calendars import Entry, Fault, Kind, Why
from bot.core.people import number
from bot.i18n import marked
from bot.store import terms as stored
from bot.store.tables import Meeting, Network
from bot.ui import Block, Form, Message, Para, words
from bot.views import notes
from bot.views import terms as views

AT_FIELD = {Why.NAME: "name", Why.ORDER: "last", Why.LONG: "last"}
"""Where in the form a fault is told; else at the first day."""


def _now(turn: Turn) -> datetime:
    return turn.now.astimezone(ZoneInfo(turn.network.zone)).replace(tzinfo=None)


def _page(turn: Turn, network: Network, page: int = 0) -> Message:
    today, rows = _now(turn).date(), stored.of(turn.db, number(network.id))
    ahead = [row for row in rows if row.last >= today]
    before = len(ahead) < len(rows)
    return views.page(turn.t, network, ahead, today=today, page=page, any_before=before)


def show(turn: Turn) -> Answer:
    """The school year as it is known."""
    return answered(_page(turn, own(turn), as_number(turn.more)))


def add_form(turn: Turn) -> Answer:
    """A term or a holiday?"""
    return views.add_form(turn.t, own(turn))


def add(turn: Turn) -> Answer:
    """Keep the one of the form."""
    network = own(turn)
    form = views.add_form(turn.t, network)
    entry, known = _entry(turn, form), terms.known(turn.db, network, to_change=True)
    if any(map(entry.is_as, known)):
        shown = _page(turn, network)
        return answered(views.said(turn.t("That was there already."), shown))
    wrong = calendars.fault(entry, known, _now(turn).date())
    if not wrong and len(known) >= calendars.MOST:
        wrong = Fault(Why.MANY)
    if wrong:
        raise Mistakes(form, {AT_FIELD.get(wrong.why, "first"): views.fault(turn.t, wrong)})
    return _added(turn, network, [entry])


def _entry(turn: Turn, form: Form) -> Entry:
    kind: Kind | None = next((k for k in calendars.KINDS if k == turn.value("kind")), None)
    name = turn.value("name")
    days = {key: read_day(turn, turn.value(key)) for key in ("first", "last")}
    problems = {key: day for key, day in days.items() if isinstance(day, str)}
    if len(name) > calendars.NAME:
        problems["name"] = too_long(turn, len(name), calendars.NAME)
    elif not name:
        problems["name"] = views.fault(turn.t, Fault(Why.NAME))
    if kind is None:
        problems["kind"] = turn.t("Please choose one of these.")
    first, last = days["first"], days["last"]
    if problems or kind is None or isinstance(first, str) or isinstance(last, str):
        raise Mistakes(form, problems)
    return Entry(kind, name, first, last)


def _added(turn: Turn, network: Network, fresh: list[Entry]) -> Answer:
    ids = terms.add(turn.db, network, fresh)
    return answered(views.added(turn.t, network, _page(turn, network), ids, len(fresh)))


def paste_form(turn: Turn) -> Answer:
    """Where many are pasted at once."""
    return views.paste_form(turn.t, own(turn))


def paste(turn: Turn) -> Answer:
    """Keep all that was pasted, or say in which rows something is wrong."""
    network = own(turn)
    kinds = {kind: kind for kind in calendars.KINDS}
    otherwise = kinds.get(turn.value("otherwise"))  # type: ignore[call-overload]
    languages = tuple(dict.fromkeys((turn.t.language, network.language, "en")))
    ways = pasted.Ways(languages, _now(turn), network.zone)
    known = terms.known(turn.db, network, to_change=True)
    found = pasted.read(_raw(turn, "rows"), known, otherwise, ways)
    good = len(found.entries) + found.known
    if found.faults or not good:
        problem = views.faults(turn.t, found.faults or [Fault(Why.DAYS)], good)
        raise Mistakes(views.paste_form(turn.t, network), {"rows": problem})
    if not found.entries:
        shown = _page(turn, network)
        return answered(views.said(turn.t("All of that was there already."), shown))
    return _added(turn, network, list(found.entries))


def _raw(turn: Turn, key: str) -> str:
    """What was given, with its tabs: they part columns."""
    said = turn.call.said
    given = said.values.get(key, ()) if isinstance(said, Sent) and turn.value(key) else ()
    return given[0] if given else ""


def undo(turn: Turn) -> Answer:
    """Take those back that were added together."""
    network = own(turn)
    first, _, last = turn.more.partition("-")
    if not stored.drop(turn.db, number(network.id), as_number(first), as_number(last)):
        raise Refused(notes.outdated(turn.t))
    return answered(views.said(turn.t("That is taken back."), _page(turn, network)))


def remove(turn: Turn) -> Answer:
    """Forget one."""
    network = own(turn)
    row = stored.one(turn.db, number(network.id), as_number(turn.more))
    if row is None:
        raise Refused(notes.outdated(turn.t))
    what = turn.t.text("**{name}** is removed.", name=row.name)
    turn.db.delete(row)
    turn.db.flush()
    return answered(views.said(what, _page(turn, network)))


def again(turn: Turn) -> Answer:
    """Last year's entries one year on, to look at."""
    network = own(turn)
    found = calendars.again(terms.known(turn.db, network), _now(turn).date())
    return answered(views.again(turn.t, network, found) if found else _page(turn, network))


def again_now(turn: Turn) -> Answer:
    """Keep them."""
    network = own(turn)
    known, year = terms.known(turn.db, network, to_change=True), as_number(turn.more)
    found = calendars.again(known, _now(turn).date(), year)
    if not found or not found.entries:
        raise Refused(notes.outdated(turn.t))
    return _added(turn, network, list(found.entries))


def public_form(turn: Turn) -> Answer:
    """Whose public holidays?"""
    return views.public_form(turn.t, own(turn))


def public(turn: Turn) -> Answer:
    """Keep those of the region that was named, or none."""
    network = own(turn)
    typed = turn.value("region")
    if len(typed) > views.REGION:
        problem = too_long(turn, len(typed), views.REGION)
        raise Mistakes(views.public_form(turn.t, network), {"region": problem})
    region = regions.find(typed) if typed else ""
    if region is None:
        like = regions.name(regions.nearest(typed), turn.t.language)
        problem = turn.t("I do not know that region. Did you mean {region}?", region=like)
        raise Mistakes(views.public_form(turn.t, network), {"region": problem})
    network.region = region
    return answered(_page(turn, network))


def warning(turn: Turn, meeting: Meeting) -> tuple[Block, ...]:
    """A word about a meeting on a day without school."""
    day = meeting.local_start.date()
    holiday = holiday_on(turn, day)
    return () if holiday is None else (Para(words(views.warning(turn.t, day, holiday))),)


def holiday_on(turn: Turn, day: date) -> str | None:
    """What keeps a day free of school, by its name, in the person's language; None where nothing
    does.
    """
    return terms.school(turn.db, turn.network, turn.t.language).holiday(day)


ACTIONS = (
    Action("network.terms", act=show, changes=False, verb=marked("terms", "verb")),
    Action("network.terms-add", form=add_form, act=add),
    Action("network.terms-paste", form=paste_form, act=paste),
    Action("network.terms-undo", act=undo),
    Action("network.terms-remove", act=remove),
    Action("network.terms-again", act=again, changes=False),
    Action("network.terms-again-now", act=again_now),
    Action("network.terms-public", form=public_form, act=public),
)
