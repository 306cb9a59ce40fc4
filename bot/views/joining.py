"""What people see of coming in by a code, and of inviting others."""

from collections.abc import Sequence

from bot import ui
from bot.core.joining import MOST, Way, spelled
from bot.store.register import keeping
from bot.store.tables import Meeting, Network
from bot.ui import (
    Block,
    Button,
    Choices,
    Controls,
    Form,
    Line,
    Message,
    Option,
    Para,
    Row,
    Small,
    Text,
)
from bot.views.meetings import line
from bot.views.notes import note
from bot.views.words import Words

NAME = 60
"""Characters in the name of somebody without an account."""
_AHEAD = 3


def unknown(t: Words) -> str:
    """No code, or one that works no more: the same words on purpose."""
    return t("I know no such code. Please look again, or ask for a new one.")


def _whose(t: Words, way: Way) -> Text:
    """Where a code leads, and who invites."""
    if way.inviter is not None and way.inviter.name:
        inviter, name = way.inviter.name, way.network.name
        return t.text("{inviter} invites you to **{name}**.", inviter=inviter, name=name)
    return t.text("This code leads to **{name}**.", name=way.network.name)


def _means(t: Words, way: Way) -> list[Text]:
    """What coming in means: what I do, and who sees what."""
    return [
        _whose(t, way),
        t.text(
            "I help **{name}** with its meetings. I post them; you answer with one click.",
            name=way.network.name,
        ),
        ui.words(t("People in your network see your answer and, unless you hide it, your name.")),
    ]


def _who(t: Words) -> Text:
    """Who speaks here."""
    return ui.words(t("I am Convenor, a program that helps people to meet."))


def card(t: Words, way: Way) -> Message:
    """Before somebody comes in by a code: what it means, and how they want it."""
    press = f"network:0:enter:{way.code}"
    ask = t("May I write to you privately? Then somebody can look out for you the first time.")
    return Message(
        "",
        (
            *map(Para, _means(t, way)),
            Para(ui.words(ask)),
            Controls(
                (
                    Button(t("Join, and write to me"), f"{press}:yes", "primary"),
                    Button(t("Join, do not write"), f"{press}:no"),
                    Button(t("What do you keep about me?"), "privacy:0:show"),
                )
            ),
            Small(_once_only(t)),
        ),
    )


def _once_only(t: Words) -> str:
    """Who has come by the page of a code is one person with their account by another way."""
    already = t(
        "Do you have a page of mine already? Then press “{button}” there instead.",
        button=t("I use Slack or Discord too"),
    )
    return f"{t('Nothing changes until you press a button.')} {already}"


def there_already(t: Words, network: Network) -> Message:
    """They are in it."""
    said = t.text("You are in **{name}**.", name=network.name)
    return note(said, Button(t("Go there"), f"network:{network.id}:pick", "primary"))


def entered(t: Words, way: Way, ahead: Sequence[Meeting], room: str = "") -> Message:
    """Somebody has come in; what is next, and in which `room` meetings are posted, if that is
    another one.
    """
    blocks: list[Block] = [Para(t.text("You are in **{name}**.", name=way.network.name))]
    if way.inviter is not None and way.inviter.name:
        blocks.append(Para(t.text("{name} invited you.", name=way.inviter.name)))
    if room:
        said = t("I post meetings in {room}. Please join that channel too.", room=f"#{room}")
        blocks.append(Para(ui.words(said)))
    if not ahead:
        blocks.append(Para(ui.words(t("No meeting is planned yet."))))
    blocks += [
        Row(line(t, one), Button(t("Answer"), f"rsvp:{one.id}:choose")) for one in ahead[:_AHEAD]
    ]
    blocks.append(Small(t("You may leave at any time: in your settings.")))
    return Message("", tuple(blocks))


def _typed(t: Words, code: str) -> str:
    """What is typed to join: in English, for that is understood from readers of any language."""
    return f"{t.command('network')} join {spelled(code)}"


def invitation(
    t: Words, network: Network, code: str, address: str, *, own: bool, plans: bool
) -> Message:
    """A code to give to others, the network's or one's `own`, with the `address` of its page where
    there are pages.
    """
    command = _typed(t, code)
    first = (
        t.text("Your invitation to **{name}**: **{code}**", name=network.name, code=spelled(code))
        if own
        else t.text("The code of **{name}**: **{code}**", name=network.name, code=spelled(code))
    )
    how = t.text(
        "Whoever types this to me can join, in any channel: **{command}**", command=command
    )
    blocks: list[Block] = [Para(first), Para(how)]
    if address:
        page = t("Without an account, or to look first, there is this page:")
        blocks.append(Para((ui.Span(f"{page} "), ui.Link(address, address))))
    if own:
        blocks.append(Small(t("The coordinators and who comes by it can see that you invited.")))
    else:
        blocks.append(Small(t("Put it on a wall, or into an e-mail. It works until you end it.")))
    press = f"network:{network.id}"
    ways = [
        Button(t("Make a new one"), f"{press}:invite-new"),
        Button(t("End this code"), f"{press}:invite-end", "danger"),
    ]
    if plans:
        ways.append(Button(t("Who is new"), f"{press}:newcomers"))
    return Message("", (*blocks, Controls(tuple(ways))))


def home_line(t: Words, network: Network, *, own: bool) -> Row:
    """The line on a coordinator's own page while so many come that the code's page is closed. Where
    the network has no code of its `own`, its button makes none.
    """
    said = t(
        "{n} people have joined by the code within an hour. For now its page lets nobody else in.",
        n=MOST,
    )
    press = f"network:{network.id}"
    way = (t("The code"), f"{press}:invite") if own else (t("Who is new"), f"{press}:newcomers")
    return Row(ui.words(said), Button(*way, "primary"))


def ended(t: Words, network: Network) -> Message:
    """A code works no more."""
    said = t("It is done: nobody can join by that code any more.")
    return note(said, Button(t("Make a new one"), f"network:{network.id}:invite-new"))


def page(t: Words, way: Way) -> Form:
    """The page of a code: what the network is, what coming in means, a name and a word."""
    said = "\n".join(map(ui.plain, (_who(t), *_means(t, way))))
    kept = t(
        "I keep your name until you erase it, your answers for {months} months, and at which"
        " meetings you were for {more}.",
        months=keeping.ANSWERS, more=keeping.SAID,
    )  # fmt: skip
    leave = t("You can have everything about you erased at any time.")
    again = t("Have you joined already? Then open your own page again instead.")
    return Form(
        action="join",
        title=ui.fit(t("Join the network"), ui.limits.FORM_TITLE),
        submit=t("Join"),
        intro=f"{said}\n{kept} {leave}\n{again}",
        fields=(
            Line(
                key="name", label=t("What is your name?"), most=NAME, hint=t("First name is enough")
            ),
            Choices(
                key="agreed",
                label=t("Do you agree?"),
                options=(Option("yes", t("Yes, I want to join")),),
            ),
        ),
    )


def came(t: Words, way: Way, name: str, address: str) -> Message:
    """Somebody without an account has come in: their own page, and how to come by chat."""
    own = t(
        "This is your own page, for answers and notes. Keep its address, and show it to nobody:"
    )
    chat = t.text(
        "Are you in the same Slack or Discord as the others? Press **{button}** on your page.",
        button=t("I use Slack or Discord too"),
    )
    return Message(
        ui.fit(t("Welcome, {name}!", name=ui.typed(name)), ui.limits.TITLE),
        (
            Para(t.text("You are in **{name}**.", name=way.network.name)),
            Para(ui.words(own)),
            Para((ui.Link(address, address),)),
            Para(chat),
        ),
    )
