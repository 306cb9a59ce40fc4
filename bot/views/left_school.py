"""What people see when they leave a school: who takes their place, and an invitation to pass on."""

from collections.abc import Sequence

from bot import ui
from bot.core.left_school import Invited
from bot.store.tables import Institution, Meeting, Network
from bot.ui import Block, Button, Controls, Form, Line, Message, Option, Para, Pick
from bot.views.meetings import intro
from bot.views.notes import note
from bot.views.words import Words

NAME = 60
MOST = 25
"""So many schools stand in the list."""


def form(t: Words, network: Network, schools: Sequence[Institution]) -> Form:
    """Which school, and who takes the person's place there?"""
    options = tuple(
        Option(str(one.id), ui.shorten(ui.typed(one.name), ui.limits.OPTION))
        for one in schools[:MOST]
    )
    return Form(
        action=f"network:{network.id}:left-school",
        title=ui.fit(t("I have left my school"), ui.limits.FORM_TITLE),
        submit=t("Send"),
        fields=(
            Pick(key="school", label=t("Which one?"), options=options, value=options[0].value),
            Line(
                key="name",
                label=t("Who takes your place there?"),
                hint=t("I give you a few words to pass on. You can leave this empty."),
                most=NAME,
                required=False,
            ),
        ),
    )


def none_known(t: Words) -> Message:
    """The person is at no school, as far as is known."""
    return note(t("I do not know of a school of yours, so there is nothing to change."))


def left(
    t: Words, network: Network, school: Institution, invitation: str, mark: str = ""
) -> Message:
    """It is noted, what can be passed on, and the way back; `mark` names the link in it."""
    name = ui.shorten(school.name, 100)
    blocks: list[Block] = [
        Para(t.text("Noted: you are not at **{school}** any more.", school=name)),
        Para(ui.words(t("Here are a few words to copy and pass on:"))),
        Para(ui.words(ui.typed(invitation))),
    ]
    back = f"profile:0:back:{network.id}:{school.id}"
    undo = Button(t("Undo"), f"{back}:{mark}" if mark else back)
    leave = Button(t("Leave this network"), f"network:{network.id}:leave")
    return Message("", (*blocks, Controls((undo, leave))))


def taken_back(t: Words, invited: Invited) -> str:
    """What became of who was invited, now that the person is back."""
    name = ui.shorten(invited.name, NAME)
    if invited.off:
        return t("The link for {name} does not work any more.", name=name)
    if name:
        return t("{name} takes part already, and stays in the network.", name=name)
    return t(
        "The link that you passed on does not work any more."
        " Who has a page of their own by now stays in the network."
    )


def invitation(
    t: Words,
    network: Network,
    school: str,
    name: str,
    coordinators: Sequence[str],
    following: Meeting | None,
    address: str,
) -> str:
    """The words to pass on to who takes the person's place, by their name where it is known;
    `address` is their personal link.
    """
    lines = [
        t("Hello {name},", name=name) if name else t("Hello,"),
        t(
            "I was in {network} for {school}, and would be glad if you took my place. "
            "We meet, try things and share what works.",
            network=network.name, school=ui.shorten(school, 100),
        ),
    ]  # fmt: skip
    if following is not None:
        lines.append(t("We meet next: {meeting}", meeting=intro(t, following)))
    if address:
        lines.append(t("Here you can answer, without an account: {address}", address=address))
    if coordinators:
        names = ui.shorten(t.names(coordinators), 200)
        lines.append(t("Questions? Ask {names}.", names=names))
    return "\n".join(lines)
