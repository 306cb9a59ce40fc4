"""A person who was picked in a form: whether they may be kept, and who they are."""

from collections.abc import Collection

from bot import chat
from bot.commands.calls import Sent
from bot.commands.turns import Turn
from bot.core import people
from bot.core.people import number
from bot.core.rights import Role
from bot.store import directory
from bot.store import people as stored_people
from bot.store.digests import digests


def _person(turn: Turn, user: str) -> chat.Person:
    who = turn.call.who
    return chat.Person(who.platform, who.workspace, user)


def may_name(turn: Turn, user: str) -> bool:
    """Whether a person may be kept who did not come by themselves: not who asked to be left out,
    or to be forgotten.
    """
    person, network = _person(turn, user), number(turn.network.id)
    if person == turn.call.who:
        return True
    if stored_people.forgotten(turn.db, network, digests(person, turn.keys)):
        return False
    known = stored_people.known(turn.db, person)
    row = stored_people.membership(turn.db, network, number(known[1].id)) if known else None
    return row is None or not row.declined


def on_the_list(turn: Turn, problems: dict[str, str]) -> int:
    """The number of somebody else of the network's list whom a form names as `who`; 0 where it is
    nobody of it, and what is to be done then goes to `problems`.
    """
    user, said, t = turn.value("who"), turn.call.said, turn.t
    given = said.people.get(user) if isinstance(said, Sent) else None
    person = _person(turn, user)
    known = stored_people.known(turn.db, person) if user else None
    member = number(known[1].id) if known else 0
    is_me = person == turn.call.who or (turn.member is not None and member == turn.member.id)
    row = stored_people.membership(turn.db, number(turn.network.id), member)
    if not user:
        problems["who"] = t("Please pick a person.")
    elif is_me:
        problems["who"] = t("That is you. Please pick somebody else.")
    elif given and (given.outsider or given.bot):
        problems["who"] = t("Please pick somebody else of your own organisation.")
    elif not may_name(turn, user):
        problems["who"] = t("That person has asked to be left out. They can join by themselves.")
    elif row is None or row.left_at is not None or row.role == Role.GUEST:
        problems["who"] = t(
            "They are not on this network's list yet. Please ask them to join first: {command}.",
            command=f"{t.command('network')} {t.p('verb', 'join')}",
        )
    return 0 if "who" in problems else member


def among(turn: Turn, without: Collection[int] = ()) -> tuple[str, ...]:
    """The accounts of who is on the network's list where the person is, `without` these people."""
    who, network = turn.call.who, number(turn.network.id)
    listed = directory.accounts(turn.db, network, who.platform, who.workspace)
    return tuple(one.user for one in listed if one.member_id not in without)


def read_picked(turn: Turn, problems: dict[str, str]) -> str:
    """The person whom a form names as `who`; one who may not be kept goes to `problems`."""
    picked = turn.value("who")
    said = turn.call.said
    told = said.people.get(picked) if isinstance(said, Sent) else None
    if picked and ((told and told.bot) or not may_name(turn, picked)):
        problems["who"] = turn.t("I may not note that person. Please write the name into the item.")
    return picked


def chosen(turn: Turn, choice: str, picked: str, before: int | None) -> int | None:
    """The number of who was picked, else as the `choice` has it: "me", or "as-is" who it was
    before.
    """
    if picked:
        return meet(turn, picked)
    if choice == "me":
        return number(turn.me.id)
    return before if choice == "as-is" else None


def meet(turn: Turn, user: str) -> int:
    """The number of the person who was picked, met now if nobody knew them."""
    person, said = _person(turn, user), turn.call.said
    if person == turn.call.who:
        return number(turn.me.id)
    given = said.people.get(user) if isinstance(said, Sent) else None
    return number(people.meet(turn.db, person, given or chat.Profile(name="")).id)
