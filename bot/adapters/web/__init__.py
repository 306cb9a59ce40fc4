"""The house on the web: how it is, the pages of personal links, and what other adapters answer."""

from bot.adapters.web.desk import Desk
from bot.adapters.web.joining import Joining
from bot.adapters.web.server import CannotListen, WebServer
from bot.adapters.web.visitor import Visitors

__all__ = ["CannotListen", "Desk", "Joining", "Visitors", "WebServer"]
