"""Samples of what comes from the beginning of a meeting on: who is there, and looking back."""

from collections.abc import Iterator
from datetime import date

from bot.core import plans
from bot.core.attendance import AWAY, HERE, Face, Guest
from bot.core.impact import ITEMS, Figure
from bot.core.letters import Part
from bot.core.plans import Plan
from bot.core.polls import KINDS, MEETING, Poll
from bot.core.reflections import ENOUGH, SCALE, Said
from bot.core.reminders import Item
from bot.store.tables import Attendance, Meeting, Prompt, Reflection
from bot.ui import Message
from bot.views import attendance, polls, reflections, reminders, tasks
from bot.views.words import Words
from tests.gallery.register import BIG, NOON, Drawn, meeting, plain, sample
from tests.gallery.texts import Texts, cut

CIRCLES = ("room", "coordinators")
TICK = f"here:{BIG}:tick:0:{BIG}"


def circled(x: Texts, circle: str) -> Meeting:
    """A meeting of which these read how people look back."""
    made = meeting(x)
    made.circle = circle
    return made


def noted(minutes: int | None = None) -> Attendance:
    """Who was there."""
    return Attendance(
        network_id=1, meeting_id=1, member_id=1, state=HERE, said_at=NOON, minutes=minutes
    )


def faces(x: Texts, count: int) -> list[Face]:
    """So many who may have been there."""
    states = (HERE, AWAY, "")
    return [Face(BIG - n, x.name if n else "", states[n % 3], "yes") for n in range(count)]


