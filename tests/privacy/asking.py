"""What somebody asked for and told, for a test of what is held on a person."""

from datetime import datetime, timedelta

from bot.core.people import number
from bot.store.db import Db
from bot.store.tables import Approach, Kit, Move, Offer, Request, RequestEvent, Rest


def asks(db: Db, member: int, words: str, now: datetime) -> None:
    """A person has a kit, and has told what their pupils did; and once declined a request, and
    counted the kit: with these words wherever something is typed.
    """
    kit = Kit(network_id=1, name="Robot arm", kind="class-set", place="Library")
    db.add(kit)
    db.flush()
    key, day = number(kit.id), now.date()
    theirs = Request(
        network_id=1, member_id=member, kind="kit", kit_id=key, pupils=28, purpose=words,
        first=day, until=day + timedelta(days=9), state="in-use", asked_at=now, marked_at=now,
        reached=27, told=words, note=words,
    )  # fmt: skip
    other = Request(
        network_id=1, member_id=1, kind="room", state="declined", why=words, decided_by=member,
        purpose="A room", asked_at=now, marked_at=now,
    )  # fmt: skip
    db.add(theirs)
    db.add(other)
    db.flush()
    _offers(db, member, number(other.id), words, now)
    ask = number(theirs.id)
    for row, act in ((theirs, "ask"), (other, "decline")):
        db.add(
            RequestEvent(network_id=1, request_id=number(row.id), act=act, before="",
                         after=row.state, actor_id=member, why=words, at=now)
        )  # fmt: skip
    ways = (("new", "shelf:Library", None), ("shelf:Library", f"for:{ask}", ask),
            (f"for:{ask}", f"with:{ask}", ask))  # fmt: skip
    for before, after, request in ways:
        db.add(
            Move(network_id=1, kit_id=key, request_id=request, from_place=before, to_place=after,
                 count=1, actor_id=member, reason=words, at=now)
        )  # fmt: skip
    db.flush()


def _offers(db: Db, member: int, request: int, words: str, now: datetime) -> None:
    """The person offers something, was asked for it, and rather is not asked about a topic."""
    offer = Offer(
        network_id=1, member_id=member, kind="read", words=words, link=f"https://{words}.example",
        until=now.date() + timedelta(days=9), made_at=now,
    )  # fmt: skip
    db.add(offer)
    db.flush()
    db.add(
        Approach(network_id=1, request_id=request, member_id=member, offer_id=offer.id,
                 topics=words, state="asked", asked_at=now)
    )  # fmt: skip
    db.add(Rest(network_id=1, member_id=member, topic=words))
    db.flush()
