"""The forms of the stock: a kit, its rules, how many there are, and where one learns to use it."""

from collections.abc import Sequence

from bot import ui
from bot.core import kits as core
from bot.store.tables import Kit, Meeting, Network
from bot.ui import Area, Choice, Choices, Form, Line, Option, Pick
from bot.views.stock import REASON, kind_words
from bot.views.words import Words

RULES = ("trained", "approve")
_MEETINGS = 25


def add_form(t: Words, network: Network) -> Form:
    """A new kit."""
    return Form(
        action=f"kit:0:add:{network.id}",
        title=ui.fit(t("Add a kit"), ui.limits.FORM_TITLE),
        submit=t("Add"),
        fields=(
            _name(t, ""),
            Choice(
                key="kind",
                label=ui.fit(t("What is it?"), ui.limits.LABEL),
                options=tuple(Option(one, label) for one, label in kind_words(t).items()),
                value="class-set",
            ),
            Line(key="count", label=ui.fit(t("How many are there?"), ui.limits.LABEL), value="1",
                 most=ui.limits.LINE),
            _place(t, ""),
            _note(t, ""),
        ),
    )  # fmt: skip


def _name(t: Words, value: str) -> Line:
    label = ui.fit(t("What is it called?"), ui.limits.LABEL)
    return Line(key="name", label=label, value=value, most=core.NAME)


def _place(t: Words, value: str) -> Line:
    label = ui.fit(t("Where does it stand?"), ui.limits.LABEL)
    return Line(key="place", label=label, value=value, most=core.PLACE, required=False)


def _note(t: Words, value: str) -> Area:
    label = ui.fit(t("What has one to know of it?"), ui.limits.LABEL)
    return Area(key="note", label=label, value=value, most=core.NOTE, required=False)


def change_form(t: Words, kit: Kit) -> Form:
    """What it is called, where it stands, and what one has to know."""
    return Form(
        action=f"kit:{kit.id}:change",
        title=ui.fit(t("Change"), ui.limits.FORM_TITLE),
        submit=t("Change"),
        fields=(_name(t, kit.name), _place(t, kit.place), _note(t, kit.note)),
    )


def rules_form(t: Words, kit: Kit) -> Form:
    """How many, for how long, and who says yes."""
    on = (*(("trained",) if kit.trained else ()),
          *(("approve",) if kit.approved == "coordinator" else ()))  # fmt: skip
    labels = {
        "trained": t("One has to be trained to use it"),
        "approve": t("A coordinator says yes each time"),
    }
    return Form(
        action=f"kit:{kit.id}:rules",
        title=ui.fit(t("Rules"), ui.limits.FORM_TITLE),
        submit=t("Change"),
        fields=(
            Line(key="most", label=ui.fit(t("How many at once?"), ui.limits.LABEL),
                 hint=ui.fit(t("Leave it empty for as many as there are."), ui.limits.HINT),
                 value=str(kit.most or ""), most=ui.limits.LINE, required=False),
            Line(key="days", label=ui.fit(t("For how many days?"), ui.limits.LABEL),
                 value=str(kit.days), most=ui.limits.LINE),
            Choices(
                key="rules",
                label=ui.fit(t("What else?"), ui.limits.LABEL),
                options=tuple(Option(one, ui.fit(labels[one], ui.limits.OPTION)) for one in RULES),
                values=on,
                required=False,
            ),
        ),
    )  # fmt: skip


def count_form(t: Words, kit: Kit, on_shelf: int) -> Form:
    """How many stand on the shelf, as counted, and why that is another number."""
    return Form(
        action=f"kit:{kit.id}:count",
        title=ui.fit(t("Count"), ui.limits.FORM_TITLE),
        submit=t("Keep"),
        fields=(
            Line(key="counted", label=ui.fit(t("How many are on the shelf?"), ui.limits.LABEL),
                 hint=ui.fit(t("Without what is set aside or out."), ui.limits.HINT),
                 value=str(on_shelf), most=ui.limits.LINE),
            Line(key="reason", label=ui.fit(t("Why is it another number?"), ui.limits.LABEL),
                 example=ui.fit(t("Two were bought."), ui.limits.PLACEHOLDER), most=REASON),
        ),
    )  # fmt: skip


def train_form(t: Words, kit: Kit, meetings: Sequence[Meeting]) -> Form:
    """At which meeting does one learn to use it?"""
    return Form(
        action=f"kit:{kit.id}:train",
        title=ui.fit(t("Who may use it"), ui.limits.FORM_TITLE),
        submit=t("Keep"),
        fields=(
            Pick(
                key="meeting",
                label=ui.fit(t("At which meeting does one learn it?"), ui.limits.LABEL),
                hint=ui.fit(t("Who was there may have the kit from then on."), ui.limits.HINT),
                options=tuple(
                    Option(str(one.id), ui.typed(ui.shorten(one.title, ui.limits.OPTION - 2)))
                    for one in meetings[:_MEETINGS]
                ),
            ),
        ),
    )
