"""What is counted of delivery, for whoever watches the house: the numbers of `/metrics`."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from prometheus_client import CollectorRegistry, Counter
from prometheus_client.core import GaugeMetricFamily, Metric

from bot.store import deliveries
from bot.store.deliveries import Backlog
from bot.store.tables import Delivery

PLATFORM = ("platform",)


class Meters:
    """Counts since this process began, each by platform. No name, text or address is in them."""

    def __init__(self, registry: CollectorRegistry, platforms: Iterable[str] = ()) -> None:
        def counter(name: str, what: str) -> Counter:
            return Counter(f"convenor_{name}", what, PLATFORM, registry=registry)

        self._edited = counter("messages_edited", "Posts brought up to date")
        self._late = counter("messages_late", "Messages posted late, and marked so")
        self._put_off = counter("calls_put_off", "Calls that the platform did not take for now")
        self._by_state = {
            "sent": counter("messages_sent", "Messages posted"),
            "expired": counter("messages_expired", "Messages that came too late to be of use"),
            "unconfirmed": counter("messages_unconfirmed", "Messages that may not have arrived"),
            "failed": counter("messages_failed", "Messages that were refused, or set aside"),
        }
        # Nobody sees a number grow that is not there before.
        for one in (self._edited, self._late, self._put_off, *self._by_state.values()):
            for platform in platforms:
                one.labels(platform)

    def ended(self, platform: str, row: Delivery, *, edited: bool = False) -> None:
        """Count a message that came to its end for now, in the state of its row."""
        if edited:
            self._edited.labels(platform).inc()
        elif row.state in self._by_state:
            self._by_state[row.state].labels(platform).inc()
            if row.state == "sent" and deliveries.is_late(row):
                self._late.labels(platform).inc()

    def expired(self, platform: str, count: int) -> None:
        """Count messages that were given up together."""
        self._by_state["expired"].labels(platform).inc(count)

    def put_off(self, platform: str) -> None:
        """Count a call that the platform did not take for now."""
        self._put_off.labels(platform).inc()


class BacklogMeter:
    """What waits now in the database, asked for whenever the numbers are read."""

    def __init__(self, registry: CollectorRegistry, ask: Callable[[], Mapping[str, Backlog]]):
        self._ask = ask
        registry.register(self)

    def describe(self) -> Iterator[Metric]:
        """Nothing: asking once at the start would be for nothing."""
        return iter(())

    def collect(self) -> Iterator[Metric]:
        """The gauges of all platforms."""
        waiting = GaugeMetricFamily(
            "convenor_due", "Messages due that have not left", None, PLATFORM
        )
        oldest = GaugeMetricFamily(
            "convenor_oldest_due_seconds", "For how long the oldest of them is due", None, PLATFORM
        )
        doubt = GaugeMetricFamily(
            "convenor_unconfirmed", "Messages in doubt that a coordinator has not settled", None,
            PLATFORM,
        )  # fmt: skip
        for platform, backlog in self._ask().items():
            waiting.add_metric((platform,), backlog.due)
            oldest.add_metric((platform,), backlog.oldest)
            doubt.add_metric((platform,), backlog.unconfirmed)
        yield from (waiting, oldest, doubt)
