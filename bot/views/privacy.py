"""What people see of their own data."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from bot import ui
from bot.i18n import marked
from bot.store.register import keeping
from bot.store.register.entries import Entry
from bot.store.tables import NEVER
from bot.ui import Block, Button, Controls, Day, Form, Message, Para, Small
from bot.views.lists import turns
from bot.views.notes import above, note
from bot.views.words import Words

Counts = Mapping[str, int]
"""How many rows there are about a person, by the name of the table."""


@dataclass(frozen=True, slots=True)
class Kind:
    """What is said of a kind of data: what it is for, who sees it, and until when it is kept."""

    why: str
    seen: str
    until: str


_LEFT = marked("Until you erase it, or {months} months after you left your last network.")
SAID: Mapping[str, Kind] = {
    "person": Kind(
        marked("To know you again, and to speak your language."),
        marked("The network sees your name."),
        _LEFT,
    ),
    "networks": Kind(
        marked("To know what you may do, and whether I may write to you."),
        marked("The coordinators see it."),
        _LEFT,
    ),
    "profile": Kind(
        marked("To bring people together who can help each other."),
        marked("The network sees what you have agreed to share, the rest only you."),
        marked("Until you change or erase it."),
    ),
    "answers": Kind(
        marked("So that all know who is coming, and coordinators who was there."),
        marked("The network sees your answer and, unless you hide it, your name."),
        marked(
            "Answers {months} months, who was there {more} months after the meeting;"
            " then only a count."
        ),
    ),
    "said": Kind(
        marked("So that the network learns from its meetings."),
        marked("Each question says who reads it."),
        marked("Until {more} months after it; then only counts."),
    ),
    "buddies": Kind(
        marked("So that you go together with people who suit you."),
        marked("Coordinators see with whom; what you wish, only you."),
        marked("Until you erase it; then only a count."),
    ),
    "own": Kind(
        marked("For yourself alone."),
        marked("Only you see it, and what you have shared of it the network."),
        marked("Until you erase it; what you could not send yet, a week."),
    ),
    "kits": Kind(
        marked("So that what you ask for, or offer, reaches whom it helps."),
        marked("Coordinators see what you ask for; what you offer is read without your name."),
        marked("As long as the network; when you erase, it goes, or stays without your words."),
    ),
    "work": Kind(
        marked("It belongs to the network, and tells who made it."),
        marked("The network sees it."),
        marked("As long as the network; when you erase, it stays without you."),
    ),
    "messages": Kind(
        marked("So that a message comes once, and not too many come."),
        marked("The coordinators see whether it arrived."),
        marked("A year; a link until it is over."),
    ),
}
"""What is said of each kind, in the order in which they are told; `{months}` and `{more}` are those
of `keeping`.
"""


def _person(t: Words, n: Counts) -> str:
    if not n["identity"]:
        return t("Your name, language and time zone")
    return t.n(
        "Your name, language and time zone, and {n} account",
        "Your name, language and time zone, and {n} accounts",
        n=n["identity"],
    )


def _networks(t: Words, n: Counts) -> str:
    return t.n("Your place in {n} network", "Your place in {n} networks", n=n["membership"])


def _profile(t: Words, n: Counts) -> str:
    count = n["profile"] + n["affiliation"] + n["interest"]
    return t.n("{n} thing in your profile", "{n} things in your profile", n=count)


def _answers(t: Words, n: Counts) -> str:
    said = t.n("{n} answer to a meeting", "{n} answers to meetings", n=n["rsvp"])
    there = t.n("noted as there {n} time", "noted as there {n} times", n=n["attendance"])
    return _where_any((said, n["rsvp"]), (there, n["attendance"]))


def _said(t: Words, n: Counts) -> str:
    back = t.n("You looked back {n} time", "You looked back {n} times", n=n["reflection"])
    count = n["trial"] + n["impact"] + n["questionanswer"]
    more = t.n("{n} answer about tasks, class or questions",
               "{n} answers about tasks, class or questions", n=count)  # fmt: skip
    return _where_any((back, n["reflection"]), (more, count))


def _where_any(*parts: tuple[str, int]) -> str:
    """Only what there is some of."""
    return ", ".join(said for said, count in parts if count)


def _buddies(t: Words, n: Counts) -> str:
    count = sum(n[table] for table in ("paired", "buddywish", "notwith", "roundout"))
    return t.n("{n} thing about buddies", "{n} things about buddies", n=count)


def _own(t: Words, n: Counts) -> str:
    own, half = n["journalentry"], n["draft"]
    entries = t.n("{n} entry in your journal", "{n} entries in your journal", n=own)
    kept = t.n("for {n} day at most", "for {n} days at most", n=keeping.DRAFTS.days)
    drafts = t.n("{n} half-filled form or list", "{n} half-filled forms or lists", n=half)
    return _where_any((entries, own), (f"{drafts} ({kept})", half))


def _kits(t: Words, n: Counts) -> str:
    asked = t.n("You asked for {n} thing", "You asked for {n} things", n=n["request"])
    steps = n["requestevent"] + n["move"]
    more = t.n("noted with {n} step of a kit", "noted with {n} steps of kits", n=steps)
    count = n["offer"] + n["approach"] + n["rest"]
    gave = t.n("{n} offer or word about helping", "{n} offers or words about helping", n=count)
    return _where_any((asked, n["request"]), (more, steps), (gave, count))


def _work(t: Words, n: Counts) -> str:
    tables = ("meeting", "agendaitem", "reminder", "prompt", "question", "minutes", "action",
              "import", "round")  # fmt: skip
    return t.n(
        "{n} thing that you planned, wrote or took on",
        "{n} things that you planned, wrote or took on",
        n=sum(n[table] for table in tables),
    )


def _messages(t: Words, n: Counts) -> str:
    count = n["delivery"] + n["personallink"]
    if not count:
        return t("Where I may write to you")
    return t.n("{n} message or link to you", "{n} messages or links to you", n=count)


HEADS: Mapping[str, Callable[[Words, Counts], str]] = {
    "person": _person,
    "networks": _networks,
    "profile": _profile,
    "answers": _answers,
    "said": _said,
    "buddies": _buddies,
    "own": _own,
    "kits": _kits,
    "work": _work,
    "messages": _messages,
}
"""By the kind: how much of it there is, in words."""


def about(t: Words, kind: str) -> list[str]:
    """What a kind is for, who sees it and until when it is kept: a sentence each."""
    said = SAID[kind]
    months = {"months": keeping.ANSWERS, "more": keeping.SAID}
    until = t(said.until, **{name: n for name, n in months.items() if f"{{{name}}}" in said.until})
    return [t(said.why), t(said.seen), until]


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
