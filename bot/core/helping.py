"""People are asked privately whether they can help: one or two at a time, never too often, and who
says no is left in peace. Their name, and that of who asks, is told only when they say yes.
"""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.core import giving, lives, request_news, requests, terms, when, windows
from bot.core.people import number
from bot.store import deliveries, networks, people
from bot.store import offers as stored
from bot.store import requests as stored_requests
from bot.store.db import Db
from bot.store.tables import Approach, Network, Offer, Request

ASK, NOBODY, FITS, OVER = "offer.ask", "offer.nobody", "offer.fits", "offer.over"
"""Can you help? To who asked: nobody can; something new fits. To who offered: it is over."""
AT_ONCE = 2
"""So many people are asked at a time."""
SILENT = timedelta(days=4)
"""After so long without an answer the next ones are asked."""
RESTS = timedelta(days=28)
"""So long nobody asks who has said "not now"."""
OF_USE = timedelta(days=10)
ASKED, YES, LATER, NEVER, QUIET, CLOSED = "asked", "yes", "later", "never", "silent", "over"


def seek(db: Db, row: Request, now: datetime) -> int:
    """Who asks wants people to be asked; returns how many have the question before them."""
    _ask_next(db, row, now)
    told = stored.approaches(db, row.network_id, number(row.id))
    return sum(one.state == ASKED for one in told)


def _ask_next(db: Db, row: Request, now: datetime) -> int:
    """Ask so many that one or two have the question before them."""
    told = stored.approaches(db, row.network_id, number(row.id))
    room = AT_ONCE - sum(one.state == ASKED for one in told)
    asked = giving.candidates(db, row, now)[: max(room, 0)]
    for one in asked:
        _ask(db, row, one, now)
    return len(asked)


def ask_for(db: Db, row: Request, offer: Offer, now: datetime) -> bool:
    """Ask who offers something for it; returns whether they can be asked: not twice for the same
    request, and not who has said no.
    """
    told = stored.approaches(db, row.network_id, number(row.id))
    whom = giving.of_offer(db, row, offer)
    no = stored.rests(db, row.network_id, now).get(offer.member_id, set()) & {"", *whom.topics}
    if no or any(one.member_id == offer.member_id for one in told):
        return False
    return _ask(db, row, whom, now)


def _ask(db: Db, row: Request, whom: giving.Candidate, now: datetime) -> bool:
    inbox = people.inboxes(db, row.network_id, [whom.member]).get(whom.member)
    if inbox is None:
        return False
    due = windows.next_open(now, terms.school(db, networks.get(db, row.network_id)))
    asked = Approach(
        network_id=row.network_id, request_id=number(row.id), member_id=whom.member,
        offer_id=whom.offer, topics=" ".join(sorted(whom.topics)), state=ASKED, asked_at=due,
    )  # fmt: skip
    db.add(asked)
    db.flush()
    deliveries.enqueue(
        db, row.network_id, inbox, ASK, f"{asked.id}", due=due, key=f"{ASK}:{asked.id}",
        expires=due + OF_USE,
    )  # fmt: skip
    return True


def help_with(db: Db, asked: Approach, now: datetime) -> bool:
    """Somebody can help; returns whether that is still of use. Who asks is told their name."""
    if asked.state == YES:
        return True
    actor, asker = requests.Actor(asked.member_id, "helper"), request_of(db, asked)
    if asker is None or asker.member_id is None:  # who asked has been erased
        return False
    try:
        row = requests.act(db, asked.network_id, asked.request_id, "find", actor, now)
    except lives.Refused:
        asked.state = CLOSED
        return False
    asked.state, asked.answered_at = YES, now
    close(db, row)
    request_news.after(db, row, asked.member_id, now)
    if row.kit_id is not None:
        request_news.line_moved(db, row.network_id, row.kit_id, now)
    return True


def reopen(db: Db, row: Request) -> None:
    """It did not work out with who had said yes."""
    for one in stored.approaches(db, row.network_id, number(row.id)):
        if one.state == YES:
            one.state = CLOSED
    db.flush()


def close(db: Db, row: Request) -> None:
    """Nobody else is asked for it any more."""
    for one in stored.approaches(db, row.network_id, number(row.id)):
        if one.state in (ASKED, QUIET):
            one.state = CLOSED
    db.flush()


