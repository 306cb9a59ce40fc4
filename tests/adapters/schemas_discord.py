"""Discord's own description of its HTTP API, and a check of what we send against it.

The file is `discord-openapi.json` in the folder that PLATFORM_SPECS names. Outsiders find it as
specs/openapi.json in github.com/discord/discord-api-spec. It is read more kindly where it is known
to be wrong (oneOf where both match, numbers that Discord takes as text too) and more strictly where
it is silent: a key that it does not name is a mistake, and the documented limits hold as well.
"""

import json
import os
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, validators
from jsonschema.exceptions import best_match
from referencing import Registry
from referencing.jsonschema import DRAFT202012

from bot.adapters.discord.loopback import rules
from tests.adapters.schemas import any_of

FILE = "discord-openapi.json"
HOME = "urn:discord"
Quick = validators.extend(Draft202012Validator, {"anyOf": any_of})  # type: ignore[no-untyped-call]


def here() -> bool:
    """Whether the file is on this machine."""
    return (Path(os.environ.get("PLATFORM_SPECS", "")) / FILE).is_file()


needs_discord_schema = pytest.mark.skipif(
    not here(),
    reason=f"PLATFORM_SPECS names no folder with {FILE} "
    "(specs/openapi.json of github.com/discord/discord-api-spec)",
)


def check_message(body: object) -> None:
    """A message as posted to a channel."""
    check_request("POST", "/channels/1/messages", body)


def check_modal(modal: object) -> None:
    """A form, as the data of a first response."""
    check_request("POST", "/interactions/1/token/callback", {"type": 9, "data": modal})


def check_commands(payload: object) -> None:
    """The commands as registered in one call."""
    check_request("PUT", "/applications/1/commands", payload)


def check_request(method: str, path: str, body: object) -> None:
    """Fail with the reason where Discord's description or a documented limit refuses it."""
    __tracebackhide__ = True
    pointer = _pointer(method, path)
    if pointer is None:
        assert body is None, f"{method} {path} takes no body"
        return
    validator = Quick({"$ref": HOME + pointer}, registry=_registry())
    fault = best_match(validator.iter_errors(body))
    assert fault is None, f"{method} {path}: {fault.json_path}: {fault.message}"
    if isinstance(body, dict):
        data = body.get("data", {}) if path.startswith("/interactions/") else body
        check = rules.check_modal if body.get("type") == 9 else rules.check_message
        if "components" in data:
            check(data)


def _pointer(method: str, path: str) -> str | None:
    """Where the schema of this request's body stands in the file."""
    for template, item in _described()["paths"].items():
        if re.fullmatch(re.sub(r"\{\w+\}", "[^/@]+", template), path):
            operation = item[method.lower()]
            if "requestBody" not in operation:
                return None
            escaped = template.replace("~", "~0").replace("/", "~1").replace("{", "%7B")
            escaped = escaped.replace("}", "%7D").replace("@", "%40")
            return (
                f"#/paths/{escaped}/{method.lower()}/requestBody/content/application~1json/schema"
            )
    raise AssertionError(f"Discord has no {path}")


@cache
def _registry() -> Registry[Any]:
    empty: Registry[Any] = Registry()
    full: Registry[Any] = empty.with_resource(HOME, DRAFT202012.create_resource(_described()))
    return full


@cache
def _described() -> dict[str, Any]:
    text = (Path(os.environ["PLATFORM_SPECS"]) / FILE).read_text(encoding="utf-8")
    described: dict[str, Any] = json.loads(text, object_hook=_mended)
    return described


def _mended(schema: dict[str, Any]) -> dict[str, Any]:
    if "oneOf" in schema:
        schema["anyOf"] = schema.pop("oneOf")
    kinds = schema.get("type")
    if "integer" in (kinds if isinstance(kinds, list) else [kinds]) and "enum" not in schema:
        schema["type"] = [*(kinds if isinstance(kinds, list) else [kinds]), "string"]
    if kinds == "object" and "properties" in schema:
        schema.setdefault("additionalProperties", False)
    return schema
