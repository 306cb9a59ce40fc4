"""Samples of what people see of offers, of what fits a request, and who is asked for help."""

from collections.abc import Iterator

from bot.core import lives
from bot.core.giving import ANY, KINDS, LINK, WORDS, Fitting
from bot.store.tables import Approach, Offer
from bot.ui import fit
from bot.views import giving, helping
from bot.views.words import Words
from tests.gallery.of_requests import asked, kit, room, row
from tests.gallery.register import BIG, NOON, Drawn, network, sample
from tests.gallery.texts import Texts

MANY = 60
ADDRESS = "https://example.org/" + "a" * (LINK - 20)


def offer(x: Texts, number: int = BIG, kind: str = "read", *, link: bool = True) -> Offer:
    """What somebody offers."""
    return Offer(
        id=number, network_id=BIG, member_id=1, kind=kind, words=fit(x.about, WORDS),
        link=ADDRESS if link else "", phase=ANY, language="en", until=NOON.date(), made_at=NOON,
    )  # fmt: skip


def approach(number: int = BIG) -> Approach:
    """Somebody is asked."""
    return Approach(
        id=number, network_id=BIG, request_id=BIG, member_id=1, state="yes", asked_at=NOON,
        answered_at=NOON,
    )  # fmt: skip


def fitting(x: Texts) -> Fitting:
    """As much as can fit."""
    kits = [(kit(x, BIG - n), BIG) for n in range(3)]
    offers = [offer(x, BIG - n, KINDS[n], link=n == 0) for n in range(3)]
    return Fitting(kits, offers, BIG)


@sample
def giving_offer_form(t: Words, x: Texts) -> Iterator[Drawn]:
    gift = {"kind": "read", "words": fit(x.about, WORDS), "until": "2026-12-01", "link": ADDRESS}
    yield giving.offer_form(t, f"offer:0:add:{BIG}", {})
    yield giving.offer_form(t, f"offer:{BIG}:change", gift, anew=False)


@sample
def giving_longer_form(t: Words, x: Texts) -> Iterator[Drawn]:
    yield giving.longer_form(t, offer(x))


@sample
def giving_card(t: Words, x: Texts) -> Iterator[Drawn]:
    for kind in KINDS:
        for is_open in (True, False):
            yield giving.card(t, offer(x, kind=kind), is_open=is_open, said=(x.word, x.word))


@sample
def giving_mine(t: Words, x: Texts) -> Iterator[Drawn]:
    yield giving.mine(t, network(x), [], [])
    some = [(offer(x, BIG - n, KINDS[n % len(KINDS)]), n % 2 == 0) for n in range(MANY)]
    helped = [(approach(BIG - n), row(x, lives.FOUND), x.name if n else "") for n in range(MANY)]
    asks = [(approach(BIG - MANY - n), row(x, lives.ASKED)) for n in range(MANY)]
    yield giving.mine(t, network(x), some, helped, 2, rests=True, questions=asks)


@sample
def helping_question(t: Words, x: Texts) -> Iterator[Drawn]:
    for one in (asked(x, lives.ASKED), room(x, lives.ASKED)):
        for given in (offer(x), None):
            yield helping.question(t, network(x), approach(), one, given)


@sample
def helping_thanks(t: Words, x: Texts) -> Iterator[Drawn]:
    yield helping.thanks(t, asked(x, lives.FOUND), BIG)
    yield helping.thanks(t, room(x, lives.FOUND))


@sample
def helping_too_late(t: Words, _: Texts) -> Iterator[Drawn]:
    yield helping.too_late(t, BIG)


@sample
def helping_at_peace(t: Words, _: Texts) -> Iterator[Drawn]:
    for ever in (True, False):
        yield helping.at_peace(t, BIG, ever=ever)


@sample
def helping_nobody(t: Words, x: Texts) -> Iterator[Drawn]:
    for state in (lives.ASKED, lives.WAITING, lives.DECLINED):
        yield helping.nobody(t, asked(x, state), fitting(x))
    yield helping.nobody(t, room(x, lives.ASKED), Fitting())


@sample
def helping_fits(t: Words, x: Texts) -> Iterator[Drawn]:
    for kind in KINDS:
        yield helping.fits(t, asked(x, lives.ASKED), offer(x, kind=kind, link=kind == "read"))


@sample
def helping_over(t: Words, x: Texts) -> Iterator[Drawn]:
    yield helping.over(t, offer(x))


@sample
def helping_with_fits(t: Words, x: Texts) -> Iterator[Drawn]:
    for state in (lives.ASKED, lives.DECLINED, lives.WAITING):
        yield helping.with_fits(t, asked(x, state), fitting(x), x.word)
