"""A sample of every view and form, with whatever people may have typed."""

from tests.gallery import (
    of_afterwards,
    of_agendas,
    of_asked,
    of_held,
    of_invites,
    of_journals,
    of_meetings,
    of_minutes,
    of_networks,
    of_places,
    of_questions,
    of_reminders,
    of_series,
    of_tasks,
    of_terms,
    of_the_rest,
    of_undelivered,
)
from tests.gallery.register import SAMPLES

__all__ = [
    "SAMPLES",
    "of_afterwards",
    "of_agendas",
    "of_asked",
    "of_held",
    "of_invites",
    "of_journals",
    "of_meetings",
    "of_minutes",
    "of_networks",
    "of_places",
    "of_questions",
    "of_reminders",
    "of_series",
    "of_tasks",
    "of_terms",
    "of_the_rest",
    "of_undelivered",
]
