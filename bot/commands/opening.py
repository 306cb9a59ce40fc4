"""Which calls may be answered by a form, and which only read: told from the router's table, without
the database.
"""

from bot.commands.actions import Action
from bot.commands.calls import Pressed, Typed
from bot.commands.table import ACTIONS, BARE, NOUNS, noun_of
from bot.ui import clean
from bot.views.words import Words


def opens(said: object, t: Words) -> bool:
    """Whether a form may come of what was typed or pressed."""
    return any(action.answers == "form" for action in _found(said, t))


def reads(said: object, t: Words) -> bool:
    """Whether what was typed or pressed is not to change anything, as far as the table knows."""
    found = _found(said, t)
    return bool(found) and not any(action.changes for action in found)


def _found(said: object, t: Words) -> list[Action]:
    match said:
        case Typed(command, text):
            return _typed(t, noun_of(command), clean(text))
        case Pressed(press):
            return _pressed(press)
        case _:
            return []


def _typed(t: Words, command: str, text: str) -> list[Action]:
    first, _, rest = text.partition(" ")
    if command == "network" and first.lower() in NOUNS and first.lower() != "network":
        return _typed(t, first.lower(), rest.strip())
    if not first:
        return [action for action in ACTIONS if action.name == BARE.get(command)]
    return [action for action in ACTIONS if action.noun == command and action.is_meant(t, first)]


def _pressed(press: str) -> list[Action]:
    noun, _, answer = (*press.split(":", 3), "", "")[:3]
    return [
        action
        for action in ACTIONS
        if action.noun == noun and answer in (action.presses or (action.name.partition(".")[2],))
    ]
