"""What a house sent to a platform, held against the platform's own schemas and limits."""

from bot.adapters.discord import render as discord
from bot.adapters.discord.loopback import Loopback
from bot.adapters.memory import World
from bot.adapters.slack import render as slack
from bot.adapters.slack.loopback import LoopbackSlack
from tests.adapters import schemas_discord, schemas_slack


def check(platform: World | LoopbackSlack | Loopback) -> int:
    """Fail where the platform, or in memory either platform, would not take something; returns how
    many payloads were held against its schemas.
    """
    match platform:
        case LoopbackSlack():
            return check_slack(platform)
        case Loopback():
            return check_discord(platform)
        case World(shown=shown):
            for each in shown:
                schemas_slack.check_blocks(slack.blocks(each.message))
                schemas_discord.check_message(discord.message(each.message))
            return 2 * len(shown)


def check_slack(platform: LoopbackSlack) -> int:
    """All calls, and the forms that came as acknowledgements."""
    for call in platform.received:
        schemas_slack.check_call(call.method, call.body)
    forms = [event.content for event in platform.world.events if event.kind == "form"]
    for form in forms:
        schemas_slack.check_view(form)
    return len(platform.received) + len(forms)


def check_discord(platform: Loopback) -> int:
    """All requests."""
    for request in platform.received:
        schemas_discord.check_request(request.method, request.path, request.body)
    return len(platform.received)
