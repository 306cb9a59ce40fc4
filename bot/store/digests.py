"""What stays of who asked to be erased: a digest of the account, which names nobody."""

import hashlib
import hmac

from bot.chat import Person

Keys = tuple[bytes, ...]
"""Secrets with which accounts are digested, the newest first."""


def digests(person: Person, keys: Keys) -> tuple[str, ...]:
    """Keyed digests of an account, by the newest key first; without the key they name nobody."""
    text = f"{person.platform}\n{person.workspace}\n{person.user}".encode()
    return tuple(hmac.new(key, text, hashlib.sha256).hexdigest() for key in keys)
