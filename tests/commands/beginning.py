"""A house in which there is something of everything, for acts to meet."""

from collections.abc import Sequence
from datetime import date, time, timedelta
from typing import Any

from sqlmodel import col, update

from bot.commands.calls import Pressed, Reply, Sent
from bot.core import imports, linking, plans
from bot.core.agendas import mark_of
from bot.core.questions import POST
from bot.core.rsvps import ANNOUNCEMENT
from bot.core.sheets import Sheet
from bot.house import TheHouse
from bot.store import drafts
from bot.store.db import Db, Store
from bot.store.held import RESTORED
from bot.store.tables import (
    NEVER,
    Absence,
    AgendaItem,
    Attendance,
    Delivery,
    Grouped,
    Grouping,
    Identity,
    JoinCode,
    LinkCode,
    Meeting,
    Member,
    Membership,
    Network,
    PersonalLink,
    Profile,
    Reminder,
    Rsvp,
    Term,
    Trial,
)
from tests.commands import lending
from tests.commands.beginning_buddies import ROUNDS, buddies, long_before
from tests.commands.both import Act, Platform
from tests.commands.doors import KEYS, NOW, PUBLIC

HOME, AWAY, EMPTY = "northshire", "southshire", "westshire"
SET_UP = {"name": ("Northshire",), "language": ("en",), "zone": ("London",)}
MEETING = {"day": ("2026-12-09",), "time": ("16:00",)}
BEN, CLEO = 2, 4
"""Their numbers among the members."""
TWIN = 50
"""Of somebody who came onto the list by the name that is also Ben's."""
MEETINGS = (
    "Told",
    "Waiting",
    "Withdrawn",
    "Failed",
    "Doubtful",
    "Held",
    "Repeated",
    "Begun",
    "Long ago",
)
REPEAT = {"rule": ("weekly",), "until": ("2026-12-16",)}
ITEM = {"what": ("Told",), "minutes": ("20",), "kind": ("hands-on",)}
DRAFT = "meeting:0:plan:1"
BEGUN = 8
"""The number of the meeting that is on; Ana has written its notes, two things to do and a task, of
which she has told.
"""
LONG_AGO = 9
"""The number of the meeting at which Ana was, weeks ago: she is asked what happened in class."""
NOTES = {"text": ("Told",)}
TASK = {"what": ("Told",), "due": ("2027-01-20",)}
TODO = {"what": ("Told",), "owner": ("me",), "due": ("2027-01-20",)}
ASKED = {"words": ("Told?",), "circle": ("network",)}
"""The first question to the network has been posted, the second one waits."""
LISTED = {"names": ("Told Too maybe",), "otherwise": ("yes",)}
JOURNAL = {"text": ("Told",)}
"""Ana has written down two things for herself, and is about to share the second one."""
SCHOOL, SCHOOL_MARK, TOPIC = 5, mark_of("Tolds"), mark_of("strength:Untold")
"""What Ana was asked back: a school whose name is like the first one's, and two words of which the
first has become the network's own topic. She works at the first school, has left the
second one, and the third one was put into that.
"""
FULL = 5
"""The number of the meeting that has two seats: they are kept for Ana, who brings somebody."""
STATES = {1: "sent", 4: "failed", 5: "unconfirmed", 6: "held", 8: "sent", 9: "sent"}
"""By the number of the meeting: what became of its announcement."""

CODE = "CDFHJKLMN"
"""By which people join Ana's network; she has asked Ben why he came only once."""
ELSEWHERE = "elsewhere"
"""A platform on which Ana has another account."""
BENS_CODE, CHANNEL_CODE = "AAAABBBB", "CCCCDDDD"
"""Ben was shown the first one there, and the second opens a channel for the network."""

