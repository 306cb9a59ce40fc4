"""What a person typed is never lost: it is kept as a draft, or given back to copy."""

import json
from collections.abc import Collection, Mapping, Sequence

from bot.commands.actions import Action
from bot.commands.calls import Answer, Errors, File, Reply, Sent
from bot.commands.turns import Mistakes, Turn
from bot.core.people import number
from bot.store import drafts, inbox
from bot.store.tables import Meeting
from bot.ui.limits import TooLong
from bot.views import changes as change_views
from bot.views import notes
from bot.views.words import Words

Values = Mapping[str, Sequence[str]]


def typed(said: object, but: Collection[str] = ()) -> dict[str, tuple[str, ...]]:
    """What was typed or chosen in a form that was sent, without the people that were picked in it
    and the keys `but`.
    """
    if not isinstance(said, Sent):
        return {}
    return {
        key: values
        for key, values in said.values.items()
        if key not in but and not set(values) <= set(said.people)
    }


def keep(turn: Turn, action: str, values: Values) -> int:
    """Keep this as the person's draft, and return its number."""
    text = json.dumps({key: list(given) for key, given in values.items()})
    draft = drafts.make(turn.call.who, action, text, turn.now)
    turn.db.add(draft)
    turn.db.flush()
    return number(draft.id)


def give_back(t: Words, answer: Reply, values: Values) -> Reply:
    """The answer, and with it what was typed: below it to copy or, where that is too long to be
    shown whole, as a file.
    """
    said = "\n".join(" ".join(given) for given in values.values())
    if not said:
        return answer
    try:
        return Reply(notes.given_back(t, answer.message, said), answer.file)
    except TooLong:
        return Reply(notes.given_back(t, answer.message), File("what-you-typed.txt", said.encode()))


def mistakes(turn: Turn, wrong: Mistakes) -> Answer:
    """The mistakes at their fields; or, where the platform cannot show them there, in words with a
    draft. So too when an earlier version's form was sent, and that has other fields.
    """
    said, t = turn.call.said, turn.t
    fields = {field.key: field.label for field in wrong.form.fields}
    strange = typed(said, but=fields)
    if turn.call.abilities.field_errors and not strange:
        # Nothing has been done, so a repeat is told the same: else it would close the form.
        inbox.forget(turn.db, turn.call.who.platform, turn.call.id)
        return Errors(wrong.problems)
    problems = {fields[key]: sentence for key, sentence in wrong.problems.items()}
    action = said.action if isinstance(said, Sent) else wrong.form.action
    draft = keep(turn, action, typed(said, but=strange))
    return give_back(t, Reply(notes.mistakes(t, problems, draft)), strange)


def overtaken(turn: Turn, meeting: Meeting) -> Answer:
    """Both are kept: the other's change stands, and what was typed is one press away."""
    draft = keep(turn, f"meeting:{meeting.id}:{turn.answer}", typed(turn.call.said))
    return Reply(change_views.overtaken(turn.t, meeting, draft))


def fix(turn: Turn) -> Answer:
    """The form of a draft again, with what was typed."""
    draft = drafts.mine(turn.db, turn.call.who, turn.subject)
    return Reply(notes.outdated(turn.t)) if draft is None else turn.reopen(draft)


ACTIONS = (Action("draft.fix", act=fix, form=fix, changes=False),)
