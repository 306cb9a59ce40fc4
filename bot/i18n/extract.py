"""Finds every message in the code and brings the catalogs up to date with it.

A message is the literal in `t()`, `t.p()`, `t.n()`, `t.text()` or `marked()`, where `t` is
a name or the last part of one (`call.t`); in a template, in `t()` or `t.n()`. It has to be whole:
an f-string is a mistake.
"""

import ast
import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po
from jinja2 import Environment, nodes

from bot.i18n.catalog import CATALOGS, LANGUAGES

_NOISE = re.compile(
    rb'^"(Project-Id|Report-Msgid|POT-Creation|PO-Revision|Last-Tr|Language-Team|Generated).*\n',
    re.MULTILINE,
)
"""Lines of a catalog's head that say nothing here, or change with the clock."""


class NotWhole(ValueError):
    """A message is glued together in the code, so no catalog can have it."""


def messages(code: Path) -> Catalog:
    """All messages of the Python files and templates below `code`, each with the files that say
    it.
    """
    found = Catalog(locale="en", header_comment="", fuzzy=False)
    for path in sorted(code.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        where = path.relative_to(code.parent).as_posix()
        for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
            said = _said(call, where)
            if said is not None:
                context, message = said
                found.add(message, context=context, locations=[(where, call.lineno)])
    for path in sorted(code.rglob("*.html")):
        template = Environment(autoescape=True).parse(path.read_text(encoding="utf-8"))
        where = path.relative_to(code.parent).as_posix()
        for called in template.find_all(nodes.Call):
            if words := _in_template(called):
                found.add(words, locations=[(where, called.lineno)])
    return found


def _in_template(call: nodes.Call) -> str | tuple[str, str] | None:
    texts = [one.value for one in call.args if isinstance(one, nodes.Const)]
    match call.node, texts:
        case nodes.Name(name="t"), [str(message)]:
            return message
        case nodes.Getattr(node=nodes.Name(name="t"), attr="n"), [str(one), str(many)]:
            return one, many
        case _:
            return None


def updated(path: Path, found: Catalog) -> bytes:
    """The catalog at `path` (its language is its name) with exactly these messages: translations
    are kept, dead ones dropped.
    """
    with path.open("rb") as file:
        catalog = read_po(file, locale=path.stem)
    catalog.update(found, no_fuzzy_matching=True)
    written = BytesIO()
    write_po(
        written, catalog, width=0, sort_output=True, ignore_obsolete=True, include_lineno=False
    )
    return _NOISE.sub(b"", written.getvalue()).lstrip(b"#\n")


def extract(code: Path) -> None:
    """Bring all five catalogs up to date with the code below this folder."""
    found = messages(code)
    for language in LANGUAGES:
        path = CATALOGS / f"{language}.po"
        path.write_bytes(updated(path, found))


def _said(call: ast.Call, where: str) -> tuple[str | None, str | tuple[str, str]] | None:
    arguments = [*call.args, *(word.value for word in call.keywords if word.arg == "context")]
    texts = list(_literals(arguments, where, call.lineno)) if (kind := _kind(call.func)) else []
    match kind, texts:
        case "marked", [message, context]:
            return context, message
        case "t" | "text" | "marked", [message]:
            return None, message
        case "n", [one, many]:
            return None, (one, many)
        case "p", [context, message]:
            return context, message
        case _:
            return None


def _kind(called: ast.expr) -> str:
    match called:
        case ast.Name(id="t" | "marked" as name) | ast.Attribute(attr="t" | "_t" as name):
            return name.removeprefix("_")
        case ast.Attribute(
            value=ast.Name(id="t") | ast.Attribute(attr="t" | "_t"), attr="n" | "p" | "text" as name
        ):
            return name.removeprefix("_")
        case _:
            return ""


def _literals(arguments: list[ast.expr], where: str, line: int) -> Iterator[str]:
    for argument in arguments:
        match argument:
            case ast.Constant(value=str(text)):
                yield text
            case ast.Name() | ast.Attribute() | ast.Subscript() | ast.Call():
                return  # words that are marked where they stand
            case _:
                raise NotWhole(f"{where}:{line}: a message is one literal with {{names}} in it")
