"""Every word of ours in the reader's language, and days, times and lists as it writes them.

It knows nothing of messages and forms; `bot.views.words` puts the two together.
"""

from bot.i18n.catalog import LANGUAGES, Translator, fill, marked, nearest, translator
from bot.i18n.moments import cities
from bot.i18n.pseudo import PSEUDO

__all__ = ["LANGUAGES", "PSEUDO", "Translator", "cities", "fill", "marked", "nearest", "translator"]
