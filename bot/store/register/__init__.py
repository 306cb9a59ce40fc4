"""The data register: for every column what it is for, who sees it, and how long it is kept.

Export and erase are made from it, so what is not in it cannot exist: a test holds it against the
tables.
"""

from datetime import date, time
from typing import Any

from sqlalchemy import delete, func, update
from sqlmodel import col, select

from bot.store import institutions
from bot.store import profiles as stored_profiles
from bot.store.db import Db
from bot.store.register import (
    afterwards,
    between,
    buddies,
    delivery,
    groups,
    imports,
    joining,
    linking,
    links,
    meetings,
    networks,
    offers,
    people,
    profiles,
    requests,
    staying,
    talks,
    tallies,
)
from bot.store.register.entries import Entry
from bot.store.tables import Row

REGISTER: tuple[Entry, ...] = (
    networks.NETWORK,
    networks.PLACE,
    networks.TERM,
    meetings.RSVP,
    people.MEMBERSHIP,
    profiles.INTEREST,
    profiles.AFFILIATION,
    profiles.PROFILE,
    profiles.TOPIC,
    profiles.INSTITUTION,
    links.PERSONAL_LINK,
    joining.JOIN_CODE,
    joining.WELCOME,
    imports.IMPORT,
    linking.LINK_CODE,
    people.DRAFT,
    buddies.BUDDY_WISH,
    buddies.NOT_WITH,
    buddies.APART,
    buddies.ROUND_OUT,
    buddies.PAIRED,
    buddies.PAIR,
    buddies.ROUND,
    buddies.BUDDY_PLAN,
    staying.ABSENCE,
    staying.DUTY,
    offers.APPROACH,
    offers.OFFER,
    offers.REST,
    requests.MOVE,
    requests.REQUEST_EVENT,
    requests.REQUEST,
    requests.TRAINING,
    requests.KIT,
    delivery.DELIVERY,
    delivery.LANE,
    talks.TALK,
    people.IDENTITY,
    groups.GROUPED,
    groups.GROUPING,
    meetings.MEETING,
    meetings.AGENDA_ITEM,
    meetings.REMINDER,
    afterwards.ATTENDANCE,
    afterwards.REFLECTION,
    afterwards.PROMPT,
    between.QUESTION_ANSWER,
    between.JOURNAL_ENTRY,
    between.QUESTION,
    afterwards.TRIAL,
    afterwards.IMPACT,
    afterwards.MINUTES,
    afterwards.ACTION,
    meetings.SERIES,
    people.MEMBER,
    delivery.BUCKET,
    delivery.INBOX,
    delivery.WORKSPACE,
    delivery.LEASE,
    people.SET_UP_CODE,
    people.FORGOTTEN,
    tallies.TALLY,
    tallies.CLEARING,
)
"""In this order a person is erased: rows go before the rows that they point at."""


def export(db: Db, member: int) -> dict[str, list[dict[str, Any]]]:
    """All that a person has a copy of: for each table their rows, instants as ISO text."""
    found: dict[str, list[dict[str, Any]]] = {}
    for entry in REGISTER:
        if entry.mine is None or not entry.copied:
            continue
        rows = db.all(select(entry.table).where(entry.mine(member)))
        found[entry.table.__name__.lower()] = [
            {name: _plain(getattr(row, name)) for name in entry.columns} for row in rows
        ]
    return found


def counts(db: Db, member: int) -> dict[str, int]:
    """How many rows there are about a person, by the name of the table."""
    return {
        entry.table.__name__.lower(): db.one_value(
            select(func.count()).select_from(entry.table).where(entry.mine(member))
        )
        for entry in REGISTER
        if entry.mine is not None and entry.copied
    }


def entry_of(table: type[Row]) -> Entry:
    """What the register says of a table."""
    return next(entry for entry in REGISTER if entry.table is table)


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date | time) else value


def erase(db: Db, member: int) -> None:
    """Erase all that is held on a person. What others did stays, without the person; the topics and
    schools that they alone have named go with them.
    """
    words, schools = stored_profiles.own_words(db, member), institutions.named_by(db, member)
    for entry in REGISTER:
        if entry.mine is None:
            continue
        for name in (*entry.empties, *entry.clears):
            column = col(getattr(entry.table, name))
            gone = {name: None} | dict.fromkeys(entry.blanks.get(name, ()), "")
            db.execute(update(entry.table).where(column == member).values(gone))
        if not entry.empties:
            db.execute(delete(entry.table).where(entry.mine(member)))
    stored_profiles.drop_topics(db, words)
    institutions.drop(db, schools)
