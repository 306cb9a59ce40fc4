"""The schools of a network as a list of people is held against them, and which one a row means."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from bot.core.alike import Told, only, speaks_against
from bot.core.columns import folded


@dataclass(slots=True)
class School:
    """A school as it stands (`id` 0: it does not yet), and what is added to it."""

    name: str
    id: int = 0
    phases: str = ""
    region: str = ""
    priority: bool = False
    gets: dict[str, str | bool] = field(default_factory=dict)

    @property
    def told(self) -> Told:
        """What is known of it, with what is added."""
        phases, region = self.gets.get("phases", ""), self.gets.get("region", "")
        return self.phases or str(phases), self.region or str(region)


class Schools:
    """The schools of a network and of a list, by keys; several can have one name."""

    def __init__(self, known: Iterable[tuple[str, str, School]] = ()) -> None:
        """`known`: names, what was put into others among them, with key and school."""
        self.by_key: dict[str, School] = {}
        self._called: dict[str, list[str]] = {}
        for name, key, school in known:
            self._add(name, key, school)

    def _add(self, name: str, key: str, school: School) -> None:
        self.by_key[key] = school
        called = self._called.setdefault(folded(name), [])
        if key not in called:
            called.append(key)

    def meant(self, name: str, said: Told) -> list[str]:
        """The keys of those that may be meant: one that is, or several of which nobody knows which
        one. It is a new one where none has that name, or several have and all are elsewhere.
        """
        called = self._called.get(folded(name), [])
        if len(called) == 1:
            return called
        fits = [key for key in called if not speaks_against(self.by_key[key].told, said)]
        one = only(fits, said, lambda key: self.by_key[key].told)
        if one is not None:
            return [one]
        place = ("", said[1])
        is_elsewhere = all(speaks_against(self.by_key[key].told, place) for key in called)
        return [f"{folded(name)}#{len(called)}"] if is_elsewhere else fits or called

    def make(self, key: str, name: str) -> School:
        """The school of a key; a new one, if there was none yet."""
        if key not in self.by_key:
            self._add(name, key, School(name))
        return self.by_key[key]
