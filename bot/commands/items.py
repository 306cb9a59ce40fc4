"""An item of an agenda as its form says it, and the meeting that it is for."""

from bot.commands.picked import chosen, read_picked
from bot.commands.turns import Mistakes, Refused, Turn
from bot.commands.wishes import unfit
from bot.core import meetings, timetable
from bot.core.agendas import Item, Wish
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
    title = read_what(turn, problems, views.TITLE)
    minutes = read_minutes(turn, problems, 1, timetable.MOST)
    kind, settled = turn.value("kind"), turn.value("lead")
    if kind not in timetable.KINDS:
        problems["kind"] = turn.t("Please choose one of these.")
    picked = read_picked(turn, problems)
    if problems:
        raise Mistakes(form, problems)
    return Wish(
        title, minutes, kind, chosen(turn, settled, picked, item.row.lead if item else None)
    )


def read_what(turn: Turn, problems: dict[str, str], most: int) -> str:
    """What a form notes, on one line; what cannot be used goes to `problems`."""
    what = " ".join(turn.value("what").split())
    empty = turn.t("Please say in a few words what it is.")
    if wrong := unfit(turn, what, most, empty=empty):
        problems["what"] = wrong
    return what


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
