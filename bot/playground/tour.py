"""The guided tour: the whole way of a meeting. Each step goes on by itself as soon as it is done,
however that was; one that is about another day leads there.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from bot.chat import Place
from bot.core import plans, reminders, terms
from bot.core.people import number
from bot.core.rsvps import ANNOUNCEMENT
from bot.store import agendas, attendance, deliveries, impact, meetings, networks, reflections
from bot.store import rsvps as answers
from bot.store.db import Db, Store
from bot.store.tables import Meeting
from bot.views.words import Words

PLAN, SEND, ANSWER, AGENDA, ROOM, LOOK_BACK, CLASS, FREE, ENDED = range(9)
Found = Callable[[Db, int, int], object]
DONE: dict[int, Found] = {
    PLAN: lambda *_: True,
    SEND: lambda db, network, one: deliveries.has_left(db, network, ANNOUNCEMENT, str(one)),
    ANSWER: answers.given,
    AGENDA: agendas.of,
    ROOM: attendance.of,
    LOOK_BACK: reflections.count,
    CLASS: impact.of,
}
"""What there is of a meeting once a step is done: nothing before."""
MOMENTS = {ROOM: plans.HERE, LOOK_BACK: plans.LOOK_BACK, CLASS: plans.CLASS}
"""What goes out at the moment that a step is about."""


class Tour:
    """Where somebody is on the tour of their own meeting: the newest of the network at home in the
    room, which was not there when the tour began.
    """

    def __init__(self) -> None:
        self.step = ENDED
        self.to: datetime | None = None
        """The instant that the step is about, where that is to come."""
        self._room: Place | None = None
        self._last = 0

    def begin(self, store: Store, room: Place) -> None:
        """Begin with the first step."""
        self.step, self._room = PLAN, room
        with store.read() as db:
            self._last = max((number(one.id) for one in self._meetings(db)), default=0)

    def texts(self, t: Words) -> list[str]:
        """What each step says."""
        return [
            t("You are Ana, who coordinates. Type /meeting plan in the line below, and send it."),
            t("Nobody is told for 30 seconds: you can undo. Now press To what comes next."),
            t("Choose Ben at the top. Press Yes below your meeting, as he would on his phone."),
            t("Be Ana again. Press Agenda below your meeting, then Add an item, and fill it in."),
            t("On the day: go there, be Ben, and press I am here in the channel."),
            t("At the end: go there. As Ben, press Looking back; one answer is enough."),
            t("Weeks later Ben is asked what happened in class: in Messages to you, press Tell."),
            t("Press As others get it below a message. Then try what you like: nothing can break."),
        ]

    def goes_on(self, store: Store, now: datetime, *, by_itself: bool = True) -> None:
        """Look how far the meeting has come. One that was taken back has to be planned again; who
        skips the planning is led through the newest meeting that there is.
        """
        self.to = None
        with store.read() as db:
            found = self._meetings(db)
            if self.step <= SEND and by_itself:
                found = [one for one in found if number(one.id) > self._last]
                self.step = self.step if found else PLAN
            if not found:
                return
            one = found[0]
            while by_itself and self.step < FREE and self._is_done(db, one):
                self.step += 1
            due = _due(db, one, self.step, now)
        self.to = due if due and due > now else None

    def _is_done(self, db: Db, meeting: Meeting) -> bool:
        return bool(DONE[self.step](db, meeting.network_id, number(meeting.id)))

    def _meetings(self, db: Db) -> list[Meeting]:
        """The meetings of the room's network, the newest first."""
        network = networks.home_at(db, self._room) if self._room else None
        found = meetings.former(db, number(network.id)) if network else ()
        return sorted(found, key=lambda one: number(one.id), reverse=True)


def _due(db: Db, meeting: Meeting, step: int, now: datetime) -> datetime | None:
    name = MOMENTS.get(step)
    school = terms.school(db, networks.get(db, meeting.network_id))
    items = reminders.of(db, meeting, school, reminders.told_at(db, meeting, now))
    return next((item.plan.due for item in items if item.plan.name == name), None)
