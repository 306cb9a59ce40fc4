"""Posting a meeting's announcement again: where, and what that tells."""

from collections.abc import Sequence

from bot import ui
from bot.store.tables import Meeting, Place
from bot.ui import Controls, Form, Message, Option, Para, Pick
from bot.views.meetings import intro
from bot.views.notes import send_or_undo
from bot.views.words import Words

HERE = "here"
"""The channel in which it was asked for, which is none of the network's yet."""


def room(t: Words, name: str) -> str:
    """A channel by its name."""
    return f"#{name}" if name else t("this channel")


def form(t: Words, meeting: Meeting, places: Sequence[Place], here: str | None) -> Form:
    """In which channel? `here`: the name of one that is none of the network's yet."""
    options = [(str(place.id), place.room) for place in places[: ui.limits.OPTIONS - 1]]
    if here is not None:
        options.append((HERE, here))
    return Form(
        action=f"meeting:{meeting.id}:invite",
        title=t("Invite again"),
        submit=t("Post it"),
        intro=intro(t, meeting),
        fields=(
            Pick(
                key="place",
                label=t("In which channel?"),
                hint=ui.fit(t("For another channel, type /meeting invite there."), ui.limits.HINT),
                options=tuple(
                    Option(value, ui.shorten(room(t, name), ui.limits.OPTION))
                    for value, name in options
                ),
                value=options[0][0] if here is None else HERE,
            ),
        ),
    )


def tells(t: Words, whom: str) -> str:
    """Whom a post tells in a channel of the network's own."""
    return f"{whom} {t('All its posts show who is coming.')}"


def tells_others(t: Words, place: Place) -> str:
    """Whom a post tells in another channel; nobody's name is shown to them."""
    said = t("This tells everybody in {room}.", room=room(t, place.room))
    return f"{said} {t('It shows how many are coming, and no names.')}"


def waiting(t: Words, meeting: Meeting, nth: int, tells: str) -> Message:
    """What will be told, and to how many: it can be sent at once or undone."""
    said = t.text("**{title}** is posted again in 30 seconds.", title=meeting.title)
    send, undo = (f"meeting:{meeting.id}:invite-{verb}:{nth}" for verb in ("send", "undo"))
    return Message(
        "",
        (
            Para(said),
            Para(ui.words(tells)),
            Controls(send_or_undo(t, send, undo)),
        ),
    )
