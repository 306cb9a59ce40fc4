"""What goes to Slack and comes from it, before and behind the wire."""

from typing import Any

Json = dict[str, Any]
