"""Pages of people without an account: what their link shows, and how one gets it."""

import re
import unicodedata

from bot.commands.actions import Action
from bot.commands.ahead import still_on
from bot.commands.calls import Answer, File, Reply
from bot.commands.turns import Handler, Mistakes, Refused, Turn, answered, as_number
from bot.commands.wishes import too_long
from bot.core import (
    agendas,
    attendance,
    calendar_events,
    colleagues,
    links,
    meetings,
    minutes,
    reflections,
    rsvps,
    seats,
)
from bot.core.people import number
from bot.i18n import marked
from bot.store import links as stored_links
from bot.store import meetings as stored_meetings
from bot.store import people
from bot.store import rsvps as stored_rsvps
from bot.store.tables import Meeting, Member, Rsvp
from bot.ui import Button, Form, Message
from bot.views import invitations, notes
from bot.views import pages as views
from bot.views.pages import Stands
from bot.views.words import words as words_in

_WORD = re.compile(r"[^a-z0-9]+")


def meeting(turn: Turn) -> Answer:
    """The meeting, with the person's answer and the ways on."""
    found = turn.meeting()
    return answered(views.meeting(turn.t, found, _stands(turn, found)))


def _stands(turn: Turn, meeting: Meeting) -> Stands:
    db, me = turn.db, number(turn.member.id) if turn.member else 0
    mine = rsvps.mine(db, meeting, me)
    on = attendance.is_open(meeting, turn.now) and attendance.may_say(db, meeting, me, turn.now)
    there = attendance.was_there(db, meeting, me)
    return Stands(
        mine=mine,
        number=seats.place_in_line(db, meeting, mine) if mine is not None else 0,
        sender=colleagues.sender(db, meeting, me),
        over=meetings.is_over(meeting, turn.now),
        on=on,
        there=there,
        back=(there or on) and _looks_back(turn, meeting, me),
        notes=_has_notes(turn, meeting),
        linked=_is_linked(turn),
    )


def _is_linked(turn: Turn) -> bool:
    """Whether the page is that of somebody with an account."""
    accounts = people.accounts(turn.db, number(turn.member.id)) if turn.member else ()
    return any(one.platform != links.WEB for one in accounts)


def _looks_back(turn: Turn, meeting: Meeting, me: int) -> bool:
    if not reflections.is_offered(turn.db, meeting, turn.now):
        return False
    return reflections.mine(turn.db, meeting, me) is None


def _has_notes(turn: Turn, meeting: Meeting) -> bool:
    return minutes.of(turn.db, meeting) is not None or bool(minutes.todos(turn.db, meeting))


def member(turn: Turn) -> Answer:
    """What is coming up in a network, with the person's answers."""
    network, ahead = number(turn.network.id), turn.ahead()
    mine: dict[int, Rsvp] = {}
    if turn.member is not None:
        ids = [number(one.id) for one in ahead]
        mine = stored_rsvps.mine(turn.db, network, number(turn.member.id), ids)
    since = turn.now - links.LOOKS_BACK
    were = stored_meetings.between(turn.db, network, since, turn.now)
    last = next((one for one in reversed(were) if meetings.is_told(turn.db, one)), None)
    linked = _is_linked(turn)
    return answered(views.member(turn.t, turn.network, ahead, mine, last, linked=linked))


def leave(turn: Turn) -> Answer:
    """Does the person want to leave the network? Nothing changes yet."""
    return answered(views.leave(turn.t, turn.network))


def left(turn: Turn) -> Answer:
    """What somebody who has left can still do by their page."""
    return answered(views.left(turn.t, turn.network))


def calendar(turn: Turn) -> Answer:
    """The meeting as a file for calendars."""
    found = turn.meeting()
    mine = rsvps.mine(turn.db, found, number(turn.member.id)) if turn.member else None
    comes = mine is not None and mine.answer in rsvps.COMING and seats.is_in(mine)
    home = f"{turn.network.begun_at:%Y%m%d%H%M%S}.convenor"
    content = calendar_events.event(found, home, turn.now, link=comes)
    said = notes.note(turn.t("Here is the meeting for your calendar."))
    return Reply(said, File(f"{_file_name(found.title)}.ics", content))


def _file_name(title: str) -> str:
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    return _WORD.sub("-", plain).strip("-")[:40].strip("-") or "meeting"


def of_colleague(turn: Turn, meeting: Meeting, own: Rsvp) -> Answer:
    """The page for the colleague whom the person sends."""
    said = turn.t("{name} comes for you.", name=own.delegate)
    return Reply(notes.above(said, _page_of_colleague(turn, meeting, own)))


def _page_of_colleague(turn: Turn, meeting: Meeting, own: Rsvp) -> Message:
    if not turn.public:
        return _without(turn, meeting, own.delegate)
    page = colleagues.page(turn.db, meeting, own, turn.now)
    if not page.secret:
        return views.theirs(turn.t, meeting, page.who.name, views.own(turn.t, meeting))
    return _give(turn, meeting, page.who, page.secret, views.own(turn.t, meeting))


def _give(turn: Turn, meeting: Meeting, who: Member, secret: str, way: Button) -> Message:
    text = invitation(turn, meeting, turn.address(secret))[0]
    key = number(who.id)
    link = stored_links.one(turn.db, meeting.network_id, key, links.to(meeting), turn.now)
    assert link is not None  # noqa: S101 -- it has just been made
    ways = (views.end(turn.t, meeting, key), way)
    return views.give(turn.t, meeting, who.name, text, link.until, *ways)


