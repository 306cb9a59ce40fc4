"""A made-up Slack and a made-up Discord on this machine, to rehearse an installation before them:
`serve` runs beside it with an `.env` of its own, and here people type, press and fill in.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from bot.adapters.discord.loopback import Loopback
from bot.adapters.slack.loopback import LoopbackSlack, NoAnswer
from bot.adapters.slack.loopback_run import loopback
from bot.adapters.slack.loopback_stage import SlackStage
from bot.adapters.stage import NoSuchThing, Seen, Stage
from bot.adapters.story import Fills, NotAStory, Presses, Step, Types, read
from bot.adapters.transcript import heading
from bot.views.words import words

HEAD = "now 2026-01-05 09:00 Europe/London\nroom northshire: Ana (admin), Ben, Cleo\n"
"""Who is there; what time it is says this machine's clock."""
PORTS = (8783, 8784)
"""Always the same, so that an .env is of use again."""
GLANCE = 0.3
"""Seconds after which it is looked again whether something has appeared."""
HELP = """\
Put these lines into .env, with a SECRET_KEY, and start `python3 run.py serve` in another terminal:

{settings}

Then say here what Ana (an administrator), Ben and Cleo do in #northshire. For instance:

  Ana in #northshire types /network set-up
  Ana fills
    What is your network called? = Northshire STEM teachers

  Ana in #northshire types /meeting plan Robotics, Tuesday next week 4pm
  Ana fills

  Ana presses Send now
  Ben presses Yes

After `fills` come lines with what stands in the form, and an empty line. `slack` and `discord` say
where it is done, `help` shows this again, `quit` ends. Leave both running while you rehearse.
Nothing here leaves this machine."""

Ask = Callable[[str], str]
Say = Callable[[str], None]


class Rehearsal:
    """Both platforms, with the same people on each, and where they act now."""

    def __init__(self, slack: LoopbackSlack, discord: Loopback, say: Say) -> None:
        self._slack, self._discord, self._say = slack, discord, say
        self._stages: Mapping[str, Stage] = {
            "slack": SlackStage(slack, _moment),
            "discord": discord,
        }
        self.where = "slack"

    def settings(self) -> str:
        """What `serve` has to be told, as lines of an `.env`."""
        return "\n".join((
            f"SLACK_BOT_TOKEN={self._slack.token}",
            f"SLACK_APP_TOKEN={self._slack.app_token}",
            f"SLACK_API_BASE_URL={self._slack.api}",
            f"DISCORD_TOKEN={self._discord.token}",
            f"DISCORD_API_BASE={self._discord.api_base}",
            f"DISCORD_GATEWAY_URL={self._discord.gateway_url}",
        ))  # fmt: skip

    async def does(self, lines: Sequence[str]) -> None:
        """Somebody does something, written as in a story."""
        if not self._is_served():
            self._say(f"Nobody answers on {self.where} yet: is `python3 run.py serve` running?")
            return
        try:
            for _, step in read(HEAD + "\n".join(lines)).steps:
                await self._act(step)
        except (NotAStory, NoSuchThing) as reason:
            self._say(str(reason))
        except (NoAnswer, TimeoutError) as silence:
            self._say(f"{self.where} got no answer in time ({str(silence) or 'silence'}).")
        self.tells()

    def tells(self) -> None:
        """Show what has appeared since the last time, on both platforms."""
        for name, stage in self._stages.items():
            for one in stage.seen():
                self._say(_shown(name, one))

    def _is_served(self) -> bool:
        if self.where == "slack":
            return bool(self._slack.sockets.open or self._slack.request_url)
        return bool(self._discord.commands)

    async def _act(self, step: Step) -> None:
        stage = self._stages[self.where]
        match step:
            case Types(who, room, text):
                await stage.types(who, room, text)
            case Presses(who, label, nth):
                await stage.presses(who, label, nth)
            case Fills(who, values):
                await stage.fills(who, values)
            case _:
                self._say("Here people can type, press and fill in; the clock is this machine's.")


def _moment(at: datetime) -> str:
    return words("en").moment(at, "Europe/London")


def _shown(platform: str, one: Seen) -> str:
    text = "\n".join(f"    {line}" for line in one.text.splitlines())
    return f"  {platform}, {heading(one)}\n{text}"


async def rehearse(ask: Ask, say: Say, ports: tuple[int, int] = (0, 0)) -> None:
    """Let somebody act on both platforms, Slack and Discord at these `ports`, until they quit.
    `ask` waits for a line, and raises EOFError at the end.
    """
    story = read(HEAD)
    async with (
        loopback(story.actors, story.rooms, port=ports[0]) as slack,
        Loopback(story.actors, story.rooms, moment=_moment, port=ports[1]) as discord,
    ):
        here = Rehearsal(slack, discord, say)
        say(HELP.format(settings=here.settings()))
        watching = asyncio.create_task(_watch(here))
        try:
            while lines := await asyncio.to_thread(_lines, ask, here.where):
                await _heed(here, lines, say)
        finally:
            watching.cancel()


async def _heed(here: Rehearsal, lines: Sequence[str], say: Say) -> None:
    match lines[0]:
        case "slack" | "discord":
            here.where = lines[0]
        case "help":
            say(HELP.format(settings=here.settings()))
        case "":
            pass
        case _:
            await here.does(lines)


async def _watch(here: Rehearsal) -> None:
    while True:
        await asyncio.sleep(GLANCE)
        here.tells()


def _lines(ask: Ask, where: str) -> list[str]:
    """A line, and where something is filled in all that follows until an empty one; nothing at the
    end.
    """
    try:
        lines = [ask(f"{where}> ").strip()]
        if lines[0] in ("quit", "exit"):
            return []
        while lines[0].endswith(" fills") and (more := ask("    ").strip()):
            lines.append(f"  {more}")
    except EOFError:
        return []
    return lines


def run() -> int:
    """Rehearse in this terminal; returns the exit code."""
    by_hand = sys.stdin.isatty()

    def ask(prompt: str) -> str:
        return input(prompt if by_hand else "")

    def say(text: str) -> None:
        print(text, flush=True)  # noqa: T201 -- it is there to talk to a person

    try:
        asyncio.run(rehearse(ask, say, PORTS))
    except OSError as taken:
        say(f"{taken.strerror or taken}: is another rehearsal running?")
        return 2
    except KeyboardInterrupt:
        say("")
    return 0
