"""What coordinators see of a list that is taken back, or cannot be."""

from bot import ui
from bot.core.undoing import Stays
from bot.views.words import Words

_NAMES = 300


def earlier(t: Words) -> str:
    """Why a list of long ago stays."""
    return t("This list was taken in by an earlier version, so it cannot be taken back.")


def undone(t: Words, stays: Stays) -> str:
    """It is taken back; what stays of it, and why."""
    said = [t("That is taken back.")]
    if stays.names:
        names = ui.shorten(t.names(stays.names), _NAMES)
        said.append(t("Something was done since with these, so they stay: {names}.", names=names))
    if stays.gone:
        said.append(
            t.n(
                "{n} person was erased since, made one with somebody else, or left and came again.",
                "{n} people were erased since, made one with somebody else, or left and came"
                " again.",
                n=stays.gone,
            )
        )
    return " ".join(said)
