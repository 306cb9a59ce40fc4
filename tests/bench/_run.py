"""Runs a bench as a developer does."""

from __future__ import annotations

import asyncio
import json
import sys

from tests.serve.house import ROOT

Figures = dict[str, float]


async def bench(name: str, *arguments: str) -> Figures:
    """Run a bench as `run.py bench NAME` does; what its last line says."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", f"tests.bench.{name}", *arguments,
        cwd=ROOT, stdout=asyncio.subprocess.PIPE,
    )  # fmt: skip
    said, _ = await process.communicate()
    assert process.returncode == 0, said.decode()
    return dict(json.loads(said.decode().splitlines()[-1]))
