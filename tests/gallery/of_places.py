"""Samples of places: the form, what a post shows of them, a waiting list, and a colleague sent."""

from collections.abc import Iterator
from datetime import timedelta

from bot.core import plans
from bot.core.letters import Part
from bot.core.rsvps import ANSWERS, Name, Standing
from bot.core.seats import MODES, MOST_GUESTS, Side
from bot.store.tables import Meeting, Rsvp
from bot.ui import Message
from bot.views import changes, items, meetings, places, reminders, rsvps, seats
from bot.views.words import Words
from tests.gallery.of_reminders import item
from tests.gallery.register import BIG, MANY_NAMES, NOON, Drawn, answer, meeting, sample, standing
from tests.gallery.texts import Texts, cut

NUMBERS = (0, 1, 9_999)
KINDS = (("room", None), ("room", 1), ("online", 9_999), ("both", 9_999))


def held(x: Texts, mode: str, limit: int | None = None, number: int = BIG) -> Meeting:
    """A meeting with an end and a link as long as may be."""
    made = meeting(x, number)
    made.ends, made.mode, made.seats, made.online_seats = True, mode, limit, limit
    if mode != "room":
        made.link = "https://x.example/" + "".join(x.about.split())[: places.LINK - 18]
    return made


def every(x: Texts) -> Iterator[Meeting]:
    """Meetings of every kind."""
    for mode, limit in KINDS:
        yield held(x, mode, limit)


def comes(x: Texts, said: str = "yes", *, online: bool = False) -> Rsvp:
    """Who sends a colleague and brings as many as one can."""
    made = answer(said)
    made.online, made.guests = online, MOST_GUESTS
    made.delegate = cut(x.name[::-1], places.NAME)
    return made


def waits(x: Texts, *, offered: bool = False, passed: bool = False) -> Rsvp:
    """Who waits for a place."""
    made = comes(x)
    made.waits_since = NOON
    if offered or passed:
        made.offered_until = NOON + timedelta(hours=-1 if passed else 1)
    return made


def mine(x: Texts) -> Iterator[tuple[Rsvp | None, int]]:
    """Every answer, and the number on the waiting list."""
    yield None, 0
    for said in ANSWERS:
        yield comes(x, said), 0
    yield comes(x, online=True), 0
    yield waits(x, offered=True), 1
    yield from ((waits(x, passed=passed), 9_999) for passed in (True, False))


def full(x: Texts, here: Meeting) -> Standing:
    """All places taken, some kept, many waiting."""
    now = standing(x, 3, 2)
    names = [Name(x.name, MOST_GUESTS, cut(x.name[::-1], places.NAME))] * MANY_NAMES
    now.waiting.extend(names)
    now.names["yes"].extend(names)
    now.counts["yes"] += MANY_NAMES
    sides = (False, True) if here.mode == "both" else (here.mode == "online",)
    line = [waits(x)] * MANY_NAMES
    counted = tuple(
        Side(online, here.seats, [comes(x)] * 99, [waits(x, offered=True)], line)
        for online in sides
    )
    return Standing(now.counts, now.names, counted if here.seats else (), now.waiting)


@sample
def places_form(t: Words, x: Texts) -> Iterator[Drawn]:
    for here in every(x):
        yield places.form(t, here, "17:30")
    yield places.form(t, meeting(x), "")


@sample
def places_saved(t: Words, x: Texts) -> Iterator[Drawn]:
    for here in every(x):
        for let_in, pending in zip(NUMBERS, (True, False, True), strict=True):
            yield places.saved(t, here, full(x, here), let_in=let_in, pending=pending)


@sample
def places_offer(t: Words, x: Texts) -> Iterator[Drawn]:
    yield places.offer(t, held(x, "both", 1), waits(x, offered=True))


@sample
def places_has_place(t: Words, x: Texts) -> Iterator[Drawn]:
    for here in every(x):
        yield places.has_place(t, here, comes(x, online=here.mode == "both"))


@sample
def places_passed(t: Words, x: Texts) -> Iterator[Drawn]:
    for number in NUMBERS:
        yield places.passed(t, held(x, "room", 1), waits(x, passed=True), number)


@sample
def places_free(t: Words, x: Texts) -> Iterator[Drawn]:
    yield places.free(t, held(x, "room", 1))


@sample
def places_full(t: Words, x: Texts) -> Iterator[Drawn]:
    for guest in (True, False):
        yield places.full(t, held(x, "room", 1), guest=guest)


@sample
def places_colleague_form(t: Words, x: Texts) -> Iterator[Drawn]:
    for own in (comes(x), answer("yes"), None):
        yield places.colleague_form(t, held(x, "room", 1), own)


@sample
def meetings_announcement_with_places(t: Words, x: Texts) -> Iterator[Drawn]:
    for here in every(x):
        for over in (True, False):
            yield meetings.announcement(t, here, full(x, here), over=over)


@sample
def meetings_who_with_places(t: Words, x: Texts) -> Iterator[Drawn]:
    for here in every(x):
        yield meetings.who(t, here, full(x, here))


@sample
def meetings_read_with_places(t: Words, x: Texts) -> Iterator[Drawn]:
    here = held(x, "both", 9_999)
    here.bring = cut(f"{x.reason} " * 3, items.BRING)
    rows = seats.rows(t, here, full(x, here))
    for own, _ in mine(x):
        for can_plan in (True, False):
            yield meetings.read(t, here, own, plans=can_plan, over=False, places=rows)


@sample
def rsvps_choose_with_places(t: Words, x: Texts) -> Iterator[Drawn]:
    for here in (held(x, "room", 1), held(x, "both", 1)):
        for own, number in mine(x):
            yield rsvps.choose(t, here, own, number)


@sample
def rsvps_kept_with_places(t: Words, x: Texts) -> Iterator[Drawn]:
    for here in (held(x, "room", 1), held(x, "both", 1)):
        for own, number in mine(x):
            if own is not None:
                yield rsvps.kept(t, here, own, number)
                yield rsvps.kept(t, here, own, number, (x.name, own))


@sample
def reminders_message_with_a_link(t: Words, x: Texts) -> Iterator[Drawn]:
    both = tuple(item(x, name, reworded=True) for name in (plans.TODAY, "own-1"))
    for count in (1, 3, 9):
        for mode in MODES:
            parts = [Part(held(x, mode, 1, BIG - n), both, link=True) for n in range(count)]
            yield reminders.message(t, parts, NOON.date())


@sample
def meetings_moved_with_places(t: Words, x: Texts) -> Iterator[Drawn]:
    for here in every(x):
        drawn: Message = changes.moved(t, here, t.when(NOON - timedelta(days=9), here.zone))
        yield drawn
