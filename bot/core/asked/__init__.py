"""What plain words may mean, and which meeting they name, in five languages. Pure."""

from bot.core.asked.meaning import MEANINGS, Meant, understand
from bot.core.asked.which import Known, Named, name

__all__ = ["MEANINGS", "Known", "Meant", "Named", "name", "understand"]
