"""What a coordinator wants of a meeting: as typed after a command, in its form, and read back."""

import re
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.commands.turns import Mistakes, Turn
from bot.core import away, dates, when
from bot.core.dates import Reading, Why
from bot.core.dates.reading import ASKED
from bot.core.meetings import Wish
from bot.i18n import LANGUAGES
from bot.store.tables import Meeting
from bot.ui import Form, clean, limits
from bot.views import changes as views
from bot.views.dates import sentence as why
from bot.views.meetings import ABOUT, TITLE, VENUE

ROOM_FOR = {"title": (1, TITLE), "venue": (0, VENUE), "about": (0, ABOUT)}
"""The least and the most characters of each text."""
PARTS = 8
"""Among so many parts of a line a day and a time are looked for in words; looking takes time."""
_UNTIL = frozenset(["until", "bis", "jusqu", "au", "a", "fino", "al", "asti", "saakka"])
"""What may stand beside a day in a language that is not the reader's."""
_JUST_OVER = timedelta(days=30)
KNOWN = (None, Why.NO_TIME, Why.PAST)
"""Why a reading may have no time although its day is known."""


def typed(turn: Turn, text: str) -> dict[str, str]:
    """Title, day, time and place from a line such as `Robotics, next Tuesday 4pm, Room 12`."""
    wish: dict[str, str] = {}
    for number, part in enumerate(filter(None, map(str.strip, clean(text).split(",")))):
        rest = "" if number < PARTS and is_when(turn, part, wish) else _figures(turn, part, wish)
        if rest:
            key = next((key for key in ("title", "venue") if key not in wish), "about")
            wish[key] = ", ".join(filter(None, (wish.get(key, ""), rest)))
    return {key: value[: limits.AREA] for key, value in wish.items()}


def is_when(turn: Turn, part: str, wish: dict[str, str]) -> bool:
    """Whether the part is a day or a time and nothing else; it is then in the wish. What is to be
    asked back stands in the form as it was typed.
    """
    if "day" in wish and "time" in wish:
        return False
    reading = _reading(turn, part)
    day, at = reading.day, reading.at
    is_new = (not day or "day" not in wish) and (not at or "time" not in wish)
    if reading.left or not is_new:
        return False
    if day and reading.why in KNOWN:
        wish["day"] = day.isoformat()
    elif reading.why in (*ASKED, Why.IMPOSSIBLE) and reading.why is not Why.NO_DAY:
        wish["day"] = part
    if at:
        wish["time"] = at.strftime("%H:%M")
    return bool(day or at) or wish.get("day") == part


def _figures(turn: Turn, part: str, wish: dict[str, str]) -> str:
    """The words of a part without the day and the time that stand among them in figures."""
    today, rest = _today(turn), []
    for word in part.split():
        if "day" not in wish and (day := _day(word, today)):
            wish["day"] = day.isoformat()
        elif "time" not in wish and any(c in word for c in ":.hapm") and (at := _time(word)):
            wish["time"] = at.strftime("%H:%M")
        else:
            rest.append(word)
    return " ".join(rest)


def _today(turn: Turn, zone: str = "") -> date:
    return _now(turn, zone).date()


def _now(turn: Turn, zone: str = "") -> datetime:
    return turn.now.astimezone(ZoneInfo(zone or turn.network.zone)).replace(tzinfo=None)


def _reading(turn: Turn, text: str, zone: str = "") -> Reading:
    """What a day and time mean in the person's language, else in the network's, else in English."""
    now = _now(turn, zone)
    languages = dict.fromkeys((turn.t.language, turn.network.language, "en"))
    readings = [dates.read(text, language, now) for language in languages]
    return next((one for one in readings if one.why is not Why.NOTHING), readings[0])


def read_day(turn: Turn, text: str, zone: str = "") -> date | str:
    """The day that was written in a form, in figures or words; or the sentence why not. Which day
    it is now is told by the network's clocks, unless a zone is given.
    """
    if day := _day(text, _today(turn, zone)):
        return day
    reading = _day_in_words(turn, text, zone)
    if reading.day and reading.why in KNOWN:
        return reading.day
    return why(turn.t, reading, zone or turn.network.zone)


