"""The tables that can hold rows about people, grouped as people would: each belongs to a kind."""

from bot.store.tables import (
    Action,
    Affiliation,
    AgendaItem,
    Attendance,
    Delivery,
    Draft,
    Identity,
    Impact,
    Interest,
    JournalEntry,
    Lane,
    Meeting,
    Member,
    Membership,
    Minutes,
    PersonalLink,
    Profile,
    Prompt,
    Question,
    QuestionAnswer,
    Reflection,
    Reminder,
    Row,
    Rsvp,
    Trial,
)

KINDS: dict[str, tuple[type[Row], ...]] = {
    "person": (Member, Identity),
    "networks": (Membership,),
    "profile": (Profile, Affiliation, Interest),
    "answers": (Rsvp, Attendance),
    "said": (Reflection, Trial, Impact, QuestionAnswer),
    "own": (JournalEntry, Draft),
    "work": (Meeting, AgendaItem, Reminder, Prompt, Question, Minutes, Action),
    "messages": (Delivery, Lane, PersonalLink),
}
"""In this order they are told."""
