"""Text -> Discord's markdown, so that what a person typed is seen as typed.

Signs are escaped only where they can mean something, for a phone's notification shows the
backslashes; they never take more than `bot.ui.limits.weight` counts.
"""

import re
from itertools import zip_longest

from bot.ui import Link, Mention, Span, Text, When, plain, words

Run = Span | Link | Mention | When

INLINE = re.compile(
    r"[\\*_~`|<\[\]]"
    r"|@(?=everyone|here)"
    r"|:(?=//|[A-Za-z0-9_+-]+:)"  # a bare address becomes a link, and :tada: a picture
)
OPENING = re.compile(r"\s*(?=[>#+-])|\s*\d+(?=\.)")  # quotes, headings, small print, lists
WORD = re.compile(r"\w", re.ASCII)
UNLINKABLE = re.compile(r"[\s<>\\]")
UNFIT = re.compile(r"[\[\]\n]|://|^\s*$")  # no link is drawn behind brackets or another address
STYLES = {"full": "F", "day": "D", "time": "t"}


def escape(text: str) -> str:
    """`text` with a backslash before each sign that Discord would read as more than itself."""
    return "\n".join(map(_escape_line, text.split("\n")))


def _escape_line(line: str) -> str:
    line = INLINE.sub(r"\\\g<0>", line)
    opening = OPENING.match(line)
    return f"{opening[0]}\\{line[opening.end() :]}" if opening else line


def markdown(text: Text) -> str:
    """The text as Discord's markdown."""
    drawable = tuple(run for span in text for run in _drawable(span))
    return "".join(map(_drawn, _joined(_plain_where_unsafe(_joined(drawable)))))


def mentioned(text: Text) -> list[str]:
    """The users that the text may ping."""
    return [span.user for span in text if isinstance(span, Mention) and span.user.isdecimal()]


def _drawable(span: Run) -> Text:
    """The span, or the same in words where Discord could not draw it."""
    match span:
        case Mention(user, name) if not user.isdecimal():
            return words(f"@{name}")
        case Link(_, url) if UNLINKABLE.search(url):
            return words(plain((span,)))
        case Link(label, url) if label != url and (UNFIT.search(label) or set("()") & set(url)):
            return (Span(f"{label} ("), Link(url, url), Span(")"))
        case _:
            return (span,)


def _drawn(span: Run) -> str:
    match span:
        case Span(text, bold, italic):
            star, line = "**" * bold, "_" * italic
            return f"{star}{line}{escape(text)}{line}{star}"
        case Link(label, url):
            return f"<{url}>" if label == url else f"[{escape(label)}](<{url}>)"
        case Mention(user, _):
            return f"<@{user}>"
        case When(at, _, style):
            return f"<t:{int(at.timestamp())}:{STYLES[style]}>"


def _joined(text: Text) -> Text:
    """Neighbours of one style as one run: `**a****b**` is not two bold words on Discord."""
    runs: list[Run] = []
    for span in text:
        last = runs[-1] if runs else None
        if not isinstance(span, Span):
            runs.append(span)
        elif isinstance(last, Span) and (last.bold, last.italic) == (span.bold, span.italic):
            runs[-1] = Span(last.text + span.text, span.bold, span.italic)
        elif span.text:
            runs.append(span)
    return tuple(runs)


def _plain_where_unsafe(text: Text) -> Text:
    """Without the styles that Discord misreads: two that touch, half a word, and `:_a_:`."""
    runs: list[Run] = []
    for span, after in zip_longest(text, text[1:]):
        before = runs[-1] if runs and isinstance(runs[-1], Span) else Span("")
        if isinstance(span, Span) and (span.bold or span.italic):
            goes_on = isinstance(after, Span) and WORD.match(after.text)
            misread = span.italic and (goes_on or before.text.endswith(":"))
            touches = before.bold or before.italic
            runs.append(Span(span.text) if misread or touches else span)
        else:
            runs.append(span)
    return tuple(runs)
