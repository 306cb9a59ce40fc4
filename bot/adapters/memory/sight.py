"""What a person sees on the terminal: what has just appeared, a room, an inbox."""

from __future__ import annotations

from pathlib import Path

from bot.adapters.memory.chat import Shown, World
from bot.adapters.memory.hands import Hands
from bot.adapters.memory.screen import Screen
from bot.ui import Message
from bot.views.words import Words

AGAIN = 5
"""How many messages of a room or an inbox are shown again."""


class Sight:
    """Shows a person what concerns them. Files that people get are put into `folder`."""

    def __init__(self, hands: Hands, screen: Screen, t: Words, folder: Path) -> None:
        self._world: World = hands.world
        self._hands, self._screen, self._t, self._folder = hands, screen, t, folder
        self._known: dict[str, Message] = {shown.ref: shown.message for shown in self._world.shown}
        self._unread: set[str] = set()
        self._files = len(self._world.files)

    def news(self, you: str) -> None:
        """Show what has appeared or changed for this person, and say who else got something."""
        told: list[str] = []
        for shown in list(self._world.shown):
            before = self._known.get(shown.ref)
            if before is shown.message:
                continue
            self._known[shown.ref] = shown.message
            if self._hands.sees(you, shown):
                self._screen.show(self._heading(shown, new=before is None), shown)
            elif shown.who and not shown.private:
                told.append(shown.who)
        self._tell(told)
        self._keep_files()

    def room(self, name: str) -> None:
        """Show what stands in a room."""
        there = [s for s in self._world.shown if s.where.partition(" > ")[0] == f"#{name}"]
        posts = [shown for shown in there if not shown.who]
        if not posts:
            self._screen.say(self._t("Nothing has been posted here yet."), "quiet")
        for shown in posts[-AGAIN:]:
            self._screen.show(self._heading(shown, new=True), shown)

    def inbox(self, you: str) -> None:
        """Show what was written to this person privately."""
        self._unread.discard(you)
        mine = [s for s in self._world.shown if s.who == you and not s.private]
        if not mine:
            self._screen.say(self._t("Nobody has written to you privately."), "quiet")
        for shown in mine[-AGAIN:]:
            self._screen.show(self._heading(shown, new=True), shown)

    def remind(self, you: str) -> None:
        """Say so where something waits in this person's inbox."""
        if you in self._unread:
            self._screen.say(self._t("Something waits for you: type inbox."), "private")

    def _tell(self, told: list[str]) -> None:
        if not told:
            return
        self._unread.update(told)
        names = self._t.names(dict.fromkeys(told))
        self._screen.say("")
        self._screen.say(
            self._t("A private message for {names}: be one of them, and type inbox.", names=names),
            "quiet",
        )

    def _heading(self, shown: Shown, *, new: bool) -> str:
        if shown.private:
            return self._t("(only you see this)")
        if shown.who:
            return self._t("A private message (only you see this)")
        if shown.by:
            return f"{shown.where}, {shown.by}"
        return shown.where if new else self._t("{room}, changed", room=shown.where)

    def _keep_files(self) -> None:
        for _, file in self._world.files[self._files :]:
            path = self._folder / file.name
            path.write_bytes(file.content)
            said = self._t("A file for you, kept until you quit: {path}", path=str(path))
            self._screen.say(f"  {said}", "private")
        self._files = len(self._world.files)
