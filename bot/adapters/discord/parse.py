"""Interaction -> Call. It reads what Discord sent, and neither asks nor changes anything."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, cast

import discord

from bot.chat import Abilities, Person, Place, Profile
from bot.commands.calls import Call, Pressed, Sent, Typed

PLATFORM = "discord"
EVERYWHERE = "discord"
"""The workspace of people: an account is the same person on every server and in messages."""

ABILITIES = Abilities(
    field_errors=False,
    local_commands=True,
    day_picker=False,
    lists_members=False,
    repeat_safe=120,  # Discord remembers a nonce for "the past few minutes"
    reads_back=True,
    submit_label=False,
    heard_in_private=False,
)

Interaction = discord.Interaction[discord.Client]
Payload = Mapping[str, Any]


DISCORD_EPOCH = 1_420_070_400_000  # milliseconds since 1970


def order(snowflake: int) -> int:
    """When something was done, in nanoseconds since 1970 as on other platforms; what was done in
    the same millisecond keeps its order.
    """
    nth, worker = snowflake & 0xFFF, (snowflake >> 12) & 0x3FF
    return ((snowflake >> 22) + DISCORD_EPOCH) * 1_000_000 + nth * 200 + worker * 200 // 1024


def call(interaction: Interaction) -> Call:
    """What the person did: typed (or half typed) a command, pressed a button, sent a form."""
    channel, room = _channel(interaction) if interaction.guild_id else ("", "")
    return Call(
        id=str(interaction.id),
        order=order(interaction.id),
        who=Person(PLATFORM, EVERYWHERE, str(interaction.user.id)),
        profile=_profile(interaction),
        place=Place(PLATFORM, str(interaction.guild_id or EVERYWHERE), channel),
        said=_said(interaction),
        abilities=ABILITIES,
        room=room,
        post=_post(interaction),
    )


def _post(interaction: Interaction) -> str:
    message, channel = interaction.message, interaction.channel
    if message is None or message.flags.ephemeral or isinstance(channel, discord.Thread):
        return ""
    return f"{message.channel.id}:{message.id}" if interaction.guild_id else ""


def _said(interaction: Interaction) -> Typed | Pressed | Sent:
    data = cast("Payload", interaction.data)
    match interaction.type:
        case discord.InteractionType.component:
            return Pressed(data["custom_id"])
        case discord.InteractionType.modal_submit:
            people = dict(_picked(data.get("resolved", {})))
            return Sent(data["custom_id"], dict(_values(data["components"])), people)
        case _:
            text = next((o["value"] for o in data.get("options", ()) if o["name"] == "what"), "")
            return Typed(data["name"], text.strip())


def _values(components: Sequence[Payload]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What was given under each field's key; an empty field gives nothing."""
    for component in components:
        field: Payload = component.get("component", {})
        given = tuple(field.get("values") or [field.get("value")])
        if "custom_id" in field and any(given):
            yield field["custom_id"], given


def _picked(resolved: Payload) -> Iterator[tuple[str, Profile]]:
    """What Discord tells of the people who were picked."""
    for id_, user in resolved.get("users", {}).items():
        member: Payload = resolved.get("members", {}).get(id_, {})
        name = member.get("nick") or user.get("global_name") or user["username"]
        allowed = discord.Permissions(int(member.get("permissions", 0)))
        admin = allowed.manage_guild or allowed.administrator
        yield id_, Profile(name, admin=admin, bot=user.get("bot", False))


def _channel(interaction: Interaction) -> tuple[str, str]:
    """The channel's id and name; those of its channel for a thread."""
    channel = interaction.channel
    if isinstance(channel, discord.Thread):
        return str(channel.parent_id), channel.parent.name if channel.parent else ""
    return str(channel.id) if channel else "", str(getattr(channel, "name", None) or "")


def language(interaction: Interaction) -> str:
    """The language in which the person reads Discord."""
    return str(interaction.locale.value)[:2]


def _profile(interaction: Interaction) -> Profile:
    allowed = interaction.permissions
    return Profile(
        name=interaction.user.display_name,
        language=language(interaction),
        admin=allowed.manage_guild or allowed.administrator,
    )
