"""Pages that are shown once, and again to who presses twice; for minutes, and in memory alone."""

from collections.abc import Callable

from starlette.responses import Response

SHOWN_FOR, MOST = 300.0, 100
"""So many seconds a page is kept, and so many at once: nobody presses twice later."""

Key = tuple[str, str]
"""The address where somebody pressed, and the number of the page on which they did."""


class Again:
    """Remembers what was shown last; what is over goes as soon as anything is asked or kept."""

    def __init__(self, ticks: Callable[[], float]) -> None:
        self._ticks = ticks
        self._shown: dict[Key, tuple[float, Response]] = {}

    def keep(self, key: Key, page: Response) -> None:
        """Show this page again to who presses this once more."""
        self._shown[key] = (self._ticks(), page)
        self.forget()

    def of(self, key: Key) -> Response | None:
        """What was shown to who pressed this, if that is not long ago."""
        self.forget()
        shown = self._shown.get(key)
        return shown[1] if shown else None

    def forget(self) -> None:
        """Drop what is over; the oldest stands first."""
        since = self._ticks() - SHOWN_FOR
        over = [key for key, (at, _) in self._shown.items() if at <= since]
        most = [*self._shown][:-MOST]
        for key in {*over, *most}:
            del self._shown[key]

    def __len__(self) -> int:
        """How many are kept."""
        return len(self._shown)
