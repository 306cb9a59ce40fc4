"""Random people who go together, and what each of them has agreed to show."""

from __future__ import annotations

from dataclasses import dataclass, replace

from hypothesis import strategies as st

from bot.core.pairing.people import Met, Rules, Someone

TOPICS = ("physics", "robotics", "python", "group-work", "own-7", "own-8")
"""The last one has no name where the line is read."""
SHOWN = (
    ("work", "help", "wish"), ("help", "wish"), ("work",), ("work", "help"), ("work", "wish"),
    ("help",), ("wish",), (),
)  # fmt: skip
"""All that somebody can show; what is drawn first is drawn most often."""
LEAST, MOST = 2, 12


def some(*keys: str, most: int = 3) -> st.SearchStrategy[frozenset[str]]:
    return st.frozensets(st.sampled_from(keys), max_size=most)


PERSON = st.builds(
    Someone,
    id=st.just(""),
    schools=some("1", "2", "3", "4", "5", most=1),
    phases=some("primary", "secondary", "post-16", most=2),
    sector=st.sampled_from(("", "school", "technician", "academic", "engineer", "student")),
    subjects=some(*TOPICS),
    strengths=some(*TOPICS, most=5),
    needs=some(*TOPICS, most=5),
    years=st.none() | st.integers(0, 40),
    region=st.sampled_from(("", "coast", "hills")),
    times=some("mon-late", "tue-noon", "fri-late"),
    languages=some("en", "de", "fi"),
    reach=st.none() | some("coast", "hills"),
    face=st.booleans(),
    wish=st.sampled_from(("", "same", "other")),
    waited=st.integers(0, 2),
)


@dataclass(frozen=True)
class Village:
    """People, what each of them shows, who met before, and who is never to be put together."""

    people: tuple[Someone, ...]
    shows: dict[str, frozenset[str]]
    history: tuple[Met, ...]
    blocks: frozenset[frozenset[str]]

    @property
    def rules(self) -> Rules:
        return Rules(blocks=self.blocks)


@st.composite
def villages(draw: st.DrawFn) -> Village:
    """A network of two people or more."""
    count = draw(st.integers(LEAST, MOST))
    drawn = draw(st.lists(PERSON, min_size=count, max_size=count))
    ids = [str(n + 1) for n in range(len(drawn))]
    people = tuple(replace(one, id=key) for one, key in zip(drawn, ids, strict=True))
    shows = {key: frozenset(draw(st.sampled_from(SHOWN))) for key in ids}
    two = st.lists(st.sampled_from(ids), min_size=2, max_size=2, unique=True)
    history = tuple(Met(1, *sorted(pair)) for pair in draw(st.lists(two, max_size=3)))
    blocks = frozenset(frozenset(pair) for pair in draw(st.lists(two, max_size=2)))
    return Village(people, shows, history, blocks)


@st.composite
def otherwise(draw: st.DrawFn, village: Village) -> tuple[Someone, ...]:
    """The same people, of whom nothing is the same but what they show."""
    return tuple(_kept(one, draw(PERSON), village.shows[one.id]) for one in village.people)


def _kept(one: Someone, other: Someone, shown: frozenset[str]) -> Someone:
    if "work" in shown:
        other = replace(
            other, schools=one.schools, phases=one.phases, sector=one.sector, years=one.years,
            subjects=one.subjects, region=one.region, languages=one.languages,
        )  # fmt: skip
    if "help" in shown:
        other = replace(other, strengths=one.strengths)
    if "wish" in shown:
        other = replace(other, needs=one.needs)
    return replace(other, id=one.id)
