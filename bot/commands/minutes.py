"""/notes: what was said at a meeting, and what is to be done."""

from contextlib import suppress
from datetime import timedelta

from bot.commands import titles
from bot.commands.actions import Action
from bot.commands.calls import Answer
from bot.commands.items import read_what
from bot.commands.picked import chosen, read_picked
from bot.commands.turns import Mistakes, Refused, Turn, answered, as_number
from bot.commands.wishes import read_day, too_long
from bot.core import attendance, links, minutes, reflections, tasks
from bot.core import meetings as core_meetings
from bot.core.minutes import Wish
from bot.core.people import number
from bot.i18n import marked
from bot.store import meetings, people
from bot.store import minutes as stored
from bot.store.tables import Action as Todo
from bot.store.tables import Meeting
from bot.ui import Form, Message
from bot.views import minutes as views
from bot.views import notes

LATELY = timedelta(weeks=26)
"""Of meetings so long ago the notes are found by their names."""


def show(turn: Turn) -> Answer:
    """What I have to do, and the notes of the last meeting, or of the one that is named."""
    _check(turn)
    network = number(turn.network.id)
    named = titles.lately(turn, LATELY)
    if len(named) > 1 and turn.text:
        return answered(views.which(turn.t, named))
    own = minutes.mine(turn.db, network, number(turn.member.id)) if turn.member else ()
    shown_here = named[0].id if named else None
    own = [(row, meeting) for row, meeting in own if meeting.id != shown_here]
    mine = views.mine(turn.t, own) if not turn.text else ()
    if not named:
        shown = views.nothing(turn.t)
        return answered(Message(shown.title, (*mine, *shown.blocks)))
    shown = _page(turn, named[0])
    return answered(Message(shown.title, (*mine, *shown.blocks)))


def read(turn: Turn) -> Answer:
    """The notes of one meeting."""
    found = turn.meeting()
    _check(turn, found)
    return answered(_page(turn, found))


def _check(turn: Turn, meeting: Meeting | None = None) -> None:
    """Raise Refused for who is not of the network, in a channel that is not its own, and was not
    invited to the meeting by a link. Who joined by a code is of it, also without an account.
    """
    me = number(turn.member.id) if turn.member else 0
    row = turn.rows.get(number(turn.network.id))
    is_of_us = turn.is_among_us or (row is not None and row.left_at is None and row.by_code)
    if not is_of_us and not (meeting and links.is_invited(turn.db, meeting, me, turn.now)):
        raise Refused(notes.note(turn.t("Only people of the network read its notes.")))


def _page(turn: Turn, meeting: Meeting) -> Message:
    me = number(turn.member.id) if turn.member else 0
    todos, written = minutes.todos(turn.db, meeting), minutes.of(turn.db, meeting)
    if not turn.is_among_us:
        todos = minutes.without_names(todos)
    return views.page(
        turn.t, meeting, written, todos, me=me, writes=turn.plans,
        trial=tasks.mine(turn.db, meeting, me),
        tries=attendance.was_there(turn.db, meeting, me),
        reads=reflections.may_read(turn.db, meeting, me, coordinates=turn.plans),
    )  # fmt: skip


def write_form(turn: Turn) -> Answer:
    """What was said, and what was decided; typed, at the last meeting."""
    return _write_form(turn, meant(turn))


def _write_form(turn: Turn, meeting: Meeting) -> Form:
    """The form; it knows how the notes stood when it was opened."""
    notes = minutes.of(turn.db, meeting)
    return views.write_form(turn.t, meeting, notes, turn.more or str(minutes.mark(notes)))


def meant(turn: Turn) -> Meeting:
    """The meeting of the button; typed, the last one."""
    if not turn.subject:
        network = number(turn.network.id)
        near = meetings.between(turn.db, network, turn.now - LATELY, turn.now)
        if not near:
            raise Refused(views.nothing(turn.t))
        turn.subject = number(near[-1].id)
    return turn.meeting()


def write(turn: Turn) -> Answer:
    """Keep the notes, and post them in the thread."""
    meeting = turn.meeting(to_change=True)
    if turn.more and as_number(turn.more) != minutes.mark(minutes.of(turn.db, meeting)):
        shown, why = (
            _page(turn, meeting),
            notes.note(turn.t("That has changed meanwhile. This is how it stands:")),
        )
        raise Refused(Message(shown.title, (*why.blocks, *shown.blocks)))
    form = _write_form(turn, meeting)
    said = {"text": views.TEXT, "decisions": views.DECISIONS}
    text, decisions = (turn.value(key) for key in said)
    problems = {
        key: too_long(turn, len(turn.value(key)), most)
        for key, most in said.items()
        if len(turn.value(key)) > most
    }
    if not text and not decisions:
        problems["text"] = turn.t("Please write what was said, or what was decided.")
    if problems:
        raise Mistakes(form, problems)
    posting = minutes.write(turn.db, meeting, text, decisions, number(turn.me.id), turn.now)
    return answered(views.waiting(turn.t, meeting, posting))


