"""What people see of buddies: their own page, and what they wish."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from bot import ui
from bot.core.together import Mine
from bot.store.tables import BuddyPlan, BuddyWish, Network, NotWith
from bot.ui import Block, Button, Controls, Message, Para, Row, Small
from bot.views import introductions
from bot.views.lists import called
from bot.views.networks import private_buttons
from bot.views.notes import above, note
from bot.views.profiles import my_profile, times_read
from bot.views.words import Words

_NEVER = 5


@dataclass(frozen=True, slots=True)
class Page:
    """What stands on a person's page: their wish, if they have one, until which day they pause, the
    pair they are in, the names of the coordinators, and whether the network has buddies and its
    next round has a day. `more` stands below what is said of a pair; who `rests` was not heard of,
    and who may get somebody in the round that goes on does so `soon`.
    """

    wish: BuddyWish | None = None
    paused: str = ""
    mine: Mine | None = None
    coordinators: Sequence[str] = ()
    is_on: bool = False
    next_on: str = ""
    plans: bool = False
    more: Sequence[Block] = field(default=())
    rests: bool = False
    soon: bool = False


def my_buddy(t: Words, network: Network) -> Button:
    """The way to a person's own page of buddies."""
    return Button(t("My buddy"), f"buddy:0:show:{network.id}")


def the_round(t: Words, network: Network) -> Button:
    """The way to the round, for coordinators."""
    return Button(t("Buddy round"), f"buddy:0:round:{network.id}")


def home_lines(t: Words, network: Network, names: Sequence[str], *, plans: bool) -> list[Block]:
    """On a person's own page: with whom they go together, and the ways on."""
    said = t("Buddies: two people do something together between meetings.")
    if names:
        listed = t.names(called(t, name) for name in names)
        said = t("Your buddy: {names}", names=listed)
    ways = (my_buddy(t, network), the_round(t, network)) if plans else (my_buddy(t, network),)
    if len(ways) == 1:
        return [Row(ui.words(said), ways[0])]
    return [Para(ui.words(said)), Controls(ways)]


def page(t: Words, network: Network, said: Page) -> Message:
    """A person's buddy, or whether they would like one; and what they wish."""
    blocks: list[Block] = []
    if said.mine is not None:
        blocks += introductions.who(t, said.mine)
        blocks += introductions.how(t, network, said.mine, said.coordinators)
        blocks += introductions.about(t, said.mine.them)
    elif said.wish is None:
        blocks += _invited(t)
    else:
        blocks += _waits(t, said)
    blocks += said.more
    blocks.append(Controls(_ways(t, network, said)))
    return Message(t("My buddy"), tuple(blocks))


def _invited(t: Words) -> list[Block]:
    return [
        Para(
            ui.words(
                t("A buddy is a person from another school, to do something with between meetings.")
            )
        ),
        Small(t("You can pause or leave at any time, and nobody asks why.")),
    ]


def _waits(t: Words, said: Page) -> list[Block]:
    if said.rests:
        words = t("You have no buddy for now, until you say that you take part again.")
        return [Para(ui.words(words))]
    if said.paused:
        return [Para(ui.words(paused(t, said.paused)))]
    is_second = said.wish is not None and said.wish.every > 1
    if said.soon:
        words = t("As soon as somebody is free, I tell you: at the latest in your next round.")
        return [Para(ui.words(words))]
    if said.next_on and is_second:
        when = t("The next round is on {day}. You are in every second one.", day=said.next_on)
    elif said.next_on:
        when = t("The next round is on {day}. You are in it.", day=said.next_on)
    elif said.is_on and is_second:
        when = t("You are in every second round. Your coordinators say when one comes.")
    elif said.is_on:
        when = t("You are in the next round. Your coordinators say when it comes.")
    else:
        when = t("It is noted. There are no rounds here yet; your coordinators see that you wait.")
    return [Para(ui.words(when))]


