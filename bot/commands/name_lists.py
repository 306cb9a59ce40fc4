"""/rsvp list: a pasted list of names answers for all of them at once."""

import json
from collections.abc import Callable
from dataclasses import replace

from bot.commands import kept, titles
from bot.commands.actions import Action
from bot.commands.calls import Answer
from bot.commands.turns import Mistakes, Refused, Turn, answered, as_number
from bot.core import listed_answers, listed_people, name_lists
from bot.core.listed_answers import Before
from bot.core.name_lists import Reading
from bot.core.people import number
from bot.core.rsvps import ANSWERS
from bot.i18n import marked
from bot.store import drafts
from bot.store.tables import Draft, Meeting
from bot.views import meetings as meeting_views
from bot.views import name_lists as views
from bot.views import notes
from bot.views.answers import answer_words
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
    reading = _read(turn, meeting, text, otherwise)
    lines, problems = reading.lines, {}
    longest = max((len(one.name) for one in lines), default=0)
    if not lines:
        problems["names"] = views.no_names(turn.t, reading)
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
    return _preview(turn, meeting, reading, text, otherwise)


def _read(turn: Turn, meeting: Meeting, text: str, otherwise: str = "yes") -> Reading:
    def answer(word: str) -> str:
        said = answer_typed(turn.t, word)
        return said if said in ANSWERS else ""

    known = listed_answers.known(turn.db, meeting.network_id)
    names = [name for _, name in known]
    reading = name_lists.read(text, otherwise, answer, names)
    reading.lines = listed_people.matched(reading.lines[: name_lists.MOST + 1], known)
    return reading


def _preview(turn: Turn, meeting: Meeting, reading: Reading, text: str, otherwise: str) -> Answer:
    """What was understood, kept so; where something is to be asked first, as it was typed."""
    if reading.is_settled:
        text, otherwise = views.written(turn.t, reading), "yes"
    values = {"names": (text,), "otherwise": (otherwise,)}
    draft = kept.keep(turn, f"rsvp:{meeting.id}:list", values)
    if not reading.is_settled:
        return answered(views.asked(turn.t, meeting, reading, draft))
    return answered(views.preview(turn.t, meeting, reading, draft))


def _kept(turn: Turn, action: str) -> Draft:
    """The list that the button is about."""
    draft = drafts.mine(turn.db, turn.call.who, as_number(turn.more.partition(":")[0]))
    if draft is None or draft.action != action:
        raise Refused(notes.outdated(turn.t))
    return draft


def _typed(turn: Turn, meeting: Meeting) -> tuple[str, str]:
    """The list as it is kept, and the answer where none stands in it."""
    draft = _kept(turn, f"rsvp:{meeting.id}:list")
    values = json.loads(draft.typed)
    return values["names"][0], values["otherwise"][0]


def _settled(turn: Turn, meeting: Meeting) -> Reading:
    reading = _read(turn, meeting, *_typed(turn, meeting))
    if not reading.is_settled:
        raise Refused(notes.outdated(turn.t))
    return reading


def same(turn: Turn) -> Answer:
    """A name of the list is somebody of the network; or two names are one person, or two."""
    meeting, said = turn.meeting(), turn.more.partition(":")[2]
    how, _, which = said.partition(":")
    if how in ("one", "two"):
        return _pair(turn, meeting, how, which)
    reading, at = _settled(turn, meeting), as_number(said)
    if at >= len(reading.lines) or not reading.lines[at].like:
        raise Refused(notes.outdated(turn.t))
    reading.lines[at] = replace(reading.lines[at], name=reading.lines[at].like)
    text = views.written(turn.t, reading)
    return _preview(turn, meeting, _read(turn, meeting, text), text, "yes")


def _pair(turn: Turn, meeting: Meeting, how: str, which: str) -> Answer:
    """One pair of names, or each that is still asked for, is one person, or two."""
    text, otherwise = _typed(turn, meeting)
    pairs = _read(turn, meeting, text, otherwise).pairs
    meant = pairs if which == "all" else pairs[as_number(which) :][:1]
    if not meant or not which:
        raise Refused(notes.outdated(turn.t))
    words = answer_words(turn.t)
    text = name_lists.settled(text, meant, words, are_one=how == "one")
    return _preview(turn, meeting, _read(turn, meeting, text, otherwise), text, otherwise)


def keep(turn: Turn, open_: Open) -> Answer:
    """All of them answer."""
    meeting = open_(turn, turn.meeting())
    lines = _settled(turn, meeting).lines
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
