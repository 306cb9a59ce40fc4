"""What Slack sends, as the parts of a Call and the ways back. Pure: payload in, Arrival out."""

import hashlib
import json
import re
from dataclasses import dataclass, field, replace

from bot.adapters.slack.payload import Json
from bot.commands.calls import Came, Changed, Event, Pressed, Said, Sent, Typed, Went
from bot.ui import clean

NAMELESS = frozenset(("", "directmessage", "privategroup"))
"""What Slack gives as the name of a channel whose name it does not tell."""


Act = Typed | Said | Pressed | Sent | Event


@dataclass(frozen=True, slots=True)
class Back:
    """The ways back: the trigger opens one form, within 3 s; the address takes five answers within
    30 min, and the first takes the place of the private message that was pressed where `replaces`.
    """

    trigger: str = ""
    url: str = ""
    since: float = 0.0
    replaces: bool = False
    thread: str = ""


@dataclass(frozen=True, slots=True)
class Arrival:
    """One thing that came. `order` is 0 where Slack does not tell the time of the act; `name` and
    `team` are what the payload tells of the person; `post` is the ref of the channel's message that
    was pressed. Of a form that was sent, `fields` are the keys and labels, `picked` who was picked
    in it, and `view` is the form with what stands in it.
    """

    id: str
    order: int
    user: str
    name: str
    team: str
    workspace: str
    channel: str
    room: str
    said: Act
    back: Back
    post: str = ""
    fields: tuple[tuple[str, str], ...] = ()
    picked: tuple[str, ...] = ()
    view: Json = field(default_factory=dict)


def command(body: Json, now: float) -> Arrival:
    """A slash command; the name is passed on as typed, the router knows aliases."""
    return Arrival(
        id=f"slack:{body['trigger_id']}",
        order=0,
        user=body["user_id"],
        name=body.get("user_name", ""),
        team=body["team_id"],
        workspace=body["team_id"],
        channel=body["channel_id"],
        room=_room(body.get("channel_name", "")),
        said=Typed(body["command"].removeprefix("/"), _typed(body.get("text", ""))),
        back=Back(trigger=body["trigger_id"], url=body.get("response_url", ""), since=now),
    )


def press(body: Json, now: float) -> Arrival:
    """A button, of a post or of a private answer."""
    action, container, user = body["actions"][0], body.get("container", {}), body["user"]
    channel = body.get("channel") or {}
    return Arrival(
        id=f"slack:{body['trigger_id']}",
        order=_micros(action.get("action_ts", "")),
        user=user["id"],
        name=user.get("name") or user.get("username", ""),
        team=user.get("team_id", ""),
        workspace=_workspace(body),
        channel=channel.get("id") or container.get("channel_id", ""),
        room=_room(channel.get("name", "")),
        said=Pressed(action["action_id"]),
        back=Back(
            trigger=body["trigger_id"],
            url=body.get("response_url", ""),
            since=now,
            replaces=bool(container.get("is_ephemeral")),
            thread=container.get("thread_ts", ""),
        ),
        post=_post(container),
    )


def _post(container: Json) -> str:
    """The ref of the message that was pressed, unless it is private or stands in a thread."""
    channel, ts = container.get("channel_id", ""), container.get("message_ts", "")
    if not ts or container.get("is_ephemeral") or channel.startswith("D"):
        return ""
    return f"{channel}:{ts}" if container.get("thread_ts", ts) == ts else ""


def submission(body: Json, _now: float) -> Arrival:
    """A form that was sent; where it was opened, and the way back to there, stand in the view."""
    view, user = body["view"], body["user"]
    kept = json.loads(view.get("private_metadata") or "{}")
    given = view.get("state", {}).get("values", {})
    filled = {key: next(iter(element.values())) for key, element in given.items()}
    values = {key: _values(element) for key, element in filled.items()}
    picked = [values[key] for key, one in filled.items() if one["type"] == "users_select"]
    inputs = [block for block in view.get("blocks", ()) if block["type"] == "input"]
    # The hash stays when a form comes back with mistakes, the trigger does not; a repeat has both.
    mark = body.get("trigger_id") or f"{view['hash']}:{_digest(given)}"
    return Arrival(
        id=f"slack:{view['id']}:{mark}",
        order=0,
        user=user["id"],
        name=user.get("name") or user.get("username", ""),
        team=user.get("team_id", ""),
        workspace=_workspace(body),
        channel=kept.get("channel", ""),
        room=kept.get("room", ""),
        said=Sent(view["callback_id"], {key: value for key, value in values.items() if value}),
        back=Back(
            trigger=body.get("trigger_id", ""),
            url=kept.get("url", ""),
            since=kept.get("since", 0.0),
            replaces=kept.get("replaces", False),
            thread=kept.get("thread", ""),
        ),
        fields=tuple((block["block_id"], block["label"]["text"]) for block in inputs),
        picked=sum(picked, ()),
        view=view,
    )


