"""The reminder of the day."""

from bot import ui
from bot.store.tables import Meeting
from bot.ui import Message, Para
from bot.views.meetings import answer_buttons, facts
from bot.views.words import Words


def today(t: Words, meeting: Meeting, *, tomorrow: bool) -> Message:
    """Told in the morning of the day to whoever comes (in the evening before an early meeting)."""
    said = t("See you tomorrow!") if tomorrow else t("See you today!")
    changed = t("If something has come up, say so here, and everybody knows:")
    return Message(
        ui.typed(meeting.title),
        (
            Para(ui.words(said)),
            facts(t, meeting),
            Para(ui.words(changed)),
            answer_buttons(t, meeting),
        ),
    )
