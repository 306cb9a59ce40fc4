"""Papers: what is printed and goes along with a box, as PDF by typst."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Literal

HERE = Path(__file__).parent


class NotInstalled(Exception):
    """What makes PDF is not there: it is the extra `reports`."""


def pdf(template: Literal["labels", "notes"], given: Mapping[str, object]) -> bytes:
    """The template as PDF, filled with what is given, which is shown as it is and is never markup.
    Raises NotInstalled.
    """
    return _made(template, given, "pdf")[0]


def pictures(template: Literal["labels", "notes"], given: Mapping[str, object]) -> list[bytes]:
    """The pages of the same as pictures (PNG). Raises NotInstalled."""
    return _made(template, given, "png")


def _made(template: str, given: Mapping[str, object], kind: Literal["pdf", "png"]) -> list[bytes]:
    try:
        import typst  # noqa: PLC0415 -- slow import, and an extra
    except ImportError as fault:
        raise NotInstalled from fault
    # A half of a pair of signs alone is none, and would be refused.
    text = json.dumps(given, ensure_ascii=False).encode(errors="replace").decode()
    # The embedded fonts alone: the same paper on every machine. The template sees its own folder.
    compiler = typst.Compiler(
        str(HERE / f"{template}.typ"), root=str(HERE), ignore_system_fonts=True,
        sys_inputs={"given": text},
    )  # fmt: skip
    made = compiler.compile(format=kind, ppi=72.0)
    return made if isinstance(made, list) else [made or b""]
