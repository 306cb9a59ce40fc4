"""How long what concerns people is kept, in numbers and in words: the same ones, so that the words
are true. `store/clearing.py` carries them out, every night.

A network may one day want fewer months for `ANSWERS`, `SAID` and `GONE`; all else is the house's.
"""

from datetime import timedelta

MONTH = timedelta(days=30.5)
ANSWERS = 13
"""Months after a meeting in which its answers, and names without an account, have their people."""
SAID = 24
"""Months in which what was said of a meeting or to a question has its people, and who was there."""
GONE = 13
"""Months after which somebody who has left every network is erased."""
REPORTS = 13
"""Months in which it is known how many rows went."""
MESSAGES = timedelta(days=366)
"""So long after they were due, messages to people about a meeting are not needed any more: until
then they say who has been told what, and how often somebody was written to.
"""
NOTICES = timedelta(days=30)
"""So long after they were due, messages to coordinators about the house are not needed."""
DRAFTS = timedelta(days=7)
"""So long what was typed and not sent is kept."""
BACKUPS = timedelta(days=35)
"""Backups that are older are deleted, those made by hand in the house's folder too."""

UNTIL_ANSWERED = f"{ANSWERS} months after the meeting, then only a count; or until erased"
UNTIL_GROUPED = f"{ANSWERS} months after the meeting; or until erased"
UNTIL_SAID = f"{SAID} months after the meeting, then only a count; or until erased"
UNTIL_CLOSED = f"{SAID} months after the question, then only a count; or until erased"
UNTIL_LEFT = f"until the person is erased, or {GONE} months after they left the last network"
UNTIL_SENT = "a year after it was due; or until erased"
UNTIL_OVER = "until it is over"
UNTIL_REPORTED = f"{REPORTS} months"
