"""A Discord of our own on loopback: gateway and REST on real sockets, with people who press.

It keeps Discord's documented limits, times and refusals, remembers all that it received, and reads
it back as people see it.
"""

from bot.adapters.discord.loopback.rest import Fault, Received
from bot.adapters.discord.loopback.stage import Loopback

__all__ = ["Fault", "Loopback", "Received"]