FIRST = date(2026, 10, 26)
BEFORE = '[3, "16:00:00", "on", "Before"]'
WAS: dict[str, Any] = {"network_id": 1, "member_id": 1, "said_at": NOW - timedelta(minutes=9)}
"""What Ana said a while ago."""
AFTER = (
    Act("Ben", HOME, Pressed("rsvp:1:yes")),
    Act("Cleo", HOME, Pressed("rsvp:1:hide")),  # she is known from now on, and has not answered
    Act("Cleo", HOME, Pressed("network:1:join")),
    Act("Ana", HOME, Pressed(f"rsvp:{FULL}:yes")),
    Act("Ana", HOME, Pressed(f"rsvp:{FULL}:bring:1")),
    Act("Ben", HOME, Sent("agenda:1:propose", ITEM)),
    *[Act("Ana", HOME, Sent("agenda:1:propose", ITEM))] * 3,
    Act("Ana", HOME, Pressed("agenda:1:take-out:4")),
    Act("Ana", HOME, Sent("meeting:1:invite", {"place": ("1",)})),
    Act("Ana", HOME, Pressed(f"here:{BEGUN}:come")),
    Act("Ana", HOME, Sent(f"notes:{BEGUN}:write", NOTES)),
    *[Act("Ana", HOME, Sent(f"notes:{BEGUN}:add", TODO))] * 2,
    Act("Ana", HOME, Pressed(f"notes:{BEGUN}:done:2")),
    Act("Ana", HOME, Sent(f"notes:{BEGUN}:try", TASK)),
    *[Act("Ana", HOME, Sent("reflect:0:ask:1", ASKED))] * 2,
    *[Act("Ana", HOME, Sent("reflect:0:write:1", JOURNAL))] * 2,
    Act("Cleo", HOME, Sent("network:1:stand-in", {"until": ("2026-12-19",)})),
    Act("Ana", HOME, Pressed("journal:2:share-it")),
    Act("Ana", HOME, Pressed("network:1:share-it:work")),
    Act("Ana", HOME, Pressed("network:1:share-it:help")),
    Act("Ben", HOME, Sent("rsvp:1:colleague", {"name": ("Told",)})),
    Act("Ana", HOME, Sent("rsvp:1:list", LISTED)),  # her second draft
    Act("Ana", HOME, Pressed("rsvp:1:list-keep:2")),
    Act("Ana", HOME, Sent("rsvp:1:list", {"names": ("Benn no",), "otherwise": ("yes",)})),
    *(
        Act("Ana", HOME, Sent("profile:0:school:1", {"name": (name,)}))
        for name in ("Told", "Mill Lane", "Oakfield", "Tolds")
    ),
    Act("Ana", HOME, Pressed("school:3:merge:2")),
    Act("Ana", HOME, Pressed("profile:0:left:1:2")),
    Act("Ana", HOME, Sent("profile:0:topics:1", {"strength": ("Told, Untold",)})),
    Act("Ana", HOME, Pressed(f"profile:0:mean:1:{mark_of('strength:Told')}:own")),
    *lending.ACTS,
)
"""What people do when all of that is there."""


def begin(store: Store, platform: type[Platform]) -> None:
    """Ana's network with meetings in every state and an introduction that waits, on hold after a
    restore; Ben is her deputy. The agenda of the first meeting has an item proposed, two on it and
    one dropped. Dev has another network.
    """
    store.migrate()
    house = TheHouse(store, now=lambda: NOW, keys=KEYS, wake=lambda: None, public=PUBLIC)
    _done(house, platform, 1, _set_up(platform))
    with store.write() as db:
        _restored(db)
        _time_has_passed(db)
        _decided(db)
        who = platform.call(Act("Ana", HOME, Sent(DRAFT)), 0).who
        db.add(drafts.make(who, DRAFT, "{}", NOW))
    to_cleo = {"who": (platform.actors["Cleo"].user,), "after": ("member",)}
    take_over = Act("Ana", HOME, Sent("network:1:hand-to", to_cleo))
    _done(house, platform, 99, (*AFTER, take_over))
    with store.write() as db:
        posted = update(Delivery).where(col(Delivery.view) == POST, col(Delivery.subject) == "1")
        db.execute(posted.values(state="sent", remote_ref="1", attempt=1))
        _one_waits(db)
        devs = col(Membership.network_id) == 2  # who wants to be left in peace
        db.execute(update(Membership).where(devs).values(paused_until=NEVER))
        _cleo_is_away(db)
        db.execute(update(Profile).values(confirmed_at=NOW - timedelta(days=300)))
        _lists(db)
        _grouped(db)
        _was_given_a_page(db)
        db.execute(update(PersonalLink).values(made_at=NOW - timedelta(minutes=9)))
        db.add(Trial(meeting_id=BEGUN, state="partly", **WAS))
        # Ben proposed it before he became a deputy.
        his = {"state": "proposed", "proposed_by": BEN}
        _is_elsewhere(db)
        _is_listed_too(db)
        db.execute(update(AgendaItem).where(col(AgendaItem.id) == 1).values(**his))
        buddies(db)
    _done(house, platform, 200, ROUNDS)
    with store.write() as db:
        long_before(db)


def _was_given_a_page(db: Db) -> None:
    """Cleo, before she had an account."""
    given: dict[str, Any] = {"purpose": "meeting:1", "made_at": NOW, "made_by": BEN}
    until = NOW + timedelta(weeks=9)
    db.add(PersonalLink(digest="given", network_id=1, member_id=CLEO, until=until, **given))
    db.flush()


def _done(house: TheHouse, platform: type[Platform], first: int, acts: Sequence[Act]) -> None:
    for number, act in enumerate(acts, first):
        assert isinstance(house.act(platform.call(act, number)), Reply)


def _set_up(platform: type[Platform]) -> list[Act]:
    """What makes the networks and the meetings."""
    deputy = {"who": (platform.actors["Ben"].user,)}
    return [
        Act("Ana", HOME, Sent("network:0:set-up", SET_UP)),
        Act("Ben", HOME, Pressed("network:1:join")),
        Act("Ana", HOME, Sent("network:1:deputy", deputy)),
        Act("Ben", HOME, Pressed("network:1:accept:1")),
        Act("Dev", AWAY, Sent("network:0:set-up", SET_UP)),
        *(
            Act("Ana", HOME, Sent("meeting:0:plan:1", MEETING | {"title": (title,)}))
            for title in MEETINGS
        ),
        Act("Ana", HOME, Pressed("meeting:3:undo:1")),
        Act("Ana", HOME, Sent("meeting:7:repeat", REPEAT)),
        Act("Ana", HOME, Pressed("network:1:introduce")),
    ]


