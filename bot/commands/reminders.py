"""/meeting remind: what goes out for a meeting, and when, to whom, in which words."""

import re
from collections.abc import Callable
from datetime import datetime
from functools import partial

from bot.commands import titles, wishes
from bot.commands.actions import Action
from bot.commands.ahead import too_late
from bot.commands.calls import Answer
from bot.commands.turns import Handler, Mistakes, Refused, Turn, answered
from bot.core import meetings, outgoing, plans, when
from bot.core.outgoing import Decision, Entry
from bot.core.people import number
from bot.core.plans import Audience
from bot.i18n import marked
from bot.store.tables import Meeting
from bot.ui import Form, clean
from bot.views import meetings as meeting_views
from bot.views import notes
from bot.views import outgoing as views

NAMED = 4
"""So many letters before the first comma or colon may name the meeting that is meant."""
_FIRST = re.compile(r"\s*([^,:]+?)\s*([,:])\s(.*)", re.DOTALL)
ADDRESS: dict[Audience, int] = {"unanswered": 6, "tasks": 4, "coming": 3, "all": 2}
"""The most words in which an audience is named where no colon parts it from what is said."""


def _on(turn: Turn) -> Meeting:
    meeting = turn.meeting(to_change=True)
    over = turn.now >= meeting.starts_at and turn.more not in plans.AFTERWARDS
    if meeting.state != "planned" or over:
        raise too_late(turn, meeting)
    return meeting


def _page(turn: Turn, meeting: Meeting) -> Answer:
    found = outgoing.entries(turn.db, meeting, turn.now)
    begun = meeting.starts_at <= turn.now and turn.more != "before"
    after = begun or turn.more == "after" or turn.more in plans.AFTERWARDS
    return answered(views.page(turn.t, meeting, found, turn.now, after=after))


def show(turn: Turn) -> Answer:
    """What goes out for a meeting."""
    return _page(turn, turn.meeting())


def add_form(turn: Turn) -> Answer:
    """A reminder of one's own, with what was typed filled in: `Thursday 7:30, to those coming:
    bring your box`.
    """
    return views.form(turn.t, _on(turn), _typed(turn, turn.text))


def typed(turn: Turn, one: Handler) -> Answer:
    """Typed bare, the list of the meeting that is meant; else the form for the next one."""
    if turn.subject:
        return add_form(turn)
    ahead = turn.ahead()
    if not turn.text or titles.having(ahead, turn.text):
        return one(turn)
    if not ahead:
        return answered(notes.note(turn.t("No meeting is planned yet.")))
    found = _FIRST.fullmatch(turn.text)
    meant = titles.having(ahead, found[1]) if found and len(found[1]) >= NAMED else []
    if len(meant) > 1:
        return answered(meeting_views.which(turn.t, meant, "remind"))
    if meant and found:
        turn.text = found[3] if found[2] == "," else f": {found[3]}"
    turn.subject = number((meant or ahead)[0].id)
    return add_form(turn)


def _typed(turn: Turn, text: str) -> dict[str, str]:
    head, colon, words = clean(text).partition(": ")
    found: dict[str, str] = {}
    if not colon and not all(
        wishes.is_when(turn, part.strip(), {}) or _is_address(turn, part)
        for part in head.split(",")
    ):
        head, words = "", head
    for part in filter(None, map(str.strip, (head or words).split(","))):
        if wishes.is_when(turn, part, found):
            continue
        if head and (audience := _audience(turn, part)):
            found["whom"] = audience
        elif head:
            words = ", ".join(filter(None, (part, words)))
    if len(words) > views.WORDS:
        why = notes.note(wishes.too_long(turn, len(words), views.WORDS))
        raise Refused(notes.given_back(turn.t, why, words))
    return found | {"words": words}


def _is_address(turn: Turn, part: str) -> bool:
    """Whether this much can only be meant as an audience, and not as what is to be said."""
    audience = _audience(turn, part)
    return audience is not None and len(part.split()) <= ADDRESS[audience]


def _audience(turn: Turn, text: str) -> Audience | None:
    """The audience that is spoken of in a few words, in the person's language."""
    said = f" {text.casefold()}"
    stems: dict[Audience, str] = {
        "unanswered": turn.t.p("audience", "not answered, no answer"),
        "tasks": turn.t.p("audience", "task, lead"),
        "coming": turn.t.p("audience", "coming, comes, said yes"),
        "all": turn.t.p("audience", "all, everybody, everyone"),
    }
    for audience, words in stems.items():
        if any(f" {word.strip()}" in said for word in words.split(",")):
            return audience
    return None


def add(turn: Turn) -> Answer:
    """Keep the reminder of the form."""
    meeting = _on(turn)
    form = views.form(turn.t, meeting, {})
    want = _read(turn, meeting, form)
    if not want.words:
        raise Mistakes(form, {"words": turn.t("Please write what I shall say.")})
    try:
        outgoing.add(turn.db, meeting, want, number(turn.me.id))
    except outgoing.Closed as closed:
        raise _closed(turn, meeting, form, closed) from None
    except outgoing.Full:
        said = turn.t(
            "There are {n} reminders of yours already. Please change one of them.",
            n=outgoing.MOST_OWN,
        )
        raise Mistakes(form, {"words": said}) from None
    turn.db.flush()
    return _page(turn, meeting)


def _closed(turn: Turn, meeting: Meeting, form: Form, closed: outgoing.Closed) -> Mistakes:
    said = turn.t(
        "I write on school days, 7:00 to 8:15 and 15:30 to 18:30. The nearest time is {moment}.",
        moment=turn.t.moment(closed.nearest, meeting.zone),
    )
    return Mistakes(form, {"time": said})


