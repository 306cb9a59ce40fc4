"""What stays of somebody who is not known any more: what is over keeps its counts.

How many came, how many looked back and how they found it, what happened in class: all figures are
as they were. No count says whose answers it is made of, nor which answers belong together.
"""

from collections.abc import Sequence
from datetime import datetime

from bot.store import over, rounds, tallies
from bot.store.db import Db
from bot.store.reminders import HELD_BACK, TOGETHER
from bot.store.tables import Attendance, Identity, Impact, Reflection, Rsvp, Trial


def keep(db: Db, network: int, member: int, now: datetime) -> None:
    """What a person has said and done in a network becomes counts, as far as it is over."""
    for meeting in over.meetings(db, network, member, now):
        where = network, meeting.id or 0, member
        tallies.answers(db, meeting, over.of(db, Rsvp, *where))
        tallies.attended(db, meeting, over.of(db, Attendance, *where))
        tallies.looked_back(db, meeting, over.of(db, Reflection, *where))
        tallies.tried(db, meeting, over.of(db, Trial, *where))
        tallies.told(db, meeting, over.of(db, Impact, *where))
    for answer in over.answers(db, network, member, now):
        tallies.answered(db, network, answer.question_id, [answer])
    for paired, number in rounds.of_person(db, network, member):
        tallies.paired(db, network, number, [paired])
    over.let_go(db, network, member)


def keep_reminded(db: Db, network: int, accounts: Sequence[Identity]) -> None:
    """To how many a reminder went stays, when its messages to these accounts do not."""
    lanes = over.inboxes(db, accounts)
    if lanes:
        tallies.sent(db, over.reminded(db, network, lanes), back=HELD_BACK, together=TOGETHER)
