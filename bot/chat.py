"""The port: what the house needs of any chat, in words of no platform."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.ui import Message


@dataclass(frozen=True, slots=True)
class Place:
    """A channel of a workspace or server; `thread` is the ref of the post whose thread is meant."""

    platform: str
    workspace: str
    channel: str
    thread: str = ""


@dataclass(frozen=True, slots=True)
class Person:
    """A user of a workspace or server; as a target, their private inbox."""

    platform: str
    workspace: str
    user: str


@dataclass(frozen=True, slots=True)
class Talk:
    """A private conversation of a few people and the bot, to be opened. Where a platform has such
    things in a channel alone, it belongs to that `channel`, and it is known by its `name`, which no
    other one has.
    """

    platform: str
    workspace: str
    users: tuple[str, ...]
    channel: str
    name: str


@dataclass(frozen=True, slots=True)
class Profile:
    """What the platform tells of a person; None where it does not.

    `admin`: may set a network up (Slack admin or owner, Discord Manage Server). `bot`: a program,
    which is in no network and is not written to.
    `outsider`: belongs to another organisation (Slack Connect). Not `certain`: the platform was
    slow to tell, and the name is only a handle; nothing else of it is kept.
    """

    name: str
    language: str | None = None
    zone: str | None = None
    admin: bool = False
    outsider: bool = False
    bot: bool = False
    certain: bool = True


@dataclass(frozen=True, slots=True)
class Pace:
    """How fast a platform takes messages: seconds between two in one place (a post, an edit), and
    a second in all.
    """

    post_gap: float
    edit_gap: float
    per_second: float


@dataclass(frozen=True, slots=True)
class Abilities:
    """What a platform can do; the docs print a table of it, and a test holds it true."""

    field_errors: bool
    """Mistakes stand at the field (else the draft is kept, with [Fix it])."""
    day_picker: bool
    """A form has pickers for day and time (else a line to type)."""
    lists_members: bool
    """The members of a channel can be listed (else people press [Join])."""
    repeat_safe: float
    """For how many seconds a post may be sent again under the same key and appears once."""
    reads_back: bool = False
    """Posts of its own can be found again in a place (else what became of one can stay unknown)."""
    local_commands: bool = False
    """Commands have names in each reader's language (else one name for all)."""
    submit_label: bool = True
    """The button that sends a form carries the form's own word (else the platform's)."""
    heard_in_private: bool = True
    """Who mentions the bot in a channel is answered unseen by others (else in a few words that tell
    nothing personal, whose buttons answer privately)."""
    files_in_place: bool = True
    """A file stands beside the private answer that brings it (else in the direct messages)."""
    hears_of_leaving: bool = False
    """The platform says when somebody has left it (else who was not heard of for long is asked
    after before they are written to)."""


class Unreachable(Exception):
    """It will never arrive there: closed inbox, gone channel, no right. The reason is the
    platform's code; `of_place` is False where it is this one message that was not taken.
    """

    def __init__(self, reason: str, *, of_place: bool = True) -> None:
        super().__init__(reason)
        self.reason = reason
        self.of_place = of_place


class Gone(Unreachable):
    """The person is not on the platform any more: nothing arrives there, whatever it says."""


class Busy(Exception):
    """It did not leave, or was refused for now: try again after so many seconds."""

    def __init__(self, retry_after: float) -> None:
        super().__init__(f"again in {retry_after} s")
        self.retry_after = retry_after


class LockedOut(Exception):
    """The platform does not let us in at all: a token that is wrong or was revoked. Nothing has
    left, and nothing will until somebody mends it. The reason is the platform's code.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Unknown(Exception):
    """The request left and no answer came: it may or may not have arrived."""


class Chat(Protocol):
    """A platform that messages can be sent to. Every method may raise Unreachable, Busy, LockedOut
    or Unknown.
    """

    platform: str
    pace: Pace
    abilities: Abilities

    async def post(self, to: Place | Person, message: Message, key: str) -> str:
        """Post and return the ref by which it can be edited or its thread be found. `key` names
        this one message for ever; where the platform knows repeats, the same key appears once.
        """
        ...

    async def open_talk(self, talk: Talk) -> Place:
        """Open a conversation, or find it where it was opened before; safe to repeat. Messages are
        posted there as in a channel. Unreachable where one of its people cannot be in it; nobody
        else is told anything then.
        """
        ...

    async def edit(self, to: Place | Person, ref: str, message: Message) -> None:
        """Put `message` in place of the one at `ref`; safe to repeat."""
        ...

    async def find(
        self, to: Place | Person, message: Message, since: datetime, but: Collection[str]
    ) -> str | None:
        """The ref of this message, as posted there by ourselves after `since` and under none of
        the refs `but`; None where it does not stand there. The buttons tell messages apart, since
        figures in the text may have changed. Unknown where that cannot be told, or is not able to.
        """
        ...

    async def members(self, place: Place) -> tuple[tuple[Person, Profile], ...] | None:
        """The people of a channel (no bots), or None where the platform does not tell."""
        ...

    async def is_here(self, who: Person, workspaces: Collection[str]) -> bool | None:
        """Whether a person is still in one of these workspaces or servers; who is a bot is not.
        None where the platform does not tell. To be asked before somebody is written to, or brought
        together with others, who was not heard of for long.
        """
        ...
