"""What is said of a line that is no command, on the terminal and in the browser."""

from __future__ import annotations

from difflib import get_close_matches

from bot.commands.router import ALIASES, NOUNS
from bot.views.words import Words

KNOWN = (*NOUNS, *ALIASES)


def command_of(word: str) -> str:
    """The name in the first word of a line, without its slash."""
    return word.removeprefix("/").lower()


def is_a_word_of_ours(text: str) -> bool:
    """Whether a line without a slash begins as a command does."""
    return bool(text) and text.split(maxsplit=1)[0].casefold() in KNOWN


def no_such_command(t: Words, command: str) -> str:
    """There is none of this name; the nearest, or all."""
    if near := get_close_matches(command_of(command), KNOWN, 1):
        return t("There is no {command}. Did you mean /{near}?", command=command, near=near[0])
    names = t.names(f"/{noun}" for noun in NOUNS)
    return t("There is no {command}. There are {names}.", command=command, names=names)
