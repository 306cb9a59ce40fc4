"""What people see who want to be erased."""

from bot.ui import Button, Message
from bot.views.notes import note
from bot.views.words import Words


def sure(t: Words, *, last: bool) -> Message:
    """Once more before all is gone; `last`: nobody else could plan then."""
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
        Button(t("No, keep it"), "privacy:0:show"),
    )


def erased(t: Words) -> Message:
    """All is gone."""
    return note(t("It is done. I hold nothing about you any more."))
