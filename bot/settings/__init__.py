"""The settings, read in one place from the environment and `.env`, and what may be wrong with them.

Plain Python on purpose: a wrong setting is to be answered within a second, and importing
pydantic-settings alone takes up to half of it (measured).
"""

from bot.settings.kinds import NAMES, Problem, Settings
from bot.settings.reading import read
from bot.settings.wrong import problems, storage_problems, work_problems

__all__ = [
    "NAMES",
    "Problem",
    "Settings",
    "problems",
    "read",
    "storage_problems",
    "work_problems",
]
