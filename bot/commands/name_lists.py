"""/rsvp list: a pasted list of names answers for all of them at once."""

import json
from collections.abc import Callable
from dataclasses import replace

from bot.commands import kept, titles
from bot.commands.actions import Action
from bot.commands.calls import Answer
from bot.commands.turns import Mistakes, Refused, Turn, answered, as_number
from bot.core import listed_answers, name_lists
from bot.core.listed_answers import Before
from bot.core.name_lists import Line
from bot.core.people import number
from bot.core.rsvps import ANSWERS
from bot.i18n import marked
from bot.store import drafts
from bot.store.tables import Draft, Meeting
from bot.views import meetings as meeting_views
from bot.views import name_lists as views
from bot.views import notes
from bot.views.rsvps import answer_typed

Open = Callable[[Turn, Meeting], Meeting]
"""The meeting, if it can be answered, with its seats locked."""


def list_form(turn: Turn) -> Answer:
    """Where names are pasted; typed, for the meeting that is named, or the only one."""
    if not turn.subject:
        ahead = turn.ahead()
        named = titles.having(ahead, turn.text)
        if not ahead:
            network = number(turn.network.id)
            return answered(meeting_views.coming(turn.t, network, [], {}, plans=turn.plans))
        if len(named) != 1:
            return answered(meeting_views.which(turn.t, named or ahead, "list", "rsvp"))
        turn.subject = number(named[0].id)
    return views.form(turn.t, turn.meeting())


def preview(turn: Turn) -> Answer:
    """What the list says, before it is kept."""
    meeting = turn.meeting()
    text, otherwise = turn.value("names"), turn.value("otherwise") or "yes"
    lines = _read(turn, meeting, text, otherwise)
    problems = {}
    longest = max((len(one.name) for one in lines), default=0)
    if not lines:
        problems["names"] = turn.t("Please write a name on each line.")
    elif len(lines) > name_lists.MOST:
        problems["names"] = turn.t("At most {n} names, please.", n=name_lists.MOST)
    elif longest > name_lists.LONGEST:
        problems["names"] = turn.t(
            "That is {n} characters; there is room for {most}.",
            n=longest, most=name_lists.LONGEST,
        )  # fmt: skip
    if otherwise not in ANSWERS:
        problems["otherwise"] = turn.t("Please choose one of these.")
    if problems:
        raise Mistakes(views.form(turn.t, meeting), problems)
    return _preview(turn, meeting, lines)


def _read(turn: Turn, meeting: Meeting, text: str, otherwise: str) -> list[Line]:
    def answer(word: str) -> str:
        said = answer_typed(turn.t, word)
        return said if said in ANSWERS else ""

    lines = name_lists.read(text, otherwise, answer)[: name_lists.MOST + 1]
    return name_lists.matched(lines, listed_answers.known(turn.db, meeting.network_id))


def _preview(turn: Turn, meeting: Meeting, lines: list[Line]) -> Answer:
    values = {"names": (views.written(turn.t, lines),), "otherwise": ("yes",)}
    draft = kept.keep(turn, f"rsvp:{meeting.id}:list", values)
    return answered(views.preview(turn.t, meeting, lines, draft))


def _kept(turn: Turn, action: str) -> Draft:
    """The list that the button is about."""
    draft = drafts.mine(turn.db, turn.call.who, as_number(turn.more.partition(":")[0]))
    if draft is None or draft.action != action:
        raise Refused(notes.outdated(turn.t))
    return draft


def _lines(turn: Turn, meeting: Meeting) -> list[Line]:
    draft = _kept(turn, f"rsvp:{meeting.id}:list")
    text = json.loads(draft.typed)["names"][0]
    return _read(turn, meeting, text, "yes")


def same(turn: Turn) -> Answer:
    """A name of the list is somebody of the network."""
    meeting = turn.meeting()
    lines, at = _lines(turn, meeting), as_number(turn.more.partition(":")[2])
    if at >= len(lines) or not lines[at].like:
        raise Refused(notes.outdated(turn.t))
    lines[at] = replace(lines[at], name=lines[at].like)
    again = _read(turn, meeting, views.written(turn.t, lines), "yes")
    return _preview(turn, meeting, again)


def keep(turn: Turn, open_: Open) -> Answer:
    """All of them answer."""
    meeting = open_(turn, turn.meeting())
    lines = _lines(turn, meeting)
    before = listed_answers.keep(turn.db, meeting, lines, turn.now)
    text = json.dumps([one.plain() for one in before])
    draft = kept.keep(turn, f"rsvp:{meeting.id}:list-undo", {"before": (text,)})
    return answered(views.kept(turn.t, meeting, len(before), draft))


def undo(turn: Turn, open_: Open) -> Answer:
    """All is as it was."""
    meeting = open_(turn, turn.meeting())
    draft = _kept(turn, f"rsvp:{meeting.id}:list-undo")
    before = [Before(**one) for one in json.loads(json.loads(draft.typed)["before"][0])]
    listed_answers.undo(turn.db, meeting, before, turn.now)
    return answered(views.undone(turn.t, meeting))


def actions(open_: Open) -> tuple[Action, ...]:
    """What can be done; `open_` gives the meeting to answer."""
    return (
        Action("rsvp.list", form=list_form, act=preview, verb=marked("list", "verb")),
        Action("rsvp.list-same", act=same),
        Action("rsvp.list-keep", act=lambda turn: keep(turn, open_)),
        Action("rsvp.list-undo", act=lambda turn: undo(turn, open_)),
    )
