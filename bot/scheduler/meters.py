"""What is counted of delivery, for whoever watches the house: the numbers of `/metrics`."""

from prometheus_client import CollectorRegistry, Counter

PLATFORM = ("platform",)


class Meters:
    """Counts since this process began, each by platform. No name, text or address is in them."""

    def __init__(self, registry: CollectorRegistry) -> None:
        def counter(name: str, what: str) -> Counter:
            return Counter(f"convenor_{name}", what, PLATFORM, registry=registry)

        self.sent = counter("messages_sent", "Messages posted")
        self.late = counter("messages_late", "Messages posted late, and marked so")
        self.edited = counter("messages_edited", "Posts brought up to date")
        self.expired = counter("messages_expired", "Messages that came too late to be of use")
        self.unconfirmed = counter("messages_unconfirmed", "Messages that may not have arrived")
        self.failed = counter("messages_failed", "Messages that were refused, or set aside")
        self.refused = counter("calls_refused", "Calls that the platform put off")
