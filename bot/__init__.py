"""Convenor: a chat bot that runs the year of a network of teachers."""

__version__ = "0.1.0"
