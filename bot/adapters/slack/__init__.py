"""Slack: what comes from it becomes a Call, and what the house answers becomes blocks and views."""
