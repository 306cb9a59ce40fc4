"""The wheel holds the whole house, and is all that a trial needs."""

import os
import subprocess
import sys
import sysconfig
import venv
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest

from bot import __version__

ROOT = Path(__file__).parents[2]
pytestmark = [pytest.mark.must_hold("A6", 5), pytest.mark.timeout(600)]


def built(folder: Path) -> Path:
    """The wheel, built without asking the network for anything."""
    build = "import sys; from hatchling.build import build_wheel as run; print(run(sys.argv[1]))"
    done = subprocess.run(
        [sys.executable, "-c", build, folder], cwd=ROOT, check=True, capture_output=True, text=True
    )
    return folder / done.stdout.split()[-1]


def tried(convenor: list[str | Path], folder: Path, **environ: str) -> str:
    """What a trial in the terminal says to somebody who looks around and leaves."""
    done = subprocess.run(
        [*convenor, "try", "--terminal"], input="/network\nquit\n", cwd=folder, check=False,
        env={"PATH": os.environ["PATH"], **environ}, capture_output=True, text=True,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_wheel_has_everything_and_opens_a_trial(
    tmp_path: Path, figure: Callable[[str], None]
) -> None:
    wheel = built(tmp_path)
    assert wheel.name == f"convenor-{__version__}-py3-none-any.whl"
    with ZipFile(wheel) as packed:
        names = packed.namelist()
        packed.extractall(tmp_path / "installed")
    kept = {
        str(file.relative_to(ROOT))
        for file in (ROOT / "bot").rglob("*")
        if file.is_file() and "__pycache__" not in file.parts
    }
    assert {name for name in names if name.startswith("bot/")} == kept
    assert [name for name in names if name.startswith(("tests", "docs"))] == []
    # The libraries of this Python, and of ours only what the wheel holds.
    path = f"{tmp_path / 'installed'}{os.pathsep}{sysconfig.get_path('purelib')}"
    said = tried([sys.executable, "-S", "-m", "bot"], tmp_path, PYTHONPATH=path)
    assert "Northshire STEM teachers" in said
    figure(f"{wheel.name}, {wheel.stat().st_size // 1024} KiB, {len(kept)} files")


@pytest.mark.at_full_size
def test_it_installs_in_an_empty_environment(tmp_path: Path, figure: Callable[[str], None]) -> None:
    wheel = built(tmp_path)
    venv.create(tmp_path / "empty", with_pip=True)
    there = tmp_path / "empty/bin"
    lock = str(ROOT / "requirements.lock")
    for wanted in (["--require-hashes", "-r", lock], ["--no-deps", str(wheel)]):
        subprocess.run([there / "pip", "install", "-q", *wanted], check=True, capture_output=True)
    said = subprocess.run(
        [there / "convenor", "--version"], check=True, capture_output=True, text=True
    ).stdout
    assert said == f"convenor {__version__}\n"
    assert "Northshire STEM teachers" in tried([there / "convenor"], tmp_path)
    figure(f"installed from {wheel.name} and the lock, {said.strip()} opens a trial")
