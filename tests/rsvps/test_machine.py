"""Whatever people answer, bring, send and let pass, and whatever coordinators change meanwhile: no
seat is given twice, nobody is let by, and no message says otherwise.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import ClassVar

import pytest
from babel.lists import format_list
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from bot.commands.calls import Errors, Pressed, Sent, Typed
from tests.rsvps.hall import NAMES, SILENT, SOON, Hall, Standing, is_offered, size_of

Size = Callable[[int, int], int]
Figure = Callable[[str], None]
WAYS = {"room": "In the room", "online": "Online"}
people = st.sampled_from(NAMES)
capacity = st.sampled_from(("1", "2", "2", "3", "4", "6", ""))
modes = st.sampled_from(("room", "room", "both", "both", "online"))
whats = st.sampled_from(
    (*("yes",) * 8, *("online",) * 4, *("no",) * 5, *("take",) * 4, "released", "released",
     "maybe", "maybe", "bring:0", "bring:1", "bring:1", "bring:3", "colleague", "hide", "show",
     "late", "late", "leave")
)  # fmt: skip


class Seats(RuleBasedStateMachine):
    """One meeting, from its announcement on. `acted`: who has clicked since it was last looked at;
    `lines`: the line of each side as it was then, None where sides have changed.
    """

    hall: ClassVar[Hall]
    steps: ClassVar[Counter[str]] = Counter()

    def __init__(self) -> None:
        super().__init__()
        self.acted: set[str] = set()
        self.lines: dict[bool, list[str]] | None = None
        self.kept: set[str] = set()
        self.off = 0

    @initialize(mode=modes, seats=capacity, online=capacity, early=st.permutations(NAMES))
    def begins(self, mode: str, seats: str, online: str, early: list[str]) -> None:
        self.hall.begins()
        self.places(mode, seats, online)
        for who in early[:5]:
            self.answers(who, "yes")

    @rule(clicks=st.lists(st.tuples(people, whats), min_size=1, max_size=4))
    def people_click(self, clicks: list[tuple[str, str]]) -> None:
        for who, what in clicks:
            self.all_is_well()
            match what.partition(":")[0]:
                case "late":
                    self.answers_with_a_click_that_comes_late(who)
                case "leave":
                    self.leaves(who)
                case "bring" | "take" | "hide" | "show":
                    self.asks(who, what)
                case "colleague":
                    self.asks(who, what, {"name": (f"Friend of {who}",)})
                case said:
                    self.answers(who, said)

    def asks(self, who: str, what: str, form: dict[str, tuple[str, ...]] | None = None) -> str:
        """A person presses a button of the meeting, or sends its form; what they then read."""
        self.steps[what.partition(":")[0]] += 1
        self.acted.add(who)
        action = f"rsvp:{self.hall.meeting}:{what}"
        answer = self.hall.asks(who, Sent(action, form) if form else Pressed(action))
        return self.hall.text(answer)

    def answers(self, who: str, said: str) -> None:
        """They read whether they wait, and how far they are."""
        told = self.asks(who, said)
        with self.hall.store.read() as db:
            now = self.hall.standing(db)
        number = now.number(who)
        mine = dict(now.rows).get(who)
        if mine is not None and is_offered(mine):
            assert "kept for you until" in told
        elif "waiting list" in told or (number and "Saved" in told):
            assert f"You are number {number} on the waiting list." in told

    def answers_with_a_click_that_comes_late(self, who: str) -> None:
        """What was clicked before an answer that is kept changes nothing."""
        with self.hall.store.read() as db:
            before = dict(self.hall.standing(db).rows).get(who)
        if before is None:
            return
        self.steps["late"] += 1
        said = "no" if before.answer == "yes" else "yes"
        self.hall.asks(who, Pressed(f"rsvp:{self.hall.meeting}:{said}"), order=1)
        with self.hall.store.read() as db:
            after = dict(self.hall.standing(db).rows)[who]
        assert (after.answer, after.order) == (before.answer, before.order)

    def leaves(self, who: str) -> None:
        """Their place is free within a minute."""
        if who == "Ana":
            return
        self.steps["leaves"] += 1
        self.acted.add(who)
        self.hall.asks(who, Typed("network", "leave"))
        self.hall.passes(timedelta(minutes=1))

    @rule(mode=modes, seats=capacity, online=capacity)
    def places(self, mode: str, seats: str, online: str) -> None:
        self.steps["places"] += 1
        form = {"mode": mode}
        form |= {"seats": seats} if mode != "online" else {}
        form |= {"online": online} if mode != "room" else {}
        said = {key: (value,) for key, value in form.items() if value}
        answer = self.hall.asks("Ana", Sent(f"meeting:{self.hall.meeting}:places", said))
        if not isinstance(answer, Errors):
            self.lines = None

    @rule(what=st.sampled_from(("nearer", "nearer", "far", "off", "off and on", "off and on")))
    def the_meeting_changes(self, what: str) -> None:
        with self.hall.store.read() as db:
            meeting = self.hall.standing(db).meeting
        if self.off:
            self.undoes()
        elif what.startswith("off"):
            self.steps["call-off"] += 1
            number, reason = self.hall.meeting, {"reason": ("Snow",)}
            self.hall.asks("Ana", Sent(f"meeting:{number}:call-off", reason))
            self.off = meeting.version + 1
            if what == "off and on":
                self.undoes()
        else:
            left = (meeting.starts_at - self.hall.now) / 2
            self.moves(meeting.version, left if what == "nearer" else SOON)

    def undoes(self) -> None:
        """The meeting is on again, if it is not too late."""
        self.steps["undo"] += 1
        self.hall.asks("Ana", Pressed(f"meeting:{self.hall.meeting}:undo:{self.off}"))
        self.off = 0

    def moves(self, version: int, ahead: timedelta) -> None:
        """It begins so long from now."""
        self.steps["move"] += 1
        form = {"title": ("Robotics",), "venue": ("Room 12",)}
        form |= self.hall.local(self.hall.now + ahead)
        self.hall.asks("Ana", Sent(f"meeting:{self.hall.meeting}:move:{version}", form))

    @rule(minutes=st.sampled_from((1, 60, 5 * 60, 24 * 60, 30 * 60)))
    def time_passes(self, minutes: int) -> None:
        self.steps["time"] += 1
        self.hall.passes(timedelta(minutes=minutes))
        with self.hall.store.read() as db:
            now = self.hall.standing(db)
            if now.meeting.starts_at <= self.hall.now:
                return
            for note in now.notes:
                if note.remote_ref and note.view != "rsvp.free":
                    assert self.hall.stands(note) == self.hall.shown(db, note)

    @invariant()
    def all_is_well(self) -> None:
        if not self.hall.meeting:
            return
        with self.hall.store.read() as db:
            now = self.hall.standing(db)
            if now.meeting.state != "planned" or now.meeting.starts_at <= self.hall.now:
                self.lines = None
                return
            seats_are_enough(now)
            self.nobody_is_let_by(now)
            for note in now.notes:
                said = self.hall.shown(db, note)
                if note.view == "meeting.announcement":
                    assert said.splitlines()[3:] == [*announced(now), *said.splitlines()[-2:]]
                elif note.view == "rsvp.place":
                    self.says_how_it_stands(now, note.subject, said)
            self.who_is_asked_knows(now)
        self.acted = set()

    def nobody_is_let_by(self, now: Standing) -> None:
        """Who stayed in the line stands as before, newcomers behind; a seat goes to the first."""
        lines = {side: [name for name, _ in now.line(online=side)] for side in now.limits()}
        kept = {name for side in now.limits() for name, _ in now.offered(online=side)}
        for side, before in (self.lines or {}).items():
            after = lines[side]
            stayed = [name for name in before if name in after and name not in self.acted]
            assert [name for name in after if name in stayed] == stayed
            fresh = [name for name in after if name not in before and name not in self.kept]
            assert not fresh or after[-len(fresh) :] == fresh
            here = {name for name, _ in now.side(online=side)} - set(after)
            passed = {name for name, _ in now.line(online=side, passed=True)}
            got = [before.index(name) for name in before if name in here - passed]
            assert all(before.index(name) > max(got, default=-1) for name in stayed)
        self.lines, self.kept = lines, kept

    def says_how_it_stands(self, now: Standing, subject: str, said: str) -> None:
        """A private message about a place, as it is drawn now."""
        member = int(subject.rpartition(":")[2])
        who = next(name for name, number in self.hall.members.items() if number == member)
        row = dict(now.rows).get(who)
        comes = row is not None and row.answer in ("yes", "released")
        seated = comes and row is not None and row.waits_since is None
        offered = comes and row is not None and is_offered(row)
        if not said:  # it waits, and is of no use any more
            assert not seated
            assert not offered
        assert ("You have a place now." in said) == bool(said and seated)
        assert ("kept for you until" in said) == bool(said and offered)
        if offered and row is not None and row.offered_until is not None:
            assert f"until {self.hall.moment(row.offered_until)}." in said
        number = now.number(who)
        if "You are number" in said:
            assert f"You are number {number} on the waiting list." in said

    def who_is_asked_knows(self, now: Standing) -> None:
        """For whom a seat is kept there is a message: a private one, or one in the thread."""
        asked = [name for side in now.limits() for name, _ in now.offered(online=side)]
        for name in asked:
            subject = f"{self.hall.meeting}:{self.hall.members[name]}"
            told = [note for note in now.notes if note.subject == subject]
            free = [note for note in now.notes if note.view == "rsvp.free"]
            assert free if name in SILENT else told, f"{name} does not know"


def seats_are_enough(now: Standing) -> None:
    """On each side no more are taken and kept than there are, and none is free while the first of
    the line would fit.
    """
    assert len({name for name, _ in now.rows}) == len(now.rows)
    for side, limit in now.limits().items():
        taken = size_of(now.seated(online=side)) + size_of(now.offered(online=side))
        line = now.line(online=side)
        if limit is None:
            assert not line
        else:
            assert taken <= limit
            assert not line or taken + size_of(line[:1]) > limit


def announced(now: Standing) -> Iterator[str]:
    """What the post says of places and answers."""
    both = now.meeting.mode == "both"
    for side, limit in now.limits().items():
        if limit is not None:
            kept = size_of(now.offered(online=side))
            waiting = len(now.line(online=side)) + len(now.line(online=side, passed=True))
            name = WAYS["online" if side else "room"] if both else "Places"
            yield (
                f"{name}: {size_of(now.seated(online=side))} of {limit} taken"
                + (f", {kept} kept for somebody" if kept else "")
                + (f", {waiting} waiting" if waiting else "")
            )
    given = {
        said: [(n, row) for n, row in now.rows if row.answer == said and row.waits_since is None]
        for said in ("yes", "released", "maybe", "no")
    }
    online = sum(row.online for _, row in given["yes"])
    yes = len(given["yes"])
    first = f"Yes, in the room {yes - online} · Yes, online {online}" if both else f"Yes {yes}"
    others = [len(given[said]) for said in ("released", "maybe", "no")]
    yield f"{first} · Yes, if I am released {others[0]} · Maybe {others[1]} · No {others[2]}"
    for said, label in (("yes", "Coming"), ("released", "Coming if released")):
        names = [
            (f"{row.delegate} (for {name})" if row.delegate else name)
            + (f" +{row.guests}" if row.guests else "")
            for name, row in given[said]
            if not row.hidden
        ]
        if names:
            yield f"{label}: {format_list(names, 'standard', 'en_GB')}"


@pytest.mark.must_hold("A4", 4)
@pytest.mark.timeout(3600)
def test_seats_and_messages_never_contradict_each_other(
    database_url: str, size: Size, figure: Figure
) -> None:
    Seats.hall, Seats.steps = Hall(database_url), Counter()
    chosen = settings(
        max_examples=size(200, 12), stateful_step_count=50, deadline=None, database=None,
        suppress_health_check=list(HealthCheck),
        phases=(Phase.explicit, Phase.generate, Phase.shrink),
    )  # fmt: skip
    try:
        run_state_machine_as_test(Seats, settings=chosen)
    finally:
        Seats.hall.close()

    total = sum(Seats.steps.values())
    figure(f"{database_url.partition(':')[0]}: {total} steps, {Seats.hall.meeting} meetings")
