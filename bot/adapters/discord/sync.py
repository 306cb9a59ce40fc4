"""Commands -> Discord's registry: plain dictionaries, in one call, and only when they changed."""

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from bot.commands.calls import Command
from bot.ui.limits import hold

Payload = dict[str, Any]

LOCALES = {"en": "en-GB", "de": "de", "fr": "fr", "it": "it", "fi": "fi"}
"""Ours -> Discord's; en-US is the default, and what other languages get."""

NAME = 32
DESCRIPTION = 100
COMMANDS = 100
WHOLE_COMMAND = 8000


def commands_payload(commands: tuple[Command, ...]) -> list[Payload]:
    """The commands as Discord registers them, each with one optional text and its suggestions.

    Raises TooLong or ValueError where Discord would refuse one.
    """
    hold("commands", len(commands), COMMANDS)
    return [_command(command) for command in commands]


def digest(payload: list[Payload]) -> str:
    """A name for exactly this payload."""
    return hashlib.sha256(json.dumps(payload, sort_keys=True).encode()).hexdigest()


def _command(command: Command) -> Payload:
    for name in (command.name, *command.names.values()):
        hold(f"/{name}", len(name), NAME)
        if not name or name != name.lower() or not name.replace("-", "").replace("_", "").isalnum():
            raise ValueError(f"/{name} is no name for a command on Discord")
    hint = {language: _in_short(verbs) for language, verbs in command.hint.items()}
    whole = _longest(command.names) + _longest(command.description) + _longest(hint)
    hold(f"/{command.name} in all", whole + len("what"), WHOLE_COMMAND)
    what: Payload = {
        "type": 3,
        "name": "what",
        **_described(hint),
        "required": False,
        "autocomplete": True,
    }
    return {
        "type": 1,
        "name": command.name,
        "name_localizations": _localised(command.names),
        **_described(command.description),
        "options": [what],
        "contexts": [0, 1],  # in a server, and in a direct message with Convenor
        "integration_types": [0],  # for a server, never for one user
    }


def _in_short(verbs: str) -> str:
    """As many of the verbs as there is room for; what is typed half is completed by all of them."""
    if len(verbs) <= DESCRIPTION:
        return verbs
    return f"{verbs[: DESCRIPTION - 2].rpartition(' · ')[0]} …"


def _described(texts: Mapping[str, str]) -> Payload:
    for text in texts.values():
        hold(f"description {text!r}", len(text), DESCRIPTION)
        if not text:
            raise ValueError("Discord wants a description in every language")
    return {"description": texts["en"], "description_localizations": _localised(texts)}


def _localised(texts: Mapping[str, str]) -> dict[str, str]:
    return {locale: texts[ours] for ours, locale in LOCALES.items() if ours in texts}


def _longest(texts: Mapping[str, str]) -> int:
    return max(map(len, texts.values()))
