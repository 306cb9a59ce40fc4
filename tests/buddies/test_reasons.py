"""Each line about people who go together is true, about work and never about a lack, and tells
nothing that they have not agreed to show.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from itertools import combinations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.core.pairing.dealing import deal
from bot.core.pairing.people import Group, Question, Rules, Someone
from bot.core.topics import own, vocabulary
from bot.i18n import LANGUAGES
from bot.i18n.catalog import HOLE
from bot.i18n.names import tongue
from bot.views import reasons
from bot.views.colleagues import phase_words
from bot.views.reasons import Known, line, own_line, side_words
from bot.views.words import words
from tests.buddies.some_people import Village, otherwise, villages

Size = Callable[[int, int], int]
NAMES = {str(n): f"Zq{'abcdefghijklm'[n]}" for n in range(1, 13)}
TOPICS = {**vocabulary(), "own-7": own(7, "Kites")}
LACKS = {
    "en": "weak|need|lack|only|alone|lonel|isolat|nobody|left out|block|paus|wait|miss|fail|poor",
    "de": "schwach|schwäch|brauch|mangel|fehl|einzig|allein|einsam|isolier|niemand|übrig|block"
    "|paus|wart|schlecht|nötig",
    "fr": "faible|besoin|manqu|seul|isol|personne|exclu|écart|bloqu|paus|attend|attent|mauvais"
    "|lacune",
    "it": "debol|bisogn|manc|solo|sola|soli|sole|isolat|nessun|esclus|bloc|paus|aspett|attes"
    "|carenz",
    "fi": "heik|tarvit|tarpee|puut|ainoa|yksin|eristet|ketään|kukaan|ulkopuol|est|tauo|odot"
    "|huono",
}  # fmt: skip
"""The beginnings of words that tell of a lack, of a block, a pause or a wait."""


def lines(group: Group, village: Village, people: Mapping[str, Someone]) -> dict[str, list[str]]:
    """Both lines of a group in every language: to themselves, and to others."""
    known = {key: Known(NAMES[key], one) for key, one in people.items()}
    return {
        language: [
            tell(words(language), group, known, village.shows, TOPICS) for tell in (own_line, line)
        ]
        for language in LANGUAGES
    }


def dealt(village: Village) -> tuple[Group, ...]:
    return deal(Question(village.people, village.history, village.rules, seed=5)).groups


def by_id(people: tuple[Someone, ...]) -> dict[str, Someone]:
    return {one.id: one for one in people}


class Reader:
    """Reads a line back, and looks in the raw data whether it may stand there."""

    def __init__(self, language: str, village: Village, group: Group, *, is_own: bool) -> None:
        self.t, self.village, self.group = words(language), village, group
        self.people, self.shows = by_id(village.people), village.shows
        self.is_own = is_own
        self.met = {frozenset((one.a, one.b)) for one in village.history}

    def read(self, said: str) -> list[str]:
        """The kinds of what a line says. Fails where some of it is not so, or not shown."""
        for found in self._readings(said):
            if all(self._holds(kind, values) for kind, values in found):
                return [kind for kind, _ in found]
        raise AssertionError(said)

    def _readings(self, said: str) -> Iterator[list[tuple[str, dict[str, str]]]]:
        """All the ways in which a line can be read as one sentence of ours, or as two."""
        for cut in [len(said), *(at.start() for at in re.finditer(r"(?<=\.) ", said))]:
            parts = [part for part in (said[:cut], said[cut + 1 :]) if part]
            each = [list(self._sentences(part)) for part in parts]
            if all(each):
                yield from (
                    ([one] for one in each[0])
                    if len(each) == 1
                    else ([one, other] for one in each[0] for other in each[1])
                )

    def _sentences(self, said: str) -> Iterator[tuple[str, dict[str, str]]]:
        tables = (reasons._OF_YOU, reasons._OF_THEM) if self.is_own else (reasons._OF_THEM,)
        for kind, text in ((str(k), text) for table in tables for k, text in table.items()):
            pattern = HOLE.sub(r"(?P<\1>.+?)", re.sub(r"([.?+*()])", r"\\\1", self._said(text)))
            if found := re.fullmatch(pattern, said):
                yield kind, found.groupdict()

    def _said(self, text: str) -> str:
        holes = {name: f"{{{name}}}" for name in ("one", "two", "names", "what", "other")}
        return self.t(text, **holes)

    def _who(self, values: dict[str, str]) -> tuple[str, ...]:
        told = " ".join(values.get(name, "") for name in ("one", "two", "names"))
        found = [key for key, name in NAMES.items() if re.search(rf"\b{name}\b", told)]
        first = next((key for key, name in NAMES.items() if name == values.get("one")), "")
        return tuple(sorted(found, key=lambda key: key != first)) or self.group.who

    def _holds(self, kind: str, values: dict[str, str]) -> bool:
        who = self._who(values)
        assert set(who) <= set(self.group.who)
        if kind in ("first-time", "again", "again-some"):
            again = any(set(pair) in self.met for pair in combinations(self.group.who, 2))
            return again is (kind != "first-time") and set(who) == set(self.group.who)
        if kind in ("both-ways", "one-way", "one-way-two"):
            giver, *takers = who
            there = kind != "both-ways" or self._helps(takers[0], giver, values["other"])
            return there and all(self._helps(giver, one, values["what"]) for one in takers)
        if not all("work" in self.shows[one] for one in who):
            return False
        people = [self.people[one] for one in who]
        held = all(self._fits(kind, a, b) for a, b in combinations(people, 2))
        return held and self._is_named(kind, people, values.get("what", ""))

    def _helps(self, giver: str, taker: str, name: str) -> bool:
        """Both agreed to show it, it is so, and it counted."""
        keys = {key for key, topic in TOPICS.items() if topic.name(self.t.language) == name}
        both = self.people[giver].strengths & self.people[taker].needs & keys
        counted = any(
            term in ("both-ways", "one-way")
            and both & set(of)
            and by in ((giver, taker), self.group.who)
            for term, of, by in self.group.terms
        )
        shown = "help" in self.shows[giver] and "wish" in self.shows[taker]
        return bool(both) and shown and counted

    def _fits(self, kind: str, a: Someone, b: Someone) -> bool:
        """What is said of each two is so, and, but for three plain truths, it counted."""
        fits = {
            "sector": "" not in (a.sector, b.sector) and a.sector != b.sector,
            "subject": bool(a.subjects & b.subjects),
            "experience": abs((a.years or 0) - (b.years or 0)) >= 5
            and None not in (a.years, b.years),
            "ages": bool(a.phases and b.phases) and not a.phases & b.phases,
            "phase": bool(a.phases & b.phases),
            "region": a.region == b.region != "",
            "languages": bool(a.languages & b.languages),
            "schools": bool(a.schools and b.schools) and not a.schools & b.schools,
        }[kind]
        counted = any(term == kind and {a.id, b.id} <= set(by) for term, _, by in self.group.terms)
        return fits and (counted or kind in ("ages", "phase", "schools"))

    def _is_named(self, kind: str, people: list[Someone], what: str) -> bool:
        """What is named is what they have in common, or of each of them."""
        common: dict[str, list[str]] = {
            "subject": [
                TOPICS[key].name(self.t.language)
                for key in frozenset.intersection(*(one.subjects for one in people)) & set(TOPICS)
            ],
            "ages": [
                self.t.names(
                    name
                    for key, name in phase_words(self.t).items()
                    if any(key in one.phases for one in people)
                )
            ],
            "phase": [
                self.t.names(
                    name
                    for key, name in phase_words(self.t).items()
                    if all(key in one.phases for one in people)
                )
            ],
            "languages": [
                self.t.names(
                    tongue(key, self.t.language)
                    for key in sorted(frozenset.intersection(*(one.languages for one in people)))
                )
            ],
            "sector": [
                self.t.names(
                    name
                    for key, name in side_words(self.t).items()
                    if key in {one.sector for one in people}
                )
            ],
        }
        return what in common.get(kind, [""])


@pytest.mark.must_hold("C", 4)
@pytest.mark.timeout(900)
def test_every_line_is_true_and_tells_only_what_is_shown(
    size: Size, figure: Callable[[str], None]
) -> None:
    kinds: Counter[str] = Counter()

    @settings(max_examples=size(400, 10), derandomize=True, suppress_health_check=list(HealthCheck))
    @given(villages())
    def hold(village: Village) -> None:
        for group in dealt(village):
            for language, said in lines(group, village, by_id(village.people)).items():
                for text, is_own in zip(said, (True, False), strict=True):
                    kinds.update(Reader(language, village, group, is_own=is_own).read(text))

    hold()
    told = ", ".join(f"{kind} {count}" for kind, count in kinds.most_common())
    figure(f"{kinds.total()} sentences read back in five languages: {told}")


@pytest.mark.must_hold("C", 4)
@pytest.mark.timeout(900)
def test_what_is_not_shown_and_who_is_blocked_changes_no_line(
    size: Size, figure: Callable[[str], None]
) -> None:
    compared = 0

    @settings(max_examples=size(400, 10), derandomize=True, suppress_health_check=list(HealthCheck))
    @given(st.data())
    def hold(data: st.DataObject) -> None:
        nonlocal compared
        village = data.draw(villages())
        groups = dealt(village)
        others = data.draw(otherwise(village))
        rules = Rules(together=tuple(group.who for group in groups))
        again = {
            frozenset(group.who): group
            for group in deal(Question(others, village.history, rules)).groups
        }
        for group in groups:
            here = lines(group, village, by_id(village.people))
            there = lines(again[frozenset(group.who)], village, by_id(others))
            assert here == there
            compared += 1

    hold()
    figure(f"{compared} groups whose hidden sides, blocks and pauses differ: the same lines")


@pytest.mark.must_hold("C", 4)
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_line_tells_of_a_lack(language: str) -> None:
    t = words(language)
    holes = dict.fromkeys(("one", "two", "names", "what", "other"), "X")
    said = [
        t(text, **holes) for table in (reasons._OF_YOU, reasons._OF_THEM) for text in table.values()
    ]
    for text in (*said, *side_words(t).values()):
        assert not re.search(rf"\b({LACKS[language]})", text.lower()), text
