"""Whatever somebody has not agreed to share appears nowhere: in no list, search, completion or
file, whoever asks and however.
"""

import io
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import count

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from bot.chat import Abilities, Place, Profile
from bot.commands.calls import Answer, Call, File, Pressed, Reply, Sent, Typed
from bot.commands.router import ROUTER
from bot.store.db import Db, Store
from bot.ui import Form, form_text, message_text
from tests.commands.test_once import taken_back
from tests.people.town import (
    EACH_KIND,
    LENT,
    NETWORKS,
    NOW,
    PEOPLE,
    TOPICS,
    VIEWERS,
    WORDS,
    Someone,
    account,
    build,
    every_word,
    may_see,
    word,
)
from tests.plugins.room import KEYS

Size = Callable[[int, int], int]
Figure = Callable[[str], None]
ABILITIES = Abilities(field_errors=True, day_picker=True, lists_members=False, repeat_safe=0)
SAID = Typed | Pressed | Sent
PLACES = {"member": "C1", "coordinator": "C1", "guest": "C1", "left": "C1", "dev": "C2"}
"""Where each of them asks; the others in a direct message."""
MANY = st.lists(st.integers(0, 10_000), min_size=6, max_size=6)


@dataclass
class Town:
    """People in a transaction, and all who ask."""

    db: Db
    people: list[Someone]
    members: list[int]
    numbers: "count[int]"
    asked: int = 0

    def call(self, viewer: str, said: SAID, channel: str | None = None) -> Call:
        where = PLACES.get(viewer, "") if channel is None else channel
        self.asked += 1
        return Call(
            f"call-{next(self.numbers)}", 1, account(viewer), Profile("Looker", "en"),
            Place("memory", "northshire", where), said, ABILITIES,
        )  # fmt: skip

    def asks(self, viewer: str, said: SAID, channel: str | None = None) -> str:
        call = self.call(viewer, said, channel)
        return everything(ROUTER.go_on(ROUTER.meet(self.db, call, NOW, KEYS, "https://x.example")))

    def suggested(self, viewer: str, text: str) -> str:
        call = self.call(viewer, Typed("network", text))
        found = ROUTER.suggest(self.db, call, NOW, KEYS)
        return "\n".join(word for pair in found for word in pair)

    def may(self, viewer: str, network: int) -> set[str]:
        """What they may see of a network."""
        roles = {at: role for at, role, left in VIEWERS[viewer] if not left and role != "guest"}
        if network not in roles:
            return set()
        return may_see(self.people, network, names=roles[network] == "coordinator")


def everything(answer: Answer) -> str:
    """All that an answer holds: its words, its buttons, its file."""
    match answer:
        case Reply(message, file):
            buttons = "\n".join(f"{one.label} {one.spoken}" for one in message.buttons())
            return "\n".join((message_text(message), buttons, _file(file)))
        case Form():
            return form_text(answer)
        case _:
            return str(answer)


def _file(file: File | None) -> str:
    if file is None:
        return ""
    if file.name.endswith("xlsx"):
        archive = zipfile.ZipFile(io.BytesIO(file.content))
        return "\n".join(archive.read(name).decode() for name in archive.namelist())
    return file.content.decode("utf-8-sig")


def ways(town: Town, network: int, picks: list[int]) -> Iterator[SAID]:
    """Ways to ask a network about its people, by buttons and forms that may be made up."""
    button = f"network:{network}"
    for last in ("people", "people:0", "people:1", "people-find", "share", "everybody",
                 "everybody:1", "people-file:xlsx", "people-file:csv", "topics", "topics:1",
                 "hand-over", "hand-over:1", "hand-over-file", "schools", "schools:1"):  # fmt: skip
        yield Pressed(f"{button}:{last}")
    for member in town.members:
        yield Pressed(f"{button}:person:{member}")
    words = every_word(town.people)
    for pick in picks:
        yield Pressed(f"{button}:people:0:own-{pick % 40}::")
        yield Pressed(f"topic:{pick % 40}:read")
        yield Sent(f"topic:{pick % 40}:same", {"name": ("zq1wish",)})
        yield Pressed(f"{button}:people:0:::{pick % 60}")
        yield Sent(f"{button}:people-find", {"topic": (words[pick % len(words)],)})
        yield Sent(f"{button}:people-find", {"place": (str(pick % 60),)})
    yield Pressed(f"{button}:people:0:{TOPICS[picks[0] % len(TOPICS)]}:primary:")


def check(viewer: str, said: SAID, answer: str, allowed: set[str]) -> None:
    """Nothing stands in the answer but what is allowed, and what was typed, where it is quoted or
    given back.
    """
    typed = said.text.removeprefix("people") if isinstance(said, Typed) else ""
    if isinstance(said, Sent):
        typed = " ".join(one for key in ("topic", "name") for one in said.values.get(key, ()))
    typed = typed.strip()
    if typed:
        answer = answer.replace(f"“{typed}”", "")
        answer = answer.replace(f"so that it is not lost:\n{typed}\n", "")
    assert set(WORDS.findall(answer)) <= allowed, f"{viewer} {said}: {answer}"


