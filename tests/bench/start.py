"""How long `serve` takes to be ready on both platforms, and how much memory it then holds: in all,
and above a bare Python that has imported the same libraries. Several pairs of runs, their median.
"""

from __future__ import annotations

import asyncio
import json
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from tests.serve.house import ROOT, House, town

PAIRS = 7
WHAT_SERVE_IMPORTS = """
import json, sys
import bot.app, bot.adapters.discord.app, bot.adapters.slack.app
ours = ("bot", "__main__", *sys.stdlib_module_names)
print(json.dumps([name for name in sys.modules if name.partition(".")[0] not in ours]))
"""
IMPORT_THEM = """
import importlib, json, sys
for name in json.loads(sys.argv[1]):
    try:
        importlib.import_module(name)
    except ImportError:
        pass  # a name that a library gives to a part of itself
print("ready", flush=True)
sys.stdin.read()
"""


@dataclass(frozen=True, slots=True)
class Run:
    """Seconds until it was ready, and megabytes that it then held."""

    seconds: float
    megabytes: float


def resident(pid: int) -> float:
    """Megabytes of memory that a process holds, as Linux counts them."""
    status = Path(f"/proc/{pid}/status").read_text()
    found = re.search(r"VmRSS:\s+(\d+) kB", status)
    assert found, status
    return int(found[1]) / 1024


def libraries() -> list[str]:
    """The modules of others that `serve` imports, in its order."""
    asked = [sys.executable, "-c", WHAT_SERVE_IMPORTS]
    return list(json.loads(subprocess.run(asked, cwd=ROOT, capture_output=True, check=True).stdout))


def bare(modules: Sequence[str]) -> Run:
    """A Python that imports them and does nothing else."""
    begun = time.monotonic()
    with subprocess.Popen(
        [sys.executable, "-c", IMPORT_THEM, json.dumps(modules)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE,
    ) as process:  # fmt: skip
        assert process.stdout
        process.stdout.readline()
        return Run(time.monotonic() - begun, resident(process.pid))


async def served(house: House) -> Run:
    """A house, started and stopped."""
    seconds = await house.start()
    assert house.process
    megabytes = resident(house.process.pid)
    await house.stop()
    return Run(seconds, megabytes)


async def measure(pairs: int) -> dict[str, float]:
    """The figures, said as they come; the last ones are returned under their names."""
    modules = libraries()
    print(f"serve imports {len(modules)} modules of others")
    with tempfile.TemporaryDirectory() as folder:
        async with town(Path(folder), ["Ana", "Ben"]) as place:
            first = await served(place.house)
            print(f"very first start, with its database to make: {first.seconds:.2f} s")
            runs = []
            for number in range(1, pairs + 1):
                runs.append((await served(place.house), await asyncio.to_thread(bare, modules)))
                ours, theirs = runs[-1]
                print(
                    f"pair {number}: ready after {ours.seconds:.2f} s with {ours.megabytes:.0f} MB;"
                    f" the libraries alone {theirs.seconds:.2f} s and {theirs.megabytes:.0f} MB"
                )
    return {
        "ready_s": round(median(ours.seconds for ours, _ in runs), 3),
        "ready_extra_s": round(median(ours.seconds - bare.seconds for ours, bare in runs), 3),
        "rss_mb": round(median(ours.megabytes for ours, _ in runs), 1),
        "rss_extra_mb": round(median(ours.megabytes - bare.megabytes for ours, bare in runs), 1),
    }


if __name__ == "__main__":
    print(json.dumps(asyncio.run(measure(int(sys.argv[1]) if sys.argv[1:] else PAIRS))))
