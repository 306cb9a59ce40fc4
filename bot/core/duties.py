"""Who looks after a network: deputies, those who stand in for a while, and who takes over."""

from datetime import datetime, timedelta

from bot.core import terms, windows
from bot.core.people import appoint, number
from bot.core.rights import Role
from bot.store import away, deliveries, duties, networks, people
from bot.store.db import Db
from bot.store.tables import Duty, Membership

DEPUTY, STAND_IN, TAKE_OVER = "deputy", "stand-in", "take-over"
AFTER = (DEPUTY, "member")
"""What becomes of who hands over."""
ASKED, ANSWERED = "network.duty", "network.duty-answer"
"""The question to who is to look after a network, and how it was answered."""
ANSWER_BY = timedelta(days=14)
"""So long somebody can say that they take over."""
ADMIN_AFTER = timedelta(days=7)
"""Where no coordinator has answered an offer for so long, an administrator may."""
KEPT = timedelta(days=60)
"""What is over is kept for so long, to be told."""


class Over(Exception):
    """The duty has come to its end, or who asked may not ask for it any more."""


def name(
    db: Db, network: int, member: int, by: int, now: datetime, until: datetime | None = None
) -> None:
    """Make a person a deputy or, `until` an instant, a stand-in: they may plan at once, are told,
    and may say no. Who may plan already stays what they are; a stand-in becomes a deputy.
    """
    is_for_now = stands_in(db, network, member)
    if _plans(people.membership(db, network, member)) and not (is_for_now and until is None):
        return
    duties.end(db, network, member)
    appoint(db, network, member, now)
    kind = DEPUTY if until is None else STAND_IN
    _ask(db, Duty(network_id=network, member_id=member, kind=kind, state="asked",
                  asked_by=by, made_at=now, until=until), now)  # fmt: skip


def ask_to_take_over(db: Db, network: int, member: int, by: int, after: str, now: datetime) -> None:
    """Ask somebody to take a network over. Until they do, nothing changes; of several questions of
    one person only the last one counts.
    """
    for row in duties.of(db, network):
        if row.kind == TAKE_OVER and row.asked_by == by:
            row.state = "over"
    _ask(db, Duty(network_id=network, member_id=member, kind=TAKE_OVER, state="asked",
                  asked_by=by, made_at=now, after=after), now)  # fmt: skip


def offer(db: Db, network: int, member: int, until: datetime, now: datetime) -> None:
    """A member offers to stand in until then; a coordinator has to say yes first."""
    mine = [row for row in duties.of_person(db, network, member) if row.state == "offered"]
    for row in mine[:1]:
        row.until = until
    if not mine:
        _ask(db, Duty(network_id=network, member_id=member, kind=STAND_IN, state="offered",
                      made_at=now, until=until), now)  # fmt: skip


def _ask(db: Db, row: Duty, now: datetime) -> None:
    """Keep it, and tell whom it concerns in the next hours in which messages go that can wait; who
    may not be written to finds it on their own page.
    """
    db.add(row)
    db.flush()
    offered = row.state == "offered"
    whom = away.here(db, row.network_id) if offered else [number(row.member_id)]
    _tell(db, row, ASKED, whom, now)


def _tell(db: Db, row: Duty, view: str, whom: list[int], now: datetime) -> None:
    network = row.network_id
    due = windows.next_open(now, terms.school(db, networks.get(db, network)))
    to_ask = view == ASKED
    for member, person in people.inboxes(db, network, whom, to_ask=to_ask).items():
        key = f"{view}:{row.id}:{row.state}:member:{member}"
        deliveries.enqueue(db, network, person, view, str(row.id), due=due, key=key)


