"""Text -> Discord's markdown, so that what a person typed is seen as typed.

Signs are escaped only where they can mean something, for a phone's notification shows the
backslashes; they never take more than `bot.ui.limits.weight` counts.
"""

import re

from bot.ui import Link, Mention, Span, Text, When

INLINE = re.compile(
    r"[\\*_~`|<\[\]]"
    r"|@(?=everyone|here)"
    r"|:(?=//|[^\s:]+:)"  # a bare address becomes a link, and :tada: a picture, in a bot's text too
)
OPENING = re.compile(r"\s*(?=[>#+-])|\s*\d+(?=\.)")  # quotes, headings, small print, lists
WORD = re.compile(r"\w", re.ASCII)
UNLINKABLE = re.compile(r"[\s<>\\]")
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
    return "".join(map(_drawn, _joined(_plain_where_unsafe(_joined(text)))))


def mentioned(text: Text) -> list[str]:
    """The users that the text may ping."""
    return [span.user for span in text if isinstance(span, Mention) and span.user.isdecimal()]


def _drawn(span: Span | Link | Mention | When) -> str:
    match span:
        case Span(text, bold, italic):
            star, line = "**" * bold, "_" * italic
            return f"{star}{line}{escape(text)}{line}{star}"
        case Link(label, url):
            return _link(label, url)
        case Mention(user, name):
            return f"<@{user}>" if user.isdecimal() else escape(f"@{name}")
        case When(at, _, style):
            return f"<t:{int(at.timestamp())}:{STYLES[style]}>"


def _link(label: str, url: str) -> str:
    if UNLINKABLE.search(url):
        return escape(label if label == url else f"{label} ({url})")
    if label == url:
        return f"<{url}>"
    # Discord draws no link behind a label with brackets, nor behind one that looks like an address.
    if not label.strip() or "://" in label or set("[]\n") & set(label) or set("()") & set(url):
        return f"{escape(label)} (<{url}>)"
    return f"[{escape(label)}](<{url}>)"


def _joined(text: Text) -> Text:
    """Neighbours of one style as one run: `**a****b**` is not two bold words on Discord."""
    runs: list[Span | Link | Mention | When] = []
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
    """Without the styles that Discord misreads: a word half in italics, two styles that touch."""
    runs: list[Span | Link | Mention | When] = []
    for span, after in zip(text, (*text[1:], None), strict=True):
        unsafe = isinstance(span, Span) and (
            (_styled(span) and bool(runs) and _styled(runs[-1]))
            or (span.italic and isinstance(after, Span) and bool(WORD.match(after.text)))
        )
        runs.append(Span(span.text) if unsafe and isinstance(span, Span) else span)
    return tuple(runs)


def _styled(span: Span | Link | Mention | When) -> bool:
    return isinstance(span, Span) and (span.bold or span.italic)
