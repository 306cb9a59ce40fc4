"""The parts of the docs printed from the code: `python -m tests.house.docs` writes them."""

from dataclasses import fields
from pathlib import Path

from bot.adapters.discord.chat import DiscordChat
from bot.adapters.memory import MemoryChat
from bot.adapters.slack.chat import SlackChat
from bot.chat import Abilities
from bot.store.register import REGISTER

DOCS = Path(__file__).parents[2] / "docs"
SAYS = {
    "field_errors": "a mistake in a form stands at its field (else: all is kept, with [Fix it])",
    "day_picker": "a form has pickers for day and time (else: a line to type)",
    "lists_members": "the people of a channel are known (else: they press Join)",
    "repeat_safe": "for how many seconds a post may be sent again and appears once",
    "reads_back": "the bot can look whether its post is there (else: a coordinator is asked)",
    "local_commands": "commands have names in each reader's language",
    "submit_label": "a form's button has words of its own (else: Submit)",
    "heard_in_private": "a mention in a channel is answered unseen (else: in neutral words)",
    "files_in_place": "a file stands with the answer that brings it (else: in direct messages)",
}


def abilities() -> str:
    """The table of what each platform can do."""
    chats = (SlackChat, DiscordChat, MemoryChat)
    lines = ["| | Slack | Discord | terminal |", "| --- | --- | --- | --- |"]
    for field in fields(Abilities):
        cells = (_cell(getattr(chat.abilities, field.name)) for chat in chats)
        lines.append(f"| {SAYS[field.name]} | {' | '.join(cells)} |")
    return "\n".join(lines)


def _cell(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value:g}" if isinstance(value, int | float) else str(value)


def data() -> str:
    """The data register as tables."""
    parts = []
    for entry in REGISTER:
        yours = "yours" if entry.mine else "about nobody"
        if entry.empties:
            yours = f"yours; on erasing only `{entry.empties}` is emptied"
        title = f"## {entry.table.__name__.lower()} ({yours})"
        rows = [
            f"| `{name}` | {held.purpose} | {held.seen} | {held.until} |"
            for name, held in entry.columns.items()
        ]
        head = ["| column | what it is for | who sees it | until |", "| --- | --- | --- | --- |"]
        parts.append("\n".join([title, "", *head, *rows]))
    return "\n\n".join(parts)


PRINTED = {"operator.md": ("abilities", abilities), "data.md": ("data", data)}


def printed(name: str) -> str:
    """The text of a page with its printed part as the code has it now."""
    mark, say = PRINTED[name]
    text = (DOCS / name).read_text(encoding="utf-8")
    before, _, rest = text.partition(f"<!-- {mark} -->")
    after = rest.partition(f"<!-- /{mark} -->")[2]
    return f"{before}<!-- {mark} -->\n{say()}\n<!-- /{mark} -->{after}"


if __name__ == "__main__":
    for page in PRINTED:
        (DOCS / page).write_text(printed(page), encoding="utf-8")
