"""Reads the settings; what cannot be read is left out, and becomes a problem."""

import os
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from io import StringIO
from pathlib import Path
from typing import Any, get_type_hints

from dotenv.parser import parse_stream

from bot.settings.kinds import NAMES, Problem, Settings, bad_port

LATER = {
    "SLACK_CLIENT_ID": "one workspace is served so far, by SLACK_BOT_TOKEN",
    "SLACK_CLIENT_SECRET": "one workspace is served so far, by SLACK_BOT_TOKEN",
}
_KINDS = get_type_hints(Settings)


def read(environ: Mapping[str, str] = os.environ, env_file: Path = Path(".env")) -> Settings:
    """The settings as they are given, the environment before `.env`. Never raises for what a person
    wrote: what cannot be read is left out, and `problems` names it.
    """
    misread: list[Problem] = []
    given = {**_written(env_file, misread), **environ}
    misread += _near_misses(environ)
    values: dict[str, Any] = {}
    for name in NAMES:
        if text := given.get(name, "").strip():
            try:
                values[name.lower()] = _KINDS[name.lower()](text)
            except ValueError:  # only a number can be written wrongly
                misread.append(bad_port())
    return Settings(**values, misread=tuple(misread))


def _written(env_file: Path, misread: list[Problem]) -> dict[str, str]:
    """The known settings of the file; each line that is none of them goes to `misread`."""
    try:
        text = env_file.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError) as fault:
        mend = "See that it is a text file in UTF-8 which this user may read."
        misread.append(
            Problem("E015", f"{env_file} cannot be read ({type(fault).__name__}).", mend)
        )
        return {}
    known: dict[str, str] = {}
    for line in parse_stream(StringIO(text)):
        where = f"{env_file}, line {line.original.line}"
        if line.error:
            mend = "Write NAME=value; put # before a remark."
            misread.append(Problem("E015", f"{where} cannot be read.", mend))
        elif line.key in NAMES:
            known[line.key] = line.value or ""
        elif line.key is not None:
            misread.append(_stranger(line.key, where))
    return known


def _stranger(name: str, where: str) -> Problem:
    if name in LATER:
        return Problem("E014", f"{where}: {name} is not yet used.", f"Take it out: {LATER[name]}.")
    near = get_close_matches(name.upper(), NAMES, n=1)
    mend = f"Did you mean {near[0]}?" if near else "Take it out; .env.example lists all settings."
    return Problem("E013", f"{where}: {name} is not a setting.", mend)


def _near_misses(environ: Mapping[str, str]) -> Iterator[Problem]:
    """Much in the environment is not ours; only what is nearly one of our names is worth a word."""
    for name in sorted(environ.keys() - NAMES):
        if name in LATER:
            yield Problem("W002", f"{name} is not yet used.", f"Leave it out: {LATER[name]}.")
        elif near := get_close_matches(name.upper(), NAMES, n=1, cutoff=0.9):
            mend = f"Did you mean {near[0]}?"
            yield Problem("W002", f"The environment has {name}, which is not a setting.", mend)
