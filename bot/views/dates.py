"""What is said of a day and time that could not be read."""

from __future__ import annotations

from bot.core.dates import Reading, Why
from bot.i18n import Translator


def sentence(t: Translator, reading: Reading, zone: str) -> str:
    """Why a phrase is asked back or refused, and what to write. `zone` is the network's."""
    if reading.why is Why.NO_TIME and reading.day:
        return t("At what time on {day}? Write it like 16:00.", day=t.day(reading.day))
    told = {
        Why.NO_DAY: t("On which day? Write it like Tuesday, or 1.12.2026."),
        Why.WHICH_DAY: t("I read more than one day. Please write one, like 1.12.2026."),
        Why.WHICH_TIME: t("I read more than one time. Please write one, like 16:00."),
        Why.WHICH_WEEK: t("This week or the week after? Please write the date, like 1.12.2026."),
        Why.WEEKDAY: t("That date is another day of the week. Which one do you mean?"),
        Why.UNSURE: t("I am not sure what you mean. Please write it like 1.12.2026, 16:00."),
        Why.PAST: t("That is over, by the clocks of {city}.", city=t.city(zone)),
        Why.IMPOSSIBLE: t("There is no such day or time. Write it like 1.12.2026 and 16:00."),
    }
    nothing = t("I cannot read that day. Please write it like Tuesday, or 1.12.2026.")
    return told.get(reading.why or Why.NOTHING, nothing)
