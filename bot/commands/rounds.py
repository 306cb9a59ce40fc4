"""/buddy round, for coordinators: who would go together, changed by hand, and introduced."""

from collections.abc import Sequence

from bot.commands.actions import Action
from bot.commands.calls import Answer
from bot.commands.turns import Mistakes, Refused, Turn, answered, as_number, in_time
from bot.commands.wishes import unfit
from bot.core import buddies, cells, introductions, matching, next_rounds, rounds, together
from bot.core.people import number
from bot.core.rounds import ON, PAUSED, PREVIEW, Changes, NotTogether, Standing
from bot.core.together import Together
from bot.i18n import marked
from bot.store import buddies as stored_buddies
from bot.store import people
from bot.store import rounds as stored
from bot.store.tables import Pair, Round
from bot.ui import Form, Message
from bot.views import introductions as introduction_views
from bot.views import notes
from bot.views import rounds as views

_TWO = 2


def network_of(turn: Turn) -> int:
    """The network of the round that a button is about; 0 where this person knows of none."""
    row = stored.get(turn.db, [number(one.id) for one in turn.networks], turn.subject)
    return row.network_id if row else 0


def current(turn: Turn) -> Answer:
    """The round that waits, or the one that goes on; where there is neither, the next is dealt."""
    network = number(turn.network.id)
    waits = rounds.preview(turn.db, network)
    goes_on = next(iter(stored.of(turn.db, network, ON)), None)
    if waits is None and goes_on is not None:
        return answered(_going(turn, goes_on))
    return new(turn)


def _going(turn: Turn, row: Round) -> Message:
    count = sum(pair.state == ON for pair in stored.pairs(turn.db, number(row.id)))
    day = turn.local(row.ends_at, turn.network.zone).date() if row.ends_at else None
    return views.going(turn.t, turn.network, row, count, turn.t.day(day) if day else "")


def new(turn: Turn) -> Answer:
    """The next round, dealt now, if it was not yet."""
    network = number(turn.network.id)
    plan = buddies.plan(turn.db, network)
    if rounds.preview(turn.db, network) is None:
        taking_part = matching.taking_part(turn.db, network, turn.now)
        if sum(takes_part for _, takes_part in taking_part) < _TWO:
            count = stored_buddies.count(turn.db, network)
            return answered(views.too_few(turn.t, turn.network, count))
    plan.is_on = True  # who asks for a round wants buddies
    row = rounds.make(turn.db, turn.network, number(turn.me.id), turn.now)
    return answered(_looked_at(turn, row))


def _looked_at(turn: Turn, row: Round, at: int = 0) -> Message:
    """The round as it is now."""
    changes = rounds.refresh(turn.db, row, turn.now)
    return _preview(turn, row, at, changes)


