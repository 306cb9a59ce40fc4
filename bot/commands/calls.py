"""What reaches the house from any chat, and what it answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from bot.chat import Abilities, Person, Place, Profile
from bot.ui import Form, Message


@dataclass(frozen=True, slots=True)
class Typed:
    """A command as typed: `/meeting plan Robotics` is command "meeting", text "plan Robotics"."""

    command: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """Plain words to the bot, by mention or in a direct message."""

    text: str


@dataclass(frozen=True, slots=True)
class Pressed:
    """A button: its action, `noun:id:answer`."""

    action: str


@dataclass(frozen=True, slots=True)
class Sent:
    """A form that was sent: its action, and under each key what was given (empty fields give no
    value).

    `people` tells of those who were picked in it, by user id, as far as the platform does.
    """

    action: str
    values: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    people: Mapping[str, Profile] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Came:
    """The person came into the channel (where the platform tells)."""


@dataclass(frozen=True, slots=True)
class Went:
    """The person left the channel (where the platform tells)."""


@dataclass(frozen=True, slots=True)
class Changed:
    """What the platform tells of the person has changed; `gone`: they have left it (where it tells
    of either).
    """

    gone: bool = False


Event = Came | Went | Changed
"""What nobody waits for an answer to."""


@dataclass(frozen=True, slots=True)
class Call:
    """One thing that one person did.

    `id` names it for ever, so that a repeat has no second effect. `order` grows with the time of
    the act (on every platform in nanoseconds, since a person may be on two), so that a person's
    later click wins whatever arrives first. `room` is the channel's
    name
    where the platform tells it; `post` the ref of the channel's message that was pressed, unless it
    stands in a thread or only this person sees it. A Place in a thread is given as its
    channel; in a direct message it has none.
    """

    id: str
    order: int
    who: Person
    profile: Profile
    place: Place
    said: Typed | Said | Pressed | Sent | Event
    abilities: Abilities
    room: str = ""
    post: str = ""


@dataclass(frozen=True, slots=True)
class File:
    """A file for one person."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer that only this person sees; it takes the place of the private message whose button
    was pressed.
    """

    message: Message
    file: File | None = None


@dataclass(frozen=True, slots=True)
class Errors:
    """Mistakes in a form, a sentence for each field's key; given only where the platform shows
    them at the field.
    """

    problems: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Nothing:
    """There is nothing to say: a repeat, or an event that nobody waits for. `again`: the event was
    not taken in, and the platform is to tell it once more.
    """

    again: bool = False


Answer = Reply | Form | Errors | Nothing


@dataclass(frozen=True, slots=True)
class Command:
    """A command as platforms register it. Each mapping is by language and always has "en".

    `names` are without the slash; where a platform has one name for all languages, it is `name`.
    `hint` shows what may be typed after it.
    """

    name: str
    names: Mapping[str, str]
    description: Mapping[str, str]
    hint: Mapping[str, str]


class House(Protocol):
    """The house as an adapter sees it. All of it is synchronous and safe to run in any thread."""

    def act(self, call: Call) -> Answer:
        """Do what the call asks, commit, and return the answer; a fault inside becomes a kind
        sentence.
        """
        ...

    def opens(self, call: Call) -> bool:
        """Whether a form may come of this, as far as can be told at once: nothing waits for the
        database.
        """
        ...

    def keep(self, call: Call, form: Form) -> Message:
        """For a form that was ready too late to be opened: keep it with all that it holds, and
        return what to show instead, with a button that opens it.
        """
        ...

    def mend(self, call: Call, problems: Mapping[str, str]) -> Reply:
        """For mistakes that cannot be shown in the form any more, by the labels of its fields: keep
        what was sent, and return the answer to give instead, with a button that opens it.
        """
        ...

    def suggest(self, call: Call) -> tuple[tuple[str, str], ...]:
        """For a command half typed: at most 25 pairs (what is shown, what is then typed), each of
        at most 100 characters.
        """
        ...

    def agreed(self, person: Person) -> bool:
        """Whether this person agreed to be written to privately."""
        ...

    def lease(self, name: str, owner: str, seconds: float) -> bool:
        """Take or renew the one right to do something, for so long; False while another process
        has it.
        """
        ...

    def give_back(self, name: str, owner: str) -> None:
        """Let another process have it at once."""
        ...

    def recall_commands(self, application: str) -> str:
        """The digest of the commands last registered for this application, or empty."""
        ...

    def remember_commands(self, application: str, digest: str) -> None:
        """Keep the digest of the commands just registered."""
        ...
