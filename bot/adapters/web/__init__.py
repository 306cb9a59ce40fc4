"""The house on the web: how it is, and the addresses that other adapters answer at."""

from bot.adapters.web.server import CannotListen, WebServer

__all__ = ["CannotListen", "WebServer"]