def _without(turn: Turn, meeting: Meeting, name: str) -> Message:
    text = invitation(turn, meeting)[0]
    return views.without(turn.t, meeting, name, text, plans=turn.plans)


def invitation(turn: Turn, meeting: Meeting, address: str = "") -> tuple[str, str]:
    """The invitation as text, in the network's words: for an e-mail, and for a messenger."""
    t, network = words_in(turn.network.language), turn.network
    items = agendas.without_names(agendas.of(turn.db, meeting))
    how = invitations.how(t, address)
    return (
        invitations.mail(t, network, meeting, items, how),
        invitations.short(t, meeting, how),
    )


def as_text(turn: Turn) -> Answer:
    """The invitation to copy."""
    found = turn.meeting()
    public = bool(turn.public)
    texts = invitation(turn, found)
    return answered(invitations.copies(turn.t, found, texts, public=public, plans=turn.plans))


def page_form(turn: Turn) -> Answer:
    """For whom is the page?"""
    return _form(turn, still_on(turn))


def _form(turn: Turn, meeting: Meeting) -> Form:
    return views.form(turn.t, meeting)


def page(turn: Turn) -> Answer:
    """A page for somebody who is not here; who has one already gets a new address."""
    meeting = still_on(turn)
    name = " ".join(turn.value("name").split())
    problem = "" if name else turn.t("Please write a name.")
    if len(name) > views.NAME:
        problem = too_long(turn, len(name), views.NAME)
    if problem:
        raise Mistakes(_form(turn, meeting), {"name": problem})
    if not turn.public:
        return answered(_without(turn, meeting, name))
    network = number(turn.network.id)
    who = links.named(turn.db, network, name) or links.person(turn.db, network, name, turn.now)
    return _made(turn, meeting, who)


def _made(turn: Turn, meeting: Meeting, who: Member) -> Answer:
    secret = colleagues.invite(turn.db, meeting, number(who.id), number(turn.me.id), turn.now)
    way = views.everybody(turn.t, meeting) if turn.plans else views.own(turn.t, meeting)
    return answered(_give(turn, meeting, who, secret, way))


def listed(turn: Turn) -> Answer:
    """Who has a page about this meeting."""
    found = turn.meeting()
    network, purpose = found.network_id, links.to(found)
    rows = stored_links.working(turn.db, network, purpose, turn.now)
    pages = [(row.member_id, name, links.is_silent(turn.db, row.member_id)) for row, name in rows]
    return answered(views.listed(turn.t, found, pages))


def again(turn: Turn) -> Answer:
    """A new address for somebody's page, in place of the old one, as long as they have not used
    it.
    """
    found, who = _theirs(turn)
    if not links.is_silent(turn.db, number(who.id)):
        raise Refused(views.theirs(turn.t, found, who.name))
    if not turn.public:
        return answered(_without(turn, found, who.name))
    return _made(turn, found, who)


def own(turn: Turn) -> Answer:
    """A new address for one's own page, in place of all that others were shown."""
    found, me = turn.meeting(), number(turn.member.id) if turn.member else 0
    if not links.is_invited(turn.db, found, me, turn.now):
        raise Refused(notes.not_found(turn.t))
    stored_links.end_shared(turn.db, me)
    secret = colleagues.invite(turn.db, found, me, me, turn.now)
    return answered(views.alone(turn.t, found, turn.address(secret)))


def _theirs(turn: Turn) -> tuple[Meeting, Member]:
    """The meeting, and the guest without an account whose page it is; Refused for who neither made
    it nor coordinates.
    """
    found, key = turn.meeting(), as_number(turn.more)
    me = number(turn.member.id) if turn.member else 0
    without = stored_links.without_account(turn.db, found.network_id)
    guests = {number(one.id): one for one in without}
    own = rsvps.mine(turn.db, found, me)
    link = stored_links.one(turn.db, found.network_id, key, links.to(found), turn.now)
    is_mine = (own is not None and own.sends == key) or (link is not None and link.made_by == me)
    if key not in guests or not (turn.plans or (me and is_mine)):
        raise Refused(notes.not_found(turn.t))
    return found, guests[key]


def end(turn: Turn) -> Answer:
    """Somebody's page about this meeting does not work any more."""
    found, who = _theirs(turn)
    key = number(who.id)
    stored_links.end(turn.db, found.network_id, key, links.to(found))
    ways = (views.again(turn.t, found, key),) if links.is_silent(turn.db, key) else ()
    return answered(views.ended(turn.t, found, who.name, *ways))


def actions(one: Handler) -> tuple[Action, ...]:
    """What can be done of a meeting; `one` opens the form for the one that is meant."""
    return (
        Action("meeting.page", form=one, act=page, verb=marked("page", "verb")),
        Action("meeting.as-text", act=as_text, changes=False),
    )


ACTIONS = (
    Action("page.meeting", act=meeting, changes=False),
    Action("page.member", act=member, changes=False),
    Action("page.leave", act=leave, changes=False),
    Action("page.left", act=left, changes=False),
    Action("page.calendar", act=calendar, changes=False),
    Action("page.list", act=listed, changes=False),
    Action("page.again", act=again),
    Action("page.end", act=end),
    Action("page.own", act=own),
)
