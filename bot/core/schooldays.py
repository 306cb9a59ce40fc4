"""Which days are school days in a network. Pure."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Span:
    """A term or a holiday: its name, its first and its last day."""

    name: str
    first: date
    last: date

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last


def _none(_: date) -> str:
    return ""


@dataclass(frozen=True, slots=True)
class School:
    """The school year of a network, in its `zone`; `public` names the public holiday that a day is,
    or is empty. Without terms entered every weekday is a school day (DOMAIN.md); so is one of which
    nothing is known: before the first of what was entered, or after the last.
    """

    zone: str
    terms: tuple[Span, ...] = ()
    holidays: tuple[Span, ...] = ()
    public: Callable[[date], str] = _none

    def is_school_day(self, day: date) -> bool:
        """Whether there is school on this day, as far as is known."""
        return day.weekday() < _SATURDAY and self.holiday(day) is None

    def holiday(self, day: date) -> str | None:
        """What keeps a day free of school: the name of the holiday, empty where it has none (days
        between two terms); None where it is in term, or nothing is known of it. A weekend is none.
        """
        if name := self.public(day):
            return name
        if found := next((span for span in self.holidays if day in span), None):
            return found.name
        if not self.terms or any(day in span for span in self.terms):
            return None
        is_between = min(t.first for t in self.terms) < day < max(t.last for t in self.terms)
        return "" if is_between else None
