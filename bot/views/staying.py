"""What due messages show of who is away, and of who looks after a network."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime

from bot.chat import Person
from bot.core import away, duties, held, terms, undelivered
from bot.core.people import number
from bot.store import away as stored_away
from bot.store import deliveries, people
from bot.store import duties as stored_duties
from bot.ui import Message
from bot.views import away as away_views
from bot.views import duties as duty_views
from bot.views import helping, request_news
from bot.views.due import Due


def _reader(due: Due) -> int:
    """The number of who reads a private message; 0 where nobody knows them."""
    to = deliveries.target(due.db, due.row)
    known = people.known(due.db, to) if isinstance(to, Person) else None
    return number(known[1].id) if known else 0


def _duty(due: Due) -> Message | None:
    """What its reader is asked to look after, or whether somebody may; as long as it is open."""
    row = stored_duties.one(due.db, number(due.network.id), deliveries.about(due.row))
    if row is None or due.row.remote_ref:
        return None
    by = row.member_id if row.state == "offered" else row.asked_by
    who = people.name(due.db, by) if by else ""
    if row.state == "offered" and row.member_id != _reader(due):
        return Message("", tuple(duty_views.offered(due.t, due.network, row, who)))
    is_theirs = row.state == "asked" and row.member_id == _reader(due)
    return Message("", tuple(duty_views.asked(due.t, due.network, row, who))) if is_theirs else None


def _duty_answer(due: Due) -> Message | None:
    """How it was answered, to who asked for it."""
    row = stored_duties.one(due.db, number(due.network.id), deliveries.about(due.row))
    if row is None or due.row.remote_ref:
        return None
    mine = row.asked_by is None
    by = row.asked_by if row.state == "over" else row.member_id
    who = people.name(due.db, by) if by else ""
    if row.state == "over" and row.member_id != _reader(due):
        return None
    return duty_views.answered(due.t, due.network, row, who, mine=mine)


def _away_said(due: Due) -> Message | None:
    row = stored_away.one(due.db, number(due.network.id), _reader(due))
    return (
        away_views.said_of_you(due.t, due.network, row) if row and not due.row.remote_ref else None
    )


def _back(due: Due) -> Message | None:
    """Welcome back, unless they are away again."""
    network, member, since = (int(part) for part in due.row.subject.split(":"))
    if due.row.remote_ref or stored_away.one(due.db, network, member):
        return None
    gone = datetime.fromtimestamp(since, UTC)
    return away_views.welcome(due.t, away.missed(due.db, network, gone, due.now))


def _nobody(due: Due) -> Message | None:
    """All coordinators are away; a post that stands says so when somebody is back."""
    network, episode = (int(part) for part in due.row.subject.split(":"))
    found = away.nobody(due.db, network)
    is_so = found is not None and found.episode == episode
    if not is_so and not due.row.remote_ref:
        return None
    return away_views.nobody(due.t, due.network, found if is_so else None)


ASKS = (undelivered.VIEW, terms.VIEW, held.VIEW, duties.ASKED, *request_news.ASKS, *helping.ASKS)
"""What asks something of its reader: it is withheld from who is away by the time it would leave."""


def is_withheld(due: Due) -> bool:
    """Whether a message asks something of somebody who is away."""
    if due.row.view not in ASKS or due.row.remote_ref:
        return False
    return stored_away.one(due.db, number(due.network.id), _reader(due)) is not None


DRAWN: Mapping[str, Callable[[Due], Message | None]] = {
    duties.ASKED: _duty,
    duties.ANSWERED: _duty_answer,
    away.SAID: _away_said,
    away.BACK: _back,
    away.NOBODY: _nobody,
}
