"""/meeting: what is coming; plan, move and call off."""

from collections.abc import Sequence

from bot.commands import (
    copies,
    groups,
    invites,
    pages,
    places,
    reminders,
    series,
    terms,
    titles,
    wishes,
)
from bot.commands.actions import Action
from bot.commands.ahead import still_on
from bot.commands.calls import Answer
from bot.commands.turns import Handler, Mistakes, Overtaken, Refused, Turn, answered, as_number
from bot.core import meetings, outgoing, rsvps, seats
from bot.core import terms as core_terms
from bot.core.people import number
from bot.core.rsvps import Standing
from bot.i18n import marked
from bot.store import meetings as stored
from bot.store import networks, people
from bot.store import rsvps as stored_rsvps
from bot.store.tables import Meeting
from bot.ui import Message
from bot.views import changes as change_views
from bot.views import meetings as views
from bot.views import networks as network_views
from bot.views import notes
from bot.views import outgoing as outgoing_views
from bot.views import seats as seat_views


def coming(turn: Turn) -> Answer:
    """The meetings ahead; with a name typed, the one of that name."""
    ahead = turn.ahead()
    if turn.text:
        named = titles.having(ahead, turn.text)
        if len(named) == 1:
            return answered(_read(turn, named[0]))
    mine, network = {}, number(turn.network.id)
    if turn.member is not None:
        ids = [number(m.id) for m in ahead]
        mine = stored_rsvps.mine(turn.db, network, number(turn.member.id), ids)
    kept: Sequence[Meeting] = ()
    if turn.plans:
        kept = stored.coming(turn.db, network, turn.now, told=False, state="withdrawn")
    shown = views.coming(turn.t, network, ahead, mine, plans=turn.plans, kept=kept)
    return answered(shown)


def read(turn: Turn) -> Answer:
    """One meeting whole."""
    return answered(_read(turn, turn.meeting()))


def _read(turn: Turn, meeting: Meeting) -> Message:
    mine = rsvps.mine(turn.db, meeting, number(turn.member.id)) if turn.member else None
    over = meetings.is_over(meeting, turn.now)
    standing = rsvps.in_short(turn.db, meeting, 0) if seats.are_limited(meeting) else Standing()
    rows = seat_views.rows(turn.t, meeting, standing)
    return views.read(turn.t, meeting, mine, plans=turn.plans, over=over, places=rows)


def plan_form(turn: Turn) -> Answer:
    """The form, with what was typed after the command filled in."""
    return wishes.plan_form(turn, wishes.typed(turn, turn.text))


def plan(turn: Turn) -> Answer:
    """Plan the meeting of the form."""
    wish = wishes.read(turn, wishes.plan_form(turn, {}))
    meeting = meetings.plan(turn.db, turn.network, wish, number(turn.me.id), turn.now)
    core_terms.tell_once(turn.db, turn.network, turn.now)
    return answered(_planned(turn, meeting))


def _planned(turn: Turn, meeting: Meeting) -> Message:
    network = meeting.network_id
    home = networks.homes(turn.db, network)[0]
    tells = network_views.tells(turn.t, people.present(turn.db, network), home)
    said = turn.t.text("**{title}** is planned. It goes out in 30 seconds.", title=meeting.title)
    found = outgoing.entries(turn.db, meeting, turn.now)
    after = outgoing_views.lines(turn.t, meeting, found)
    return change_views.waiting(turn.t, meeting, said, tells, after, terms.warning(turn, meeting))


def _one(then: Handler, verb: str) -> Handler:
    """`then` for the meeting of the button; typed without one, the person is asked which."""

    def handler(turn: Turn) -> Answer:
        if turn.subject:
            return then(turn)
        ahead = turn.ahead()
        named = titles.having(ahead, turn.text)
        if not ahead:
            return coming(turn)
        if len(named) == 1:
            turn.subject = number(named[0].id)
            return then(turn)
        return answered(views.which(turn.t, named or ahead, verb))

    return handler


def move_form(turn: Turn) -> Answer:
    """The meeting as it is, to change."""
    return wishes.move_form(turn, still_on(turn))


def move(turn: Turn) -> Answer:
    """Change the meeting; whoever said yes is told."""
    meeting = still_on(turn)
    if turn.more and as_number(turn.more) != meeting.version:
        raise Overtaken(meeting)
    told = meetings.move(
        turn.db, meeting, wishes.read(turn, wishes.move_form(turn, meeting)), turn.now
    )
    if not told.announced:
        is_read = meetings.waits_for_series(turn.db, meeting)
        if not is_read:
            return answered(_planned(turn, meeting))
        shown = _read(turn, meeting)
        return answered(Message(shown.title, (*terms.warning(turn, meeting), *shown.blocks)))
    said = turn.t.text("**{title}** is changed. It goes out in 30 seconds.", title=meeting.title)
    warning, tells = terms.warning(turn, meeting), _tells(turn, meeting, told.privately)
    return answered(change_views.waiting(turn.t, meeting, said, tells, warning=warning))


