"""What people see of looking after a network: what they are asked, and how it was answered."""

from datetime import date
from zoneinfo import ZoneInfo

from bot import ui
from bot.core.duties import DEPUTY, STAND_IN, TAKE_OVER
from bot.store.tables import Duty, Network
from bot.ui import Block, Button, Controls, Day, Form, Message, Para, PersonPick, Text
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
            "**{who}** asks you to be a deputy in **{network}**: you could then do all that a "
            "coordinator does. Nothing changes until you say yes.",
            who=who, network=network.name,
        )  # fmt: skip
    return t.text(
        "**{who}** asks you to stand in for them in **{network}** until {day}, with all that a "
        "coordinator does. Nothing changes until you say yes.",
        who=who, network=network.name, day=t.day(until(network, row)),
    )  # fmt: skip


def is_asked(t: Words, network: Network, row: Duty, name: str, *, hears: bool) -> tuple[Block, ...]:
    """Somebody is asked to be a deputy or to stand in, and has to say yes; it can be taken back.
    The reader `hears` of it then, if they may be written to.
    """
    said = (
        t.text(
            "I ask **{name}**. Nothing changes until they say yes, and I tell you then.",
            name=called(t, name),
        )
        if hears
        else t.text(
            "I ask **{name}**. Nothing changes until they say yes. I may not write to you, so they"
            " are asked to tell you.",
            name=called(t, name),
        )
    )
    return (Para(said), Controls((taken_back(t, network, row),)))


def taken_back(t: Words, network: Network, row: Duty) -> Button:
    """By it somebody need not look after what they were asked to."""
    name = f"network:{network.id}:dismiss:{row.member_id}:{row.id}"
    return Button(t("Take that back"), name)


def is_waiting(t: Words, network: Network, row: Duty, name: str) -> Text:
    """For coordinators: somebody was asked, and has not answered."""
    if row.kind == TAKE_OVER:
        return t.text("**{name}** is asked to take over.", name=called(t, name))
    if row.kind == DEPUTY:
        return t.text(
            "**{name}** is asked to be a deputy, and has not answered yet.", name=called(t, name)
        )
    return t.text(
        "**{name}** is asked to stand in until {day}, and has not answered yet.",
        name=called(t, name), day=t.day(until(network, row)),
    )  # fmt: skip


def instead_form(
    t: Words, network: Network, day: str, among: tuple[str, ...] | None = None
) -> Form:
    """Who of these (`among`) stands in for a coordinator, and until which day?"""
    return Form(
        action=f"network:{network.id}:instead",
        title=ui.fit(t("Name a stand-in"), ui.limits.FORM_TITLE),
        submit=ui.fit(t("Ask them"), ui.limits.SUBMIT),
        fields=(
            PersonPick(
                key="who",
                others=True,
                among=among,
                label=t("Who stands in for you?"),
                hint=t("They are asked. Once they say yes, they can do all that you can."),
            ),
            Day(key="until", label=t("Stand in until which day?"), value=day),
        ),
    )


def plans_already(t: Words, name: str) -> Message:
    """Who was picked to stand in may plan anyway."""
    return note(t.text("**{name}** may plan already, as you may.", name=called(t, name)))


def goes_on(t: Words, network: Network, row: Duty, name: str) -> Message:
    """Who was picked to stand in has said yes before; the day is another now."""
    said = t.text(
        "**{name}** stands in until {day}.", name=called(t, name), day=t.day(until(network, row))
    )
    return note(said, taken_back(t, network, row))


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


def on(t: Words, network: Network, row: Duty, *, untold: str = "") -> Message:
    """Who was asked has said yes; `untold` is who asked, where they may not be written to."""
    home = Button(t("Show it to me"), "network:0:home", "primary")
    knows = Button(t("What the network knows"), f"network:{network.id}:hand-over")
    if row.kind == TAKE_OVER:
        said = t.text("Thank you. You look after **{name}** now.", name=network.name)
        return _with(t, note(said, knows), untold)
    return _with(t, note(t("Thank you. It is good to have you."), home, knows), untold)


def no(t: Words, *, untold: str = "") -> Message:
    """Who was asked has said no; `untold` is who asked, where they may not be written to."""
    if untold:
        return _with(t, note(t("That is fine, and nobody is cross.")), untold)
    return note(t("That is fine. Nobody is cross, and whoever asked you is told."))


def _with(t: Words, message: Message, untold: str) -> Message:
    if not untold:
        return message
    said = t("I may not write to {name} privately: please tell them yourself.", name=untold)
    first, *rest = message.blocks
    return Message(message.title, (first, Para(ui.words(said)), *rest))


def waits(t: Words) -> Message:
    """An offer to stand in waits for somebody's yes."""
    return note(t("Thank you! A coordinator has to say yes first. I tell you."))


def has_offered(t: Words, network: Network, row: Duty) -> Text:
    """On the page of who has offered to stand in, while nobody has answered."""
    return t.text(
        "You have offered to stand in until {day}. A coordinator has to say yes first.",
        day=t.day(until(network, row)),
    )


def not_needed(t: Words) -> Message:
    """An offer to stand in is answered when somebody who may plan is back already."""
    return note(t("A coordinator is here again, so nobody needs to stand in any more."))


def answered(t: Words, network: Network, row: Duty, who: str, *, mine: bool) -> Message | None:
    """How it was answered, to who asked; where it is the reader's own offer (`mine`), to them."""
    if row.state == "over":
        return _over(t, network, row, who)
    if mine:
        return _settled(t, network, row)
    if row.state == "no":
        said = t.text(
            "**{who}** would rather not look after **{network}**, and that is fine. "
            "Is there somebody else?",
            who=called(t, who), network=network.name,
        )  # fmt: skip
        return note(said)
    if row.kind == DEPUTY:
        said = t.text(
            "**{who}** has said yes, and may now plan in **{network}** as you may.",
            who=called(t, who), network=network.name,
        )  # fmt: skip
        return note(said)
    if row.kind == STAND_IN:
        said = t.text(
            "**{who}** has said yes, and stands in for you in **{network}** until {day}.",
            who=called(t, who), network=network.name, day=t.day(until(network, row)),
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


def _over(t: Words, network: Network, row: Duty, who: str) -> Message:
    """Its reader is not asked any more, or need not stand in."""
    if row.kind == STAND_IN and row.asked_by is None:
        said = t.text(
            "Thank you for offering to stand in for **{name}**. A coordinator is here again, so "
            "nobody needs to.",
            name=network.name,
        )
        return note(said)
    if row.kind == STAND_IN:
        said = t.text(
            "You need not stand in for **{who}** in **{network}** any more. Thank you!",
            who=called(t, who), network=network.name,
        )  # fmt: skip
        return note(said)
    said = t.text(
        "**{who}** does not ask you any more to look after **{network}**. There is nothing to do.",
        who=called(t, who), network=network.name,
    )  # fmt: skip
    return note(said)


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
