"""The forms of asking: for something, for longer, why not, and what became of it in class."""

from collections.abc import Mapping, Sequence

from bot import ui
from bot.core.requests import KINDS, NOTE, PURPOSE, TOLD, WHY
from bot.store.tables import Kit, Request
from bot.ui import Area, Day, Form, Line, Option, Pick
from bot.views.words import Words

OTHER_THAN_KITS = len(KINDS)
FIGURES = 5
"""The most characters of a number in a form."""


def kind_words(t: Words) -> dict[str, str]:
    """What can be asked for beside kits."""
    return {
        "room": t("A room"),
        "speaker": t("A speaker or an ambassador"),
        "visit": t("A visit"),
        "help": t("Help with a topic"),
        "other": t("Something else"),
    }


def kit_value(kit: Kit) -> str:
    """By what a kit is known in the list of the form."""
    return f"kit-{kit.id}"


def _options(t: Words, kits: Sequence[Kit]) -> tuple[Option, ...]:
    room = ui.limits.OPTIONS - OTHER_THAN_KITS
    own = [
        Option(kit_value(kit), ui.typed(ui.shorten(kit.name, ui.limits.OPTION - 2)))
        for kit in kits[:room]
    ]
    return (*own, *(Option(kind, label) for kind, label in kind_words(t).items()))


def ask_form(t: Words, action: str, kits: Sequence[Kit], wish: Mapping[str, str]) -> Form:
    """What somebody asks for; `wish` is what is known of it already. Of more kits than a list can
    hold the first are offered.
    """
    return Form(
        action=action,
        title=ui.fit(t("Ask for something"), ui.limits.FORM_TITLE),
        submit=ui.fit(t("Ask"), ui.limits.SUBMIT),
        fields=(
            Pick(
                key="thing",
                label=ui.fit(t("What do you need?"), ui.limits.LABEL),
                options=_options(t, kits),
                value=wish.get("thing", ""),
            ),
            Day(
                key="from",
                label=ui.fit(t("From which day?"), ui.limits.LABEL),
                hint=ui.fit(t("Leave it empty if any day will do."), ui.limits.HINT),
                value=wish.get("from", ""),
                example="12.1.2027",
                required=False,
            ),
            _figure(t("How many?"), "count", wish.get("count", "1"), ""),
            Area(
                key="purpose",
                label=ui.fit(t("What for?"), ui.limits.LABEL),
                hint=ui.fit(t("The coordinators read it. No pupil's name, please."),
                            ui.limits.HINT),
                value=wish.get("purpose", ""),
                most=PURPOSE,
            ),
            _figure(t("For how many pupils?"), "pupils", wish.get("pupils", ""),
                    t("About as many; it helps to report what kits are good for.")),
        ),
    )  # fmt: skip


def _figure(label: str, key: str, value: str, hint: str) -> Line:
    return Line(
        key=key, label=ui.fit(label, ui.limits.LABEL), hint=ui.fit(hint, ui.limits.HINT),
        value=value, most=ui.limits.LINE, required=False,
    )  # fmt: skip


def longer_form(t: Words, row: Request) -> Form:
    """Until when is it needed?"""
    return Form(
        action=f"request:{row.id}:extend",
        title=ui.fit(t("I need it longer"), ui.limits.FORM_TITLE),
        submit=ui.fit(t("Ask"), ui.limits.SUBMIT),
        fields=(
            Day(
                key="until",
                label=ui.fit(t("Until which day?"), ui.limits.LABEL),
                value=row.until.isoformat() if row.until else "",
                example="12.2.2027",
            ),
        ),
    )


def why_form(t: Words, row: Request, act: str) -> Form:
    """Why: where somebody declines, lets keep, or notes as lost."""
    titles = {
        "decline": t("It cannot be"),
        "keep": t("They may keep it"),
        "lose": t("It is lost"),
    }
    labels = {
        "decline": t("Why not? They read it."),
        "keep": t("Why may they keep it?"),
        "lose": t("What happened? Nobody is cross."),
    }
    return Form(
        action=f"request:{row.id}:{act}",
        title=ui.fit(titles[act], ui.limits.FORM_TITLE),
        submit=ui.fit(t("Go on"), ui.limits.SUBMIT),
        fields=(
            Area(key="why", label=ui.fit(labels[act], ui.limits.LABEL), most=WHY),
        ),
    )  # fmt: skip


def some_form(t: Words, row: Request) -> Form:
    """How many came back, where not all did?"""
    return Form(
        action=f"request:{row.id}:some",
        title=ui.fit(t("Not all came back"), ui.limits.FORM_TITLE),
        submit=ui.fit(t("Go on"), ui.limits.SUBMIT),
        fields=(
            Line(
                key="came",
                label=ui.fit(t("How many came back?"), ui.limits.LABEL),
                hint=ui.fit(t("The rest is taken out of the stock, as lost."), ui.limits.HINT),
                value=str(row.count),
                most=ui.limits.LINE,
            ),
        ),
    )


def tale_form(t: Words, row: Request) -> Form:
    """What did pupils do with it?"""
    return Form(
        action=f"request:{row.id}:tell",
        title=ui.fit(t("What did pupils do?"), ui.limits.FORM_TITLE),
        submit=ui.fit(t("Tell"), ui.limits.SUBMIT),
        fields=(
            Line(
                key="pupils",
                label=ui.fit(t("How many pupils used it?"), ui.limits.LABEL),
                value=str(row.reached or row.pupils or ""),
                most=ui.limits.LINE,
            ),
            Area(
                key="told",
                label=ui.fit(t("What did they do with it?"), ui.limits.LABEL),
                hint=ui.fit(t("The coordinators read it. No pupil's name, please."),
                            ui.limits.HINT),
                value=row.told,
                most=TOLD,
            ),
            Area(
                key="note",
                label=ui.fit(t("A word for who gets it next"), ui.limits.LABEL),
                hint=ui.fit(t("Only if you like: a tip, or what to look out for."),
                            ui.limits.HINT),
                value=row.note,
                most=NOTE,
                required=False,
            ),
        ),
    )  # fmt: skip
