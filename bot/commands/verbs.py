"""What is typed after a command: which of its verbs is meant, and with what one can go on."""

from collections.abc import Sequence

from rapidfuzz import fuzz, process

from bot.commands import directory, titles
from bot.commands.actions import Action
from bot.commands.table import ACTIONS, ALIASES, FREE_TEXT, NOUNS, TAKES_TEXT, spoken
from bot.commands.turns import Turn
from bot.core import joining, rights
from bot.core.people import number
from bot.store import kits
from bot.store.tables import Meeting
from bot.views.rsvps import answer_typed
from bot.views.words import Words


def meant(t: Words, noun: str, word: str) -> Action | None:
    """The action whose verb this word is, in English or the reader's own language."""
    own = (action for action in ACTIONS if action.noun == noun)
    return next((action for action in own if action.is_meant(t, word)), None)


def near(t: Words, noun: str, word: str) -> str:
    """The verb that this word may be a slip of; empty where it is like none."""
    verbs = spoken(noun, t)
    best = process.extractOne(word.casefold(), verbs, scorer=fuzz.ratio, score_cutoff=65)
    return best[0] if best else ""


def is_for(turn: Turn, action: Action) -> bool:
    """Whether it makes sense to show this to the person: beginning a network is for who has
    none.
    """
    if action.name == "network.set-up":
        return turn.role in (rights.Role.STRANGER, rights.Role.COORDINATOR)
    return rights.may(turn.role, action.name)


def shown(turn: Turn, noun: str) -> list[str]:
    """The verbs after a command that it makes sense to show to the person."""
    own = (action for action in ACTIONS if action.noun == noun and action.verb)
    return [turn.t.p("verb", action.verb) for action in own if is_for(turn, action)]


def usage(turn: Turn) -> list[tuple[str, str]]:
    """What help tells of: each command with its verbs, and what it does."""
    lines = []
    for noun, module in NOUNS.items():
        verbs = shown(turn, noun)
        typed = turn.t.command(noun) + (f" {' | '.join(verbs)}" if verbs else "")
        lines.append((typed, turn.t(module.COMMAND)))
    return lines


def suggested(turn: Turn, noun: str, typed: str) -> list[str]:
    """With what a command that is half typed can go on: verbs, and titles of meetings."""
    named = noun in ("meeting", "agenda")
    ahead: Sequence[Meeting] = ()
    if turn.chosen and named and rights.may(turn.role, "meeting.coming"):
        ahead = turn.ahead()
    words = (*shown(turn, noun), *(meeting.title for meeting in ahead))
    lent = _lent(turn) if noun == "request" else ()
    found = [word for word in (*words, *lent) if typed.casefold() in word.casefold()]
    return [*found, *(directory.suggested(turn, typed) if noun == "network" else ())]


def _lent(turn: Turn) -> Sequence[str]:
    """What the network lends and gives, for who may ask for it."""
    if turn.chosen is None or not rights.may(turn.role, "request.kits"):
        return ()
    return [kit.name for kit in kits.of(turn.db, number(turn.network.id))]


def _is_of_network(own: Action | None, rest: str) -> bool:
    """Whether a verb of /network, with what stands behind it, is no sentence."""
    if own is None:
        return False
    if own.name == "network.join" and joining.read(rest):
        return True  # it is shown first what that means
    if own.name == "network.import":
        return not rest  # all that it makes is a link to a page
    if own.changes and own.form is None:
        return False
    if own.name == "network.people":
        return not rest or directory.is_sought(rest)
    return (
        not rest or own.name == "network.away" or (own.name == "network.set-up" and " " not in rest)
    )


def is_command(turn: Turn, text: str) -> bool:
    """Whether this is what one types after /network, and no sentence that begins like it."""
    first, _, rest = text.partition(" ")
    noun, rest, t = ALIASES.get(first.lower(), first.lower()), rest.strip(), turn.t
    if not first:
        return True
    if noun not in NOUNS or noun == "network":
        return _is_of_network(meant(t, "network", first), rest)
    verb = rest.partition(" ")[0]
    if not rest or meant(t, noun, verb) is not None:
        return True
    if noun in FREE_TEXT:
        return True
    if noun == "rsvp":
        return verb.casefold() in ("yes", "no", "maybe") or answer_typed(t, rest) != ""
    if noun == "here":
        return rest.replace(" ", "").isdigit()
    ahead = turn.ahead() if turn.chosen and noun in TAKES_TEXT else ()
    return bool(titles.having(ahead, rest))
