"""The buttons that plain words may mean; only what the person may press."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property

from bot.commands.turns import Turn
from bot.core import asked, attendance, needs, reflections, rights
from bot.core import meetings as core_meetings
from bot.core.asked import Known, Meant, Named
from bot.core.people import number
from bot.store import meetings
from bot.store.tables import Meeting
from bot.views.answers import ways_to_answer
from bot.views.words import Words
from bot.views.words import words as words_in

MOST = 3
"""So many buttons are offered for what may be meant."""
LATELY = timedelta(weeks=26)
"""Meetings so long ago are found by their day or name."""
REMEMBERED = 12
"""So many of them at most."""
CLASS = "impact:0:show:{network}"
"""Where what happened in class is told."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A button that may be meant, and the meeting that it is about."""

    label: str
    action: str
    meeting: Meeting | None = None


@dataclass
class Scene:
    """What was said, and what of it this person may know. With `open_` everybody reads the answer:
    then it is the one that anybody here would get.
    """

    turn: Turn
    meant: Meant
    open_: bool

    @cached_property
    def network(self) -> int:
        """The number of the network."""
        return number(self.turn.network.id)

    @cached_property
    def t(self) -> Words:
        """The words of the answer: what everybody reads is in the network's language."""
        language = self.turn.network.language
        local = self.turn.call.abilities.local_commands
        return words_in(language, local_commands=local) if self.open_ else self.turn.t

    @cached_property
    def plans(self) -> bool:
        """Whether it is told what only coordinators do."""
        return self.turn.plans and not self.open_

    @cached_property
    def ahead(self) -> Sequence[Meeting]:
        """The meetings to come."""
        turn = self.turn
        return meetings.coming(turn.db, self.network, turn.now, told=not self.plans)

    @cached_property
    def past(self) -> Sequence[Meeting]:
        """Those that have begun, the latest first."""
        turn = self.turn
        lately = meetings.between(turn.db, self.network, turn.now - LATELY, turn.now)
        near = [*reversed(lately)][:REMEMBERED]
        return [m for m in near if self.plans or core_meetings.is_told(turn.db, m)]

    @cached_property
    def named(self) -> Named:
        """The meetings that are named."""
        turn = self.turn
        every = [*self.ahead, *self.past]
        known = [Known(number(one.id), one.title, one.local_start) for one in every]
        now = turn.local(turn.now, turn.network.zone)
        return asked.name(turn.text, turn.t.language, known, now)

    def coming(self) -> Meeting | None:
        """The meeting to come that is meant: the one that is named, else the next."""
        after = self.ahead[1:] if self.meant.time == "after" else ()
        return self._named(self.ahead) or next(iter(after or self.ahead), None)

    def former(self) -> Meeting | None:
        """The past meeting that is meant: the one that is named, else the last; one to come only
        where it is named.
        """
        return self._named(self.past) or self._named(self.ahead) or next(iter(self.past), None)

    def either(self) -> Meeting | None:
        """The meeting that is named, to come or past; else the next."""
        if self.meant.time == "last" and self.past:
            return self.former()
        return self._named(self.ahead) or self._named(self.past) or self.coming()

    def _named(self, among: Sequence[Meeting]) -> Meeting | None:
        numbers = [one.number for one in self.named.meetings]
        return next((one for one in among if one.id in numbers), None)

    def tone(self, meaning: str) -> str:
        """How it was said."""
        return self.meant.tones.get(meaning, "")


def share(by_meaning: Sequence[Sequence[Offer]]) -> list[Offer]:
    """At most three buttons: one for each meaning, and what room is left for more of the first."""
    some = [offers for offers in by_meaning if offers]
    room = [1] * len(some)
    for at, offers in enumerate(some):
        room[at] += min(len(offers) - 1, MOST - sum(room))
    found = [offer for offers, most in zip(some, room, strict=True) for offer in offers[:most]]
    return list({offer.action: offer for offer in found}.values())


def offers(scene: Scene, meaning: str) -> list[Offer]:
    """The buttons of one meaning, the likeliest first; only what the person may press."""
    found = _OFFERS[meaning](scene)
    return [offer for offer in found if _may(scene.turn, offer.action)]


def _may(turn: Turn, press: str) -> bool:
    noun, _, rest = press.partition(":")
    verb = rest.split(":")[1]
    name = {"rsvp": "rsvp.answer"}.get(noun, f"{noun}.{verb}")
    return rights.may(turn.role, name)


def _answer(scene: Scene) -> list[Offer]:
    meeting, t = scene.coming(), scene.t
    if meeting is None:
        return []
    words, tone = ways_to_answer(t, meeting), scene.tone("answer")
    # Which meeting it is has to be seen by who answers it.
    is_plain = not scene.named.missed and (scene.turn.at_home or not scene.open_)
    at_once = [tone] if tone in words and is_plain else []
    found = [Offer(words[one], f"rsvp:{meeting.id}:{one}", meeting) for one in at_once]
    label = t("Another answer") if found else t("Answer")
    return [*found, Offer(label, f"rsvp:{meeting.id}:choose", meeting)]


def _next(scene: Scene) -> list[Offer]:
    meeting, t = scene.either(), scene.t
    every = Offer(t("All meetings"), f"meeting:0:coming:{scene.network}")
    if meeting is None:
        return [every]
    return [Offer(t("When and where"), f"meeting:{meeting.id}:read", meeting), every]


