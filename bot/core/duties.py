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
) -> Duty | None:
    """Ask a person to be a deputy or, `until` an instant, to stand in: nothing changes until they
    say yes. Of the stand-ins of one person only the last one counts. Returns what they are asked;
    None where they may plan already.
    """
    plans = _plans(people.membership(db, network, member))
    if plans and member in duties.lasting(db, network):
        return None
    for row in _instead_of(db, network, by) if until is not None else ():
        if row.member_id != member:
            take_back(db, row, now)
    kind = DEPUTY if until is None else STAND_IN
    mine = duties.of_person(db, network, member)
    for row in mine:
        if row.kind == kind and row.state != "offered" and (kind == DEPUTY or row.asked_by == by):
            row.until = until
            return row
    return _ask(db, Duty(network_id=network, member_id=member, kind=kind, state="asked",
                         asked_by=by, made_at=now, until=until), now)  # fmt: skip


def _instead_of(db: Db, network: int, member: int) -> list[Duty]:
    """Who stands in because this person asked them, or is asked to."""
    open_ = duties.of(db, network)
    return [row for row in open_ if row.kind == STAND_IN and row.asked_by == member]


def ask_to_take_over(
    db: Db, network: int, member: int, by: int, after: str, now: datetime
) -> tuple[Duty, list[int]]:
    """Ask somebody to take a network over. Until they do, nothing changes; of several questions of
    one person only the last one counts. Returns it, and who is not asked any more.
    """
    mine = [row for row in duties.of(db, network) if row.kind == TAKE_OVER and row.asked_by == by]
    others = [row for row in mine if row.member_id != member]
    for row in others:
        take_back(db, row, now)
    for row in mine:
        if row.member_id == member:
            row.after, row.made_at = after, now
            return row, [number(one.member_id) for one in others if one.member_id]
    row = _ask(db, Duty(network_id=network, member_id=member, kind=TAKE_OVER, state="asked",
                        asked_by=by, made_at=now, after=after), now)  # fmt: skip
    return row, [number(one.member_id) for one in others if one.member_id]


def offer(db: Db, network: int, member: int, until: datetime, now: datetime) -> None:
    """A member offers to stand in until then; a coordinator has to say yes first."""
    mine = [row for row in duties.of_person(db, network, member) if row.state == "offered"]
    for row in mine[:1]:
        row.until = until
    if not mine:
        _ask(db, Duty(network_id=network, member_id=member, kind=STAND_IN, state="offered",
                      made_at=now, until=until), now)  # fmt: skip


def _ask(db: Db, row: Duty, now: datetime) -> Duty:
    """Keep it, and tell whom it concerns in the next hours in which messages go that can wait; who
    may not be written to finds it on their own page.
    """
    db.add(row)
    db.flush()
    offered = row.state == "offered"
    whom = away.here(db, row.network_id) if offered else [number(row.member_id)]
    _tell(db, row, ASKED, whom, now)
    return row


def _tell(db: Db, row: Duty, view: str, whom: list[int], now: datetime) -> None:
    network = row.network_id
    due = windows.next_open(now, terms.school(db, networks.get(db, network)))
    to_ask = view == ASKED
    for member, person in people.inboxes(db, network, whom, to_ask=to_ask).items():
        key = f"{view}:{row.id}:{row.state}:member:{member}"
        deliveries.enqueue(db, network, person, view, str(row.id), due=due, key=key)


def accept(db: Db, row: Duty, now: datetime) -> None:
    """Who was asked says yes, and may plan from now on; who asked is told. By a take-over the other
    becomes in the same moment what was agreed. Said again, it changes nothing. Raises Over.
    """
    network, member = row.network_id, row.member_id
    if row.state == "on":
        return
    is_late = row.until is not None and row.until <= now
    if row.state != "asked" or member is None or is_late or not _is_listed(db, row):
        raise Over
    _check_asker(db, row, now)
    if row.kind != STAND_IN:
        duties.end(db, network, member)
    appoint(db, network, member, now)
    row.state = "done" if row.kind == TAKE_OVER else "on"
    if row.after == "member":
        _step_down(db, network, number(row.asked_by))
    if row.asked_by is not None:
        _tell(db, row, ANSWERED, [row.asked_by], now)


def _is_listed(db: Db, row: Duty) -> bool:
    found = people.membership(db, row.network_id, number(row.member_id))
    return found is not None and found.left_at is None and found.role != Role.GUEST


