"""What people see of a network: its set-up, its first words, each person's home."""

from collections.abc import Sequence

from bot import ui
from bot.i18n import LANGUAGES
from bot.store.tables import Meeting, Member, Network, Place, Rsvp
from bot.ui import (
    Block,
    Button,
    Choice,
    Controls,
    Form,
    Line,
    Message,
    Option,
    Para,
    PersonPick,
    Row,
    Rule,
    Small,
)
from bot.views import meetings as meeting_views
from bot.views.notes import note
from bot.views.terms import nothing_known
from bot.views.words import Words

OWN_NAMES = {"en": "English", "de": "Deutsch", "fr": "Français", "it": "Italiano", "fi": "Suomi"}
CAPITALS = {
    "en": "Europe/London",
    "de": "Europe/Berlin",
    "fr": "Europe/Paris",
    "it": "Europe/Rome",
    "fi": "Europe/Helsinki",
}
"""Where a platform tells no zone: the one to confirm."""
NAME = 60


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


def tells(t: Words, people: int, place: Place) -> str:
    """To how many people something goes, before it does; where a platform lists nobody, who has
    joined.
    """
    room = f"#{place.room}" if place.room else t("this channel")
    if place.listed_at is not None:
        return t.n(
            "This tells {n} person in {room}.",
            "This tells {n} people in {room}.",
            n=people,
            room=room,
        )
    if people < 2:  # noqa: PLR2004 -- nobody but who asks
        return t("This tells everybody in {room}.", room=room)
    return t.n(
        "This tells everybody in {room}; {n} person has joined.",
        "This tells everybody in {room}; {n} people have joined.",
        n=people,
        room=room,
    )


