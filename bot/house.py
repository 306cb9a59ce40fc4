"""What adapters talk to: the house, one transaction for each call."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import datetime

import structlog

from bot.chat import Person
from bot.commands import kept, opening, visits
from bot.commands.calls import Answer, Call, Errors, Event, Nothing, Reply, Sent
from bot.commands.router import ROUTER
from bot.commands.turns import Turn
from bot.core import links
from bot.core.people import number
from bot.store import drafts, leases, people
from bot.store.db import Db, Store
from bot.store.digests import Keys
from bot.store.faults import Away, Conflict
from bot.store.tables import Workspace
from bot.ui import Form, Message
from bot.views import notes
from bot.views.forms import values_of
from bot.views.words import Words
from bot.views.words import words as words_in

log = structlog.get_logger()
ATTEMPTS = 5
"""How often a call is tried where another one was faster."""


class TheHouse:
    """One transaction for each call, or for several that come at the same time on SQLite; and a
    word to the clock after what makes something due (`wake`), and after each to whoever looks at
    what has changed (`acted`). `public` is the address of its pages; empty where it has none.
    """

    def __init__(
        self,
        store: Store,
        *,
        now: Callable[[], datetime],
        keys: Keys,
        wake: Callable[[], None],
        public: str = "",
    ) -> None:
        self._store, self._now, self._keys = store, now, keys
        self._public = public.rstrip("/")
        self.wake = wake
        self.acted: Callable[[], None] = lambda: None

    @property
    def one_writes(self) -> bool:
        """Whether calls wait for each other, since only one can write to the database at a time."""
        return self._store.is_sqlite

    def act(self, call: Call) -> Answer:
        """Do what the call asks, commit, and return the answer; a fault inside becomes a kind
        sentence, and what was typed is kept.
        """
        if self.reads(call) and (found := self.look(call)) is not None:
            return found
        for attempt in range(1, ATTEMPTS + 1):
            try:
                return self._act([call])[0]
            except Conflict as error:
                if attempt == ATTEMPTS:
                    return self._failed(call, error)
            except Away as error:
                return self._once_more(call, error) if error.cut_off else self._failed(call, error)
            except Exception as error:  # noqa: BLE001 -- told and logged there
                return self._failed(call, error)
        raise AssertionError("unreachable")

    def reads(self, call: Call) -> bool:
        """Whether this call is to change nothing where only one can write: `look` does for it."""
        return self.one_writes and opening.reads(call.said, _words(call))

    def look(self, call: Call) -> Answer | None:
        """What comes of a call that is to change nothing, answered beside who writes. None where
        something is to be written, be it a new name or when they were heard of: then nothing has
        been done, and it is to be done as any other.
        """
        # A writer fails here; and what is wrong shows, and is told, when it is done again.
        with suppress(Exception), self._store.read() as db:
            turn = self._meet(db, call)
            answer = None if db.is_changed() else ROUTER.go_on(turn)
            if not db.is_changed():
                self.acted()
                return answer
        return None

    def _meet(self, db: Db, call: Call) -> Turn:
        return ROUTER.meet(db, call, self._now(), self._keys, self._public)

    def _once_more(self, call: Call, error: Away) -> Answer:
        """The line to the database was cut: what was asked may have been done, or not. Asked under
        the same id it is done once, and a repeat says that it had been.
        """
        try:
            answer = self._act([call])[0]
        except Exception:  # noqa: BLE001 -- the first fault says why
            return self._failed(call, error)
        is_repeat = isinstance(answer, Nothing) and not isinstance(call.said, Event)
        return Reply(notes.note(_words(call)("That is saved."))) if is_repeat else answer

    def act_all(self, calls: Sequence[Call]) -> list[Answer]:
        """The same for several, in one transaction; where one of them fails, each gets its own."""
        try:
            return self._act(calls)
        except Away as error:  # each alone would wait as long again
            return [self._failed(call, error) for call in calls]
        except Exception:  # noqa: BLE001 -- whose it is shows when each is done alone
            return [self.act(call) for call in calls]

    def _act(self, calls: Sequence[Call]) -> list[Answer]:
        with self._store.write() as db:
            answers = [ROUTER.go_on(self._meet(db, call)) for call in calls]
        if db.sooner:
            self.wake()
        self.acted()
        return answers

    def _failed(self, call: Call, error: Exception) -> Answer:
        log.error("call.failed", exc_info=error)
        return self._fault(call, is_away=isinstance(error, Away))

    def _fault(self, call: Call, *, is_away: bool) -> Answer:
        """A form that can show it stays open, with all that was typed; else that is kept as a
        draft; and where even that fails, the person gets it back to copy. Nobody waits for a word
        about an event.
        """
        t, said = _words(call), call.said
        if isinstance(said, Event):
            return Nothing(again=True)
        if not isinstance(said, Sent) or not said.values:
            return Reply(notes.fault(t))
        if call.abilities.field_errors:
            return Errors({next(iter(said.values)): notes.fault_words(t)})
        if is_away:  # a draft would wait for it as long again
            return kept.give_back(t, Reply(notes.fault(t)), kept.typed(said))
        try:
            return Reply(notes.fault(t, draft=self._draft(call, said.action, dict(said.values))))
        except Exception as error:
            log.warning("call.draft_lost", exc_info=error)
            return kept.give_back(t, Reply(notes.fault(t)), kept.typed(said))

    def opens(self, call: Call) -> bool:
        """Whether a form may come of this, as the router's table has it."""
        return opening.opens(call.said, _words(call))

    def keep(self, call: Call, form: Form) -> Message:
        """Keep a form that was ready too late to be opened, with all that it holds; the message has
        a button that opens it.
        """
        try:
            draft = self._draft(call, form.action, values_of(form))
        except Exception as error:
            log.warning("call.draft_lost", exc_info=error)
            return notes.fault(_words(call))
        return notes.form_ready(_words(call), draft)

    def mend(self, call: Call, problems: Mapping[str, str]) -> Reply:
        """Keep what was sent with mistakes in it, where its form is no longer on the screen; where
        even that fails, the person gets it back to copy.
        """
        t, said = _words(call), call.said
        assert isinstance(said, Sent)  # noqa: S101 -- nothing else has mistakes
        try:
            draft = self._draft(call, said.action, dict(said.values))
        except Exception as error:
            log.warning("call.draft_lost", exc_info=error)
            why = Reply(notes.note(notes.mistake_words(t, problems)))
            return kept.give_back(t, why, kept.typed(said))
        return Reply(notes.mistakes(t, problems, draft))

    def _draft(self, call: Call, action: str, values: dict[str, tuple[str, ...]]) -> int:
        with self._store.write() as db:
            draft = drafts.make(call.who, action, json.dumps(values), self._now())
            db.add(draft)
            db.flush()
            return number(draft.id)

    def suggest(self, call: Call) -> tuple[tuple[str, str], ...]:
        """What can be typed next."""
        with self._store.read() as db:
            return ROUTER.suggest(db, call, self._now(), self._keys)

    def agreed(self, person: Person) -> bool:
        """Whether this person agreed to be written to privately."""
        with self._store.read() as db:
            return people.agreed(db, person)

    def opened(self, secret: str) -> links.Opened | None:
        """What a personal link is for, if it works."""
        with self._store.read() as db:
            return links.opened(db, secret, self._now())

    def door(self, code: str, language: str) -> Form | None:
        """The page of a code by which people join, if it works."""
        with self._store.read() as db:
            return visits.shown(db, words_in(language), code)

    def come(self, visit: visits.Visit, language: str) -> visits.Came | None:
        """Let somebody without an account join by the page of a code; None where it does not
        work.
        """
        t = words_in(language)
        for _ in range(ATTEMPTS):
            try:
                with self._store.write() as db:
                    return visits.come(db, t, visit, self._public, self._now())
            except Conflict:
                continue
            except Exception:
                log.exception("visit.failed")
                break
        return visits.Came(Reply(notes.fault(t)))

    def lease(self, name: str, owner: str, seconds: float) -> bool:
        """Take or renew the one right to do something; False while another process has it."""
        with self._store.write() as db:
            return leases.take(db, name, owner, self._now(), seconds)

    def give_back(self, name: str, owner: str) -> None:
        """Let another process have it at once."""
        with self._store.write() as db:
            leases.give_back(db, name, owner)

    def recall_commands(self, application: str) -> str:
        """The digest of the commands last registered."""
        with self._store.read() as db:
            row = db.get(Workspace, ("discord", application))
            return row.commands if row else ""

    def remember_commands(self, application: str, digest: str) -> None:
        """Keep the digest of the commands just registered."""
        row = {"platform": "discord", "workspace": application, "commands": digest}
        with self._store.write() as db:
            db.upsert(Workspace, row, key=("platform", "workspace"))


def _words(call: Call) -> Words:
    return words_in(call.profile.language or "en", local_commands=call.abilities.local_commands)
