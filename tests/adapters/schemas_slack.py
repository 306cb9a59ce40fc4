"""Slack's own schemas, against which tests hold what the house sends.

They lie in the folder that PLATFORM_SPECS names; without it these tests are skipped. Where to get
them: the JSON Schema of Block Kit is made from the npm package @slack/types by
ts-json-schema-generator, the manifest's is slackapi/manifest-schema on GitHub, and the table of
methods is drawn from the method pages of docs.slack.dev.
"""

import json
import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator, Draft202012Validator, ValidationError, validators

from tests.adapters.schemas import any_of

Json = dict[str, Any]

MISSING = (
    "PLATFORM_SPECS names no folder with Slack's schemas: Block Kit's is made from the npm package "
    "@slack/types, the manifest's is slackapi/manifest-schema, methods are on docs.slack.dev"
)
EVERYWHERE = {"token", "team_id"}
"""Arguments that the SDK and Bolt may add to any method."""

RESPONSE = {
    *("text", "blocks", "response_type", "replace_original", "delete_original", "thread_ts"),
    *("unfurl_links", "unfurl_media"),
}
"""What a response_url takes."""


def check_blocks(blocks: list[Json]) -> None:
    """Raise where a message's blocks are not what Block Kit's schema says."""
    definitions = {kind: name for name, kind in _kinds()}
    for block in blocks:
        _check(f"#/definitions/{definitions.get(block['type'], 'KnownBlock')}", block)
    assert len(blocks) <= 50, f"{len(blocks)} blocks"
    ids = [block["block_id"] for block in blocks if "block_id" in block]
    assert len(ids) == len(set(ids)), "a block_id twice"


def check_view(view: Json) -> None:
    """Raise where a modal is not what Block Kit's schema says."""
    for block in view["blocks"]:
        check_blocks([block])
    _check("#/definitions/ModalView", view)
    asks = any(block["type"] == "input" for block in view["blocks"])
    assert "submit" in view or not asks, "a modal with inputs needs a submit"


def check_call(method: str, body: Json) -> None:
    """Raise where a call has an unknown method or argument, lacks one, or carries wrong blocks."""
    if method == "response_url":
        assert set(body) <= RESPONSE, set(body) - RESPONSE
    else:
        page = methods()[method]
        allowed = set(page["args"]) | EVERYWHERE
        assert set(body) <= allowed, f"{method} knows no {set(body) - allowed}"
        assert set(page["required"]) <= set(body), f"{method} needs {page['required']}"
    if "blocks" in body:
        check_blocks(body["blocks"])
        assert body.get("text"), f"{method}: blocks without a text for screen readers"
    if "view" in body:
        check_view(body["view"])


def check_manifest(manifest: Json) -> None:
    """Raise where an app's manifest is not what Slack's schema says."""
    Draft7Validator(_read("slack-manifest.schema.json")).validate(manifest)


@cache
def methods() -> dict[str, Json]:
    """Every Web API method: its arguments, required ones, scopes, tier and errors."""
    return _read("slack-methods.json")


def here() -> bool:
    """Whether the schemas are on this machine."""
    return (Path(os.environ.get("PLATFORM_SPECS", "")) / "slack-blockkit.schema.json").is_file()


def _check(reference: str, instance: Json) -> None:
    schema = {"$ref": reference, "definitions": _read("slack-blockkit.schema.json")["definitions"]}
    _validator()(schema).validate(instance)


@cache
def _validator() -> Any:  # noqa: ANN401 -- jsonschema makes the class at run time
    """A quick anyOf, and two keywords more for limits told in words only; Draft 7 would skip those
    beside a $ref.
    """
    keywords = {"x-textmax": _text_max, "x-max": _max, "anyOf": any_of}
    return validators.extend(Draft202012Validator, keywords)  # type: ignore[no-untyped-call]


def _text_max(_v: object, most: int, instance: object, _s: object) -> Iterator[ValidationError]:
    if isinstance(instance, dict) and len(instance.get("text", "")) > most:
        yield ValidationError(f"a text of {len(instance['text'])} characters, {most} at most")


def _max(_v: object, most: int, instance: object, schema: Json) -> Iterator[ValidationError]:
    told = "maxLength" in schema or "maxItems" in schema
    if isinstance(instance, str | list) and not told and len(instance) > most:
        yield ValidationError(f"{len(instance)} long, {most} at most")


@cache
def _kinds() -> tuple[tuple[str, str], ...]:
    definitions = _read("slack-blockkit.schema.json")["definitions"].items()
    typed = (
        (name, d.get("properties", {}).get("type", {}).get("const")) for name, d in definitions
    )
    return tuple((name, kind) for name, kind in typed if kind and name.endswith("Block"))


@cache
def _read(name: str) -> Json:
    if not here():
        pytest.skip(MISSING)
    loaded: Json = json.loads((Path(os.environ["PLATFORM_SPECS"]) / name).read_text())
    return loaded