def step_introduced(t: Words, network: Network) -> tuple[Block, ...]:
    """The introduction waits; it can be sent at once or undone."""
    return (
        Para(ui.words(t("I will introduce myself in 30 seconds."))),
        Controls(
            (
                Button(t("Send now"), f"network:{network.id}:send", "primary"),
                Button(t("Undo"), f"network:{network.id}:undo"),
            )
        ),
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
                Button(t("Name a deputy"), f"network:{network.id}:deputy", "primary"),
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


def ask_private(t: Words) -> str:
    """The question about private messages."""
    return t("May I write to you privately when a meeting that you said yes to changes?")


def private_buttons(t: Words, network: Network, then: str = "") -> Controls:
    """Yes or no to private messages; `then` leads on to the next step of the set-up."""
    return Controls(
        (
            Button(t("Yes, write to me"), f"network:{network.id}:private:yes{then}"),
            Button(t("No, thank you"), f"network:{network.id}:private:no{then}"),
        )
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


def deputy_form(t: Words, network: Network) -> Form:
    """Who shall be able to plan as well?"""
    return Form(
        action=f"network:{network.id}:deputy",
        title=t("Name a deputy"),
        submit=t("Make them deputy"),
        fields=(
            PersonPick(
                key="who",
                label=t("Who may plan as well?"),
                hint=t("They can do all that you can in this network."),
            ),
        ),
    )


def hello(t: Words, network: Network) -> Message:
    """The bot's own introduction in the channel."""
    return Message(
        t("Hello from Convenor"),
        (
            Para(
                t.text(
                    "I help **{name}** with its meetings. I post them; you answer with one click.",
                    name=network.name,
                )
            ),
            Para(ui.words(t("Press Join to say how I may reach you. You may leave at any time."))),
            Controls(
                (
                    Button(t("Join"), f"network:{network.id}:join", "primary"),
                    Button(t("Leave me out"), f"network:{network.id}:leave"),
                    Button(t("What do you keep about me?"), "privacy:0:show"),
                )
            ),
            Small(t("Everybody here can see who is coming; you can hide your name.")),
        ),
    )


def joined(t: Words, network: Network) -> Message:
    """The person is on the list; may they be written to privately?"""
    text = t.text("You are in **{name}**.", name=network.name)
    return Message("", (Para(text), Para(ui.words(ask_private(t))), private_buttons(t, network)))


def settings(
    t: Words,
    network: Network,
    *,
    private: bool | None,
    closed: bool,
    others: Sequence[Member] | None,
    no_terms: bool = False,
) -> Message:
    """What a person can set for themselves. `closed`: their inbox did not take our last message;
    `others` are a coordinator's fellows, else None; `no_terms`: the network has entered none.
    """
    told = {
        True: t("I may write to you privately."),
        False: t("I do not write to you privately."),
        None: t("You have not said whether I may write to you privately."),
    }
    blocks: list[Block] = [
        Para(ui.words(told[private])),
        private_buttons(t, network),
        Controls(
            (
                Button(t("My data"), "privacy:0:show"),
                Button(t("Leave this network"), f"network:{network.id}:leave"),
            )
        ),
    ]
    if private and closed:
        said = t("My last message to you did not get through. Once it can, press Yes again.")
        blocks.insert(1, Para(ui.words(said)))
    if others is not None:
        blocks += [Rule(), *_for_coordinators(t, network, others)]
        if no_terms:
            blocks.append(Para(ui.words(nothing_known(t))))
    return Message(ui.fit(t("Settings: {name}", name=network.name), ui.limits.TITLE), tuple(blocks))


def _for_coordinators(t: Words, network: Network, others: Sequence[Member]) -> list[Block]:
    rows: list[Block] = [
        Row(
            t.text("{name} may plan as well.", name=other.name or t("Your deputy")),
            Button(t("Take that back"), f"network:{network.id}:dismiss:{other.id}"),
        )
        for other in others[:5]
    ]
    return [
        *rows,
        Controls(
            (
                Button(t("Name a deputy"), f"network:{network.id}:deputy"),
                Button(t("Name, language, clocks"), f"network:{network.id}:change"),
                Button(t("Terms and holidays"), f"network:{network.id}:terms"),
            )
        ),
    ]


def deputy_named(t: Words, network: Network, member: Member) -> tuple[Block, ...]:
    """Somebody may plan now; it can be taken back."""
    done = t.text(
        "**{name}** may plan meetings now, as you may.", name=member.name or t("Your deputy")
    )
    undo = Button(t("Take that back"), f"network:{network.id}:dismiss:{member.id}")
    return (Para(done), Controls((undo,)))


def home(
    t: Words,
    network: Network,
    meetings: Sequence[Meeting],
    mine: dict[int, Rsvp],
    *,
    others: Sequence[Network],
    coordinators: Sequence[str],
    plans: bool,
    listed: bool,
    first: Sequence[Block] = (),
) -> Message:
    """Each person's own page: what comes `first`, what is next with their answer, and a way to
    everything else.
    """
    blocks: list[Block] = [*first]
    if not meetings:
        blocks.append(Para(ui.words(t("No meeting is planned yet."))))
    for meeting in meetings[:3]:
        answer = mine.get(meeting.id or 0)
        label = t("Change my answer") if answer else t("Answer")
        text = (
            *meeting_views.line(t, meeting),
            ui.Span("\n"),
            *meeting_views.your_answer(t, answer),
        )
        blocks.append(Row(text, Button(label, f"rsvp:{meeting.id}:choose")))
    buttons = [Button(t("All meetings"), f"meeting:0:coming:{network.id}")]
    if plans:
        buttons.append(Button(t("Plan a meeting"), f"meeting:0:plan:{network.id}", "primary"))
    if not listed:
        buttons.append(Button(t("Join"), f"network:{network.id}:join", "primary"))
    buttons += [
        Button(t("Settings"), f"network:{network.id}:settings"),
        Button(t("Help"), "network:0:help"),
    ]
    blocks.append(Controls(tuple(buttons)))
    if coordinators:
        blocks.append(
            Small(t("Coordinators: {names}", names=ui.shorten(t.names(coordinators), 300)))
        )
    if others:
        blocks += [Rule(), Para(ui.words(t("You are also in:")))]
        blocks += [
            Row(ui.words(ui.typed(other.name)), Button(t("Go there"), f"network:{other.id}:pick"))
            for other in others[: 2 if first else 4]
        ]
    return Message(ui.typed(network.name), tuple(blocks))


def which(t: Words, networks: Sequence[Network], draft: int) -> Message:
    """The person is in several networks: which is meant? The choice holds until tomorrow."""
    rows = tuple(
        Row(ui.words(ui.typed(n.name)), Button(t("This one"), f"network:{n.id}:pick:{draft}"))
        for n in networks[:8]
    )
    return Message(
        "", (Para(ui.words(t("Which network do you mean? I remember it until tomorrow."))), *rows)
    )


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


def help_page(t: Words, commands: Sequence[tuple[str, str]]) -> Message:
    """What can be typed, a line each; everything has a button too."""
    blocks = [
        Para(t.text("**{usage}**: {what}", usage=usage, what=what)) for usage, what in commands
    ]
    return Message(
        t("What you can type"),
        (
            *blocks,
            Small(t("You never need to type more than /network: it has a button for everything.")),
        ),
    )
