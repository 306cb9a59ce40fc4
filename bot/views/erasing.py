"""What people see who want to be erased."""

from bot.store.register import keeping
from bot.ui import Button, Message
from bot.views.notes import note
from bot.views.words import Words


def sure(t: Words, *, last: int) -> Message:
    """Once more before all is gone; `last` is the number of a network in which nobody else could
    plan then, 0 where there is none.
    """
    words = t("This takes you off every list, with all your answers. It cannot be undone.")
    words += " " + t("Of what is over only numbers stay, without you.")
    if last:
        words += " " + t(
            "You are the only coordinator of a network: without a deputy, only an administrator"
            " brings it back, by {command}.",
            command=f"{t.command('network')} {t.p('verb', 'set-up')}",
        )
    return note(
        words,
        Button(t("Yes, erase everything"), "privacy:0:erase-now", "danger"),
        *((Button(t("Name a deputy"), f"network:{last}:deputy", "primary"),) if last else ()),
        Button(t("No, keep it"), "privacy:0:show"),
    )


def erased(t: Words) -> Message:
    """All is gone."""
    said = t(
        "It is done. What I held about you is gone here, and from backups after {n} days.",
        n=keeping.BACKUPS.days,
    )
    return note(said)
