"""One person's turn: which network they speak of, what they are in it, and what they asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.commands.calls import Answer, Call, Event, Nothing, Reply, Sent
from bot.core import links, talks
from bot.core import meetings as core_meetings
from bot.core import people as folk
from bot.core.people import number
from bot.core.rights import Role
from bot.i18n import LANGUAGES
from bot.store import meetings, networks, people
from bot.store.db import Db
from bot.store.digests import Keys, digests
from bot.store.tables import Draft, Identity, Meeting, Member, Membership, Network
from bot.ui import Form, Message, clean
from bot.views import notes
from bot.views.words import Words
from bot.views.words import words as words_in


class Refused(Exception):
    """What the person asked for cannot be done; the message says why, and what to do."""

    def __init__(self, message: Message) -> None:
        super().__init__()
        self.message = message


class Mistakes(Exception):
    """What was typed into a form cannot be used: a sentence under each field's key."""

    def __init__(self, form: Form, problems: Mapping[str, str]) -> None:
        super().__init__()
        self.form, self.problems = form, problems


class Overtaken(Exception):
    """Somebody else has changed the meeting since the form was opened."""

    def __init__(self, meeting: Meeting) -> None:
        super().__init__()
        self.meeting = meeting


@dataclass(slots=True)
class Turn:
    """What a handler is given: the call, who it is from, and everything it may use.

    `subject` and `answer` are the parts of a button's action (`rsvp:12:yes`), `more` a fourth part;
    `text` is what stood after a command. `keys` are the secrets with which accounts are digested.
    `here` is the channel's network, `at_home` whether it is that network's home (and no channel in
    which a meeting was posted as well); `rows` are the person's own by their networks' numbers,
    `about` is the button's meeting, `commands` lists what help tells of, and `reopen` opens the
    form of a draft; `read` are the keys of the fields that have been looked at. `public` is the
    address of the house's pages; without one it offers none.
    """

    db: Db
    call: Call
    now: datetime
    keys: Keys
    t: Words
    subject: int = 0
    answer: str = ""
    more: str = ""
    text: str = ""
    member: Member | None = None
    account: Identity | None = None
    networks: Sequence[Network] = ()
    here: Network | None = None
    at_home: bool = True
    rows: dict[int, Membership] = field(default_factory=dict)
    chosen: Network | None = None
    about: Meeting | None = None
    role: Role = Role.STRANGER
    commands: Callable[[], Sequence[tuple[str, str]]] = tuple
    reopen: Callable[[Draft], Answer] = lambda _: Nothing()
    read: set[str] = field(default_factory=set)
    public: str = ""

    @property
    def network(self) -> Network:
        """The network that the call belongs to; handlers that nobody but its people may use have
        one.
        """
        if self.chosen is None:
            raise Refused(notes.refused(self.t, stranger=True))
        return self.chosen

    @property
    def me(self) -> Member:
        """The person, met now if this is their first word."""
        if self.member is None:
            self.member = folk.meet(self.db, self.call.who, self.call.profile, self.now)
        return self.member

    @property
    def plans(self) -> bool:
        """Whether the person may plan in this network."""
        return self.role is Role.COORDINATOR

    @property
    def is_among_us(self) -> bool:
        """Whether the person sees names: who is of the network, or speaks where it is at home."""
        row = self.rows.get(number(self.network.id))
        is_listed = row is not None and row.left_at is None and row.role != Role.GUEST
        return is_listed or (self.at_home and self.call.who.platform != links.WEB)

    def address(self, secret: str) -> str:
        """The address of a personal link."""
        return f"{self.public}/p/{secret}"

    def ahead(self) -> Sequence[Meeting]:
        """The meetings to come that this person may know of."""
        return meetings.coming(self.db, number(self.network.id), self.now, told=not self.plans)

    def value(self, key: str) -> str:
        """What was given in a form's field, without control characters; empty where nothing was."""
        said = self.call.said
        self.read.add(key)
        values = said.values.get(key, ()) if isinstance(said, Sent) else ()
        return clean(values[0]) if values else ""

    def local(self, instant: datetime, zone: str) -> datetime:
        """An instant as the clocks of a zone show it, without a zone."""
        return instant.astimezone(ZoneInfo(zone)).replace(tzinfo=None)

    def meeting(self, *, to_change: bool = False) -> Meeting:
        """The meeting that the button or form is about; Refused where there is none for this
        person. `to_change` keeps others from changing it meanwhile.
        """
        found = self.about
        if found is None or found.id != self.subject or to_change:
            candidates = [number(network.id) for network in self.networks]
            found = meetings.get(self.db, candidates, self.subject, to_change=to_change)
        if found is not None and not self.plans and not core_meetings.is_told(self.db, found):
            found = None
        if found is None:
            raise Refused(notes.not_found(self.t))
        return found


LONGEST = 16
"""More figures than any row has, and fewer than would not fit a database."""

Handler = Callable[[Turn], Answer]


