"""A pasted list never turns a refusal into a yes: what says more than a name is asked back."""

import pytest

from bot.core.name_lists import read
from bot.views.rsvps import answer_typed
from bot.views.words import words
from tests.plugins.room import ANA, RoomOfPeople

MEMBERS = (
    "Ben",
    "Grace Hopper",
    "Isla Reid",
    "Noor",
    "Hugo Lindberg",
    "Cleo",
    "Liam Byrne",
    "Jo ✨",
)


def both(text: str) -> tuple[str, list[str]]:
    """Who is read as a yes, and what is asked back."""
    found = read(text, "yes", lambda word: answer_typed(words("en"), word), MEMBERS)
    assert {line.said for line in found.lines} <= {"yes"}
    return ", ".join(line.name for line in found.lines), found.unread


@pytest.mark.parametrize(
    "line",
    [
        "Ben sick", "Ben (ill)", "BEN SICK", "Ben - poorly", "Grace cant make it sorry",
        "Grace can’t", "Isla if released", "Isla Reid hopefully", "Hugo Lindberg + 1",
        "Hugo Lindberg +1", "Hugo Lindberg 2", "Hugo Lindberg plus one", "Ben & Cleo", "Ben?",
        "Ben 🤒", "Cleo kommt nicht", "Cleo Urlaub", "Cleo ist krank", "Isla wenn frei",
        "Cleo malade", "Cleo ne vient pas", "Isla se liberata", "Cleo non viene", "Cleo sairas",
        "Cleo ei pääse", "Isla jos pääsee", "Noor: no sorry, have a dentist", "no, have a dentist",
        "Ben, cant come", "Kim Lee, Tom, sick", "Tom Fox is ill", "Zoe Lind yes please!!",
        "Maybe Otto Karl", "Liam Byrne and his wife", "no: Tom, sorry", "Ben sick: no",
    ],
)  # fmt: skip
def test_who_does_not_simply_come_is_asked_back(line: str) -> None:
    assert both(f"Ana Silva\n{line}") == ("Ana Silva", [line])
    assert both(f"ana silva\n{line.lower()}")[0] in ("ana silva", "ana silva, ben - poorly")


@pytest.mark.parametrize(
    "line",
    [
        "Maria del Carmen de la Cruz Lopez", "van der Berg", "Jan van 't Veld", "O'Neil", "Kim",
        "Luca d'Angelo", "Omar al-Masri", "dr. Lee", "zoe lind", "zoe", "grace", "grace hopper",
        "Hugo lindberg", "Jo ✨", "Jos Verstappen", "Will May", "李明", "Ben Carter",
        "Kim (she/her)",
    ],
)  # fmt: skip
def test_a_name_is_one_with_small_words_too(line: str) -> None:
    assert both(f"Ana Silva\n{line}") == (f"Ana Silva, {line}", [])


def test_where_all_is_small_small_letters_say_nothing() -> None:
    text = "zoe lind\nben lind, tom fox\njos de boer\nben is late\nnoor jos pääsee"
    assert both(text) == (
        "zoe lind, ben lind, tom fox, jos de boer",
        ["ben is late", "noor jos pääsee"],
    )
    assert both("Ana Silva\nben lind") == ("Ana Silva", ["ben lind"])


def test_below_who_does_not_come_nobody_comes() -> None:
    text = "Ana\nNot coming (2):\nTom Fox\nCleo\nYes:\nBen"
    assert both(text) == ("Ana, Ben", ["Not coming (2):", "Tom Fox", "Cleo"])


@pytest.mark.parametrize(
    "heading",
    [
        "Not coming", "Not coming (2)", "No", "No (2)", "❌", "Apologies", "Apologies:", "Absentes",
        "Absents :", "Absences :", "Excusés :", "Excusées", "Cancellations:", "Absagen:", "Absagen",
        "Abgemeldet:", "Abmeldungen (2):", "Entschuldigt:", "Assenti:", "Assenze", "Malati:",
        "Estyneet:", "Poissaolot", "Poissa:",
    ],
)  # fmt: skip
def test_a_heading_of_who_does_not_come_ends_the_yes(heading: str) -> None:
    assert both(f"Anna Bell\n{heading}\nTom Lee") == ("Anna Bell", [heading, "Tom Lee"])


@pytest.mark.parametrize("line", ["Ben sick", "Malati Rao", "Grace cant make it sorry"])
def test_who_cannot_come_ends_no_yes_but_their_own(line: str) -> None:
    assert both(f"Anna Bell\n{line}\nTom Lee") == ("Anna Bell, Tom Lee", [line])


def test_a_heading_of_who_comes_needs_no_colon() -> None:
    assert both("Yes\nAnna Bell\nTom Lee") == ("Anna Bell, Tom Lee", ["Yes"])


async def test_a_refusal_is_never_a_yes(room: RoomOfPeople) -> None:
    await room.plan()
    await room.says(ANA, "/rsvp list")
    lines = ("Ben sick", "Cleo: no sorry, have a dentist", "Kim Lee + 1", "Ana if released")
    shown = await room.fills(ANA, {"Who has answered?": "\n".join(("Tom Fox", *lines))})

    assert "Yes 1. 1 is new, without an account: Tom Fox" in shown
    assert f"I could not read: {' · '.join(lines)}" in shown
    await room.presses(ANA, "Keep it")
    assert "Yes (1): Tom Fox" in await room.presses(ANA, "Who is coming")
