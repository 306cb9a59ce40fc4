"""Samples of a person's profile, and of what a network knows of schools and topics."""

from collections.abc import Iterator

from bot.core import topics as core_topics
from bot.core.cards import Card
from bot.core.interests import Open
from bot.core.profiles import FREE, KINDS, PHASES, TONGUES, TRAVEL, WORK
from bot.core.topics import Topic
from bot.store import tables
from bot.store.tables import Institution, Profile
from bot.views import affiliations, institutions, interests, profile_forms, profiles, topics
from bot.views.words import Words
from tests.gallery.register import BIG, Drawn, network, sample
from tests.gallery.texts import Texts, cut

LONGEST = sorted(core_topics.vocabulary().values(), key=lambda one: -len(one.names["de"]))


def school(x: Texts, number: int = BIG) -> Institution:
    """A school as people named it."""
    return Institution(
        id=number,
        network_id=BIG,
        name=cut(x.name, affiliations.NAME),
        phases=" ".join(PHASES),
        region=cut(x.word, affiliations.REGION),
        priority=number % 2 == 1,
    )


def own(x: Texts) -> Topic:
    """A topic of a network's own."""
    return core_topics.own(BIG, cut(x.word, interests.NAME))


def card(x: Texts) -> Card:
    """A profile with all that one can say."""
    said = [own(x), *LONGEST[:11]]
    schools = [school(x, n) for n in range(5)]
    return Card("engineer", 1999, schools, said, said, said, FREE, TRAVEL[0], TONGUES)


def row() -> Profile:
    """The same as it is kept."""
    return Profile(
        member_id=1, works_as=WORK[0], since=1999, free=" ".join(FREE), travel=TRAVEL[0],
        speaks=" ".join(TONGUES),
    )  # fmt: skip


@sample
def profiles_card(t: Words, x: Texts) -> Iterator[Drawn]:
    ways = profiles.for_coordinators(t, network(x))
    yield profiles.card(t, network(x), Card())
    word = cut(x.word, interests.NAME)
    yield profiles.card(t, network(x), card(x), waiting=word, ways=ways, asks=True)


@sample
def profiles_still_true(t: Words, x: Texts) -> Iterator[Drawn]:
    for said in (Card(), card(x)):
        yield profiles.still_true(t, network(x), said, is_seen=said == Card())


@sample
def profile_forms_work_form(t: Words, x: Texts) -> Iterator[Drawn]:
    for said in (None, row()):
        yield profile_forms.work_form(t, network(x), said)


@sample
def profile_forms_free_form(t: Words, x: Texts) -> Iterator[Drawn]:
    for said in (None, row()):
        yield profile_forms.free_form(t, network(x), said)


@sample
def profile_forms_travel_form(t: Words, x: Texts) -> Iterator[Drawn]:
    for said in (None, row()):
        yield profile_forms.travel_form(t, network(x), said)


@sample
def interests_form(t: Words, x: Texts) -> Iterator[Drawn]:
    for said in ([], [own(x), *LONGEST[:11]]):
        yield interests.form(t, network(x), dict.fromkeys(KINDS, said))


@sample
def interests_ask_back(t: Words, x: Texts) -> Iterator[Drawn]:
    word = cut(x.word, interests.NAME)
    for kind, like in zip(KINDS, ((), (own(x),), (own(x), *LONGEST[:2])), strict=True):
        yield interests.ask_back(t, network(x), Open(kind, word, like), BIG)


@sample
def affiliations_form(t: Words, x: Texts) -> Iterator[Drawn]:
    yield affiliations.form(t, network(x))


@sample
def affiliations_which(t: Words, x: Texts) -> Iterator[Drawn]:
    for count in (1, 3):
        near = [school(x, n) for n in range(count)]
        yield affiliations.which(t, network(x), cut(x.venue, affiliations.NAME), near, (BIG, BIG))


@sample
def affiliations_page(t: Words, x: Texts) -> Iterator[Drawn]:
    for count in (0, 20):
        schools = [school(x, n) for n in range(count)]
        yield affiliations.page(t, network(x), schools, x.reason if count else "")


@sample
def affiliations_left(t: Words, x: Texts) -> Iterator[Drawn]:
    yield affiliations.left(t, network(x), school(x))


@sample
def affiliations_taken_back(t: Words, x: Texts) -> Iterator[Drawn]:
    yield affiliations.taken_back(t, network(x), school(x).name)


@sample
def institutions_listed(t: Words, x: Texts) -> Iterator[Drawn]:
    for count, at in ((0, 0), (30, 1)):
        schools = [school(x, n) for n in range(count)]
        pairs = list(zip(schools[:3], schools[3:6], strict=True))
        people = {n: n for n in range(count)}
        yield institutions.listed(t, network(x), schools, people, pairs, at)


@sample
def institutions_page(t: Words, x: Texts) -> Iterator[Drawn]:
    yield institutions.page(t, school(x), {}, [school(x, n) for n in range(9)])


@sample
def institutions_form(t: Words, x: Texts) -> Iterator[Drawn]:
    yield institutions.form(t, school(x))


@sample
def institutions_merged(t: Words, x: Texts) -> Iterator[Drawn]:
    yield institutions.merged(t, school(x), school(x, 2))


@sample
def institutions_apart(t: Words, x: Texts) -> Iterator[Drawn]:
    yield institutions.apart(t, school(x))


def kept(x: Texts, number: int = BIG) -> tables.Topic:
    """The network's own topic, as it is kept."""
    return tables.Topic(id=number, network_id=BIG, name=cut(x.word, interests.NAME))


@sample
def topics_listed(t: Words, x: Texts) -> Iterator[Drawn]:
    for count, at in ((0, 0), (30, 1)):
        yield topics.listed(t, network(x), [kept(x, n) for n in range(count)], {}, at)


@sample
def topics_page(t: Words, x: Texts) -> Iterator[Drawn]:
    yield topics.page(t, kept(x), 7)


@sample
def topics_form(t: Words, x: Texts) -> Iterator[Drawn]:
    yield topics.form(t, kept(x))


@sample
def topics_same(t: Words, x: Texts) -> Iterator[Drawn]:
    yield topics.same(t, kept(x), [own(x), *LONGEST[:2]], 7)


@sample
def topics_sure(t: Words, x: Texts) -> Iterator[Drawn]:
    yield topics.sure(t, kept(x), 7)


@sample
def topics_gone(t: Words, x: Texts) -> Iterator[Drawn]:
    yield topics.gone(t, network(x))
