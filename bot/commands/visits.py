"""Coming in by the page of a code, without an account: what it shows, and what comes of it.

It is no command: who comes is in no chat, and in no network yet.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot import chat
from bot.commands.calls import Answer, Errors, Reply
from bot.core import cells, joining, links
from bot.core.joining import Agreed, Way
from bot.core.people import number
from bot.core.rights import Role
from bot.store import people
from bot.store.db import Db
from bot.store.tables import Member
from bot.ui import Form, clean
from bot.views import joining as views
from bot.views.words import Words

LASTS = timedelta(days=366)
"""So long the page of somebody without an account works."""


@dataclass(frozen=True, slots=True)
class Visit:
    """What was filled into the page of a code; `browser` is a number of that page alone, and
    `is_closed` says that nobody new comes in from where it was sent.
    """

    code: str
    browser: str
    values: Mapping[str, Sequence[str]]
    is_closed: bool = False

    def given(self, key: str) -> str:
        """What stands in a field."""
        return " ".join(clean(" ".join(self.values.get(key, ()))).split())


@dataclass(frozen=True, slots=True)
class Came:
    """What came of a visit; whether somebody new is in, and whether too many were before them."""

    answer: Answer
    is_new: bool = False
    is_full: bool = False


def shown(db: Db, t: Words, code: str) -> Form | None:
    """The page of a code, if it works. Nothing changes."""
    way = joining.opened(db, code)
    return views.page(t, way) if way else None


def come(db: Db, t: Words, visit: Visit, public: str, now: datetime) -> Came | None:
    """Make a person without an account of who sends the page, with a page of their own; None where
    the code does not work. Sent twice, it is the same person, and the newer page works.
    """
    way = joining.opened(db, visit.code)
    if way is None:
        return None
    if problems := _problems(t, way, visit):
        return Came(Errors(problems))
    network = number(way.network.id)
    again = _again(db, way, visit, now)
    if not again and (visit.is_closed or joining.are_too_many(db, network, now)):
        why = t("Many people have joined just now. Please try again later.")
        return Came(Errors({"agreed": why}), is_full=True)
    member = again or _new(db, way, visit, now)
    purpose = f"member:{network}"
    secret = links.make(db, network, member, purpose, now, now + LASTS)
    page = views.came(t, way, visit.given("name"), f"{public}/p/{secret}")
    return Came(Reply(page), is_new=not again)


def _problems(t: Words, way: Way, visit: Visit) -> dict[str, str]:
    problems = {}
    inviter = way.inviter.name if way.inviter else ""
    # Of who invites the page shows the name anyway; whoever else is here it does not tell.
    if inviter and cells.is_called(inviter, visit.given("name")):
        problems["name"] = t("{name} invites you. Please write your own name.", name=inviter)
    if not 1 <= len(visit.given("name")) <= views.NAME:
        problems["name"] = t("A name of 1 to {n} characters, please.", n=views.NAME)
    if visit.given("agreed") != "yes":
        problems["agreed"] = t("Please tick this, or close the page: then nothing is kept.")
    return problems


def _again(db: Db, way: Way, visit: Visit, now: datetime) -> int:
    """Who sent the same page before under the same name, put back where they have left; else 0."""
    known = _sender(db, visit)
    if known is None or not cells.is_called(known.name, visit.given("name")):
        return 0
    member = number(known.id)
    row = people.membership(db, number(way.network.id), member)
    if row is None or row.left_at is not None:
        agreed = Agreed(private=False, hosted=row is not None and row.hosted)
        joining.enter(db, way, member, agreed, now, role=Role.GUEST)
    return member


def _sender(db: Db, visit: Visit) -> Member | None:
    known = people.known(db, chat.Person(links.WEB, "", visit.browser))
    return known[1] if known else None


def _new(db: Db, way: Way, visit: Visit, now: datetime) -> int:
    network = number(way.network.id)
    # On a shared computer somebody else goes back to the page, and is another person.
    browser = "" if _sender(db, visit) else visit.browser
    member = links.person(db, network, visit.given("name"), now, browser)
    row = people.membership(db, network, number(member.id))
    assert row is not None  # noqa: S101 -- it was made just now
    joining.came_by(row, way, is_new=True)
    db.flush()
    return row.member_id
