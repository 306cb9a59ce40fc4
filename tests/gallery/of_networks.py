"""Samples of what people see of a network, and of its help."""

from collections.abc import Iterator
from typing import get_args

from bot.commands.table import NOUNS, commands
from bot.core import duties
from bot.core.needs import Kind, Need
from bot.store.tables import Duty, Member
from bot.ui import Block, Message
from bot.views import (
    away,
    linking,
    needs,
    networks,
    newcomers,
    notes,
    set_up,
    settings,
    undelivered,
)
from bot.views.buddies import home_lines
from bot.views.words import Words
from tests.gallery.of_linking import ACCOUNTS
from tests.gallery.of_minutes import todos
from tests.gallery.of_staying import absence
from tests.gallery.register import (
    BIG,
    MANY_MEETINGS,
    MANY_NAMES,
    NOON,
    ZONE,
    Drawn,
    answer,
    meeting,
    network,
    place,
    sample,
)
from tests.gallery.texts import Texts


@sample
def set_up_set_up_form(t: Words, x: Texts) -> Iterator[Drawn]:
    for language in networks.OWN_NAMES:
        yield set_up.set_up_form(t, name=x.network, language=language, zone=ZONE)
    yield set_up.set_up_form(t, name="", language="en", zone=x.word, code="4F2A9C1D")


@sample
def set_up_step_introduce(t: Words, x: Texts) -> Iterator[Drawn]:
    for listed in (True, False):
        for people in (0, 1, 2, BIG):
            yield set_up.step_introduce(t, network(x), people, place(x, listed=listed))


@sample
def set_up_step_introduced(t: Words, x: Texts) -> Iterator[Drawn]:
    steps = (set_up.step_introduced(t, network(x)), set_up.step_deputy(t, network(x)))
    yield Message("", (*steps[0], *steps[1]))


@sample
def set_up_step_deputy(t: Words, x: Texts) -> Iterator[Drawn]:
    blocks = set_up.step_deputy(t, network(x))
    yield Message("", blocks)
    yield Message("", (*notes.note(t("Sent.")).blocks, *blocks))


@sample
def set_up_step_private(t: Words, x: Texts) -> Iterator[Drawn]:
    blocks = set_up.step_private(t, network(x))
    done = t.text("**{name}** may plan meetings now, as you may.", name=x.name)
    yield Message("", blocks)
    yield Message("", (*notes.note(done).blocks, *blocks))


@sample
def set_up_step_plan(t: Words, x: Texts) -> Iterator[Drawn]:
    yield Message("", set_up.step_plan(t, network(x)))


@sample
def set_up_deputy_form(t: Words, x: Texts) -> Iterator[Drawn]:
    yield set_up.deputy_form(t, network(x))


@sample
def networks_hello(t: Words, x: Texts) -> Iterator[Drawn]:
    yield networks.hello(t, network(x))


@sample
def networks_joined(t: Words, x: Texts) -> Iterator[Drawn]:
    for private in (None, True, False):
        yield networks.joined(t, network(x), private)
    yield networks.joined(t, network(x), is_typed=True)


def _first(t: Words, x: Texts, buddies: int = 3) -> list[Block]:
    """All that a coordinator may have to look at."""
    kinds = get_args(Kind)
    waits = [Need(kind, BIG, meeting(x, BIG - n)) for n, kind in enumerate(kinds)]
    mine = home_lines(t, network(x), [x.name] * min(buddies, 2), plans=True)
    return [undelivered.home_line(t, network(x), BIG), *needs.lines(t, waits), *mine]


@sample
def needs_lines(t: Words, x: Texts) -> Iterator[Drawn]:
    yield Message("", tuple(_first(t, x)))


@sample
def needs_unanswered(t: Words, x: Texts) -> Iterator[Drawn]:
    for count, unnamed in ((0, 0), (0, 1), (MANY_NAMES, BIG)):
        yield needs.unanswered(t, meeting(x), [x.name] * count, unnamed)


@sample
def needs_due(t: Words, x: Texts) -> Iterator[Drawn]:
    for count in (0, 1, 20):
        yield needs.due(t, [(one, meeting(x)) for one in todos(x, count)])


