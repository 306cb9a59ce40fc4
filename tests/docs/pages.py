"""What of the docs is printed from the code. Each page of `PRINTED` has a region for each part."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from dataclasses import fields
from pathlib import Path

from prometheus_client import CollectorRegistry

from bot.adapters.discord.chat import DiscordChat
from bot.adapters.memory import MemoryChat
from bot.adapters.slack.chat import SlackChat
from bot.chat import Abilities
from bot.commands.table import ACTIONS, BARE, NOUNS, commands
from bot.core.rights import ANYBODY, COORDINATORS, IN_THE_ROOM, LISTED, RIGHTS
from bot.i18n import LANGUAGES
from bot.scheduler.meters import BacklogMeter, Meters
from bot.store.register import REGISTER
from bot.views.words import words
from tests.docs import floors, told
from tests.gallery.drawing import in_words
from tests.gallery.samples import SAMPLES
from tests.gallery.texts import ORDINARY
from tests.plugins.must_hold import TITLES

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
WHO = {
    ANYBODY: "everybody",
    IN_THE_ROOM: "who is in the channel",
    LISTED: "members",
    COORDINATORS: "coordinators",
}


def abilities() -> str:
    """The table of what each platform can do."""
    chats = (SlackChat, DiscordChat, MemoryChat)
    rows = [
        [told.ABILITIES[one.name], *(_cell(getattr(chat.abilities, one.name)) for chat in chats)]
        for one in fields(Abilities)
    ]
    return _table(["", "Slack", "Discord", "terminal"], rows)


def _cell(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value:g}" if isinstance(value, int | float) else str(value)


def _table(head: list[str], rows: list[list[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |".replace("|  |", "| |") for line in lines)


def data() -> str:
    """The data register as tables."""
    parts = []
    for entry in REGISTER:
        yours = "yours" if entry.mine else "about nobody"
        if entry.empties:
            yours = f"yours; on erasing only `{entry.empties}` is emptied"
        if not entry.copied:
            yours = "about you, in no copy"
        rows = [
            [f"`{name}`", held.purpose, held.seen, held.until]
            for name, held in entry.columns.items()
        ]
        table = _table(["column", "what it is for", "who sees it", "until"], rows)
        parts.append(f"## {entry.table.__name__.lower()} ({yours})\n\n{table}")
    return "\n\n".join(parts)


def settings() -> str:
    """The settings as `.env.example` has them, with what each is for and its default."""
    rows = []
    remark = ""
    for line in (ROOT / ".env.example").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            remark = f"{remark} {line.removeprefix('# ')}".strip()
        elif "=" in line:
            name, _, value = line.partition("=")
            rows.append([f"`{name}`", remark, f"`{value}`" if value else ""])
        else:
            remark = ""
    return _table(["setting", "what it is for", "default"], rows)


def numbers() -> str:
    """The numbers of `/metrics`."""
    registry = CollectorRegistry()
    Meters(registry)
    BacklogMeter(registry, dict)
    rows = [
        [f"`{one.name}{'_total' if one.type == 'counter' else ''}`", one.documentation]
        for one in registry.collect()
    ]
    return _table(["number", "what it is"], rows)


def typed() -> str:
    """Every command with its words: who may type them, and what they do."""
    parts = []
    for noun, module in NOUNS.items():
        rows = [[f"`/{noun}`", WHO[RIGHTS[BARE[noun]]], f"{words('en')(module.COMMAND)}."]]
        rows += [
            [f"`/{noun} {action.verb}`", WHO[RIGHTS[action.name]], told.VERBS.get(action.name, "")]
            for action in ACTIONS
            if action.noun == noun and action.verb
        ]
        parts.append(f"## /{noun}\n\n{_table(['you type', 'who', 'what it does'], rows)}")
    return "\n\n".join(parts)


def named() -> str:
    """The names of commands and of their words in each language."""
    rows = []
    for command in commands():
        names = [f"`/{command.names[language]}`" for language in LANGUAGES]
        rows.append([f"**{name}**" for name in names])
        rows += [
            [words(language).p("verb", action.verb) for language in LANGUAGES]
            for action in ACTIONS
            if action.noun == command.name and action.verb
        ]
    return _table(["English", "Deutsch", "français", "italiano", "suomi"], rows)


def sent() -> str:
    """What goes out by itself: when, and to whom."""
    rows = [[what, to, when] for what, to, when in (*told.SENT.values(), *told.REMINDERS.values())]
    return _table(["what", "to whom", "when"], rows)


def screens() -> str:
    """Every message and form in English, as a screen reader reads it, by feature."""
    t = words("en")
    parts: dict[str, list[str]] = {}
    for name, sample in sorted(SAMPLES.items()):
        drawn = next(iter(sample(t, ORDINARY)))
        feature = name.partition(".")[0]
        parts.setdefault(feature, []).append(f"### {name}\n\n{_quoted(in_words(drawn))}")
    return "\n\n".join(f"## {feature}\n\n" + "\n\n".join(of) for feature, of in parts.items())


def _quoted(text: str) -> str:
    fence = "````" if "```" in text else "```"
    return f"{fence}text\n{text.strip()}\n{fence}"


def promises() -> str:
    """What must hold, by the number under which `prove` shows it, each with its tests."""
    shown = _shown()
    parts = []
    for issue, titles in TITLES.items():
        rows = [
            [f"{issue}.{number}", title, ", ".join(sorted(shown.get((issue, int(number)), ())))]
            for number, title in titles.items()
        ]
        parts.append(f"## prove {issue}\n\n{_table(['number', 'what must hold', 'tests'], rows)}")
    return "\n\n".join(parts)


def _shown() -> dict[tuple[str, int], set[str]]:
    """For each promise the files whose tests carry its mark."""
    found: dict[tuple[str, int], set[str]] = {}
    for file in sorted((ROOT / "tests").rglob("test_*.py")):
        for issue, number in _marks(file.read_text(encoding="utf-8")):
            found.setdefault((issue, number), set()).add(f"`{file.relative_to(ROOT)}`")
    return found


def _marks(source: str) -> Iterator[tuple[str, int]]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("mark.must_hold"):
            issue, number = (ast.literal_eval(one) for one in node.args)
            yield issue, number


PRINTED: dict[str, dict[str, Callable[[], str]]] = {
    "commands.md": {"typed": typed, "named": named},
    "data.md": {"data": data},
    "messages.md": {"sent": sent},
    "operator.md": {"numbers": numbers, "settings": settings, "abilities": abilities},
    "promises.md": {"promises": promises},
    "screens.md": {"screens": screens},
}


def printed(name: str) -> str:
    """The text of a page with its printed parts as the code has them now."""
    text = (DOCS / name).read_text(encoding="utf-8")
    for mark, say in PRINTED[name].items():
        region = re.compile(rf"(<!-- {mark} -->\n).*(<!-- /{mark} -->)", re.DOTALL)
        found = region.search(text)
        if found is None:
            raise LookupError(f"{name} has no region {mark}")
        text = f"{text[: found.start()]}{found[1]}{say()}\n{found[2]}{text[found.end() :]}"
    return text


def written() -> dict[str, str]:
    """All that is printed, by the name of its file."""
    rules = (ROOT / ".importlinter").read_text(encoding="utf-8")
    return {name: printed(name) for name in PRINTED} | {"house.svg": floors.picture(rules)}


def write() -> list[str]:
    """Write all pages anew; returns the names of those that have changed."""
    changed = []
    for name, new in written().items():
        if not (DOCS / name).exists() or new != (DOCS / name).read_text(encoding="utf-8"):
            (DOCS / name).write_text(new, encoding="utf-8")
            changed.append(name)
    return changed
