"""The words of a page as a screen reader gets them, in the shape of `bot.ui.plain`."""

from __future__ import annotations

from collections.abc import Sequence
from html.parser import HTMLParser

_BLOCKS = ("p", "h1", "h2", "div", "li", "dl", "hr", "fieldset", "legend", "form", "label")
_FIELDS = ("input", "select", "textarea")


class Reading(HTMLParser):
    """What stands in the main part of a page: its words, the buttons by their labels, the fields by
    theirs, and what stands in them.
    """

    def __init__(self, page: str) -> None:
        super().__init__()
        self.buttons: dict[str, str] = {}
        self.hidden: dict[str, str] = {}
        self.fields: dict[str, str] = {}
        """The name of each field, by its label."""
        self.options: dict[str, dict[str, str]] = {}
        """The values of each field's options, by their labels."""
        self.values: dict[str, str | list[str]] = {}
        self._lines: list[str] = [""]
        self._inside, self._kept = False, False
        self._labels: dict[str, str] = {}
        self._button = self._label = self._legend = self._area = self._option = ""
        self.feed(page)
        self.close()

    @property
    def words(self) -> str:
        """What a person reads."""
        lines = (" ".join(line.split()) for line in self._lines)
        return "\n".join(line for line in lines if line)

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        """A part of the page begins."""
        own = {key: value or "" for key, value in attrs}
        if tag == "main":
            self._inside = True
        if tag in _BLOCKS or (tag == "br"):
            self._lines.append("# " if tag == "h1" else "")
        if tag == "p":
            self._kept = "lines" in own.get("class", "")
        if tag == "button":
            self._button = own.get("value", "-")
            self._write(" [")
        if tag == "label":
            self._label = own.get("for", "-")
        if tag == "legend":
            self._legend = "-"
        if tag in _FIELDS:
            self._field(tag, own)
        if tag == "option":
            self._option = own.get("value", "-")

    def _field(self, tag: str, own: dict[str, str]) -> None:
        name, kind = own.get("name", ""), own.get("type", "text")
        if kind == "hidden":
            self.hidden[name] = own.get("value", "")
        elif kind in ("radio", "checkbox"):
            self._option = own.get("value", "")
            self.options.setdefault(name, {})
            self.fields.setdefault(self._legend, name)
            is_on = "checked" in own
            if is_on:
                self.values[name] = self._option
            self._write(" (x) " if is_on else " ( ) ")
        else:
            if own.get("id") in self._labels:
                self.fields[self._labels[own["id"]]] = name
            if tag == "input":
                self.values[name] = own.get("value", "")
                self._write(f": {own.get('value') or '_'}")
            elif tag == "textarea":
                self._area = name
                self._write(": ")

    def handle_endtag(self, tag: str) -> None:
        """A part of the page ends."""
        if tag == "main":
            self._inside = False
        if tag == "button":
            self._write("] ")
            self._button = ""
        if tag == "textarea":
            self._write("" if self.values.setdefault(self._area, "") else "_")
            self._area = ""
        if tag == "dt":
            self._write(" ")
        if tag in ("label", "option"):
            self._label = self._option = ""
        if tag == "p":
            self._kept = False
        if tag in _BLOCKS and tag != "label":
            self._lines.append("")

    def handle_data(self, data: str) -> None:
        """Words."""
        words = " ".join(data.split())
        if not self._inside or not words:
            if self._inside and data:
                self._write(" ")
            return
        if self._button:
            self.buttons[words] = self._button
        elif self._area:
            self.values[self._area] = data
        elif self._legend == "-":
            self._legend = words
        elif self._option and self.options:
            last = list(self.options.values())[-1]
            last.setdefault(words, self._option)
        elif self._label not in ("", "-") and self._label not in self._labels:
            self._labels[self._label] = words
        if self._kept:
            first, *more = data.strip("\n").split("\n")
            self._write(first)
            self._lines += more
        else:
            before = " " if data[:1].isspace() else ""
            self._write(before + words + (" " if data[-1:].isspace() else ""))

    def _write(self, words: str) -> None:
        if self._inside:
            self._lines[-1] += words
