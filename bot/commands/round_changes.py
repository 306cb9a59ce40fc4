"""What coordinators change by hand about the round of buddies that waits."""

from bot.commands.actions import Action
from bot.commands.calls import Answer
from bot.commands.round_shown import looked_at, one_pair, preview, the_pair, waiting
from bot.commands.turns import Mistakes, Refused, Turn, answered, as_number
from bot.commands.wishes import unfit
from bot.core import cells, rounds
from bot.core.people import number
from bot.core.rounds import PAUSED, NotTogether
from bot.store import buddies as stored_buddies
from bot.store import rounds as stored
from bot.store.tables import Pair, Round
from bot.ui import Form
from bot.views import introductions as introduction_views
from bot.views import notes
from bot.views import rounds as views


def keep(turn: Turn) -> Answer:
    """A pair stays, whatever else is dealt."""
    row = waiting(turn)
    the_pair(turn, row).kept = True
    turn.db.flush()
    return answered(looked_at(turn, row))


def let_go(turn: Turn) -> Answer:
    """A pair need not stay."""
    row = waiting(turn)
    the_pair(turn, row).kept = False
    turn.db.flush()
    return answered(looked_at(turn, row))


def part(turn: Turn) -> Answer:
    """The people of a pair do not go together this time."""
    row = waiting(turn)
    rounds.part(turn.db, row, the_pair(turn, row), turn.now)
    said = turn.t("They do not go together this time.")
    return answered(notes.above(said, preview(turn, row)))


def deal(turn: Turn) -> Answer:
    """All that nobody has kept is dealt anew."""
    row = waiting(turn)
    is_new = rounds.deal_again(turn.db, row, turn.now)
    said = turn.t("It is dealt anew.") if is_new else _the_same(turn, row)
    return answered(notes.above(said, preview(turn, row)))


def _the_same(turn: Turn, row: Round) -> str:
    """Why it came out the same."""
    kept = any(one.kept for one in stored.pairs(turn.db, number(row.id)))
    is_apart = bool(stored.apart(turn.db, number(row.id)))
    return views.the_same(turn.t, row, kept=kept, apart=is_apart)


def apart(turn: Turn) -> Answer:
    """Whom somebody ruled out this time, a page of them."""
    row = waiting(turn)
    found = stored.apart(turn.db, number(row.id))
    if not found:
        return answered(preview(turn, row))
    names = stored_buddies.names(
        turn.db, {key for one in found for key in (one.member_id, one.other_id)}
    )
    pairs = [
        (number(one.id), names.get(one.member_id, ""), names.get(one.other_id, "")) for one in found
    ]
    return answered(views.apart(turn.t, row, pairs, as_number(turn.more)))


def again(turn: Turn) -> Answer:
    """Two who were ruled out may go together after all."""
    row = waiting(turn)
    if not stored.may_again(turn.db, number(row.id), as_number(turn.more)):
        raise Refused(notes.outdated(turn.t))
    said = turn.t("They may go together again. Deal again, and I look at that too.")
    return answered(notes.above(said, looked_at(turn, row)))


def swap_form(turn: Turn) -> Answer:
    """Who changes places, and with whom?"""
    row = waiting(turn)
    return _swap_form(turn, row, the_pair(turn, row))


def _swap_form(turn: Turn, row: Round, of: Pair) -> Form:
    return views.swap_form(turn.t, row, one_pair(turn, of), _others(turn, row, of))


def _others(turn: Turn, row: Round, of: Pair) -> list[tuple[int, str]]:
    """With whom somebody of a pair can change places, by name."""
    stands = rounds.standing(turn.db, row)
    found = [one for pair, members in stands.pairs if pair.id != of.id for one in members]
    found += [member for member, why in stands.out.items() if why != PAUSED]
    names = stored_buddies.names(turn.db, found)
    return sorted(names.items(), key=lambda one: (one[1].casefold(), one[0]))


def swap(turn: Turn) -> Answer:
    """They change places, and both pairs stay."""
    row = waiting(turn)
    of = the_pair(turn, row)
    problems: dict[str, str] = {}
    mine = [str(one.member_id) for one in stored.of_pair(turn.db, number(of.id))]
    one, other = turn.value("one"), _named(turn, row, of, problems)
    if one not in mine:
        problems["one"] = turn.t("Please choose one of these.")
    if not problems:
        try:
            rounds.swap(turn.db, row, int(one), other, turn.now)
        except NotTogether:
            problems["other"] = views.not_together(turn.t)
    if problems:
        raise Mistakes(_swap_form(turn, row, of), problems)
    names = stored_buddies.names(turn.db, (int(one), other))
    said = views.swapped(turn.t, names[int(one)], names[other])
    return answered(notes.above(said, preview(turn, row)))


def _named(turn: Turn, row: Round, of: Pair, problems: dict[str, str]) -> int:
    """Who was chosen in a form, or named in it."""
    typed, others = turn.value("other"), dict(_others(turn, row, of))
    if as_number(typed) in others:
        return as_number(typed)
    found = [key for key, name in others.items() if typed and cells.is_called(name, typed)]
    if len(found) == 1:
        return found[0]
    problems["other"] = (
        turn.t("Several people are called so.")
        if found
        else turn.t("I find nobody of that name in this round.")
    )
    return 0


def task_form(turn: Turn) -> Answer:
    """What do they try together?"""
    return views.task_form(turn.t, waiting(turn))


def task(turn: Turn) -> Answer:
    """Keep it."""
    row, said = waiting(turn), turn.value("task")
    if wrong := unfit(turn, said, introduction_views.TASK):
        raise Mistakes(views.task_form(turn.t, row), {"task": wrong})
    row.task = said
    return answered(looked_at(turn, row))


ACTIONS = (
    Action("round.keep", act=keep),
    Action("round.let-go", act=let_go),
    Action("round.part", act=part),
    Action("round.apart", act=apart, changes=False),
    Action("round.again", act=again),
    Action("round.deal", act=deal),
    Action("round.swap", form=swap_form, act=swap),
    Action("round.task", form=task_form, act=task),
)
