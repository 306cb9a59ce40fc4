"""What people see of looking after a network: what they are asked, and how it was answered."""

from datetime import date
from zoneinfo import ZoneInfo

from bot.core.duties import DEPUTY, TAKE_OVER
from bot.store.tables import Duty, Network
from bot.ui import Block, Button, Controls, Message, Para, Text
from bot.views.lists import called
from bot.views.notes import note
from bot.views.words import Words


def until(network: Network, row: Duty) -> date:
    """The day on which somebody need not stand in any more."""
    at = row.until or row.made_at
    return at.astimezone(ZoneInfo(network.zone)).date()


def asked(t: Words, network: Network, row: Duty, who: str) -> list[Block]:
    """What a person is asked to look after, by `who`; they may say no."""
    yes = t("I take over") if row.kind == TAKE_OVER else t("That is fine")
    return [
        Para(_asked(t, network, row, called(t, who))),
        Controls(
            (
                Button(yes, f"network:{network.id}:accept:{row.id}", "primary"),
                Button(t("No, thank you"), f"network:{network.id}:decline:{row.id}"),
            )
        ),
    ]


def _asked(t: Words, network: Network, row: Duty, who: str) -> Text:
    if row.kind == TAKE_OVER:
        return t.text(
            "**{who}** asks you to take over **{network}**. Nothing changes until you say yes.",
            who=who, network=network.name,
        )  # fmt: skip
    if row.kind == DEPUTY:
        return t.text(
            "**{who}** has named you a deputy in **{network}**: you may do all that a coordinator "
            "does. You can say no.",
            who=who, network=network.name,
        )  # fmt: skip
    return t.text(
        "**{who}** asks you to stand in for **{network}** until {day}: you may do all that a "
        "coordinator does. You can say no.",
        who=who, network=network.name, day=t.day(until(network, row)),
    )  # fmt: skip


def offered(t: Words, network: Network, row: Duty, who: str) -> list[Block]:
    """Somebody offers to stand in: may they?"""
    said = t.text(
        "**{who}** offers to stand in for the coordinators of **{network}** until {day}. "
        "They could then do all that you can.",
        who=called(t, who), network=network.name, day=t.day(until(network, row)),
    )  # fmt: skip
    return [
        Para(said),
        Controls(
            (
                Button(t("Yes, please"), f"network:{network.id}:stand-in-yes:{row.id}", "primary"),
                Button(t("No, thank you"), f"network:{network.id}:stand-in-no:{row.id}"),
            )
        ),
    ]


def on(t: Words, network: Network, row: Duty) -> Message:
    """Who was asked has said yes."""
    home = Button(t("Show it to me"), "network:0:home", "primary")
    knows = Button(t("What the network knows"), f"network:{network.id}:hand-over")
    if row.kind == TAKE_OVER:
        return note(t.text("Thank you. You look after **{name}** now.", name=network.name), knows)
    return note(t("Thank you. It is good to have you."), home, knows)


def no(t: Words) -> Message:
    """Who was asked has said no."""
    return note(t("That is fine. Nobody is cross, and whoever asked you is told."))


def waits(t: Words) -> Message:
    """An offer to stand in waits for somebody's yes."""
    return note(t("Thank you! A coordinator has to say yes first. I tell you."))


def answered(t: Words, network: Network, row: Duty, who: str, *, mine: bool) -> Message | None:
    """How it was answered, to who asked; where it is the reader's own offer (`mine`), to them."""
    if mine:
        return _settled(t, network, row)
    if row.state == "no":
        said = t.text(
            "**{who}** would rather not look after **{network}**, and that is fine. "
            "Is there somebody else?",
            who=called(t, who), network=network.name,
        )  # fmt: skip
        return note(said)
    said = t.text("**{who}** looks after **{network}** now.", who=called(t, who),
                  network=network.name)  # fmt: skip
    then = (
        t("You are a deputy, with the same rights. Thank you for all you have done!")
        if row.after == DEPUTY
        else t("You are a member like the others. Thank you for all you have done!")
    )
    return Message("", (Para(said), *note(then).blocks))


def _settled(t: Words, network: Network, row: Duty) -> Message | None:
    if row.state == "on":
        said = t.text(
            "You stand in for the coordinators of **{name}** until {day}. Thank you!",
            name=network.name, day=t.day(until(network, row)),
        )  # fmt: skip
        return note(said, Button(t("Show it to me"), "network:0:home", "primary"))
    return note(t("Thank you for offering to stand in. Just now nobody is needed."))


def settled(t: Words, who: str, *, yes: bool) -> Message:
    """A coordinator has answered an offer."""
    if yes:
        return note(t.text("**{who}** stands in, and is told.", who=called(t, who)))
    return note(t("That is noted. They are told in a kind way."))


def only_for_now(t: Words) -> Message:
    """Who stands in for a while does not decide who may plan."""
    return note(t("You stand in for a while. Who may plan is for the coordinators to say."))


def may_already(t: Words) -> Message:
    """Who may plan need not stand in."""
    return note(t("You may plan already, so there is nobody to stand in for."))