def _check_asker(db: Db, row: Duty, now: datetime) -> None:
    """Raise Over where who asked is no coordinator any more, or hands over and asked long ago."""
    is_theirs = row.asked_by in duties.lasting(db, row.network_id, to_change=True)
    is_late = row.kind == TAKE_OVER and now >= row.made_at + ANSWER_BY
    if not is_theirs or is_late:
        raise Over


def decline(db: Db, row: Duty, now: datetime) -> None:
    """Who was asked says no, which always can be said; or not any more, and is a member like the
    others. Raises Over.
    """
    if row.state not in ("asked", "on") or row.member_id is None:
        raise Over
    others = [one for one in duties.of_person(db, row.network_id, row.member_id) if one != row]
    stays = any(one.state == "on" for one in others)  # they look after it for somebody else as well
    if row.state == "on" and not stays and not _step_down(db, row.network_id, row.member_id):
        raise Over
    row.state = "no"
    if row.asked_by is not None:
        _tell(db, row, ANSWERED, [row.asked_by], now)


def take_back(db: Db, row: Duty, now: datetime) -> None:
    """Who was asked need not look after it any more, whether they have said yes or not yet; they
    are told, if they may know of it. Raises Over.
    """
    if row.state not in ("asked", "on") or row.member_id is None:
        raise Over
    knows = row.state == "on" or deliveries.has_left(db, row.network_id, ASKED, str(row.id))
    _end_one(db, row)
    if knows:
        _tell(db, row, ANSWERED, [row.member_id], now)


def is_not_needed(row: Duty, now: datetime) -> bool:
    """Whether an offer to stand in has ended early, because somebody who may plan is back."""
    is_offer = row.kind == STAND_IN and row.asked_by is None
    return is_offer and row.state == "over" and row.until is not None and now < row.until


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
    """Whether a person may plan for a while only; who is left alone does not."""
    return member in duties.stand_ins(db, network) and bool(duties.lasting(db, network))


def waiting(db: Db, network: int) -> list[Duty]:
    """What people are asked to look after and have not answered, the oldest first."""
    return [row for row in duties.of(db, network) if row.state == "asked" and row.member_id]


def dismiss(db: Db, network: int, member: int) -> bool:
    """A person may not plan any more, nor is asked any more to; returns whether they could or were,
    and somebody else still can plan. What they have asked of others is over too.
    """
    asked = any(row.state == "asked" for row in duties.of_person(db, network, member))
    could = _plans(people.membership(db, network, member)) and _step_down(db, network, member)
    if could or asked:
        duties.end(db, network, member)
    if could:
        duties.ask_no_more(db, network, member)
    return could or asked


def they_are_back(db: Db, network: int, member: int, now: datetime) -> None:
    """Whoever stands in because this person asked them need not any more; nor, where this one may
    plan, who has offered to. Whom it ends early for is told.
    """
    rows = _instead_of(db, network, member)
    if member in duties.lasting(db, network):
        open_ = duties.of(db, network)
        rows += [row for row in open_ if row.kind == STAND_IN and row.asked_by is None]
    for row in rows:
        is_early = row.until is None or now < row.until
        knows = row.state != "asked" or deliveries.has_left(db, network, ASKED, str(row.id))
        _end_one(db, row)
        if is_early and knows and row.member_id is not None:
            _tell(db, row, ANSWERED, [row.member_id], now)


def end_what_is_over(db: Db, now: datetime) -> None:
    """Let end what ends by itself by now; safe to do as often as one likes."""
    for row in duties.over(db, now, now - ANSWER_BY):
        _end_one(db, row)


def _end_one(db: Db, row: Duty) -> None:
    """Nobody is left without a coordinator: who is the only one stays. So does who looks after it
    for another reason as well.
    """
    was_on = row.state == "on" and row.member_id is not None
    row.state = "over"
    if was_on and row.member_id is not None:
        mine = duties.of_person(db, row.network_id, row.member_id)
        if not any(one.state == "on" for one in mine):
            _step_down(db, row.network_id, row.member_id, for_now=row.kind == STAND_IN)


def _step_down(db: Db, network: int, member: int, *, for_now: bool = False) -> bool:
    """Make a coordinator a member, if there is another one: for who may plan `for_now` any other,
    for the rest one who stays.
    """
    stays = duties.lasting(db, network, to_change=True)
    plan = stays
    if for_now or member not in stays:
        plan = [number(one.id) for one in people.coordinators(db, network)]
    if not any(one != member for one in plan):
        return False
    row = people.membership(db, network, member)
    if _plans(row) and row is not None:
        row.role = Role.MEMBER
    db.flush()
    return True


def _plans(row: Membership | None) -> bool:
    return row is not None and row.left_at is None and row.role == Role.COORDINATOR
