"""The register of samples, one of every view and form, and the rows that they are made of."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from functools import partial
from importlib import import_module
from pkgutil import iter_modules
from typing import get_type_hints

from bot import views as house_views
from bot.core.rsvps import ANSWERS, ONLINE, Name, Standing
from bot.store.tables import Delivery, Meeting, Network, Place, Rsvp
from bot.ui import Block, Form, Message
from bot.views.words import Words
from tests.gallery.texts import Texts

MODULES = tuple(
    import_module(f"bot.views.{one.name}")
    for one in sorted(iter_modules(house_views.__path__), key=lambda one: -len(one.name))
)
"""All views; of two names the longer one first, for a sample is called by its module's."""
NOON = datetime(2026, 12, 1, 12, tzinfo=UTC)
ZONE = "America/Argentina/ComodRivadavia"
"""The zone with the longest name."""
BIG = 2**31 - 1
MANY_MEETINGS, MANY_NAMES = 60, 250

Drawn = Message | Form
Sample = Callable[[Words, Texts], Iterator[Drawn]]
SAMPLES: dict[str, Sample] = {}


def sample(make: Sample) -> Sample:
    """Put a sample on the register: that of `module.view` is called `module_view`."""
    named = (module.__name__.rpartition(".")[2] for module in MODULES)
    module = next(name for name in named if make.__name__.startswith(f"{name}_"))
    SAMPLES[f"{module}.{make.__name__.removeprefix(f'{module}_')}"] = make
    return make


def plain(*views: Callable[[Words], Drawn]) -> None:
    """Put views on the register that say the same to everybody."""
    for view in views:
        name = f"{view.__module__.rpartition('.')[2]}.{view.__name__}"
        SAMPLES[name] = partial(_plain, view)


def _plain(view: Callable[[Words], Drawn], t: Words, _: Texts) -> Iterator[Drawn]:
    yield view(t)


def views() -> Iterator[str]:
    """The name of every public view that returns a message, a form, or blocks of a message."""
    for module in MODULES:
        for name, function in inspect.getmembers(module, inspect.isfunction):
            shown = get_type_hints(function).get("return") in (Message, Form, tuple[Block, ...])
            if shown and function.__module__ == module.__name__ and not name.startswith("_"):
                yield f"{module.__name__.rpartition('.')[2]}.{name}"


def meeting(
    x: Texts,
    number: int = BIG,
    *,
    state: str = "planned",
    without: Sequence[str] = (),
) -> Meeting:
    """A meeting as a coordinator typed it, `without` some of its texts."""
    made = Meeting(
        id=number,
        network_id=1,
        title=x.title,
        about=x.about,
        venue=x.venue,
        local_start=NOON.replace(tzinfo=None),
        zone=ZONE,
        starts_at=NOON,
        minutes=90,
        state=state,
        reason=x.reason,
        version=99,
    )
    for field in without:
        setattr(made, field, "")
    return made


def network(x: Texts, number: int = BIG) -> Network:
    """A network as its founder named it."""
    return Network(id=number, name=x.network, language="en", zone=ZONE, begun_at=NOON)


def place(x: Texts, *, listed: bool) -> Place:
    """The network's channel."""
    return Place(
        network_id=1,
        platform="slack",
        workspace="T",
        channel="C",
        purpose="home",
        room=x.room,
        listed_at=NOON if listed else None,
    )


def answer(said: str, *, hidden: bool = False) -> Rsvp:
    """A person's answer."""
    return Rsvp(
        network_id=1,
        meeting_id=1,
        member_id=1,
        answer=said,
        hidden=hidden,
        order=1,
        answered_at=NOON,
    )


def unsent(number: int, view: str, state: str, error: str = "") -> Delivery:
    """A message that did not arrive."""
    return Delivery(
        id=number,
        network_id=1,
        lane_id=1,
        idem_key="",
        view=view,
        subject="",
        due=NOON,
        state=state,
        last_error=error,
    )


def standing(x: Texts, names: int, hidden: int = 0) -> Standing:
    """So many by name for each answer, and so many without."""
    return Standing(
        dict.fromkeys((*ANSWERS, ONLINE), names + hidden),
        {said: [Name(x.name)] * names for said in ANSWERS},
    )
