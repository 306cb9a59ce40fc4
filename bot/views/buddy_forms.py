"""Forms of buddies: pausing, what one wishes, with whom never, and what a network wants of them."""

from collections.abc import Sequence

from bot import ui
from bot.core.buddies import EVERY, MODES, PHASES, Wish
from bot.store.tables import BuddyPlan, Network
from bot.ui import Choice, Day, Form, Line, Option, PersonPick
from bot.views.words import Words

NAME = 80
ANY = "any"
"""What somebody chooses who wishes no phase."""


def pause_form(t: Words, network: Network, until: str = "") -> Form:
    """Until when?"""
    return Form(
        action=f"buddy:0:pause:{network.id}",
        title=ui.fit(t("Pause"), ui.limits.FORM_TITLE),
        submit=ui.fit(t("Pause"), ui.limits.SUBMIT),
        fields=(
            Day(
                key="until",
                label=ui.fit(t("Until which day?"), ui.limits.LABEL),
                value=until,
                hint=ui.fit(t("On that day you are in again."), ui.limits.HINT),
                example=t("1 February"),
            ),
        ),
    )


def mode_words(t: Words) -> dict[str, str]:
    """How people meet."""
    return {
        "either": t("In person or online"),
        "online": t("Online"),
        "face": t("In person"),
    }


def wishes_form(t: Words, network: Network, wish: Wish) -> Form:
    """How they would like to meet, how often, and whom."""
    every = {1: t("In every round"), 2: t("In every second round")}
    phases = {
        "": t("Any"),
        "same": t("Of the same phase as me"),
        "other": t("Of another phase"),
    }
    return Form(
        action=f"buddy:0:wishes:{network.id}",
        title=ui.fit(t("What I wish"), ui.limits.FORM_TITLE),
        submit=t("Keep"),
        fields=(
            Choice(
                key="mode",
                label=ui.fit(t("How would you like to meet?"), ui.limits.LABEL),
                options=tuple(Option(key, mode_words(t)[key]) for key in MODES),
                value=wish.mode,
            ),
            Choice(
                key="every",
                label=ui.fit(t("How often?"), ui.limits.LABEL),
                options=tuple(Option(str(key), every[key]) for key in EVERY),
                value=str(wish.every),
            ),
            Choice(
                key="phase",
                label=ui.fit(t("Which buddy would you like?"), ui.limits.LABEL),
                options=tuple(Option(key or ANY, phases[key]) for key in PHASES),
                value=wish.phase or ANY,
                hint=ui.fit(
                    t("I try, and cannot always do it. With “Any”, I rather mix."), ui.limits.HINT
                ),
            ),
        ),
    )


def never_form(t: Words, network: Network) -> Form:
    """With whom never?"""
    only_you = t("Nobody else sees this, your coordinators neither.")
    return Form(
        action=f"buddy:0:never:{network.id}",
        title=ui.fit(t("Never with …"), ui.limits.FORM_TITLE),
        submit=t("Keep"),
        intro=only_you,
        fields=(
            PersonPick(
                key="who",
                label=ui.fit(t("With whom?"), ui.limits.LABEL),
                required=False,
                others=True,
            ),
            Line(
                key="name",
                label=ui.fit(t("Or their name"), ui.limits.LABEL),
                hint=ui.fit(t("If you do not find them above."), ui.limits.HINT),
                most=NAME,
                required=False,
            ),
        ),
    )


def settings_form(t: Words, network: Network, plan: BuddyPlan | None, weeks: Sequence[int]) -> Form:
    """Whether the network has buddies, how often by itself, and whether of one school."""
    every = tuple(Option(str(count), _weeks(t, count)) for count in weeks)
    is_on = plan is None or plan.is_on
    return Form(
        action=f"buddy:0:settings:{network.id}",
        title=ui.fit(t("Buddies"), ui.limits.FORM_TITLE),
        submit=t("Keep"),
        fields=(
            Choice(
                key="on",
                label=ui.fit(t("Are there buddies here?"), ui.limits.LABEL),
                options=(Option("yes", t("Yes")), Option("no", t("No"))),
                value="yes" if is_on else "no",
            ),
            Choice(
                key="weeks",
                label=ui.fit(t("When does a round come?"), ui.limits.LABEL),
                options=every,
                value=str(plan.weeks) if plan else "0",
                hint=ui.fit(
                    t("You see it two school days before, and can stop it. Unseen, it waits."),
                    ui.limits.HINT,
                ),
            ),
            Choice(
                key="school",
                label=ui.fit(t("May two of one school go together?"), ui.limits.LABEL),
                options=(Option("no", t("No")), Option("yes", t("Yes"))),
                value="yes" if plan and plan.same_school else "no",
            ),
        ),
    )


def _weeks(t: Words, count: int) -> str:
    if not count:
        return t("When a coordinator asks for one")
    return t.n("Every {n} week, by itself", "Every {n} weeks, by itself", n=count)
