"""Pairs on no common platform: whether their people may know how to reach each other."""

from bot.commands.actions import Action
from bot.commands.buddies import page
from bot.commands.calls import Answer
from bot.commands.turns import Mistakes, Refused, Turn, answered
from bot.commands.wishes import unfit
from bot.core import introductions
from bot.core.people import number
from bot.core.rounds import ON
from bot.store import rounds as stored
from bot.store.tables import Pair, Paired
from bot.views import introductions as views
from bot.views import notes


def network_of(turn: Turn) -> int:
    """The network of the pair that a button is about; 0 where this person knows of none."""
    row = stored.pair(turn.db, [number(one.id) for one in turn.networks], turn.subject)
    return row.network_id if row else 0


def mine(turn: Turn) -> tuple[Pair, Paired]:
    """The pair that the button is about, as long as it goes on, and what the person has said in it.
    Raises Refused where it is not theirs.
    """
    me = number(turn.member.id) if turn.member else 0
    row = stored.pair(turn.db, [number(turn.network.id)], turn.subject, to_change=True)
    rows = stored.of_pair(turn.db, number(row.id)) if row is not None else ()
    own = next((one for one in rows if one.member_id == me), None)
    if row is None or own is None:
        raise Refused(notes.not_found(turn.t))
    is_known = row.introduced_at is not None and row.introduced_at <= turn.now
    if row.state != ON or not is_known:
        raise Refused(notes.outdated(turn.t))
    return row, own


def contact_form(turn: Turn) -> Answer:
    """How can the others reach the person?"""
    row, own = mine(turn)
    return views.contact_form(turn.t, row, own.contact)


def contact(turn: Turn) -> Answer:
    """The others may know it, once all agree."""
    row, own = mine(turn)
    said = turn.value("contact")
    empty = turn.t("Please write how they can reach you.")
    if wrong := unfit(turn, said, views.CONTACT, empty=empty):
        raise Mistakes(views.contact_form(turn.t, row, own.contact), {"contact": wrong})
    introductions.agree(turn.db, row, own.member_id, said, turn.now)
    return answered(page(turn))


def no_contact(turn: Turn) -> Answer:
    """The others do not get to know it."""
    row, own = mine(turn)
    introductions.agree(turn.db, row, own.member_id, None, turn.now)
    return answered(notes.above(turn.t("That is fine. I tell them nothing of it."), page(turn)))


ACTIONS = (
    Action("pair.contact", form=contact_form, act=contact),
    Action("pair.no-contact", act=no_contact),
)