@sample
def networks_home(t: Words, x: Texts) -> Iterator[Drawn]:
    for count, names in ((0, 0), (1, 1), (MANY_MEETINGS, MANY_NAMES)):
        ahead = [meeting(x, BIG - i) for i in range(count)]
        for plans, listed in ((True, True), (False, True), (False, False)):
            yield networks.home(
                t,
                network(x),
                ahead,
                {BIG: answer("released")},
                others=[network(x, BIG - 1 - i) for i in range(count)],
                coordinators=[x.name] * names,
                plans=plans,
                listed=listed,
                first=_first(t, x, names) if plans else (),
                left=not listed and count == MANY_MEETINGS,
            )


@sample
def networks_which(t: Words, x: Texts) -> Iterator[Drawn]:
    yield networks.which(t, [network(x, i) for i in range(1, MANY_MEETINGS)], BIG)


@sample
def set_up_no_network(t: Words, _: Texts) -> Iterator[Drawn]:
    yield set_up.no_network(t, may_begin=True)
    yield set_up.no_network(t, may_begin=False)


@sample
def set_up_there_already(t: Words, x: Texts) -> Iterator[Drawn]:
    yield set_up.there_already(t, network(x))


@sample
def networks_help_page(t: Words, _: Texts) -> Iterator[Drawn]:
    yield networks.help_page(t, _commands(t))


def _commands(t: Words) -> list[tuple[str, str]]:
    said = {command.name: command for command in commands()}
    language = t.language if t.language in said["meeting"].hint else "en"
    return [
        (f"/{noun} {said[noun].hint[language].replace(', ', ' | ')}", t(module.COMMAND))
        for noun, module in NOUNS.items()
    ]


@sample
def set_up_change_form(t: Words, x: Texts) -> Iterator[Drawn]:
    yield set_up.change_form(t, network(x))


def waiting(x: Texts) -> list[tuple[Duty, str]]:
    """What people are asked to look after, and have not answered."""
    kinds = (duties.DEPUTY, duties.STAND_IN, duties.TAKE_OVER, duties.DEPUTY)
    return [
        (Duty(id=BIG - n, network_id=BIG, member_id=BIG, kind=kind, state="asked", made_at=NOON,
              until=NOON), x.name) for n, kind in enumerate(kinds)
    ]  # fmt: skip


def own_part(t: Words, x: Texts) -> settings.Own:
    """All that can stand on a person's own part."""
    where = linking.where(t, ACCOUNTS, ACCOUNTS[0], "discord")
    gone = away.line(t, network(x), absence(), x.name)
    return settings.Own(newcomers.ways(t, BIG, None, has_been=False), True, where, gone)


@sample
def settings_settings(t: Words, x: Texts) -> Iterator[Drawn]:
    for private in (True, False, None):
        yield settings.settings(t, network(x), private=private, closed=False, plans=False)
    for no_terms in (True, False):
        yield settings.settings(
            t, network(x), private=True, closed=True, plans=True, no_terms=no_terms,
            nobody_of=[x.network] * 9, own=own_part(t, x),
        )  # fmt: skip
    yield settings.settings(
        t, network(x), private=True, closed=True, plans=False, own=own_part(t, x)
    )


@sample
def settings_people(t: Words, x: Texts) -> Iterator[Drawn]:
    others = [Member(id=n, name=name) for n, name in enumerate([x.name, "", x.word] * 3)]
    for count in (0, 9):
        yield settings.people(t, network(x), others[:count], waiting(x)[:count])


@sample
def settings_of_network(t: Words, x: Texts) -> Iterator[Drawn]:
    yield settings.of_network(t, network(x))


@sample
def settings_about_me(t: Words, x: Texts) -> Iterator[Drawn]:
    yield settings.about_me(t, network(x), own_part(t, x))


@sample
def set_up_deputy_already(t: Words, x: Texts) -> Iterator[Drawn]:
    for name in (x.name, ""):
        yield Message("", set_up.deputy_already(t, network(x), name, 1))


@sample
def networks_only_coordinator(t: Words, x: Texts) -> Iterator[Drawn]:
    yield networks.only_coordinator(t, network(x), waiting(x))


@sample
def networks_left(t: Words, x: Texts) -> Iterator[Drawn]:
    for count in (0, 1, BIG):
        yield networks.left(t, network(x), count, count, was_away=bool(count))


@sample
def networks_leave(t: Words, x: Texts) -> Iterator[Drawn]:
    for count in (0, 1, BIG):
        yield networks.leave(t, network(x), count, count)
