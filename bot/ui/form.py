"""The vocabulary of forms: one step, at most five fields, each checked when made."""

from __future__ import annotations

from dataclasses import dataclass

from bot.ui import limits
from bot.ui.limits import hold


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """What every field has: a key (ASCII, unique in its form), a label, and a line of help below
    it.
    """

    key: str
    label: str
    hint: str = ""
    required: bool = True

    def __post_init__(self) -> None:
        hold("field label", len(self.label), limits.LABEL)
        hold("field hint", len(self.hint), limits.HINT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line(Field):
    """One line of text, at most `most` characters."""

    value: str = ""
    example: str = ""
    most: int = limits.LINE


@dataclass(frozen=True, slots=True, kw_only=True)
class Area(Field):
    """Several lines of text, at most `most` characters."""

    value: str = ""
    example: str = ""
    most: int = limits.AREA


@dataclass(frozen=True, slots=True, kw_only=True)
class Day(Field):
    """A day: a picker (value YYYY-MM-DD) where the platform has one, else a line as people type
    it.
    """

    value: str = ""
    example: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Time(Field):
    """A time of day: a picker (value HH:MM) where the platform has one, else a line as people type
    it.
    """

    value: str = ""
    example: str = ""


@dataclass(frozen=True, slots=True)
class Option:
    """One thing to choose."""

    value: str
    label: str
    hint: str = ""

    def __post_init__(self) -> None:
        hold("option", len(self.label), limits.OPTION)
        hold("option hint", len(self.hint), limits.OPTION)
        hold("option value", len(self.value), limits.OPTION_VALUE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice(Field):
    """One of two to ten, all in sight; `value` is the chosen option's value or empty."""

    options: tuple[Option, ...]
    value: str = ""

    def __post_init__(self) -> None:
        Field.__post_init__(self)
        hold("choices", len(self.options), limits.CHOICES)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices(Field):
    """Any of one to ten, all in sight."""

    options: tuple[Option, ...]
    values: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        Field.__post_init__(self)
        hold("choices", len(self.options), limits.CHOICES)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pick(Field):
    """One of at most twenty-five, from a list that folds out."""

    options: tuple[Option, ...]
    value: str = ""

    def __post_init__(self) -> None:
        Field.__post_init__(self)
        hold("options", len(self.options), limits.OPTIONS)


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonPick(Field):
    """One person of the workspace or server; the value is the platform's user id. `others`: not who
    fills it in; `among`: only these can be picked. The platforms' own lists cannot leave anybody
    out, so what is sent is looked at again.
    """

    others: bool = False
    among: tuple[str, ...] | None = None


AnyField = Line | Area | Day | Time | Choice | Choices | Pick | PersonPick


@dataclass(frozen=True, slots=True)
class Form:
    """A form; `action` is `noun:id:verb`, and what is sent comes back under the fields' keys."""

    action: str
    title: str
    submit: str
    fields: tuple[AnyField, ...]
    intro: str = ""

    def __post_init__(self) -> None:
        hold("form title", len(self.title), limits.FORM_TITLE)
        hold("submit", len(self.submit), limits.SUBMIT)
        hold("form action", len(self.action), limits.ACTION)
        hold("fields", len(self.fields) + bool(self.intro), limits.FIELDS)
        hold("introduction", len(self.intro), limits.PARA)
        keys = [field.key for field in self.fields]
        if not keys or len(keys) != len(set(keys)) or not "".join(keys).isascii():
            msg = "a form has fields, each with its own key in ASCII"
            raise ValueError(msg)
