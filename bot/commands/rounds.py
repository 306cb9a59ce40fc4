"""/buddy round, for coordinators: who would go together, changed by hand, and introduced."""

from datetime import datetime

from bot.commands import round_changes
from bot.commands.actions import Action
from bot.commands.calls import Answer
from bot.commands.round_shown import ends, in_order, looked_at, one_pair, preview, the_pair, waiting
from bot.commands.turns import Turn, answered, as_number, in_time
from bot.core import buddies, held_rounds, introductions, matching, next_rounds, rounds
from bot.core.people import number
from bot.core.rounds import ON
from bot.i18n import marked
from bot.store import buddies as stored_buddies
from bot.store import people
from bot.store import rounds as stored
from bot.store.tables import Round
from bot.ui import Block, Message
from bot.views import notes
from bot.views import round_words as words
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
    if row.introduced_at is not None and row.introduced_at > turn.now:
        held_rounds.look_again(turn.db, turn.network, row, turn.now)
        return _soon(turn, row, row.introduced_at)
    stands = rounds.standing(turn.db, row)
    on = [group for pair, group in stands.pairs if pair.state == ON and len(group) >= _TWO]
    counts = len(on), sum(map(len, on))
    return words.going(turn.t, turn.network, row, counts, ends(turn, row))


def new(turn: Turn) -> Answer:
    """The next round, dealt now, if it was not yet."""
    network = number(turn.network.id)
    if rounds.preview(turn.db, network) is None:
        taking_part = matching.taking_part(turn.db, network, turn.now)
        if sum(takes_part for _, takes_part in taking_part) < _TWO:
            count = stored_buddies.count(turn.db, network)
            return answered(words.too_few(turn.t, turn.network, count))
    buddies.plan(turn.db, network).is_on = True  # who asks for a round wants buddies
    row = rounds.make(turn.db, turn.network, number(turn.me.id), turn.now)
    return answered(looked_at(turn, row))


def show(turn: Turn) -> Answer:
    """A page of the round that waits."""
    return answered(looked_at(turn, waiting(turn), as_number(turn.more)))


def pair(turn: Turn) -> Answer:
    """One pair, and what can be changed about it."""
    row = waiting(turn)
    return answered(views.pair(turn.t, row, one_pair(turn, the_pair(turn, row))))


def home_lines(turn: Turn) -> list[Block]:
    """On a coordinator's own page: the round that goes out by itself, or who waits for one."""
    if not turn.plans:
        return []
    network = number(turn.network.id)
    row = rounds.preview(turn.db, network)
    if row is not None and row.goes_at is not None:
        at = row.goes_at if next_rounds.is_seen(turn.db, row) else None
        return words.next_at_home(turn.t, turn.network, row, at)
    plan, count = stored_buddies.plan(turn.db, network), stored_buddies.count(turn.db, network)
    is_planned = plan is not None and plan.next_on is not None
    if not count or is_planned or stored.of(turn.db, network, ON):
        return []
    return [words.who_waits(turn.t, turn.network, count)]


def introduce(turn: Turn) -> Answer:
    """They are introduced after the hold; where something has changed since the last look, it is
    shown first.
    """
    row = waiting(turn)
    changes = rounds.refresh(turn.db, row, turn.now)
    stands = rounds.standing(turn.db, row)
    if changes or not stands.pairs:
        return answered(preview(turn, row, 0, changes))
    due = introductions.introduce(turn.db, turn.network, row, turn.now)
    next_rounds.introduced(turn.db, turn.network, row, turn.now)
    return answered(_soon(turn, row, due))


def _soon(turn: Turn, row: Round, due: datetime) -> Message:
    """They are introduced then, and to how many that tells something."""
    stands = rounds.standing(turn.db, row)
    members = [one for _, group in stands.pairs for one in group]
    unseen = len(members) - len(people.inboxes(turn.db, row.network_id, members))
    return words.introducing(turn.t, turn.network, row, len(members), unseen, due, now=turn.now)


def together(turn: Turn) -> Answer:
    """Who goes together in a round that goes on, a page of them."""
    row = waiting(turn, ON)
    stands = rounds.standing(turn.db, row)
    pairs = [one for one in in_order(turn, stands) if one[0].state == ON]
    names = stored_buddies.names(turn.db, {one for _, group in pairs for one in group})
    groups = [[names.get(one, "") for one in group] for _, group in pairs]
    return answered(words.together(turn.t, turn.network, row, groups, as_number(turn.more)))


def send(turn: Turn) -> Answer:
    """They are introduced at once."""
    row = waiting(turn, ON)
    held_rounds.look_again(turn.db, turn.network, row, turn.now)
    with in_time(turn):
        introductions.send_now(turn.db, row, turn.now)
    return answered(notes.note(turn.t("They are introduced now.")))


def undo(turn: Turn) -> Answer:
    """Nobody is introduced yet."""
    row = waiting(turn, ON)
    with in_time(turn):
        introductions.undo(turn.db, row, turn.now)
    day = next_rounds.undone(turn.db, turn.network, row, turn.now)
    said = turn.t("Undone. Nobody was told anything.")
    if day and row.goes_at is None:
        said += " " + turn.t("It goes out by itself on {day}.", day=turn.t.day(day))
    return answered(notes.above(said, looked_at(turn, row)))


def drop(turn: Turn) -> Answer:
    """This round is not introduced."""
    day = next_rounds.drop(turn.db, turn.network, waiting(turn), turn.now)
    return answered(words.dropped(turn.t, turn.network, turn.t.day(day) if day else ""))


ACTIONS = (
    Action("buddy.round", act=current, verb=marked("round", "verb")),
    Action("buddy.new", act=new),
    Action("round.show", act=show),
    Action("round.pair", act=pair, changes=False),
    *round_changes.ACTIONS,
    Action("round.introduce", act=introduce),
    Action("round.together", act=together, changes=False),
    Action("round.send", act=send),
    Action("round.undo", act=undo),
    Action("round.drop", act=drop),
)
