"""Meetings that were lately, found by the name that was typed."""

from collections.abc import Sequence
from datetime import timedelta

from bot.commands.turns import Turn
from bot.core.people import number
from bot.store import meetings
from bot.store.tables import Meeting


def named(turn: Turn, within: timedelta) -> list[Meeting]:
    """The meetings of so long ago with what was typed in their title, the latest first; all of
    them where nothing was.
    """
    near = meetings.between(turn.db, number(turn.network.id), turn.now - within, turn.now)
    return of_name(list(reversed(near)), turn.text)


def of_name(among: Sequence[Meeting], text: str) -> list[Meeting]:
    """Those with a text in their title."""
    return [one for one in among if text.casefold() in one.title.casefold()]
