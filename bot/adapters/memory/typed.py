"""What is said of a line that is no command, on the terminal and in the browser."""

from __future__ import annotations

import re
from difflib import get_close_matches

from bot.commands.table import ALIASES, NOUNS, commands
from bot.views.words import Words

KNOWN = (*NOUNS, *ALIASES)
KEY = re.compile(
    r"xox[a-z]-|xapp-|xwfp-|(?<![\w-])[\w-]{23,28}\.[\w-]{6,7}\.[\w-]{27,}", re.IGNORECASE
)
"""How the keys of real accounts look, of Slack's and of Discord's."""


def holds_a_key(text: str) -> bool:
    """Whether the key of a real account stands in it; the trial has no use for one."""
    return KEY.search(text) is not None


def no_keys(t: Words) -> str:
    """What is said to who has typed one."""
    return t(
        "That looks like the key of a real account. The trial takes none, and has not kept it."
    )


def command_of(word: str) -> str:
    """The name in the first word of a line, without its slash."""
    return word.removeprefix("/").lower()


def is_without_slash(text: str) -> bool:
    """Whether a line is a command but for its slash: a name alone, or with a word of its own."""
    noun, _, rest = text.casefold().partition(" ")
    if noun not in KNOWN:
        return False
    verb = rest.partition(" ")[0]
    return not rest or any(verb in one.hint["en"].split(" · ") for one in commands())


def no_such_command(t: Words, command: str) -> str:
    """There is none of this name; the nearest, or all."""
    if near := get_close_matches(command_of(command), KNOWN, 1):
        return t("There is no {command}. Did you mean /{near}?", command=command, near=near[0])
    names = t.names(f"/{noun}" for noun in NOUNS)
    return t("There is no {command}. There are {names}.", command=command, names=names)


def help_lines(t: Words, room: str) -> dict[str, str]:
    """What can be typed on the terminal, in this room, and what each does."""
    others = " ".join(f"/{noun}" for noun in NOUNS if noun != "meeting")
    return {
        "/meeting": t("a command; there are also {commands}", commands=others),
        "can't come": t("say it to Convenor in your own words, such as: when is the next one"),
        "3": t("press the button with this number"),
        "@ben": t("be Ben; @ben /rsvp yes does it at once"),
        f"#{room}": t("go to a room, and see what stands there"),
        "say hello": t("say something to the others in the room"),
        "clock": t("what time it is; clock +30s, +1h, +1d, +1w or clock next moves it"),
        "inbox": t("what was written to you privately"),
        "page Yes": t("press a button of a page; page and an address opens it"),
        "who": t("who there is, and where"),
        "quit": t("end; nothing is kept"),
    }
