"""/meeting groups: the people of a meeting in groups, looked at, posted, and dealt again."""

from bot.commands import titles
from bot.commands.actions import Action
from bot.commands.calls import Answer
from bot.commands.turns import Refused, Turn, answered, as_number, in_time
from bot.core import attendance, groups, meetings, mixing
from bot.core.people import number
from bot.core.present import HERE, YES, Among, present
from bot.i18n import marked
from bot.store.tables import Grouping, Meeting
from bot.views import groups as views
from bot.views import meetings as meeting_views
from bot.views import notes


def show(turn: Turn) -> Answer:
    """The groups as they were dealt last; dealt now, if they never were."""
    meeting = _on(turn)
    row = groups.latest(turn.db, meeting)
    if row is None:
        return _deal(turn, meeting, groups.usual(turn.db, meeting), groups.USUAL)
    return _page(turn, meeting, row, as_number(turn.more))


def typed(turn: Turn) -> Answer:
    """Typed: the groups of the meeting that is on, or of the one that is named; of another size
    they are dealt anew.
    """
    if turn.subject:
        return _sized(turn, groups.size_of(turn.text)[0])
    on = [
        one
        for one in attendance.now_on(turn.db, number(turn.network.id), turn.now)
        if one.state == "planned" and not meetings.is_over(one, turn.now)
    ]
    ahead = [*on, *(one for one in turn.ahead() if one not in on)]
    size, title = 0, turn.text
    if not title or not (found := titles.having(ahead, title)):
        size, title = groups.size_of(title)
        found = titles.having(ahead, title) if title else on[:1] or ahead
    if not found:
        raise Refused(views.nothing_planned(turn.t, title))
    if len(found) > 1:
        way = f"groups-deal:{size}" if size in groups.SIZES else "groups"
        return answered(meeting_views.which(turn.t, found, way))
    turn.subject = number(found[0].id)
    return _sized(turn, size)


def _sized(turn: Turn, size: int) -> Answer:
    """The groups as they were dealt last, if they are of this size, or none was asked for."""
    if size and size not in groups.SIZES:
        raise Refused(views.no_such_size(turn.t))
    meeting = _on(turn)
    row = groups.latest(turn.db, meeting)
    if not size or (row is not None and row.size == size):
        return show(turn)
    among = row.among if row is not None else ""
    turn.more = f"{size}:{among}"
    return deal(turn)


def _on(turn: Turn) -> Meeting:
    """The meeting, as long as groups can be made in it. Raises Refused."""
    meeting = turn.meeting(to_change=True)
    if meeting.state != "planned" or meetings.is_over(meeting, turn.now):
        is_off = meeting.state != "planned"
        raise Refused(views.too_late(turn.t, meeting, is_off=is_off))
    return meeting


def deal(turn: Turn) -> Answer:
    """Deal them again, in groups of this size, of those who are here or said yes."""
    meeting = _on(turn)
    size, _, among = turn.more.partition(":")
    said = [one for one in (HERE, YES) if one == among] or [groups.usual(turn.db, meeting)]
    return _deal(turn, meeting, said[0], views.usual_size(as_number(size)))


def _deal(turn: Turn, meeting: Meeting, among: Among, size: int) -> Answer:
    people = len(present(turn.db, meeting, among))
    if groups.FEWEST <= people <= size:
        raise Refused(views.only_one(turn.t, meeting, people, among))
    try:
        row = groups.deal(turn.db, meeting, among, size, number(turn.me.id), turn.now)
    except groups.TooFew as few:
        is_open = attendance.is_open(meeting, turn.now)
        raise Refused(views.too_few(turn.t, meeting, few.people, is_open=is_open)) from None
    return _page(turn, meeting, row)


def late(turn: Turn) -> Answer:
    """Who came late joins the smallest groups; all others stay where they are."""
    meeting = _on(turn)
    row = groups.add_late(turn.db, meeting, _row(turn, meeting), number(turn.me.id), turn.now)
    return _page(turn, meeting, row)


def _row(turn: Turn, meeting: Meeting) -> Grouping:
    """The deal of the button, if it is still the last one. Raises Refused."""
    row = groups.latest(turn.db, meeting)
    if row is None or row.id != as_number(turn.more):
        raise Refused(notes.outdated(turn.t))
    return row


def post(turn: Turn) -> Answer:
    """They go into the thread, after the hold."""
    meeting = _on(turn)
    row = _row(turn, meeting)
    if row.state == "preview" and groups.post(turn.db, meeting, row, turn.now) == "nowhere":
        return answered(views.nowhere(turn.t, meeting))
    return _page(turn, meeting, row)


def send(turn: Turn) -> Answer:
    """They go at once."""
    meeting = _on(turn)
    row = _row(turn, meeting)
    with in_time(turn):
        groups.send_now(turn.db, meeting, row, turn.now)
    return _page(turn, meeting, row)


def undo(turn: Turn) -> Answer:
    """They do not go; they are kept to be looked at."""
    meeting = _on(turn)
    row = _row(turn, meeting)
    with in_time(turn):
        groups.undo(turn.db, meeting, row, turn.now)
    return _page(turn, meeting, row)


def _page(turn: Turn, meeting: Meeting, row: Grouping, at: int = 0) -> Answer:
    db, now = turn.db, turn.now
    other: Among = YES if row.among == HERE else HERE
    there = len(present(db, meeting, other))
    told, held = groups.told(db, meeting, now), groups.is_held(row, now)
    it = views.Page(
        row,
        groups.of(db, row),
        mixing.mixed(db, meeting, row, now),
        late=len(groups.late(db, meeting, row)),
        others=there if there >= groups.FEWEST else 0,
        held=held,
        shown=row.state == "posted" and not held,
        older=told is not None and told.id != row.id,
    )
    return answered(views.page(turn.t, meeting, it, at))


def mine(turn: Turn) -> Answer:
    """In which group am I? Who hides their name learns it so, and nobody else does."""
    meeting = turn.meeting()
    row = groups.told(turn.db, meeting, turn.now)
    if row is None or not turn.is_among_us:
        raise Refused(views.none_yet(turn.t, meeting))
    me = number(turn.member.id) if turn.member else 0
    own, brought = groups.of_member(turn.db, row, me)
    if own is None and not brought:
        is_open = attendance.is_open(meeting, turn.now)
        raise Refused(views.in_none(turn.t, meeting, is_open=is_open))
    return answered(views.mine(turn.t, meeting, own, brought))


ACTIONS = (
    Action("meeting.groups", act=typed, verb=marked("groups", "verb")),
    Action("meeting.groups-deal", act=deal),
    Action("meeting.groups-late", act=late),
    Action("meeting.groups-post", act=post),
    Action("meeting.groups-send", act=send),
    Action("meeting.groups-undo", act=undo),
    Action("meeting.groups-mine", act=mine, changes=False),
)
