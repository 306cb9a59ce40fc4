"""Samples of pages by personal link, of invitations as text, and of pasted lists."""

from collections.abc import Iterator

from bot.core.agendas import Item
from bot.core.name_lists import Line, Pair, Reading
from bot.core.rsvps import ANSWERS, SENT
from bot.store.tables import AgendaItem
from bot.views import invitations, meetings, name_lists, notes, pages, rsvps
from bot.views.pages import Stands
from bot.views.words import Words
from tests.gallery.of_places import comes, every, held, waits
from tests.gallery.register import BIG, NOON, Drawn, answer, meeting, network, sample, standing
from tests.gallery.texts import Texts, cut

ADDRESS = f"https://{'convenor.' * 5}example/p/{'a_-B' * 10}abc"


def items(x: Texts) -> list[Item]:
    """An agenda of many parts."""
    row = AgendaItem(
        id=1, network_id=1, meeting_id=1, position=1, title=x.title, minutes=20,
        kind="hands-on", state="on", made_at=NOON,
    )  # fmt: skip
    return [Item(row, x.name, "")] * 12


@sample
def pages_meeting(t: Words, x: Texts) -> Iterator[Drawn]:
    for here in every(x):
        here.bring = cut(f"{x.reason} " * 3, 500)
        for mine, number in ((None, 0), (comes(x), 0), (waits(x, offered=True), 1)):
            yield pages.meeting(t, here, Stands(mine, number, sender=x.name, on=True))
    for there in (True, False):
        now = Stands(comes(x), over=True, on=True, there=there, back=there, notes=there)
        yield pages.meeting(t, meeting(x), now)
    yield pages.meeting(t, meeting(x, state="called off"), Stands())


def texts(t: Words, x: Texts, address: str) -> tuple[str, str]:
    """The invitation in both lengths."""
    here = held(x, "both", 9_999)
    here.bring = cut(f"{x.reason} " * 3, 500)
    how = invitations.how(t, address)
    mail = invitations.mail(t, network(x), here, items(x), how)
    return mail, invitations.short(t, here, how)


@sample
def invitations_copies(t: Words, x: Texts) -> Iterator[Drawn]:
    for public, plans in ((True, True), (False, True), (True, False)):
        both = texts(t, x, "")
        yield invitations.copies(t, meeting(x), both, public=public, plans=plans)


@sample
def pages_give(t: Words, x: Texts) -> Iterator[Drawn]:
    here = meeting(x)
    ways = (pages.end(t, here, BIG), pages.everybody(t, here))
    yield pages.give(t, here, x.name, texts(t, x, ADDRESS)[0], NOON, *ways)
    ways = (pages.end(t, here, BIG), pages.own(t, here))
    given = pages.give(t, here, x.name, texts(t, x, ADDRESS)[0], NOON, *ways)
    yield notes.above(t("{name} comes for you.", name=cut(x.name, pages.NAME)), given)


@sample
def pages_without(t: Words, x: Texts) -> Iterator[Drawn]:
    for plans in (True, False):
        yield pages.without(t, meeting(x), x.name, texts(t, x, "")[0], plans=plans)


@sample
def pages_form(t: Words, x: Texts) -> Iterator[Drawn]:
    yield pages.form(t, meeting(x))
    yield pages.form(t, meeting(x), cut(x.name, pages.NAME))


@sample
def pages_listed(t: Words, x: Texts) -> Iterator[Drawn]:
    for count in (0, 1, 20):
        yield pages.listed(t, meeting(x), [(BIG - n, x.name, n > 0) for n in range(count)])


@sample
def pages_ended(t: Words, x: Texts) -> Iterator[Drawn]:
    here = meeting(x)
    yield pages.ended(t, here, x.name, pages.again(t, here, BIG))


@sample
def pages_theirs(t: Words, x: Texts) -> Iterator[Drawn]:
    here = meeting(x)
    yield pages.theirs(t, here, x.name, pages.own(t, here))


@sample
def pages_alone(t: Words, x: Texts) -> Iterator[Drawn]:
    yield pages.alone(t, meeting(x), ADDRESS)


@sample
def name_lists_form(t: Words, x: Texts) -> Iterator[Drawn]:
    yield name_lists.form(t, meeting(x))


@sample
def name_lists_preview(t: Words, x: Texts) -> Iterator[Drawn]:
    name = cut(x.name, 80)
    for count in (1, 60):
        lines = [
            Line(name, ANSWERS[n % 4], None if n % 3 else n + 1, x.name if n % 3 == 1 else "")
            for n in range(count)
        ]
        reading = Reading(lines, unread=[x.title] * (count - 1))
        yield name_lists.preview(t, meeting(x), reading, BIG)


@sample
def name_lists_asked(t: Words, x: Texts) -> Iterator[Drawn]:
    for reading in (
        Reading(
            pairs=[Pair(0, (Line(x.name, "yes"), Line(x.name, "yes")))] * 60, unread=[x.title] * 60
        ),
        Reading(twice=[x.name]),
    ):
        yield name_lists.asked(t, meeting(x), reading, BIG)


@sample
def name_lists_kept(t: Words, x: Texts) -> Iterator[Drawn]:
    for count in (0, 1, 60):
        yield name_lists.kept(t, meeting(x), count, BIG)


@sample
def name_lists_undone(t: Words, x: Texts) -> Iterator[Drawn]:
    yield name_lists.undone(t, meeting(x))


@sample
def meetings_who_for_a_coordinator(t: Words, x: Texts) -> Iterator[Drawn]:
    yield meetings.who(t, meeting(x), standing(x, 3), plans=True)


@sample
def rsvps_choose_with_a_colleague(t: Words, x: Texts) -> Iterator[Drawn]:
    own = comes(x, SENT)
    own.guests = 0
    for theirs in (None, answer("no"), answer("yes")):
        yield rsvps.choose(t, meeting(x), own, 0, theirs)