def decline(db: Db, asked: Approach, now: datetime, *, ever: bool) -> None:
    """Somebody cannot now, or rather is never asked about this; then the next ones are asked."""
    topics = asked.topics.split() if ever else [""]
    stored.rest(db, asked.network_id, asked.member_id, topics, None if ever else now + RESTS)
    if asked.state == YES:
        return
    asked.state, asked.answered_at = NEVER if ever else LATER, now
    db.flush()
    go_on(db, asked, now)


def go_on(db: Db, asked: Approach, now: datetime) -> None:
    """Somebody does not help: the next ones are asked, if who asks wanted that; where there are
    none, and nobody is left who may answer, they are told so.
    """
    row = request_of(db, asked)
    if row is None or row.state not in stored.FITTING:
        return
    told = stored.approaches(db, row.network_id, number(row.id))
    seeks = any(one.offer_id is None for one in told)
    if seeks and _ask_next(db, row, now):
        return
    if all(one.state != ASKED for one in told):
        _tell_asker(db, row, NOBODY, f"{row.id}:{len(told)}", now)


def request_of(db: Db, asked: Approach) -> Request | None:
    """The request for which somebody was asked."""
    return stored_requests.get(db, [asked.network_id], asked.request_id)


def _tell_asker(db: Db, row: Request, view: str, subject: str, now: datetime) -> None:
    network = networks.get(db, row.network_id)
    due = windows.next_open(now, terms.school(db, network))
    whom = [row.member_id] if row.member_id is not None else []
    for person in people.inboxes(db, row.network_id, whom).values():
        deliveries.enqueue(
            db, row.network_id, person, view, subject, due=due, key=f"{view}:{subject}",
            expires=due + OF_USE,
        )  # fmt: skip


def tell_who_looks(db: Db, offer: Offer, now: datetime) -> int:
    """Tell those who asked for something that a new offer fits; returns how many they are."""
    found = giving.who_look_for(db, offer, now)
    for row in found:
        _tell_asker(db, row, FITS, f"{row.id}:{offer.id}", now)
    return len({row.member_id for row in found})


def has_read_of(db: Db, row: Request, offer: Offer) -> bool:
    """Whether who asks has had a message since the offer was made that shows what fits."""
    subject = f"{row.id}:{stored_requests.last_event(db, row)}"
    news = deliveries.find(db, row.network_id, request_news.NEWS, subject)
    sent = (one.sending_since for one in news if one.state in deliveries.LEFT)
    return any(at is not None and at >= offer.made_at for at in sent)


def look_after(db: Db, now: datetime) -> None:
    """Ask the next ones where nobody has answered in time, and nobody where a request needs no help
    any more. Safe to do as often as one likes.
    """
    for row in stored.in_work(db):
        if not giving.is_sought(row):
            close(db, row)
            continue
        late = [
            one
            for one in stored.approaches(db, row.network_id, number(row.id))
            if one.state == ASKED and one.asked_at + SILENT <= now
        ]
        for one in late:
            one.state = QUIET
        db.flush()
        for one in late[:1]:
            go_on(db, one, now)


def end_what_is_over(db: Db, now: datetime) -> None:
    """Offers end by themselves at their day; who made one is told, once. Safe to do as often as one
    likes.
    """
    for offer in stored.over(db, (now + timedelta(days=1)).date()):
        network = networks.get(db, offer.network_id)
        if giving.is_open(offer, network, now):
            continue
        offer.state = "ended"
        db.flush()
        _tell_it_is_over(db, offer, network, now)


def _tell_it_is_over(db: Db, offer: Offer, network: Network, now: datetime) -> None:
    local = now.astimezone(ZoneInfo(network.zone)).date()
    at = max(now, when.instant(datetime.combine(local, time(7)), network.zone))
    due = windows.next_open(at, terms.school(db, network))
    for person in people.inboxes(db, offer.network_id, [offer.member_id]).values():
        subject = f"{offer.id}:{offer.until.isoformat()}"
        deliveries.enqueue(
            db, offer.network_id, person, OVER, subject, due=due, key=f"{OVER}:{subject}",
            expires=due + OF_USE,
        )  # fmt: skip