def look_around(town: Town, picks: list[int]) -> None:
    """Everybody asks in every way."""
    words = every_word(town.people)
    for viewer in VIEWERS:
        for network in NETWORKS:
            allowed = town.may(viewer, network)
            for said in ways(town, network, picks[: 3 if allowed else 1]):
                known = for_coordinators(town, viewer, network) if plans(said) else set()
                check(viewer, said, town.asks(viewer, said), allowed | known)
        home = {"dev": 2, "stranger": 0, "both": 0}.get(viewer, 1)
        allowed = town.may(viewer, home) if home else set()
        for text in ("people", *(f"people {words[pick % len(words)]}" for pick in picks)):
            typed = Typed("network", text)
            check(viewer, typed, town.asks(viewer, typed), allowed)
            assert set(WORDS.findall(town.suggested(viewer, text))) <= allowed
        assert set(WORDS.findall(town.suggested(viewer, "people zq"))) <= allowed
    for viewer, home in (("member", 1), ("coordinator", 1), ("dev", 2)):
        guess(town, viewer, home, [words[pick % len(words)] for pick in picks[:3]])
    for viewer in ("stranger", "guest", "left", "dev"):
        for channel in ("C1", LENT):
            # Who has one network of their own speaks of it where another one is not at home.
            own = town.may(viewer, 2) if channel == LENT else set()
            for said in (Typed("network", "people"), Pressed("network:0:people")):
                check(viewer, said, town.asks(viewer, said, channel), own)
            pressed = Pressed("network:1:people")
            check(viewer, pressed, town.asks(viewer, pressed, channel), set())


def plans(said: SAID) -> bool:
    """Whether it asks for a page of coordinators, with the network's schools and nobody at them."""
    return isinstance(said, Pressed) and bool(
        {"hand-over", "hand-over-file", "schools"} & set(said.action.split(":"))
    )


def for_coordinators(town: Town, viewer: str, network: int) -> set[str]:
    """What a coordinator knows: how schools are called, and who else plans."""
    if (network, "coordinator", False) not in VIEWERS[viewer]:
        return set()
    facts = ("school", "region", "left", "into", "was")
    rows = [(n, one.rows[network - 1]) for n, one in enumerate(town.people)]
    return {word(n, fact, network) for n, _ in rows for fact in facts} | {
        word(n, "name") for n, row in rows if row and row.role == "coordinator" and not row.left
    }


def guess(town: Town, viewer: str, home: int, words: list[str]) -> None:
    """Somebody names words like those of others as their own: none is offered that is not shown."""
    typed: set[str] = set()
    for word_ in words:
        for tried in (word_[:-1], f"{word_} x", word_.upper()):
            typed |= {tried, *WORDS.findall(tried)}
            for kind in ("strength", "wish"):
                said = Sent(f"profile:0:topics:{home}", {kind: (tried,)})
                found = set(WORDS.findall(town.asks(viewer, said)))
                assert found - typed <= town.may(viewer, home), (viewer, said)


def finds_who_agreed(town: Town) -> None:
    """And what is agreed to is found: a topic brings exactly those who show it."""
    for topic in TOPICS:
        told = town.asks("member", Pressed(f"network:1:people:0:{topic}::"))
        meant = {
            word(n, "name")
            for n, one in enumerate(town.people)
            if (one.shows(1, "work") and topic in one.topics[0])
            or (one.shows(1, "help") and topic in one.topics[1])
        }
        assert {one for one in WORDS.findall(told) if one.endswith("name")} == meant
    told = town.asks("member", Typed("network", "people"))
    names = {one for one in may_see(town.people, 1) if one.endswith("name")}
    assert {one for one in WORDS.findall(told) if one.endswith("name")} == names


@pytest.mark.must_hold("B1", 6)
@pytest.mark.timeout(900)
def test_what_is_not_agreed_to_appears_nowhere(
    sqlite_store: Store, size: Size, figure: Figure
) -> None:
    numbers, asked, towns = count(), 0, 0

    @settings(max_examples=size(60, 2), suppress_health_check=list(HealthCheck))
    @example(EACH_KIND, [*range(3, 99, 16)])
    @given(PEOPLE, MANY)
    def hold(people: list[Someone], picks: list[int]) -> None:
        nonlocal asked, towns
        with taken_back(sqlite_store) as db:
            town = Town(db, people, build(db, people), numbers)
            look_around(town, picks)
            finds_who_agreed(town)
            asked, towns = asked + town.asked, towns + 1

    hold()
    figure(f"{towns} random towns, {asked} questions: nothing seen that was not agreed to")
