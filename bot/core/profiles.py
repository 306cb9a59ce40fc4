"""What a person can say of themselves: the keys of each choice. Their words stand in views."""

WORK = (
    "primary", "secondary", "post-16", "technician", "academic", "engineer", "student",
    "leader", "other",
)  # fmt: skip
"""What a person does (DOMAIN.md, "Who"): teaches at a phase, or something else."""
TEACHERS = ("primary", "secondary", "post-16")
PHASES = ("primary", "secondary", "post-16")
"""Of an institution; an all-through school has several."""
DAYS = ("mon", "tue", "wed", "thu", "fri")
HOURS = ("noon", "late", "evening")
FREE = tuple(f"{day}-{hour}" for day in DAYS for hour in HOURS)
"""Usual free times: at noon, late in the afternoon, in the evening."""
TRAVEL = ("online", "near", "hour", "far")
"""How far a person would go: not at all, to the next town, an hour, anywhere in the region."""
NOT_SAID = "none"
"""What somebody chooses who would rather not say which one it is."""
SHARES = ("work", "help", "wish")
"""What a person can agree to show: to the network what they do and where, and what they can help
with; what they would like to learn to those whom they are put together with, and to coordinators.
"""
KINDS = ("subject", "strength", "wish")


def listed(text: str) -> tuple[str, ...]:
    """The keys in a column that holds several, with spaces between."""
    return tuple(text.split())


TONGUES = ("en", "de", "fr", "it", "fi", "sv", "es", "pl", "tr", "ar")
"""Languages that one can say one speaks: the partners', and others that are much spoken there."""
MOST = 12
"""So many topics of a kind a person names at most."""
