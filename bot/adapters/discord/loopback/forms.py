"""What Discord's client sends when a person has filled in a form."""

from collections.abc import Mapping
from typing import Any

from bot.adapters.discord.loopback import shapes
from bot.adapters.discord.parts import Part
from bot.adapters.stage import Actor, NoSuchThing

Payload = dict[str, Any]

ISOLATES = dict.fromkeys(map(ord, "\u2066\u2067\u2068\u2069"))


def same(shown: str, said: str) -> bool:
    """Whether two labels read the same; marks of direction are not read."""
    return shown.translate(ISOLATES) == said.translate(ISOLATES)


def filled(modal: Payload, values: Mapping[str, str], ids: Mapping[str, str]) -> list[Payload]:
    """The components as sent. What `values` does not name stays; `ids` are people's, by name."""
    labels = [part["label"] for part in modal["components"] if part["type"] == Part.LABEL]
    for said in values:
        if not any(same(label, said) for label in labels):
            raise NoSuchThing(f"there is no field {said!r}; there are {', '.join(labels)}")
    return [_part(i, part, values, ids) for i, part in enumerate(modal["components"], 1)]


def _part(i: int, part: Payload, values: Mapping[str, str], ids: Mapping[str, str]) -> Payload:
    if part["type"] != Part.LABEL:
        return {"type": part["type"], "id": i}
    field, label = part["component"], part["label"]
    said = next((value for key, value in values.items() if same(label, key)), None)
    given = _given(field, said, ids)
    if field.get("required", True) and not given:
        raise NoSuchThing(f"{label} has to be filled in")
    sent: Payload = {"type": field["type"], "id": i * 100, "custom_id": field["custom_id"]}
    if field["type"] in (Part.INPUT, Part.RADIO):
        empty = "" if field["type"] == Part.INPUT else None
        sent["value"] = given[0] if given else empty
    else:
        sent["values"] = given
    return {"type": Part.LABEL, "id": i, "component": sent}


def _given(field: Payload, said: str | None, ids: Mapping[str, str]) -> list[str]:
    match field["type"]:
        case Part.INPUT:
            text = field.get("value", "") if said is None else said
            if len(text) > field.get("max_length", 4000):
                raise NoSuchThing(f"only {field['max_length']} characters can be typed there")
            return [text] if text else []
        case Part.PERSON:
            return [ids[said]] if said else []
        case _ if said is None:
            return [o["value"] for o in field["options"] if o.get("default")]
        case Part.CHECKBOXES:
            return [_option(field, label) for label in said.split(",")] if said else []
        case _:
            return [_option(field, said)] if said else []


def _option(field: Payload, said: str) -> str:
    for option in field["options"]:
        if same(option["label"], said.strip()):
            return str(option["value"])
    raise NoSuchThing(f"there is no {said!r} in {[o['label'] for o in field['options']]}")


def resolved(components: list[Payload], known: Mapping[str, Actor]) -> Payload:
    """Who was picked in a form, as Discord tells of them beside their ids."""
    fields = [part.get("component", {}) for part in components]
    picks = [field["values"] for field in fields if field.get("type") == Part.PERSON]
    people = [known[user] for values in picks for user in values]
    return {
        "users": {actor.user: shapes.user(actor) for actor in people},
        "members": {actor.user: shapes.member(actor) for actor in people},
    }


def typed(commands: list[Payload], actor: Actor, text: str) -> Payload:
    """The command by its name in this person's language, which Discord's client shows."""
    name, _, what = text.removeprefix("/").partition(" ")
    place = shapes.locale(actor.language)
    for i, command in enumerate(commands):
        if name in (command["name"], command.get("name_localizations", {}).get(place)):
            option = {"name": "what", "type": 3, "value": what}
            options = [option] if what else []
            return {"id": str(i), "name": command["name"], "type": 1, "options": options}
    names = ", ".join(f"/{command['name']}" for command in commands)
    raise NoSuchThing(f"there is no /{name}; there are {names}")