def _read(turn: Turn, meeting: Meeting, form: Form, audience: Audience | None = None) -> Decision:
    problems: dict[str, str] = {}
    local = wishes.local(turn, problems)
    said = audience or next((a for a in plans.AUDIENCES if a == turn.value("whom")), None)
    words = turn.value("words")
    if said is None:
        problems["whom"] = turn.t("Please choose one of these.")
    if len(words) > views.WORDS:
        problems["words"] = wishes.too_long(turn, len(words), views.WORDS)
    if local is not None and (problem := _untimely(turn, meeting, local)):
        problems["day"] = problem
    if problems or local is None or said is None:
        raise Mistakes(form, problems)
    return Decision(local, said, words)


def _untimely(turn: Turn, meeting: Meeting, local: datetime) -> str:
    at = when.instant(local, meeting.zone)
    if at >= meeting.starts_at:
        return turn.t("By then the meeting has begun. Please choose an earlier time.")
    if at <= turn.now:
        moment = turn.t.moment(at, meeting.zone)
        return turn.t("{moment} is over. Please choose a time to come.", moment=moment)
    return ""


def _entry(turn: Turn, meeting: Meeting) -> Entry:
    found = outgoing.find(turn.db, meeting, turn.more, turn.now)
    if found is None or found.state == "over":
        said = notes.note(turn.t("That one has gone, or is not on the list any more."),
                          views.all_of(turn.t, meeting))  # fmt: skip
        raise Refused(said)
    return found


def one(turn: Turn) -> Answer:
    """One of them, and what can be done with it."""
    meeting = turn.meeting()
    return answered(views.one(turn.t, meeting, _entry(turn, meeting)))


def _to_change(turn: Turn, meeting: Meeting) -> Entry:
    """One that can be moved and reworded: what comes from the beginning of a meeting on has its
    time from that.
    """
    if turn.more in plans.AFTERWARDS:
        raise Refused(notes.outdated(turn.t))
    return _entry(turn, meeting)


def reword_form(turn: Turn) -> Answer:
    """It as it is, to change."""
    meeting = _on(turn)
    return _reword_form(turn, meeting, _to_change(turn, meeting))


def _reword_form(turn: Turn, meeting: Meeting, entry: Entry) -> Form:
    item = entry.item
    local = turn.local(item.plan.due, meeting.zone)
    known = {
        "day": local.date().isoformat(),
        "time": local.strftime("%H:%M"),
        "whom": item.plan.audience,
        "words": item.words,
    }
    return views.form(turn.t, meeting, known, item.plan.name)


def reword(turn: Turn) -> Answer:
    """Move or reword it."""
    meeting = _on(turn)
    entry = _to_change(turn, meeting)
    item, form = entry.item, _reword_form(turn, meeting, entry)
    settled = None if item.plan.name.startswith(plans.OWN) else item.plan.audience
    want = _read(turn, meeting, form, settled)
    if settled is None and not want.words:
        raise Mistakes(form, {"words": turn.t("Please write what I shall say.")})
    try:
        outgoing.change(turn.db, meeting, item, want, number(turn.me.id))
    except outgoing.Closed as closed:
        raise _closed(turn, meeting, form, closed) from None
    turn.db.flush()
    return _page(turn, meeting)


def drop(turn: Turn, *, back: bool = False) -> Answer:
    """Take it from the list, or put it back."""
    meeting = _on(turn)
    item = _entry(turn, meeting).item
    outgoing.drop(turn.db, meeting, item, number(turn.me.id), back=back)
    turn.db.flush()
    return _page(turn, meeting)


def send(turn: Turn) -> Answer:
    """It goes out now, or when messages may."""
    meeting = _on(turn)
    item = _to_change(turn, meeting).item
    try:
        outgoing.send_now(turn.db, meeting, item, number(turn.me.id), turn.now)
    except meetings.TooLate:
        said = turn.t("Before the meeting I may not write any more: it is too near.")
        raise Refused(notes.note(said, views.all_of(turn.t, meeting))) from None
    entry = outgoing.find(turn.db, meeting, turn.more, turn.now)
    assert entry is not None  # noqa: S101 -- it was found before
    return answered(views.soon(turn.t, meeting, entry))


def undo(turn: Turn) -> Answer:
    """It goes out when it was to."""
    meeting = _on(turn)
    found = outgoing.find(turn.db, meeting, turn.more, turn.now)
    try:
        outgoing.undo(turn.db, meeting, found.item if found else None)
    except meetings.TooLate:
        said = turn.t("It has gone out already.")
        raise Refused(notes.note(said, views.all_of(turn.t, meeting))) from None
    turn.db.flush()
    return _page(turn, meeting)


def actions(one_of: Callable[[Handler, str], Handler]) -> tuple[Action, ...]:
    """What can be done; `one_of` asks which meeting is meant."""
    bare = one_of(show, "reminders")
    return (
        Action(
            "meeting.remind",
            form=partial(typed, one=bare),
            act=add,
            verb=marked("remind", "verb"),
        ),
        Action("meeting.reminders", act=show, changes=False),
        Action("meeting.reminder", act=one, changes=False),
        Action("meeting.reword", form=reword_form, act=reword),
        Action("meeting.drop", act=drop),
        Action("meeting.put-back", act=partial(drop, back=True)),
        Action("meeting.remind-now", act=send),
        Action("meeting.remind-undo", act=undo),
    )
