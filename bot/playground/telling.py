"""What each person has to be told on the next page, and what they typed that was not taken."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from bot.adapters.stage import Actor
from bot.ui import Form
from bot.ui.form import Choices

Values = Mapping[str, Sequence[str]]


@dataclass(slots=True)
class Told:
    """What a person has to be told, and what they typed into what was not taken."""

    words: str = ""
    typed: str = ""
    values: Values = field(default_factory=dict)
    problems: Mapping[str, str] = field(default_factory=dict)


class Telling:
    """Each person's last word from the house, until they do something else."""

    def __init__(self) -> None:
        self._told: dict[str, Told] = {}

    def last(self, actor: Actor) -> Told:
        """What the person was told last."""
        return self._told.setdefault(actor.name, Told())

    def tell(self, actor: Actor, told: Told) -> None:
        """Have the person told this, in place of what they were told before."""
        self._told[actor.name] = told

    def goes_on(self, actor: Actor, form: Form | None) -> None:
        """The person does something: what they were told before is over; what they typed into a
        form that is still open is not.
        """
        told = self.last(actor)
        told.words = told.typed = ""
        if form is None:
            self.tell(actor, Told())

    def values(self, actor: Actor, form: Form | None) -> Values:
        """What stands in the person's open form: what they sent, else what it opened with."""
        return self.last(actor).values or (_filled(form) if form else {})


def _filled(form: Form) -> dict[str, Sequence[str]]:
    """What stands in a form that has just opened."""
    found: dict[str, Sequence[str]] = {}
    for one in form.fields:
        if isinstance(one, Choices):
            found[one.key] = one.values
        elif value := getattr(one, "value", ""):
            found[one.key] = (value,)
    return found