def kept(arrival: Arrival) -> str:
    """What a view remembers of how it came about: its private_metadata (3,000 characters)."""
    back = arrival.back
    place = {"channel": arrival.channel, "room": arrival.room, "thread": back.thread}
    way = {"url": back.url, "since": back.since, "replaces": back.replaces}
    return json.dumps(place | way)


def membership(body: Json, _now: float) -> Arrival:
    """Somebody came into a channel or left it."""
    event = body["event"]
    said = Came() if event["type"] == "member_joined_channel" else Went()
    return _from_event(body, event.get("event_ts", ""), "", said)


def change(body: Json, _now: float) -> Arrival:
    """What Slack tells of a person has changed; a profile belongs to no channel."""
    event = body["event"]
    user = event["user"]
    told = {"user": user["id"], "team": user.get("team_id", ""), "channel": ""}
    said = Changed(gone=bool(user.get("deleted")))
    arrival = _from_event(body | {"event": told}, event.get("event_ts", ""), "", said)
    return replace(arrival, name=name(user))


def name(user: Json) -> str:
    """What a person is called."""
    profile = user.get("profile", {})
    called = profile.get("display_name") or profile.get("real_name") or user.get("real_name")
    return clean(called or user.get("name", ""))


def mention(body: Json, _now: float) -> Arrival:
    """Words to the bot."""
    event = body["event"]
    words = re.sub(r"<@[^>]*>", "", event.get("text", ""), count=1)
    words = re.sub(r"<([#@!]?)([^<>|]*)(?:\|([^<>]*))?>", _label, words)
    return _from_event(body, event["ts"], event.get("thread_ts", ""), Said(_typed(words)))


def _from_event(body: Json, at: str, thread: str, said: Said | Event) -> Arrival:
    event = body["event"]
    # In a shared channel the first authorization is the one that got us the event.
    installed = (body.get("authorizations") or [body])[0]
    return Arrival(
        id=f"slack:{body['event_id']}",
        order=_micros(at),
        user=event["user"],
        name="",
        team=event.get("user_team") or event.get("team", ""),
        workspace=installed.get("team_id") or body["team_id"],
        channel=event["channel"],
        room="",
        said=said,
        back=Back(thread=thread),
    )


def _workspace(body: Json) -> str:
    view, team = body.get("view") or {}, body.get("team") or {}
    installed: str = view.get("app_installed_team_id") or team.get("id") or body["user"]["team_id"]
    return installed


def _room(name: str) -> str:
    return "" if name in NAMELESS or name.startswith("mpdm-") else name


def _typed(text: str) -> str:
    """What was typed; on its way Slack escapes three signs."""
    return clean(text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"))


def _label(match: re.Match[str]) -> str:
    """`<#C1|name>`, `<@U1>`, `<!here>`, `<https://…|label>` as people see them."""
    sign, reference, label = match.groups()
    if sign == "!":
        return label or f"@{reference}"
    return f"{sign}{label or reference}"


def _values(element: Json) -> tuple[str, ...]:
    match element["type"]:
        case "plain_text_input":
            value = clean(element.get("value") or "")
        case "datepicker":
            value = element.get("selected_date") or ""
        case "timepicker":
            value = element.get("selected_time") or ""
        case "users_select":
            value = element.get("selected_user") or ""
        case "checkboxes":
            return tuple(option["value"] for option in element.get("selected_options") or ())
        case _:
            value = (element.get("selected_option") or {}).get("value", "")
    return (value,) if value else ()


def _micros(timestamp: str) -> int:
    """Microseconds of a Slack time stamp, `1700000000.123456`."""
    seconds, _, fraction = timestamp.partition(".")
    return int(seconds) * 1_000_000 + int(fraction.ljust(6, "0")[:6]) if seconds else 0


def _digest(given: Json) -> str:
    return hashlib.sha256(json.dumps(given, sort_keys=True).encode()).hexdigest()[:32]
