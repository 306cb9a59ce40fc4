"""Meetings, found by what was typed of their titles."""

from collections.abc import Sequence
from datetime import timedelta

from bot.commands.turns import Turn
from bot.core.people import number
from bot.store import meetings
from bot.store.tables import Meeting


def lately(turn: Turn, within: timedelta) -> list[Meeting]:
    """The meetings that began so long ago at most and have in their title what was typed, the
    latest first; all of them where nothing was.
    """
    near = meetings.between(turn.db, number(turn.network.id), turn.now - within, turn.now)
    return having(list(reversed(near)), turn.text)


def having(among: Sequence[Meeting], text: str) -> list[Meeting]:
    """Those of the meetings that have a text in their title."""
    return [one for one in among if text.casefold() in one.title.casefold()]
