"""The one way in: a call finds its action, its network and the person's rights, and is answered."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import partial

from bot import ui
from bot.commands import asked, kept, networks, verbs
from bot.commands.actions import Action
from bot.commands.calls import (
    Answer,
    Call,
    Came,
    Changed,
    Event,
    Nothing,
    Pressed,
    Reply,
    Said,
    Sent,
    Typed,
    Went,
)
from bot.commands.table import ACTIONS, BARE, FREE_TEXT, NOUNS, ROWS, TAKES_TEXT, noun_of
from bot.commands.turns import (
    Mistakes,
    Overtaken,
    Refused,
    Turn,
    answered,
    as_number,
    begin,
    choose,
    has_left,
    pick,
)
from bot.core import presence, rights
from bot.core.people import number
from bot.store import drafts, inbox
from bot.store import meetings as stored_meetings
from bot.store.db import Db
from bot.store.digests import Keys
from bot.store.tables import Draft
from bot.ui import Button, Form, clean
from bot.views import networks as network_views
from bot.views import notes
from bot.views.forms import with_values

SAID = "@"
"""Stands for a command in the draft of plain words."""


class Router:
    """Finds for each call what to do. Raises at once where its actions and the table of rights
    differ.
    """

    def __init__(self, actions: Sequence[Action], allowed: Mapping[str, object]) -> None:
        self._actions = {action.name: action for action in actions}
        if set(self._actions) != set(allowed) or len(self._actions) != len(actions):
            msg = f"actions and rights differ: {sorted(set(self._actions) ^ set(allowed))}"
            raise ValueError(msg)
        self._presses = {
            (action.noun, press): action
            for action in actions
            for press in (action.presses or (action.name.partition(".")[2],))
        }

    def meet(self, db: Db, call: Call, now: datetime, keys: Keys, public: str = "") -> Turn:
        """Whose turn it is; what is known of the person is brought up to date on the way. `public`
        is the address of the house's pages, where it has any.
        """
        turn = begin(db, call, now, keys)
        if turn.account is not None and not isinstance(call.said, Event):
            presence.heard(turn.account, now)
        turn.public = public
        turn.commands, turn.reopen = partial(verbs.usage, turn), partial(self._reopen, turn)
        return turn

    def go_on(self, turn: Turn) -> Answer:
        """Answer a call of which it is known whose turn it is. What it changes is in the turn's
        open transaction.
        """
        try:
            answer = self._answer(turn)
        except Refused as refusal:
            return kept.give_back(turn.t, Reply(refusal.message), kept.typed(turn.call.said))
        except Mistakes as mistakes:
            return kept.mistakes(turn, mistakes)
        except Overtaken as change:
            return kept.overtaken(turn, change.meeting)
        if not isinstance(answer, Reply):
            return answer
        # An earlier version's form may have had fields that nobody reads any more.
        return kept.give_back(turn.t, answer, kept.typed(turn.call.said, but=turn.read))

    def _answer(self, turn: Turn) -> Answer:
        match turn.call.said:
            case Typed(command, text):
                return self._typed(turn, noun_of(command), clean(text))
            case Said(text):
                return self._said(turn, clean(text).strip())
            case Pressed(action):
                return self._pressed(turn, action)
            case Sent(action):
                return self._sent(turn, action)
            case Came():
                networks.came(turn)
            case Went():
                networks.went(turn)
            case Changed(gone):
                networks.changed(turn, gone=gone)
        return Nothing()

    def suggest(self, db: Db, call: Call, now: datetime, keys: Keys) -> tuple[tuple[str, str], ...]:
        """For a command half typed: what this person can go on with, at most 25, as (shown,
        typed).
        """
        if not isinstance(call.said, Typed):
            return ()
        turn = begin(db, call, now, keys)
        found = verbs.suggested(turn, noun_of(call.said.command), clean(call.said.text))
        return tuple((word[:100], word[:100]) for word in found[:25])

    def _typed(self, turn: Turn, command: str, text: str) -> Answer:
        first, _, rest = text.partition(" ")
        if command == "network" and first.lower() in NOUNS and first.lower() != "network":
            return self._typed(turn, first.lower(), rest.strip())
        if command not in NOUNS:
            return answered(notes.outdated(turn.t))
        action = verbs.meant(turn.t, command, first) if first else self._actions[BARE[command]]
        if action is not None and first:
            text = rest.strip()
        if action is None:
            named = self._actions[BARE[command]]
            is_said = command in FREE_TEXT and rest  # as in: mini robots
            slip = verbs.near(turn.t, command, first) and not is_said
            if command not in TAKES_TEXT or slip:
                return self._unknown(turn, command, first, rest.strip())
            action = named
        turn.text = text
        by_code = action.name == "network.join" and text  # it says itself which network
        if turn.chosen is None and len(turn.networks) > 1 and not by_code:
            return self._ask_network(turn, command, f"{first} {rest}".strip())
        return self._do(turn, action)

    def _said(self, turn: Turn, text: str) -> Answer:
        """Plain words, or a command said as one types it after /network; only plain words where a
        platform's answer may be read by others, or brings no form.
        """
        is_open = asked.is_open(turn)
        command = text.removeprefix("/")
        if turn.call.abilities.heard_in_private:
            if verbs.is_command(turn, command):
                return self._typed(turn, "network", command)
            if own := self._by_the_way(turn, command):
                return own
        turn.text = text
        if turn.chosen is None and len(turn.networks) > 1 and not is_open:
            return self._ask_network(turn, SAID, text)
        return self._do(turn, self._actions["network.words"])

    def _by_the_way(self, turn: Turn, text: str) -> Answer | None:
        """The button of a single word that would change something at once where it was typed."""
        own = verbs.meant(turn.t, "network", text)
        if own is None or turn.chosen is None or not verbs.is_for(turn, own):
            return None
        press = f"network:{turn.network.id}:{own.name.partition('.')[2]}"
        label = turn.t.p("verb", own.verb).capitalize()
        said = turn.t("Nothing changes until you press a button.")
        return Reply(notes.note(said, Button(label, press, "primary")))

    def _unknown(self, turn: Turn, command: str, word: str, rest: str) -> Answer:
        near = verbs.near(turn.t, command, word)
        said = turn.t(
            "I do not know “{word}” after {command}.",
            word=word[:60],
            command=turn.t.command(command),
        )
        if not near:
            return Reply(notes.note(said, Button(turn.t("Help"), "network:0:help")))
        action = verbs.meant(turn.t, command, near)
        said += " " + turn.t("Did you mean “{near}”?", near=near)
        press = f"{command}:0:{action.name.partition('.')[2]}" if action else "network:0:help"
        if action and rest and self._is_first(turn):
            # What stood behind it is not typed again.
            near = f"{near} {rest}"
            press = f"draft:{kept.keep(turn, f'/{command}', {'text': [near]})}:fix"
        return Reply(
            notes.note(
                said,
                Button(ui.shorten(near, ui.limits.BUTTON), press, "primary"),
                *([Button(turn.t("Help"), "network:0:help")] if action else []),
            )
        )

    def _ask_network(self, turn: Turn, command: str, text: str) -> Answer:
        """Which network is meant; what was typed waits as a draft."""
        if not self._is_first(turn):
            return Nothing()
        said = turn.call.said
        if isinstance(said, Sent):
            draft = kept.keep(turn, said.action, kept.typed(said))
            turn.read |= set(said.values)
        else:
            draft = kept.keep(turn, f"/{command}", {"text": [text]})
        return Reply(network_views.which(turn.t, turn.networks, draft))

    def _is_first(self, turn: Turn) -> bool:
        """Whether this call has not come before."""
        call = turn.call
        return inbox.first_time(turn.db, call.who.platform, call.id, turn.now)

    def _find(self, turn: Turn, action: str) -> Action:
        """Read `noun:id:answer[:more]` into the turn, and settle which network it belongs to."""
        noun, subject, answer, more = (*action.split(":", 3), "", "", "", "")[:4]
        found = self._presses.get((noun, answer))
        if found is None or (subject != "0" and not as_number(subject)):
            raise Refused(notes.outdated(turn.t))
        turn.subject, turn.answer, turn.more = as_number(subject), answer, more
        self._belongs(turn, noun)
        return found

    def _belongs(self, turn: Turn, noun: str) -> None:
        """A button belongs to the network of its row, or to the one that it names then."""
        if noun in ("draft", "privacy") or not (turn.subject or (turn.more and noun != "network")):
            return
        if noun == "network":
            wanted = turn.subject
        elif turn.subject and noun in ROWS:
            wanted = ROWS[noun](turn)
        elif not turn.subject:
            wanted = as_number(turn.more.partition(":")[0])
        else:
            ids = [number(n.id) for n in turn.networks]
            turn.about = stored_meetings.get(turn.db, ids, turn.subject, to_answer=noun == "rsvp")
            wanted = turn.about.network_id if turn.about else 0
        network = next((n for n in turn.networks if n.id == wanted), None)
        if network is None and (noun, turn.answer) == ("network", "join"):
            network = has_left(turn, wanted)
        if network is None:
            raise Refused(notes.not_found(turn.t))
        choose(turn, network)

    def _pressed(self, turn: Turn, pressed: str) -> Answer:
        action = self._find(turn, pressed)
        if action.name == "network.pick" and turn.more:
            return self._picked(turn)
        return self._do(turn, action)

    def _picked(self, turn: Turn) -> Answer:
        """The network is settled; go on with what was typed."""
        draft = drafts.mine(turn.db, turn.call.who, as_number(turn.more))
        pick(turn, turn.network)
        if draft is None:
            return self._do(turn, self._actions["network.home"])
        return self._reopen(turn, draft)

    def _sent(self, turn: Turn, sent: str) -> Answer:
        return self._do(turn, self._find(turn, sent), sent=True)

    def _reopen(self, turn: Turn, draft: Draft) -> Answer:
        """The form of a draft, with what was typed; where it does not open any more, or has other
        fields now, that is given back.
        """
        values: dict[str, list[str]] = json.loads(draft.typed)
        if draft.action.startswith("/"):  # typed: the button's own numbers are about the draft
            turn.subject, turn.answer, turn.more = 0, "", ""
        if draft.action == f"/{SAID}":
            return self._said(turn, values["text"][0])
        if draft.action.startswith("/"):
            return self._typed(turn, draft.action[1:], values["text"][0])
        try:
            opened = self._do(turn, self._find(turn, draft.action))
        except Refused as refusal:
            opened = Reply(refusal.message)
        if isinstance(opened, Form):
            if set(values) <= {field.key for field in opened.fields}:
                return with_values(opened, values)
            opened = Reply(notes.form_changed(turn.t, draft.action))
        return kept.give_back(turn.t, opened, values) if isinstance(opened, Reply) else opened

    def _do(self, turn: Turn, action: Action, *, sent: bool = False) -> Answer:
        asks = (
            rights.Role.STRANGER not in rights.RIGHTS[action.name] or action.name == BARE["network"]
        )
        if turn.chosen is None and len(turn.networks) > 1 and asks:
            return self._ask_network(turn, action.noun, action.verb)
        if not rights.may(turn.role, action.name):
            raise Refused(notes.refused(turn.t, stranger=turn.role is rights.Role.STRANGER))
        opens = action.form is not None and not sent
        if action.changes and not opens and not self._is_first(turn):
            return Nothing()
        return action.form(turn) if action.form and opens else action.act(turn)


ROUTER = Router(ACTIONS, rights.RIGHTS)