def send(turn: Turn) -> Answer:
    """They are posted at once."""
    meeting = turn.meeting(to_change=True)
    with suppress(core_meetings.TooLate):
        minutes.send_now(turn.db, meeting, turn.now)
    return answered(_page(turn, meeting))


def keep(turn: Turn) -> Answer:
    """They are kept, and not posted."""
    meeting = turn.meeting(to_change=True)
    minutes.withhold(turn.db, meeting)
    return answered(_page(turn, meeting))


def add_form(turn: Turn) -> Answer:
    """What is to be done, by whom, until when?"""
    meeting = meant(turn)
    return views.todo_form(turn.t, meeting, typed=turn.text[: views.WHAT])


def add(turn: Turn) -> Answer:
    """Note something to do."""
    meeting = turn.meeting(to_change=True)
    wish = _read(turn, views.todo_form(turn.t, meeting), None)
    minutes.add(turn.db, meeting, wish, number(turn.me.id), turn.now)
    return answered(_page(turn, meeting))


def _read(turn: Turn, form: Form, row: Todo | None) -> Wish:
    """What the form says. Raises Mistakes."""
    problems: dict[str, str] = {}
    what, settled = read_what(turn, problems, views.WHAT), turn.value("owner")
    if settled not in ("me", "none", "as-is"):
        problems["owner"] = turn.t("Please choose one of these.")
    picked = read_picked(turn, problems)
    day = read_day(turn, typed) if (typed := turn.value("due")) else None
    if isinstance(day, str):
        problems["due"] = day
    if problems or isinstance(day, str):
        raise Mistakes(form, problems)
    return Wish(what, chosen(turn, settled, picked, row.owner if row else None), day)


def _todo(turn: Turn, *, to_change: bool = False) -> tuple[Meeting, Todo]:
    """What the button is about, of a person who may change it: who does it, or a coordinator."""
    meeting = turn.meeting()
    key = as_number(turn.more)
    row = stored.action(turn.db, meeting.network_id, number(meeting.id), key, to_change=to_change)
    me = number(turn.member.id) if turn.member else 0
    if row is None or row.state == "dropped":
        raise Refused(views.gone(turn.t, meeting))
    if not turn.plans and (not me or row.owner != me):
        raise Refused(_page(turn, meeting))
    return meeting, row


def todo(turn: Turn) -> Answer:
    """Something to do, and what can be done with it."""
    meeting, row = _todo(turn)
    owner = people.name(turn.db, row.owner) if row.owner else ""
    return answered(views.one(turn.t, meeting, row, owner))


def change_form(turn: Turn) -> Answer:
    """It as it is, to change or to hand on."""
    meeting, row = _todo(turn)
    return _form(turn, meeting, row)


def _form(turn: Turn, meeting: Meeting, row: Todo) -> Form:
    owner = people.name(turn.db, row.owner) if row.owner else ""
    return views.todo_form(turn.t, meeting, row, owner)


def change(turn: Turn) -> Answer:
    """Change it, or hand it on."""
    meeting, row = _todo(turn, to_change=True)
    wish = _read(turn, _form(turn, meeting, row), row)
    minutes.change(turn.db, meeting, row, wish, turn.now)
    return answered(_page(turn, meeting))


def done(turn: Turn) -> Answer:
    """It is done."""
    return _settle(turn, "done")


def drop(turn: Turn) -> Answer:
    """It is not to be done any more."""
    return _settle(turn, "dropped")


def reopen(turn: Turn) -> Answer:
    """It is to be done after all."""
    meeting = turn.meeting()
    row = stored.action(
        turn.db, meeting.network_id, number(meeting.id), as_number(turn.more), to_change=True
    )
    me = number(turn.member.id) if turn.member else 0
    if row is None or not (turn.plans or (me and row.owner == me)):
        raise Refused(views.gone(turn.t, meeting))
    minutes.settle(turn.db, meeting, row, "open", turn.now)
    return answered(views.settled(turn.t, meeting, row))


def _settle(turn: Turn, state: str) -> Answer:
    meeting, row = _todo(turn, to_change=True)
    minutes.settle(turn.db, meeting, row, state, turn.now)
    return answered(views.settled(turn.t, meeting, row))


ACTIONS = (
    Action("notes.show", act=show, changes=False),
    Action("notes.read", act=read, changes=False),
    Action("notes.write", form=write_form, act=write, verb=marked("write", "verb")),
    Action("notes.send", act=send),
    Action("notes.keep", act=keep),
    Action("notes.add", form=add_form, act=add, verb=marked("add", "verb")),
    Action("notes.todo", act=todo, changes=False),
    Action("notes.change", form=change_form, act=change),
    Action("notes.done", act=done),
    Action("notes.drop-it", act=drop),
    Action("notes.reopen", act=reopen),
)
COMMAND = marked("Notes of a meeting, and what is to be done")
NAME = marked("notes", "command")
