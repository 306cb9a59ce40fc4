"""What people see of a network: its first words, its settings, each person's home."""

from collections.abc import Sequence

from bot import ui
from bot.store.tables import Duty, Meeting, Network, Place, Rsvp
from bot.ui import Block, Button, Controls, Message, Para, Row, Rule, Small
from bot.views.answers import your_answer
from bot.views.duties import is_waiting
from bot.views.meetings import line
from bot.views.notes import note
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


def may_write(t: Words, private: bool | None) -> str:
    """Whether private messages may come, as it stands."""
    if private is None:
        return t("You have not said whether I may write to you privately.")
    return t("I may write to you privately.") if private else t("I do not write to you privately.")


STAYS = "-set"
"""Behind an answer about private messages: the settings stay."""


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


def joined(
    t: Words, network: Network, private: bool | None = None, *, is_typed: bool = False
) -> Message:
    """The person is on the list; may they be written to privately? Who has come back, and said so
    before (`private`), reads what stands; who has typed it (`is_typed`), what a code is for.
    """
    text = t.text("You are in **{name}**.", name=network.name)
    if private is not None:
        ways = (
            Button(t("Show it to me"), "network:0:home", "primary"),
            Button(t("Settings"), f"network:{network.id}:settings"),
        )
        return Message("", (Para(text), Para(ui.words(may_write(t, private))), Controls(ways)))
    blocks: list[Block] = [Para(text), Para(ui.words(ask_private(t))), private_buttons(t, network)]
    if is_typed:
        command = f"{t.command('network')} {t.p('verb', 'join')}"
        code = t("With a code you come into another network: type it behind {command}.",
                 command=command)  # fmt: skip
        blocks.append(Small(code))
    return Message("", tuple(blocks))


def only_coordinator(t: Words, network: Network, waiting: Sequence[tuple[Duty, str]]) -> Message:
    """Who alone may plan cannot leave before somebody else may; who is asked already, is named."""
    words = t("You are the only coordinator here. Please name a deputy first.")
    said = [is_waiting(t, network, row, name) for row, name in waiting[:3]]
    name = Button(t("Name a deputy"), f"network:{network.id}:deputy", "primary")
    return Message("", (Para(ui.words(words)), *(Para(one) for one in said), Controls((name,))))


def leave(t: Words, network: Network, answers: int = 0, leads: int = 0) -> Message:
    """Do they want to leave? What goes then: `answers` to what is to come, and items they lead."""
    goes = []
    if answers:
        goes.append(
            t.n(
                "Your answer to {n} meeting to come is then taken back.",
                "Your answers to {n} meetings to come are then taken back.",
                n=answers,
            )
        )
    if leads:
        goes.append(
            t.n(
                "Then nobody leads the {n} agenda item that is yours.",
                "Then nobody leads the {n} agenda items that are yours.",
                n=leads,
            )
        )
    goes.append(t("I write to you no more. You can come back at any time."))
    ways = (
        Button(t("Yes, leave"), f"network:{network.id}:leave-now", "danger"),
        Button(t("No, stay"), "network:0:home"),
    )
    asked = t.text("Do you want to leave **{name}**?", name=network.name)
    return Message("", (Para(asked), Para(ui.words(" ".join(goes))), Controls(ways)))


def left(
    t: Words, network: Network, answers: int = 0, leads: int = 0, *, was_away: bool = False
) -> Message:
    """The person is off the list, and what went with them; one press and they are on it again."""
    parts = [t("You are off the list. Type /network if you want to come back.")]
    if answers:
        parts.append(
            t.n(
                "Your answer to {n} meeting is taken back.",
                "Your answers to {n} meetings are taken back.",
                n=answers,
            )
        )
    if leads:
        parts.append(
            t.n(
                "Nobody leads the {n} agenda item that was yours.",
                "Nobody leads the {n} agenda items that were yours.",
                n=leads,
            )
        )
    if was_away:
        parts.append(t("That you are away is not noted any more."))
    said = " ".join(parts)
    return note(said, Button(t("Come back"), f"network:{network.id}:join"))


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
    left: bool = False,
    first: Sequence[Block] = (),
    is_on: bool = False,
) -> Message:
    """Each person's own page: what comes `first`, what is next with their answer, and a way to
    everything else. Who has `left` is asked for no answer; `is_on`: a meeting is on just now.
    """
    blocks: list[Block] = [*first]
    if left:
        blocks.append(Para(ui.words(t("You are off the list of this network."))))
    if not meetings:
        none = t("Nothing else is planned.") if is_on else t("No meeting is planned yet.")
        blocks.append(Para(ui.words(none)))
    if left:
        blocks += [Para(line(t, meeting)) for meeting in meetings[:3]]
    else:
        blocks += [_next(t, meeting, mine.get(meeting.id or 0)) for meeting in meetings[:3]]
    blocks.append(_ways(t, network, plans=plans, listed=listed, left=left))
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


def _ways(t: Words, network: Network, *, plans: bool, listed: bool, left: bool) -> Controls:
    """The ways on from a person's own page."""
    buttons = [Button(t("All meetings"), f"meeting:0:coming:{network.id}")]
    if plans:
        buttons.append(Button(t("Plan a meeting"), f"meeting:0:plan:{network.id}", "primary"))
    if not listed:
        label = t("Come back") if left else t("Join")
        buttons.append(Button(label, f"network:{network.id}:join", "primary"))
    if not left:
        buttons.append(Button(t("Kits and help"), f"request:0:mine:{network.id}"))
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
