"""Pages: templates that share one base, one style sheet and one look; no script is needed to use
them.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined

STATIC = Path(__file__).parent / "static"
"""What every page may load: the style sheet, and htmx, which spares a reload where scripts run."""

_PICKABLE = re.compile(r"\d{4}-\d\d-\d\d|\d\d:\d\d")
"""What a browser's picker of a day or a time shows; anything else it would drop."""


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("bot.pages"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["kind"] = lambda thing: type(thing).__name__
    environment.tests["pickable"] = lambda value: bool(_PICKABLE.fullmatch(value))
    return environment


def page(template: str, **given: object) -> str:
    """The HTML of a template, filled with what is given; everything given is escaped."""
    return _environment().get_template(template).render(given)
