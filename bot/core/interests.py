"""What a person teaches, is good at, or would like to learn: free words become topics."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.core import topics
from bot.core.likeness import bare
from bot.core.people import number
from bot.core.topics import Topic
from bot.store import directory, networks, profiles, tables
from bot.store.db import Db
from bot.store.profiles import OWN


@dataclass(frozen=True, slots=True)
class Open:
    """A free word that may mean one of `like`, or none of them, and of what kind it is."""

    kind: str
    words: str
    like: tuple[Topic, ...] = ()


def known(db: Db, network: int, member: int = 0) -> list[Topic]:
    """The topics that a person can be offered in a network: those that all have, those of its own
    that somebody shows, and what they have named themselves.
    """
    mine = set(profiles.own_words(db, member)) if member else set()
    seen = mine | {one.topic for one in directory.own_topics(db, network)}
    own = [topics.own(row.id, row.name) for row in profiles.topics(db, network)]
    return [*topics.vocabulary().values(), *(topic for topic in own if topic.key in seen)]


def of(db: Db, known: Sequence[Topic], member: int, kind: str) -> list[Topic]:
    """A person's topics of a kind, as far as they are known here."""
    by_key = {topic.key: topic for topic in known}
    keys = profiles.interests(db, member, kind)
    return [by_key[key] for key in keys if key in by_key]


def keep(
    db: Db, network: int, member: int, typed: Mapping[str, Sequence[str]]
) -> list[tuple[str, str]]:
    """A person's topics of each kind are what these words mean beyond doubt; returns the words that
    are open, with their kind. What only other networks of theirs know stays as it was.
    """
    found = known(db, network, member)
    here = {topic.key for topic in found}
    open_: list[tuple[str, str]] = []
    before = profiles.own_words(db, member)
    for kind, words in typed.items():
        keys = [key for key in profiles.interests(db, member, kind) if key not in here]
        for word in words:
            meant = topics.meant(word, found)
            keys += [topic.key for topic in meant]
            open_ += [] if meant else [(kind, word)]
        profiles.set_interests(db, member, kind, keys)
    profiles.drop_topics(db, before)
    return open_


def like(db: Db, network: int, member: int, kind: str, words: str) -> Open:
    """What an open word of a person may mean now."""
    near = topics.nearest(words, known(db, network, member))
    return Open(kind, words, tuple(topic for topic, _ in near))


def add(db: Db, member: int, kind: str, key: str) -> None:
    """A person has this topic too."""
    profiles.set_interests(db, member, kind, [*profiles.interests(db, member, kind), key])


def own(db: Db, network: int, member: int, name: str) -> Topic:
    """The network's own topic of this name, made now if there is none that the person knows of."""
    networks.lock(db, network)
    seen = {topic.key for topic in known(db, network, member)}
    rows = profiles.topics(db, network)
    alike = [row for row in rows if bare(row.name) == bare(name)]
    # One that others keep to themselves is only joined where that shows nothing of it.
    row = next((row for row in alike if _key(row) in seen or row.name == name), None)
    if row is None:
        row = tables.Topic(network_id=network, name=name)
        db.add(row)
        db.flush()
    return topics.own(row.id, row.name)


def shown(db: Db, network: int) -> tuple[list[tables.Topic], dict[int, int]]:
    """The network's own topics that somebody shows, and by their number how many people do."""
    people: dict[str, set[int]] = {}
    for one in directory.own_topics(db, network):
        people.setdefault(one.topic, set()).add(one.member_id)
    rows = [row for row in profiles.topics(db, network) if _key(row) in people]
    return rows, {number(row.id): len(people[_key(row)]) for row in rows}


def count(db: Db, row: tables.Topic) -> int:
    """How many people show a network's own topic."""
    return shown(db, row.network_id)[1].get(number(row.id), 0)


def put_into(db: Db, row: tables.Topic, into: Topic) -> None:
    """Whoever has the network's own topic has another one instead; the own one is gone."""
    for one in profiles.with_topic(db, _key(row)):
        theirs = profiles.interests(db, one.member_id, one.kind)
        keys = [into.key if key == one.topic else key for key in theirs]
        profiles.set_interests(db, one.member_id, one.kind, keys)
    db.delete(row)
    db.flush()


def remove(db: Db, row: tables.Topic) -> None:
    """Nobody shows the network's own topic any more; who keeps it to themselves still has it."""
    key = _key(row)
    for one in directory.own_topics(db, row.network_id):
        if one.topic == key:
            db.delete(one)
    db.flush()
    profiles.drop_topics(db, [key])


def _key(row: tables.Topic) -> str:
    return f"{OWN}{number(row.id)}"
