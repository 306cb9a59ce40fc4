"""What people can set in a network, and its coordinators for all: pages by what they are about."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot import ui
from bot.store.tables import Duty, Member, Network
from bot.ui import Block, Button, Controls, Message, Para, Row, Rule
from bot.views.away import they_button
from bot.views.duties import is_waiting, taken_back
from bot.views.linking import link_button
from bot.views.networks import STAYS, may_write, private_buttons
from bot.views.profiles import for_coordinators, my_profile
from bot.views.terms import nothing_known
from bot.views.words import Words

PEOPLE, NETWORK = "people", "network"
"""The pages that only coordinators have."""


@dataclass(frozen=True, slots=True)
class Own:
    """What stands on a person's own part: the `ways` to set something about newcomers, whether a
    school of theirs is known, their platforms if they are on more than one, and that they are away.
    """

    ways: Sequence[Button] = ()
    at_school: bool = False
    platforms: Sequence[Block] = ()
    away: Sequence[Block] = ()


NOTHING = Own()


def settings(
    t: Words,
    network: Network,
    *,
    private: bool | None,
    closed: bool,
    plans: bool,
    no_terms: bool = False,
    nobody_of: Sequence[str] = (),
    own: Own = NOTHING,
) -> Message:
    """What a person can set for themselves and, if they plan, the ways to the rest. `closed`: their
    inbox did not take our last message; `no_terms`: the network has entered none; `nobody_of`: the
    schools that nobody is of any more.
    """
    blocks: list[Block] = [*own.away, Para(ui.words(may_write(t, private)))]
    if private and closed:
        said = t("My last message to you did not get through. Once it can, press Yes again.")
        blocks.append(Para(ui.words(said)))
    blocks.append(private_buttons(t, network, then=STAYS))
    if plans:
        blocks += _for_who_plans(t, network, no_terms=no_terms, nobody_of=nobody_of)
    else:
        blocks += [*own.platforms, *_own(t, network, own)]
    return Message(ui.fit(t("Settings: {name}", name=network.name), ui.limits.TITLE), tuple(blocks))


def _for_who_plans(
    t: Words, network: Network, *, no_terms: bool, nobody_of: Sequence[str]
) -> list[Block]:
    page = f"network:{network.id}:settings"
    more = Button(t("More about me"), f"network:{network.id}:me")
    blocks: list[Block] = [
        Controls((my_profile(t, network), _my_data(t), more)),
        Rule(),
        Controls(
            (
                Button(t("People"), f"{page}:{PEOPLE}"),
                Button(t("The network"), f"{page}:{NETWORK}"),
            )
        ),
    ]
    if no_terms:
        blocks.append(Para(ui.words(nothing_known(t))))
    if nobody_of:
        schools = ui.shorten(t.names(nobody_of), 300)
        blocks.append(Para(t.text("**Schools with nobody now:** {schools}", schools=schools)))
    return blocks


def _back(t: Words, network: Network) -> Button:
    return Button(t("Back"), f"network:{network.id}:settings")


def about_me(t: Words, network: Network, own: Own) -> Message:
    """What else a coordinator can set for themselves, beside what they set for the network."""
    rows, back = _own(t, network, own), Controls((_back(t, network),))
    return Message(t("About me"), (*own.away, *own.platforms, *rows, back))


def _my_data(t: Words) -> Button:
    return Button(t("My data"), "privacy:0:show")


def _own(t: Words, network: Network, own: Own) -> list[Controls]:
    """What else concerns the person alone."""
    away = Button(t("I am away"), f"network:{network.id}:away")
    left = Button(t("I have left my school"), f"network:{network.id}:left-school")
    return _in_rows(
        my_profile(t, network),
        link_button(t, network),
        _my_data(t),
        Button(t("What others see of me"), f"network:{network.id}:share"),
        Button(t("Who can help?"), f"network:{network.id}:people"),
        *own.ways,
        *(() if own.away else (away,)),
        *((left,) if own.at_school else ()),
        Button(t("Leave this network"), f"network:{network.id}:leave"),
    )


def _in_rows(*buttons: Button) -> list[Controls]:
    """Buttons in as many rows as they need."""
    most = ui.limits.BUTTONS
    return [Controls(buttons[at : at + most]) for at in range(0, len(buttons), most)]


def people(
    t: Words, network: Network, others: Sequence[Member], waiting: Sequence[tuple[Duty, str]]
) -> Message:
    """Who may plan beside the reader, or is asked to, and what can be set about people."""
    rows = [
        Row(
            t.text("{name} may plan as well.", name=other.name or t("Your deputy")),
            Button(t("Take that back"), f"network:{network.id}:dismiss:{other.id}"),
        )
        for other in others[:5]
    ]
    rows += [
        Row(is_waiting(t, network, row, name), taken_back(t, network, row))
        for row, name in waiting[:3]
    ]
    ways = _in_rows(
        Button(t("Name a deputy"), f"network:{network.id}:deputy"),
        Button(t("Name a stand-in"), f"network:{network.id}:instead"),
        they_button(t, network),
        Button(t("Bring people in"), f"network:{network.id}:import"),
        _back(t, network),
    )
    return Message(t("People"), (*rows, *ways))


def of_network(t: Words, network: Network) -> Message:
    """What can be set about the network itself."""
    ways = _in_rows(
        Button(t("Name, language, clocks"), f"network:{network.id}:change"),
        Button(t("Terms and holidays"), f"network:{network.id}:terms"),
        *for_coordinators(t, network),
        Button(t("What the network knows"), f"network:{network.id}:hand-over"),
        Button(t("A channel on another platform"), f"network:{network.id}:channel"),
        _back(t, network),
    )
    return Message(t("The network"), tuple(ways))
