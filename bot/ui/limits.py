"""What a message or form may hold: for each part the smaller limit of Slack and Discord.

Sources: Slack's Block Kit reference, Discord's component and interaction reference.
"""

import re

TITLE = 150  # Slack header block
PARA = 3000  # Slack section and rich text
ALL_TEXT = 3800  # Discord: 4,000 in one message; 200 are left for labels that we add
COMPONENTS = 40  # Discord, nested ones counted
FACTS = 10  # Slack section fields
TALLY = 10
BUTTON = 75  # Slack button text
BUTTONS = 5  # Discord action row
ACTION = 100  # Discord custom_id
OPTIONS = 25  # Discord select
CHOICES = 10  # Slack radio buttons and checkboxes, Discord radio group
OPTION = 75  # Slack option text and hint
OPTION_VALUE = 75
FORM_TITLE = 24  # Slack modal title
SUBMIT = 24
FIELDS = 5  # Discord modal, its introduction counted
LABEL = 45  # Discord label
HINT = 100  # Discord label description
PLACEHOLDER = 100  # Discord text input
LINE = 150
AREA = 3000  # Slack plain_text_input
ALT = 1000

MARKUP = "\\*_~`|<>#-+.()[]:@/!&="
_TWICE = re.compile(f"[{re.escape(MARKUP)}\U00010000-\U0010ffff]")
"""Characters that count as two."""


class TooLong(ValueError):
    """A part of a message or form is larger than both platforms draw."""


def weight(text: str) -> int:
    """How many characters `text` may take on the wire: Discord counts the backslash before each
    sign of markup, and a character beyond the basic plane counts as two where UTF-16 is counted.
    """
    return len(text) + len(_TWICE.findall(text))


def shorten(text: str, room: int) -> str:
    """`text`, or its start and "…", so that its weight is at most `room` (at least 1)."""
    if weight(text) <= room:
        return text
    left = room - 1
    for i, c in enumerate(text):
        left -= weight(c)
        if left < 0:
            return text[:i].rstrip() + "…"
    return text


def fit(text: str, most: int) -> str:
    """`text`, or its start and "…" where it has more than `most` characters: for our own words,
    which a language may make longer than there is room.
    """
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def hold(what: str, size: int, limit: int) -> None:
    """Raise TooLong where `what` has more than `limit`."""
    if size > limit:
        msg = f"{what}: {size} is more than {limit}"
        raise TooLong(msg)
