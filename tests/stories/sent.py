"""What a house sent to a platform, held against the platform's own schemas and limits."""

import re

from bot.adapters.discord import render as discord
from bot.adapters.discord.loopback import Loopback
from bot.adapters.memory import World
from bot.adapters.slack import render as slack
from bot.adapters.slack.loopback import LoopbackSlack
from tests.adapters import schemas_discord, schemas_slack
from tests.adapters.shapes import shape


class Sent:
    """Checks and counts. The platforms before the house hold every payload against the documented
    limits; against the schemas one of each shape is held, unless all are wanted.
    """

    def __init__(self, *, everything: bool) -> None:
        self._everything = everything
        self._shapes: set[str] = set()
        self.payloads = 0

    def check(self, platform: World | LoopbackSlack | Loopback) -> None:
        """Fail where the platform, or in memory either platform, would not take something."""
        match platform:
            case LoopbackSlack():
                self._on_slack(platform)
            case Loopback():
                self._on_discord(platform)
            case World(shown=shown):
                for each in shown:
                    if self._is_new(blocks := slack.blocks(each.message)):
                        schemas_slack.check_blocks(blocks)
                    if self._is_new(message := discord.message(each.message)):
                        schemas_discord.check_message(message)

    def _on_slack(self, platform: LoopbackSlack) -> None:
        """All calls, and the forms that came as acknowledgements."""
        for call in platform.received:
            if self._is_new(call.body, call.method):
                schemas_slack.check_call(call.method, call.body)
        for event in platform.world.events:
            if event.kind == "form" and self._is_new(event.content):
                schemas_slack.check_view(event.content)

    def _on_discord(self, platform: Loopback) -> None:
        """All requests."""
        for request in platform.received:
            way = re.sub(r"\d+", "", request.path)
            if self._is_new(request.body, request.method, way):
                schemas_discord.check_request(request.method, request.path, request.body)

    def _is_new(self, payload: object, *of: str) -> bool:
        self.payloads += 1
        key = " ".join((*of, shape(payload)))
        if not self._everything and key in self._shapes:
            return False
        self._shapes.add(key)
        return True
