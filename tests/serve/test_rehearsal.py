"""An installation is rehearsed as docs/operator.md tells, before the made-up Slack and Discord."""

import asyncio
import re
import subprocess
import sys
from asyncio import Queue
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from bot.rehearsal import rehearse
from tests.serve.house import PATIENCE, ROOT, House, free_port, settings, until

KEPT = ("PATH", "PYTHONPATH")


class Desk:
    """The terminal in which somebody rehearses."""

    def __init__(self) -> None:
        self.typed: Queue[str] = Queue()
        self.said: list[str] = []
        self._loop = asyncio.get_running_loop()

    def ask(self, _: str) -> str:
        return asyncio.run_coroutine_threadsafe(self.typed.get(), self._loop).result()

    def types(self, *lines: str) -> None:
        for line in lines:
            self.typed.put_nowait(line)

    async def reads(self, words: str) -> None:
        await until(lambda: words in "\n".join(self.said), words)


@asynccontextmanager
async def desk() -> AsyncIterator[Desk]:
    here = Desk()
    rehearsing = asyncio.create_task(rehearse(here.ask, here.said.append))
    try:
        yield here
    finally:
        here.types("quit")
        await asyncio.wait_for(rehearsing, PATIENCE)


def env(folder: Path, given: str, port: int) -> None:
    """What the page says: copy .env.example, and fill in what the rehearsal has printed."""
    text = (ROOT / ".env.example").read_text(encoding="utf-8")
    for line in (*given.splitlines(), f"SECRET_KEY={'k' * 40}", f"PORT={port}"):
        name = line.partition("=")[0]
        text, count = re.subn(rf"^{name}=.*$", line, text, flags=re.MULTILINE)
        assert count == 1, name
    (folder / ".env").write_text(text, encoding="utf-8")


@pytest.mark.must_hold("A6", 3)
async def test_an_installation_is_rehearsed_with_a_file_of_settings(
    tmp_path: Path, figure: Callable[[str], None]
) -> None:
    port = free_port()
    environ = {k: v for k, v in settings(port, tmp_path).items() if k in KEPT}
    house = House(tmp_path, environ, port)
    async with desk() as here:
        await here.reads("Nothing here leaves this machine.")
        here.types("Ana in #northshire types /network set-up")
        await here.reads("Nobody answers on slack yet")
        given = "\n".join(re.findall(r"^(?:SLACK|DISCORD)_.*$", here.said[0], re.MULTILINE))
        env(tmp_path, given, port)
        checked = await asyncio.to_thread(
            subprocess.run, [sys.executable, "-m", "bot", "check"],
            cwd=tmp_path, env=environ, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert (checked.returncode, checked.stdout.count("ok  ")) == (0, 3), checked.stdout
        try:
            seconds = await house.start()
            for where in ("slack", "discord"):
                begins, plan = "/network set-up", "/meeting plan Robotics, 1.12.2090 16:00"
                here.types(where, f"Ana in #northshire types {begins}")
                await here.reads(f"  {where}, a form opens for Ana:\n    # Set up your network")
                here.types("Ana fills", f"What is your network called? = Makers on {where}", "")
                await here.reads(f"# Makers on {where} is ready")
                here.types(f"Ana in #northshire types {plan}")
                await here.reads(f"  {where}, a form opens for Ana:\n    # Plan a meeting")
                here.types("Ana fills", "", "Ana presses Send now")
                await here.reads(f"  {where}, #northshire:\n    # Robotics")
                here.types("Ben presses Yes")
                await here.reads("Saved: Yes")
                here.said.clear()
            here.types("Ben juggles")
            await here.reads("I cannot read this line: Ben juggles")
            here.types("Ben presses Maybe not")
            await here.reads("Ben sees no [Maybe not]")
            assert (await house.stop())[0] == 0
        finally:
            await house.end()
    figure(f"installed with a file of settings, ready after {seconds:.1f} s, used on both")
