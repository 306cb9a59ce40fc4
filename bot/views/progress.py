"""What people who go together are asked and told: have you met, was it of use, somebody else."""

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from bot import ui
from bot.core.progress import (
    MET,
    NOT_YET,
    ON,
    OTHER,
    OVER,
    PLANNED,
    SAYS,
    STAY,
    USE,
    Mine,
)
from bot.store.tables import Network, Pair
from bot.ui import Area, Block, Button, Controls, Form, Message, Para, Row, Small, Text
from bot.views.buddies import my_buddy
from bot.views.lists import called, newest_first, page, turns
from bot.views.notes import note
from bot.views.words import Words

LINE = 300
"""The most characters of a line for the group."""
_NAMES, _A_PAGE = 120, 6


def named(t: Words, others: Sequence[str]) -> str:
    """The people with whom somebody goes together."""
    return ui.shorten(t.names([called(t, one) for one in others]), _NAMES)


def met_words(t: Words) -> dict[str, str]:
    """Whether people have met, on buttons."""
    return {
        MET: t.p("buddy", "We met"),
        PLANNED: t.p("buddy", "We have a date"),
        NOT_YET: t.p("buddy", "Not yet"),
        OTHER: t.p("buddy", "Somebody else, please"),
    }


def use_words(t: Words) -> dict[str, str]:
    """Whether it was of use, on buttons."""
    return {
        "yes": t.p("buddy", "Yes"),
        "somewhat": t.p("buddy", "Somewhat"),
        "no": t.p("buddy", "No"),
    }


def met_buttons(t: Words, pair: Pair, said: str = "") -> tuple[Button, ...]:
    """Have you met? What was `said` already is left out; who wants somebody else can stay."""
    words = met_words(t)
    stay = (Button(t("I stay with them"), f"pair:{pair.id}:{STAY}"),) if said == OTHER else ()
    return stay + tuple(
        Button(words[one], f"pair:{pair.id}:{one}", "primary" if one == MET else "plain")
        for one in SAYS
        if one != said and (one != OTHER or pair.state == ON)
    )


def use_buttons(t: Words, pair: Pair, said: str = "") -> tuple[Button, ...]:
    """Was it of use? What was `said` already is left out."""
    words = use_words(t)
    return tuple(Button(words[one], f"pair:{pair.id}:{one}") for one in USE if one != said)


def half(t: Words, pair: Pair, others: Sequence[str] = ()) -> Message:
    """Half-way: have you met? Without names it stands in their conversation."""
    asked = (
        t.text("Half of the time is over. Have you met **{names}**?", names=named(t, others))
        if others
        else ui.words(t("Half of the time is over. Have you met? Each of you answers alone."))
    )
    return _asks(asked, met_buttons(t, pair), private(t))


def private(t: Words) -> str:
    """Who reads whether they have met."""
    return t("Nobody else sees what you press. Nobody is told who asked for somebody else.")


def nudge(t: Words, pair: Pair, others: Sequence[str], *, rests: bool = True) -> Message:
    """The same once more, and what comes if nothing is said, where it does: who says nothing
    `rests`.
    """
    asked = t.text("Once more, just in case: have you met **{names}**?", names=named(t, others))
    then = t(
        "If I hear nothing, you have no buddy for a while, and they get somebody else."
        " You can be back at any time."
    )
    return _asks(asked, met_buttons(t, pair), private(t), then if rests else "")


def end(t: Words, pair: Pair, others: Sequence[str] = ()) -> Message:
    """At the end: was it of use?"""
    asked = (
        t.text("The round with **{names}** is over. Was it of use?", names=named(t, others))
        if others
        else ui.words(t("This round is over. Was it of use? Each of you answers alone."))
    )
    return _asks(asked, use_buttons(t, pair), counted(t))


def counted(t: Words) -> str:
    """Who reads whether it was of use."""
    return t("Nobody reads your answer. It is counted where five or more people have answered.")


def _asks(asked: Text, buttons: Sequence[Button], who: str, then: str = "") -> Message:
    said: list[Block] = [Para(asked)]
    if then:
        said.append(Para(ui.words(then)))
    return Message("", (*said, Controls(tuple(buttons)), Small(who)))


def said(t: Words, mine: Mine) -> Message:
    """What the person said is kept; it can be changed."""
    words = {
        MET: t("Lovely. Have a good time together."),
        PLANNED: t("Good. I wish you a good talk."),
        NOT_YET: t("That is fine. A short call is enough to begin."),
        OTHER: t(
            "From tomorrow on I look for somebody else for you. If nobody is free, you have no"
            " buddy until the next round, and come first in it. Until tomorrow you can stay."
            " Nobody is told who asked."
        ),
    }
    label = met_words(t)[mine.row.met]
    told = t.text("You said: **{said}**. {words}", said=label, words=words[mine.row.met])
    return Message("", (Para(told), Controls(met_buttons(t, mine.pair, mine.row.met))))


def stays(t: Words, mine: Mine) -> Message:
    """Somebody stays with those they are with after all."""
    told = t.text("You stay with **{names}**.", names=named(t, mine.others))
    return Message("", (Para(told), Controls(met_buttons(t, mine.pair, mine.row.met))))


def too_near(t: Words, mine: Mine) -> Message:
    """Somebody else is wanted, and the round is nearly over."""
    words = t(
        "This round is nearly over, so you stay together until then."
        " In the next one you get somebody else."
    )
    return Message("", (Para(ui.words(words)), Controls(met_buttons(t, mine.pair, OTHER))))


