"""Small messages, and what every view needs of them."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from bot import ui
from bot.ui import Button, Controls, Message, Para, Small, Text
from bot.views.words import Words


def note(text: Text | str, *buttons: Button) -> Message:
    """A few words, and what can be done next."""
    said = ui.words(text) if isinstance(text, str) else text
    controls = (Controls(buttons),) if buttons else ()
    return Message("", (Para(said), *controls))


def send_or_undo(t: Words, send: str, undo: str) -> tuple[Button, ...]:
    """What waits can go at once, or not at all: by these two actions."""
    return (Button(t("Send now"), send, "primary"), Button(t("Undo"), undo))


def above(said: str, message: Message) -> Message:
    """A message, and above it what was done."""
    return Message(message.title, (Para(ui.words(said)), *message.blocks))


def mistakes(t: Words, problems: Mapping[str, str], draft: int) -> Message:
    """What is wrong in a form that was sent, each with the label of its field, and the way back to
    it.
    """
    return Message(
        "",
        (
            Para(ui.words(t("Almost there. I kept what you typed."))),
            Para(ui.words(mistake_words(t, problems))),
            Controls((Button(t("Fix it"), f"draft:{draft}:fix", "primary"),)),
        ),
    )


def mistake_words(t: Words, problems: Mapping[str, str]) -> str:
    """What is wrong in a form, a line for each field by its label."""
    lines = "\n".join(
        t("{field}: {problem}", field=label, problem=sentence)
        for label, sentence in problems.items()
    )
    return ui.shorten(lines, 2000)


def fault_words(t: Words) -> str:
    """Something broke inside."""
    return t("Something went wrong on my side, and nothing was changed. Please try again.")


def fault(t: Words, draft: int = 0) -> Message:
    """Something broke inside; what was typed, if anything, can be opened again."""
    if not draft:
        return note(fault_words(t))
    said = f"{fault_words(t)} {t('I kept what you typed.')}"
    return note(said, Button(t("Open my form again"), f"draft:{draft}:fix", "primary"))


def given_back(t: Words, why: Message, said: str = "") -> Message:
    """`why`, and below it what was typed, to copy; without it, that it comes as a file. Raises
    TooLong where that is more than can be shown.
    """
    if said:
        words = t("This is what you typed; please copy it, so that it is not lost:")
        return Message(
            why.title, (*why.blocks, Para(ui.words(words)), Para(ui.words(ui.typed(said))))
        )
    words = t("What you typed is in this file, so that it is not lost.")
    return Message(why.title, (*why.blocks, Para(ui.words(words))))


def form_changed(t: Words, action: str) -> Message:
    """What was typed belongs to a form that has other fields now."""
    button = Button(t("Open the form"), action, "primary")
    return note(t("This form has changed since you filled it in."), button)


def form_ready(t: Words, draft: int) -> Message:
    """A form was ready too late for the platform to open it by itself."""
    button = Button(t("Open the form"), f"draft:{draft}:fix", "primary")
    return note(t("That took me a moment. Your form is ready now."), button)


def one_moment(t: Words) -> Message:
    """A form takes a moment; this stands in its place until then."""
    return Message(t("One moment"), (Para(ui.words(t("Your form will open here."))),))


def saving(t: Words) -> Message:
    """What was sent is being worked on; this stands in place of its form until then."""
    said = t("I am at work on it. You can wait here, or close this: I will tell you how it went.")
    return Message(t("One moment"), (Para(ui.words(said)),))


def told_elsewhere(t: Words) -> Message:
    """The answer is a message; this stands where the person waited for it."""
    said = t("I have answered you in a message. You can close this now.")
    return Message(t("Your answer"), (Para(ui.words(said)),))


def nothing_more(t: Words) -> Message:
    """What was sent twice has been answered once; this stands where the person waited."""
    said = t("There is nothing more to do here. You can close this now.")
    return Message(t("Your answer"), (Para(ui.words(said)),))


def late(t: Words, message: Message, due: datetime, zone: str) -> Message:
    """A message that comes late, and says so."""
    said = t("This comes late: it was meant for {moment}.", moment=t.moment(due, zone))
    return replace(message, blocks=(Small(said), *message.blocks))


def busy(t: Words) -> str:
    """There is more to do than can be done in time."""
    return t("I am busy right now. Please try again in a minute.")


def not_found(t: Words) -> Message:
    """A row that is gone, or that this person may not know of: the same words on purpose."""
    return note(t("I cannot find that any more. Type /network to see what is there."))


def refused(t: Words, *, stranger: bool) -> Message:
    """The person's role does not allow it."""
    if stranger:
        return note(
            t("You are not in a network here yet. Type /network in the channel of your network.")
        )
    return note(t("Only a coordinator of this network can do that. Please ask one of them."))


def undone(t: Words, draft: int) -> Message:
    """Nothing was posted; what was typed can be opened again."""
    return note(t("Undone. Nothing was posted."), Button(t("Change it"), f"draft:{draft}:fix"))


def outdated(t: Words) -> Message:
    """A button whose question has been overtaken."""
    return note(t("That button is out of date. Type /network to see how things stand."))
