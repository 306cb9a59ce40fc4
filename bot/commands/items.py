"""An item of an agenda as its form says it, and the meeting that it is for."""

from bot import chat
from bot.commands.calls import Sent
from bot.commands.turns import Mistakes, Refused, Turn
from bot.commands.wishes import too_long
from bot.core import meetings, people, timetable
from bot.core.agendas import Item, Wish
from bot.core.people import number
from bot.store import people as stored_people
from bot.store import register
from bot.store.tables import Meeting
from bot.ui import Form
from bot.views import items as views
from bot.views import notes


def open_meeting(turn: Turn, *, to_change: bool = True) -> Meeting:
    """The meeting whose agenda is to change. Raises Refused where it is off or over."""
    meeting = turn.meeting(to_change=to_change)
    if meeting.state == "called off":
        raise Refused(notes.note(turn.t("This meeting was called off.")))
    if meetings.is_over(meeting, turn.now):
        raise Refused(notes.note(turn.t("This meeting is over.")))
    return meeting


def read(turn: Turn, form: Form, item: Item | None = None) -> Wish:
    """What the form that was sent says; `item` is what it changes. Raises Mistakes where it cannot
    be used.
    """
    problems: dict[str, str] = {}
    title = " ".join(turn.value("what").split())
    if not title:
        problems["what"] = turn.t("Please say in a few words what it is.")
    elif len(title) > views.TITLE:
        problems["what"] = too_long(turn, len(title), views.TITLE)
    minutes = read_minutes(turn, problems, 1, timetable.MOST)
    kind, settled, picked = turn.value("kind"), turn.value("lead"), turn.value("who")
    if kind not in timetable.KINDS:
        problems["kind"] = turn.t("Please choose one of these.")
    if picked and not _may_name(turn, picked):
        problems["who"] = turn.t("I may not note that person. Please write the name into the item.")
    if problems:
        raise Mistakes(form, problems)
    lead = _meet(turn, picked) if picked else _settled(turn, settled, item)
    return Wish(title, minutes, kind, lead)


def read_minutes(turn: Turn, problems: dict[str, str], least: int, most: int) -> int:
    """The minutes of a form; what cannot be used goes to `problems`."""
    minutes = timetable.read_minutes(turn.value("minutes"))
    if minutes is None:
        problems["minutes"] = turn.t("Please write the minutes in figures, like 20.")
    elif not least <= minutes <= most:
        problems["minutes"] = turn.t(
            "From {least} to {most} minutes, please.", least=least, most=most
        )
    return minutes or 0


def _settled(turn: Turn, choice: str, item: Item | None) -> int | None:
    if choice == "me":
        return number(turn.me.id)
    return item.row.lead if item is not None and choice == "as-is" else None


def _person(turn: Turn, user: str) -> chat.Person:
    who = turn.call.who
    return chat.Person(who.platform, who.workspace, user)


def _may_name(turn: Turn, user: str) -> bool:
    """Whether a person may be kept who did not come by themselves: not who asked to be left out,
    or to be forgotten.
    """
    person, network = _person(turn, user), number(turn.network.id)
    if person == turn.call.who:
        return True
    if stored_people.forgotten(turn.db, network, register.digests(person, turn.keys)):
        return False
    known = stored_people.known(turn.db, person)
    row = stored_people.membership(turn.db, network, number(known[1].id)) if known else None
    return row is None or not row.declined


def _meet(turn: Turn, user: str) -> int:
    person, said = _person(turn, user), turn.call.said
    if person == turn.call.who:
        return number(turn.me.id)
    given = said.people.get(user) if isinstance(said, Sent) else None
    return number(people.meet(turn.db, person, given or chat.Profile(name="")).id)
