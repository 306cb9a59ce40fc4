"""A pasted list of names answers for all of them at once."""

import pytest

from bot.core.listed_people import matched
from bot.core.name_lists import Line, read
from bot.views.rsvps import answer_typed
from bot.views.words import words
from tests.plugins.room import ANA, BEN, CLEO, RoomOfPeople

KNOWN = (
    (1, "Ana Silva"),
    (2, "Ben Carter"),
    (3, "Zoë O'Neill"),
    (4, "Anne-Marie Lee"),
    (5, "Ana Sousa"),
)


def said(text: str, otherwise: str = "yes", language: str = "en") -> list[tuple[str, str]]:
    found = read(text, otherwise, lambda word: answer_typed(words(language), word), ("Ben Carter",))
    return [(line.name, line.said) for line in found.lines]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Kim Lee yes", [("Kim Lee", "yes")]),
        ("no: Tom, Ana Silva", [("Tom", "no"), ("Ana Silva", "no")]),
        ("Kim Lee, Tom no, Cleo", [("Kim Lee", "yes"), ("Tom", "no"), ("Cleo", "yes")]),
        ("Kim Lee - maybe", [("Kim Lee", "maybe")]),
        ("Kim Lee: Yes, if I am released", [("Kim Lee", "released")]),
        ("Kim Lee (no)", [("Kim Lee", "no")]),
        (
            "1. Kim Lee\n2) Tom\n- Cleo\n• Ana",
            [(n, "yes") for n in ("Kim Lee", "Tom", "Cleo", "Ana")],
        ),
        ("Kim Lee\tno\nTom\tyes", [("Kim Lee", "no"), ("Tom", "yes")]),
        (
            "Kim Lee <kim@school.example>; tom@school.example Tom",
            [("Kim Lee", "yes"), ("Tom", "yes")],
        ),
        ("Anne-Marie Lee no", [("Anne-Marie Lee", "no")]),
        ("Kim Lee ✓\nTom ❌", [("Kim Lee", "yes"), ("Tom", "no")]),
        ("Kim Lee maybe, no: Tom", [("Kim Lee", "maybe"), ("Tom", "no")]),
        ("Tom, Ana Silva: no", [("Tom", "no"), ("Ana Silva", "no")]),
        ("yes: Kim, Bo, no: Tom", [("Kim", "yes"), ("Bo", "yes"), ("Tom", "no")]),
        ("Yes:\nKim\nTom\nNo (1):\nBo", [("Kim", "yes"), ("Tom", "yes"), ("Bo", "no")]),
        ("Yes, if I am released: Kim Lee", [("Kim Lee", "released")]),
        ("Carter, Ben\nDa, Di", [("Ben Carter", "yes"), ("Da", "yes"), ("Di", "yes")]),
        ("\n, ;\n---\n12\n", []),
        ("Yesim Noor", [("Yesim Noor", "yes")]),
        ("Maybe Otto Karl\nZoe Lind yes please!!\nyes Ben Carter\nBen Carter and his wife", []),
        ("María del Carmen de la Cruz López", [("María del Carmen de la Cruz López", "yes")]),
        (
            "Ursula von der Leyen und zu Hohen Berg\nwe come on Tuesday after the lesson",
            [],
        ),
        ("Jan Peter van den Berg Smit: no", [("Jan Peter van den Berg Smit", "no")]),
        ("je ne viens pas de la semaine", []),
        ("Yes Wong: yes\nBen Carter", [("Yes Wong", "yes"), ("Ben Carter", "yes")]),
    ],
)
def test_what_people_paste_is_read(text: str, found: list[tuple[str, str]]) -> None:
    assert said(text) == found


async def test_what_cannot_be_read_is_said_and_stays(room: RoomOfPeople) -> None:
    await room.plan()
    text = "Kim Lee\nx@y.de\n🦓\n=1+1\nwe all come on Tuesday instead"
    shown = await enters(room, text)

    lost = "I could not read: x@y.de · 🦓 · =1+1 · we all come on Tuesday instead"
    assert "1 is new, without an account: Kim Lee" in shown
    assert lost in shown
    await room.presses(ANA, "Change it")
    assert lost in await room.fills(ANA)
    assert "1 answer is entered." in await room.presses(ANA, "Keep it")


async def test_two_answers_of_one_name_are_asked_back(room: RoomOfPeople) -> None:
    await room.plan()
    shown = await enters(room, "Tom no\nTom yes")

    assert "I found two answers for Tom. Please keep one of them." in shown
    assert "[Keep it]" not in shown


@pytest.mark.parametrize(
    ("label", "names"), [("One person, surname first", "Kim Lee"), ("Two people", "Lee and Kim")]
)
async def test_a_comma_is_asked_back_where_it_may_be_one_person_or_two(
    room: RoomOfPeople, label: str, names: str
) -> None:
    await room.plan()
    shown = await enters(room, "no: Bo Ray\nLee, Kim")
    assert "Lee, Kim: one person, surname first, or two people?" in shown
    assert "Each pair" not in shown
    shown = await room.presses(ANA, label)

    assert f"without an account: Bo Ray{' and ' if names == 'Kim Lee' else ', '}{names}" in shown
    assert "No 1" in shown
    await room.presses(ANA, "Keep it")
    assert names.partition(" and ")[0] in await room.presses(ANA, "Who is coming")


