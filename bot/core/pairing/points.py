"""How much each thing that speaks for two people counts. One table, for the reckoning and the page.

A pair that is good both ways always counts more than one that is not, whatever else speaks for it.
"""

TOPICS = 3
"""More topics than these count no further."""
BOTH_WAYS = 1000
BOTH_WAYS_MORE = 100
"""Each can help the other; and with more than one topic each."""
ONE_WAY = 160
TOPIC_MORE = 20
"""One can help the other; and with more topics."""
SECTOR = 100
PHASE = 40
"""For each of the two whose wish of a phase comes true."""
MIX = 20
"""For each of the two who wishes no phase, where theirs are different: phases mix."""
SUBJECT = 60
YEAR = 4
YEARS = 15
"""For each year of difference in experience, up to so many."""
ISOLATION = 50
REGION = 40
TIME = 10
TIMES = 3
"""For each common free time, up to so many."""
LANGUAGE = 20
TECHNICIAN = "technician"
"""Who works as one is looked for others like them, as with a subject."""


def phase(wish: str, *, is_shared: bool) -> int:
    """What it is worth to somebody who wishes this that a phase is shared, or none is."""
    if wish:
        return PHASE if is_shared is (wish == "same") else 0
    return 0 if is_shared else MIX


def topics(fewer: int, more: int) -> int:
    """The points of two people of whom one can help with `more` topics, the other with `fewer`."""
    fewer, more = min(fewer, TOPICS), min(more, TOPICS)
    if fewer:
        return BOTH_WAYS + BOTH_WAYS_MORE * (fewer - 1) + TOPIC_MORE * (more - fewer)
    return ONE_WAY + TOPIC_MORE * (more - 1) if more else 0


MOST = (
    topics(TOPICS, TOPICS) + SECTOR + 2 * PHASE + SUBJECT + YEAR * YEARS + ISOLATION + REGION
    + TIME * TIMES + LANGUAGE
)  # fmt: skip
"""No two people can be worth more to each other."""
