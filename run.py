"""Sets Convenor up in a folder of its own (.venv) and runs it; needs Python 3.11 and nothing else.

`python3 run.py` alone says what there is. The libraries come from requirements-dev.lock, each held
against its hash. A stamp in .venv says from which lock it was made, and is written last, so that a
set-up that was interrupted starts again. Two runs at once wait for each other.
"""

from __future__ import annotations  # so that an older Python gets as far as our own words

import fcntl
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

HELP = """\
Convenor runs the year of a network of teachers, in the Slack or Discord that they already use.

  python3 run.py try             try it here, without any account

To run it:
  python3 run.py check           is everything set up? What is missing, and how to mend it
  python3 run.py rehearse        a made-up Slack and Discord, to try an installation before them
  python3 run.py serve           run the bot
  python3 run.py backup [FILE]   write all that it knows into one file, also while it runs
  python3 run.py restore FILE    put a backup into an empty database
  python3 run.py COMMAND --help  more about these; there are also work, migrate, play and when

To change it:
  python3 run.py test            every test (give it pytest's arguments to run a few)
  python3 run.py lint            ruff, mypy and the import rules
  python3 run.py prove [A1]      the promises at full size, one line each with its figure
  python3 run.py bench NAME      measure something, for instance: bench dispatch
  python3 run.py docs            the printed pages, the pictures and the site of the docs

The first run sets everything up in the folder .venv. That takes a minute or two; later runs start
at once.
"""
PLAIN = ["-n", "3"]
"""Three processes, for many tests wait; what shares something dear stays in one of them
(tests/plugins/together.py).
"""
ROOT = Path(__file__).resolve().parent
LOCK = ROOT / "requirements-dev.lock"
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
STAMP = VENV / "made-from"
# Started with no PATH at all, Python does not know its own name.
CALLER = sys.executable or shutil.which("python3") or "/usr/bin/python3"
CANNOT_WRITE = f"""\
The set-up cannot write in {ROOT} ({{why}}).
Run it as that folder's owner, or copy the folder to where you may write, with 1 GB free."""
IMPORT_RULES = "from importlinter.cli import lint_imports_command as run; run()"
LINTERS = (
    ("ruff check", ["-m", "ruff", "check", "."]),
    ("ruff format", ["-m", "ruff", "format", "--check", "."]),
    ("mypy", ["-m", "mypy"]),
    ("import rules", ["-c", IMPORT_RULES, "--no-logo"]),
)


class SetUpError(Exception):
    """The set-up cannot go on; the text tells a person why and what to do."""


def main(arguments: list[str]) -> int:
    """Makes .venv ready and runs what was asked for; returns the exit code where it comes back."""
    command, rest = (arguments[0], arguments[1:]) if arguments else ("help", [])
    if command in ("help", "-h", "--help"):
        print(HELP, end="")
        return 0
    try:
        set_up()
    except SetUpError as problem:
        print(problem, file=sys.stderr)
        return 1
    if command == "lint":
        return lint()
    if command == "test":
        become("-m", "pytest", *(rest or PLAIN), folder=ROOT)
    if command == "prove":
        issues = [f"--issue={issue}" for issue in rest or ["all"]]
        become("-m", "pytest", "--full", "--tb=short", "-q", *issues, folder=ROOT)
    if command == "bench":
        return bench(rest)
    if command == "docs":
        become("-m", "tests.docs", *rest, folder=ROOT)
    # -P: a folder named bot where the caller stands is not ours.
    return become("-P", "-m", "bot", *arguments, folder=None)


def lint() -> int:
    """Runs all four checkers, also when an early one complains; returns 1 where any did."""
    complaints = []
    for name, arguments in LINTERS:
        print(f"== {name}", flush=True)
        if subprocess.run([PYTHON, *arguments], cwd=ROOT, check=False).returncode:
            complaints.append(name)
    print(f"lint: {', '.join(complaints)} complained" if complaints else "lint: all well")
    return 1 if complaints else 0


def bench(arguments: list[str]) -> int:
    """Runs tests/bench/NAME.py, or says which names there are; returns 2 for an unknown name."""
    names = sorted(
        file.stem for file in ROOT.glob("tests/bench/*.py") if not file.stem.startswith("_")
    )
    if arguments and arguments[0] in names:
        become("-m", f"tests.bench.{arguments[0]}", *arguments[1:], folder=ROOT)
    print(f"python3 run.py bench NAME: {', '.join(names) or 'there is none yet'}", file=sys.stderr)
    return 2


