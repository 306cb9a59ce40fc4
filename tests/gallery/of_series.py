"""Samples of meetings that come again, and of the reminder of the day."""

from collections.abc import Iterator

from bot.core.series import MOST, RULES
from bot.store.tables import Meeting, Series
from bot.views import series
from bot.views.words import Words
from tests.gallery.register import BIG, NOON, Drawn, answer, meeting, sample
from tests.gallery.texts import Texts


def row(rule: str) -> Series:
    """A series with the longest number."""
    return Series(
        id=BIG, network_id=BIG, rule=rule, local_start=NOON.replace(tzinfo=None), begun_at=NOON
    )


def times(x: Texts, count: int, without: tuple[str, ...] = ()) -> list[Meeting]:
    """So many meetings, each other one called off."""
    states = ("planned", "called off")
    return [meeting(x, BIG - i, state=states[i % 2], without=without) for i in range(count)]


@sample
def series_form(t: Words, x: Texts) -> Iterator[Drawn]:
    yield series.form(t, meeting(x))


@sample
def series_waiting(t: Words, x: Texts) -> Iterator[Drawn]:
    for count in (2, MOST):
        yield series.waiting(t, row("weekly"), times(x, count), t("Sent."))
        days = [(NOON.date(), x.word), (NOON.date(), "")] * count
        yield series.waiting(t, row("weekly"), times(x, MOST), t("Sent."), days)


@sample
def series_post(t: Words, x: Texts) -> Iterator[Drawn]:
    for rule in RULES:
        yield series.post(t, row(rule), times(x, MOST))
    yield series.post(t, row("monthly"), times(x, 1, without=("venue",)))


@sample
def series_dates(t: Words, x: Texts) -> Iterator[Drawn]:
    ahead = times(x, MOST)
    mine = {BIG - i: answer("released") for i in range(0, MOST, 4)}
    for page in (0, 1, 99):
        for plans in (True, False):
            yield series.dates(t, ahead[0], ahead, mine, plans=plans, page=page)
    yield series.dates(t, meeting(x), [], {}, plans=False)


@sample
def series_undone(t: Words, x: Texts) -> Iterator[Drawn]:
    yield series.undone(t, meeting(x))
