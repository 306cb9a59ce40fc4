"""The rows of the house. A class is a table; what each column is for stands in the `register`.

Rows are storage only: nothing is validated here, that is core's work. Instants are aware UTC.
Every row belongs to a network, or to a workspace of a platform.
"""

from bot.store.tables.afterwards import (
    Action,
    Attendance,
    Impact,
    Minutes,
    Prompt,
    Reflection,
    Trial,
)
from bot.store.tables.between import JournalEntry, Question, QuestionAnswer
from bot.store.tables.buddies import (
    Apart,
    BuddyPlan,
    BuddyWish,
    NotWith,
    Pair,
    Paired,
    Round,
    RoundOut,
)
from bot.store.tables.delivery import Bucket, Delivery, Inbox, Lane, Lease, Workspace
from bot.store.tables.groups import Grouped, Grouping
from bot.store.tables.imports import Import
from bot.store.tables.joining import JoinCode, Welcome
from bot.store.tables.kits import Kit, Move, Training
from bot.store.tables.linking import LinkCode
from bot.store.tables.links import PersonalLink
from bot.store.tables.meetings import AgendaItem, Meeting, Reminder, Rsvp, Series
from bot.store.tables.networks import Network, Place, Term
from bot.store.tables.offers import Approach, Offer, Rest
from bot.store.tables.people import Draft, Forgotten, Identity, Member, Membership, SetUpCode
from bot.store.tables.profiles import Affiliation, Institution, Interest, Profile, Topic
from bot.store.tables.requests import Request, RequestEvent
from bot.store.tables.rows import EPOCH, NEVER, Row
from bot.store.tables.staying import Absence, Duty
from bot.store.tables.talks import Talk
from bot.store.tables.tallies import Clearing, Tally

__all__ = [
    "EPOCH",
    "NEVER",
    "Absence",
    "Action",
    "Affiliation",
    "AgendaItem",
    "Apart",
    "Approach",
    "Attendance",
    "Bucket",
    "BuddyPlan",
    "BuddyWish",
    "Clearing",
    "Delivery",
    "Draft",
    "Duty",
    "Forgotten",
    "Grouped",
    "Grouping",
    "Identity",
    "Impact",
    "Import",
    "Inbox",
    "Institution",
    "Interest",
    "JoinCode",
    "JournalEntry",
    "Kit",
    "Lane",
    "Lease",
    "LinkCode",
    "Meeting",
    "Member",
    "Membership",
    "Minutes",
    "Move",
    "Network",
    "NotWith",
    "Offer",
    "Pair",
    "Paired",
    "PersonalLink",
    "Place",
    "Profile",
    "Prompt",
    "Question",
    "QuestionAnswer",
    "Reflection",
    "Reminder",
    "Request",
    "RequestEvent",
    "Rest",
    "Round",
    "RoundOut",
    "Row",
    "Rsvp",
    "Series",
    "SetUpCode",
    "Talk",
    "Tally",
    "Term",
    "Topic",
    "Training",
    "Trial",
    "Welcome",
    "Workspace",
]