def _preview(turn: Turn, row: Round, at: int = 0, changes: Changes = rounds.NOTHING) -> Message:
    stands = rounds.standing(turn.db, row)
    names = _names(turn, stands, changes)
    pairs = _in_order(stands, names)
    at = min(at, max(-(-len(pairs) // views.A_PAGE) - 1, 0))
    shown = pairs[at * views.A_PAGE : (at + 1) * views.A_PAGE]
    out: dict[str, list[str]] = {}
    for member, why in stands.out.items():
        out.setdefault(PAUSED if why == PAUSED else "", []).append(names.get(member, ""))
    repeats = [pair for pair, _ in pairs if pair.repeat]
    return views.preview(
        turn.t,
        turn.network,
        views.Shown(
            row,
            len(pairs),
            stands.people,
            together.of(turn.db, row.network_id, shown, turn.now),
            at,
            out,
            [names.get(one, "") for one in changes.came],
            [names.get(one, "") for one in changes.gone],
            changes.anew,
            len(repeats),
            forced=not any(pair.kept for pair, _ in pairs),
        ),
    )


def _names(turn: Turn, stands: Standing, changes: Changes) -> dict[int, str]:
    members = {one for _, group in stands.pairs for one in group}
    return stored_buddies.names(
        turn.db, members | {*stands.out} | {*changes.came} | {*changes.gone}
    )


def _in_order(stands: Standing, names: dict[int, str]) -> Sequence[tuple[Pair, tuple[int, ...]]]:
    """The pairs by the name of who comes first in them."""

    def by_name(one: tuple[Pair, tuple[int, ...]]) -> tuple[str, int]:
        return min((names.get(member, "").casefold(), member) for member in one[1] or (0,))

    return sorted(stands.pairs, key=by_name)


def _round(turn: Turn, state: str = PREVIEW) -> Round:
    """The round that the button is about, in this state. Raises Refused."""
    row = stored.get(turn.db, [number(turn.network.id)], turn.subject, to_change=True)
    if row is None:
        raise Refused(notes.not_found(turn.t))
    if row.state != state:
        raise Refused(notes.outdated(turn.t))
    return row


def _pair(turn: Turn, row: Round) -> Pair:
    """The pair that the button is about. Raises Refused where it is not any more."""
    pair = stored.pair(turn.db, [row.network_id], as_number(turn.more), to_change=True)
    if pair is None or pair.round_id != row.id:
        raise Refused(notes.outdated(turn.t))
    return pair


def show(turn: Turn) -> Answer:
    """A page of the round that waits."""
    return answered(_looked_at(turn, _round(turn), as_number(turn.more)))


def _one(turn: Turn, pair: Pair) -> Together:
    members = [row.member_id for row in stored.of_pair(turn.db, number(pair.id))]
    return together.of(turn.db, pair.network_id, [(pair, members)], turn.now)[0]


def pair(turn: Turn) -> Answer:
    """One pair, and what can be changed about it."""
    row = _round(turn)
    return answered(views.pair(turn.t, row, _one(turn, _pair(turn, row))))


def keep(turn: Turn) -> Answer:
    """A pair stays, whatever else is dealt."""
    row = _round(turn)
    _pair(turn, row).kept = True
    turn.db.flush()
    return answered(_looked_at(turn, row))


def let_go(turn: Turn) -> Answer:
    """A pair need not stay."""
    row = _round(turn)
    _pair(turn, row).kept = False
    turn.db.flush()
    return answered(_looked_at(turn, row))


def part(turn: Turn) -> Answer:
    """The people of a pair do not go together this time."""
    row = _round(turn)
    rounds.part(turn.db, row, _pair(turn, row), turn.now)
    said = turn.t("They do not go together this time.")
    return answered(notes.above(said, _preview(turn, row)))


def deal(turn: Turn) -> Answer:
    """All that nobody has kept is dealt anew."""
    row = _round(turn)
    is_new = rounds.deal_again(turn.db, row, turn.now)
    said = turn.t("It is dealt anew.") if is_new else views.the_same(turn.t)
    return answered(notes.above(said, _preview(turn, row)))


def swap_form(turn: Turn) -> Answer:
    """Who changes places, and with whom?"""
    row = _round(turn)
    return _swap_form(turn, row, _pair(turn, row))


def _swap_form(turn: Turn, row: Round, of: Pair) -> Form:
    return views.swap_form(turn.t, row, _one(turn, of), _others(turn, row, of))


def _others(turn: Turn, row: Round, of: Pair) -> list[tuple[int, str]]:
    """With whom somebody of a pair can change places, by name."""
    stands = rounds.standing(turn.db, row)
    found = [one for pair, members in stands.pairs if pair.id != of.id for one in members]
    found += [member for member, why in stands.out.items() if why != PAUSED]
    names = stored_buddies.names(turn.db, found)
    return sorted(names.items(), key=lambda one: (one[1].casefold(), one[0]))


def swap(turn: Turn) -> Answer:
    """They change places, and both pairs stay."""
    row = _round(turn)
    of = _pair(turn, row)
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
    return answered(notes.above(said, _preview(turn, row)))


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
    return views.task_form(turn.t, _round(turn))


def task(turn: Turn) -> Answer:
    """Keep it."""
    row, said = _round(turn), turn.value("task")
    if wrong := unfit(turn, said, introduction_views.TASK):
        raise Mistakes(views.task_form(turn.t, row), {"task": wrong})
    row.task = said
    return answered(_looked_at(turn, row))


def introduce(turn: Turn) -> Answer:
    """They are introduced after the hold; where something has changed since the last look, it is
    shown first.
    """
    row = _round(turn)
    changes = rounds.refresh(turn.db, row, turn.now)
    stands = rounds.standing(turn.db, row)
    if changes or not stands.pairs:
        return answered(_preview(turn, row, 0, changes))
    due = introductions.introduce(turn.db, turn.network, row, turn.now)
    next_rounds.introduced(turn.db, turn.network, turn.now)
    members = [one for _, group in stands.pairs for one in group]
    unseen = len(members) - len(people.inboxes(turn.db, row.network_id, members))
    return answered(
        views.introducing(turn.t, turn.network, row, len(members), unseen, due, now=turn.now)
    )


def send(turn: Turn) -> Answer:
    """They are introduced at once."""
    row = _round(turn, ON)
    with in_time(turn):
        introductions.send_now(turn.db, row, turn.now)
    return answered(notes.note(turn.t("They are introduced now.")))


def undo(turn: Turn) -> Answer:
    """Nobody is introduced yet."""
    row = _round(turn, ON)
    with in_time(turn):
        introductions.undo(turn.db, row)
    said = turn.t("Undone. Nobody was told anything.")
    return answered(notes.above(said, _looked_at(turn, row)))


def drop(turn: Turn) -> Answer:
    """This round is not introduced."""
    day = next_rounds.drop(turn.db, turn.network, _round(turn), turn.now)
    return answered(views.dropped(turn.t, turn.network, turn.t.day(day) if day else ""))


ACTIONS = (
    Action("buddy.round", act=current, verb=marked("round", "verb")),
    Action("buddy.new", act=new),
    Action("round.show", act=show),
    Action("round.pair", act=pair, changes=False),
    Action("round.keep", act=keep),
    Action("round.let-go", act=let_go),
    Action("round.part", act=part),
    Action("round.deal", act=deal),
    Action("round.swap", form=swap_form, act=swap),
    Action("round.task", form=task_form, act=task),
    Action("round.introduce", act=introduce),
    Action("round.send", act=send),
    Action("round.undo", act=undo),
    Action("round.drop", act=drop),
)
