"""What coordinators read of rounds of buddies."""

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from bot import ui
from bot.core.buddy_report import Figures, Report, Stand, Use
from bot.store.tables import Network
from bot.ui import Block, Button, Controls, Message, Para, Small, Text
from bot.views.agendas import joined
from bot.views.buddies import the_round
from bot.views.lists import called, newest_first, page, turns
from bot.views.notes import note
from bot.views.words import Words

_A_PAGE, _NAMES = 3, 300


def message(t: Words, network: Network, report: Report, at: int = 0) -> Message:
    """The last year, who needs somebody, and the rounds, a page of them."""
    if not report.figures:
        return note(t("There has been no round of buddies yet."), the_round(t, network))
    here, at, count = page(report.figures, at, _A_PAGE)
    blocks: list[Block] = []
    if at == 0:
        blocks += _year(t, report)
    blocks += [_round(t, network, one) for one in here]
    blocks.append(Small(_rule(t)))
    press = f"buddy:0:report:{network.id}"
    ways = turns(t, press, at, count, newest_first(t))
    for kind, label in (("xlsx", t("As a workbook")), ("csv", t("As a text file"))):
        ways.append(Button(label, f"buddy:0:report-file:{network.id}:{kind}"))
    ways.append(the_round(t, network))
    return Message(t("Buddies: what came of it"), (*blocks, Controls(tuple(ways))))


def _rule(t: Words) -> str:
    """What is in no figure."""
    return t(
        "Nobody reads what one person said. Who has met, and of use, are told once a round is"
        " closed, from five answers on."
    )


def _year(t: Words, report: Report) -> list[Block]:
    """The last twelve months."""
    year = report.year
    lines = [
        t.text("**The last twelve months**"),
        ui.words(t.n("{n} round", "{n} rounds", n=year.rounds)),
        ui.words(
            t.n("{n} time somebody had a buddy", "{n} times somebody had a buddy", n=year.people)
        ),
    ]
    if year.met is not None:
        lines.append(ui.words(_met(t, year.met)))
    if year.use is not None:
        lines.append(ui.words(use(t, year.use)))
    blocks: list[Block] = [Para(joined(lines))]
    if report.isolated:
        names = _listed(t, report.isolated)
        said = t.text("**For these I found nobody in the last two rounds:** {names}", names=names)
        blocks.append(Para(said))
    return blocks


def _met(t: Words, count: int) -> str:
    return t.n("{n} says that they have met", "{n} say that they have met", n=count)


def use(t: Words, said: Use) -> str:
    """Whether it was of use, in figures."""
    return t(
        "Of use: yes {yes}, somewhat {somewhat}, no {no}",
        yes=said.yes,
        somewhat=said.somewhat,
        no=said.no,
    )


def _listed(t: Words, names: Sequence[str]) -> str:
    return ui.shorten(t.names([called(t, name) for name in names]), _NAMES)


def _round(t: Words, network: Network, one: Figures) -> Para:
    """A round in a few lines."""
    since = one.round.introduced_at
    day = t.day(since.astimezone(ZoneInfo(network.zone)).date()) if since else ""
    groups = t.n("{n} group", "{n} groups", n=one.groups)
    people = t.n("{n} person", "{n} people", n=one.people)
    lines = [
        t.text("**Round {n}**, from {day}", n=one.round.number, day=day),
        ui.words(
            t("{people} had a buddy; {groups} at the beginning", people=people, groups=groups)
        ),
    ]
    if one.met is not None:
        lines.append(ui.words(_met(t, one.met)))
    if one.later:
        later = t.n("{n} group was made later", "{n} groups were made later", n=one.later)
        lines.insert(2, ui.words(later))
    if one.use is not None:
        lines.append(ui.words(use(t, one.use)))
    elif not one.is_open:
        lines.append(ui.words(t("Of use: fewer than five have answered")))
    if one.out:
        lines.append(ui.words(t("I found nobody for: {names}", names=_listed(t, one.out))))
    if one.hanging:
        said = t.n(
            "{n} person had nobody any more later", "{n} people had nobody any more later",
            n=one.hanging,
        )  # fmt: skip
        lines.append(ui.words(said))
    if one.paused:
        lines.append(ui.words(t.n("{n} paused", "{n} paused", n=one.paused)))
    return Para(joined(lines))


def table(
    t: Words, network: Network, report: Report
) -> tuple[Sequence[str], Sequence[dict[str, object]]]:
    """The same for an office program: a row for each round, without names."""
    head = (
        t("Round"), t("From"), t("Groups at the beginning"), t("Groups made later"), t("People"),
        t("Say that they met"),
        t("Nobody found for"), t("Paused"), t("Of use"), t("Somewhat"), t("Not of use"),
    )  # fmt: skip
    rows: list[dict[str, object]] = []
    for one in report.figures:
        since = one.round.introduced_at
        day = since.astimezone(ZoneInfo(network.zone)).date().isoformat() if since else ""
        told = one.use
        said = (told.yes, told.somewhat, told.no) if told is not None else ("", "", "")
        values = (
            one.round.number, day, one.groups, one.later, one.people,
            "" if one.met is None else one.met, len(one.out) + one.hanging,
            one.paused, *said,
        )  # fmt: skip
        rows.append(dict(zip(head, values, strict=True)))
    return head, rows


def filed(t: Words) -> Message:
    """The file is there."""
    return note(t("Here it is: counts alone, and nobody’s name."))


def _wait(t: Words, count: int) -> str:
    """How many wait; whoever it is."""
    return t.n("{n} person waits for somebody.", "{n} people wait for somebody.", n=count)


def waiting(t: Words, network: Network, count: int) -> list[Block]:
    """On a coordinator's own page: how many wait for somebody in the round that goes on."""
    if not count:
        return []
    said = t("Buddies: {waiting}", waiting=_wait(t, count))
    button = Button(t("Buddy report"), f"buddy:0:report:{network.id}")
    return [ui.Row(ui.words(said), button)]


def stand(t: Words, network: Network, known: Stand | None) -> list[Text]:
    """How things stand, for who takes the network over."""
    if known is None:
        return []
    wish = t.n("{n} person would like a buddy.", "{n} people would like a buddy.", n=known.people)
    found = [ui.words(wish)]
    if known.weeks and known.next_on is not None:
        every = t.n("Every {n} week, by itself", "Every {n} weeks, by itself", n=known.weeks)
        found.append(ui.words(t("{every}; next on {day}.", every=every, day=t.day(known.next_on))))
    if known.until is not None:
        day = t.day(known.until.astimezone(ZoneInfo(network.zone)).date())
        found.append(ui.words(t("A round goes on until {day}.", day=day)))
    if known.waiting:
        found.append(ui.words(_wait(t, known.waiting)))
    return found
