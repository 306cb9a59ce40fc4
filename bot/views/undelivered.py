"""What did not arrive, for the coordinators: what is known of it, and what can be done."""

from collections.abc import Sequence

from bot import ui
from bot.core.undelivered import Item
from bot.store.tables import Network
from bot.ui import Block, Button, Controls, Message, Para, Row, Text
from bot.views.lists import more
from bot.views.notes import note
from bot.views.words import Words

MOST = 4
"""How many of a kind are shown with buttons of their own."""
ABSENT = frozenset(("not_in_channel", "channel_not_found", "50001", "50013", "10003"))
"""What the platforms call it when a bot is not in a channel, or may not write there."""


def home_line(t: Words, network: Network, count: int) -> Row:
    """The line on a coordinator's own page."""
    said = t.n(
        "{n} message did not arrive as it should.",
        "{n} messages did not arrive as they should.",
        n=count,
    )
    button = Button(t("Have a look"), f"network:{network.id}:undelivered", "primary")
    return Row(ui.words(said), button)


def page(t: Words, network: Network, items: Sequence[Item], count: int) -> Message:
    """All of it: what may have arrived, what could not be posted, and what came too late."""
    blocks: list[Block] = []
    shown = 0
    for state, blocks_of in (("unconfirmed", _in_doubt), ("failed", _refused)):
        for item in [item for item in items if item.row.state == state][:MOST]:
            blocks += blocks_of(t, network, item)
            shown += 1
    if late := [item for item in items if item.row.state == "expired"]:
        blocks.append(Para(_too_late(t, network, late)))
        shown += len(late)
    if not blocks:
        return note(t("Everything has arrived."))
    blocks += map(Para, more(t, count - shown))
    if any(item.row.state != "unconfirmed" for item in items):
        button = Button(t("Put the rest away"), f"network:{network.id}:let-go")
        blocks.append(Controls((button,)))
    return Message(t("What did not arrive"), tuple(blocks))


def _in_doubt(t: Words, network: Network, item: Item) -> tuple[Block, ...]:
    said = t.text(
        "{what}: I do not know whether this arrived. Is it there?", what=what(t, network, item)
    )
    row = item.row.id
    return (
        Para(said),
        Controls(
            (
                Button(t("It is there"), f"network:{network.id}:there:{row}"),
                Button(t("Send it again"), f"network:{network.id}:try-again:{row}"),
            )
        ),
    )


def _refused(t: Words, network: Network, item: Item) -> tuple[Block, ...]:
    if item.private:  # a closed inbox is not told of, so it is a conversation
        why = t(
            "I could not bring them together there. Please introduce them yourself. Whoever runs "
            "Convenor can look up why: {code}.",
            code=item.row.last_error or "?",
        )
    elif item.row.last_error in ABSENT:
        why = t("I am not in that channel, or may not write there. Please invite me there first.")
    else:
        why = t(
            "The chat did not take it. Whoever runs Convenor can look up why: {code}.",
            code=item.row.last_error or "?",
        )
    said = t.text("I could not post {what}. {why}", what=what(t, network, item), why=why)
    button = Button(t("Try again"), f"network:{network.id}:try-again:{item.row.id}")
    return (Row(said, button),)


def _too_late(t: Words, network: Network, items: Sequence[Item]) -> Text:
    head = t.n(
        "I was away when this was due, and it came too late to be of use:",
        "I was away when these were due, and they came too late to be of use:",
        n=len(items),
    )
    lines = (span for item in items for span in (ui.Span("\n"), *what(t, network, item)))
    return (*ui.words(head), *lines)


def what(t: Words, network: Network, item: Item) -> Text:
    """What it was, where it was to go, and when."""
    title = ui.shorten(item.title or network.name, 60)
    kind = _kinds(t).get(item.row.view, t("a message"))
    where = ui.shorten(item.where, 40)
    if not item.private:
        where = f"#{where.removeprefix('#')}" if where else t("the channel")
    when = t.when(item.row.due, network.zone)
    return t.text("**{title}**, {kind} ({where}, {when})", title=title, kind=kind, where=where,
                  when=when)  # fmt: skip


def _kinds(t: Words) -> dict[str, str]:
    return {
        "network.hello": t("my introduction"),
        "meeting.announcement": t("the invitation"),
        "meeting.moved": t("the news of a change"),
        "meeting.called-off": t("the news that it is off"),
        "meeting.reminder": t("a reminder"),
        "rsvp.place": t("the news of a free place"),
        "rsvp.free": t("the news of a free place"),
        "meeting.series": t("the dates of a series"),
        "question.post": t("a question to the network"),
        "journal.post": t("what somebody shared"),
        "profile.ask": t("the question about a profile"),
    }
