"""Samples of buddies: one's own page, the round that coordinators see, and introductions."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta

from bot.core.buddies import WEEKS, Wish
from bot.core.introductions import Reach, Way
from bot.core.pairing.people import Someone
from bot.core.profiles import TONGUES
from bot.core.rounds import PAUSED
from bot.core.together import Mine, Together
from bot.core.topics import vocabulary
from bot.store.tables import BuddyPlan, BuddyWish, NotWith, Pair, Round
from bot.ui import Message
from bot.views import buddies, buddy_forms, introductions, round_words, rounds
from bot.views.words import Words
from tests.gallery.register import (
    BIG,
    MANY_NAMES,
    NOON,
    Drawn,
    network,
    sample,
)
from tests.gallery.texts import Texts, cut

DAY = NOON.date()
TOPICS = sorted(vocabulary(), key=lambda key: -len(vocabulary()[key].names["en"]))
SHOWN = ("work", "help", "wish")


def row(x: Texts, *, task: bool = True, goes: bool = False, bound: int = BIG) -> Round:
    """A round."""
    return Round(
        id=BIG, network_id=BIG, number=99, seed=1, state="preview", made_at=NOON, score=BIG - 9999,
        bound=bound, task=cut(x.reason, introductions.TASK) if task else "",
        goes_at=NOON if goes else None, introduced_at=NOON,
    )  # fmt: skip


def someone(member: int, other: int) -> Someone:
    """Somebody who can help another, and would like to learn what that one knows."""
    return Someone(
        str(member), strengths=frozenset([TOPICS[member % 4]]), languages=frozenset(TONGUES),
        needs=frozenset([TOPICS[other % 4]]), subjects=frozenset([TOPICS[5]]), region="here",
    )  # fmt: skip


def together(
    x: Texts, size: int = 2, *, shown: bool = True, kept: bool = False, number: int = 1
) -> Together:
    """People who go together."""
    pair = Pair(id=BIG - number, network_id=BIG, round_id=BIG, number=number, state="dealt",
                kept=kept, repeat=kept)  # fmt: skip
    members = range(1, size + 1)
    times = [(DAY, "late"), (DAY + timedelta(days=1), "evening")] if shown else []
    return Together(
        pair,
        dict.fromkeys(members, x.name),
        {str(one): someone(one, 3 - one) for one in members},
        {str(one): SHOWN if shown else () for one in members},
        vocabulary(),
        cut(x.reason, introductions.TASK) if shown else "",
        times,
    )


def gone_on(x: Texts) -> Together:
    """Two of three who go on together."""
    found = together(x)
    found.pair.after_pair = BIG
    return replace(found, go_on=True)


def mine(
    x: Texts, way: Way, agreed: tuple[bool | None, ...] = (None, None, None), size: int = 2
) -> Mine:
    """What somebody sees of their buddies."""
    members = range(1, size + 1)
    contact = cut(x.venue, introductions.CONTACT)
    return Mine(
        1,
        together(x, size),
        Reach(way, list(members)),
        dict(zip(members, agreed, strict=False)),
        dict.fromkeys(members[1:], "U" * 11) if way != "exchange" else {},
        dict.fromkeys(members, contact) if all(agreed[:size]) else {},
    )


def every_way(x: Texts) -> Iterator[Mine]:
    """Each way in which people get to each other."""
    for size in (2, 3):
        yield mine(x, "talk", size=size)
        yield mine(x, "write", size=size)
        for agreed in ((None,) * 3, (True, None, None), (True,) * 3, (True, False, None)):
            yield mine(x, "exchange", agreed, size)


def wish(*, paused: bool = False, every: int = 1) -> BuddyWish:
    """Somebody would like a buddy."""
    until = NOON if paused else None
    return BuddyWish(network_id=BIG, member_id=1, since=NOON, paused_until=until, every=every)


@sample
def buddies_page(t: Words, x: Texts) -> Iterator[Drawn]:
    names, day = [x.name] * 9, t.day(DAY)
    for plans in (True, False):
        yield buddies.page(t, network(x), buddies.Page(plans=plans))
        for is_on, next_on in ((False, ""), (True, ""), (True, day)):
            for every in (1, 2):
                said = buddies.Page(wish(every=every), is_on=is_on, next_on=next_on, plans=plans)
                yield buddies.page(t, network(x), said)
        yield buddies.page(t, network(x), buddies.Page(wish(paused=True), day, plans=plans))
        yield buddies.page(t, network(x), buddies.Page(wish(), plans=plans, soon=True))
        for own in every_way(x):
            said = buddies.Page(wish(), "", own, names, is_on=True, plans=plans)
            yield buddies.page(t, network(x), said)


@sample
def buddies_joined(t: Words, x: Texts) -> Iterator[Drawn]:
    page = buddies.page(t, network(x), buddies.Page(wish(), is_on=True, plans=True))
    for private in (True, False):
        yield buddies.joined(t, network(x), page, private=private)


@sample
def buddies_not_in(t: Words, x: Texts) -> Iterator[Drawn]:
    yield buddies.not_in(t, network(x))


@sample
def buddies_left(t: Words, x: Texts) -> Iterator[Drawn]:
    yield buddies.left(t, network(x))


@sample
def buddies_nevers(t: Words, x: Texts) -> Iterator[Drawn]:
    rows = [(NotWith(id=BIG - n, network_id=1, member_id=1, other_id=n), x.name) for n in range(20)]
    for count, at in ((0, 0), (1, 0), (20, 0), (20, 3)):
        yield buddies.nevers(t, network(x), rows[:count], at)


@sample
def buddies_settled(t: Words, x: Texts) -> Iterator[Drawn]:
    for is_on, day in ((False, ""), (True, ""), (True, t.day(DAY))):
        plan = BuddyPlan(network_id=1, is_on=is_on, weeks=4)
        yield buddies.settled(t, network(x), plan, day)


@sample
def buddy_forms_pause_form(t: Words, x: Texts) -> Iterator[Drawn]:
    yield buddy_forms.pause_form(t, network(x), "2026-12-01")


@sample
def buddy_forms_wishes_form(t: Words, x: Texts) -> Iterator[Drawn]:
    yield buddy_forms.wishes_form(t, network(x), Wish("face", 2, "other"))


@sample
def buddy_forms_never_form(t: Words, x: Texts) -> Iterator[Drawn]:
    yield buddy_forms.never_form(t, network(x))


@sample
def buddy_forms_settings_form(t: Words, x: Texts) -> Iterator[Drawn]:
    for plan in (None, BuddyPlan(network_id=1, is_on=True, weeks=12, same_school=True)):
        yield buddy_forms.settings_form(t, network(x), plan, WEEKS)


def shown(x: Texts, here: Sequence[Together], at: int, names: int) -> rounds.Shown:
    """A page of a round, with as many names as there can be."""
    said = [x.name] * names
    is_big = bool(names)
    return rounds.Shown(
        row(x, task=is_big, goes=is_big), 200 if is_big else len(here), 401 if is_big else 2,
        here, at, {PAUSED: said, "": said} if names else {}, said, said, is_big,
        repeats=names, forced=is_big,
    )  # fmt: skip


@sample
def rounds_preview(t: Words, x: Texts) -> Iterator[Drawn]:
    full = [together(x, 3, kept=True, number=n) for n in range(rounds.A_PAGE)]
    yield rounds.preview(t, network(x), shown(x, [together(x, shown=False)], 0, 0))
    yield rounds.preview(t, network(x), shown(x, full, 5, MANY_NAMES))
    twos = [together(x, kept=True, number=n) for n in range(rounds.A_PAGE)]
    yield rounds.preview(t, network(x), shown(x, twos, 1, MANY_NAMES))
    best = rounds.Shown(row(x, bound=BIG - 9999), 1, 2, [together(x)], ends=t.day(DAY), apart=9)
    yield rounds.preview(t, network(x), best)
    yield rounds.preview(t, network(x), rounds.Shown(row(x), 0, 0, []))


@sample
def rounds_apart(t: Words, x: Texts) -> Iterator[Drawn]:
    for at in (0, 1):
        yield rounds.apart(t, row(x), [(BIG - n, x.name, x.name) for n in range(11)], at)


@sample
def rounds_pair(t: Words, x: Texts) -> Iterator[Drawn]:
    for kept in (False, True):
        yield rounds.pair(t, row(x), together(x, 3, kept=kept))


@sample
def rounds_swap_form(t: Words, x: Texts) -> Iterator[Drawn]:
    for count in (1, 25, 26):
        others = [(BIG - n, x.name) for n in range(count)]
        yield rounds.swap_form(t, row(x), together(x, 3), others)


@sample
def rounds_task_form(t: Words, x: Texts) -> Iterator[Drawn]:
    yield rounds.task_form(t, row(x))


@sample
def round_words_introducing(t: Words, x: Texts) -> Iterator[Drawn]:
    for unseen, wait in ((0, 30), (9, 9999)):
        due = NOON + timedelta(seconds=wait)
        yield round_words.introducing(t, network(x), row(x), 34, unseen, due, now=NOON)


@sample
def round_words_going(t: Words, x: Texts) -> Iterator[Drawn]:
    for day in ("", t.day(DAY)):
        yield round_words.going(t, network(x), row(x), (17, 35), day)


@sample
def round_words_together(t: Words, x: Texts) -> Iterator[Drawn]:
    for count, at in ((0, 0), (1, 0), (60, 1)):
        groups = [[x.name] * 3 for _ in range(count)]
        yield round_words.together(t, network(x), row(x), groups, at)


@sample
def round_words_too_few(t: Words, x: Texts) -> Iterator[Drawn]:
    for count in (0, 1):
        yield round_words.too_few(t, network(x), count)


@sample
def round_words_dropped(t: Words, x: Texts) -> Iterator[Drawn]:
    for day in ("", t.day(DAY)):
        yield round_words.dropped(t, network(x), day)


@sample
def round_words_by_itself(t: Words, x: Texts) -> Iterator[Drawn]:
    yield round_words.by_itself(t, network(x), row(x), 17, 35, NOON)
    yield round_words.by_itself(t, network(x), row(x), 0, 0, NOON)


@sample
def round_words_at_home(t: Words, x: Texts) -> Iterator[Drawn]:
    for at in (None, NOON):
        yield Message("", tuple(round_words.next_at_home(t, network(x), row(x), at)))
    yield Message("", (round_words.who_waits(t, network(x), 9),))


@sample
def introductions_introduced(t: Words, x: Texts) -> Iterator[Drawn]:
    for size in (2, 3):
        for is_shown in (True, False):
            yield introductions.introduced(t, together(x, size, shown=is_shown))
    yield introductions.introduced(t, gone_on(x))


@sample
def introductions_told(t: Words, x: Texts) -> Iterator[Drawn]:
    for own in every_way(x):
        for names in ([], [x.name] * MANY_NAMES):
            yield introductions.told(t, network(x), own, names)
    own = mine(x, "talk")
    yield introductions.told(t, network(x), replace(own, them=gone_on(x)), [])


@sample
def introductions_contact_form(t: Words, x: Texts) -> Iterator[Drawn]:
    pair = together(x).pair
    yield introductions.contact_form(t, pair, cut(x.venue, introductions.CONTACT))
