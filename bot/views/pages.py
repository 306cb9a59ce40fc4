"""What people without an account see by their personal link."""

from bot import ui
from bot.store.tables import Meeting, Network, Rsvp
from bot.ui import Block, Button, Controls, Message, Para, Small
from bot.views import seats
from bot.views.agendas import before_you_come
from bot.views.answers import answer_buttons, given, your_answer
from bot.views.meetings import facts
from bot.views.words import Words


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
                Button(t("I use Slack or Discord too"), f"page:{meeting.id}:link"),
            )
        )
    )
    blocks.append(Small(t("A page for you alone, from {name}.", name=network.name)))
    return Message(ui.typed(meeting.title), tuple(blocks))
