"""What a person teaches, is good at, or would like to learn: free words become topics."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.core import topics
from bot.core.likeness import bare
from bot.core.people import number
from bot.core.topics import Topic
from bot.store import networks, profiles, tables
from bot.store.db import Db

OWN = "own-"
"""The key of a network's own topic begins with it."""


@dataclass(frozen=True, slots=True)
class Open:
    """A free word that may mean one of `like`, or none of them, and of what kind it is."""

    kind: str
    words: str
    like: tuple[Topic, ...] = ()


def known(db: Db, network: int) -> list[Topic]:
    """All topics that a network has: those that all have, and its own."""
    own = [topics.own(row.id, row.name) for row in profiles.topics(db, network)]
    return [*topics.vocabulary().values(), *own]


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
    found = known(db, network)
    here = {topic.key for topic in found}
    open_: list[tuple[str, str]] = []
    for kind, words in typed.items():
        keys = [key for key in profiles.interests(db, member, kind) if key not in here]
        for word in words:
            meant = topics.meant(word, found)
            keys += [topic.key for topic in meant]
            open_ += [] if meant else [(kind, word)]
        profiles.set_interests(db, member, kind, keys)
    return open_


def like(db: Db, network: int, kind: str, words: str) -> Open:
    """What an open word may mean now."""
    near = topics.nearest(words, known(db, network))
    return Open(kind, words, tuple(topic for topic, _ in near))


def add(db: Db, member: int, kind: str, key: str) -> None:
    """A person has this topic too."""
    profiles.set_interests(db, member, kind, [*profiles.interests(db, member, kind), key])


def own(db: Db, network: int, name: str) -> Topic:
    """The network's own topic of this name, made now if it has none."""
    networks.lock(db, network)
    rows = profiles.topics(db, network)
    row = next((row for row in rows if bare(row.name) == bare(name)), None)
    if row is None:
        row = tables.Topic(network_id=network, name=name)
        db.add(row)
        db.flush()
    return topics.own(row.id, row.name)


def count(db: Db, row: tables.Topic) -> int:
    """In how many profiles a network's own topic stands."""
    return len({one.member_id for one in profiles.with_topic(db, _key(row))})


def put_into(db: Db, row: tables.Topic, into: Topic) -> None:
    """Whoever has the network's own topic has another one instead; the own one is gone."""
    for one in profiles.with_topic(db, _key(row)):
        theirs = profiles.interests(db, one.member_id, one.kind)
        keys = [into.key if key == one.topic else key for key in theirs]
        profiles.set_interests(db, one.member_id, one.kind, keys)
    db.delete(row)
    db.flush()


def remove(db: Db, row: tables.Topic) -> None:
    """The network's own topic is gone, from all profiles too."""
    for one in profiles.with_topic(db, _key(row)):
        db.delete(one)
    db.delete(row)
    db.flush()


def _key(row: tables.Topic) -> str:
    return f"{OWN}{number(row.id)}"