def as_number(text: str) -> int:
    """The number of a row in a button; 0 where it is none."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < LONGEST else 0


def answered(message: Message) -> Reply:
    """A message as an answer."""
    return Reply(message)


@contextmanager
def in_time(turn: Turn) -> Iterator[None]:
    """What is done in it may be too late: then the button is an old one. Raises Refused."""
    try:
        yield
    except core_meetings.TooLate:
        raise Refused(notes.outdated(turn.t)) from None


def begin(db: Db, call: Call, now: datetime, keys: Keys) -> Turn:
    """The turn of this call's person, with the networks that it may belong to: the channel's, and
    theirs.
    """
    found = people.speaking(db, call.who, call.place)
    is_said = found.place is None and not isinstance(call.said, Event)
    if is_said and (home := talks.home_of(db, call.place)):
        call = replace(call, place=home, room="")
        found = people.speaking(db, call.who, home)
    member, here = found.member, found.here
    if member is not None:
        folk.bring_up_to_date(member, call.profile, call.who.platform)
    if call.room and found.place is not None and found.place.room != call.room:
        found.place.room = call.room
    candidates = [*([here] if here else []), *_theirs(call, found)]
    at_home = found.place is None or found.place.purpose == "home"
    turn = Turn(
        db, call, now, keys, words_in("en"), member=member, account=found.account,
        networks=candidates, here=here, at_home=at_home,
        rows={row.network_id: row for row, _ in found.theirs},
    )  # fmt: skip
    choose(turn, here if at_home and here else _meant(turn, found))
    return turn


def _theirs(call: Call, found: people.Speaking) -> Iterator[Network]:
    """A person's other networks. On the web they are those of links, which work on for what
    concerns a person alone when they have left.
    """
    is_by_link = call.who.platform == links.WEB
    for row, network in found.theirs:
        if network is not found.here and (row.left_at is None or is_by_link):
            yield network


def _meant(turn: Turn, found: people.Speaking) -> Network | None:
    """The network of which a person speaks who is not where one is at home: the only one of theirs,
    else the one they picked; who has none speaks of the one that posts here.
    """
    own = [network for row, network in found.theirs if row.left_at is None]
    if len(own) <= 1:
        return own[0] if own else turn.here
    return _picked(found.account, turn.networks, turn.now)


def _picked(
    account: Identity | None, candidates: Sequence[Network], now: datetime
) -> Network | None:
    if account is None or account.picked_until is None or account.picked_until <= now:
        return None
    return next((n for n in candidates if n.id == account.picked), None)


def choose(turn: Turn, network: Network | None) -> None:
    """Settle which network the turn is about, and with it the person's role and language."""
    turn.chosen = network
    turn.role = _role(turn, network) if network else Role.STRANGER
    known = [
        turn.call.profile.language,
        turn.member.language if turn.member else None,
        network.language if network else None,
    ]
    language = next((language for language in known if language in LANGUAGES), "en")
    turn.t = words_in(language, local_commands=turn.call.abilities.local_commands)


def _role(turn: Turn, network: Network) -> Role:
    if turn.member is not None and (row := _row(turn, turn.member, network)):
        return Role(row.role) if row.left_at is None else Role.GUEST
    if turn.here != network:
        return Role.STRANGER
    # Where the platform lists a channel's people, whoever speaks in it is one of them, but for who
    # asked to be forgotten: they come in by their own act.
    lists = turn.call.abilities.lists_members and turn.at_home
    listed = lists and not turn.call.profile.outsider
    accounts = digests(turn.call.who, turn.keys)
    if listed and not people.forgotten(turn.db, number(network.id), accounts):
        return Role.MEMBER
    return Role.GUEST


def _row(turn: Turn, member: Member, network: Network) -> Membership | None:
    """The person's row in a network; one that was not there before may be there now."""
    key = number(network.id)
    return turn.rows.get(key) or people.membership(turn.db, key, number(member.id))


def has_left(turn: Turn, network: int) -> Network | None:
    """A network that the person has left by their own word: they may come back from anywhere."""
    row = turn.rows.get(network)
    is_gone = row is not None and row.left_at is not None and row.declined
    return networks.get(turn.db, network) if is_gone else None


def come_in(turn: Turn) -> None:
    """Put the person on the network's list, because of what they just did themselves; in a channel
    that is not the network's own, or from another organisation, as a guest.
    """
    network, me = number(turn.network.id), number(turn.me.id)
    row = people.membership(turn.db, network, me)
    is_guest = turn.call.profile.outsider or not turn.at_home or turn.call.who.platform == links.WEB
    if row is not None and row.role == Role.GUEST and not row.by_code:
        # Who is known as a guest becomes a member in the network's own channel only.
        is_guest = is_guest or turn.here is None or turn.here.id != network
    if row is None or row.left_at is not None:
        folk.remember_again(turn.db, network, turn.call.who, turn.keys)
        role = Role.GUEST if is_guest else Role.MEMBER
        private = True if turn.call.abilities.lists_members and turn.at_home else None
        row = folk.join(turn.db, network, me, turn.now, role=role, private=private)
    if row.role == Role.GUEST and not is_guest:
        row.role = Role.MEMBER
    if row.by_code and turn.at_home and turn.here is not None:
        row.by_code = False
    choose(turn, turn.network)


def pick(turn: Turn, network: Network) -> None:
    """Remember until the next day begins which network the person means."""
    if known := people.known(turn.db, turn.call.who):
        account, _ = known
        tomorrow = (turn.now.astimezone(ZoneInfo(network.zone)) + timedelta(days=1)).date()
        account.picked = network.id
        account.picked_until = datetime.combine(
            tomorrow, datetime.min.time(), tzinfo=ZoneInfo(network.zone)
        )
    choose(turn, network)
