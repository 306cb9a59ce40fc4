"""What people offer, and what fits a request now: kits in stock, open offers, things to read, and
people who agreed to be asked. Nothing is suggested to or of who has said no.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from bot.core import directory, fits, kits, lives, requests
from bot.core.fits import Told
from bot.core.people import number
from bot.core.profiles import PHASES
from bot.core.things import above, gist
from bot.store import kits as stored_kits
from bot.store import networks, pauses, people, profiles
from bot.store import offers as stored
from bot.store.db import Db
from bot.store.tables import Kit, Member, Network, Offer, Request

KINDS = ("kit", "sample", "room", "speaker", "visit", "help", "read")
"""What can be offered."""
ANY, READ, OTHER = "any", "read", "other"
ROOMS = frozenset((fits.ROOM, "lab"))
"""What is a room, among things."""
WORDS, LINK = 500, 300
"""The most characters of what is typed."""
LONG_AGO = timedelta(days=60)
"""What was asked for so long ago, nobody is told of a new offer for it."""


@dataclass(frozen=True, slots=True)
class Gift:
    """What somebody types who offers something."""

    kind: str
    words: str
    until: date
    phase: str = ANY
    link: str = ""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who may be asked for help: because of an offer, or of what they show in their
    profile; about which things.
    """

    member: int
    topics: frozenset[str]
    offer: int | None = None


@dataclass(frozen=True, slots=True)
class Fitting:
    """What fits a request now, and how many people could be asked."""

    kits: Sequence[tuple[Kit, int]] = ()
    offers: Sequence[Offer] = ()
    people: int = 0

    def __bool__(self) -> bool:
        return bool(self.kits or self.offers or self.people)


def offer(db: Db, network: int, member: int, gift: Gift, language: str, now: datetime) -> Offer:
    """Somebody offers something."""
    row = Offer(
        network_id=network, member_id=member, kind=gift.kind, words=gift.words, link=gift.link,
        phase=gift.phase, language=language, until=gift.until, made_at=now,
    )  # fmt: skip
    db.add(row)
    db.flush()
    return row


def fitting(db: Db, row: Request, now: datetime) -> Fitting:
    """What fits a request that nobody helps with yet."""
    if row.state not in stored.FITTING or row.member_id is None or not _is_any(db, row, now):
        return Fitting()
    asked = _request(db, row)
    return Fitting(_stock(db, row, asked), _open(db, row, asked, now),
                   len(candidates(db, row, now)))  # fmt: skip


def _is_any(db: Db, row: Request, now: datetime) -> bool:
    """Whether there is anything that could fit: else nothing has to be read."""
    today = requests.today(networks.get(db, row.network_id), now)
    return (
        any(kit.id != row.kit_id for kit in stored_kits.of(db, row.network_id))
        or any(one.member_id != row.member_id for one in stored.open_(db, row.network_id, today))
        or any(one.strengths for one in directory.people(db, row.network_id))
    )


def get_ready() -> None:
    """Read the vocabulary, which takes a second, before anybody waits for it."""
    gist("words", "en")


def _request(db: Db, row: Request) -> Told:
    """A request, as the fit takes it; of a kit also its name. Where its words say no phase, it is
    for that of who asks.
    """
    kit = stored_kits.get(db, [row.network_id], row.kit_id) if row.kit_id else None
    words = f"{kit.name} {row.purpose}" if kit else row.purpose
    member = db.get(Member, row.member_id) if row.member_id else None
    language = _language(words, (member.language if member else "") or "")
    profile = profiles.of(db, row.member_id) if row.member_id else None
    works_as = profile.works_as if profile else ""
    phase = works_as if works_as in PHASES and not gist(words, language).phases else ""
    return Told(f"{row.id}", row.kind, phase, words, language)


def _language(words: str, language: str) -> str:
    """The language of words: that of their writer, unless they make no sense in it."""
    return language if gist(words, language).things else ""


def _offer(row: Offer) -> Told:
    language = _language(row.words, row.language)
    return Told(f"{row.id}", row.kind, row.phase, row.words, language)


def _best(asked: Told, offered: Sequence[Told]) -> list[Told]:
    """What fits best; who asks for "something else" may mean any kind."""
    if asked.kind != OTHER:
        return fits.offers_for(asked, offered)
    found = [
        one
        for kind in KINDS
        for one in fits.offers_for(
            replace(asked, kind=kind), [some for some in offered if some.kind == kind]
        )
    ]
    found.sort(key=lambda one: -fits.fit(replace(asked, kind=one.kind), one))
    return found[: fits.MOST]


def _stock(db: Db, row: Request, asked: Told) -> list[tuple[Kit, int]]:
    """Other kits that fit, and of which enough is free, each with how many are."""
    stock = stored_kits.stock(db, row.network_id)
    free = {kit: kits.free(places) for kit, places in stock.items()}
    known = {
        f"{kit.id}": kit
        for kit in stored_kits.of(db, row.network_id)
        if kit.id != row.kit_id
        and free.get(number(kit.id), 0) >= row.count
        and requests.may_have(db, kit, row.member_id)
    }
    language = networks.get(db, row.network_id).language
    told = [
        Told(key, "sample" if kit.kind == "sample" else "kit", ANY, f"{kit.name} {kit.note}",
             language)
        for key, kit in known.items()
    ]  # fmt: skip
    found = (known[one.key] for one in _best(asked, told))
    return [(kit, free[number(kit.id)]) for kit in found]


