"""What people see who go together: who they are, why, and what they could begin with."""

from collections.abc import Sequence
from datetime import date

from bot import ui
from bot.core.together import Mine, Together
from bot.i18n import marked
from bot.store.tables import Network, Pair
from bot.ui import Area, Block, Button, Controls, Form, Message, Para, Small
from bot.views.lists import called
from bot.views.profiles import hour_words
from bot.views.reasons import Known, line, own_line
from bot.views.words import Words

CONTACT = 200
"""The most characters of how somebody can be reached."""
TASK = 300
_COORDINATORS = 200
_QUESTIONS = (
    marked("What went well in one of your lessons this week?"),
    marked("What would you like to try before the summer, and what holds you back?"),
    marked("Which topic do your learners find hardest, and what have you tried?"),
    marked("What is one thing in your room that you would never give away?"),
    marked("What do you wish the other one’s learners came with?"),
    marked("What did a learner say lately that surprised you?"),
)
"""Something to begin with."""


def people_of(them: Together) -> dict[str, Known]:
    """Those of a pair as the reason needs them."""
    return {str(one): Known(name, them.known[str(one)]) for one, name in them.names.items()}


def reason(t: Words, them: Together) -> str:
    """Why they go together, to others."""
    return line(t, them.group, people_of(them), them.shows, them.topics)


def own_reason(t: Words, them: Together) -> str:
    """Why they go together, to themselves."""
    return own_line(t, them.group, people_of(them), them.shows, them.topics)


def first_question(t: Words, pair: Pair) -> str:
    """A question to begin with; each pair of a round has another one."""
    return t(_QUESTIONS[pair.number % len(_QUESTIONS)])


def introduced(t: Words, them: Together) -> Message:
    """To a pair, in the conversation that is theirs."""
    names = t.names(called(t, name) for name in them.names.values())
    said = t.text("**{names}**, you are buddies now.", names=names)
    if them.go_on:
        said = t.text("**{names}**, you two go on together.", names=names)
    small = t("You both read this here, and can write to each other at once.")
    if len(them.names) > 2:  # noqa: PLR2004 -- more than two read it
        small = t("You all read this here, and can write to each other at once.")
    blocks = (*anew(t, them), Para(said), *about(t, them), Small(small))
    return Message(t("Your buddy"), blocks)


def anew(t: Words, them: Together) -> list[Block]:
    """What is said first to people who go together in the middle of a round; never why."""
    if them.pair.after_pair is None:
        return []
    if them.go_on:
        return [Para(ui.words(t("Some groups have changed in this round.")))]
    said = t("Some groups have changed in this round. This one is yours from now on.")
    return [Para(ui.words(said))]


def about(t: Words, them: Together) -> list[Block]:
    """Why, what to try, when, and a first question; who goes on needs but what and when."""
    blocks: list[Block] = [] if them.go_on else [Para(ui.words(own_reason(t, them)))]
    if them.task:
        task = ui.shorten(them.task, TASK)
        blocks.append(Para(t.text("**To try together:** {task}", task=task)))
    if them.times:
        said = t.names([_time(t, day, hour) for day, hour in them.times])
        text = (
            t.text("**Two times that suit you:** {times}", times=said)
            if len(them.times) > 1
            else t.text("**A time that suits you:** {times}", times=said)
        )
        blocks.append(Para(text))
    if them.go_on:
        return blocks
    question = first_question(t, them.pair)
    blocks.append(Para(t.text("**To begin with:** {question}", question=question)))
    return blocks


def _time(t: Words, day: date, hour: str) -> str:
    words = hour_words(t)[hour]
    # Only its beginning: what follows may have capitals of its own, as in German.
    return t("{day}, {hour}", day=t.day(day), hour=words[:1].lower() + words[1:])


def told(t: Words, network: Network, mine: Mine, coordinators: Sequence[str]) -> Message:
    """To one of them: who their buddy is, and how they get to each other."""
    blocks = [
        *anew(t, mine.them),
        *who(t, mine),
        *how(t, network, mine, coordinators),
        *about(t, mine.them),
    ]
    return Message(t("Your buddy"), tuple(blocks))


