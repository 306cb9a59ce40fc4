"""The data register: for every column what it is for, who sees it, and how long it is kept.

Export and erase are made from it, so what is not in it cannot exist: a test holds it against the
tables.
"""

import hashlib
import hmac
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, time
from typing import Any, Literal

from sqlalchemy import ColumnElement, and_, delete, exists, or_, update
from sqlmodel import col, select

from bot import chat
from bot.store.db import Db
from bot.store.tables import (
    Action,
    AgendaItem,
    Attendance,
    Bucket,
    Delivery,
    Draft,
    Forgotten,
    Identity,
    Impact,
    Inbox,
    JournalEntry,
    Lane,
    Lease,
    Meeting,
    Member,
    Membership,
    Minutes,
    Network,
    Place,
    Prompt,
    Question,
    QuestionAnswer,
    Reflection,
    Reminder,
    Row,
    Rsvp,
    Series,
    SetUpCode,
    Term,
    Trial,
    Workspace,
)

Seen = Literal["nobody", "the person", "coordinators", "the network"]
Mine = Callable[[int], ColumnElement[bool]]
Keys = tuple[bytes, ...]
"""Secrets with which accounts are digested, the newest first."""


@dataclass(frozen=True, slots=True)
class Held:
    """What a column is for, who sees it, and until when it is kept."""

    purpose: str
    seen: Seen
    until: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A table with its columns; `mine` finds a person's rows in it, where it can hold any.

    Erasing a person deletes those rows or, where `empties` names columns, only takes them out of
    those.
    """

    table: type[Row]
    columns: Mapping[str, Held]
    mine: Mine | None = None
    empties: tuple[str, ...] = ()


_NETWORK = "as long as the network"
_MEMBER = "until the person is erased"
_SENT = "as long as the network, or until the person is erased"
_HOUSE = "as long as the house runs"


def _rest(seen: Seen, kept: str, /, **purposes: str) -> dict[str, Held]:
    return {name: Held(purpose, seen, kept) for name, purpose in purposes.items()}


def _account(table: type[Draft]) -> Mine:
    return lambda member: exists().where(
        col(Identity.member_id) == member,
        col(Identity.platform) == col(table.platform),
        col(Identity.workspace) == col(table.workspace),
        col(Identity.user) == col(table.user),
    )


def _inbox(member: int) -> ColumnElement[bool]:
    return and_(
        col(Lane.kind) == "person",
        exists().where(
            col(Identity.member_id) == member,
            col(Identity.platform) == col(Lane.platform),
            col(Identity.workspace) == col(Lane.workspace),
            col(Identity.user) == col(Lane.target),
        ),
    )


REGISTER: tuple[Entry, ...] = (
    Entry(
        Network,
        _rest(
            "the network",
            _NETWORK,
            id="to tell rows apart",
            name="to name the network",
            language="what it speaks in",
            zone="when its meetings are",
            begun_at="since when it is here",
            held_since="since when it waits for a word, after a backup was restored",
            region="whose public holidays it keeps",
        ),
    ),
    Entry(
        Place,
        _rest(
            "the network",
            _NETWORK,
            id="to tell rows apart",
            network_id="whose channel it is",
            platform="where to post",
            workspace="where to post",
            channel="where to post",
            purpose="what it is used for",
            room="to name the channel",
            listed_at="when its people were last listed",
        ),
    ),
    Entry(
        Term,
        _rest(
            "the network",
            _NETWORK,
            id="to tell rows apart",
            network_id="whose school year",
            kind="a term or a holiday",
            name="what it is called",
            first="when it begins",
            last="when it ends",
        ),
    ),
    Entry(
        Rsvp,
        _rest(
            "the network",
            _MEMBER,
            id="to tell rows apart",
            network_id="whose answer it is",
            meeting_id="what it answers",
            member_id="who answered",
            answer="who is coming",
            hidden="whether the name is shown",
            order="which click was the last",
            answered_at="in which order people answered, or got a seat",
            online="whether they come to the call",
            guests="how many they bring",
            delegate="which colleague they send",
            waits_since="since when they wait for a seat",
            waits_order="which click put them in the line",
            offered_until="until when a seat is kept for them",
        ),
        mine=lambda member: col(Rsvp.member_id) == member,
    ),
    Entry(
        Membership,
        _rest(
            "coordinators",
            _MEMBER,
            id="to tell rows apart",
            network_id="which network",
            member_id="who is in it",
            role="what the person may do",
            joined_at="since when",
            left_at="left, or left out",
            declined="asked to be left out",
            private="whether they may be written to privately",
        ),
        mine=lambda member: col(Membership.member_id) == member,
    ),
    Entry(
        Draft,
        _rest(
            "the person",
            "a week",
            id="to tell rows apart",
            platform="whose it is",
            workspace="whose it is",
            user="whose it is",
            action="which form it was typed into",
            typed="what was typed, so that nothing is lost",
            kept_at="when to drop it",
        ),
        mine=_account(Draft),
    ),
    Entry(
        Delivery,
        _rest(
            "coordinators",
            _SENT,
            id="to tell rows apart",
            network_id="whose message",
            lane_id="where it goes",
            idem_key="so that it goes once",
            batch="what one undo takes back",
            view="what it shows",
            subject="of what",
            due="when it goes",
            expires="when it is no longer of use",
            state="whether it went",
            attempt="how often it was tried",
            sending_since="when it left",
            sent_at="when it arrived, to say what came late",
            told="whether coordinators know that it did not arrive",
            thread="in which thread",
            thread_of="in whose thread",
            remote_ref="where it stands, to change it",
            last_error="why it did not go",
            wanted="whether it is to be changed",
            shown="what it shows now",
            edit_due="when it is to be changed",
        ),
        mine=lambda member: col(Delivery.lane_id).in_(select(col(Lane.id)).where(_inbox(member))),
    ),
    Entry(
        Lane,
        _rest(
            "nobody",
            _SENT,
            id="to tell rows apart",
            platform="where it goes",
            workspace="where it goes",
            kind="a channel or an inbox",
            target="which one",
            next_at="when the next is due",
            network_id="whose turn it is",
            rest_until="until when nothing is sent there",
            owner="who sends now",
            refusals="how often in a row it was refused",
            refused_for="why it was refused",
            stopped_at="since when nothing is tried there",
        ),
        mine=_inbox,
    ),
    Entry(
        Identity,
        _rest(
            "nobody",
            _MEMBER,
            id="to tell rows apart",
            member_id="whose account",
            platform="to know the person again",
            workspace="to know the person again",
            user="to know the person again",
            picked="of which network they speak",
            picked_until="until when",
        ),
        mine=lambda member: col(Identity.member_id) == member,
    ),
    Entry(
        Meeting,
        _rest(
            "the network",
            _NETWORK,
            id="to tell rows apart",
            network_id="whose meeting",
            title="what it is",
            about="what it is about",
            venue="where it is",
            local_start="when it is",
            zone="when it is",
            starts_at="when it is",
            minutes="how long",
            state="whether it is on",
            reason="why it was called off",
            version="which change is told",
            before="what undo brings back",
            held_until="until when it can be undone",
            planned_by="who planned it",
            series_id="which series it is one of",
            occurrence="which one of the series",
            mode="in a room, online or both",
            seats="how many the room holds",
            online_seats="how many the call holds",
            link="where the call is",
            bring="what to do before one comes",
            ends="whether its end was said",
            circle="who reads how people look back",
            task="what people try with one class",
            task_due="until when",
            class_at="since when people tell what happened in class",
            class_until="until when",
            again_at="since when they tell it again, for whom it was too early",
            again_until="until when",
            poll="what people are asked when they look back",
        ),
        mine=lambda member: col(Meeting.planned_by) == member,
        empties=("planned_by",),
    ),
    Entry(
        AgendaItem,
        _rest(
            "the network",
            _NETWORK,
            id="to tell rows apart",
            network_id="whose meeting",
            meeting_id="of which meeting",
            position="in which order",
            title="what it is",
            minutes="how long",
            kind="what is done",
            state="whether it is on the agenda",
            lead="who leads it",
            proposed_by="who proposed it",
            made_at="since when",
        ),
        mine=lambda member: or_(
            col(AgendaItem.lead) == member, col(AgendaItem.proposed_by) == member
        ),
        empties=("lead", "proposed_by"),
    ),
    Entry(
        Reminder,
        _rest(
            "coordinators",
            _NETWORK,
            id="to tell rows apart",
            network_id="whose meeting",
            meeting_id="of which meeting",
            name="which reminder",
            audience="to whom it goes",
            days_before="when it goes",
            at="when it goes",
            words="what it says",
            state="whether it goes",
            before="what undo brings back",
            made_by="who decided",
        ),
        mine=lambda member: col(Reminder.made_by) == member,
        empties=("made_by",),
    ),
    Entry(
        Attendance,
        _rest(
            "coordinators",
            _MEMBER,
            id="to tell rows apart",
            network_id="whose meeting",
            meeting_id="of which meeting",
            member_id="who was there",
            name="who was there without an account",
            sent_by="for whom a colleague came",
            state="whether they were there",
            ticked="whether a coordinator said so",
            said_at="since when it is known",
            minutes="how long they stayed, if shorter",
        ),
        mine=lambda member: or_(
            col(Attendance.member_id) == member, col(Attendance.sent_by) == member
        ),
    ),
    Entry(
        Reflection,
        _rest(
            "the network",
            _MEMBER,
            id="to tell rows apart",
            network_id="whose meeting",
            meeting_id="on which meeting they look back",
            member_id="who looks back",
            worth="whether it was worth it",
            useful="what was useful",
            will="what they will try",
            by="by when",
            help="with what they want help",
            said_at="when they said it",
            poll="what they were asked",
            prompt_id="in whose words they were asked",
        ),
        mine=lambda member: col(Reflection.member_id) == member,
    ),
    Entry(
        Prompt,
        _rest(
            "the network",
            _NETWORK,
            id="to tell rows apart",
            network_id="whose questions",
            kind="asked after a meeting or a visit",
            version="which of them are asked now",
            worth="how it asks whether it was worth it",
            useful="how it asks what was useful",
            will="how it asks what people will try",
            help="how it asks with what they want help",
            made_by="who put it so",
            made_at="when",
        ),
        mine=lambda member: col(Prompt.made_by) == member,
        empties=("made_by",),
    ),
    Entry(
        QuestionAnswer,
        _rest(
            "the network",
            _MEMBER,
            id="to tell rows apart",
            network_id="whose question",
            question_id="which question it answers",
            member_id="who answered",
            text="what they answered",
            said_at="in which order people answered",
        ),
        mine=lambda member: col(QuestionAnswer.member_id) == member,
    ),
    Entry(
        JournalEntry,
        _rest(
            "the person",
            _MEMBER,
            id="to tell rows apart",
            network_id="in which network",
            member_id="whose journal",
            text="what they wrote down for themselves",
            written_at="when",
        )
        | _rest("the network", _MEMBER, shared="what of it they shared"),
        mine=lambda member: col(JournalEntry.member_id) == member,
    ),
    Entry(
        Question,
        _rest(
            "the network",
            _NETWORK,
            id="to tell rows apart",
            network_id="who is asked",
            words="what is asked",
            circle="who reads the answers",
            asked_by="who asked it",
            asked_at="when",
            closes_at="until when it can be answered",
        ),
        mine=lambda member: col(Question.asked_by) == member,
        empties=("asked_by",),
    ),
    Entry(
        Trial,
        _rest(
            "the network",
            _MEMBER,
            id="to tell rows apart",
            network_id="whose meeting",
            meeting_id="of which meeting's task",
            member_id="who tried it",
            state="whether they did it",
            line="what they say of it",
            said_at="when they said it",
        ),
        mine=lambda member: col(Trial.member_id) == member,
    ),
    Entry(
        Impact,
        _rest(
            "coordinators",
            _MEMBER,
            id="to tell rows apart",
            network_id="whose meeting",
            meeting_id="after which meeting",
            member_id="who tells it",
            item="what was asked",
            answer="what they answered",
            time="whether it was asked for the first or the second time",
            said_at="when they said it",
        ),
        mine=lambda member: col(Impact.member_id) == member,
    ),
    Entry(
        Minutes,
        _rest(
            "the network",
            _NETWORK,
            id="to tell rows apart",
            network_id="whose meeting",
            meeting_id="of which meeting",
            text="what was said",
            decisions="what was decided",
            written_by="who wrote it down",
            written_at="when",
        ),
        mine=lambda member: col(Minutes.written_by) == member,
        empties=("written_by",),
    ),
    Entry(
        Action,
        _rest(
            "the network",
            _NETWORK,
            id="to tell rows apart",
            network_id="whose meeting",
            meeting_id="of which meeting",
            what="what is to be done",
            owner="who does it",
            due="by when",
            state="whether it is done",
            made_by="who noted it",
            made_at="when",
            version="which of its messages counts",
        ),
        mine=lambda member: or_(col(Action.owner) == member, col(Action.made_by) == member),
        empties=("owner", "made_by"),
    ),
    Entry(
        Series,
        _rest(
            "the network",
            _NETWORK,
            id="to tell rows apart",
            network_id="whose series",
            rule="how often it comes",
            local_start="when the first one was",
            begun_at="when it was planned",
        ),
    ),
    Entry(
        Member,
        _rest(
            "the network",
            _MEMBER,
            id="to tell rows apart",
            name="to say who is coming",
            language="to speak it",
            zone="to know when a day begins",
        ),
        mine=lambda member: col(Member.id) == member,
    ),
    Entry(
        Bucket,
        _rest(
            "nobody",
            _HOUSE,
            platform="the pace of a platform",
            workspace="the pace of a platform",
            tokens="how much may go now",
            refilled_at="since when",
        ),
    ),
    Entry(
        Inbox,
        _rest(
            "nobody",
            "a week",
            platform="so that a repeat has no effect",
            call="so that a repeat has no effect",
            came_at="when to drop it",
        ),
    ),
    Entry(
        Workspace,
        _rest(
            "nobody",
            _HOUSE,
            platform="which application",
            workspace="which application",
            commands="whether its commands have changed",
        ),
    ),
    Entry(
        Lease,
        _rest(
            "nobody",
            _HOUSE,
            name="what one process at a time does",
            owner="which process",
            until="until when",
        ),
    ),
    Entry(SetUpCode, _rest("nobody", "a week", digest="who may begin", made_at="until when")),
    Entry(
        Forgotten,
        _rest(
            "nobody",
            _NETWORK,
            digest="so that who asked to be erased is not listed again; it names nobody",
            network_id="in which network",
        ),
    ),
)


def digests(person: chat.Person, keys: Keys) -> tuple[str, ...]:
    """Keyed digests of an account, by the newest key first; without the key they name nobody."""
    text = f"{person.platform}\n{person.workspace}\n{person.user}".encode()
    return tuple(hmac.new(key, text, hashlib.sha256).hexdigest() for key in keys)


def export(db: Db, member: int) -> dict[str, list[dict[str, Any]]]:
    """All that is held on a person: for each table their rows, instants as ISO text."""
    found: dict[str, list[dict[str, Any]]] = {}
    for entry in REGISTER:
        if entry.mine is None:
            continue
        rows = db.all(select(entry.table).where(entry.mine(member)))
        found[entry.table.__name__.lower()] = [
            {name: _plain(getattr(row, name)) for name in entry.columns} for row in rows
        ]
    return found


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date | time) else value


def erase(db: Db, member: int) -> None:
    """Erase all that is held on a person. What others did stays, without the person."""
    for entry in REGISTER:
        if entry.mine is None:
            continue
        for name in entry.empties:
            column = col(getattr(entry.table, name))
            db.execute(update(entry.table).where(column == member).values({name: None}))
        if not entry.empties:
            db.execute(delete(entry.table).where(entry.mine(member)))
