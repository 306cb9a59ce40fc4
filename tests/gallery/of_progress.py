"""Samples of what people who go together are asked and told, and of what came of the rounds."""

from collections.abc import Iterator, Sequence

from bot.core.buddy_report import Figures, Report, Use, Year
from bot.core.progress import SAYS, USE, Mine
from bot.store.tables import Pair, Paired, Round
from bot.ui import Message
from bot.views import buddy_report, progress
from bot.views.words import Words
from tests.gallery.register import BIG, MANY_NAMES, NOON, Drawn, network, plain, sample
from tests.gallery.texts import Texts

ROUNDS = 9


def pair(state: str = "on") -> Pair:
    """People who go together, or did."""
    return Pair(
        id=BIG, network_id=BIG, round_id=BIG, number=1, state=state, introduced_at=NOON
    )  # fmt: skip


def of(number: int = BIG) -> Round:
    """A round that goes on."""
    return Round(
        id=BIG, network_id=BIG, number=number, seed=1, state="on", made_at=NOON, introduced_at=NOON,
        ends_at=NOON,
    )  # fmt: skip


def mine(x: Texts, said: str = "", use: str = "", state: str = "on") -> Mine:
    """A person's part in it."""
    row = Paired(network_id=BIG, pair_id=BIG, member_id=BIG, met=said, of_use=use)
    return Mine(pair(state), row, of(), (x.name, x.name), NOON)


def others(x: Texts) -> tuple[Sequence[str], ...]:
    """In their conversation nobody is named; privately one or two are."""
    return (), (x.name,), (x.name, x.name)


@sample
def progress_half(t: Words, x: Texts) -> Iterator[Drawn]:
    for names in others(x):
        yield progress.half(t, pair(), names)


@sample
def progress_nudge(t: Words, x: Texts) -> Iterator[Drawn]:
    for names in others(x)[1:]:
        yield progress.nudge(t, pair(), names)
        yield progress.nudge(t, pair(), names, rests=False)


@sample
def progress_end(t: Words, x: Texts) -> Iterator[Drawn]:
    for names in others(x):
        yield progress.end(t, pair("over"), names)


@sample
def progress_said(t: Words, x: Texts) -> Iterator[Drawn]:
    for said in SAYS:
        yield progress.said(t, mine(x, said))


@sample
def progress_too_near(t: Words, x: Texts) -> Iterator[Drawn]:
    yield progress.too_near(t, mine(x, "other"))


@sample
def progress_judged(t: Words, x: Texts) -> Iterator[Drawn]:
    for use in USE:
        yield progress.judged(t, mine(x, use=use, state="over"), network(x))


@sample
def progress_line_form(t: Words, x: Texts) -> Iterator[Drawn]:
    yield progress.line_form(t, mine(x))


@sample
def progress_outdated(t: Words, x: Texts) -> Iterator[Drawn]:
    yield progress.outdated(t, network(x))


@sample
def progress_resting(t: Words, x: Texts) -> Iterator[Drawn]:
    yield progress.resting(t, network(x))


@sample
def progress_now_blocks(t: Words, x: Texts) -> Iterator[Drawn]:
    for said in ("", *SAYS):
        shown = progress.now_blocks(t, mine(x, said))
        yield Message("", (*shown, progress.way_back(t, network(x))))


@sample
def progress_judge_blocks(t: Words, x: Texts) -> Iterator[Drawn]:
    for use in ("", *USE):
        yield Message("", tuple(progress.judge_blocks(t, mine(x, use=use, state="over"))))


@sample
def progress_earlier(t: Words, x: Texts) -> Iterator[Drawn]:
    found = [
        mine(x, "met"), mine(x, "other", state="ended"), mine(x, use="somewhat", state="over"),
    ]  # fmt: skip
    yield progress.earlier(t, network(x), [], 0)
    yield progress.earlier(t, network(x), found * 5, 1)


@sample
def progress_alone(t: Words, x: Texts) -> Iterator[Drawn]:
    yield progress.alone(t, network(x))


@sample
def progress_stays(t: Words, x: Texts) -> Iterator[Drawn]:
    yield progress.stays(t, mine(x))


def figures(x: Texts, number: int) -> Figures:
    """A round with many for whom nobody was found."""
    use = Use(BIG, BIG, BIG) if number % 2 else None
    return Figures(of(number), BIG, BIG, BIG, [x.name] * MANY_NAMES, BIG, use, is_open=number > 8,
                   later=BIG, hanging=BIG)  # fmt: skip


@sample
def buddy_report_message(t: Words, x: Texts) -> Iterator[Drawn]:
    yield buddy_report.message(t, network(x), Report())
    rounds = [figures(x, BIG - number) for number in range(ROUNDS)]
    year = Year(ROUNDS, BIG, BIG, Use(BIG, BIG, BIG))
    for at in (0, 1):
        report = Report(rounds, year, [x.name] * MANY_NAMES)
        yield buddy_report.message(t, network(x), report, at)


@sample
def buddy_report_waiting(t: Words, x: Texts) -> Iterator[Drawn]:
    yield Message("", tuple(buddy_report.waiting(t, network(x), BIG)))


plain(progress.nobody_found, progress.back, progress.closed, buddy_report.filed)
