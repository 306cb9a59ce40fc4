"""What a coordinator wants of a meeting: as typed after a command, in its form, and read back."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from bot.commands.turns import Mistakes, Turn
from bot.core import when
from bot.core.meetings import Wish
from bot.store.tables import Meeting
from bot.ui import Form, clean, limits
from bot.views import meetings as views

ROOM_FOR = {"title": (1, views.TITLE), "venue": (0, views.VENUE), "about": (0, views.ABOUT)}
"""The least and the most characters of each text."""


def typed(turn: Turn, text: str) -> dict[str, str]:
    """Title, day, time and place from a line such as `Robotics, 1.12.2026 16:00, Room 12`."""
    wish: dict[str, str] = {}
    today = turn.now.astimezone(ZoneInfo(turn.network.zone)).date()
    for part in filter(None, (part.strip() for part in clean(text).split(","))):
        rest = []
        for word in part.split():
            if "day" not in wish and (day := _day(word, today)):
                wish["day"] = day.isoformat()
            elif "time" not in wish and any(c in word for c in ":.hapm") and (at := _time(word)):
                wish["time"] = at.strftime("%H:%M")
            else:
                rest.append(word)
        if rest:
            key = next((key for key in ("title", "venue") if key not in wish), "about")
            wish[key] = ", ".join(filter(None, (wish.get(key, ""), " ".join(rest))))
    return {key: value[: limits.AREA] for key, value in wish.items()}


def _day(word: str, today: date) -> date | None:
    try:
        return when.read_day(word, today)
    except when.Unreadable:
        return None


def _time(word: str) -> time | None:
    try:
        return when.read_time(word)
    except when.Unreadable:
        return None


def as_typed(meeting: Meeting) -> dict[str, str]:
    """A meeting as it would be typed."""
    return {
        "title": meeting.title,
        "day": meeting.local_start.date().isoformat(),
        "time": meeting.local_start.strftime("%H:%M"),
        "venue": meeting.venue,
        "about": meeting.about,
    }


def plan_form(turn: Turn, wish: dict[str, str], meeting: Meeting | None = None) -> Form:
    """The form that plans a meeting, or plans `meeting` again."""
    action = f"meeting:{meeting.id}:again" if meeting else f"meeting:0:plan:{turn.network.id}"
    return _form(turn, action, turn.t("Plan a meeting"), turn.t("Plan"), wish)


def move_form(turn: Turn, meeting: Meeting) -> Form:
    """The form that changes a meeting."""
    action, title = f"meeting:{meeting.id}:move:{meeting.version}", turn.t("Move or change")
    return _form(turn, action, title, turn.t("Change"), as_typed(meeting))


def _form(turn: Turn, action: str, title: str, submit: str, wish: dict[str, str]) -> Form:
    zone = turn.t.city(turn.network.zone)
    return views.form(turn.t, action=action, title=title, submit=submit, wish=wish, zone=zone)


def read(turn: Turn, form: Form) -> Wish:
    """What the form that was sent says. Raises Mistakes where it cannot be used."""
    problems = _texts(turn)
    local = _local(turn, problems)
    if local and (starts_at := when.instant(local, turn.network.zone)) <= turn.now:
        moment = turn.t.moment(starts_at, turn.network.zone)
        problems["day"] = turn.t("{moment} is over. Please choose a time to come.", moment=moment)
    if problems or local is None:
        raise Mistakes(form, problems)
    return Wish(turn.value("title"), local, turn.value("venue"), turn.value("about"))


def _texts(turn: Turn) -> dict[str, str]:
    problems = {}
    for key, (least, most) in ROOM_FOR.items():
        length = len(turn.value(key))
        if length < least:
            problems[key] = turn.t("Please give it a name.")
        elif length > most:
            problems[key] = too_long(turn, length, most)
    return problems


def too_long(turn: Turn, length: int, most: int) -> str:
    """The sentence at a field into which too much was typed."""
    return turn.t("That is {n} characters; there is room for {most}.", n=length, most=most)


def _local(turn: Turn, problems: dict[str, str]) -> datetime | None:
    """The wall time of the form; what cannot be read goes to `problems`."""
    today = turn.now.astimezone(ZoneInfo(turn.network.zone)).date()
    day = at = None
    try:
        day = when.read_day(turn.value("day"), today)
    except when.Unreadable:
        problems["day"] = turn.t("I cannot read that day. Please write it like 1.12.2026.")
    try:
        at = when.read_time(turn.value("time"))
    except when.Unreadable:
        problems["time"] = turn.t("I cannot read that time. Please write it like 16:00.")
    return datetime.combine(day, at) if day and at else None
