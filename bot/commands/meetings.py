"""/meeting: what is coming; plan, move and call off."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from bot.commands.actions import Action
from bot.commands.calls import Answer
from bot.commands.turns import Handler, Mistakes, Refused, Turn, answered
from bot.core import meetings, rsvps, when
from bot.core.people import number
from bot.i18n import marked
from bot.store import meetings as stored
from bot.store import networks, people
from bot.store import rsvps as stored_rsvps
from bot.store.tables import Meeting
from bot.ui import Form, Message, clean
from bot.views import meetings as views
from bot.views import networks as network_views
from bot.views import notes


def coming(turn: Turn) -> Answer:
    """The meetings ahead; with a name typed, the one of that name."""
    ahead = stored.coming(turn.db, number(turn.network.id), turn.now)
    if turn.text:
        named = [m for m in ahead if turn.text.casefold() in m.title.casefold()]
        if len(named) == 1:
            return answered(_read(turn, named[0]))
    mine = {}
    if turn.member is not None:
        ids = [number(m.id) for m in ahead]
        mine = stored_rsvps.mine(turn.db, number(turn.network.id), number(turn.member.id), ids)
    return answered(views.coming(turn.t, ahead, mine, plans=turn.plans))


def read(turn: Turn) -> Answer:
    """One meeting whole."""
    return answered(_read(turn, turn.meeting()))


def _read(turn: Turn, meeting: Meeting) -> Message:
    mine = rsvps.mine(turn.db, meeting, number(turn.member.id)) if turn.member else None
    over = meetings.is_over(meeting, turn.now)
    return views.read(turn.t, meeting, mine, plans=turn.plans, over=over)


def plan_form(turn: Turn) -> Answer:
    """The form, with what was typed after the command filled in."""
    return _form(turn, "meeting:0:plan", _typed(turn.text, turn))


def _typed(text: str, turn: Turn) -> dict[str, str]:
    """Title, day, time and place from a line such as `Robotics twilight, 1.12.2026 16:00, Room
    12`.
    """
    wish: dict[str, str] = {}
    today = turn.now.astimezone(ZoneInfo(turn.network.zone)).date()
    for part in filter(None, (p.strip() for p in clean(text).split(","))):
        rest = []
        for word in part.split():
            if "day" not in wish and (day := _day(word, today)):
                wish["day"] = day.isoformat()
            elif any(c in word for c in ":.hapm") and (at := _time(word)):
                wish.setdefault("time", at.strftime("%H:%M"))
            else:
                rest.append(word)
        if rest:
            key = next((k for k in ("title", "venue") if k not in wish), "about")
            wish[key] = ", ".join(filter(None, (wish.get(key, ""), " ".join(rest))))
    most = {"title": views.TITLE, "venue": views.VENUE, "about": views.ABOUT}
    return {key: value[: most.get(key, 20)] for key, value in wish.items()}


def _day(word: str, today: date) -> date | None:
    try:
        return when.read_day(word, today)
    except when.Unreadable:
        return None


def _time(word: str) -> time | None:
    try:
        return when.read_time(word)
    except when.Unreadable:
        return None


def _form(
    turn: Turn, action: str, wish: dict[str, str], *, title: str = "", submit: str = ""
) -> Form:
    return views.form(
        turn.t,
        action=action,
        title=title or turn.t("Plan a meeting"),
        submit=submit or turn.t("Plan"),
        wish=wish,
        zone=turn.t.city(turn.network.zone),
    )


def _wish(turn: Turn, form: Form) -> meetings.Wish:
    """What the form says, checked; Mistakes where it cannot be used."""
    t, problems = turn.t, {}
    now_there = turn.now.astimezone(ZoneInfo(turn.network.zone))
    texts = {
        "title": (1, views.TITLE),
        "venue": (0, views.VENUE),
        "about": (0, views.ABOUT),
    }
    for key, (least, most) in texts.items():
        length = len(turn.value(key))
        if length < least:
            problems[key] = t("Please give it a name.")
        elif length > most:
            problems[key] = t(
                "That is {n} characters; there is room for {most}.", n=length, most=most
            )
    day = at = None
    try:
        day = when.read_day(turn.value("day"), now_there.date())
    except when.Unreadable:
        problems["day"] = t("I cannot read that day. Please write it like 1.12.2026.")
    try:
        at = when.read_time(turn.value("time"))
    except when.Unreadable:
        problems["time"] = t("I cannot read that time. Please write it like 16:00.")
    if day and at and when.instant(datetime.combine(day, at), turn.network.zone) <= turn.now:
        problems["day"] = t(
            "{moment} is over. Please choose a time to come.",
            moment=t.moment(
                when.instant(datetime.combine(day, at), turn.network.zone), turn.network.zone
            ),
        )
    if problems or day is None or at is None:
        raise Mistakes(form, problems)
    return meetings.Wish(
        turn.value("title"), datetime.combine(day, at), turn.value("venue"), turn.value("about")
    )


def plan(turn: Turn) -> Answer:
    """Plan the meeting of the form."""
    wish = _wish(turn, _form(turn, "meeting:0:plan", {}))
    meeting = meetings.plan(turn.db, turn.network, wish, number(turn.me.id), turn.now)
    return answered(_planned(turn, meeting))


def _planned(turn: Turn, meeting: Meeting) -> Message:
    network = meeting.network_id
    home = networks.homes(turn.db, network)[0]
    tells = network_views.tells(turn.t, people.present(turn.db, network), home)
    said = turn.t.text("**{title}** is planned. It goes out in 30 seconds.", title=meeting.title)
    return views.waiting(turn.t, meeting, said, tells)


def _one(then: Handler, verb: str) -> Handler:
    """`then` for the meeting of the button; typed without one, the person is asked which."""

    def handler(turn: Turn) -> Answer:
        if turn.subject:
            return then(turn)
        ahead = stored.coming(turn.db, number(turn.network.id), turn.now)
        named = [m for m in ahead if turn.text.casefold() in m.title.casefold()]
        if not ahead:
            return answered(views.coming(turn.t, ahead, {}, plans=turn.plans))
        if len(named) == 1:
            turn.subject = number(named[0].id)
            return then(turn)
        return answered(views.which(turn.t, named or ahead, verb))

    return handler


def _on(turn: Turn) -> Meeting:
    meeting = turn.meeting()
    if meeting.state != "planned" or meetings.is_over(meeting, turn.now):
        raise Refused(views.read(turn.t, meeting, None, plans=False, over=True))
    return meeting


def move_form(turn: Turn) -> Answer:
    """The meeting as it is, to change."""
    meeting = _on(turn)
    return _move_form(turn, meeting)


def _move_form(turn: Turn, meeting: Meeting) -> Form:
    return _form(
        turn,
        f"meeting:{meeting.id}:move",
        _as_typed(meeting),
        title=turn.t("Move or change"),
        submit=turn.t("Change"),
    )


def _as_typed(meeting: Meeting) -> dict[str, str]:
    return {
        "title": meeting.title,
        "day": meeting.local_start.date().isoformat(),
        "time": meeting.local_start.strftime("%H:%M"),
        "venue": meeting.venue,
        "about": meeting.about,
    }


def move(turn: Turn) -> Answer:
    """Change the meeting; whoever said yes is told."""
    meeting = _on(turn)
    told = meetings.is_told(turn.db, meeting)
    private = meetings.move(turn.db, meeting, _wish(turn, _move_form(turn, meeting)), turn.now)
    if not told:
        return answered(_planned(turn, meeting))
    said = turn.t.text("**{title}** is changed. It goes out in 30 seconds.", title=meeting.title)
    return answered(views.waiting(turn.t, meeting, said, _tells(turn, meeting, private)))


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
    return views.call_off_form(turn.t, _on(turn))


def call_off(turn: Turn) -> Answer:
    """Call the meeting off; whoever said yes is told."""
    meeting = _on(turn)
    reason = turn.value("reason")
    if len(reason) > views.REASON:
        raise Mistakes(
            views.call_off_form(turn.t, meeting),
            {
                "reason": turn.t(
                    "That is {n} characters; there is room for {most}.",
                    n=len(reason),
                    most=views.REASON,
                )
            },
        )
    told = meetings.is_told(turn.db, meeting)
    private = meetings.call_off(turn.db, meeting, reason, turn.now)
    if not told:
        return answered(
            notes.note(
                turn.t.text(
                    "**{title}** is called off. Nobody had been told of it.", title=meeting.title
                )
            )
        )
    said = turn.t.text("**{title}** is called off. It goes out in 30 seconds.", title=meeting.title)
    return answered(views.waiting(turn.t, meeting, said, _tells(turn, meeting, private)))


def send(turn: Turn) -> Answer:
    """What waits for this meeting goes out at once."""
    meeting = turn.meeting()
    try:
        meetings.send_now(turn.db, meeting, _version(turn), turn.now)
    except meetings.TooLate:
        return answered(_too_late(turn, meeting))
    return answered(notes.note(turn.t.text("**{title}** goes out now.", title=meeting.title)))


def undo(turn: Turn) -> Answer:
    """What waits is taken back, with the change that it tells of."""
    meeting = turn.meeting()
    try:
        meetings.undo(turn.db, meeting, _version(turn), turn.now)
    except meetings.TooLate:
        return answered(_too_late(turn, meeting))
    if meeting.state == "withdrawn":
        return answered(views.undone(turn.t, meeting))
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
    return int(turn.more) if turn.more.isascii() and turn.more.isdigit() else 0


def _too_late(turn: Turn, meeting: Meeting) -> Message:
    over = meeting.state != "planned" or meetings.is_over(meeting, turn.now)
    said = notes.note(
        turn.t("It has gone out already, or has changed since. This is how it stands:")
    )
    shown = views.read(turn.t, meeting, None, plans=turn.plans, over=over)
    return Message(shown.title, (*said.blocks, *shown.blocks))


def again_form(turn: Turn) -> Answer:
    """A meeting that was taken back, to change and send."""
    return _again(turn, turn.meeting())


def _again(turn: Turn, meeting: Meeting) -> Form:
    return _form(turn, f"meeting:{meeting.id}:again", _as_typed(meeting))


def again(turn: Turn) -> Answer:
    """Plan it again."""
    meeting = turn.meeting()
    wish = _wish(turn, _again(turn, meeting))
    try:
        meetings.plan_again(turn.db, meeting, wish, turn.now)
    except meetings.TooLate:
        return answered(_too_late(turn, meeting))
    return answered(_planned(turn, meeting))


def discard(turn: Turn) -> Answer:
    """Throw it away."""
    meeting = turn.meeting()
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
    Action("meeting.send", act=send),
    Action("meeting.undo", act=undo),
    Action("meeting.again", form=again_form, act=again),
    Action("meeting.discard", act=discard),
)
COMMAND = marked("The coming meetings; a coordinator plans, moves and calls off")
NAME = marked("meeting", "command")
