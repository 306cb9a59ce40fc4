"""What people see of linking two platforms: a code, who would become one, and where they are."""

from collections.abc import Sequence

from bot import ui
from bot.store.tables import Identity, Network
from bot.ui import Block, Button, Controls, Message, Para, Small
from bot.views.notes import note
from bot.views.words import Words


def platform(name: str) -> str:
    """A platform as people call it."""
    return name.capitalize()


def code(t: Words, shown: str, *, on_page: bool = False) -> Message:
    """The code to type on the other platform; who has come by a page has none yet (`on_page`)."""
    typed = f"/network link {shown}"
    where = (
        t.text("Type this in your Slack or Discord: **{command}**", command=typed)
        if on_page
        else t.text("Type this on your other platform: **{command}**", command=typed)
    )
    return Message(
        t("Your code"),
        (
            Para(where),
            Small(t("It works once, for 15 minutes. Show it to nobody else.")),
        ),
    )


def one_person(t: Words, name: str, on: str, shown: str) -> Message:
    """Who would become one: asked before it is done. Who has come by a link is on no platform."""
    who = name or t("Somebody")
    words = (
        t.text(
            "This makes **{name}**, who has a page of their own, and you here one person.", name=who
        )
        if on == "web"
        else t.text(
            "This makes **{name}** on {platform} and you here one person.",
            name=who,
            platform=platform(on),
        )
    )
    warning = (
        t("Only do this if that page is yours. It then stays yours for good.")
        if on == "web"
        else t("Only do this if both accounts are yours: what one of them may see, both may see.")
    )
    return Message(
        "",
        (
            Para(words),
            Para(ui.words(warning)),
            Controls(
                (
                    Button(t("Yes, both are me"), f"network:0:one-person:{shown}", "primary"),
                    Button(t("Not now"), "network:0:home"),
                )
            ),
        ),
    )


def linked(t: Words, accounts: Sequence[Identity], here: Identity, written_to: str) -> Message:
    """It is done; and where they are written to."""
    done = t("You are one person now: counted once, and asked once.")
    return Message("", (Para(ui.words(done)), *where(t, accounts, here, written_to)))


def where(
    t: Words, accounts: Sequence[Identity], here: Identity, written_to: str
) -> tuple[Block, ...]:
    """On which platforms a person is, where they are written to, and how to part them again."""
    other = next((account for account in accounts if account.id != here.id), None)
    if other is None:
        return ()
    also = t("You are also on {platform}.", platform=platform(other.platform))
    said = t("When I write to you, I do so on {platform}.", platform=platform(written_to))
    names = dict.fromkeys(account.platform for account in accounts)
    ways = [
        Button(t("Write to me on {platform}", platform=platform(name)), f"network:0:prefer:{name}")
        for name in names
        if name != written_to
    ]
    separate = Button(t("Separate them"), f"network:0:unlink:{other.id}")
    return (Para(ui.words(f"{also} {said}")), Controls((*ways, separate)))


def link_button(t: Words, network: Network) -> Button:
    """The way to a code."""
    return Button(t("Link my other platform"), f"network:{network.id}:link")


def prefers(t: Words, name: str) -> Message:
    """Where they are written to from now on."""
    return note(t("From now on I write to you on {platform}.", platform=platform(name)))


def only_one(t: Words, *, has_page: bool = False) -> Message:
    """There is nothing to separate; a page without an account stays with who said it is theirs."""
    if has_page:
        return note(t("The page that you linked is yours for good; it cannot be separated."))
    return note(t("For me you are on one platform only, so there is nothing to separate."))


def only_here(t: Words, gone: Identity) -> Message:
    """Their other account has gone from its platform: there is nobody to separate from."""
    said = t(
        "Your account on {platform} is not there any more, so there is nothing to separate.",
        platform=platform(gone.platform),
    )
    return note(said)


def sure(t: Words, other: Identity) -> Message:
    """What parting them does, before it is done."""
    on = platform(other.platform)
    return note(
        t(
            "Your account on {platform} becomes a person of its own again. "
            "All that you have said so far stays with you here.",
            platform=on,
        ),
        Button(t("Yes, separate them"), f"network:0:unlink-now:{other.id}", "danger"),
        Button(t("No, leave it so"), "network:0:home"),
    )


def parted(t: Words, name: str) -> Message:
    """It is done."""
    on = platform(name)
    return note(t("Done. Here and on {platform} you are two people for me again.", platform=on))


def channel_code(t: Words, network: Network, shown: str) -> Message:
    """The code by which a channel elsewhere becomes one of the network's."""
    typed = f"/network set-up {shown}"
    return Message(
        t("A channel on another platform"),
        (
            Para(
                t.text(
                    "Type {command} in that channel. **{name}** is then there too.",
                    command=typed,
                    name=network.name,
                )
            ),
            Small(t("It works once, for 15 minutes.")),
        ),
    )


def channel(t: Words, name: str, shown: str) -> Message:
    """A channel would become one of the network's: asked before it is done."""
    return note(
        t.text(
            "This channel becomes one of **{name}**: I say hello here, "
            "and post its meetings from now on.",
            name=name,
        ),
        Button(t("Yes, do that"), f"network:0:settle:{shown}", "primary"),
        Button(t("Not now"), "network:0:help"),
    )


def settled(t: Words, name: str) -> Message:
    """The channel is one of the network's."""
    return note(
        t.text("**{name}** is in this channel too now. People here press Join.", name=name),
        Button(t("Show it to me"), "network:0:home", "primary"),
    )


def wrong(t: Words) -> Message:
    """No such code."""
    return note(t("That is no code of mine, or it is over. Please ask for a new one."))


def too_many(t: Words) -> Message:
    """Too many wrong codes."""
    return note(t("Those were too many wrong codes. Please try again in an hour."))


def same(t: Words) -> Message:
    """Typed where it was shown."""
    return note(t("Type this code on your other platform: here I know you already."))
