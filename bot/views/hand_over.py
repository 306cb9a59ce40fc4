"""What a network knows, as pages to read and as a page to take along; and handing it over."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot import ui
from bot.core.duties import AFTER, DEPUTY
from bot.core.hand_over import Known
from bot.core.polls import KEYS
from bot.pages import page as html
from bot.store.tables import Duty, Kit, Meeting, Network
from bot.ui import Block, Button, Choice, Controls, Form, Message, Option, Para, PersonPick, Text
from bot.views import agendas, buddy_report, duties, kits, outgoing, polls, stock, terms
from bot.views.away import coordinators, names
from bot.views.lists import called, turns
from bot.views.meetings import line
from bot.views.needs import said
from bot.views.networks import OWN_NAMES
from bot.views.notes import note
from bot.views.requests import kit_line
from bot.views.words import Words

_LINES, _ROOM, _LINE = 7, 2400, 300
"""So many lines stand together; so much text on a page, and of a line."""


@dataclass(frozen=True, slots=True)
class Section:
    """A part of what the network knows: its lines below a title."""

    title: str
    lines: Sequence[Text]


def sections(t: Words, known: Known) -> list[Section]:
    """What the network knows, without what there is none of."""
    parts = (
        (t("Who is who"), _people(t, known)),
        (t("Its channels"), _places(known)),
        (t("What waits"), _waits(t, known)),
        (t("Meetings planned"), [_meeting(t, one) for one in known.meetings]),
        (t("What goes out by itself in the next weeks"), _outgoing(t, known)),
        (t("Still to do"), [agendas.todo(t, one) for one in known.todos]),
        (t("Tasks to try"), [_task(t, one) for one in known.tasks]),
        (t("Kits, and where they are"), [_kit(t, *one) for one in known.stock]),
        (t("Out with people"), [kits.line(t, one, 0) for one in known.out]),
        (t("Asked for"), [kits.line(t, one, 0) for one in known.requests]),
        (t("Terms and holidays"), [terms.line(t, one) for one in known.terms]),
        (t("Buddies"), buddy_report.stand(t, known.network, known.buddies)),
        (t("What people are asked"), _questions(t, known)),
        (t("Settings"), _settings(t, known)),
    )
    return [Section(title, lines) for title, lines in parts if lines]


def _people(t: Words, known: Known) -> list[Text]:
    plan = coordinators(t, known.network, known.coordinators, known.away)
    found = [t.text("**Coordinators and deputies:** {names}", names=t.names(plan))]
    instead = [one.name for one in known.coordinators if one.id in known.stand_ins and one.name]
    if instead:
        found.append(t.text("**For a while:** {names}", names=t.names(instead)))
    found += [duties.is_waiting(t, known.network, row, name) for row, name in known.asked]
    listed = t.n("{n} person is on the list.", "{n} people are on the list.", n=known.people)
    more = t.n("{n} more comes as a guest.", "{n} more come as guests.", n=known.guests)
    found.append(ui.words(f"{listed} {more}" if known.guests else listed))
    gone = names(t, known.network, known.away)
    if gone:
        found.append(t.text("**Away:** {names}", names=t.names(gone)))
    if known.schools:
        schools = t.names(known.schools)
        found.append(t.text("**Schools with nobody now:** {schools}", schools=schools))
    return found


def _places(known: Known) -> list[Text]:
    return [
        ui.words(f"#{ui.typed(one.room)}" if one.room else one.platform.title())
        for one in known.places
    ]


def _waits(t: Words, known: Known) -> list[Text]:
    found = [said(t, need) for need in known.needs]
    if known.undelivered:
        words = t.n(
            "{n} message did not arrive as it should.",
            "{n} messages did not arrive as they should.",
            n=known.undelivered,
        )
        found.append(ui.words(words))
    return found or [ui.words(t("Nothing just now."))]


def _meeting(t: Words, one: Meeting) -> Text:
    where = ui.shorten(one.venue, 80)
    parts = [where] if where else []
    if one.series_id is not None:
        parts.append(t("one of a series"))
    return (*line(t, one), ui.Span("".join(f", {ui.typed(part)}" for part in parts)))


def _outgoing(t: Words, known: Known) -> list[Text]:
    return [
        t.text(
            "**{when}** to {whom}: {what} ({title})",
            when=t.when(entry.item.plan.due, meeting.zone),
            whom=outgoing.whom(t, entry.item.plan.audience),
            what=outgoing.what(t, entry),
            title=ui.shorten(meeting.title, 60),
        )
        for meeting, entry in known.outgoing
    ]


def _task(t: Words, one: Meeting) -> Text:
    day = t("by {day}", day=t.day(one.task_due)) if one.task_due else ""
    title, what = ui.shorten(one.title, 60), ui.shorten(one.task, 150)
    return t.text("**{title}**: {what}", title=title, what=f"{what} ({day})" if day else what)


def _kit(t: Words, kit: Kit, places: Mapping[str, int]) -> Text:
    where = "".join(f" · {one}" for one in stock.where(t, places))
    return (*kit_line(t, kit, places), *ui.words(where)) if where else kit_line(t, kit, places)


def _questions(t: Words, known: Known) -> list[Text]:
    found: list[Text] = []
    for poll in known.polls:
        words = polls.questions(t, poll)
        shown = ui.shorten(" · ".join(words[key] for key in KEYS), 250)
        kind = t("After a meeting") if poll.kind == "meeting" else t("After a visit")
        found.append(t.text("**{title}**: {what}", title=kind, what=shown))
    asked = [ui.words(ui.typed(ui.shorten(row.words, 200))) for row in known.questions]
    return [*found, *asked]


def _settings(t: Words, known: Known) -> list[Text]:
    network = known.network
    language = OWN_NAMES.get(network.language, network.language)
    rows = (
        (t("Language"), language),
        (t("Clocks"), t.city(network.zone)),
        (t("Public holidays"), network.region),
    )
    return [t.text("**{title}**: {what}", title=title, what=what) for title, what in rows if what]


def pages(found: Sequence[Section]) -> list[list[Section]]:
    """The sections by pages: a long one goes on on the next."""
    shown: list[list[Section]] = [[]]
    room = _ROOM
    for part in _parts(found):
        size = sum(ui.weight(ui.plain(one)) for one in part.lines) + ui.weight(part.title) + 20
        if size > room and shown[-1]:
            shown.append([])
            room = _ROOM
        shown[-1].append(part)
        room -= size
    return shown


def _parts(found: Sequence[Section]) -> Iterator[Section]:
    """The sections in pieces that fit on a page."""
    for section in found:
        lines = [_short(one) for one in section.lines]
        for at in range(0, len(lines), _LINES):
            yield Section(section.title, lines[at : at + _LINES])


def _short(text: Text) -> Text:
    plain = ui.plain(text)
    return text if ui.weight(plain) <= _LINE else ui.words(ui.shorten(plain, _LINE))


def page(t: Words, known: Known, at: int, *, decides: bool) -> Message:
    """A page of it; `decides`: its reader may hand the network over."""
    all_of_it = pages(sections(t, known))
    at = min(at, len(all_of_it) - 1)
    blocks: list[Block] = []
    told = ""
    for part in all_of_it[at]:
        # A long section has several parts; on each page its title stands once.
        title = [t.text("**{title}**", title=part.title)] if part.title != told else []
        blocks.append(Para(agendas.joined([*title, *part.lines])))
        told = part.title
    network = known.network.id
    labels = (t("Back"), t("Go on"))
    buttons = turns(t, f"network:{network}:hand-over", at, len(all_of_it), labels)
    buttons.append(Button(t("Take it along"), f"network:{network}:hand-over-file"))
    if decides:
        buttons.append(Button(t("Hand over"), f"network:{network}:hand-to"))
    return Message(t("What the network knows"), (*blocks, Controls(tuple(buttons))))


def file(t: Words, known: Known, today: str) -> str:
    """All of it as one page of HTML, which needs nothing from elsewhere."""
    rows = [(one.title, [ui.plain(line) for line in one.lines]) for one in sections(t, known)]
    return html("hand_over.html", t=t, name=known.network.name, today=today, sections=rows)


def taken(t: Words) -> Message:
    """The file is there."""
    return note(t("Here it is, as a page to keep or to print. It names people: keep it safe."))


def form(t: Words, network: Network, among: tuple[str, ...] | None = None) -> Form:
    """Who of these (`among`) takes over, and what becomes of who hands over?"""
    after = {DEPUTY: t("I stay as a deputy"), "member": t("I am a member like the others")}
    return Form(
        action=f"network:{network.id}:hand-to",
        title=ui.fit(t("Hand over"), ui.limits.FORM_TITLE),
        submit=ui.fit(t("Ask them"), ui.limits.SUBMIT),
        fields=(
            PersonPick(
                key="who",
                others=True,
                among=among,
                label=t("Who takes over?"),
                hint=t("They are asked. Nothing changes until they say yes."),
            ),
            Choice(
                key="after",
                label=t("And you, after that?"),
                options=tuple(Option(key, after[key]) for key in AFTER),
                value=DEPUTY,
            ),
        ),
    )


def asked(
    t: Words, network: Network, row: Duty, name: str, *, hears: bool,
    instead_of: Sequence[str] = (),
) -> Message:  # fmt: skip
    """Somebody is asked to take over, and those who were asked before not any more; that can be
    taken back. The reader `hears` of the answer, if they may be written to.
    """
    said = (
        t.text(
            "I ask **{name}**. You coordinate until they say yes, and I tell you then.",
            name=called(t, name),
        )
        if hears
        else t.text(
            "I ask **{name}**. You coordinate until they say yes. I may not write to you, so they"
            " are asked to tell you.",
            name=called(t, name),
        )
    )
    blocks: list[Block] = [Para(said)]
    if instead_of:
        names = t.names(called(t, one) for one in instead_of)
        blocks.append(Para(ui.words(t("I do not ask {names} any more.", names=names))))
    return Message("", (*blocks, Controls((duties.taken_back(t, network, row),))))
