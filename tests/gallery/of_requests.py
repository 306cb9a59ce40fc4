"""Samples of what people see of what they asked for, and coordinators of kits and the stock."""

from collections.abc import Iterator

from bot.core import kits as core
from bot.core import lives
from bot.core.asked_for import Asked
from bot.core.kit_imports import Plan
from bot.core.kit_lists import Fault, Line, Why
from bot.core.requests import NOTE, PURPOSE, TOLD, WHY
from bot.store.tables import Kit, Move, Request, RequestEvent
from bot.ui import fit
from bot.views import asking, kit_lists, kits, request_news, requests, stock, stocking
from bot.views.words import Words
from tests.gallery.of_imports import SECRET
from tests.gallery.register import BIG, MANY_NAMES, NOON, Drawn, meeting, network, sample
from tests.gallery.texts import Texts

DAY = NOON.date()
MANY = 60


def kit(x: Texts, number: int = BIG, kind: str = "class-set", *, trained: bool = True) -> Kit:
    """A kit as a coordinator typed it."""
    return Kit(
        id=number, network_id=BIG, name=fit(x.title, core.NAME), kind=kind,
        place=fit(x.venue, core.PLACE), trained=trained, most=BIG, days=core.DAYS,
        note=fit(x.about, core.NOTE), approved="nobody",
    )  # fmt: skip


def row(x: Texts, state: str, number: int = BIG) -> Request:
    """What somebody asked for."""
    return Request(
        id=number, network_id=BIG, member_id=1, kind="kit", kit_id=BIG, count=core.MOST,
        pupils=9999, purpose=fit(x.about, PURPOSE), first=DAY, until=DAY, state=state,
        asked_at=NOON, marked_at=NOON, why=fit(x.reason, WHY), reached=9999,
        told=fit(x.about, TOLD), note=fit(x.about, NOTE),
    )  # fmt: skip


def asked(
    x: Texts, state: str, number: int = BIG, kind: str = "class-set", *, late: bool = False
) -> Asked:
    """The same with all that is known of it."""
    return Asked(
        row(x, state, number), kit(x, kind=kind), x.name, BIG, core.MOST, core.MOST,
        fits=False, note=fit(x.about, NOTE), overdue=late, priority_first=True,
    )  # fmt: skip


def room(x: Texts, state: str) -> Asked:
    """A room that was asked for."""
    one = row(x, state)
    one.kind, one.kit_id = "room", None
    return Asked(one, None, x.name)


def each(x: Texts) -> Iterator[Asked]:
    """A request in every state, of everything that can be asked for."""
    for state in lives.STATES:
        for kind in ("class-set", "consumable"):
            yield asked(x, state, kind=kind, late=state in lives.OUT)
    for state in (lives.ASKED, lives.APPROVED, lives.DONE):
        yield room(x, state)


def places(n: int) -> dict[str, int]:
    """Pieces on many shelves."""
    return {f"shelf:{one}": core.MOST for one in range(n)} | {"for:1": BIG, "with:1": BIG}


@sample
def asking_ask_form(t: Words, x: Texts) -> Iterator[Drawn]:
    known = [kit(x, BIG - n) for n in range(MANY)]
    wish = {"thing": f"kit-{BIG}", "purpose": fit(x.about, PURPOSE), "from": DAY.isoformat()}
    yield asking.ask_form(t, f"request:0:ask:{BIG}:{BIG}:{BIG}", known, wish)
    yield asking.ask_form(t, f"request:0:ask:{BIG}", [], {})


@sample
def asking_longer_form(t: Words, x: Texts) -> Iterator[Drawn]:
    yield asking.longer_form(t, row(x, lives.IN_USE))


@sample
def asking_why_form(t: Words, x: Texts) -> Iterator[Drawn]:
    for act in lives.NEEDS_A_REASON:
        yield asking.why_form(t, row(x, lives.IN_USE), act)


@sample
def asking_some_form(t: Words, x: Texts) -> Iterator[Drawn]:
    yield asking.some_form(t, row(x, lives.IN_USE))


@sample
def asking_tale_form(t: Words, x: Texts) -> Iterator[Drawn]:
    yield asking.tale_form(t, row(x, lives.IN_USE))


@sample
def requests_card(t: Words, x: Texts) -> Iterator[Drawn]:
    for one in each(x):
        yield requests.card(t, one, x.word)


@sample
def requests_mine(t: Words, x: Texts) -> Iterator[Drawn]:
    yield requests.mine(t, network(x), [], 0)
    some = [asked(x, lives.STATES[n % len(lives.STATES)], BIG - n) for n in range(MANY)]
    yield requests.mine(t, network(x), some, 2, plans=True)


@sample
def requests_kits(t: Words, x: Texts) -> Iterator[Drawn]:
    yield requests.kits(t, network(x), [], 0)
    yield requests.kits(t, network(x), [(kit(x, BIG - n), places(1)) for n in range(MANY)], 2)


@sample
def requests_not_so_far(t: Words, x: Texts) -> Iterator[Drawn]:
    yield requests.not_so_far(t, row(x, lives.SENT), BIG)


@sample
def requests_others_wait(t: Words, x: Texts) -> Iterator[Drawn]:
    yield requests.others_wait(t, row(x, lives.SENT))