def judged(t: Words, mine: Mine, network: Network) -> Message:
    """Whether it was of use is kept; a line for the group can be written."""
    told = t.text("Thank you. You said: **{said}**.", said=use_words(t)[mine.row.of_use])
    write = Button(t("A line for the group"), f"pair:{mine.pair.id}:line", "primary")
    back = my_buddy(t, network)
    ways = (write, *use_buttons(t, mine.pair, mine.row.of_use), back)
    return Message("", (Para(told), Controls(ways), Small(counted(t))))


def line_form(t: Words, mine: Mine) -> Form:
    """A line about it, which nobody reads before it is shared."""
    return Form(
        action=f"pair:{mine.pair.id}:line",
        title=ui.fit(t("A line for the group"), ui.limits.FORM_TITLE),
        submit=ui.fit(t("Go on"), ui.limits.SUBMIT),
        fields=(
            Area(
                key="line",
                label=ui.fit(t("What came of it?"), ui.limits.LABEL),
                most=LINE,
                hint=ui.fit(
                    t("Only you see it until you share it. Then the channel reads it, with your"
                      " name."),
                    ui.limits.HINT,
                ),
                example=t("We tried the same circuit in two schools."),
            ),
        ),
    )  # fmt: skip


def outdated(t: Words, network: Network) -> Message:
    """A button of people who do not go together any more."""
    words = t("That was an earlier time: you do not go together any more.")
    return note(words, my_buddy(t, network))


def alone(t: Words, network: Network) -> Message:
    """Nobody was free; said honestly."""
    words = t(
        "Your buddy group does not go on as it was, and just now nobody else is free."
        " In the next round you come first."
    )
    return note(words, my_buddy(t, network))


def closed(t: Words) -> Message:
    """Into the conversation of people who do not go together any more; never why."""
    return note(t("This group does not go on."))


def nobody_found(t: Words) -> Message:
    """Nobody was found for them, and they know of no group."""
    return note(t("This time I found nobody for you. In the next round you come first."))


def resting(t: Words, network: Network) -> Message:
    """Somebody was not heard of, and has no buddy for now."""
    words = t(
        "I have not heard from you, so you have no buddy for now. That is all right:"
        " everybody has full weeks. Press the button whenever you like."
    )
    return note(words, Button(t("I am back"), f"pair:0:back:{network.id}", "primary"))


def back(t: Words) -> Message:
    """Somebody has a buddy again from the next round on, or before."""
    return note(t("Welcome back. As soon as somebody is free, at the latest in the next round, I"
                  " tell you."))  # fmt: skip


def now_blocks(t: Words, mine: Mine) -> list[Block]:
    """On the page of one's buddy: what one has said, and what one can say now."""
    shown: list[Block] = []
    if mine.row.met:
        label = met_words(t)[mine.row.met]
        shown.append(Para(t.text("You said: **{said}**.", said=label)))
    return [*shown, Controls(met_buttons(t, mine.pair, mine.row.met)), Small(private(t))]


def judge_blocks(t: Words, mine: Mine) -> list[Block]:
    """On the page of one's buddy, as long as one can say whether the last one was of use."""
    names = named(t, mine.others)
    asked = t.text("The round with **{names}** is over. Was it of use?", names=names)
    if mine.row.of_use:
        label = use_words(t)[mine.row.of_use]
        asked = t.text(
            "The round with **{names}** is over. You said: **{said}**.", names=names, said=label
        )
    buttons = use_buttons(t, mine.pair, mine.row.of_use)
    if mine.row.of_use:
        buttons = (*buttons, Button(t("A line for the group"), f"pair:{mine.pair.id}:line"))
    return [Para(asked), Controls(buttons)]


def way_back(t: Words, network: Network) -> Controls:
    """The way to those with whom one went together before."""
    return Controls((Button(t("My buddies so far"), f"pair:0:earlier:{network.id}:0"),))


def earlier(t: Words, network: Network, found: Sequence[Mine], at: int) -> Message:
    """With whom somebody has gone together, the latest first."""
    here, at, count = page(found, at, _A_PAGE)
    if not found:
        return note(t("You have had no buddy here yet."))
    buttons = turns(t, f"pair:0:earlier:{network.id}", at, count, newest_first(t))
    buttons.append(my_buddy(t, network))
    rows = tuple(_row(t, network, one) for one in here)
    return Message(t("Your buddies"), (*rows, Controls(tuple(buttons))))


def _row(t: Words, network: Network, mine: Mine) -> Para | Row:
    """With whom, since when, and what one said of it."""
    names, since = named(t, mine.others), mine.pair.introduced_at
    day = t.day(since.astimezone(ZoneInfo(network.zone)).date()) if since else ""
    said = met_words(t)[mine.row.met] if mine.row.met and mine.row.met != OTHER else ""
    if mine.row.of_use and mine.pair.state == OVER:
        use = use_words(t)[mine.row.of_use]
        text = t.text("**{names}**, from {day}. Of use: {use}.", names=names, day=day, use=use)
    elif said:
        text = t.text("**{names}**, from {day}. {said}.", names=names, day=day, said=said)
    else:
        text = t.text("**{names}**, from {day}.", names=names, day=day)
    return Para(text)
