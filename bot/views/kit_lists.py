"""What coordinators see of a list of kits before it is taken in, and after."""

from collections.abc import Sequence

from bot import ui
from bot.core.kit_imports import Plan
from bot.core.kit_lists import Fault, Why
from bot.store.tables import Network
from bot.ui import Area, Block, Button, Controls, Form, Message, Para
from bot.views.lists import more
from bot.views.words import Words

_FAULTS, _SAID, _NAMES = 10, 40, 300


def page(t: Words, network: Network, address: str = "") -> Message:
    """The ways in; `address` is that of the person's own page for a file, where there is one."""
    said = t("You see a preview first. Nothing is changed until you say so.")
    blocks: list[Block] = [Para(ui.words(said))]
    if address:
        text = t.text(
            "**[Choose a file]({url})**: from Excel, LibreOffice or as CSV. Whoever has this link"
            " can use it, for an hour: please pass it on to nobody.",
            url=address,
        )
        blocks.append(Para(text))
    ways = (
        Button(t("Paste a list"), f"kits:{network.id}:paste"),
        Button(t("As a file"), f"kits:{network.id}:file:xlsx"),
        Button(t("The stock"), f"kit:0:stock:{network.id}"),
    )
    return Message(t("Bring a list of kits"), (*blocks, Controls(ways)))


def paste_form(t: Words, network: Network) -> Form:
    """A small list, pasted."""
    return Form(
        action=f"kits:{network.id}:paste",
        title=ui.fit(t("Paste a list"), ui.limits.FORM_TITLE),
        submit=ui.fit(t("Look at it"), ui.limits.SUBMIT),
        intro=t(
            "Copy the rows with their heads from your table. Heads that I know: name, kind, count,"
            " place, training, most, days, approval, note."
        ),
        fields=(
            Area(
                key="rows",
                label=ui.fit(t("One line for each kit"), ui.limits.LABEL),
                example=ui.fit(t("Name; Kind; Count; Place"), ui.limits.PLACEHOLDER),
            ),
        ),
    )


def looked(t: Words, network: Network, made: Plan, draft: int) -> Message:
    """What the list would do; nothing is changed yet."""
    blocks: list[Block] = [Para(ui.words(", ".join(_counts(t, made))))]
    blocks += [Para(ui.words(fault(t, one))) for one in made.faults[:_FAULTS]]
    blocks += map(Para, more(t, len(made.faults) - _FAULTS))
    ways = []
    if made.new or made.changed:
        ways.append(Button(t("Take it in"), f"kits:{network.id}:take:{draft}", "primary"))
    ways.append(Button(t("Paste a list"), f"kits:{network.id}:paste"))
    return Message(t("Nothing is changed yet"), (*blocks, Controls(tuple(ways))))


def _counts(t: Words, made: Plan) -> list[str]:
    left = sum(one.row > 0 for one in made.faults)
    counts = (
        (len(made.new), t.n("{n} new kit", "{n} new kits", n=len(made.new))),
        (len(made.changed), t.n("{n} changed", "{n} changed", n=len(made.changed))),
        (made.same, t.n("{n} as it was", "{n} as they were", n=made.same)),
        (left, t.n("{n} row not taken", "{n} rows not taken", n=left)),
    )
    return [said for n, said in counts if n] or [t("No kit is in this list.")]


def fault(t: Words, one: Fault) -> str:
    """Why a row is not taken, and what to do."""
    said = ui.typed(ui.shorten(one.said, _SAID))
    told = {
        Why.NO_NAME: t("there is no name."),
        Why.LONG: t("“{said}” is too long. Please shorten it.", said=said),
        Why.TWICE: t("{said} stands there twice. Please keep one row.", said=said),
        Why.KIND: t("I do not know the kind “{said}”. Write class-set, kit, sample or consumable.",
                    said=said),
        Why.NUMBER: t("“{said}” is no whole number that fits here.", said=said),
        Why.YES_NO: t("“{said}”: please write yes or no.", said=said),
        Why.NO_HEADS: t("I find no column of names. Please put heads above the rows."),
        Why.OUT: t("{said}: more are set aside or out than that. Count again.", said=said),
    }[one.why]  # fmt: skip
    return t("Row {n}: {problem}", n=one.row, problem=told) if one.row else told


def taken(t: Words, network: Network, new: int, changed: int, draft: int) -> Message:
    """It is taken in; for a week whoever did so can take it back."""
    said = t.n("{n} new kit", "{n} new kits", n=new)
    if changed:
        said = f"{said}, {t.n('{n} changed', '{n} changed', n=changed)}"
    ways = (
        Button(t("The stock"), f"kit:0:stock:{network.id}", "primary"),
        Button(t("Take it back"), f"kits:{network.id}:undo:{draft}"),
    )
    return Message("", (Para(ui.words(t("Taken in: {what}.", what=said))), Controls(ways)))


def undone(t: Words, network: Network, back: int, stays: Sequence[str]) -> Message:
    """The list is taken back; which kits stay, and why."""
    said = [t.n("{n} kit is as it was before the list.",
                "{n} kits are as they were before the list.", n=back)]  # fmt: skip
    if stays:
        names = ui.shorten(t.names(stays), _NAMES)
        said.append(t("Something was done since with these, so they stay: {names}.", names=names))
    way = Button(t("The stock"), f"kit:0:stock:{network.id}", "primary")
    return Message("", (Para(ui.words(" ".join(said))), Controls((way,))))


def faults(t: Words, wrong: Sequence[Fault]) -> str:
    """The first few reasons, for the field of a form."""
    return " ".join(fault(t, one) for one in wrong[:3])
