"""The small forms in which a person says something of themselves."""

from collections.abc import Collection

from bot import ui
from bot.core.profiles import DAYS, NOT_SAID, TONGUES, TRAVEL, WORK
from bot.i18n.names import tongue, weekday
from bot.store.tables import Network, Profile
from bot.ui import Choice, Choices, Form, Line, Option
from bot.views.profiles import hour_words, times_read, travel_words, work_words
from bot.views.words import Words


def seen_by(t: Words, why: str, *, shown: bool) -> str:
    """What an answer is for, and who sees it: where its part of the profile is `shown`, all at
    once.
    """
    seen = t("Others see it only if you agree.")
    if shown:
        seen = t("You show this to your network: others see it at once.")
    return ui.fit(f"{why} {seen}", ui.limits.HINT)


def _or_not(t: Words) -> Option:
    return Option(NOT_SAID, t("I would rather not say"))


def work_form(
    t: Words, network: Network, row: Profile | None, shares: Collection[str] = ()
) -> Form:
    """What one does, and since when."""
    words, shown = work_words(t), "work" in shares
    return Form(
        action=f"profile:0:work:{network.id}",
        title=t("What I do"),
        submit=t("Keep"),
        fields=(
            Choice(
                key="work",
                label=t("What do you do?"),
                options=(*(Option(key, words[key]) for key in WORK), _or_not(t)),
                value=row.works_as if row else "",
                hint=seen_by(t, t("To bring different people together."), shown=shown),
                required=False,
            ),
            Line(
                key="since",
                label=t("Since which year?"),
                value=str(row.since) if row and row.since else "",
                most=ui.limits.LINE,
                hint=seen_by(t, t("To mix new and experienced people."), shown=shown),
                required=False,
                example="2015",
            ),
        ),
    )


def free_form(t: Words, network: Network, row: Profile | None) -> Form:
    """When one usually has time."""
    free = row.free.split() if row else []
    return Form(
        action=f"profile:0:free:{network.id}",
        title=t("Usually free"),
        submit=t("Keep"),
        intro=" ".join((t("To find a common hour."), times_read(t))),
        fields=tuple(
            Choices(
                key=hour,
                label=name,
                options=tuple(Option(day, weekday(n, t.language)) for n, day in enumerate(DAYS)),
                values=tuple(day for day in DAYS if f"{day}-{hour}" in free),
                required=False,
            )
            for hour, name in hour_words(t).items()
        ),
    )


def travel_form(
    t: Words, network: Network, row: Profile | None, shares: Collection[str] = ()
) -> Form:
    """How far one would go, and which languages one speaks."""
    words, shown = travel_words(t), "work" in shares
    return Form(
        action=f"profile:0:travel:{network.id}",
        title=t("Travel, languages"),
        submit=t("Keep"),
        fields=(
            Choice(
                key="travel",
                label=t("How far would you go?"),
                options=(*(Option(key, words[key]) for key in TRAVEL), _or_not(t)),
                value=row.travel if row else "",
                hint=t("To find somebody within reach. Only you see it."),
                required=False,
            ),
            Choices(
                key="speaks",
                label=t("Which languages do you speak?"),
                options=tuple(Option(code, tongue(code, t.language)) for code in TONGUES),
                values=tuple(row.speaks.split()) if row else (),
                hint=seen_by(t, t("To find somebody you can talk to."), shown=shown),
                required=False,
            ),
        ),
    )
