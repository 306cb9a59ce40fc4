"""Slack: what comes from it becomes a Call, and what the house answers becomes blocks and views."""

from bot.adapters.slack.app import SlackApp
from bot.adapters.slack.manifest import manifest

__all__ = ["SlackApp", "manifest"]