async def test_each_pair_of_names_is_a_question_of_its_own(room: RoomOfPeople) -> None:
    await room.plan()
    shown = await enters(room, "Lee, Kim\nTom, Ben\nFox, Sam no")
    assert [line for line in shown.splitlines() if "one person, surname first, or" in line] == [
        f"{pair}: one person, surname first, or two people?"
        for pair in ("Lee, Kim", "Tom, Ben", "Fox, Sam")
    ]
    shown = await room.presses(ANA, "Two people", nth=1)
    assert "Tom, Ben: one" not in shown
    shown = await room.presses(ANA, "One person, surname first")
    assert "Lee, Kim: one" not in shown
    shown = await room.presses(ANA, "One person, surname first")

    assert "Yes 3, No 1. 3 are new, without an account: Kim Lee, Tom and Sam Fox" in shown


async def test_many_pairs_are_answered_at_once(room: RoomOfPeople) -> None:
    await room.plan()
    shown = await enters(room, "\n".join(f"Lee, Kim{letter}" for letter in "abcdef"))
    assert "And 2 more." in shown
    shown = await room.presses(ANA, "Two people")
    assert "And 1 more." in shown
    shown = await room.presses(ANA, "Each pair is one person")

    assert "Yes 7. 7 are new, without an account: Lee, Kima, Kimb Lee, Kimc Lee" in shown


def test_answers_are_read_in_every_language() -> None:
    assert said("Kim Lee nein\nTom oui\nnein: Ana", language="de") == [
        ("Kim Lee", "no"),
        ("Tom", "yes"),
        ("Ana", "no"),
    ]


def test_known_people_are_matched_and_unsure_ones_asked_for() -> None:
    lines = [Line(name, "yes") for name in ("silva, ANA", "Zoe ONeill", "Ben", "Ana", "Kim Lee")]
    found = [(one.member, one.like) for one in matched(lines, KNOWN)]

    assert found[0] == (1, "")
    assert found[1] == (None, "Zoë O'Neill")
    assert found[2] == (None, "Ben Carter")
    assert found[3] == (None, "Ana Sousa")  # the other Ana stands on the list herself
    assert found[4] == (None, "")


async def enters(room: RoomOfPeople, text: str) -> str:
    await room.says(ANA, "/rsvp list")
    return await room.fills(ANA, {"Who has answered?": text})


async def test_it_is_shown_before_it_is_kept_and_can_be_undone(room: RoomOfPeople) -> None:
    await room.plan()
    await room.presses(BEN, "Maybe")
    await room.says(CLEO, "/network")
    before = await room.presses(ANA, "Who is coming")

    shown = await enters(room, "Ben yes\nKim Lee, Tom Fox\nno: Cleo")
    assert "Yes 3, No 1. 2 are new, without an account: Kim Lee and Tom Fox" in shown
    assert await room.presses(ANA, "Who is coming") == before
    assert "4 answers are entered." in await room.presses(ANA, "Keep it")
    await room.passes(seconds=5)
    assert "Yes 3 · Yes, if I am released 0 · Maybe 0 · No 1" in room.posts()[-1]
    assert "Coming: Ben, Kim Lee and Tom Fox" in room.posts()[-1]
    assert "That is taken back." in await room.presses(ANA, "Undo")
    assert await room.presses(ANA, "Who is coming") == before


async def test_who_may_be_somebody_is_asked_for(room: RoomOfPeople) -> None:
    await room.plan()
    await room.presses(BEN, "Maybe")
    shown = await enters(room, "Benn yes")
    assert "Is Benn the same as Ben?" in shown
    shown = await room.presses(ANA, "The same")
    assert "new" not in shown
    await room.presses(ANA, "Keep it")

    assert "Yes (1): Ben" in await room.presses(ANA, "Who is coming")


async def test_a_later_answer_of_their_own_stays(room: RoomOfPeople) -> None:
    await room.plan()
    await room.presses(BEN, "Yes")
    await enters(room, "no: Ben")
    await room.presses(ANA, "Keep it")
    assert "Your answer: No" in await room.says(BEN, "/rsvp")
    await room.says(BEN, "/rsvp maybe")
    await room.presses(ANA, "Undo")

    assert "Your answer: Maybe" in await room.says(BEN, "/rsvp")


async def test_entered_again_it_changes_nothing(room: RoomOfPeople) -> None:
    await room.plan()
    await enters(room, "Kim Lee yes")
    await room.presses(ANA, "Keep it")
    shown = await enters(room, "Kim Lee yes")

    assert "new" not in shown
    assert "0 answers are entered." in await room.presses(ANA, "Keep it")


async def test_where_places_are_limited_they_wait_in_the_order_of_the_list(
    room: RoomOfPeople,
) -> None:
    await room.plan()
    await room.says(ANA, "/meeting places")
    await room.fills(ANA, {"How many places in the room?": "1"})
    await enters(room, "Kim Lee\nTom Fox\nBo Ray")
    await room.presses(ANA, "Keep it")

    await room.passes(seconds=5)
    assert "Places: 1 of 1 taken, 2 waiting" in room.posts()[-1]
    assert "Waiting list (2): Tom Fox and Bo Ray" in await room.presses(BEN, "Who is coming")
    await room.presses(ANA, "Undo")
    assert "nobody yet" in await room.presses(ANA, "Who is coming")


async def test_what_cannot_be_used_is_told_at_its_field(room: RoomOfPeople) -> None:
    await room.plan()
    assert "Please write a name on each line." in await enters(room, "---")
    lost = await room.fills(ANA, {"Who has answered?": "Tom Fox – no – ill\nKim: I come later"})
    assert "I could not read: Tom Fox – no – ill · Kim: I come later. Please write" in lost
    many = "\n".join(f"Kim X{'abcdefghij'[n % 10]}{'abcdefghij'[n // 10]}" for n in range(61))
    assert "At most 60 names, please." in await room.fills(ANA, {"Who has answered?": many})
