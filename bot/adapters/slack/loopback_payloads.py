"""What Slack sends when people do something, in its own shapes (bolt-python's scenario tests)."""

import re

from bot.adapters.slack.loopback_api import users_info
from bot.adapters.slack.loopback_read import bare, initial
from bot.adapters.slack.loopback_world import Post, World
from bot.adapters.slack.payload import Json
from bot.adapters.slack.render import escape
from bot.adapters.stage import Actor, NoSuchThing

APP = "A0CONVENOR"
SHAPES = {"datepicker": r"\d{4}-\d\d-\d\d", "timepicker": r"\d\d:\d\d"}
KEYS = {
    "plain_text_input": "value",
    "datepicker": "selected_date",
    "timepicker": "selected_time",
    "users_select": "selected_user",
    "radio_buttons": "selected_option",
    "static_select": "selected_option",
    "checkboxes": "selected_options",
}
"""Under which name the value of a field stands in a view's state."""


def command(world: World, actor: Actor, channel: str, text: str, response_url: str) -> Json:
    """`/meeting plan` in a channel."""
    name, _, rest = text.partition(" ")
    return {
        "token": "loopback",
        "team_id": _team(world, actor),
        "team_domain": "network",
        "channel_id": channel,
        "channel_name": world.names.get(channel, "directmessage"),
        "user_id": actor.user,
        "user_name": actor.name.lower(),
        "command": name,
        "text": escape(rest.strip()),
        "api_app_id": APP,
        "is_enterprise_install": "false",
        "response_url": response_url,
        "trigger_id": world.trigger(actor.user),
    }


def press(world: World, actor: Actor, post: Post, button: Json, response_url: str) -> Json:
    """A button of a message."""
    container: Json = {"type": "message", "message_ts": post.ts, "channel_id": post.channel}
    container["is_ephemeral"] = bool(post.whom)
    if post.thread:
        container["thread_ts"] = post.thread
    name = world.names.get(post.channel, "directmessage")
    action = {key: button[key] for key in ("action_id", "text", "type", "value")}
    body = _interaction(world, actor, "block_actions") | {
        "container": container,
        "channel": {"id": post.channel, "name": name},
        "response_url": response_url,
        "actions": [action | {"block_id": "b1", "action_ts": world.ts()}],
        "state": {"values": {}},
    }
    # Slack shows the message itself only where it is kept, which private answers are not.
    message = {"type": "message", "user": world.bot, "ts": post.ts, **post.content}
    return body if post.whom else body | {"message": message}


def submission(world: World, actor: Actor, view: Json) -> Json:
    """A form, as it stands on the person's screen."""
    body = _interaction(world, actor, "view_submission")
    return body | {"view": {**view, "team_id": world.workspace}, "response_urls": []}


def mention(world: World, actor: Actor, channel: str, text: str, thread: str = "") -> Json:
    """Words to the bot in a channel."""
    event = {
        "type": "app_mention",
        "user": actor.user,
        "text": f"<@{world.bot}> {escape(text)}",
        "ts": world.ts(),
        "team": _team(world, actor),
        "channel": channel,
    }
    return _event(world, event | ({"thread_ts": thread} if thread else {}))


def membership(world: World, actor: Actor, channel: str, kind: str) -> Json:
    """Somebody came into a channel (member_joined_channel), or left it (member_left_channel)."""
    event = {"type": kind, "user": actor.user, "channel": channel, "channel_type": "C"}
    return _event(world, event | {"team": _team(world, actor)})


def change(world: World, actor: Actor) -> Json:
    """Somebody changed their profile, or was deactivated."""
    user = users_info(world, {"user": actor.user})["user"]
    return _event(world, {"type": "user_change", "user": user})


def state(view: Json) -> Json:
    """What stands in the fields of a form that has just opened."""
    fields = {}
    for block in view["blocks"]:
        if block["type"] == "input":
            element = block["element"]
            kind = element["type"]
            given = initial(element) or None
            if kind == "checkboxes":
                given = element.get("initial_options", [])
            elif KEYS[kind] == "selected_option":
                given = element.get("initial_option")
            field = {"type": kind, KEYS[kind]: given}
            fields[block["block_id"]] = {element["action_id"]: field}
    return {"values": fields}


def filled(block: Json, given: str, world: World) -> Json:
    """What stands in one field when a person has put `given` in it, as Slack's client lets them."""
    element, label = block["element"], block["label"]["text"]
    kind = element["type"]
    value: object = given or None
    if kind in SHAPES and given and not re.fullmatch(SHAPES[kind], given):
        raise NoSuchThing(f"{label} is a {kind}: it takes no {given!r}")
    if kind == "plain_text_input" and len(given) > element.get("max_length", 3_000):
        raise NoSuchThing(f"{label} takes at most {element['max_length']} characters")
    if kind == "users_select" and given:
        value = next((a.user for a in world.actors.values() if a.name == given), None)
    if KEYS[kind] == "selected_option" and given:
        value = _option(element, given, label)
    if kind == "checkboxes":
        labels = [given] if given in _labels(element) else [g for g in given.split(", ") if g]
        value = [_option(element, wanted, label) for wanted in labels]
    return {element["action_id"]: {"type": kind, KEYS[kind]: value}}


def _option(element: Json, wanted: str, label: str) -> Json:
    labels = _labels(element)
    if bare(wanted) not in labels:
        raise NoSuchThing(f"{label} has no {wanted!r}, but {', '.join(labels)}")
    return labels[bare(wanted)]


def _labels(element: Json) -> dict[str, Json]:
    return {bare(option["text"]["text"]): option for option in element["options"]}


def _interaction(world: World, actor: Actor, kind: str) -> Json:
    name = actor.name.lower()
    user = {"id": actor.user, "username": name, "name": name, "team_id": _team(world, actor)}
    return {
        "type": kind,
        "user": user,
        "team": {"id": world.workspace, "domain": "network"},
        "api_app_id": APP,
        "token": "loopback",
        "enterprise": None,
        "is_enterprise_install": False,
        "trigger_id": world.trigger(actor.user),
    }


def _event(world: World, event: Json) -> Json:
    installed = {"team_id": world.workspace, "user_id": world.bot, "is_bot": True}
    return {
        "token": "loopback",
        "team_id": world.workspace,
        "api_app_id": APP,
        "type": "event_callback",
        "event": event | {"event_ts": world.ts()},
        "event_id": world.id("Ev"),
        "event_time": int(world.clock()),
        "authorizations": [installed | {"enterprise_id": None, "is_enterprise_install": False}],
        "is_ext_shared_channel": False,
    }


def _team(world: World, actor: Actor) -> str:
    return world.teams.get(actor.user, world.workspace)
