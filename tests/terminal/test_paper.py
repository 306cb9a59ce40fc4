"""A form on paper: choices by number or word, lists, people, and what cannot be used."""

from collections.abc import Mapping

import pytest

from bot.adapters.memory.paper import Left, Paper
from bot.ui import AnyField, Choice, Choices, Form, Line, Option, PersonPick, Pick
from bot.views.words import words

COLOURS = tuple(Option(name.lower(), name) for name in ("Red", "Green", "Blue"))
CHOICE = Choice(key="f", label="Which?", options=COLOURS, value="green")
PICK = Pick(key="f", label="Which?", options=COLOURS)
CHOICES = Choices(key="f", label="Which?", options=COLOURS, values=("red", "blue"), required=False)
PERSON = PersonPick(key="f", label="Who?")
ANOTHER = PersonPick(key="f", label="Who else?", others=True)
ONE_OF = PersonPick(key="f", label="Who?", among=("U3",))
LINE = Line(key="f", label="What?", value="kept", required=False)
PEOPLE = {"Ben Carter": "U2", "Cleo Marsh": "U3"}


def fill(
    field: AnyField, *typed: str, problems: Mapping[str, str] | None = None
) -> tuple[tuple[str, ...], list[str]]:
    """What is in the field when these lines were typed, and what was said."""
    lines, said = iter(typed), list[str]()
    form = Form("a:0:b", "A form", "Send", (field,))
    paper = Paper(
        form,
        PEOPLE,
        words("en"),
        lambda: next(lines),
        lambda text, _: said.append(text),
        you="Ben Carter",
        is_outside=lambda line: line in ("@cleo", "inbox"),
    )
    given = paper.fill(problems).get("f", ())
    assert list(lines) == []
    return given, said


@pytest.mark.parametrize(
    ("field", "typed", "given"),
    [
        (CHOICE, "", ("green",)),
        (CHOICE, "3", ("blue",)),
        (CHOICE, "RED", ("red",)),
        (PICK, "1", ("red",)),
        (CHOICES, "", ("red", "blue")),
        (CHOICES, "1, green", ("red", "green")),
        (CHOICES, "-", ()),
        (PERSON, "@ben", ("U2",)),
        (PERSON, "Cleo Marsh", ("U3",)),
        (ONE_OF, "cleo", ("U3",)),
        (LINE, "", ("kept",)),
        (LINE, "-", ()),
        (LINE, "a\x07b", ("ab",)),
    ],
)
def test_a_field_takes_what_is_typed(field: AnyField, typed: str, given: tuple[str, ...]) -> None:
    assert fill(field, typed)[0] == given


@pytest.mark.parametrize(
    ("field", "typed", "told"),
    [
        (CHOICE, "4", "Please type a number from 1 to 3."),
        (CHOICE, "0", "Please type a number from 1 to 3."),
        (CHOICES, "1,,2", "Please type a number from 1 to 3."),
        (PICK, "", "This has to be filled in."),
        (PERSON, "Dev", "I know nobody called Dev."),
        (ANOTHER, "Ben", "I know nobody called Ben."),
        (PERSON, "-", "I know nobody called -."),
        (LINE, "@cleo", "This is a form. Type cancel to leave it, and then the command."),
        (LINE, "inbox", "This is a form. Type cancel to leave it, and then the command."),
        (CHOICE, "/rsvp yes", "This is a form. Type cancel to leave it, and then the command."),
    ],
)
def test_what_cannot_be_used_is_told_and_asked_again(
    field: AnyField, typed: str, told: str
) -> None:
    said = fill(field, typed, "cleo" if field in (PERSON, ANOTHER) else "1")[1]

    assert said[1] == told
    assert said[0].splitlines()[0] == said[2].splitlines()[0]


def test_the_options_are_numbered_and_the_chosen_one_stands_below() -> None:
    assert fill(CHOICE, "")[1] == ["Which?\n  1 Red\n  2 Green\n  3 Blue\n[Green]"]


def test_a_hint_ends_once() -> None:
    field = Line(key="f", label="What?", hint="Everybody sees it.", required=False)
    assert fill(field, "")[1] == ["What? (Everybody sees it; may stay empty)"]


def test_a_mistake_stands_at_its_field() -> None:
    assert fill(LINE, "", problems={"f": "Not so."})[1][0] == "Not so."


def test_cancel_leaves() -> None:
    with pytest.raises(Left):
        fill(LINE, "cancel")
