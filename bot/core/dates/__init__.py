"""Days and times as people type them, in five languages. Pure."""

from bot.core.dates.reading import Reading, Why, read

__all__ = ["Reading", "Why", "read"]
