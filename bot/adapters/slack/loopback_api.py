"""The Web API methods that we use, as Slack answers them: world and arguments in, answer out."""

import base64
import json
from collections.abc import Callable

from aiohttp import web

from bot.adapters.slack.loopback_limits import faults, view_faults
from bot.adapters.slack.loopback_world import (
    ADDRESS,
    ADDRESS_USES,
    Event,
    Post,
    Refused,
    Upload,
    World,
)
from bot.adapters.slack.payload import Json

TEXT = 40_000
GROUP = 8
"""So many people a group message has at the most, beside the bot."""


def auth_test(world: World, _args: Json) -> Json:
    """auth.test: who the bot is."""
    return {"team_id": world.workspace, "user_id": world.bot, "bot_id": "B0CONVENOR"}


def users_info(world: World, args: Json) -> Json:
    """users.info: a person's profile; their language only where it is asked for."""
    user = args["user"]
    if user == world.bot:
        return {"user": {"id": user, "team_id": world.workspace, "is_bot": True, "profile": {}}}
    if user not in world.actors:
        raise Refused("user_not_found")
    actor = world.actors[user]
    asked = str(args.get("include_locale", "")).lower() in ("1", "true")
    profile = {"display_name": actor.name, "real_name": f"{actor.name} Realname"}
    told: Json = {
        "id": user,
        "team_id": world.teams.get(user, world.workspace),
        "name": actor.name.lower(),
        "tz": actor.zone,
        "is_admin": actor.admin,
        "is_bot": user in world.bots,
        "deleted": user in world.deactivated,
        "profile": profile,
    }
    return {"user": told | ({"locale": f"{actor.language}-XX"} if asked else {})}


def conversations_open(world: World, args: Json) -> Json:
    """conversations.open: the direct messages with one person, or a group message of several; of
    the same people there is one.
    """
    users = args["users"].split(",")
    if len(users) > GROUP:
        raise Refused("too_many_users")
    for user in users:
        if user not in world.actors:
            raise Refused("user_not_found")
        if user in world.deactivated:
            raise Refused("user_disabled")
        if user in world.bots:
            raise Refused("cannot_dm_bot")
    return {"channel": {"id": world.inbox(users[0]) if len(users) == 1 else world.group(users)}}


def conversations_members(world: World, args: Json) -> Json:
    """conversations.members, a page at a time; the bot is among them."""
    channel = args["channel"]
    if channel not in world.rooms:
        raise Refused("channel_not_found")
    everyone = [*sorted(world.rooms[channel]), world.bot]
    start = int(base64.b64decode(args.get("cursor") or "").decode() or 0)
    end = start + int(args.get("limit") or 100)
    cursor = base64.b64encode(str(end).encode()).decode() if end < len(everyone) else ""
    return {"members": everyone[start:end], "response_metadata": {"next_cursor": cursor}}


def chat_post_message(world: World, args: Json) -> Json:
    """chat.postMessage: into a channel, a thread, or the direct messages with a person."""
    channel = args["channel"]
    world.reach(channel)
    content = _content(args)
    world.limits.post(channel)
    post = world.add(Post(channel, world.ts(), content, args.get("thread_ts") or ""))
    return {"channel": channel, "ts": post.ts}


def chat_update(world: World, args: Json) -> Json:
    """chat.update: what the message says from now on."""
    post = world.find(args["channel"], args["ts"])
    world.replace(post, _content(args))
    return {"channel": post.channel, "ts": post.ts}


def chat_post_ephemeral(world: World, args: Json) -> Json:
    """chat.postEphemeral: for one person, who has to be in the channel."""
    channel, user = args["channel"], args["user"]
    world.reach(channel)
    if user not in world.rooms.get(channel, ()):
        raise Refused("user_not_in_channel")
    thread = args.get("thread_ts") or ""
    post = world.add(Post(channel, world.ts(), _content(args), thread, user))
    return {"message_ts": post.ts}


def views_open(world: World, args: Json) -> Json:
    """views.open: a form on the screen of who pulled the trigger."""
    view = args["view"]
    if problems := view_faults(view):
        raise Refused("invalid_arguments", problems)
    return {"view": world.open(world.pull(args["trigger_id"]), view)}


def views_update(world: World, args: Json) -> Json:
    """views.update: another form in place of one that is still open."""
    view = args["view"]
    if problems := view_faults(view):
        raise Refused("invalid_arguments", problems)
    user = next((u for u, open_ in world.views.items() if open_["id"] == args["view_id"]), "")
    if not user:
        raise Refused("not_found")
    return {"view": world.open(user, view, args["view_id"])}


def get_upload_url(world: World, args: Json) -> Json:
    """files.getUploadURLExternal: where to put a file; the server makes an address of the id."""
    file = world.id("F")
    world.uploads[file] = Upload(args["filename"])
    return {"file_id": file, "upload_url": file}


def complete_upload(world: World, args: Json) -> Json:
    """files.completeUploadExternal: the file appears in the channel."""
    channel = args["channel_id"]
    world.reach(channel)
    for file in args["files"]:
        upload = world.uploads.get(file["id"])
        if upload is None or not upload.content:
            raise Refused("file_not_found")
        content = {"name": upload.name}
        world.events.append(Event("file", channel, "", world.owner(channel), content))
    return {"files": args["files"]}


METHODS: dict[str, Callable[[World, Json], Json]] = {
    "auth.test": auth_test,
    "users.info": users_info,
    "conversations.open": conversations_open,
    "conversations.members": conversations_members,
    "chat.postMessage": chat_post_message,
    "chat.update": chat_update,
    "chat.postEphemeral": chat_post_ephemeral,
    "views.open": views_open,
    "views.update": views_update,
    "files.getUploadURLExternal": get_upload_url,
    "files.completeUploadExternal": complete_upload,
}


def respond(world: World, key: str, args: Json) -> None:
    """What a response_url does: a new private message, or one in place of the one it came from."""
    address = world.addresses.get(key)
    if address is None or world.clock() - address.born > ADDRESS or address.uses >= ADDRESS_USES:
        raise Refused("expired_url")
    address.uses += 1
    content = _content(args)
    old = address.source if args.get("replace_original") else None
    if old is None:
        thread = args.get("thread_ts") or ""
        new = world.add(Post(address.channel, world.ts(), content, thread, address.user))
        address.source = address.source or new
    else:
        world.replace(old, content)


def _content(args: Json) -> Json:
    text, blocks = args.get("text") or "", args.get("blocks") or []
    if not text and not blocks:
        raise Refused("no_text")
    if problems := faults(blocks):
        raise Refused("invalid_blocks", problems)
    return {"text": text[:TEXT], "blocks": blocks}


async def arguments(request: web.Request) -> Json:
    """The arguments, however they came: the SDK reads by GET, and writes by JSON, form or query."""
    args: Json = dict(request.query)
    if request.content_type == "application/json" and request.can_read_body:
        args |= await request.json()
    elif request.method == "POST":
        args |= {key: str(value) for key, value in (await request.post()).items()}
    for name in ("blocks", "files", "view"):
        if isinstance(args.get(name), str):
            args[name] = json.loads(args[name])
    return args
