"""What coordinators see of a round when it is introduced, goes on, comes by itself, or does not."""

from collections.abc import Sequence
from datetime import datetime

from bot import ui
from bot.store.tables import Network, Round
from bot.ui import Block, Button, Controls, Message, Para, Row
from bot.views.buddies import the_round
from bot.views.lists import called, page, turns
from bot.views.notes import note, send_or_undo
from bot.views.rounds import counted, nobody, settings_button
from bot.views.words import Words

_LISTED = 20


def introducing(
    t: Words,
    network: Network,
    row: Round,
    people: int,
    unseen: int,
    due: datetime,
    *,
    now: datetime,
) -> Message:
    """They are introduced soon, and to how many that tells something; it can be at once, or not.
    `unseen`: so many may not be written to.
    """
    tells = t.n("This tells {n} person.", "This tells {n} people.", n=people)
    is_soon = (due - now).total_seconds() <= 60  # noqa: PLR2004 -- the hold, and no window
    when = t("I introduce them in 30 seconds.")
    if not is_soon:
        when = t("I introduce them outside lessons: {moment}.", moment=t.moment(due, network.zone))
    said = [when, tells, t("Until then you can undo it.")]
    if unseen:
        said.append(
            t.n(
                "{n} person wants no private messages, and finds it under /buddy.",
                "{n} people want no private messages, and find it under /buddy.",
                n=unseen,
            )
        )
    buttons = send_or_undo(t, f"round:{row.id}:send", f"round:{row.id}:undo")
    return note(" ".join(said), *buttons)


def going(t: Words, network: Network, row: Round, counts: tuple[int, int], until: str) -> Message:
    """A round that goes on: how many pairs and trios there are now, and how many people in them."""
    said = counted(t, *counts)
    if until:
        said = f"{said} {t('The round ends on {day}.', day=until)}"
    new = Button(t("A new round"), f"buddy:0:new:{network.id}")
    who = Button(t("Who goes together"), f"round:{row.id}:together")
    blocks = (Para(ui.words(said)), Controls((new, who, settings_button(t, network))))
    return Message(t("Buddies: round {n}", n=row.number), blocks)


def together(
    t: Words, network: Network, row: Round, groups: Sequence[Sequence[str]], at: int
) -> Message:
    """Who goes together in a round that goes on, by name: what they say of it is theirs."""
    here, at, count = page(groups, at, _LISTED)
    lines = [t.names(sorted(called(t, name) for name in group)) for group in here]
    if not lines:
        return note(t("Nobody goes together just now."), the_round(t, network))
    ways = turns(t, f"round:{row.id}:together", at, count, (t("Back"), t("Further")))
    controls = Controls((*ways, the_round(t, network)))
    title = t("Buddies: round {n}", n=row.number)
    return Message(title, (Para(ui.words("\n".join(lines))), controls))


def too_few(t: Words, network: Network, count: int) -> Message:
    """There is nobody to go together."""
    said = t("Nobody would like a buddy yet.")
    if count:
        said = t.n(
            "{n} person would like a buddy; it takes two who can take part.",
            "{n} people would like a buddy; it takes two who can take part.",
            n=count,
        )
    said += " " + t("People join with {command}: please tell them.", command=t.command("buddy"))
    join = Button(t("I would like a buddy"), f"buddy:0:join:{network.id}")
    return note(said, join, settings_button(t, network))


def dropped(t: Words, network: Network, day: str) -> Message:
    """It is not introduced."""
    said = t("This round is not introduced.")
    if day:
        said += " " + t("The next one comes on {day}.", day=day)
    return note(said, Button(t("A new round"), f"buddy:0:new:{network.id}"))


def by_itself(
    t: Words, network: Network, row: Round, pairs: int, people: int, goes_at: datetime
) -> Message:
    """To coordinators, two school days before: the next round, and what can be done."""
    said = counted(t, pairs, people) if pairs else nobody(t)
    moment = t.moment(goes_at, network.zone)
    goes = t("They are introduced by themselves: {moment}.", moment=moment)
    ways = (
        Button(t("Show it to me"), f"round:{row.id}:show", "primary"),
        *((Button(t("Introduce now"), f"round:{row.id}:introduce"),) if pairs else ()),
        Button(t("Not this time"), f"round:{row.id}:drop"),
    )
    title = t("The next round of buddies")
    return Message(title, (Para(ui.words(said)), Para(ui.words(goes)), Controls(ways)))


def next_at_home(t: Words, network: Network, row: Round, goes_at: datetime | None) -> list[Block]:
    """On a coordinator's page: when the next round goes; None while nobody has looked at it."""
    said = t("The next round of buddies waits until one of you has looked at it.")
    if goes_at is not None:
        moment = t.moment(goes_at, network.zone)
        said = t("The next round of buddies goes out by itself: {moment}.", moment=moment)
    ways = (
        Button(t("Show it to me"), f"round:{row.id}:show"),
        Button(t("Not this time"), f"round:{row.id}:drop"),
    )
    return [Para(ui.words(said)), Controls(ways)]


def who_waits(t: Words, network: Network, count: int) -> Row:
    """On a coordinator's page: so many would like a buddy, and no round goes on."""
    said = t.n(
        "{n} person would like a buddy. No round goes on.",
        "{n} people would like a buddy. No round goes on.",
        n=count,
    )
    return Row(ui.words(said), the_round(t, network))
