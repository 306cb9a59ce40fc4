"""A form with what a person had typed into it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.ui import AnyField, Choices, Form, PersonPick


def with_values(form: Form, values: Mapping[str, Sequence[str]]) -> Form:
    """The form with each field as it was left, also where that cannot be used."""
    return replace(
        form, fields=tuple(_with(field, values.get(field.key, ())) for field in form.fields)
    )


def values_of(form: Form) -> dict[str, tuple[str, ...]]:
    """What stands in each field of a form, to be put there again by `with_values`."""
    return {field.key: values for field in form.fields if (values := _value(field))}


def _value(field: AnyField) -> tuple[str, ...]:
    match field:
        case Choices():
            return field.values
        case PersonPick():
            return ()
        case _:
            return (field.value,) if field.value else ()


def _with(field: AnyField, given: Sequence[str]) -> AnyField:
    match field:
        case Choices():
            return replace(field, values=tuple(given))
        case PersonPick():
            return field
        case _:
            return replace(field, value=given[0] if given else "")