@sample
def kits_queue(t: Words, x: Texts) -> Iterator[Drawn]:
    yield kits.queue(t, network(x), [], 0, 0, 0)
    states = (lives.ASKED, lives.ASKED, lives.RESERVED, lives.GIVEN_BACK, lives.READY)
    some = [asked(x, state, BIG - n) for n, state in enumerate(states)]
    yield kits.queue(t, network(x), some, BIG, 3, BIG, x.word)


@sample
def kits_card(t: Words, x: Texts) -> Iterator[Drawn]:
    acts = [*lives.ACTS, "ask"]
    steps = [
        RequestEvent(network_id=1, request_id=1, act=act, before="", after="", at=NOON,
                     why=fit(x.reason, WHY))
        for act in acts
    ]  # fmt: skip
    for n, one in enumerate(each(x)):
        yield kits.card(t, one, [(step, x.name) for step in steps[n % len(acts) :]], x.word)


@sample
def kits_late(t: Words, x: Texts) -> Iterator[Drawn]:
    yield kits.late(t, network(x), [])
    yield kits.late(t, network(x), [asked(x, lives.IN_USE, BIG - n) for n in range(MANY)])


@sample
def kits_in_line(t: Words, x: Texts) -> Iterator[Drawn]:
    yield kits.in_line(t, kit(x), [], 0)
    yield kits.in_line(t, kit(x), [asked(x, lives.WAITING, BIG - n) for n in range(MANY)], 2)


@sample
def kits_waiting(t: Words, x: Texts) -> Iterator[Drawn]:
    yield kits.waiting(t, network(x), BIG)


@sample
def kits_slow(t: Words, x: Texts) -> Iterator[Drawn]:
    yield kits.slow(t, network(x), BIG, BIG)


@sample
def kits_who_page(t: Words, x: Texts) -> Iterator[Drawn]:
    yield kits.who_page(t, network(x), [], [], 0)
    had = [(row(x, lives.TOLD), x.name) for _ in range(MANY)]
    yield kits.who_page(t, network(x), had, [x.network] * MANY_NAMES, 2)


@sample
def stock_page(t: Words, x: Texts) -> Iterator[Drawn]:
    yield stock.page(t, network(x), [], 0)
    mine = network(x)
    mine.priority_first = True
    yield stock.page(t, mine, [(kit(x, BIG - n), places(1)) for n in range(MANY)], 2)


@sample
def stock_one(t: Words, x: Texts) -> Iterator[Drawn]:
    for kind in core.KINDS:
        yield stock.one(t, kit(x, kind=kind), places(MANY), [meeting(x)] * MANY, x.word, BIG)
    yield stock.one(t, kit(x), {}, [])


@sample
def stock_moved(t: Words, x: Texts) -> Iterator[Drawn]:
    ways = ("new", "gone", f"for:{BIG}", f"with:{BIG}", f"shelf:{fit(x.venue, core.PLACE)}")
    moves = [
        Move(network_id=1, kit_id=1, from_place=ways[n % 5], to_place=ways[(n + 2) % 5],
             count=core.MOST, reason=fit(x.reason, stock.REASON), at=NOON)
        for n in range(MANY)
    ]  # fmt: skip
    yield stock.moved(t, kit(x), [(one, x.name) for one in moves], 2)


@sample
def stocking_add_form(t: Words, x: Texts) -> Iterator[Drawn]:
    yield stocking.add_form(t, network(x))


@sample
def stocking_change_form(t: Words, x: Texts) -> Iterator[Drawn]:
    yield stocking.change_form(t, kit(x))


@sample
def stocking_rules_form(t: Words, x: Texts) -> Iterator[Drawn]:
    yield stocking.rules_form(t, kit(x))


@sample
def stocking_count_form(t: Words, x: Texts) -> Iterator[Drawn]:
    yield stocking.count_form(t, kit(x), core.MOST)


@sample
def stocking_train_form(t: Words, x: Texts) -> Iterator[Drawn]:
    yield stocking.train_form(t, kit(x), [meeting(x, BIG - n) for n in range(MANY)])


@sample
def request_news_back(t: Words, x: Texts) -> Iterator[Drawn]:
    for late in (True, False):
        yield request_news.back(t, asked(x, lives.IN_USE), late=late)


@sample
def request_news_tale(t: Words, x: Texts) -> Iterator[Drawn]:
    for state in lives.USED:
        yield request_news.tale(t, asked(x, state))


@sample
def kit_lists_page(t: Words, x: Texts) -> Iterator[Drawn]:
    yield kit_lists.page(t, network(x), SECRET)
    yield kit_lists.page(t, network(x))


@sample
def kit_lists_paste_form(t: Words, x: Texts) -> Iterator[Drawn]:
    yield kit_lists.paste_form(t, network(x))


@sample
def kit_lists_looked(t: Words, x: Texts) -> Iterator[Drawn]:
    wrong = [Fault(BIG - n, [*Why][n % len(Why)], x.title) for n in range(MANY)]
    line = Line(1, fit(x.title, core.NAME))
    yield kit_lists.looked(t, network(x), Plan([line] * 9, [(line, kit(x))], BIG, wrong), BIG)
    yield kit_lists.looked(t, network(x), Plan(), BIG)


@sample
def kit_lists_taken(t: Words, x: Texts) -> Iterator[Drawn]:
    yield kit_lists.taken(t, network(x), BIG, BIG, BIG)


@sample
def kit_lists_undone(t: Words, x: Texts) -> Iterator[Drawn]:
    yield kit_lists.undone(t, network(x), BIG, [x.title] * MANY)
