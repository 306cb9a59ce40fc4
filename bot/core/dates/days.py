"""Which day a phrase means."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count, islice

from bot.core.dates.text import GONE, Rest, compiled, one_of
from bot.core.dates.tongues import Tongue

WEEK = 7
CENTURY = 2000
_YEAR = r"(?:,? (20\d\d|'\d\d))?"


@dataclass(slots=True)
class Day:
    """A day, and what is unclear about it. `again` is the next such day, for where its time is over
    on this one.
    """

    on: date | None = None
    again: date | None = None
    several: bool = False
    misfit: bool = False
    which_week: bool = False
    impossible: bool = False


def read_day(rest: Rest, words: Tongue, today: date) -> Day | None:
    """The day that is named, taken from the text; None where none is."""
    if rest.has(one_of(words.vague)) or _is_span(rest, words):
        return Day(several=True)
    dated = _dated(rest, words, today) or _of_weekday(rest, words, today)
    related = _related(rest, words)
    named = _weekdays(rest, words, today, related)
    if dated is not None:
        if named is not None and dated.on is not None and not named.several:
            dated.misfit = named.weekday != dated.on.weekday()
        offered = bool(named and named.several) or related is not None
        dated.several = dated.several or offered
        if not dated.impossible and _dated(rest, words, today) is not None:
            dated.several = True
        return dated
    if named is not None:
        return named
    if related is not None:
        return Day(today + timedelta(days=related))
    return Day() if rest.has(one_of(words.week)) else None


# Dates in figures and words


_UP_TO = r"(?:to|till|until|through|bis|jusqu'?au|au|al)"
_SPANS = (
    rf"\d{{1,2}}\.(?: ?[-\N{{EN DASH}}] ?| {_UP_TO} )\d{{1,2}}\. ?\d{{1,2}}(?:\.(?:20\d\d|\d\d)?)?",
    rf"\d{{1,2}}(?: ?[-\N{{EN DASH}}] ?| {_UP_TO} )\d{{1,2}}\. ?\d{{1,2}}\.(?:20\d\d|\d\d)",
)
"""A first and a last day in figures."""


def _is_span(rest: Rest, words: Tongue) -> bool:
    """Whether a first and a last day are named: "15 to 19 February", "15.-19.2."."""
    last = rf"(?:st|nd|rd|th|er|\.)?(?: of| de| di)? ?(?:{one_of(words.months)})"
    figure, number = r"\d{1,2}", rf"(?:\d{{1,2}}|{one_of(words.numbers)})"
    dashed = rf"{figure}(?:st|nd|rd|th|\.)? ?[-\N{{EN DASH}}] ?{figure}{last}"
    said = rf"{number}(?:st|nd|rd|th|er|\.)? {_UP_TO} {number}{last}"
    return any(map(rest.has, (*_SPANS, dashed, said)))


def _dated(rest: Rest, words: Tongue, today: date) -> Day | None:
    if found := rest.take(r"(20\d\d)-(\d{1,2})-(\d{1,2})"):
        return _of_year(int(found[1]), int(found[2]), int(found[3]))
    # Two figures after a space are the hour of what follows: 10.12. 10.30.
    if found := rest.take(
        r"(?<!\d\.)(\d{1,2}) ?([./-]) ?(\d{1,2}) ?\2(?: ?(20\d\d)|(\d\d)(?![.:]\d))"
    ):
        return _of_year(_year(found[4] or found[5]), int(found[3]), int(found[1]))
    return (
        _slashed(rest, today)
        or _in_words(rest, words, today)
        or _short(rest, words, today)
        or _nth(rest, words, today)
    )


def _slashed(rest: Rest, today: date) -> Day | None:
    found = rest.take(r"(\d{1,2}) ?/ ?(\d{1,2})")
    return _of(None, int(found[2]), int(found[1]), today) if found else None


def _in_words(rest: Rest, words: Tongue, today: date) -> Day | None:
    month = one_of(words.months)
    number = rf"\d{{1,2}}|{one_of(words.numbers)}"
    day_first = rf"({number})(?:st|nd|rd|th|er|\.)?(?: of| den| de| d'| di)? ?({month})\.?{_YEAR}"
    if found := rest.take(day_first):
        return _of(found[3], words.months[found[2]], _number(found[1], words), today)
    month_first = rf"({month})\.? (?:the )?({number})(?:st|nd|rd|th|\.)?{_YEAR}(?![.:h]\d)"
    if words.month_first and (found := rest.take(month_first)):
        return _of(found[3], words.months[found[1]], _number(found[2], words), today)
    return None


def _short(rest: Rest, words: Tongue, today: date) -> Day | None:
    """Day and month in figures, such as 15.4.; 9.30 is a time."""
    for found in re.finditer(
        r"(?<![\d.:])(\d{1,2}) ?(\.) ?(\d{1,2})(\.?)(?![\d:]|\.\d)", rest.text
    ):
        if _is_date(found, rest, words):
            rest.remove(found)
            return _of(None, int(found[3]), int(found[1]), today)
    return None


def _is_date(found: re.Match[str], rest: Rest, words: Tongue) -> bool:
    day, month = int(found[1]), int(found[3])
    if found[4] and month:
        return True
    if not (1 <= month <= 12 and 1 <= day <= 31):  # noqa: PLR2004 -- a calendar's
        return False
    before, behind = rest.text[: found.start()], rest.text[found.end() :]
    if re.search(rf"(?:^|\s)(?:{one_of(words.at)}) $", before):
        return False
    if re.match(rf" ?(?:{one_of((*words.hour, 'am', 'pm'))})\b", behind):
        return False
    # 10.10 alone may be either; beside a time it is the date.
    return len(found[3]) == 1 or re.search(r"\d", before + behind) is not None


def _nth(rest: Rest, words: Tongue, today: date) -> Day | None:
    """A day of this month, or of the next that has it."""
    found = next((m for one in words.nth if (m := rest.take(one))), None)
    if found is None:
        return None
    return _nth_of(found[1], today)


def _nth_of(figure: str, today: date) -> Day:
    wanted = int(figure)
    if not 1 <= wanted <= 31:  # noqa: PLR2004
        return Day(impossible=True)
    on, again = islice(_of_months(wanted, today), 2)
    return Day(on, again)


def _of_months(wanted: int, today: date) -> Iterator[date]:
    """This day of every month that has it, from today on."""
    for ahead in count(today.year * 12 + today.month - 1):
        year, month = ahead // 12, ahead % 12 + 1
        if (
            wanted <= calendar.monthrange(year, month)[1]
            and (on := date(year, month, wanted)) >= today
        ):
            yield on


def _of_weekday(rest: Rest, words: Tongue, today: date) -> Day | None:
    """Friday 15 at 3, where the 15th is a Friday; the weekday stays in the text."""
    name = one_of(words.weekdays)
    found = compiled(rf"({name})\.?,? (\d{{1,2}})\.?(?= )").search(rest.text)
    if found is None or not re.search(r"\d", rest.text[found.end() :]):
        return None
    day = _nth_of(found[2], today)
    if day.on is None or day.on.weekday() != words.weekdays[found[1]]:
        return None
    if re.match(rf" ?(?:{one_of(words.to)}) ?\d", rest.text[found.end() :]):
        return Day(several=True)  # from 8 to 9, or on the 8th at 9
    rest.text = f"{rest.text[: found.start()]}{found[1]} {GONE}{rest.text[found.end() :]}"
    return day


def _of(year: str | None, month: int, day: int, today: date) -> Day:
    if year:
        return _of_year(_year(year.strip("'")), month, day)
    years = range(today.year, today.year + 17)  # a 29 February may be eight years away
    days = (_of_year(ahead, month, day).on for ahead in years)
    coming = [on for on in days if on and on >= today][:2]
    return Day(coming[0], coming[-1]) if coming else Day(impossible=True)


def _of_year(year: int, month: int, day: int) -> Day:
    try:
        return Day(date(year, month, day))
    except ValueError:
        return Day(impossible=True)


def _year(text: str) -> int:
    return int(text) if len(text) > 2 else CENTURY + int(text)  # noqa: PLR2004


def _number(text: str, words: Tongue) -> int:
    return int(text) if text.isdigit() else words.numbers[text]


# Days from today


def _related(rest: Rest, words: Tongue) -> int | None:
    """In how many days: today, tomorrow, in two weeks."""
    number = rf"(?P<n>\d{{1,2}}|{one_of(words.numbers)})"
    unit = rf"(?P<unit>{one_of(words.units)})"
    days: int | None = None
    for shape in words.within:
        if found := rest.take(shape.replace("{n}", number).replace("{unit}", unit)):
            count = found.groupdict().get("n")
            days = words.units[found["unit"]] * (_number(count, words) if count else 1)
            days += words.days[found["day"]] if found.groupdict().get("day") else 0
            break
    if found := rest.take(one_of(words.days)):
        return (days or 0) + words.days[found[0].strip()]
    return days


# Weekdays


@dataclass(slots=True)
class Named(Day):
    """A day that is told by its weekday."""

    weekday: int = 0


def _weekdays(rest: Rest, words: Tongue, today: date, related: int | None) -> Named | None:
    name = one_of(words.weekdays)
    week = rest.take(one_of(words.week))
    ahead = f"(?:{one_of(words.next)})"
    beyond = rest.take(one_of(words.beyond))
    modified = rest.take(rf"{ahead} ({name})\.?|({name})\.? {ahead}")
    later = 0 if modified else _later(rest, words, name)
    found = modified or rest.take(rf"({name})\.?")
    if found is None:
        if week:  # next week, and no day of it
            rest.text += f"{week[0].strip()} "
        return None
    weekday = words.weekdays[next(filter(None, found.groups()))]
    named = Named(weekday=weekday, several=_another(rest, words, name, weekday))
    distance = (weekday - today.weekday()) % WEEK
    named.which_week = beyond is not None
    if week:
        named.on = today + timedelta(days=WEEK - today.weekday() + weekday)
    elif modified:
        named.which_week = named.which_week or weekday > today.weekday()
        named.on = today + timedelta(days=WEEK - today.weekday() + weekday)
    else:
        named.on = today + timedelta(days=distance + later)
        named.again = None if later else named.on + timedelta(days=WEEK)
    if related is not None:
        _joined(named, related, today)
    return named


def _later(rest: Rest, words: Tongue, name: str) -> int:
    """A week later, said behind the weekday; the weekday stays in the text."""
    if found := rest.take(rf"({name})\.? ({one_of(words.after)})(?! next)"):
        rest.text += f"{found[1]} "
        return words.after[found[2]]
    if found := rest.take(rf"({one_of(words.before)}) ({name})"):
        rest.text += f"{found[2]} "
        return words.before[found[1]]
    return 0


def _another(rest: Rest, words: Tongue, name: str, weekday: int) -> bool:
    """Whether another weekday is offered as well."""
    found = rest.take(rf"({name})\.?")
    return found is not None and words.weekdays[found[1]] != weekday


def _joined(named: Named, related: int, today: date) -> None:
    """A weekday beside a number of days: today, Thursday; or Thursday in a week."""
    on = today + timedelta(days=related)
    if related and not related % WEEK and named.on is not None:
        if named.weekday != on.weekday():
            named.on += timedelta(days=related)
            named.again = None
            return
        named.on = on
    else:
        named.misfit = named.weekday != on.weekday()
        named.on = on
    named.again = None