def accept(db: Db, row: Duty, now: datetime) -> None:
    """Who was asked says yes. By a take-over they become a coordinator, and in the same moment the
    other what was agreed. Raises Over.
    """
    if row.state != "asked" or row.member_id is None:
        raise Over
    if row.kind != TAKE_OVER:
        row.state = "on"
        return
    _check_asker(db, row, now)
    duties.end(db, row.network_id, row.member_id)
    appoint(db, row.network_id, row.member_id, now)
    if row.after == "member":
        _step_down(db, row.network_id, number(row.asked_by))
    row.state = "done"
    _tell(db, row, ANSWERED, [number(row.asked_by)], now)


def _check_asker(db: Db, row: Duty, now: datetime) -> None:
    """Raise Over where who handed over is no coordinator any more, or it was too long ago."""
    plan = {member.id for member in people.coordinators(db, row.network_id, to_change=True)}
    is_theirs = row.asked_by in plan and not stands_in(db, row.network_id, number(row.asked_by))
    if not is_theirs or now >= row.made_at + ANSWER_BY:
        raise Over


def decline(db: Db, row: Duty, now: datetime) -> None:
    """Who was asked says no, or not any more: a member like the others. Raises Over."""
    if row.state not in ("asked", "on") or row.member_id is None:
        raise Over
    if row.kind != TAKE_OVER and not _step_down(db, row.network_id, row.member_id):
        raise Over
    row.state = "no"
    if row.asked_by is not None:
        _tell(db, row, ANSWERED, [row.asked_by], now)


def settle(db: Db, row: Duty, now: datetime, *, yes: bool) -> None:
    """An offer to stand in is taken, or not; who made it is told. Raises Over."""
    if row.state != "offered" or row.member_id is None or row.until is None or row.until <= now:
        raise Over
    if yes:
        appoint(db, row.network_id, row.member_id, now)
    row.state = "on" if yes else "no"
    _tell(db, row, ANSWERED, [row.member_id], now)


def may_settle(row: Duty, now: datetime, *, plans: bool, admin: bool, me: int) -> bool:
    """Whether a person may say yes or no to an offer: a coordinator, or an administrator of the
    platform where for a week none has; nobody to their own.
    """
    return row.member_id != me and (plans or (admin and now >= row.made_at + ADMIN_AFTER))


def stands_in(db: Db, network: int, member: int) -> bool:
    """Whether a person may plan for a while only."""
    return any(
        row.kind == STAND_IN and row.state in ("asked", "on")
        for row in duties.of_person(db, network, member)
    )


def dismiss(db: Db, network: int, member: int) -> bool:
    """A person may not plan any more, or is not asked any more to take over; returns whether they
    could or were, and somebody else still can plan.
    """
    asked = any(row.kind == TAKE_OVER for row in duties.of_person(db, network, member))
    could = _plans(people.membership(db, network, member)) and _step_down(db, network, member)
    if could or asked:
        duties.end(db, network, member)
    return could or asked


def they_are_back(db: Db, network: int, member: int) -> None:
    """Whoever stands in because this person asked them need not any more."""
    for row in duties.of(db, network):
        if row.kind == STAND_IN and row.asked_by == member:
            _end_one(db, row)


def end_what_is_over(db: Db, now: datetime) -> None:
    """Let end what ends by itself by now; safe to do as often as one likes."""
    for row in duties.over(db, now, now - ANSWER_BY):
        _end_one(db, row)


def _end_one(db: Db, row: Duty) -> None:
    """Nobody is left without a coordinator: who is the only one stays."""
    was_on = row.kind == STAND_IN and row.state in ("asked", "on")
    if was_on and row.member_id is not None:
        _step_down(db, row.network_id, row.member_id)
    row.state = "over"


def _step_down(db: Db, network: int, member: int) -> bool:
    """Make a coordinator a member, if there is another one."""
    plan = people.coordinators(db, network, to_change=True)
    if not any(one.id != member for one in plan):
        return False
    row = people.membership(db, network, member)
    if _plans(row) and row is not None:
        row.role = Role.MEMBER
    db.flush()
    return True


def _plans(row: Membership | None) -> bool:
    return row is not None and row.left_at is None and row.role == Role.COORDINATOR
