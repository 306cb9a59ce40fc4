"""Everything that was done in a trial, as a story that can be saved and played again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta

from bot.adapters.memory.chat import Shown, World
from bot.adapters.memory.hands import Hands
from bot.adapters.memory.northshire import Example
from bot.adapters.story import Fills, Passes, Presses, Step, Story
from bot.adapters.story_writing import write
from bot.ui import AnyField, Choice, Choices, Form, PersonPick, Pick


class Record:
    """The steps since the beginning, those of the example's life before them."""

    def __init__(self, example: Example) -> None:
        self._example = example
        self._steps: list[Step] = list(example.life)

    def add(self, step: Step) -> None:
        """Note that this was done; time that passes twice is noted as one time."""
        last = self._steps[-1] if self._steps else None
        if isinstance(step, Passes) and isinstance(last, Passes):
            self._steps[-1] = Passes(last.by + step.by)
        elif step != Passes(timedelta()):
            self._steps.append(step)

    def story(self) -> str:
        """All of it as a story file."""
        example = self._example
        steps = tuple(("", step) for step in self._steps)
        people, rooms = tuple(example.people), tuple(example.rooms)
        return write(
            Story(example.begun, example.zone, people, rooms, steps, example.code, example.schools)
        )


def example_of(story: Story, until: int | None = None) -> Example:
    """The example that a story makes, or its beginning makes."""
    people = list(story.actors)
    you = next((actor.name for actor in people if actor.admin), people[0].name)
    return Example(
        people=people,
        rooms=story.rooms,
        schools={actor.name: story.schools.get(actor.name, "") for actor in people},
        begun=story.now,
        life=[step for _, step in story.steps[:until]],
        you=you,
        room=next(room.name for room in story.rooms if you in room.people),
        code=story.code,
        zone=story.zone,
    )


def press(hands: Hands, who: str, shown: Shown, action: str) -> Presses:
    """The step of pressing this very button."""
    buttons = hands.buttons(who)
    label = next(b.label for one, b in buttons if one is shown and b.action == action)
    same = [(one, b.action) for one, b in buttons if b.label == label]
    nth = next(n for n, (one, its) in enumerate(same, 1) if one is shown and its == action)
    return Presses(who, label, nth)


def filled(world: World, who: str, form: Form, given: Mapping[str, Sequence[str]]) -> Fills:
    """The step of sending the form with these values, by the names that people see."""
    names = {actor.user: actor.name for actor in world.actors}
    return Fills(
        who, {one.label: _as_seen(one, given.get(one.key, ()), names) for one in form.fields}
    )


def _as_seen(field: AnyField, given: Sequence[str], names: Mapping[str, str]) -> str:
    match field:
        case PersonPick():
            return ", ".join(names.get(user, "") for user in given)
        case Choice(options=options) | Pick(options=options) | Choices(options=options):
            return ", ".join(one.label for one in options if one.value in given)
        case _:
            return "".join(given)