def _day_in_words(turn: Turn, text: str, zone: str) -> Reading:
    """What a day means in the languages that are likely; where they say nothing of it, in one in
    which all of its words are known.
    """
    own = _reading(turn, text, zone)
    if own.why not in (Why.NOTHING, Why.NO_DAY):
        return own
    now = _now(turn, zone)
    others = (dates.read(text, language, now) for language in LANGUAGES)
    known = (one for one in others if one.day and one.why in KNOWN)
    return next((one for one in known if _UNTIL.issuperset(one.left.split())), own)


def read_until(turn: Turn, text: str, zone: str = "") -> date | str:
    """The day to come until which something is, or the sentence why it is none. A weekday is never
    today; a date that is just over is asked back, for few mean that of next year.
    """
    today, found = _today(turn, zone), read_day(turn, text, zone)
    if isinstance(found, str):
        return found
    week = today + timedelta(weeks=1)
    if found == today and _day_in_words(turn, text, zone).again == week:
        return week
    if over := _just_over(found, text, today):
        return turn.t(
            "{day} is over. Please give a day to come, or write the year too.",
            day=turn.t.day(over),
        )
    if not today < found <= today + away.LONGEST:
        return turn.t("Please give a day to come, at most a year away.")
    return found


def _just_over(found: date, text: str, today: date) -> date | None:
    """The same date a year before, where that is a few weeks ago, its day was written in figures
    and no year was.
    """
    has_day = re.search(rf"(?<!\d)0?{found.day}(?!\d)", text)
    short = rf"(?:\d\s?[./-]\s?\d+\s?[./-]\s?|'){found.year % 100:02d}\b"  # 20.11.27, '27
    has_year = re.search(rf"{found.year}|{short}", text)
    if not has_day or has_year or (found.month, found.day) == (2, 29):
        return None
    before = found.replace(year=found.year - 1)
    return before if timedelta() < today - before <= _JUST_OVER else None


def read_back_at(turn: Turn, problems: dict[str, str]) -> datetime | None:
    """The instant at which the day begins that a form has as `until`; what cannot be used goes to
    `problems`.
    """
    found = read_until(turn, turn.value("until"))
    if isinstance(found, str):
        problems["until"] = found
        return None
    return away.first_day(turn.network, found)


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


def read_time(turn: Turn, text: str) -> time | None:
    """The time of day that was written in a form, in figures or words."""
    return _time(text) or _reading(turn, text).at


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


def copy_form(turn: Turn, former: Meeting) -> Form:
    """The form that plans a meeting like a former one: all but the day is filled in."""
    wish = as_typed(former) | {"day": ""}
    return _form(turn, f"meeting:{former.id}:copy", turn.t("Plan a meeting"), turn.t("Plan"), wish)


def _form(turn: Turn, action: str, title: str, submit: str, wish: dict[str, str]) -> Form:
    zone = turn.t.city(turn.network.zone)
    return views.form(turn.t, action=action, title=title, submit=submit, wish=wish, zone=zone)


def read(turn: Turn, form: Form) -> Wish:
    """What the form that was sent says. Raises Mistakes where it cannot be used."""
    problems = _texts(turn)
    start = local(turn, problems)
    if start and (starts_at := when.instant(start, turn.network.zone)) <= turn.now:
        moment = turn.t.moment(starts_at, turn.network.zone)
        problems["day"] = turn.t("{moment} is over. Please choose a time to come.", moment=moment)
    if problems or start is None:
        raise Mistakes(form, problems)
    return Wish(turn.value("title"), start, turn.value("venue"), turn.value("about"))


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


def unfit(turn: Turn, text: str, most: int, *, empty: str = "") -> str:
    """What is wrong with a text in a field, if something is; `empty`: that nothing was typed."""
    if not text:
        return empty
    return too_long(turn, len(text), most) if len(text) > most else ""


def local(turn: Turn, problems: dict[str, str]) -> datetime | None:
    """The wall time of a form's day and time; what cannot be read goes to `problems`."""
    written = turn.value("time") or turn.value("day")  # as in: next Tuesday 4pm
    day, at = read_day(turn, turn.value("day")), _time(written) or _reading(turn, written).at
    if isinstance(day, str):
        problems["day"] = day
    if at is None:
        problems["time"] = turn.t("I cannot read that time. Please write it like 16:00.")
    return None if isinstance(day, str) or at is None else datetime.combine(day, at)
