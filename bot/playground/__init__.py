"""The playground: the trial in a browser, on this machine alone."""

from bot.playground.serving import serve

__all__ = ["serve"]
