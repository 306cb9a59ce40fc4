"""What people see of their own data."""

from bot import ui
from bot.ui import Button, Controls, Message, Para
from bot.views.notes import note
from bot.views.words import Words


def show(t: Words) -> Message:
    """What is held, who sees it, and what the person can do about it."""
    return Message(
        t("What I keep about you"),
        (
            Para(
                ui.words(
                    t("Your name, account, language and time zone, your networks and your answers.")
                )
            ),
            Para(
                ui.words(
                    t("People in your network see your answer and, unless you hide it, your name.")
                )
            ),
            Para(ui.words(t("I do not read your other messages."))),
            Controls(
                (
                    Button(t("Give me a copy"), "privacy:0:export", "primary"),
                    Button(t("Erase everything"), "privacy:0:erase", "danger"),
                )
            ),
        ),
    )


def exported(t: Words) -> Message:
    """Goes with the file."""
    return note(t("Here is all that I hold on you. The tables in it open in any office program."))


def nothing_held(t: Words) -> Message:
    """Nothing is known of this person."""
    return note(t("I hold nothing about you."))


def sure(t: Words, *, last: bool) -> Message:
    """Once more before all is gone; `last`: nobody else could plan then."""
    words = t("This takes you off every list, with all your answers. It cannot be undone.")
    if last:
        words += " " + t("You are the only coordinator of a network. Please name a deputy first.")
    return note(
        words,
        Button(t("Yes, erase everything"), "privacy:0:erase-now", "danger"),
        Button(t("No, keep it"), "privacy:0:show"),
    )


def erased(t: Words) -> Message:
    """All is gone."""
    return note(t("It is done. I hold nothing about you any more."))