def become(*arguments: str, folder: Path | None) -> int:
    """Turns this process into the project's Python, so that signals and exit codes are its own."""
    if folder:
        os.chdir(folder)
    sys.stdout.flush()
    os.execv(PYTHON, [str(PYTHON), *arguments])


def set_up() -> None:
    """Makes .venv where it is missing, unfinished or from another lock."""
    wanted = f"{hashlib.sha256(LOCK.read_bytes()).hexdigest()} {ROOT}\n"
    if is_ready(wanted):
        return
    if not os.access(ROOT, os.W_OK):
        raise SetUpError(CANNOT_WRITE.format(why="read-only for you"))
    try:
        with (ROOT / ".venv.lock").open("a") as lock:
            wait_for(lock.fileno())
            if not is_ready(wanted):
                build(lock.fileno())
                STAMP.write_text(wanted)
    except OSError as problem:
        raise SetUpError(CANNOT_WRITE.format(why=problem)) from problem


def is_ready(wanted: str) -> bool:
    """Whether .venv was made from this lock, for this folder, with a Python that is still there."""
    try:
        return os.access(PYTHON, os.X_OK) and STAMP.read_text() == wanted
    except OSError:
        return False


def wait_for(lock: int) -> None:
    """Waits until no other run is setting up. The lock goes with its process, however it ends."""
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        print("Another run is setting up; waiting for it ...", file=sys.stderr, flush=True)
        fcntl.flock(lock, fcntl.LOCK_EX)


def build(lock: int) -> None:
    """Makes .venv from nothing, with uv where it is at hand and does it, else with venv and pip."""
    uv = shutil.which("uv")
    how_long = "some seconds" if uv else "a minute or two"
    print(f"Setting up in {VENV}: the first run takes {how_long} ...", file=sys.stderr, flush=True)
    if uv and succeeds(
        lock,
        [uv, "venv", "--quiet", "--clear", "--python", CALLER, str(VENV)],
        [uv, "pip", "install", "--quiet", "--compile-bytecode", "--python", str(PYTHON)],
    ):
        return
    if importlib.util.find_spec("ensurepip") is None:
        raise SetUpError(
            "Python's venv module is missing. Install it, then run this again:"
            " apt-get install -y python3-venv"
        )
    if VENV.exists():
        shutil.rmtree(VENV)
    if not succeeds(
        lock,
        [CALLER, "-m", "venv", str(VENV)],
        [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"],
    ):
        raise SetUpError(
            "The libraries could not be installed; the reason stands above. Check that this machine"
            " reaches the Python package index, then run this again: it starts afresh."
        )


def succeeds(lock: int, make: list[str], install: list[str]) -> bool:
    """Makes the environment, then installs the locked libraries and the project itself into it."""
    # The lock is whole, so nothing is left to resolve; pip's resolver would refuse an extra (such
    # as coverage[toml]) as soon as its package has a newer release than the locked one.
    libraries = [*install, "--require-hashes", "--no-deps", "-r", str(LOCK)]
    # pip refuses an editable project in the command that asks for hashes, so it gets its own.
    project = [*install, "--no-deps", "--no-build-isolation", "-e", str(ROOT)]
    # uv would not know a school's own certificates; pip asks the system by itself.
    environment = {"UV_SYSTEM_CERTS": "1", **os.environ}
    if not has_cache():
        environment |= {"PIP_NO_CACHE_DIR": "1", "UV_NO_CACHE": "1"}
    # Each step holds the lock too: if this process is killed, the next run waits for pip to end.
    return all(
        subprocess.run(step, env=environment, pass_fds=[lock], check=False).returncode == 0
        for step in (make, libraries, project)
    )


def has_cache() -> bool:
    """Whether pip and uv can keep what they fetch; HOME may be missing, or somebody else's."""
    folder = Path(os.environ.get("XDG_CACHE_HOME") or "~/.cache").expanduser()
    while not folder.exists():
        folder = folder.parent
    return os.access(folder, os.W_OK)


if __name__ == "__main__":
    if sys.version_info < (3, 11):  # noqa: UP036 -- this is the line that an older Python is for
        found = ".".join(map(str, sys.version_info[:2]))
        sys.exit(f"Convenor needs Python 3.11 or newer, this is {found}: try python3.11 run.py")
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit("\nStopped. The next run goes on from a clean start.")
