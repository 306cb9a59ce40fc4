"""The guided tour: five steps, each of which goes on by itself when it is done."""

from __future__ import annotations

from bot.adapters.memory.chat import World
from bot.views.words import Words

PLAN, SEND, ANSWER, LOOK, FREE, ENDED = range(6)


class Tour:
    """Where somebody is on the tour. `you` is who coordinates."""

    def __init__(self, you: str, step: int = PLAN) -> None:
        self.step = step
        self._you = you
        self._posted = 0

    def texts(self, t: Words) -> list[str]:
        """What each step says."""
        return [
            t("You are Ana, who coordinates. Type /meeting plan in the line below, and send it."),
            t("Nobody is told for 30 seconds: you can undo. Now press To what comes next."),
            t("Choose Ben at the top, and answer as he would, with one click."),
            t("Be Ana again, press Who is coming, and under What comes the day of your meeting."),
            t("Press As others get it below a message. Then try what you like: nothing can break."),
        ]

    def goes_on(self, act: str, who: str, world: World, *, is_planned: bool) -> None:
        """Somebody has done something; `is_planned`: a form was taken."""
        posted = sum(not (shown.who or shown.by) for shown in world.shown)
        if self.step == PLAN and is_planned and who == self._you:
            self.step, self._posted = SEND, posted
        elif self.step == SEND and posted > self._posted:
            self.step = ANSWER
        elif self.step == SEND and act == "press":  # it was taken back
            self.step = PLAN
        elif self.step == ANSWER and act == "press" and who != self._you:
            self.step = LOOK
        elif self.step == LOOK and act == "clock":
            self.step = FREE
