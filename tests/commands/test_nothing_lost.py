"""A long text in a form that cannot be saved is kept, given back, or still stands in the form."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from _pytest.mark.structures import ParameterSet
from sqlmodel import select

from bot.commands.calls import Answer, Errors, Nothing, Pressed, Reply, Sent
from bot.commands.table import ACTIONS
from bot.house import TheHouse
from bot.store.db import Store
from bot.store.tables import Meeting
from bot.ui import Form, form_text, message_text
from tests.commands.beginning import AWAY, HOME
from tests.commands.both import Act, OnDiscord, OnSlack, Platform
from tests.commands.conftest import Begun
from tests.commands.doors import KEYS, NOW, NOWHERE
from tests.commands.forms import FORMS
from tests.commands.test_rights import shown

LONG = ("Bring one robot for each of us. " * 100)[:3000].strip()
CHOSEN = (
    "who",
    "day",
    "time",
    "language",
    "zone",
    "rule",
    "until",
    "kind",
    "otherwise",
    "whom",
    "place",
    "lead",
    "owner",
    "mode",
    "practice",
    "circle",
    "after",
    "school",
    "work",
    "phases",
    "noon",
    "travel",
    "speaks",
    "priority",
    "field",
    "every",
    "phase",
    "on",
    "weeks",
    "one",
    "other",
    "thing",
    "rules",
    "meeting",
    "phase",
)
WITH_TEXT = [
    (action.name, key)
    for action in ACTIONS
    for key in FORMS.get(action.name, {})
    if action.form and key not in CHOSEN
]
"""Every field of every form into which something is typed."""
EACH = ("platform", "name", "key")


def in_turn(first: type[Platform], second: type[Platform]) -> list[ParameterSet]:
    """Every such field on both platforms; at small size on the first or the second, in turn."""
    return [
        pytest.param(platform, name, key, marks=[pytest.mark.at_full_size] if skipped else [])
        for number, (name, key) in enumerate(WITH_TEXT)
        for platform, skipped in ((first, number % 2), (second, not number % 2))
    ]


RIGHT = {"again": 3}
"""By the last part of its action: the meeting that the form is about, else the first."""

pytestmark = pytest.mark.must_hold("A2", 6)


@pytest.fixture(params=[OnSlack, OnDiscord])
def platform(request: pytest.FixtureRequest) -> type[Platform]:
    chosen: type[Platform] = request.param
    return chosen


class People:
    """The cast of a platform before a house, in which each act is a new one."""

    def __init__(self, store: Store, platform: type[Platform]) -> None:
        self.store, self.platform, self.acts = store, platform, 500
        self.house = TheHouse(store, now=lambda: NOW, keys=KEYS, wake=lambda: None)

    def do(self, who: str, room: str, said: Pressed | Sent) -> Answer:
        self.acts += 1
        return self.house.act(self.platform.call(Act(who, room, said), self.acts))

    def has(self, who: str, room: str, answer: Answer, text: str) -> bool:
        """Whether the person still has the text: before them, or one press away."""
        match answer:
            case Errors(problems):
                return bool(problems)
            case Form():
                return text in form_text(answer)
            case Reply(message, file):
                if text in message_text(message) or (file and text in file.content.decode()):
                    return True
                drafts = [b for b in message.buttons() if b.action.startswith("draft:")]
                return any(
                    self.has(who, room, self.do(who, room, Pressed(button.action)), text)
                    for button in drafts
                )
            case Nothing():
                return False


@pytest.fixture
def people(begun: Begun, tmp_path: Path, platform: type[Platform]) -> Iterator[People]:
    store = Store(begun(platform, tmp_path / "copy.db"))
    yield People(store, platform)
    store.close()


def form(name: str, key: str, subject: int | None = None, **more: str) -> Sent:
    """The form of an action, with a long text in one field."""
    noun, _, last = name.partition(".")
    about = RIGHT.get(last, 1) if subject is None else subject
    if last == "plan" and subject is None:
        about = 0
    values = dict(FORMS[name]) | {key: (LONG,)} | {k: (v,) for k, v in more.items()}
    return Sent(f"{noun}:{about}:{last}", values)


@pytest.mark.parametrize(EACH, in_turn(OnSlack, OnDiscord), indirect=["platform"])
def test_with_a_mistake_beside_it(people: People, name: str, key: str) -> None:
    answer = people.do("Ana", HOME, form(name, key, day="soon", zone="Atlantis"))

    assert people.has("Ana", HOME, answer, LONG)
    assert "went wrong" not in shown(answer)


@pytest.mark.parametrize(EACH, in_turn(OnDiscord, OnSlack), indirect=["platform"])
@pytest.mark.parametrize(
    ("who", "room"),
    [
        ("Ben", HOME),
        pytest.param("Cleo", HOME, marks=pytest.mark.at_full_size),
        ("Dev", AWAY),
        pytest.param("Cleo", AWAY, marks=pytest.mark.at_full_size),
    ],
)
def test_from_who_has_lost_the_right_or_the_network(
    people: People, name: str, key: str, who: str, room: str
) -> None:
    """Ben was a deputy; Cleo may not plan; Dev and Ana's network have nothing in common."""
    assert isinstance(people.do("Ana", HOME, Pressed("network:1:dismiss:2")), Reply)
    answer = people.do(who, room, form(name, key))

    assert people.has(who, room, answer, LONG)
    assert "went wrong" not in shown(answer)