def _open(db: Db, row: Request, asked: Told, now: datetime) -> list[Offer]:
    """The open offers of others that fit; of people who can be asked, or simply there to read."""
    network = networks.get(db, row.network_id)
    known = {
        f"{one.id}": one
        for one in stored.open_(db, row.network_id, requests.today(network, now))
        if one.member_id != row.member_id
    }
    free = _may_be_asked(db, row, {one.member_id for one in known.values()}, now)
    rests = stored.rests(db, row.network_id, now)
    told = {
        key: _offer(one)
        for key, one in known.items()
        if one.link or (one.member_id in free and not rests.get(one.member_id, set()) & {""})
    }
    found = _best(asked, [
        one for key, one in told.items()
        if known[key].link or not shared(asked, one) & rests.get(known[key].member_id, set())
    ])  # fmt: skip
    return [known[one.key] for one in found]


def _may_be_asked(db: Db, row: Request, members: Collection[int], now: datetime) -> set[int]:
    """Those of them who can be written to and want to be, are here, and were not asked yet."""
    network = row.network_id
    able = set(people.inboxes(db, network, list(members))) - pauses.resting(db, network, now)
    asked = {one.member_id for one in stored.approaches(db, network, number(row.id))}
    return able - asked - {row.member_id or 0}


def candidates(db: Db, row: Request, now: datetime) -> list[Candidate]:
    """Who could be asked for help with a request: who fits best first and, of those who fit alike,
    whom nobody has asked for longest.
    """
    asked = _request(db, row)
    kind = replace(asked, kind="help") if asked.kind == OTHER else asked
    found = list[tuple[float, Candidate]]()
    for one in directory.people(db, row.network_id):
        own = " · ".join(topic.name("en") for topic in one.strengths if topic.key.startswith("own"))
        keys = frozenset(topic.key for topic in one.strengths)
        told = Told(f"{one.id}", "help", ANY, own, topics=keys)
        score = fits.fit(kind, told) if keys else 0
        if score >= fits.ENOUGH:
            found.append((round(score, 1), Candidate(one.id, shared(asked, told))))
    free = _may_be_asked(db, row, [one.member for _, one in found], now)
    rests, last = stored.rests(db, row.network_id, now), stored.last_asked(db, row.network_id)
    willing = [
        (score, one)
        for score, one in found
        if one.member in free and not rests.get(one.member, set()) & {"", *one.topics}
    ]
    never = datetime.min.replace(tzinfo=now.tzinfo)
    willing.sort(key=lambda one: (-one[0], last.get(one[1].member, never), one[1].member))
    return [one for _, one in willing]


def of_offer(db: Db, row: Request, given: Offer) -> Candidate:
    """Who offers something, as somebody to be asked for it."""
    return Candidate(given.member_id, shared(_request(db, row), _offer(given)), given.id)


def shared(asked: Told, given: Told) -> frozenset[str]:
    """The things that both are about, the narrowest of them; else all that is asked for."""
    sought = gist(asked.words, asked.language).things
    had = gist(given.words, given.language).things | given.topics
    wide = had.union(*(above(one) for one in had))
    both = {one for one in sought if one in wide or above(one) & had} or set(sought)
    wider = frozenset[str]().union(*(above(one) for one in both))
    return frozenset(both - wider or both)


def who_look_for(db: Db, row: Offer, now: datetime) -> list[Request]:
    """The open requests of others that an offer fits."""
    open_ = {
        f"{one.id}": one
        for one in stored.to_help(db, row.network_id)
        if one.member_id != row.member_id and now - one.marked_at < LONG_AGO
    }
    told = _offer(row)
    asked = [
        replace(one, kind=row.kind) if one.kind == OTHER else one
        for one in (_request(db, request) for request in open_.values())
    ]
    return [open_[one.key] for one in fits.asks_for(told, asked)]


def is_open(row: Offer, network: Network, now: datetime) -> bool:
    """Whether something is offered still."""
    return row.state == "open" and row.until >= requests.today(network, now)


def is_sought(row: Request) -> bool:
    """Whether somebody who helps is of use to a request."""
    return row.state in (*stored.FITTING, lives.APPROVED)


def phase_of(text: str, language: str) -> str:
    """The phase that words name, if it is one."""
    found = gist(text, language).phases & set(PHASES)
    return next(iter(found)) if len(found) == 1 else ANY


def kind_of(text: str, language: str) -> str:
    """What kind of thing words offer, if they say one."""
    said = gist(text, language)
    kinds = said.kinds | ({fits.ROOM} if said.things & ROOMS else set())
    return next((kind for kind in KINDS if kind in kinds), "")
