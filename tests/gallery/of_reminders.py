"""Samples of reminders, and of the list that coordinators see of them."""

from collections.abc import Iterator
from datetime import timedelta
from typing import get_args

from bot.core import plans
from bot.core.letters import Part
from bot.core.outgoing import MOST_OWN, Entry
from bot.core.plans import Plan
from bot.core.reminders import Item
from bot.ui import Block, Message
from bot.views import outgoing, reminders
from bot.views.words import Words
from tests.gallery.of_agendas import LINK, MOST, asking, items
from tests.gallery.register import BIG, NOON, Drawn, meeting, sample
from tests.gallery.texts import Texts

NAMES = (plans.UNANSWERED, plans.AGENDA, plans.TODAY, f"own-{BIG}")


def item(x: Texts, name: str, *, reworded: bool) -> Item:
    """A reminder, with a coordinator's words or ours."""
    plan = Plan(name, plans.STANDARD.get(name, "tasks"), NOON, NOON)
    return Item(plan, x.about[6:606] if reworded or name.startswith("own") else "")


def entries(x: Texts, *, reworded: bool) -> list[Entry]:
    """As many lines as there can be, in every state."""
    names = (*NAMES[:3], *(f"own-{BIG - n}" for n in range(MOST_OWN)))
    states = get_args(Entry.__annotations__["state"])
    return [
        Entry(item(x, name, reworded=reworded), 9_999, True, states[n % len(states)], 9_999, n)
        for n, name in enumerate(names)
    ]


def afterwards() -> list[Entry]:
    """All that comes from the beginning of a meeting on, in every state."""
    states = get_args(Entry.__annotations__["state"])
    return [
        Entry(Item(Plan(name, whom, NOON, NOON)), 9_999, True, states[n % len(states)], 9_999, n)
        for n, (name, whom) in enumerate(plans.AFTERWARDS.items())
    ]


@sample
def reminders_message(t: Words, x: Texts) -> Iterator[Drawn]:
    for days in (0, 1, 3):
        for name in NAMES:
            for reworded in (True, False):
                part = Part(meeting(x), (item(x, name, reworded=reworded),))
                yield reminders.message(t, [part], (NOON - timedelta(days=days)).date())
            for agenda in (items(x, 1), items(x, MOST)):
                part = Part(asking(x), (item(x, name, reworded=True),), agenda, link=True)
                yield reminders.message(t, [part], NOON.date())
    for count in (1, 2, 3, 9):
        own = [item(x, f"own-{n}", reworded=True) for n in range(MOST_OWN)]
        both = (item(x, plans.TODAY, reworded=True), *own)
        parts = [Part(asking(x, BIG - n), both, items(x, MOST), link=True) for n in range(count)]
        yield reminders.message(t, parts, NOON.date())
        for part in parts:
            part.meeting.link = LINK[:120]
        yield reminders.message(t, parts, NOON.date())


@sample
def outgoing_page(t: Words, x: Texts) -> Iterator[Drawn]:
    for reworded in (True, False):
        found = entries(x, reworded=reworded)
        for now in (NOON, NOON - timedelta(days=1)):
            yield outgoing.page(t, meeting(x), found, now, after=False)
    yield outgoing.page(t, meeting(x), afterwards(), NOON, after=True)
    yield outgoing.page(t, meeting(x), [], NOON, after=False)


@sample
def outgoing_lines(t: Words, x: Texts) -> Iterator[Drawn]:
    for reworded in (True, False):
        blocks: tuple[Block, ...] = outgoing.lines(t, meeting(x), entries(x, reworded=reworded))
        yield Message("", blocks)


@sample
def outgoing_one(t: Words, x: Texts) -> Iterator[Drawn]:
    for reworded in (True, False):
        for entry in entries(x, reworded=reworded):
            yield outgoing.one(t, meeting(x), entry)


@sample
def outgoing_soon(t: Words, x: Texts) -> Iterator[Drawn]:
    yield outgoing.soon(t, meeting(x), entries(x, reworded=True)[0])


@sample
def outgoing_form(t: Words, x: Texts) -> Iterator[Drawn]:
    typed = {"day": x.word[:20], "time": "07:30", "whom": "tasks", "words": x.about[6:606]}
    for name in ("", plans.TODAY, f"own-{BIG}"):
        yield outgoing.form(t, meeting(x), typed, name)
        yield outgoing.form(t, meeting(x), {}, name)
