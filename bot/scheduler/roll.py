"""Who is in a network's channels, where the platform tells: listed when it begins, and again twice a day."""

from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime, timedelta

from bot.chat import Busy, Chat, Person, Profile, Unknown, Unreachable
from bot.core import people
from bot.store import networks
from bot.store.db import Db, Store
from bot.store.tables import Place

AGAIN = timedelta(hours=12)
InThread = Callable[[Callable[[], object]], Awaitable[object]]
Listed = tuple[tuple[Person, Profile], ...]


class RollCall:
    """Lists the people of channels that were not listed for a while; safe to run as often as one likes."""

    def __init__(
        self, store: Store, chats: Mapping[str, Chat], now: Callable[[], datetime], key: bytes
    ) -> None:
        self._store, self._chats, self._now, self._key = store, chats, now, key

    async def run(self, in_thread: InThread) -> None:
        """List every channel that is due; a platform that does not answer now is asked next time."""
        for chat in self._chats.values():
            if not chat.abilities.lists_members:
                continue
            due: list[Place] = []
            await in_thread(lambda chat=chat, due=due: due.extend(self._due(chat)))  # type: ignore[misc]
            for place in due:
                try:
                    listed = await chat.members(networks.address(place))
                except (Busy, Unknown, Unreachable):
                    continue
                await in_thread(lambda place=place, listed=listed: self._enrol(place, listed or ()))  # type: ignore[misc]

    def _due(self, chat: Chat) -> list[Place]:
        with self._store.read() as db:
            return list(networks.unlisted(db, chat.platform, self._now() - AGAIN))

    def _enrol(self, place: Place, listed: Listed) -> None:
        with self._store.write() as db:
            self._write(db, place, listed)

    def _write(self, db: Db, place: Place, listed: Listed) -> None:
        people.enrol(db, place.network_id, listed, self._now(), self._key)
        row = db.get(Place, place.id)
        if row is not None:
            row.listed_at = self._now()
