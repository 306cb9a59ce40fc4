"""What people see when a network is set up or changed: its forms, and the steps that follow."""

from bot import ui
from bot.i18n import LANGUAGES
from bot.store.tables import Network, Place
from bot.ui import Block, Button, Choice, Controls, Form, Line, Message, Option, Para, PersonPick
from bot.views.networks import OWN_NAMES, ask_private, private_buttons, tells
from bot.views.notes import note, send_or_undo
from bot.views.words import Words

CAPITALS = {
    "en": "Europe/London",
    "de": "Europe/Berlin",
    "fr": "Europe/Paris",
    "it": "Europe/Rome",
    "fi": "Europe/Helsinki",
}
"""Where a platform tells no zone: the one to confirm."""
NAME = 60
NEXT = "next"
"""Behind the naming of a deputy: the set-up goes on after it."""


def set_up_form(t: Words, *, name: str, language: str, zone: str, code: str = "") -> Form:
    """The first step of the set-up, and the only one that is needed."""
    return Form(
        action=f"network:0:set-up:{code}" if code else "network:0:set-up",
        title=ui.fit(t("Set up your network"), ui.limits.FORM_TITLE),
        submit=t("Begin"),
        intro=t("This begins your network in this channel. Nothing is posted until you say so."),
        fields=_basics(t, name, language, zone),
    )


def change_form(t: Words, network: Network) -> Form:
    """The same, for a network that is there."""
    return Form(
        action=f"network:{network.id}:change",
        title=ui.fit(t("Change your network"), ui.limits.FORM_TITLE),
        submit=t("Change"),
        fields=_basics(t, network.name, network.language, t.city(network.zone)),
    )


def _basics(t: Words, name: str, language: str, zone: str) -> tuple[Line | Choice, ...]:
    return (
        Line(
            key="name",
            label=t("What is your network called?"),
            value=name,
            most=NAME,
            example=t("Northshire STEM teachers"),
        ),
        Choice(
            key="language",
            label=t("Which language shall I write in?"),
            value=language,
            options=tuple(Option(code, OWN_NAMES[code]) for code in LANGUAGES),
        ),
        Line(
            key="zone",
            label=ui.fit(t("Which city's clocks do you live by?"), ui.limits.LABEL),
            value=zone,
            most=60,
            example=t.city(CAPITALS[t.language if t.language in CAPITALS else "en"]),
            hint=t("A big city in your time zone, such as London"),
        ),
    )


def step_introduce(t: Words, network: Network, people: int, place: Place) -> Message:
    """Second step: may I introduce myself?"""
    return Message(
        t("{name} is ready", name=network.name),
        (
            Para(ui.words(t("You can plan meetings from now on. Four small things help."))),
            Para(
                t.text(
                    "**1.** Shall I introduce myself in the channel? {tells}",
                    tells=tells(t, people, place),
                )
            ),
            Controls(
                (
                    Button(t("Introduce yourself"), f"network:{network.id}:introduce", "primary"),
                    Button(t("Not now"), f"network:{network.id}:skip:2"),
                )
            ),
        ),
    )


def step_introduced(t: Words, network: Network) -> tuple[Block, ...]:
    """The introduction waits; it can be sent at once or undone."""
    return (
        Para(ui.words(t("I will introduce myself in 30 seconds."))),
        Controls(send_or_undo(t, f"network:{network.id}:send", f"network:{network.id}:undo")),
    )


def step_deputy(t: Words, network: Network) -> tuple[Block, ...]:
    """Third step: who else may plan?"""
    return (
        Para(
            t.text(
                "**2.** Who else may plan meetings? A deputy keeps things going when you are away."
            )
        ),
        Controls(
            (
                Button(t("Name a deputy"), f"network:{network.id}:deputy:{NEXT}", "primary"),
                Button(t("Skip"), f"network:{network.id}:skip:3"),
            )
        ),
    )


def step_private(t: Words, network: Network) -> tuple[Block, ...]:
    """Fourth step: may I write to you privately?"""
    return (
        Para(t.text("**3.** {ask}", ask=ask_private(t))),
        private_buttons(t, network, then="-and-plan"),
    )


def step_plan(t: Words, network: Network) -> tuple[Block, ...]:
    """Last step: the first meeting."""
    return (
        Para(
            t.text(
                "**4.** Plan your first meeting now, or whenever you like: type {command}.",
                command=f"{t.command('meeting')} {t.p('verb', 'plan')}",
            )
        ),
        Controls((Button(t("Plan a meeting"), f"meeting:0:plan:{network.id}", "primary"),)),
    )


def deputy_form(
    t: Words, network: Network, then: str = "", among: tuple[str, ...] | None = None
) -> Form:
    """Who of these (`among`) shall be able to plan as well? `then` says that the set-up goes on."""
    return Form(
        action=f"network:{network.id}:deputy:{then}" if then else f"network:{network.id}:deputy",
        title=t("Name a deputy"),
        submit=ui.fit(t("Ask them"), ui.limits.SUBMIT),
        fields=(
            PersonPick(
                key="who",
                others=True,
                among=among,
                label=t("Who may plan as well?"),
                hint=t("They are asked. Once they say yes, they can do all that you can."),
            ),
        ),
    )


def deputy_already(t: Words, network: Network, name: str, member: int) -> tuple[Block, ...]:
    """Who was picked may plan already; it can be taken back."""
    said = t.text("**{name}** may plan already, as you may.", name=name or t("Your deputy"))
    undo = Button(t("Take that back"), f"network:{network.id}:dismiss:{member}")
    return (Para(said), Controls((undo,)))


def there_already(t: Words, network: Network) -> Message:
    """A channel has one network."""
    return note(
        t.text("**{name}** is in this channel already.", name=network.name),
        Button(t("Show it to me"), "network:0:home", "primary"),
    )


def no_network(t: Words, *, may_begin: bool) -> Message:
    """Nobody has begun a network here."""
    if may_begin:
        return note(
            t("There is no network in this channel yet. Shall we begin one?"),
            Button(t("Set up a network"), "network:0:set-up", "primary"),
        )
    return note(
        t(
            "There is no network in this channel yet. An administrator can begin one here. "
            "So can you, with the code that Convenor prints when it starts: type {command}.",
            command=f"{t.command('network')} {t.p('verb', 'set-up')} CODE",
        )
    )