def _agenda(scene: Scene) -> list[Offer]:
    meeting, t = scene.coming(), scene.t
    if meeting is None:
        return []
    show = Offer(t("Agenda"), f"agenda:{meeting.id}:show", meeting)
    propose = Offer(t("Propose an item"), f"agenda:{meeting.id}:propose", meeting)
    return [propose, show] if scene.tone("agenda") == "propose" else [show, propose]


def _notes(scene: Scene) -> list[Offer]:
    if not scene.turn.is_among_us:
        return []
    if (meeting := scene.former()) is None:
        return _todo(scene)
    return [Offer(scene.t("Notes"), f"notes:{meeting.id}:read", meeting)]


def _todo(scene: Scene) -> list[Offer]:
    if not scene.turn.is_among_us:
        return []
    return [Offer(scene.t("What I have to do"), f"notes:0:show:{scene.network}")]


def _here(scene: Scene) -> list[Offer]:
    turn = scene.turn
    on = attendance.now_on(turn.db, scene.network, turn.now)
    told = [m for m in on if scene.plans or core_meetings.is_told(turn.db, m)]
    meeting = next(iter(told), None) or scene.coming()
    return [Offer(scene.t("I am here"), f"here:{meeting.id}:come", meeting)] if meeting else []


def _reflect(scene: Scene) -> list[Offer]:
    meeting, turn = scene.former(), scene.turn
    if meeting is None:
        return []
    back = Offer(scene.t("Looking back"), f"reflect:{meeting.id}:back", meeting)
    read = Offer(scene.t("What people said"), f"reflect:{meeting.id}:results", meeting)
    me = number(turn.member.id) if turn.member else 0
    may = scene.open_ or reflections.may_read(turn.db, meeting, me, coordinates=turn.plans)
    if not may:
        return [back]
    return [read, back] if scene.tone("reflect") == "results" else [back, read]


def _class(scene: Scene) -> list[Offer]:
    """What waits to be told comes first; there is always somewhere to write it down."""
    t, turn, network = scene.t, scene.turn, scene.network
    show = Offer(t("What happened in class"), CLASS.format(network=network))
    if scene.open_ or turn.member is None:
        return [show]
    waits = needs.of_person(turn.db, network, number(turn.member.id), turn.now)
    ways = {"class": (t("Tell"), "impact:{}:tell"), "task": (t("How did it go?"), "notes:{}:read")}
    found = [
        Offer(ways[need.kind][0], ways[need.kind][1].format(need.meeting.id), need.meeting)
        for need in waits
        if need.kind in ways
    ]
    write = Offer(t("Write something down"), f"reflect:0:write:{network}")
    return [*found[:1], show, write]


def _plan(scene: Scene) -> list[Offer]:
    t = scene.t
    if scene.plans:
        return [Offer(t("Plan a meeting"), f"meeting:0:plan:{scene.network}")]
    return [Offer(t("All meetings"), f"meeting:0:coming:{scene.network}")]


def _change(scene: Scene) -> list[Offer]:
    meeting, t = scene.coming(), scene.t
    if meeting is None:
        return []
    if not scene.plans:
        return [Offer(t("When and where"), f"meeting:{meeting.id}:read", meeting)]
    move = Offer(t("Move or change"), f"meeting:{meeting.id}:move", meeting)
    off = Offer(t("Call off"), f"meeting:{meeting.id}:call-off", meeting)
    return [off, move] if scene.tone("change") == "off" else [move, off]


def _privacy(scene: Scene) -> list[Offer]:
    t, tone = scene.t, scene.tone("privacy")
    kept = Offer(t("What I keep about you"), "privacy:0:show")
    quiet = Offer(t("No private messages"), f"network:{scene.network}:private:no")
    leave = Offer(t("Leave this network"), f"network:{scene.network}:leave")
    school = Offer(t("I have left my school"), f"network:{scene.network}:left-school")
    erase = Offer(t("Erase everything"), "privacy:0:erase")
    first = {
        "stop": [quiet, leave, kept],
        "leave": [leave, quiet, kept],
        "school": [school, leave, kept],
        "erase": [erase, kept, leave],
    }
    return first.get(tone, [kept, quiet])


def _buddy(scene: Scene) -> list[Offer]:
    t, tone, network = scene.t, scene.tone("buddy"), scene.network
    show = Offer(t("My buddy"), f"buddy:0:show:{network}")
    join = Offer(t("I would like a buddy"), f"buddy:0:join:{network}")
    pause = Offer(t("Pause until …"), f"buddy:0:pause:{network}")
    return {"join": [join, show], "pause": [pause, show]}.get(tone, [show, join])


def _away(scene: Scene) -> list[Offer]:
    return [Offer(scene.t("I am away"), f"network:{scene.network}:away"), *_answer(scene)]


def _helps(scene: Scene) -> list[Offer]:
    t = scene.t
    return [Offer(t("Help"), "network:0:help"), Offer(t("What is next"), "network:0:home")]


_OFFERS: dict[str, Callable[[Scene], list[Offer]]] = {
    "answer": _answer,
    "next": _next,
    "agenda": _agenda,
    "notes": _notes,
    "todo": _todo,
    "here": _here,
    "reflect": _reflect,
    "class": _class,
    "plan": _plan,
    "change": _change,
    "buddy": _buddy,
    "away": _away,
    "privacy": _privacy,
    "help": _helps,
}
