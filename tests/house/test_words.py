"""Every word of ours is in every catalog, whole, translated and plain."""

import re
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

import bot
from bot.i18n import LANGUAGES
from bot.i18n.catalog import CATALOGS, HOLE
from bot.i18n.extract import messages, updated

pytestmark = pytest.mark.must_hold("A1", 7)

CODE = Path(bot.__file__).parent
FOUND = messages(CODE)
MARKS = re.compile(r"\*\*|(?<!\w)_(?=\S)|(?<=\S)_(?!\w)|\]\(")
"""The signs of bold, italic and links."""

_SAME = "the same word"
SAME: dict[str, dict[str, str]] = {
    "Kit": {"fr": _SAME, "it": _SAME},
    "kit": {"fr": _SAME, "it": _SAME},
    "kits": {"fr": _SAME},
    "Name": {"de": _SAME},
    "No": {"it": _SAME},
    "Notes": {"fr": _SAME},
    "notes": {"fr": _SAME},
    "Online": {"de": _SAME, "it": _SAME},
    "Online: {place}": {"de": _SAME, "it": _SAME},
    "online": {"de": _SAME, "it": _SAME},
    "{name} (online)": {"de": _SAME, "it": _SAME},
    "buddy": {"de": _SAME},
    "Pause": {"de": _SAME, "fr": _SAME},
    "Pages": {"fr": _SAME},
    "page": {"fr": _SAME},
    "Places": {"fr": _SAME},
    "places": {"fr": _SAME},
    "Stock": {"fr": _SAME},
    "stock": {"fr": _SAME},
    "Questions": {"fr": _SAME},
    "questions": {"fr": _SAME},
    "Region": {"de": _SAME},
}
"""Messages that are the same in a language as in English: message -> language -> why."""

UNWANTED = re.compile(
    r"\b(impact check-?ins?|reflection prompts?|cannot say|CPD units?|deploy(ed|ment)?|retention"
    r"|lapsed|unconfirmed|payload|handler|entity|invalid|error)\b",
    re.IGNORECASE,
)
"""Words that no teacher should have to read."""


def catalog(language: str) -> Catalog:
    with (CATALOGS / f"{language}.po").open("rb") as file:
        return read_po(file, locale=language)


def said(found: Catalog) -> list[Message]:
    return [message for message in found if message.id]


def forms(text: str | tuple[str, ...] | list[str] | None) -> list[str]:
    return [text] if isinstance(text, str) else list(text or ())


def pairs(language: str) -> list[tuple[str, str]]:
    """Each English form beside its translation; where they differ in number, beside the last."""
    beside = []
    for message in said(catalog(language)):
        english, translated = forms(message.id), forms(message.string)
        beside += [(english[min(i, len(english) - 1)], text) for i, text in enumerate(translated)]
    return beside


def sentences() -> list[str]:
    return [text for message in said(FOUND) for text in forms(message.id)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_catalog_has_exactly_the_messages_of_the_code(language: str) -> None:
    known = {(message.context, message.id) for message in said(catalog(language))}

    assert known == {(message.context, message.id) for message in said(FOUND)}, (
        "python -m bot.i18n extract brings the catalogs up to date"
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalog_stands_as_extract_lays_it_out(language: str) -> None:
    path = CATALOGS / f"{language}.po"

    assert path.read_bytes() == updated(path, FOUND), "run: python -m bot.i18n extract"


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_every_message_is_translated_in_all_its_forms(language: str) -> None:
    lacking = [m.id for m in said(catalog(language)) if m.fuzzy or not all(forms(m.string))]

    assert lacking == [], f"fill them in in bot/i18n/{language}.po"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_has_the_placeholders_of_its_message(language: str) -> None:
    wrong = []
    for message in said(catalog(language)):
        wanted = {hole for text in forms(message.id) for hole in HOLE.findall(text)}
        # Of a number, the form for one may say it in a word.
        spare = {"n"} if message.pluralizable else set()
        wrong += [
            (message.id, text)
            for text in forms(message.string)
            if text and not wanted - spare <= set(HOLE.findall(text)) <= wanted
        ]

    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_has_the_marks_of_its_message(language: str) -> None:
    assert [
        (english, text)
        for english, text in pairs(language)
        if text and sorted(MARKS.findall(english)) != sorted(MARKS.findall(text))
    ] == []


def test_no_line_of_french_begins_with_a_sign() -> None:
    """A space before them is one at which no line is broken."""
    assert [text for _, text in pairs("fr") if re.search(r"\S [:;!?»]|« ", text)] == []


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_a_translation_is_no_english(language: str) -> None:
    same = {
        english
        for english, text in pairs(language)
        if text == english and any(letter.isalpha() for letter in HOLE.sub("", text))
    }

    assert same == {message for message, why in SAME.items() if why.get(language)}


def test_a_sentence_has_at_most_25_words() -> None:
    long = [
        sentence
        for text in sentences()
        for sentence in re.split(r"(?<=[.?!:])\s+|\n", text)
        if len(sentence.split()) > 25
    ]

    assert long == []


def test_no_word_is_one_that_a_teacher_should_not_have_to_read() -> None:
    assert [text for text in sentences() if UNWANTED.search(text)] == []


def test_words_with_a_context_are_marked_with_it() -> None:
    """`t.p("verb", name)` finds what `marked("plan", "verb")` declared, and nothing else."""
    source = "\n".join(path.read_text(encoding="utf-8") for path in CODE.rglob("*.py"))
    asked = set(re.findall(r'\bt\.p\("(\w+)", [^")]', source))

    assert asked - {message.context for message in said(FOUND)} == set()
