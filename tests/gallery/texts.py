"""What people type, ordinary and hostile, each cut to the most that the core takes."""

from __future__ import annotations

from dataclasses import dataclass

from bot.ui import clean
from bot.views import meetings, set_up

CHANNEL, NAME, CODE, WORD = 100, 80, 8, 60
"""The most characters of a channel's name, of a person's, of a code, and of a word told back."""


@dataclass(frozen=True, slots=True)
class Texts:
    """What was typed into each place. `name` is a person's, as their platform has it."""

    title: str
    venue: str
    about: str
    reason: str
    network: str
    room: str
    name: str
    word: str

    def all(self) -> tuple[str, ...]:
        """Every text."""
        return tuple(getattr(self, field) for field in self.__slots__)


ORDINARY = Texts(
    title="Robotics twilight",
    venue="Room 12, Northshire College",
    about="Bring one robot.\nWe try line following together.",
    reason="The heating is broken.",
    network="Northshire STEM teachers",
    room="northshire",
    name="Ana Okonkwo-Smith",
    word="plam",
)

HOSTILE = {
    "pings": "@everyone @here <!channel> <@U1> <@&1> <#C1> <!subteam^S1> </meeting:1> <id:home>",
    "markup": "*bold* _it_ ~gone~ `code` **b** __u__ ~~s~~ ||spoiler|| ```\nblock\n``` \\* a_b_c",
    "lines": "# big\n## bigger\n-# small\n> said\n>>> all\n- one\n* two\n1. three\n---\n===",
    "links": "[a](https://x.example) <https://evil.example|click> https://b.example/(c)_d www.e.fi",
    "pictures": ":tada: :wave::skin-tone-2: <:a:1> 10:30:45 e\u0301 \u200d \u263a\ufe0f "
    "\U0001f469\u200d\U0001f3eb \U0001f468\u200d\U0001f469\u200d\U0001f467 \U0001f1eb\U0001f1ee",
    "holes": "{name} {title} {0} %s %(n)s ${x} <t:1700000000:F> <!date^1392734382^{date}|x>",
    "leftwards": "שלום \u202egnp.exe\u202c \u2066open \u2069\u2069 \u2067\u2067 \u200f العربية",
    "isolates alone": "\u2069\u2069\u2069\u2066\u2067\u2068\u202a\u202b\u202d\u202e",
    "controls": "nul\x00 bell\x07 esc\x1b[31m del\x7f \x85 tab\t\r\nend \ud800",
    "signs of markup": "*_~`|<>[]()#-+.:@/!&=\\",
    "beyond the basic plane": "🤖",
    "one long word": "w",
    "entities": "&lt;!channel&gt; &amp; & < >",
}


def cut(text: str, most: int) -> str:
    """As a form lets it through: without control characters, and no longer than its field."""
    return clean(clean(text)[:most]) or "x"


def of(text: str) -> Texts:
    """The text typed everywhere."""
    return Texts(
        title=cut(text, meetings.TITLE),
        venue=cut(text, meetings.VENUE),
        about=cut(text, meetings.ABOUT),
        reason=cut(text, meetings.REASON),
        network=cut(text, set_up.NAME),
        room=cut(text, CHANNEL),
        name=cut(text, NAME),
        word=cut(text, WORD),
    )


def hostile(name: str) -> tuple[Texts, Texts]:
    """A hostile text as it is, and again and again until it has 4,000 characters."""
    text = HOSTILE[name]
    return of(text), of((text + " ") * (4_000 // len(text) + 1) if len(text) > 1 else text * 4_000)