@pytest.mark.parametrize(EACH, in_turn(OnDiscord, OnSlack), indirect=["platform"])
def test_to_what_is_gone(people: People, name: str, key: str) -> None:
    people.do("Ana", HOME, Pressed("meeting:3:discard"))
    for subject in (3, 77):
        answer = people.do("Ana", HOME, form(name, key, subject))

        assert people.has("Ana", HOME, answer, LONG)
        assert "went wrong" not in shown(answer)


@pytest.mark.parametrize(EACH, in_turn(OnSlack, OnDiscord), indirect=["platform"])
def test_while_the_database_is_away(platform: type[Platform], name: str, key: str) -> None:
    people = People(Store(NOWHERE), platform)
    answer = people.do("Ana", HOME, form(name, key))

    assert people.has("Ana", HOME, answer, LONG)
    assert isinstance(answer, Errors) == platform.abilities.field_errors
    assert "Please try again." in shown(answer)


@pytest.mark.parametrize("name", sorted({name for name, _ in WITH_TEXT}))
@pytest.mark.parametrize("alone", [True, False])
def test_in_a_field_that_has_another_name_now(people: People, name: str, *, alone: bool) -> None:
    sent = form(name, "heading")
    values = {"heading": (LONG,)} if alone else sent.values
    answer = people.do("Ana", HOME, Sent(sent.action, values))

    assert people.has("Ana", HOME, answer, LONG)
    assert not isinstance(answer, Errors)  # a form that lacks a field can never be mended
    assert "went wrong" not in shown(answer)


def test_in_a_form_that_was_opened_in_another_network(people: People) -> None:
    """Ana is in both; between opening the form and sending it, the day has ended."""
    join = Act("Ana", AWAY, Pressed("network:2:join"))
    assert isinstance(people.house.act(people.platform.call(join, 400)), Reply)
    sent = Sent("meeting:0:plan", dict(FORMS["meeting.plan"]) | {"about": ("Robots",)})
    call = people.platform.call(Act("Ana", HOME, sent), 401)
    asked = people.house.act(replace(call, place=replace(call.place, channel="")))
    assert isinstance(asked, Reply)
    assert "Which network do you mean?" in message_text(asked.message)
    opened = people.do("Ana", "westshire", Pressed(asked.message.buttons()[0].action))

    assert isinstance(opened, Form)
    assert "Robots" in form_text(opened)
    assert opened.action == "meeting:0:plan:1"


def test_in_a_form_whose_meeting_is_gone(people: People) -> None:
    sent = Sent("meeting:3:again", {"title": ("Robots",), "about": (LONG,)})
    wrong = people.do("Ana", HOME, sent)
    people.do("Ana", HOME, Pressed("meeting:3:discard"))
    if isinstance(wrong, Reply):
        again = people.do("Ana", HOME, Pressed(wrong.message.buttons()[0].action))
    else:  # the form is still open, and is sent once more
        assert isinstance(wrong, Errors)
        again = people.do("Ana", HOME, sent)

    assert shown(again).startswith("I cannot find that any more.")
    assert people.has("Ana", HOME, again, LONG)


def test_what_is_too_long_to_be_shown_comes_as_a_file(people: People) -> None:
    answer = people.do("Cleo", HOME, Sent("meeting:1:call-off", {"reason": (LONG * 2,)}))

    assert isinstance(answer, Reply)
    assert answer.file
    assert answer.file.content.decode() == LONG * 2


def test_what_could_be_saved_is_not_given_back(people: People) -> None:
    about = LONG[:1200].strip()
    values = dict(FORMS["meeting.plan"]) | {"about": (about,)}
    answer = people.do("Ana", HOME, Sent("meeting:0:plan:1", values))

    assert "is planned" in shown(answer)
    assert "copy" not in shown(answer)
    with people.store.read() as db:
        assert about in db.all(select(Meeting.about))
