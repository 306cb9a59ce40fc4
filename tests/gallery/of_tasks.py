"""Samples of a task to try with one class, and of what happened there."""

from collections.abc import Iterator
from datetime import date

from bot.core import plans
from bot.core.impact import EARLY, EVIDENCE, ITEMS, Asked, Figure
from bot.core.impact import Told as ToldInClass
from bot.core.letters import Part
from bot.core.tasks import STATES, Told
from bot.store.tables import Meeting, Trial
from bot.views import agendas, impact, minutes, reminders, tasks
from bot.views.words import Words
from tests.gallery.of_agendas import MOST, asking, items
from tests.gallery.of_minutes import todos, written
from tests.gallery.of_reminders import item
from tests.gallery.register import BIG, NOON, Drawn, meeting, sample
from tests.gallery.texts import Texts, cut


def with_task(x: Texts, number: int = BIG) -> Meeting:
    """A meeting with a task as long as may be."""
    found = meeting(x, number)
    found.task, found.task_due = cut(f"{x.title} " * 3, tasks.WHAT), date(2027, 1, 20)
    return found


def trial(x: Texts, number: int = 1) -> Trial:
    """How it went, with a line as long as may be, or none."""
    return Trial(
        network_id=1, meeting_id=1, member_id=number, state=STATES[number % 3], said_at=NOON,
        line=cut(x.word, 120) if number % 2 else "",
    )  # fmt: skip


@sample
def tasks_form(t: Words, x: Texts) -> Iterator[Drawn]:
    yield tasks.form(t, with_task(x))
    yield tasks.form(t, meeting(x), cut(x.title, tasks.WHAT))


@sample
def tasks_line_form(t: Words, x: Texts) -> Iterator[Drawn]:
    yield tasks.line_form(t, with_task(x), trial(x))


@sample
def tasks_told(t: Words, x: Texts) -> Iterator[Drawn]:
    for number in (1, 2):
        yield tasks.told(t, with_task(x), trial(x, number))


@sample
def tasks_none(t: Words, x: Texts) -> Iterator[Drawn]:
    yield tasks.none(t, meeting(x))


@sample
def tasks_not_there(t: Words, x: Texts) -> Iterator[Drawn]:
    yield tasks.not_there(t, with_task(x))


@sample
def tasks_trials(t: Words, x: Texts) -> Iterator[Drawn]:
    for count, at in ((0, 0), (1, 0), (20, 1)):
        told = [Told(trial(x, n), x.name if n else "") for n in range(count)]
        yield tasks.trials(t, with_task(x), told, at)


@sample
def tasks_stays(t: Words, x: Texts) -> Iterator[Drawn]:
    yield tasks.stays(t, with_task(x))


@sample
def minutes_with_a_task(t: Words, x: Texts) -> Iterator[Drawn]:
    for said in (None, trial(x)):
        yield minutes.page(
            t, with_task(x), written(x), todos(x, 9), me=1, writes=True,
            trial=said, tries=True, reads=said is not None,
        )  # fmt: skip
    yield minutes.post(t, with_task(x), written(x), todos(x, 9))
    opening = tasks.opening(t, with_task(x).task)
    yield agendas.page(t, meeting(x), [], [], open_=True, opening=opening)


@sample
def reminders_message_with_a_task(t: Words, x: Texts) -> Iterator[Drawn]:
    for count in (1, 3):
        both = (item(x, plans.TODAY, reworded=True),)
        parts = [
            Part(asking(x, BIG - n), both, items(x, MOST), link=True, opening=with_task(x).task)
            for n in range(count)
        ]
        yield reminders.message(t, parts, NOON.date())


def told_in_class(x: Texts, count: int) -> list[ToldInClass]:
    """What people told, as long as may be."""
    answers = dict.fromkeys(ITEMS, EARLY) | {EVIDENCE: cut(f"{x.about} " * 9, impact.WORDS)}
    return [ToldInClass(x.name if n else "", answers, NOON) for n in range(count)]


@sample
def impact_form(t: Words, x: Texts) -> Iterator[Drawn]:
    said = dict.fromkeys(ITEMS, "agree") | {EVIDENCE: cut(f"{x.about} " * 9, impact.WORDS)}
    yield impact.form(t, meeting(x), Asked(1, ITEMS, said), cut(x.about, 120))
    yield impact.form(t, meeting(x), Asked(2, ITEMS[:1], {}), "")


@sample
def impact_thanks(t: Words, x: Texts) -> Iterator[Drawn]:
    for early in (True, False):
        for writes in (True, False):
            yield impact.thanks(t, meeting(x), early=early, writes=writes)


@sample
def impact_closed(t: Words, x: Texts) -> Iterator[Drawn]:
    for opens in (None, NOON):
        yield impact.closed(t, meeting(x), opens)


@sample
def impact_not_asked(t: Words, x: Texts) -> Iterator[Drawn]:
    yield impact.not_asked(t, meeting(x))


@sample
def impact_for_others(t: Words, x: Texts) -> Iterator[Drawn]:
    for circle in ("room", "coordinators"):
        found = meeting(x)
        found.circle = circle
        yield impact.for_others(t, found)


@sample
def impact_open_ones(t: Words, x: Texts) -> Iterator[Drawn]:
    for count, on in ((0, None), (0, NOON.date()), (9, None)):
        yield impact.open_ones(t, [(meeting(x, BIG - n), n % 2 > 0) for n in range(count)], on)


@sample
def impact_results(t: Words, x: Texts) -> Iterator[Drawn]:
    figures = [Figure(item, 9_999, 9_999, n) for n, item in enumerate(ITEMS)]
    for count, names, found in (
        (0, True, []),
        (1, True, []),
        (9, True, figures),
        (9, False, figures),
    ):
        yield impact.results(t, meeting(x), found, told_in_class(x, count), at=1, names=names)


@sample
def impact_which(t: Words, x: Texts) -> Iterator[Drawn]:
    yield impact.which(t, [meeting(x, BIG - n) for n in range(9)])
