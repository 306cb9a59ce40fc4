"""The house in one picture, drawn from the rules that its imports keep."""

from __future__ import annotations

from configparser import ConfigParser
from html import escape

from tests.docs import told

HEAD, FLOOR, WIDE = 34, 52, 920
COLOURS = ("#1a5f4a", "#2b7a5d", "#4c8f76")


def picture(rules: str) -> str:
    """The floors of the house as an SVG, from the text of `.importlinter`."""
    parser = ConfigParser()
    parser.read_string(rules)
    layers = parser["importlinter:contract:floors"]["layers"].split("\n")
    floors = [[part.strip() for part in line.split("|")] for line in layers if line.strip()]
    high = HEAD + FLOOR * len(floors) + 10
    drawn = "\n".join(_floor(number, parts) for number, parts in enumerate(floors))
    return f"""\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDE} {high}" role="img"
  font-family="sans-serif" font-size="13">
<title>The floors of the house, from the street to the cellar</title>
<rect width="{WIDE}" height="{high}" fill="#fff"/>
<text x="10" y="22" font-weight="bold">Imports run downwards only</text>
{drawn}
</svg>
"""


def _floor(number: int, parts: list[str]) -> str:
    top, wide = HEAD + FLOOR * number, (WIDE - 20) / len(parts)
    return "\n".join(
        _part(10 + wide * place, top, wide - 6, part) for place, part in enumerate(parts)
    )


def _part(left: float, top: int, wide: float, part: str) -> str:
    colour, high, x = COLOURS[(top // FLOOR) % len(COLOURS)], FLOOR - 8, left + 10
    white = 'fill="#fff"'
    box = f'x="{left:.0f}" y="{top}" width="{wide:.0f}" height="{high}" rx="6" fill="{colour}"'
    return "\n".join((
        f"<rect {box}/>",
        f'<text x="{x:.0f}" y="{top + 18}" {white} font-weight="bold">{escape(part)}</text>',
        f'<text x="{x:.0f}" y="{top + 35}" {white}>{escape(told.PARTS[part])}</text>',
    ))  # fmt: skip
