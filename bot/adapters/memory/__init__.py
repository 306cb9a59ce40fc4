"""A chat in memory: for the terminal, the tests, and stories. It has Slack's abilities."""

from bot.adapters.memory.chat import MemoryChat, World
from bot.adapters.memory.stage import MemoryStage

__all__ = ["MemoryChat", "MemoryStage", "World"]