def _tells(turn: Turn, meeting: Meeting, private: int) -> str:
    yes = len(rsvps.who_said_yes(turn.db, meeting))
    said = turn.t.n("{n} person said yes.", "{n} people said yes.", n=yes)
    how = turn.t("The post changes, and a reply in its thread says so.")
    if not private:
        return f"{said} {how}"
    mail = turn.t.n(
        "I write privately to {n} person.", "I write privately to {n} people.", n=private
    )
    return f"{said} {how} {mail}"


def call_off_form(turn: Turn) -> Answer:
    """Are you sure, and why?"""
    return change_views.call_off_form(turn.t, still_on(turn))


def call_off(turn: Turn) -> Answer:
    """Call the meeting off; whoever said yes is told."""
    meeting = still_on(turn)
    reason = turn.value("reason")
    if len(reason) > views.REASON:
        raise Mistakes(
            change_views.call_off_form(turn.t, meeting),
            {"reason": wishes.too_long(turn, len(reason), views.REASON)},
        )
    told = meetings.call_off(turn.db, meeting, reason, turn.now)
    if not told.announced:
        return answered(change_views.undone(turn.t, meeting))
    said = turn.t.text("**{title}** is called off. It goes out in 30 seconds.", title=meeting.title)
    return answered(
        change_views.waiting(turn.t, meeting, said, _tells(turn, meeting, told.privately))
    )


def send(turn: Turn) -> Answer:
    """What waits for this meeting goes out at once."""
    meeting = turn.meeting(to_change=True)
    try:
        meetings.send_now(turn.db, meeting, _version(turn), turn.now)
    except meetings.TooLate:
        return answered(_too_late(turn, meeting))
    return answered(notes.note(turn.t.text("**{title}** goes out now.", title=meeting.title)))


def undo(turn: Turn) -> Answer:
    """What waits is taken back, with the change that it tells of."""
    meeting = turn.meeting(to_change=True)
    try:
        meetings.undo(turn.db, meeting, _version(turn), turn.now)
    except meetings.TooLate:
        return answered(_too_late(turn, meeting))
    if meeting.state == "withdrawn":
        return answered(change_views.undone(turn.t, meeting))
    return answered(
        notes.note(
            turn.t.text(
                "Undone. **{title}** is as it was: {moment}.",
                title=meeting.title,
                moment=turn.t.moment(meeting.starts_at, meeting.zone),
            )
        )
    )


def _version(turn: Turn) -> int:
    return as_number(turn.more)


def _too_late(turn: Turn, meeting: Meeting) -> Message:
    over = meeting.state != "planned" or meetings.is_over(meeting, turn.now)
    said = notes.note(
        turn.t("It has gone out already, or has changed since. This is how it stands:")
    )
    shown = views.read(turn.t, meeting, None, plans=turn.plans, over=over)
    return Message(shown.title, (*said.blocks, *shown.blocks))


def again_form(turn: Turn) -> Answer:
    """A meeting that was taken back, to change and send."""
    meeting = turn.meeting()
    return wishes.plan_form(turn, wishes.as_typed(meeting), meeting)


def again(turn: Turn) -> Answer:
    """Plan it again."""
    meeting = turn.meeting(to_change=True)
    wish = wishes.read(turn, wishes.plan_form(turn, {}, meeting))
    try:
        meetings.plan_again(turn.db, meeting, wish, turn.now)
    except meetings.TooLate:
        raise Refused(_too_late(turn, meeting)) from None
    return answered(_planned(turn, meeting))


def discard(turn: Turn) -> Answer:
    """Throw it away."""
    meeting = turn.meeting(to_change=True)
    try:
        meetings.discard(turn.db, meeting)
    except meetings.TooLate:
        return answered(_too_late(turn, meeting))
    return answered(notes.note(turn.t("It is gone, and nobody was told.")))


ACTIONS = (
    Action("meeting.coming", act=coming, changes=False),
    Action("meeting.read", act=read, changes=False),
    Action("meeting.plan", form=plan_form, act=plan, verb=marked("plan", "verb")),
    Action("meeting.move", form=_one(move_form, "move"), act=move, verb=marked("move", "verb")),
    Action(
        "meeting.call-off",
        form=_one(call_off_form, "call-off"),
        act=call_off,
        verb=marked("call-off", "verb"),
    ),
    *places.actions(_one(places.places_form, "places")),
    *reminders.actions(_one),
    *series.actions(_one(series.repeat_form, "repeat")),
    *copies.actions(_planned),
    *groups.ACTIONS,
    *invites.actions(_one(invites.invite_form, "invite")),
    *pages.actions(_one(pages.page_form, "page")),
    Action("meeting.send", act=send),
    Action("meeting.undo", act=undo),
    Action("meeting.again", form=again_form, act=again),
    Action("meeting.discard", act=discard),
)
COMMAND = marked("The coming meetings; a coordinator plans, moves and calls off")
NAME = marked("meeting", "command")
