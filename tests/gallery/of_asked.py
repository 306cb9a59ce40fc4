"""Samples of the answers to plain words."""

from collections.abc import Iterator

from bot.ui import Button
from bot.views import asked
from bot.views.words import Words
from tests.gallery.register import BIG, Drawn, meeting, sample
from tests.gallery.texts import Texts


def some(t: Words, x: Texts) -> list[Button]:
    """Three buttons, each with its meeting's name."""
    one, label = meeting(x), t("When and where")
    actions = [f"meeting:{BIG}:read", f"agenda:{BIG}:show", f"rsvp:{BIG}:choose"]
    return [asked.button(one, label, action, named=True) for action in actions]


@sample
def asked_offered(t: Words, x: Texts) -> Iterator[Drawn]:
    one = meeting(x)
    for said in (asked.about(t, [one, one]), asked.about(t, []), asked.no_such_day(t, one)):
        yield asked.offered(t, said, some(t, x))
    yield asked.offered(t, asked.no_such_day(t, None), some(t, x)[:1])
    yield asked.offered(t, asked.for_coordinators(t, one), some(t, x), [x.name] * 20)


@sample
def asked_unclear(t: Words, x: Texts) -> Iterator[Drawn]:
    yield asked.unclear(t, x.about, some(t, x))
    yield asked.unclear(t, "", [Button(t("Help"), "network:0:help")])


@sample
def asked_openly(t: Words, x: Texts) -> Iterator[Drawn]:
    yield asked.openly(t, meeting(x), some(t, x))
    yield asked.openly(t, None, [Button(t("What is next"), "network:0:home")])
