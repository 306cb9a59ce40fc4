"""Samples of being away, looking after a network, handing it over, and leaving a school."""

from collections.abc import Iterator

from bot.core import lives
from bot.core.away import Nobody
from bot.core.buddy_report import Stand
from bot.core.duties import AFTER, DEPUTY, STAND_IN, TAKE_OVER
from bot.core.hand_over import Known
from bot.core.left_school import LONG, Invited
from bot.core.polls import Poll
from bot.store.tables import Absence, Duty, Institution, Member, Question
from bot.ui import Message
from bot.views import away, duties, hand_over, left_school, notes
from bot.views.words import Words
from tests.gallery import of_requests
from tests.gallery.of_minutes import todos
from tests.gallery.of_requests import kit, places
from tests.gallery.register import (
    BIG,
    MANY_NAMES,
    NOON,
    ZONE,
    Drawn,
    meeting,
    network,
    place,
    plain,
    sample,
)
from tests.gallery.texts import Texts, cut

DAY = NOON.date()


def absence(member: int = 1) -> Absence:
    """Somebody is away."""
    return Absence(id=1, network_id=1, member_id=member, since=NOON, back_at=NOON, said_at=NOON)


def nobody(x: Texts, *, named: bool, instead: bool) -> Nobody:
    """All coordinators are away."""
    return Nobody(
        [x.name] * (MANY_NAMES if named else 0), NOON, [x.name] * (3 if instead else 0), 1
    )


def duty(kind: str, state: str = "asked", after: str = DEPUTY) -> Duty:
    """What somebody is asked to look after."""
    return Duty(id=BIG, network_id=BIG, member_id=1, kind=kind, state=state, asked_by=2,
                after=after, made_at=NOON, until=NOON)  # fmt: skip


def known(x: Texts, count: int) -> Known:
    """What a network knows, so many of everything."""
    names = [Member(id=n, name=x.name) for n in range(count)]
    ahead = [meeting(x, BIG - n) for n in range(count)]
    for one in ahead:
        one.task, one.task_due, one.series_id = x.title, DAY, 1
    asked = Question(network_id=1, words=x.reason, circle="network", asked_at=NOON, closes_at=NOON)
    return Known(
        network=network(x),
        coordinators=names,
        stand_ins=[1],
        asked=[(duty(TAKE_OVER), x.name)] * min(count, 2),
        away=[(absence(n), one) for n, one in enumerate(names)],
        people=count,
        guests=count,
        schools=[x.network] * count,
        places=[place(x, listed=True)] * count,
        terms=[],
        meetings=ahead,
        needs=[],
        undelivered=count,
        todos=todos(x, count),
        tasks=ahead,
        outgoing=[],
        polls=[Poll("meeting"), Poll("visit")],
        questions=[asked] * count,
        buddies=Stand(BIG, 12, DAY, NOON, BIG),
        stock=[(kit(x), places(count))] * count,
        out=[of_requests.asked(x, lives.IN_USE)] * count,
        requests=[of_requests.asked(x, lives.ASKED)] * count,
    )


@sample
def away_form(t: Words, x: Texts) -> Iterator[Drawn]:
    for plans in (True, False):
        yield away.form(t, network(x), plans=plans, until=x.word, problem=x.word)


@sample
def away_they_form(t: Words, x: Texts) -> Iterator[Drawn]:
    yield away.they_form(t, network(x))


@sample
def away_is_here(t: Words, _: Texts) -> Iterator[Drawn]:
    yield away.is_here(t)


@sample
def duties_is_asked(t: Words, x: Texts) -> Iterator[Drawn]:
    for hears in (True, False):
        yield Message("", duties.is_asked(t, network(x), duty(DEPUTY), x.name, hears=hears))


@sample
def duties_not_needed(t: Words, _: Texts) -> Iterator[Drawn]:
    yield duties.not_needed(t)


@sample
def duties_instead_form(t: Words, x: Texts) -> Iterator[Drawn]:
    yield duties.instead_form(t, network(x), str(DAY))


@sample
def duties_plans_already(t: Words, x: Texts) -> Iterator[Drawn]:
    yield duties.plans_already(t, x.name)


@sample
def duties_goes_on(t: Words, x: Texts) -> Iterator[Drawn]:
    yield duties.goes_on(t, network(x), duty(STAND_IN), x.name)


@sample
def away_gone(t: Words, x: Texts) -> Iterator[Drawn]:
    for can_ask in (None, [], [x.name] * 20):
        yield away.gone(t, DAY, can_ask, network(x), decides=can_ask is not None)


@sample
def away_they_are_gone(t: Words, x: Texts) -> Iterator[Drawn]:
    for name in (x.name, ""):
        yield away.they_are_gone(t, name, DAY, network(x), BIG, told=bool(name))


@sample
def away_said_of_you(t: Words, x: Texts) -> Iterator[Drawn]:
    yield away.said_of_you(t, network(x), absence())


