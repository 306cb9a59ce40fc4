"""A message that is to be shown now."""

from dataclasses import dataclass
from datetime import datetime

from bot.store.db import Db
from bot.store.tables import Delivery, Network
from bot.views.words import Words


@dataclass(frozen=True, slots=True)
class Due:
    """A message that is to be shown now, in a language, with what its row is about."""

    db: Db
    row: Delivery
    network: Network
    t: Words
    now: datetime
