"""Our words as a view needs them: a translator that also makes text of spans.

Views and commands call it `t`, so that `python -m bot.i18n extract` finds what is said.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from functools import cache
from typing import Literal

from bot import ui
from bot.i18n import Translator, fill, marked

Part = ui.Span | ui.Link | ui.Mention | ui.When
Value = Part | ui.Text | str | int

_MARK = re.compile(
    r"\[(?P<label>[^\]]+)\]\((?P<url>[^)]+)\)"
    r"|\*\*(?P<bold>.+?)\*\*"
    r"|(?<!\w)_(?P<italic>.+?)_(?!\w)"
    r"|\{(?P<hole>\w+)\}",
    re.DOTALL,
)
_PLAIN = ui.Span("")


_COLON = marked(":", context="after a label")
_COMMAND = re.compile(r"(?<![\w/])/([a-z]+)")


class Words(Translator):
    """A Translator whose values may come from people: their directional marks end with them.

    With `local_commands` the commands that our words speak of have their names in this language.
    """

    def __init__(self, language: str, *, local_commands: bool = False) -> None:
        super().__init__(language)
        self._local_commands = local_commands

    def command(self, name: str) -> str:
        """A command with its slash, by the name that it has where this is read."""
        return f"/{self.p('command', name) if self._local_commands else name}"

    def _said(self, message: str) -> str:
        if not self._local_commands:
            return message
        return _COMMAND.sub(lambda found: self.command(found[1]), message)

    def text(self, message: str, /, **values: Value) -> ui.Text:
        """The message as spans. `**bold**`, `_italic_` and `[label](url)` are read in our own words
        only; what is filled in is drawn exactly as it is. The label and url of a link take strings.
        """
        source = self._said(self._texts.gettext(message))
        return tuple(self._spans(source, values, _PLAIN))

    def facts(self, rows: Iterable[tuple[str, ui.Text]]) -> ui.Facts:
        """Labels and values, with this language's colon between them."""
        return ui.Facts(tuple(rows), self.p("after a label", _COLON))

    def when(
        self, instant: datetime, zone: str, style: Literal["full", "day", "time"] = "full"
    ) -> ui.When:
        """The instant in each reader's own zone; in plain words as clocks in `zone` show it."""
        return ui.When(instant, self.moment(instant, zone), style)

    def _shown(self, value: object) -> str:
        return ui.typed(str(value))

    def _spans(self, source: str, values: Mapping[str, Value], looks: ui.Span) -> Iterator[Part]:
        end = 0
        for mark in _MARK.finditer(source):
            if end < mark.start():
                yield replace(looks, text=source[end : mark.start()])
            end = mark.end()
            match mark.lastgroup:
                case "bold":
                    yield from self._spans(mark["bold"], values, replace(looks, bold=True))
                case "italic":
                    yield from self._spans(mark["italic"], values, replace(looks, italic=True))
                case "hole":
                    yield from self._filled(values[mark["hole"]], looks)
                case _:
                    label = fill(mark["label"], values, self._shown)
                    yield ui.Link(label, fill(mark["url"], values))
        if end < len(source):
            yield replace(looks, text=source[end:])

    def _filled(self, value: Value, looks: ui.Span) -> Iterator[Part]:
        match value:
            case tuple():
                for part in value:
                    yield from self._filled(part, looks)
            case ui.Span(_, bold, italic):
                yield replace(value, bold=bold or looks.bold, italic=italic or looks.italic)
            case str() | int():
                yield replace(looks, text=self._shown(value))
            case _:
                yield value


@cache
def words(language: str, *, local_commands: bool = False) -> Words:
    """The words for a reader of this language."""
    return Words(language, local_commands=local_commands)
