"""What people see of their own data."""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from bot import ui
from bot.store.register import keeping
from bot.store.register.entries import Entry
from bot.store.tables import NEVER
from bot.ui import Block, Button, Controls, Day, Form, Message, Para, Small
from bot.views.kinds_of_data import HEADS, Counts, about
from bot.views.lists import turns
from bot.views.notes import above, note
from bot.views.words import Words


def show(
    t: Words, held: Sequence[str], counts: Counts, paused: str, *, coordinates: bool
) -> Message:
    """What is held (`held`: of which kinds there is something), why, who sees it, until when, and
    what the person can do about it. `paused` says until when they are left in peace, if they are.
    """
    blocks: list[Block] = [Para(ui.words(paused))] if paused else []
    for kind in held:
        head = ui.Span(f"{HEADS[kind](t, counts)}.", bold=True)
        blocks.append(Para((head, ui.Span(" " + " ".join(about(t, kind))))))
    if not held:
        blocks.append(Para(ui.words(t("I hold nothing about you."))))
    blocks.append(Para(ui.words(t("I do not read your other messages."))))
    if held:
        blocks += [Controls(_ways(t, paused=bool(paused))), *_more(t, coordinates=coordinates)]
    return Message(t("What I keep about you"), tuple(blocks))


def _ways(t: Words, *, paused: bool) -> tuple[Button, ...]:
    pause = (
        Button(t("Write to me again"), "privacy:0:resume")
        if paused
        else Button(t("Leave me in peace"), "privacy:0:pause")
    )
    return (
        Button(t("Give me a copy"), "privacy:0:export", "primary"),
        pause,
        Button(t("Erase everything"), "privacy:0:erase", "danger"),
    )


def _more(t: Words, *, coordinates: bool) -> list[Block]:
    ways = [Button(t("More"), "privacy:0:more")]
    if coordinates:
        ways.append(Button(t("What went by itself"), "privacy:0:report"))
    days = keeping.BACKUPS.days
    said = t("What you erase is gone at once, and from backups after {n} days.", n=days)
    return [Controls(tuple(ways)), Small(said)]


def paused(t: Words, until: datetime | None, zone: str) -> str:
    """Until when the person is left in peace; empty where they are not."""
    if until is None:
        return ""
    if until == NEVER:
        return t("I leave you in peace until you say otherwise: nothing private, no question.")
    day = t.day(until.astimezone(ZoneInfo(zone)).date())
    return t("I leave you in peace until {day}: nothing private, no question.", day=day)


def pause_form(t: Words, until: str = "", problem: str = "") -> Form:
    """Until which day? `problem`: why what stands there already is no day to come."""
    about = t("You stay on the list, and find everything under /network.")
    return Form(
        action="privacy:0:pause",
        title=ui.fit(t("Leave me in peace"), ui.limits.FORM_TITLE),
        submit=t("Save"),
        intro=f"{problem} {about}".strip(),
        fields=(
            Day(
                key="until",
                label=ui.fit(t("Until which day?"), ui.limits.LABEL),
                value=until,
                required=False,
                example="7.1.2027",
                hint=ui.fit(t("Empty: until you say otherwise."), ui.limits.HINT),
            ),
        ),
    )


def is_paused(t: Words, said: str) -> Message:
    """It is kept until when the person is left in peace."""
    return note(said, Button(t("Write to me again"), "privacy:0:resume"))


def resumed(t: Words) -> Message:
    """The person is written to again."""
    return note(t("Welcome back. I write to you again when it concerns you."))


_ROOM = 2400  # of a page of the register


def more(t: Words, entries: Sequence[tuple[Entry, int]], at: int) -> Message:
    """One table after the other, with all its columns, as the data register has them; a long one
    goes on on the next page.
    """
    pages = [(entry, rows, lines) for entry, rows in entries for lines in _pages(entry)]
    at = min(at, len(pages) - 1)
    entry, rows, lines = pages[at]
    head = ui.Span(f"{entry.table.__name__.lower()} ({rows})", bold=True)
    said = t("This list is in English, as whoever looks after the house reads it.")
    labels = (t("The table before"), t("The next table"))
    ways = turns(t, "privacy:0:more", at, len(pages), labels)
    ways.append(Button(t("Back"), "privacy:0:show"))
    blocks = (Para((head,)), Para(ui.words("\n".join(lines))), Small(said), Controls(tuple(ways)))
    return Message(t("What I keep about you"), blocks)


def _pages(entry: Entry) -> list[list[str]]:
    """The columns of a table, whole, by pages."""
    pages: list[list[str]] = [[]]
    for name, held in entry.columns.items():
        line = f"{name}: {held.purpose} ({held.seen}; {held.until})"
        if sum(map(ui.weight, pages[-1])) + ui.weight(line) > _ROOM:
            pages.append([])
        pages[-1].append(line)
    return pages


def exported(t: Words, card: Message) -> Message:
    """Goes with the file, above the card from which it was asked for."""
    said = t("Here is all that I hold on you. Open the page in it to read, the tables to count.")
    return above(said, card)


def nothing_held(t: Words) -> Message:
    """Nothing is known of this person."""
    return note(t("I hold nothing about you."))