@sample
def away_line(t: Words, x: Texts) -> Iterator[Drawn]:
    for by in (None, x.name):
        yield Message("", tuple(away.line(t, network(x), absence(), by)))


@sample
def away_welcome(t: Words, _: Texts) -> Iterator[Drawn]:
    for count in (0, 1, 9):
        yield away.welcome(t, count)


@sample
def away_they_are_back(t: Words, x: Texts) -> Iterator[Drawn]:
    yield away.they_are_back(t, x.name)


@sample
def away_is_away(t: Words, x: Texts) -> Iterator[Drawn]:
    one = Member(id=1, name=x.name)
    gone = away.names(t, network(x), [(absence(), one)])
    yield Message("", tuple(away.is_away(t, gone * 20)))


@sample
def away_nobody(t: Words, x: Texts) -> Iterator[Drawn]:
    yield away.nobody(t, network(x), None)
    for named, instead in ((True, True), (True, False), (False, False)):
        yield away.nobody(t, network(x), nobody(x, named=named, instead=instead))


@sample
def away_nobody_is_here(t: Words, x: Texts) -> Iterator[Drawn]:
    found = nobody(x, named=True, instead=False)
    yield Message("", tuple(away.nobody_is_here(t, network(x), found)))
    mine = duties.has_offered(t, network(x), duty(STAND_IN, "offered"))
    yield Message("", tuple(away.nobody_is_here(t, network(x), found, mine)))


@sample
def away_stand_in_form(t: Words, x: Texts) -> Iterator[Drawn]:
    yield away.stand_in_form(t, network(x), x.word)


@sample
def duties_asked(t: Words, x: Texts) -> Iterator[Drawn]:
    for kind in (DEPUTY, STAND_IN, TAKE_OVER):
        yield Message("", tuple(duties.asked(t, network(x), duty(kind), x.name)))


@sample
def duties_offered(t: Words, x: Texts) -> Iterator[Drawn]:
    yield Message("", tuple(duties.offered(t, network(x), duty(STAND_IN), x.name)))


@sample
def duties_on(t: Words, x: Texts) -> Iterator[Drawn]:
    for kind in (DEPUTY, TAKE_OVER):
        for untold in ("", x.name):
            yield duties.on(t, network(x), duty(kind), untold=untold)


@sample
def duties_no(t: Words, x: Texts) -> Iterator[Drawn]:
    for untold in ("", x.name):
        yield duties.no(t, untold=untold)


@sample
def duties_answered(t: Words, x: Texts) -> Iterator[Drawn]:
    ways = [(kind, False, DEPUTY) for kind in (STAND_IN, DEPUTY)]
    for state in ("on", "no", "over"):
        takes = [(TAKE_OVER, False, after) for after in AFTER]
        for kind, mine, after in (*ways, *takes, (STAND_IN, True, DEPUTY)):
            row = duty(kind, state, after)
            drawn = duties.answered(t, network(x), row, x.name, mine=mine)
            assert drawn
            yield drawn


@sample
def duties_settled(t: Words, x: Texts) -> Iterator[Drawn]:
    for yes in (True, False):
        yield duties.settled(t, x.name, yes=yes)


plain(duties.waits, duties.only_for_now, duties.may_already)
plain(hand_over.taken, left_school.none_known)


@sample
def hand_over_page(t: Words, x: Texts) -> Iterator[Drawn]:
    # How many pages there are depends on how long the texts are.
    for count, at in ((0, 0), (1, 0), (12, 0)):
        last = len(hand_over.pages(hand_over.sections(t, known(x, count)))) - 1
        yield hand_over.page(t, known(x, count), min(at, last), decides=True)


@sample
def hand_over_form(t: Words, x: Texts) -> Iterator[Drawn]:
    yield hand_over.form(t, network(x))


@sample
def hand_over_asked(t: Words, x: Texts) -> Iterator[Drawn]:
    for others in ((), [x.name] * 2):
        row = duty(TAKE_OVER)
        yield hand_over.asked(t, network(x), row, x.name, hears=not others, instead_of=others)


@sample
def left_school_form(t: Words, x: Texts) -> Iterator[Drawn]:
    schools = [Institution(id=BIG - n, network_id=1, name=x.network) for n in range(30)]
    for count in (1, 30):
        yield left_school.form(t, network(x), schools[:count])


@sample
def left_school_left(t: Words, x: Texts) -> Iterator[Drawn]:
    school = Institution(id=BIG, network_id=1, name=x.network)
    page = f"https://{ZONE}/p/" + "x" * 43
    for name, following, address in (
        ("", None, ""),
        (cut(x.name, left_school.NAME), meeting(x), page),
    ):
        said = left_school.invitation(
            t, network(x), school.name, name, [x.name] * 9, following, address
        )
        yield left_school.left(t, network(x), school, said, "f" * LONG if address else "")
    for invited in (Invited(x.name, off=True), Invited(x.name), Invited()):
        yield notes.note(left_school.taken_back(t, invited))
