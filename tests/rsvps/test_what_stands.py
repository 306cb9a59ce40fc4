"""Whatever people answer, bring, send and let pass, and whatever coordinators change meanwhile:
what stands in the chat, sent and edited by the real outbox, is how things are.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from random import Random

import pytest
from babel.lists import format_list

from bot.commands.calls import Pressed, Sent, Typed
from bot.store.tables import Delivery
from tests.rsvps.hall import NAMES, SILENT, SOON, Hall, Standing, is_offered, size_of

Size = Callable[[int, int], int]
Figure = Callable[[str], None]
WAYS = {"room": "In the room", "online": "Online"}
LIMITS = ("1", "2", "2", "3", "4", "6", "")
MODES = ("room", "room", "both", "both", "online")
CLICKS = (
    *("yes",) * 8, *("online",) * 4, *("no",) * 6, *("take",) * 4, "released", "released",
    "maybe", "maybe", "bring:0", "bring:1", "bring:1", "bring:3", "colleague", "hide", "show",
    "late", "late", "leave",
)  # fmt: skip
TIMES = (1, 1, 60, 5 * 60, 24 * 60, 30 * 60)
"""Minutes that pass."""


@dataclass
class Walk:
    """What happens to one meeting after another; `off` is the version of one that is called off."""

    hall: Hall
    rng: Random
    off: int = 0
    steps: Counter[str] = field(default_factory=Counter)
    seen: Counter[str] = field(default_factory=Counter)

    def meeting(self, acts: int) -> None:
        """A meeting from its announcement on: five say yes, and then anything may happen."""
        self.hall.begins()
        self.off = 0
        self.places()
        for who in self.rng.sample(NAMES, 5):
            self.answers(who, "yes")
        things = self.rng.choices(
            (self.clicks, self.time_passes, self.places, self.changes), (12, 6, 2, 1), k=acts
        )
        for thing in things:
            thing()
        self.time_passes()

    def clicks(self) -> None:
        """Somebody clicks something."""
        who, what = self.rng.choice(NAMES), self.rng.choice(CLICKS)
        match what.partition(":")[0]:
            case "late":
                self.clicks_late(who)
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

    def clicks_late(self, who: str) -> None:
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
        self.hall.asks(who, Typed("network", "leave"))
        self.hall.passes(timedelta(minutes=1))

    def places(self) -> None:
        """Ana says how people come, and how many."""
        self.steps["places"] += 1
        mode, pick = self.rng.choice(MODES), self.rng.choice
        form = {"mode": mode}
        form |= {"seats": pick(LIMITS)} if mode != "online" else {}
        form |= {"online": pick(LIMITS)} if mode != "room" else {}
        said = {key: (value,) for key, value in form.items() if value}
        self.hall.asks("Ana", Sent(f"meeting:{self.hall.meeting}:places", said))

    def changes(self) -> None:
        """The meeting is moved, or called off; mostly it is then on again."""
        with self.hall.store.read() as db:
            meeting = self.hall.standing(db).meeting
        what = self.rng.choice(("nearer", "far", "off", "off and on"))
        if self.off:
            self.undoes()
        elif what.startswith("off"):
            self.steps["call-off"] += 1
            number, reason = self.hall.meeting, {"reason": ("Snow",)}
            self.hall.asks("Ana", Sent(f"meeting:{number}:call-off", reason))
            self.off = meeting.version + 1
            if what == "off and on":
                self.undoes()
        elif meeting.starts_at > self.hall.now:
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

    def time_passes(self) -> None:
        """What stands then is how things are."""
        self.steps["time"] += 1
        self.hall.passes(timedelta(minutes=self.rng.choice(TIMES)))
        with self.hall.store.read() as db:
            now = self.hall.standing(db)
        if now.meeting.starts_at <= self.hall.now:
            return
        for note in now.notes:
            if note.state == "sent" and note.view != "rsvp.free":
                self.is_how_it_stands(now, note, self.hall.stands(note))
        self.who_is_asked_knows(now)

    def is_how_it_stands(self, now: Standing, note: Delivery, said: str) -> None:
        """A message as it stands in the chat."""
        if now.meeting.state != "planned":
            assert said.startswith("# Called off")
        elif note.view == "meeting.announcement":
            assert said.splitlines()[3:] == [*announced(now), *said.splitlines()[-2:]]
        else:
            self.says_how_it_stands(now, note.subject, said)
        assert self.hall.moment(now.meeting.starts_at) in said

    def says_how_it_stands(self, now: Standing, subject: str, said: str) -> None:
        """A private message about a place, as it is drawn now."""
        member = int(subject.rpartition(":")[2])
        who = next(name for name, number in self.hall.members.items() if number == member)
        row = dict(now.rows).get(who)
        comes = row is not None and row.answer in ("yes", "released")
        seated = comes and row is not None and row.waits_since is None
        offered = comes and row is not None and is_offered(row)
        assert ("You have a place now." in said) == seated
        assert ("kept for you until" in said) == offered
        if offered and row is not None and row.offered_until is not None:
            assert f"until {self.hall.moment(row.offered_until)}." in said
        waits = comes and not seated and not offered
        assert ("You are on the waiting list." in said) == waits
        self.seen.update({"in": seated, "asked": offered, "waits": waits})

    def who_is_asked_knows(self, now: Standing) -> None:
        """For whom a seat is kept there is a message: a private one, or one in the thread."""
        if now.meeting.state != "planned":
            return
        asked = [name for side in now.limits() for name, _ in now.offered(online=side)]
        for name in asked:
            subject = f"{self.hall.meeting}:{self.hall.members[name]}"
            told = [note for note in now.notes if note.subject == subject]
            free = [note for note in now.notes if note.view == "rsvp.free"]
            assert free if name in SILENT else told, f"{name} does not know"


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
@pytest.mark.no_cover
def test_what_stands_in_the_chat_is_how_things_are(
    database_url: str, size: Size, figure: Figure
) -> None:
    walk = Walk(Hall(database_url), Random(4))
    for _ in range(size(100, 3)):
        walk.meeting(acts=60)
    walk.hall.close()

    assert all(walk.seen[kind] for kind in ("in", "asked", "waits")), walk.seen
    total, database = sum(walk.steps.values()), database_url.partition(":")[0]
    figure(f"{database}: {total} acts, and all that stands in the chat is true")
