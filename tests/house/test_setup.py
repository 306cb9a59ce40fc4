"""A newcomer's way, for real: a fresh clone, empty caches, a clean environment, both commands."""

import os
import pwd
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
IS_ROOT = os.getuid() == 0
AS_NOBODY = ["setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"] if IS_ROOT else []

pytestmark = [
    pytest.mark.must_hold("A1", 1),
    pytest.mark.at_full_size,
    pytest.mark.timeout(1200),
]


@pytest.fixture
def desk() -> Iterator[Path]:
    """A folder that anybody may enter; pytest's own are closed to all but the caller."""
    folder = Path(tempfile.mkdtemp(prefix="convenor-newcomer-"))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


def newcomer(desk: Path, become: list[str]) -> Callable[..., tuple[str, float]]:
    """Clones the project for a person with an empty home; returns their way to run a command."""
    clone, home = desk / "convenor", desk / "home"
    home.mkdir()
    subprocess.run(["git", "clone", "--quiet", f"file://{ROOT}", clone], check=True)
    if become:
        nobody = pwd.getpwnam("nobody")
        for path in (home, clone, *clone.rglob("*")):
            os.chown(path, nobody.pw_uid, nobody.pw_gid, follow_symlinks=False)

    def run(*command: str, typed: str = "") -> tuple[str, float]:
        started = time.monotonic()
        done = subprocess.run(
            [*become, "env", "-i", f"HOME={home}", f"PATH={PATH}", *command],
            cwd=clone, input=typed, capture_output=True, text=True, check=False,
        )  # fmt: skip
        said = done.stdout + done.stderr
        assert done.returncode == 0, said[-2000:]
        return said, time.monotonic() - started

    return run


def walk(run: Callable[..., tuple[str, float]], who: str) -> str:
    """Both commands of the README, the tests cut to those that need this very machine."""
    _, trying = run("python3", "run.py", "try", "--terminal", typed="quit\n")
    said, testing = run("python3", "run.py", "test", "-m", "newcomer")
    closing = said.strip().splitlines()[-1]
    assert "passed" in closing
    assert "skipped" not in closing, said[-2000:]
    return f"as {who}: set up and tried in {trying:.0f} s, tested on PostgreSQL in {testing:.0f} s"


@pytest.mark.part("as root")
@pytest.mark.skipif(not IS_ROOT, reason="this is not root")
def test_root_gets_from_a_fresh_clone_to_a_running_bot(
    desk: Path, figure: Callable[[str], None]
) -> None:
    figure(walk(newcomer(desk, []), "root"))


def test_nobody_gets_from_a_fresh_clone_to_a_running_bot(
    desk: Path, figure: Callable[[str], None]
) -> None:
    who = "nobody" if IS_ROOT else pwd.getpwuid(os.getuid()).pw_name
    figure(walk(newcomer(desk, AS_NOBODY), who))