def own(x: Texts, kind: str = MEETING) -> Poll:
    """The questions in a network's own words."""
    # Signs that are counted twice have half the room.
    words = " ".join(cut(x.about, polls.MOST // 2).split())
    row = Prompt(
        id=BIG, network_id=1, kind=kind, version=1, worth=words, useful=words, help=words,
        made_at=NOON,
    )  # fmt: skip
    return Poll(kind, row)


def said(x: Texts, number: int = 0, poll: Poll | None = None) -> Said:
    """What a person said, as much as there is room for."""
    row = Reflection(
        network_id=1, meeting_id=1, member_id=1, worth=SCALE[number % len(SCALE)], said_at=NOON,
        useful=cut(f"{x.about} " * 3, reflections.USEFUL), will=cut(f"{x.reason} " * 9, 150),
        by=date(2027, 1, 20), help=cut(f"{x.title} " * 9, 150),
    )  # fmt: skip
    return Said(row, x.name if number else "", poll or Poll())


def part(
    x: Texts, *names: str, circle: str = "room", was_there: bool = True, number: int = BIG
) -> Part:
    """What is said of a meeting from its beginning on."""
    items = tuple(Item(Plan(name, plans.AFTERWARDS[name], NOON, NOON)) for name in names)
    here = circled(x, circle)
    here.id = number
    here.task = cut(f"{x.title} " * 3, tasks.WHAT)
    figures = [Figure(item, BIG, BIG, 2 * was_there) for item in ITEMS]
    will = f"{x.reason} " * 9 if was_there else ""
    return Part(
        here, items, was_there=was_there, looked_back=BIG, will=will, told=BIG, figures=figures
    )


@sample
def reminders_message_afterwards(t: Words, x: Texts) -> Iterator[Drawn]:
    for name in plans.AFTERWARDS:
        for circle, was_there in zip(CIRCLES, (True, False), strict=True):
            yield reminders.message(
                t, [part(x, name, circle=circle, was_there=was_there)], NOON.date()
            )
        several = [part(x, name, was_there=False, number=BIG - n) for n in range(3)]
        yield reminders.message(t, several, NOON.date())
    yield reminders.message(t, [part(x, plans.ROLL, plans.NUDGE)], NOON.date())


@sample
def attendance_is_on(t: Words, x: Texts) -> Iterator[Drawn]:
    yield Message("", (attendance.is_on(t, meeting(x)),))


@sample
def attendance_nothing_on(t: Words, x: Texts) -> Iterator[Drawn]:
    yield attendance.nothing_on(t, [])
    yield attendance.nothing_on(t, [meeting(x)] * 3)


@sample
def attendance_too_early(t: Words, x: Texts) -> Iterator[Drawn]:
    yield attendance.too_early(t, meeting(x))


@sample
def attendance_too_late(t: Words, x: Texts) -> Iterator[Drawn]:
    yield attendance.too_late(t, meeting(x))


@sample
def attendance_ask_a_coordinator(t: Words, x: Texts) -> Iterator[Drawn]:
    yield attendance.ask_a_coordinator(t, meeting(x))


@sample
def attendance_which(t: Words, x: Texts) -> Iterator[Drawn]:
    yield attendance.which(t, [meeting(x, BIG - n) for n in range(3)])


@sample
def attendance_here(t: Words, x: Texts) -> Iterator[Drawn]:
    for minutes in (None, 1, 45):
        for over in (True, False):
            yield attendance.here(t, meeting(x), noted(minutes), over=over, open_=over)


@sample
def attendance_away(t: Words, x: Texts) -> Iterator[Drawn]:
    yield attendance.away(t, meeting(x))


@sample
def attendance_shorter_form(t: Words, x: Texts) -> Iterator[Drawn]:
    for minutes in (None, 45):
        yield attendance.shorter_form(t, meeting(x), noted(minutes))


@sample
def attendance_room(t: Words, x: Texts) -> Iterator[Drawn]:
    for count, code in ((0, "0123"), (1, ""), (9_999, "0123")):
        yield attendance.room(t, meeting(x), count, code, pages=9 if count else 1)


@sample
def attendance_tick_form(t: Words, x: Texts) -> Iterator[Drawn]:
    some = [Guest(cut(x.name * 3, 80), n) for n in range(9)]
    for count in (0, 9, 45):
        for page in range(-(-max(count, 1) // attendance.A_PAGE)):
            yield attendance.tick_form(t, TICK, faces(x, count), some, some, page)
    yield attendance.tick_form(t, TICK, faces(x, 3), [], some)


@sample
def reflections_form(t: Words, x: Texts) -> Iterator[Drawn]:
    for circle in CIRCLES:
        for row in (None, said(x).row):
            yield reflections.form(t, circled(x, circle), Poll(), row)
    yield reflections.form(t, meeting(x), own(x), said(x).row)
    yield reflections.form(t, meeting(x), Poll("visit"))


@sample
def reflections_thanks(t: Words, x: Texts) -> Iterator[Drawn]:
    for circle in CIRCLES:
        yield reflections.thanks(t, circled(x, circle))


@sample
def reflections_closed(t: Words, x: Texts) -> Iterator[Drawn]:
    yield reflections.closed(t, meeting(x))


@sample
def reflections_not_yet(t: Words, x: Texts) -> Iterator[Drawn]:
    yield reflections.not_yet(t, meeting(x))


@sample
def reflections_for_others(t: Words, x: Texts) -> Iterator[Drawn]:
    for circle in CIRCLES:
        yield reflections.for_others(t, circled(x, circle))


@sample
def reflections_open_ones(t: Words, x: Texts) -> Iterator[Drawn]:
    for count in (0, 1, 5):
        yield reflections.open_ones(t, [meeting(x, BIG - n) for n in range(count)])


@sample
def reflections_which(t: Words, x: Texts) -> Iterator[Drawn]:
    yield reflections.which(t, [meeting(x, BIG - n) for n in range(20)])


@sample
def reflections_results(t: Words, x: Texts) -> Iterator[Drawn]:
    for circle, count, at in (
        ("room", 0, 0), ("coordinators", 1, 0), ("room", ENOUGH - 1, 0), ("room", 30, 1),
        ("coordinators", 30, 99),
    ):  # fmt: skip
        told = [said(x, n) for n in range(count)]
        here = circled(x, circle)
        yield reflections.results(t, here, told, Poll(), at=at, may_change=not count)
    told = [said(x, n, own(x) if n % 2 else Poll("visit")) for n in range(30)]
    yield reflections.results(t, meeting(x), told, own(x), at=1, may_change=False)


@sample
def polls_form(t: Words, x: Texts) -> Iterator[Drawn]:
    for kind in KINDS:
        yield polls.form(t, BIG, Poll(kind))
    yield polls.form(t, BIG, own(x))


@sample
def polls_changed(t: Words, x: Texts) -> Iterator[Drawn]:
    for kind in KINDS:
        yield polls.changed(t, own(x, kind))


@sample
def polls_saved(t: Words, x: Texts) -> Iterator[Drawn]:
    for kind in KINDS:
        yield polls.saved(t, BIG, own(x, kind))


@sample
def polls_marked(t: Words, x: Texts) -> Iterator[Drawn]:
    for kind in KINDS:
        here = meeting(x)
        here.poll = kind
        yield polls.marked(t, here, own(x, kind))


@sample
def polls_stays(t: Words, x: Texts) -> Iterator[Drawn]:
    yield polls.stays(t, meeting(x))


@sample
def polls_which(t: Words, x: Texts) -> Iterator[Drawn]:
    for count in (0, 20):
        yield polls.which(t, [meeting(x, BIG - n) for n in range(count)])


plain(attendance.wrong_code, reflections.none_lately)
