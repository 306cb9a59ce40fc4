"""The shapes in which Discord tells of people, channels, servers and messages."""

from typing import Any

from bot.adapters.stage import Actor, Room

Payload = dict[str, Any]

APPLICATION, GUILD = "900000000000000001", "900000000000000002"
BOT: Payload = {
    "id": APPLICATION,
    "username": "Convenor",
    "discriminator": "0000",
    "global_name": None,
    "avatar": None,
    "bot": True,
}
MEMBER_RIGHTS = 1 << 10 | 1 << 11 | 1 << 16  # see, write, read back
MANAGE_SERVER = 1 << 5
DAY = "2026-09-01T08:00:00.000000+00:00"
LOCALES = {"en": "en-GB"}

TEXT_CHANNEL, DIRECT, THREAD, PRIVATE = 0, 1, 11, 12


def user(actor: Actor) -> Payload:
    """A person as Discord tells of them everywhere."""
    return {
        "id": actor.user,
        "username": actor.name.lower(),
        "discriminator": "0",
        "global_name": actor.name,
        "avatar": None,
        "public_flags": 0,
    }


def member(actor: Actor) -> Payload:
    """A person as a member of the server, with their rights in the channel."""
    return {
        "user": user(actor),
        "nick": None,
        "avatar": None,
        "roles": [],
        "joined_at": DAY,
        "deaf": False,
        "mute": False,
        "flags": 0,
        "pending": False,
        "permissions": str(MEMBER_RIGHTS | MANAGE_SERVER * actor.admin),
    }


def channel(room: Room) -> Payload:
    """A text channel."""
    return {
        "id": room.channel,
        "type": TEXT_CHANNEL,
        "name": room.name,
        "position": 0,
        "permission_overwrites": [],
        "nsfw": False,
        "rate_limit_per_user": 0,
        "parent_id": None,
        "flags": 0,
        "guild_id": GUILD,
    }


def thread(post: str, parent: str, name: str) -> Payload:
    """A public thread; it has the id of the post from which it was begun."""
    return {
        "id": post,
        "type": THREAD,
        "name": name,
        "guild_id": GUILD,
        "parent_id": parent,
        "owner_id": APPLICATION,
        "message_count": 0,
        "member_count": 1,
        "rate_limit_per_user": 0,
        "thread_metadata": {
            "archived": False,
            "auto_archive_duration": 10080,
            "archive_timestamp": DAY,
            "locked": False,
        },
    }


def guild(rooms: list[Room], language: str, members: int) -> Payload:
    """The server, as its data comes after READY."""
    return {
        "id": GUILD,
        "name": "School network",
        "preferred_locale": locale(language),
        "owner_id": "900000000000000003",
        "features": [],
        "channels": [channel(room) for room in rooms],
        "threads": [],
        "members": [],
        "roles": [],
        "emojis": [],
        "stickers": [],
        "presences": [],
        "voice_states": [],
        "stage_instances": [],
        "guild_scheduled_events": [],
        "soundboard_sounds": [],
        "member_count": members,
        "unavailable": False,
    }


def message(post: str, place: str, components: list[Payload], flags: int) -> Payload:
    """A message of the bot's."""
    return {
        "id": post,
        "channel_id": place,
        "author": BOT,
        "type": 0,
        "content": "",
        "components": components,
        "flags": flags,
        "attachments": [],
        "embeds": [],
        "mentions": [],
        "mention_roles": [],
        "mention_everyone": False,
        "pinned": False,
        "tts": False,
        "timestamp": DAY,
        "edited_timestamp": None,
    }


def said(
    post: str, place: str, actor: Actor, text: str, *, direct: bool, mentions: bool
) -> Payload:
    """A person's message, as Discord tells a bot of it that has no privilege: what stands in it
    only where the bot is mentioned, or written to directly.
    """
    told = message(post, place, [], 0) | {"author": user(actor)}
    told["content"] = text if direct or mentions else ""
    told["mentions"] = [BOT] if mentions else []
    if direct:
        return told
    one = {key: value for key, value in member(actor).items() if key not in ("user", "permissions")}
    return told | {"guild_id": GUILD, "member": one}


def application() -> Payload:
    """What the bot is told of its own application."""
    return {
        "id": APPLICATION,
        "name": "Convenor",
        "icon": None,
        "description": "",
        "bot_public": False,
        "bot_require_code_grant": False,
        "owner": BOT | {"id": "900000000000000003", "bot": False},
        "verify_key": "0" * 64,
        "flags": 0,
        "team": None,
    }


def locale(language: str) -> str:
    """Discord's name for a language."""
    return LOCALES.get(language, language)
