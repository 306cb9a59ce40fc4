"""What makes a story the same on every platform: the few things that a platform cannot do are told
as others do them, or stand in a table. Nothing else may differ.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from bot.adapters.stage import Seen, Stage
from bot.chat import Abilities

Change = Callable[[str], str]


def _who_has_joined(transcript: str) -> str:
    """Who is in a channel is not known, only who has joined."""
    return re.sub(
        r"This tells (?:1 person|(\d+) people) in (#\S+)\.",
        lambda told: (
            f"This tells everybody in {told[2]}; {told[1]} people have joined."
            if told[1]
            else f"This tells everybody in {told[2]}."
        ),
        transcript,
    )


def _platforms_own_word(transcript: str) -> str:
    """Every form is sent by the platform's own word."""
    return re.sub(
        r"(^  a form opens for .+:\n(?:    .*\n)*    )\[[^\]\n]+\]$",
        r"\1[Submit]",
        transcript,
        flags=re.MULTILINE,
    )


def _in_direct_messages(transcript: str) -> str:
    """A file goes to the person's direct messages."""
    return re.sub(
        r"^  #\S+, a file for ", "  privately, a file for ", transcript, flags=re.MULTILINE
    )


DIFFERENCES: Mapping[str, Change] = {
    "lists_members": _who_has_joined,
    "submit_label": _platforms_own_word,
    "files_in_place": _in_direct_messages,
}
"""By the ability that a platform lacks: how a transcript reads there. `field_errors` makes no
difference, for FixesIt turns mistakes that come as a message into mistakes at the field; nor does
`day_picker`, for what a picker gives can be typed; nor `repeat_safe`, which is not seen. Stories
have no mentions (`heard_in_private`): what everybody may read of an answer is other words.
"""


def as_on(abilities: Abilities, transcript: str) -> str:
    """A transcript of a platform that can do everything, as it reads on one of these abilities."""
    for ability, change in DIFFERENCES.items():
        if not getattr(abilities, ability):
            transcript = change(transcript)
    return transcript


class FixesIt:
    """The stage of a platform that cannot show mistakes at a field, as if it could: its people
    press [Fix it] and go on in the form, which opens again with what they typed.
    """

    def __init__(self, stage: Stage, label: str) -> None:
        self._stage, self._label = stage, label
        self._to_fix: set[str] = set()
        self._again: set[str] = set()

    async def types(self, who: str, room: str, text: str) -> None:
        """As the platform does."""
        await self._stage.types(who, room, text)

    async def presses(self, who: str, label: str, nth: int = 1) -> None:
        """As the platform does."""
        await self._stage.presses(who, label, nth)

    async def fills(self, who: str, values: Mapping[str, str]) -> None:
        """Fill the form, after [Fix it] where the last one had mistakes."""
        if who in self._to_fix:
            self._to_fix.remove(who)
            self._again.add(who)
            await self._stage.presses(who, self._label)
        await self._stage.fills(who, values)

    def seen(self) -> list[Seen]:
        """What appeared; [Fix it] as mistakes in the form, its opening left out."""
        return [self._as_errors(one) for one in self._stage.seen() if not self._is_again(one)]

    def _is_again(self, seen: Seen) -> bool:
        again = seen.kind == "form" and seen.who in self._again
        if again:
            self._again.remove(seen.who)
        return again

    def _as_errors(self, seen: Seen) -> Seen:
        lines = seen.text.splitlines()
        if seen.kind != "private" or lines[-1] != f"[{self._label}]":
            return seen
        self._to_fix.add(seen.who)
        return Seen("errors", "", seen.who, "\n".join(lines[1:-1]))
