"""What people typed and could not save yet."""

import json
from collections.abc import Collection, Sequence
from datetime import datetime

from sqlmodel import col, delete, select

from bot import chat
from bot.store.db import Db
from bot.store.tables import Draft, Meeting


def make(person: chat.Person, action: str, typed: str, now: datetime) -> Draft:
    """A new draft of a person: the form's action, and as JSON what is in it."""
    return Draft(
        platform=person.platform,
        workspace=person.workspace,
        user=person.user,
        action=action,
        typed=typed,
        kept_at=now,
    )


def mine(db: Db, person: chat.Person, draft: int) -> Draft | None:
    """A person's own draft of this number."""
    return db.first(
        select(Draft).where(
            Draft.id == draft,
            Draft.platform == person.platform,
            Draft.workspace == person.workspace,
            Draft.user == person.user,
        )
    )


def purge(db: Db, before: datetime) -> None:
    """Drop what was kept before this instant."""
    db.execute(delete(Draft).where(col(Draft.kept_at) < before))


def leave_out(db: Db, users: Collection[str]) -> None:
    """Take the accounts of somebody who is erased out of what others had picked in a form; what
    they typed stays.
    """
    for user in users:
        for row in db.all(
            select(Draft).where(col(Draft.typed).contains(f'"{user}"', autoescape=True))
        ):
            values: dict[str, list[str]] = json.loads(row.typed)
            kept = {key: [one for one in said if one != user] for key, said in values.items()}
            row.typed = json.dumps({key: said for key, said in kept.items() if said})
    db.flush()


def lists(db: Db) -> Sequence[Draft]:
    """Lists of names that were pasted, and what stood before one that was kept."""
    pasted = col(Draft.action).like("rsvp:%:list%") | col(Draft.action).like("import:%:paste")
    return db.all(select(Draft).where(pasted))


def network(db: Db, draft: Draft) -> int | None:
    """The network whose list a draft of `lists` is."""
    noun, subject, _ = draft.action.split(":", 2)
    if noun == "import":
        return int(subject)
    return db.first(select(Meeting.network_id).where(Meeting.id == int(subject)))


def last(db: Db, person: chat.Person, action: str) -> Draft | None:
    """A person's newest draft for this action."""
    return db.first(
        select(Draft)
        .where(
            Draft.action == action,
            Draft.platform == person.platform,
            Draft.workspace == person.workspace,
            Draft.user == person.user,
        )
        .order_by(col(Draft.id).desc())
    )
