"""Free words are taken for a topic only where that is beyond doubt; what is near is asked back."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from bot.core import topics
from bot.core.likeness import bare

ALL = list(topics.vocabulary().values())
LINES = (Path(__file__).parent / "tuning.tsv").read_text(encoding="utf-8").splitlines()[1:]


@pytest.mark.parametrize("line", LINES)
def test_a_word_is_taken_asked_back_or_new(line: str) -> None:
    words, _, expected = line.partition("\t")
    meant = " ".join(topic.key for topic in topics.meant(words, ALL))
    near = [topic.key for topic, _ in topics.nearest(words, ALL)]
    if expected.startswith("?"):
        assert (meant, expected[1:] in near) == ("", True), near
    else:
        assert meant == ("" if expected == "-" else expected), near
        assert expected != "-" or near == []


def test_each_name_means_its_own_topic_in_every_language(size: Callable[[int, int], int]) -> None:
    wrong = {
        (topic.key, name): [one.key for one in topics.meant(name, ALL)]
        for topic in ALL[:: size(1, 4)]
        for name in (*topic.names.values(), *topic.also)
        if topics.meant(name, ALL) != [topic]
    }
    assert wrong == {}


def test_no_word_stands_for_two_topics() -> None:
    words = Counter(
        word
        for topic in ALL
        for word in {bare(name) for name in (*topic.names.values(), *topic.also)}
    )
    assert [word for word, times in words.items() if times > 1] == []


def test_the_vocabulary_is_of_some_size_and_fits_a_button() -> None:
    assert 90 <= len(ALL) <= 120
    assert all(len(name) <= 40 for topic in ALL for name in topic.names.values())
    assert all(set(topic.names) == set(topics.LANGUAGES) for topic in ALL)
    assert not any("," in name or ";" in name for topic in ALL for name in topic.names.values())


def test_a_slip_of_the_finger_never_makes_another_topic(
    size: Callable[[int, int], int], figure: Callable[[str], None]
) -> None:
    """One letter left out, doubled, or two exchanged, in each name: the right topic, or a question
    that offers it.
    """
    rng, wrong, asked, tried = Random(1), [], 0, 0
    for topic in ALL[:: size(1, 4)]:
        for name in topic.names.values():
            if len(name) < 6:
                continue
            slip = slipped(name, rng)
            meant, near = topics.meant(slip, ALL), topics.nearest(slip, ALL)
            tried += 1
            asked += not meant
            if meant not in ([], [topic]) or (not meant and topic not in [t for t, _ in near]):
                wrong.append((name, slip, [one.key for one in meant]))
    assert wrong == []
    figure(f"{tried} slips in five languages, none of another topic, {asked} asked back")


def slipped(name: str, rng: Random) -> str:
    place = rng.randrange(1, len(name) - 1)
    match rng.choice(("out", "double", "swap")):
        case "out":
            return name[:place] + name[place + 1 :]
        case "double":
            return name[:place] + name[place] + name[place:]
        case _:
            return name[:place] + name[place + 1] + name[place] + name[place + 2 :]


def test_words_are_parted_as_people_part_them() -> None:
    assert topics.parts("robotics, group work;physics\n- data\n• maths / art") == [
        "robotics",
        "group work",
        "physics",
        "data",
        "maths",
        "art",
    ]
    assert topics.parts(" , ;\n") == []
