"""What people see of being away: the form, the word for it, and who can be asked meanwhile."""

from collections.abc import Sequence
from datetime import date
from zoneinfo import ZoneInfo

from bot import ui
from bot.core.away import Nobody
from bot.store.tables import Absence, Member, Network
from bot.ui import Block, Button, Controls, Day, Form, Message, Para, PersonPick
from bot.views.lists import called
from bot.views.notes import note
from bot.views.words import Words

_NAMES = 300


def first_day(network: Network, row: Absence) -> date:
    """The first day on which a person is there again."""
    return row.back_at.astimezone(ZoneInfo(network.zone)).date()


def form(t: Words, network: Network, *, plans: bool, until: str = "") -> Form:
    """Until when is somebody away? A coordinator may say it of others, and who stands in."""
    fields: tuple[Day | PersonPick, ...] = (_until(t, until),)
    if plans:
        fields += (
            PersonPick(
                key="instead",
                label=t("Who stands in for you?"),
                hint=t("They can do all that you can until then. You can leave this empty."),
                required=False,
            ),
            PersonPick(
                key="who",
                label=t("Or is somebody else away?"),
                hint=t("Leave this empty if it is you."),
                required=False,
            ),
        )
    return Form(
        action=f"network:{network.id}:away",
        title=t("Away"),
        submit=t("Send"),
        fields=fields,
    )


def _until(t: Words, until: str) -> Day:
    return Day(
        key="until",
        label=t("Away until which day?"),
        value=until,
        hint=t("On this day I begin to ask again."),
    )


def gone(t: Words, until: date, can_ask: Sequence[str] | None, network: Network) -> Message:
    """The person is away. `can_ask`: for a coordinator, who does meanwhile what needs a person."""
    said = t.text(
        "You are away until **{day}**. I ask nothing of you until then; what is planned goes on.",
        day=t.day(until),
    )
    blocks: list[Block] = [Para(said)]
    back = Button(t("I'm back"), f"network:{network.id}:back")
    if can_ask:
        names = ui.shorten(t.names(can_ask), _NAMES)
        blocks.append(Para(ui.words(t("What needs a person goes to {names}.", names=names))))
    if can_ask is not None and not can_ask:
        words = t("Nobody else may plan. I tell the channel, and somebody can offer to stand in.")
        blocks.append(Para(ui.words(words)))
        name = Button(t("Name somebody"), f"network:{network.id}:away:{until}", "primary")
        return Message("", (*blocks, Controls((name, back))))
    return Message("", (*blocks, Controls((back,))))


def they_are_gone(t: Words, name: str, until: date, network: Network, member: int) -> Message:
    """Somebody else is away, as a coordinator has just said."""
    said = t.text(
        "**{name}** is away until **{day}**. I ask nothing of them until then.",
        name=called(t, name),
        day=t.day(until),
    )
    return note(said, Button(t("They are back"), f"network:{network.id}:back:{member}"))


def said_of_you(t: Words, network: Network, row: Absence) -> Message:
    """Somebody else has said that its reader is away."""
    said = t.text(
        "In **{network}** a coordinator has noted that you are away until **{day}**. "
        "I ask nothing of you until then.",
        network=network.name,
        day=t.day(first_day(network, row)),
    )
    return note(said, Button(t("I'm back"), f"network:{network.id}:back"))


def line(t: Words, network: Network, row: Absence) -> list[Block]:
    """On the page of somebody who is away: until when, and the way back."""
    said = t.text("You are away until **{day}**.", day=t.day(first_day(network, row)))
    return [Para(said), Controls((Button(t("I'm back"), f"network:{network.id}:back"),))]


def welcome(t: Words, meetings: int) -> Message:
    """Somebody is back: what there was, in one line."""
    said = (
        t.n(
            "Welcome back! There was {n} meeting while you were away.",
            "Welcome back! There were {n} meetings while you were away.",
            n=meetings,
        )
        if meetings
        else t("Welcome back! You have missed no meeting.")
    )
    return note(said, Button(t("Show it to me"), "network:0:home", "primary"))


def they_are_back(t: Words, name: str) -> Message:
    """A coordinator has said that somebody is back."""
    return note(t.text("**{name}** is back.", name=called(t, name)))


def coordinators(
    t: Words, network: Network, found: Sequence[Member], gone: Sequence[tuple[Absence, Member]]
) -> list[str]:
    """The coordinators' names; of who is away, until when."""
    until = {row.member_id: first_day(network, row) for row, _ in gone}
    return [
        t("{name} (away until {day})", name=one.name, day=t.day(until[one.id]))
        if one.id in until
        else one.name
        for one in found
        if one.name
    ]


def names(t: Words, network: Network, gone: Sequence[tuple[Absence, Member]]) -> list[str]:
    """The names of who is away, with the day on which they are back."""
    return coordinators(t, network, [member for _, member in gone], gone)


def is_away(t: Words, names: Sequence[str]) -> list[Block]:
    """For coordinators: who is away, and so is not waited for."""
    shown = ui.shorten(t.names(names), _NAMES)
    return [Para(t.text("**Away:** {names}", names=shown))] if names else []


def nobody(t: Words, network: Network, found: Nobody | None) -> Message:
    """In the channel: all coordinators are away, who can be asked, or that somebody may stand in;
    once somebody is back, that.
    """
    if found is None:
        return note(t.text("The coordinators of **{name}** are here again.", name=network.name))
    return Message("", tuple(nobody_is_here(t, network, found)))


def nobody_is_here(t: Words, network: Network, found: Nobody) -> list[Block]:
    """The same on a member's own page."""
    day = t.day(found.until.astimezone(ZoneInfo(network.zone)).date())
    who = ui.shorten(t.names(found.names), _NAMES) if found.names else t("Our coordinators")
    if found.instead:
        names = ui.shorten(t.names(found.instead), _NAMES)
        said = t.text(
            "Until **{day}** please ask {names}. Away: {who}.", who=who, day=day, names=names
        )  # fmt: skip
        return [Para(said)]
    said = t.text(
        "Until **{day}** nobody is here to coordinate: {who}. All that is planned goes on.",
        who=who, day=day,
    )  # fmt: skip
    ask = t("Can you stand in? A coordinator has to say yes first.")
    button = Button(t("I can stand in"), f"network:{network.id}:stand-in")
    return [Para(said), Para(ui.words(ask)), Controls((button,))]


def stand_in_form(t: Words, network: Network, until: str) -> Form:
    """Until when somebody would stand in."""
    day = Day(key="until", label=t("Stand in until which day?"), value=until)
    return Form(
        action=f"network:{network.id}:stand-in",
        title=ui.fit(t("Stand in"), ui.limits.FORM_TITLE),
        submit=t("Send"),
        fields=(day,),
    )