def who(t: Words, mine: Mine) -> list[Block]:
    """With whom."""
    names = t.names(_name(t, mine, one) for one in mine.them.names if one != mine.me)
    if mine.them.go_on:
        return [Para(t.text("You go on with **{names}**.", names=names))]
    return [Para(t.text("You go together with **{names}**.", names=names))]


def _name(t: Words, mine: Mine, one: int) -> str:
    return called(t, mine.them.names[one])


def how(t: Words, network: Network, mine: Mine, coordinators: Sequence[str]) -> list[Block]:
    """How they get to each other: a conversation, a name to press, contacts, or another way."""
    if mine.reach.way == "talk":
        said = t("You have a conversation of your own: write to each other there.")
        if len(mine.users) > 1:  # their names stand above
            return [Para(ui.words(said))]
        return [Para(ui.words(said)), *_mentions(t, mine)]
    if mine.reach.way == "write":
        mentions = _mentions(t, mine)
        if mentions:
            return mentions
        said = t("You are both in the channel of {network}: look for them there.",
                 network=network.name)  # fmt: skip
        return [Para(ui.words(said))]
    return _exchange(t, mine, coordinators)


def _mentions(t: Words, mine: Mine) -> list[Block]:
    return [
        Para(
            t.text("Press the name to write to {name}.", name=ui.Mention(user, _name(t, mine, one)))
        )
        for one, user in mine.users.items()
    ]


def _exchange(t: Words, mine: Mine, coordinators: Sequence[str]) -> list[Block]:
    """They are on no common platform. Of the others' No nobody reads anything."""
    others = [one for one in mine.them.names if one != mine.me]
    if mine.agreed.get(mine.me) is False:
        return [Para(ui.words(_by_a_coordinator(t, coordinators)))]
    if mine.contacts:
        return [
            Para(
                t.text("You reach {name} by: **{contact}**", name=_name(t, mine, one),
                       contact=mine.contacts[one])
            )
            for one in others if one in mine.contacts
        ]  # fmt: skip
    if mine.agreed.get(mine.me):
        said = t("Thank you. As soon as they agree too, I tell you both how to reach each other.")
        return [Para(ui.words(said)), Para(ui.words(_by_a_coordinator(t, coordinators)))]
    names = t.names(_name(t, mine, one) for one in others)
    asked = t("You are on no common platform. May {names} know how to reach you?", names=names)
    small = t("They only hear it once all of you agree.")
    return [Para(ui.words(asked)), Controls(exchange_buttons(t, mine.them.pair)), Small(small)]


def exchange_buttons(t: Words, pair: Pair) -> tuple[Button, ...]:
    """Yes or no to one's contact being told."""
    return (
        Button(t("Yes, tell them"), f"pair:{pair.id}:contact", "primary"),
        Button(t("No, thanks"), f"pair:{pair.id}:no-contact"),
    )


def _by_a_coordinator(t: Words, coordinators: Sequence[str]) -> str:
    if not coordinators:
        return t("You can meet at the next meeting of the network.")
    names = ui.shorten(t.names(coordinators), _COORDINATORS)
    return t("A coordinator can bring you together: {names}. Just ask.", names=names)


def contact_form(t: Words, pair: Pair, before: str = "") -> Form:
    """How can the others reach the person?"""
    return Form(
        action=f"pair:{pair.id}:contact",
        title=ui.fit(t("How they reach you"), ui.limits.FORM_TITLE),
        submit=ui.fit(t("Tell them"), ui.limits.SUBMIT),
        fields=(
            Area(
                key="contact",
                label=ui.fit(t("How can your buddy reach you?"), ui.limits.LABEL),
                value=before,
                most=CONTACT,
                hint=ui.fit(t("An email address, for example. Nobody else reads it."),
                            ui.limits.HINT),
            ),
        ),
    )  # fmt: skip
