"""What people see of being away: the form, the word for it, and who can be asked meanwhile."""

from collections.abc import Mapping, Sequence
from datetime import date
from zoneinfo import ZoneInfo

from bot import ui
from bot.core.away import Nobody
from bot.store.tables import Absence, Duty, Member, Network
from bot.ui import Block, Button, Controls, Day, Form, Message, Para, PersonPick, Text
from bot.views import duties
from bot.views.lists import called
from bot.views.notes import note
from bot.views.words import Words

_NAMES = 300


def first_day(network: Network, row: Absence) -> date:
    """The first day on which a person is there again."""
    return row.back_at.astimezone(ZoneInfo(network.zone)).date()


def form(
    t: Words, network: Network, *, plans: bool, until: str = "", problem: str | None = None
) -> Form:
    """Until when is somebody away, and what that means? `problem`: why what stands there already is
    no day. A coordinator reads where they say it of others.
    """
    about = [
        t("I ask nothing of you until then; what is planned goes on."),
        t("Everybody here sees who can be asked meanwhile.")
        if plans
        else t("The coordinators see it, nobody else."),
    ]
    return Form(
        action=f"network:{network.id}:away",
        title=t("Away"),
        submit=t("Send"),
        fields=(_until(t, until),),
        intro=" ".join([*([problem] if problem else []), *about]),
    )


def they_form(t: Words, network: Network) -> Form:
    """Who else is away, and until when?"""
    return Form(
        action=f"network:{network.id}:is-away",
        title=t("Away"),
        submit=t("Send"),
        fields=(PersonPick(key="who", label=t("Who is away?"), others=True), _until(t, "")),
    )


def _until(t: Words, until: str) -> Day:
    return Day(
        key="until",
        label=t("Away until which day?"),
        value=until,
        hint=t("On this day I begin to ask again."),
    )


def they_button(t: Words, network: Network) -> Button:
    """By it a coordinator says that somebody else is away."""
    return Button(t("Somebody else is away"), f"network:{network.id}:is-away")


def gone(
    t: Words, until: date, can_ask: Sequence[str] | None, network: Network, *, decides: bool
) -> Message:
    """The person is away. `can_ask`: for a coordinator, who does meanwhile what needs a person;
    who `decides` who may plan, can name somebody.
    """
    said = t.text(
        "You are away until **{day}**. I ask nothing of you until then; what is planned goes on.",
        day=t.day(until),
    )
    blocks: list[Block] = [Para(said)]
    if can_ask:
        names = ui.shorten(t.names(can_ask), _NAMES)
        blocks.append(Para(ui.words(t("What needs a person goes to {names}.", names=names))))
    if can_ask is not None and not can_ask:
        words = t("Nobody else may plan. I tell the channel, and somebody can offer to stand in.")
        blocks.append(Para(ui.words(words)))
    buttons = [Button(t("I'm back"), f"network:{network.id}:back")]
    if decides:
        name = t("Name a stand-in"), f"network:{network.id}:instead"
        buttons.insert(0, Button(*name) if can_ask else Button(*name, "primary"))
    return Message("", (*blocks, Controls(tuple(buttons))))


def they_are_gone(
    t: Words, name: str, until: date, network: Network, member: int, *, told: bool
) -> Message:
    """Somebody else is away, as a coordinator has just said; `told`: they may be written to."""
    said = t.text(
        "**{name}** is away until **{day}**. I ask nothing of them until then.",
        name=called(t, name),
        day=t.day(until),
    )
    how = (
        t("I tell them privately.")
        if told
        else t("I may not write to them privately: please tell them. Their /network shows it too.")
    )
    button = Button(t("They are back"), f"network:{network.id}:back:{member}")
    return Message("", (Para(said), Para(ui.words(how)), Controls((button,))))


def said_of_you(t: Words, network: Network, row: Absence) -> Message:
    """Somebody else has said that its reader is away."""
    said = t.text(
        "In **{network}** a coordinator has noted that you are away until **{day}**. "
        "I ask nothing of you until then.",
        network=network.name,
        day=t.day(first_day(network, row)),
    )
    return note(said, Button(t("I'm back"), f"network:{network.id}:back"))


def line(t: Words, network: Network, row: Absence, by: str | None = None) -> list[Block]:
    """On the page of somebody who is away: until when, who said so if it was somebody else, and the
    way back.
    """
    said = t.text("You are away until **{day}**.", day=t.day(first_day(network, row)))
    if by is not None and row.said_at is not None:
        on = row.said_at.astimezone(ZoneInfo(network.zone)).date()
        noted = t.text("**{name}** noted it on {day}.", name=called(t, by), day=t.day(on))
        said = (*said, ui.Span(" "), *noted)
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


def is_here(t: Words) -> Message:
    """Who says that they are back was not away."""
    return note(t("You are not away."), Button(t("Show it to me"), "network:0:home"))


def they_are_back(t: Words, name: str) -> Message:
    """A coordinator has said that somebody is back."""
    return note(t.text("**{name}** is back.", name=called(t, name)))


def coordinators(
    t: Words,
    network: Network,
    found: Sequence[Member],
    gone: Sequence[tuple[Absence, Member]],
    instead: Sequence[Duty] = (),
) -> list[str]:
    """The coordinators' names; of who is away, and of who stands in (`instead`), until when."""
    until: dict[int | None, date] = {row.member_id: first_day(network, row) for row, _ in gone}
    for_now = {row.member_id: duties.until(network, row) for row in instead if row.until}
    return [_until_when(t, one, until, for_now) for one in found if one.name]


def _until_when(
    t: Words, one: Member, gone: Mapping[int | None, date], for_now: Mapping[int | None, date]
) -> str:
    if one.id in gone:
        return t("{name} (away until {day})", name=one.name, day=t.day(gone[one.id]))
    if one.id in for_now:
        return t("{name} (until {day})", name=one.name, day=t.day(for_now[one.id]))
    return one.name


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


def nobody_is_here(
    t: Words, network: Network, found: Nobody, has_offered: Text | None = None
) -> list[Block]:
    """The same on a member's own page; who `has_offered` to stand in reads that instead of being
    asked.
    """
    day = t.day(found.until.astimezone(ZoneInfo(network.zone)).date())
    who = ui.shorten(t.names(found.names), _NAMES) if found.names else t("Our coordinators")
    if found.instead:
        names = ui.shorten(t.names(found.instead), _NAMES)
        said = t.text(
            "Until **{day}** please ask {names}. Away: {who}.", who=who, day=day, names=names
        )  # fmt: skip
        return [Para(said)]
    said = t.text(
        "Nobody is here to coordinate until **{day}**. Away: {who}. All that is planned goes on.",
        who=who, day=day,
    )  # fmt: skip
    if has_offered:
        return [Para(said), Para(has_offered)]
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
