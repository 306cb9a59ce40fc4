"""Fields that several forms ask for."""

from datetime import date

from bot import ui
from bot.ui import Day, Option
from bot.views.words import Words


def by_day(t: Words, key: str, day: date | None) -> Day:
    """Until when something is done, if that is settled."""
    return Day(
        key=key,
        label=ui.fit(t("By which day?"), ui.limits.LABEL),
        value=day.isoformat() if day else "",
        required=False,
        example="20.1.2027",
    )


def takers(t: Words, me: str, *, taken: bool, name: str) -> tuple[tuple[Option, ...], str]:
    """Who can take something on, and which of these stands: oneself (said as `me`), nobody yet or,
    where it is `taken`, whoever has it, by `name` where that is known.
    """
    free = (Option("me", me), Option("none", t("Not settled yet")))
    if not taken:
        return free, "none"
    shown = ui.typed(ui.shorten(name or t("As it is now"), ui.limits.OPTION - 2))
    return (Option("as-is", shown), *free), "as-is"
