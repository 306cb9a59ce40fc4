"""What people see of a network: its first words, its settings, each person's home."""

from collections.abc import Sequence

from bot import ui
from bot.store.tables import Meeting, Member, Network, Place, Rsvp
from bot.ui import Block, Button, Controls, Message, Para, Row, Rule, Small
from bot.views.answers import your_answer
from bot.views.linking import link_button
from bot.views.meetings import line
from bot.views.profiles import for_coordinators, my_profile
from bot.views.terms import nothing_known
from bot.views.words import Words

OWN_NAMES = {"en": "English", "de": "Deutsch", "fr": "Français", "it": "Italiano", "fi": "Suomi"}


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
    ways: Sequence[Button] = (),
    at_school: bool = False,
    nobody_of: Sequence[str] = (),
    platforms: Sequence[Block] = (),
) -> Message:
    """What a person can set for themselves. `closed`: their inbox did not take our last message;
    `others` are a coordinator's fellows, else None; `no_terms`: the network has entered none;
    `ways` are what else they can set; `at_school`: one of theirs is known; `nobody_of`: the schools
    that nobody is of any more; `platforms` says where they are, if on more than one.
    """
    told = {
        True: t("I may write to you privately."),
        False: t("I do not write to you privately."),
        None: t("You have not said whether I may write to you privately."),
    }
    blocks: list[Block] = [Para(ui.words(told[private])), private_buttons(t, network)]
    if others is None:
        blocks += [*platforms, *_own(t, network, ways, at_school=at_school)]
    else:
        more = Button(t("More about me"), f"network:{network.id}:me")
        blocks.append(Controls((my_profile(t, network), _my_data(t), more)))
    if private and closed:
        said = t("My last message to you did not get through. Once it can, press Yes again.")
        blocks.insert(1, Para(ui.words(said)))
    if others is not None:
        blocks += [Rule(), *_for_coordinators(t, network, others)]
        if no_terms:
            blocks.append(Para(ui.words(nothing_known(t))))
        if nobody_of:
            schools = ui.shorten(t.names(nobody_of), 300)
            blocks.append(Para(t.text("**Schools with nobody now:** {schools}", schools=schools)))
    return Message(ui.fit(t("Settings: {name}", name=network.name), ui.limits.TITLE), tuple(blocks))


def about_me(
    t: Words,
    network: Network,
    platforms: Sequence[Block],
    ways: Sequence[Button],
    *,
    at_school: bool,
) -> Message:
    """What else a coordinator can set for themselves, beside what they set for the network."""
    own = _own(t, network, ways, at_school=at_school)
    return Message(t("About me"), (*platforms, *own))


def _my_data(t: Words) -> Button:
    return Button(t("My data"), "privacy:0:show")


def _own(t: Words, network: Network, ways: Sequence[Button], *, at_school: bool) -> list[Controls]:
    """What else concerns the person alone."""
    left = Button(t("I have left my school"), f"network:{network.id}:left-school")
    return _in_rows(
        my_profile(t, network),
        link_button(t, network),
        _my_data(t),
        Button(t("What others see of me"), f"network:{network.id}:share"),
        Button(t("Who can help?"), f"network:{network.id}:people"),
        *ways,
        Button(t("I am away"), f"network:{network.id}:away"),
        *((left,) if at_school else ()),
        Button(t("Leave this network"), f"network:{network.id}:leave"),
    )


def _in_rows(*buttons: Button) -> list[Controls]:
    """Buttons in as many rows as they need."""
    most = ui.limits.BUTTONS
    return [Controls(buttons[at : at + most]) for at in range(0, len(buttons), most)]


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
        *_in_rows(
            Button(t("Name a deputy"), f"network:{network.id}:deputy"),
            Button(t("Bring people in"), f"network:{network.id}:import"),
            Button(t("Name, language, clocks"), f"network:{network.id}:change"),
            Button(t("Terms and holidays"), f"network:{network.id}:terms"),
            Button(t("What the network knows"), f"network:{network.id}:hand-over"),
            Button(t("A channel on another platform"), f"network:{network.id}:channel"),
            *for_coordinators(t, network),
        ),
    ]


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
    blocks += [_next(t, meeting, mine.get(meeting.id or 0)) for meeting in meetings[:3]]
    blocks.append(_ways(t, network, plans=plans, listed=listed))
    if coordinators:
        names = ui.shorten(t.names(coordinators), 300)
        blocks.append(Small(t("Coordinators: {names}", names=names)))
    if others:
        blocks += [Rule(), Para(ui.words(t("You are also in:")))]
        blocks += [
            Row(ui.words(ui.typed(other.name)), Button(t("Go there"), f"network:{other.id}:pick"))
            for other in others[: 2 if first else 4]
        ]
    return Message(ui.typed(network.name), tuple(blocks))


def _next(t: Words, meeting: Meeting, answer: Rsvp | None) -> Row:
    label = t("Change my answer") if answer else t("Answer")
    text = (*line(t, meeting), ui.Span("\n"), *your_answer(t, answer))
    return Row(text, Button(label, f"rsvp:{meeting.id}:choose"))


def _ways(t: Words, network: Network, *, plans: bool, listed: bool) -> Controls:
    """The ways on from a person's own page."""
    buttons = [Button(t("All meetings"), f"meeting:0:coming:{network.id}")]
    if plans:
        buttons.append(Button(t("Plan a meeting"), f"meeting:0:plan:{network.id}", "primary"))
    if not listed:
        buttons.append(Button(t("Join"), f"network:{network.id}:join", "primary"))
    settings = Button(t("Settings"), f"network:{network.id}:settings")
    return Controls((*buttons, settings, Button(t("Help"), "network:0:help")))


def which(t: Words, networks: Sequence[Network], draft: int) -> Message:
    """The person is in several networks: which is meant? The choice holds until tomorrow."""
    rows = tuple(
        Row(ui.words(ui.typed(n.name)), Button(t("This one"), f"network:{n.id}:pick:{draft}"))
        for n in networks[:8]
    )
    return Message(
        "", (Para(ui.words(t("Which network do you mean? I remember it until tomorrow."))), *rows)
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
