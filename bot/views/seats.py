"""How places are spoken of, beside whatever else is said of a meeting."""

from bot import ui
from bot.core import seats
from bot.core.rsvps import SENT, Name, Standing
from bot.core.seats import Side
from bot.store.tables import Meeting, Rsvp
from bot.ui import Button, Text
from bot.views.words import Words

_NAME = 60


def ways(t: Words) -> dict[str, str]:
    """How people can come to a meeting."""
    return {
        "room": t("In the room"),
        "online": t("Online"),
        "both": t("In the room or online"),
    }


def rows(t: Words, meeting: Meeting, standing: Standing) -> tuple[tuple[str, Text], ...]:
    """How many places are taken, on each side that has a limit."""
    words = ways(t)
    return tuple(
        (
            words["online" if side.online else "room"] if meeting.mode == "both" else t("Places"),
            ui.words(_taken(t, side)),
        )
        for side in standing.sides
        if side.limit is not None
    )


def _taken(t: Words, side: Side) -> str:
    said = t("{taken} of {seats} taken", taken=side.taken, seats=side.limit)
    if side.kept:
        said += ", " + t("{n} kept for somebody", n=side.kept)
    if waiting := len(side.line) + len(side.passed) + side.waited:
        said += ", " + t("{n} waiting", n=waiting)
    return said


def named(t: Words, who: Name) -> str:
    """A person who comes, or the colleague whom they send; and how many they bring."""
    name = who.name
    if who.delegate:
        name = t("{name} (for {other})", name=who.delegate, other=who.name)
    return f"{name} +{who.guests}" if who.guests else name


def company(t: Words, mine: Rsvp) -> str:
    """Whom a person sends, and how many they bring; empty where they come alone."""
    said: list[str] = []
    if mine.delegate and mine.answer == SENT:
        said.append(t("You send {name}.", name=ui.shorten(mine.delegate, _NAME)))
    elif mine.delegate:
        said.append(t("{name} comes for you.", name=ui.shorten(mine.delegate, _NAME)))
    if mine.guests:
        said.append(t.n("You bring {n} person.", "You bring {n} people.", n=mine.guests))
    return " ".join(said)


def beside(t: Words, mine: Rsvp, number: int = 0) -> str:
    """What there is to one's own answer: whom one brings or sends, and whether one waits; with its
    `number` where it is known. Empty where there is nothing.
    """
    said = company(t, mine)
    if seats.is_in(mine):
        return said
    if seats.is_offered(mine):
        waits = t("A place is kept for you.")
    elif number:
        waits = t("You are number {n} on the waiting list.", n=number)
    else:
        waits = t("You are on the waiting list.")
    return f"{said} {waits}".strip()


def sees_link(meeting: Meeting, mine: Rsvp | None) -> bool:
    """Whether this person is shown the link of the call: who comes and has a place."""
    return bool(meeting.link and mine and mine.answer in ("yes", "released") and seats.is_in(mine))


def with_mine(t: Words, meeting: Meeting, mine: Rsvp | None) -> tuple[Button, ...]:
    """What who comes can do beside answering: bring somebody, or send a colleague."""
    if mine is None or mine.answer not in ("yes", "released"):
        return ()
    found = []
    if mine.guests < seats.MOST_GUESTS:
        label = t("Bring one more") if mine.guests else t("Bring somebody")
        found.append(Button(label, f"rsvp:{meeting.id}:bring:{mine.guests + 1}"))
    if mine.guests:
        found.append(Button(t("Bring nobody"), f"rsvp:{meeting.id}:bring:0"))
    found.append(Button(t("I send a colleague"), f"rsvp:{meeting.id}:colleague"))
    if mine.delegate:
        name = ui.shorten(ui.typed(mine.delegate), _NAME // 2)
        label = ui.fit(t("A page for {name}", name=name), ui.limits.BUTTON)
        found.append(Button(label, f"rsvp:{meeting.id}:page"))
    return tuple(found)


def places_button(t: Words, meeting: Meeting) -> Button:
    """The way to the form about length and places."""
    return Button(t("Places and length"), f"meeting:{meeting.id}:places")