def _restored(db: Db) -> None:
    """Announcements have left, failed, or may have arrived, and the network is on hold."""
    for meeting, state in STATES.items():
        sent = {"state": state, "remote_ref": "1", "attempt": 1}
        this = col(Delivery.subject) == str(meeting), col(Delivery.view) == ANNOUNCEMENT
        db.execute(update(Delivery).where(*this).values(**sent))
    doubt = update(Delivery).where(col(Delivery.state) == "unconfirmed")
    db.execute(doubt.values(last_error=RESTORED))
    db.execute(update(Network).where(col(Network.id) == 1).values(held_since=NOW))


def _time_has_passed(db: Db) -> None:
    """One meeting is on; another was weeks ago, and Ana was there."""
    ago = {BEGUN: timedelta(minutes=30), LONG_AGO: plans.CLASS_AFTER + timedelta(days=3)}
    for meeting, since in ago.items():
        on = {"starts_at": NOW - since, "local_start": (NOW - since).replace(tzinfo=None)}
        db.execute(update(Meeting).where(col(Meeting.id) == meeting).values(**on))
    db.add(Attendance(meeting_id=LONG_AGO, state="here", **WAS))


def _decided(db: Db) -> None:
    """What a coordinator decided about the reminders of the first meeting; and a holiday."""
    first: dict[str, Any] = {"network_id": 1, "meeting_id": 1}
    own: dict[str, Any] = {"days_before": 2, "at": time(16), "words": "Told", "before": BEFORE}
    db.add(Reminder(name="unanswered", audience="unanswered", state="dropped", **first))
    db.add(Reminder(name="own", audience="coming", **first, **own))
    db.add(JoinCode(code=CODE, network_id=1, made_at=NOW - timedelta(days=1)))
    his = update(Membership).where(col(Membership.member_id) == BEN)
    db.execute(his.values(asked_after="asked"))
    db.add(Term(network_id=1, kind="holiday", name="Half term", first=FIRST, last=FIRST))


def _cleo_is_away(db: Db) -> None:
    """Cleo is away, and has offered to stand in; she came by a code."""
    hers = update(Membership).where(col(Membership.member_id) == CLEO)
    db.execute(hers.values(by_code=True))
    until = NOW + timedelta(days=9)
    db.add(Absence(network_id=1, member_id=CLEO, since=NOW, back_at=until))


def _is_elsewhere(db: Db) -> None:
    """Ana is on another platform too, and two codes have been shown there."""
    there: dict[str, Any] = {"platform": ELSEWHERE, "workspace": ELSEWHERE}
    db.add(Identity(member_id=1, user="U1", **there))
    for code, network in ((BENS_CODE, None), (CHANNEL_CODE, 1)):
        kept: dict[str, Any] = {"name": code[:4], "digest": linking.digest(code, KEYS[0])}
        db.add(LinkCode(member_id=BEN, network_id=network, made_at=NOW, **kept, **there))


def _is_listed_too(db: Db) -> None:
    """Somebody of Ben's name came onto Ana's list by it alone."""
    ben = db.get(Member, BEN)
    assert ben
    db.add(Member(id=TWIN, name=ben.name))
    db.flush()
    db.add(Membership(network_id=1, member_id=TWIN, role="member", joined_at=NOW))


def _one_waits(db: Db) -> None:
    """Ana waits for a place, and one is kept for her."""
    db.execute(update(Meeting).where(col(Meeting.id) == FULL).values(seats=2))
    kept = {"waits_since": NOW, "waits_order": 1, "offered_until": NOW + timedelta(days=1)}
    db.execute(update(Rsvp).where(col(Rsvp.meeting_id) == FULL).values(**kept))


def _lists(db: Db) -> None:
    """Of two lists of people one has been taken in, and the other waits."""
    ways, today = imports.Ways({}), NOW.date()
    for names in (("Told", "Telling"), ("Told again",)):
        rows = (("Name", "School"), *((name, "Told School") for name in names))
        sheets = [Sheet("", rows)]
        row = imports.wait(db, 1, 1, sheets, "digest", NOW)
    plan = imports.plan(db, 1, sheets, ways, today, KEYS)
    imports.take(db, row, plan, NOW)


def _grouped(db: Db) -> None:
    """Two meetings have groups: nobody was told of the one, the other is about to be posted."""
    dealt: dict[str, Any] = {"network_id": 1, "seed": 1, "size": 2, "among": "yes", "dealt_at": NOW}
    held = NOW + timedelta(seconds=30)
    for more in ({"meeting_id": 1}, {"meeting_id": 2, "state": "posted", "held_until": held}):
        db.add(Grouping(**dealt, **more))
        db.flush()
    for member, deal in ((1, 1), (BEN, 1), (1, 2), (BEN, 2)):
        db.add(Grouped(network_id=1, grouping_id=deal, nth=1, member_id=member))
