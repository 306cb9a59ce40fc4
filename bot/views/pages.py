"""What people without an account see by their personal link."""

from collections.abc import Mapping, Sequence

from bot import ui
from bot.store.tables import Meeting, Network, Rsvp
from bot.ui import Block, Button, Controls, Message, Para, Row, Rule, Small
from bot.views import seats
from bot.views.agendas import before_you_come
from bot.views.answers import answer_buttons, given, your_answer
from bot.views.meetings import facts, line
from bot.views.words import Words

MOST = 3
"""So many meetings stand on one page whole."""


def meeting(
    t: Words, network: Network, meeting: Meeting, mine: Rsvp | None, *, over: bool
) -> Message:
    """One meeting whole: its facts, the person's answer, its agenda and notes."""
    blocks: list[Block] = [facts(t, meeting, link=seats.sees_link(meeting, mine))]
    blocks += before_you_come(t, meeting)
    if meeting.state == "called off":
        blocks.append(Para(ui.words(t("This meeting was called off."))))
    elif over:
        blocks.append(Para(ui.words(t("This meeting is over."))))
    else:
        blocks += [Para(your_answer(t, mine)), answer_buttons(t, meeting, given(mine))]
    blocks.append(
        Controls(
            (
                Button(t("Agenda"), f"agenda:{meeting.id}:show"),
                Button(t("What do you keep about me?"), "privacy:0:show"),
            )
        )
    )
    blocks.append(Small(t("A page for you alone, from {name}.", name=network.name)))
    return Message(ui.typed(meeting.title), tuple(blocks))


def member(
    t: Words,
    network: Network,
    meetings: Sequence[Meeting],
    mine: Mapping[int, Rsvp],
    last: Meeting | None,
) -> Message:
    """What is coming up in a network, with the person's answers, and the notes of the `last`
    meeting.
    """
    blocks: list[Block] = []
    if not meetings:
        blocks.append(Para(ui.words(t("No meeting is planned yet."))))
    for one in meetings[:MOST]:
        own = mine.get(one.id or 0)
        title = ui.typed(ui.shorten(one.title, 40))
        spoken = ui.shorten(f"{t('Read all')}: {title}", ui.limits.BUTTON)
        more = Button(t("Read all"), f"page:{one.id}:meeting", spoken=spoken)
        blocks += [Row(line(t, one), more), Para(your_answer(t, own))]
        blocks.append(answer_buttons(t, one, given(own)))
    if last is not None:
        blocks += [Rule(), Row(line(t, last), Button(t("Notes"), f"notes:{last.id}:read"))]
    blocks.append(
        Controls(
            (
                Button(t("What do you keep about me?"), "privacy:0:show"),
                Button(t("Leave this network"), f"network:{network.id}:leave"),
            )
        )
    )
    blocks.append(Small(t("A page for you alone, from {name}.", name=network.name)))
    return Message(ui.typed(network.name), tuple(blocks))
