"""What people saw, as a transcript writes it down."""

import re
from collections.abc import Iterator

from bot.adapters.stage import Seen

_SECRET = re.compile(r"(?<=/p/)[\w-]{43}")
"""Of a personal link; it is another each time."""


def lines(seen: Seen) -> Iterator[str]:
    """The lines of one thing that appeared."""
    yield f"  {heading(seen)}"
    for line in seen.text.splitlines():
        yield f"    {_SECRET.sub('…', line)}"


def heading(seen: Seen) -> str:
    """Where something appeared, and before whom."""
    where = seen.where or "privately"
    match seen.kind:
        case "post":
            return f"{where}, to {seen.who}:" if seen.who else f"{where}:"
        case "edit":
            return f"{where}, changed:"
        case "private":
            return f"{where}, only {seen.who} sees:"
        case "form":
            return f"a form opens for {seen.who}:"
        case "errors":
            return f"the form of {seen.who} says:"
        case "page":
            return f"the page of {seen.who}:"
        case "file":
            return f"{where}, a file for {seen.who}:"
