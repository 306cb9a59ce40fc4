"""Whom a message about a meeting concerns: who comes, who has not answered, who was there."""

from datetime import datetime

from bot.core import attendance, impact, plans, tasks
from bot.core.people import number
from bot.core.plans import Audience
from bot.core.rsvps import COMING, STAYING
from bot.store import agendas, away, links, people, reflections, rsvps
from bot.store.db import Db
from bot.store.tables import Meeting


def of(db: Db, meeting: Meeting, whom: Audience, before: datetime) -> list[int]:
    """The people that an audience is, as far as they belonged to it before an instant: "all" are
    those on the list but who said no, "coming" who does and is in the chat, "there" those who were
    and have not looked back. But for "all", who is away is left out: nothing is asked of them.
    """
    found = _of(db, meeting, whom, before)
    gone = away.members(db, meeting.network_id) if whom != "all" else ()
    return [member for member in found if member not in gone]


def _of(db: Db, meeting: Meeting, whom: Audience, before: datetime) -> list[int]:
    network, subject = meeting.network_id, number(meeting.id)
    if whom == "coordinators":
        return [number(member.id) for member in people.coordinators(db, network)]
    if whom == "there":
        said = {row.member_id for row, _ in reflections.of(db, network, subject)}
        return [m for m in attendance.to_ask(db, meeting, before) if m not in said]
    if whom in ("trying", "tellers", "early"):
        return _in_class(db, meeting, whom, before)
    if whom == "coming":
        found = rsvps.before(db, network, subject, COMING, before)
        elsewhere = {number(one.id) for one in links.without_account(db, network)}
        return [member for member in found if member not in elsewhere]  # they look at their page
    if whom == "tasks":
        return agendas.leads(db, network, subject, before)
    answers = {row.member_id: row.answer for row, _ in rsvps.given(db, network, subject)}
    listed = people.listed(db, network, before)
    if whom == "unanswered":
        return [member for member in listed if member not in answers]
    return [member for member in listed if answers.get(member) not in STAYING]


def _in_class(db: Db, meeting: Meeting, whom: Audience, before: datetime) -> list[int]:
    """The people of the weeks after a meeting, but who has left the network since."""
    if whom == "trying":
        found = tasks.trying(db, meeting, before)
    elif whom == "tellers":
        found = impact.tellers(db, meeting, before)
    else:
        found = impact.early(db, meeting)
    present = people.still_here(db, meeting.network_id)
    return [member for member in found if member in present]


def concerns(db: Db, meeting: Meeting, whom: Audience, before: datetime, member: int) -> bool:
    """Whether a person belongs to an audience, as `of` says it."""
    network, subject = meeting.network_id, number(meeting.id)
    if whom != "all" and away.one(db, network, member) is not None:
        return False
    if whom == "tasks":
        return member in agendas.leads(db, network, subject, before)
    if whom in plans.AFTER:
        return member in of(db, meeting, whom, before)
    own = rsvps.one(db, network, member, subject)
    if whom == "coming":
        is_in = own is not None and own.answer in COMING and own.waits_since is None
        return own is not None and is_in and own.answered_at < before
    row = people.membership(db, network, member)
    if row is None or row.left_at is not None or row.role == "guest" or row.joined_at >= before:
        return False
    return own is None or (whom == "all" and own.answer not in STAYING)