def _ways(t: Words, network: Network, said: Page) -> tuple[Button, ...]:
    press = "buddy:0"
    if said.wish is None:
        join = Button(t("I would like a buddy"), f"{press}:join:{network.id}", "primary")
        return (join, the_round(t, network)) if said.plans else (join,)
    pause = (
        Button(t("Take part again"), f"{press}:join:{network.id}", "primary")
        if said.paused
        else Button(t("Pause until …"), f"{press}:pause:{network.id}")
    )
    return (
        pause,
        Button(t("What I wish"), f"{press}:wishes:{network.id}"),
        Button(t("Never with …"), f"{press}:never:{network.id}"),
        Button(t("No more buddies"), f"{press}:leave:{network.id}"),
        *((the_round(t, network),) if said.plans else ()),
    )


def joined(t: Words, network: Network, page: Message, *, private: bool) -> Message:
    """They are in; whether they may be written to is asked where they have not said so."""
    page = Message(page.title, (*page.blocks, _tell_more(t, network)))
    if private:
        page = above(t("You are in. I tell you when you have a buddy."), page)
        return Message(page.title, (*page.blocks, Small(times_read(t))))
    asked = t("You are in. May I write to you privately when you have a buddy?")
    blocks = (Para(ui.words(asked)), private_buttons(t, network), *page.blocks)
    return Message(page.title, (*blocks, Small(times_read(t))))


def _tell_more(t: Words, network: Network) -> Row:
    words = t("The more your profile says, the better your buddy suits you.")
    return Row(ui.words(words), my_profile(t, network))


def paused(t: Words, day: str, *, has_buddy: bool = False) -> str:
    """They pause; who has a buddy now is told what becomes of them."""
    said = [t("You pause until {day}. Until then you are in no round.", day=day)]
    if has_buddy:
        said.append(t("If that is more than two weeks, your buddy gets somebody else."))
    return " ".join(said)


def not_in(t: Words, network: Network) -> Message:
    """Who takes part in no round would like to pause."""
    said = t("You are not taking part, so there is nothing to pause.")
    return note(said, Button(t("I would like a buddy"), f"buddy:0:join:{network.id}", "primary"))


def kept_not_in(t: Words) -> str:
    """What somebody wishes is kept, who takes part in no round."""
    return t("It is kept. You are not taking part yet.")


def left(t: Words, network: Network) -> Message:
    """They are not in any more."""
    said = t("You get no more buddies. If you have one now, they get somebody else.")
    back = Button(t("I would like a buddy"), f"buddy:0:join:{network.id}")
    return note(said, back)


def nevers(t: Words, network: Network, rows: Sequence[tuple[NotWith, str]], at: int = 0) -> Message:
    """With whom a person is never put together: for their eyes alone."""
    add = Button(t("Somebody else"), f"buddy:0:never:{network.id}:add")
    back = my_buddy(t, network)
    if not rows:
        return note(t("There is nobody with whom I never put you together."), add, back)
    shown = rows[at * _NEVER : (at + 1) * _NEVER] or rows[:_NEVER]
    lines = [
        Row(
            ui.words(ui.typed(called(t, name))),
            Button(t("May be again"), f"buddy:0:again:{network.id}:{row.id}"),
        )
        for row, name in shown
    ]
    further = (at + 1) * _NEVER < len(rows)
    more = Button(t("Further"), f"buddy:0:nevers:{network.id}:{at + 1}")
    small = Small(t("Nobody else sees this, your coordinators neither."))
    ways = (add, *((more,) if further else ()), back)
    return Message(t("Never with …"), (*lines, Controls(ways), small))


def settled(t: Words, network: Network, plan: BuddyPlan, day: str) -> Message:
    """What the network has now."""
    if not plan.is_on:
        return note(t("There are no rounds of buddies here now."), the_round(t, network))
    said = t("There are buddies here. A round comes when you ask for one.")
    if day:
        said = t("There are buddies here. The next round is on {day}.", day=day)
    return note(said, the_round(t, network), my_buddy(t, network))
