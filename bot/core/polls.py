"""What people are asked when they look back: after a meeting or a visit, in whose words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.core.people import number
from bot.store import polls, reflections
from bot.store.db import Db
from bot.store.tables import Meeting, Prompt, Reflection

MEETING, VISIT = "meeting", "visit"
KINDS = (MEETING, VISIT)
KEYS = ("worth", "useful", "will", "help")
"""What can be put in a network's own words."""


@dataclass(frozen=True, slots=True)
class Poll:
    """The questions after a "meeting" or a "visit", in the network's words of that version (None:
    ours).
    """

    kind: str = MEETING
    prompt: Prompt | None = None

    @property
    def name(self) -> str:
        """As it stands in a button."""
        return f"{self.kind}-{self.prompt.id if self.prompt else 0}"

    def own(self, key: str) -> str:
        """How the network puts a question; empty where it asks as we do."""
        said: str = getattr(self.prompt, key) if self.prompt else ""
        return said


LONGEST = 16
"""More figures than any row has, and fewer than would not fit a database."""


class Answered(Exception):
    """Somebody has looked back already, so what is asked of a meeting stays."""


def current(db: Db, network: int, kind: str) -> Poll:
    """What a network asks now."""
    return Poll(kind, polls.latest(db, network, kind))


def named(db: Db, network: int, name: str) -> Poll | None:
    """What a form asked by its name; None where no form of this network can have."""
    kind, _, key = name.partition("-")
    if kind not in KINDS or not (key.isascii() and key.isdigit() and len(key) < LONGEST):
        return None
    if key == "0":
        return Poll(kind)
    found = polls.one(db, network, int(key))
    return Poll(kind, found) if found is not None and found.kind == kind else None


def of(db: Db, meeting: Meeting, row: Reflection | None = None) -> Poll:
    """What is asked of a meeting now; of who has answered already, what they were asked."""
    if row is None:
        return current(db, meeting.network_id, meeting.poll)
    return asked(db, meeting.network_id, [row])[0]


def asked(db: Db, network: int, rows: Sequence[Reflection]) -> list[Poll]:
    """What each of these answered."""
    known = {
        key: polls.one(db, network, key) for key in {r.prompt_id for r in rows} if key is not None
    }
    return [Poll(row.poll, known.get(row.prompt_id or 0)) for row in rows]


def put(db: Db, network: int, kind: str, words: Mapping[str, str], by: int, now: datetime) -> Poll:
    """Ask in these words from now on (empty: in ours). It is always a new version, also where
    nobody has answered the last one: a form that shows it may be open somewhere.
    """
    before = current(db, network, kind)
    if all(before.own(key) == words[key] for key in KEYS):
        return before
    version = before.prompt.version + 1 if before.prompt else 1
    row = Prompt(
        network_id=network, kind=kind, version=version, worth=words["worth"],
        useful=words["useful"], will=words["will"], help=words["help"], made_by=by, made_at=now,
    )  # fmt: skip
    db.add(row)
    db.flush()
    return Poll(kind, row)


def mark(db: Db, meeting: Meeting, kind: str) -> None:
    """People look back on a meeting as on one of this kind. Raises Answered."""
    if meeting.poll == kind:
        return
    if reflections.count(db, meeting.network_id, number(meeting.id)):
        raise Answered
    meeting.poll = kind
