"""The container without docker: what the Dockerfile says, and `serve` locked in as it would be."""

import asyncio
import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bot.adapters.slack.loopback import LoopbackSlack
from bot.adapters.slack.loopback_run import loopback

ROOT = Path(__file__).parents[2]
USER = 10001
LOCKED_IN = Path(__file__).with_name("locked_in.sh")

pytestmark = pytest.mark.must_hold("A1", 9)


def instructions(name: str) -> list[str]:
    """What follows each instruction of that name in the Dockerfile, continued lines joined."""
    text = (ROOT / "Dockerfile").read_text().replace("\\\n", " ")
    lines = (line.strip().partition(" ") for line in text.splitlines())
    return [rest.strip() for word, _, rest in lines if word == name]


def health_check() -> str:
    """The Python that the image runs to ask after its own health."""
    [line] = instructions("HEALTHCHECK")
    python, option, code = json.loads(line.partition("CMD ")[2])
    assert (python, option) == ("python", "-c")
    return str(code)


def test_each_copied_path_exists_and_is_let_through() -> None:
    ours = [line.split()[:-1] for line in instructions("COPY") if "--from" not in line]
    paths = [path for copied in ours for path in copied]
    let_through = (ROOT / ".dockerignore").read_text().splitlines()
    assert paths == ["requirements.lock", "pyproject.toml", "bot"]
    assert all((ROOT / path).exists() and f"!{path}" in let_through for path in paths)


def test_the_image_runs_as_a_numbered_user_and_asks_its_health_without_curl() -> None:
    assert instructions("USER") == [f"{USER}:{USER}"]
    assert "/healthz" in health_check()


def test_the_package_carries_catalogs_and_migrations(tmp_path: Path) -> None:
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory"]
    subprocess.run([*build, tmp_path], cwd=ROOT, check=True, capture_output=True)
    [wheel] = tmp_path.glob("*.whl")
    carried = set(zipfile.ZipFile(wheel).namelist())
    kept = [*ROOT.glob("bot/**/*.po"), *ROOT.glob("bot/store/migrations/**/*.py")]
    assert kept
    assert {str(file.relative_to(ROOT)) for file in kept} <= carried


@pytest.fixture
def data() -> Iterator[Path]:
    """A DATA_DIR that user 10001 owns, where that user can reach it."""
    folder = Path(tempfile.mkdtemp(prefix="convenor-data-"))
    os.chown(folder, USER, USER)
    yield folder
    shutil.rmtree(folder)


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


def settings(port: int, slack: LoopbackSlack) -> dict[str, str]:
    """The image's own environment, and a Slack of this machine."""
    *_, image = instructions("ENV")
    return dict(pair.split("=", 1) for pair in image.split()) | {
        "PATH": os.environ["PATH"],
        "HOST": "127.0.0.1",
        "PORT": str(port),
        "SECRET_KEY": "a made-up key of at least thirty-two characters",
        "SLACK_BOT_TOKEN": slack.token,
        "SLACK_SIGNING_SECRET": slack.signing_secret,
        "SLACK_API_BASE_URL": slack.api,
    }


def seconds_until_healthy(server: subprocess.Popen[str], port: int) -> float | None:
    """Asks as the image would, until it is told that all is well; None where that never came."""
    started = time.monotonic()
    ask = [sys.executable, "-c", health_check()]
    while server.poll() is None and time.monotonic() < started + 30:
        asked = subprocess.run(ask, env={"PORT": str(port)}, capture_output=True, check=False)
        if asked.returncode == 0:
            return time.monotonic() - started
    return None


def serve_locked_in(
    environment: dict[str, str], house: Path, data: Path
) -> tuple[float | None, str, int]:
    """Starts `serve` as the image would, and stops it: seconds to health, words, exit code."""
    with subprocess.Popen(
        ["unshare", "--mount", "bash", LOCKED_IN, house, sys.base_prefix, ROOT, data, str(USER),
         sys.executable, "-P", "-m", "bot", "serve"],
        env=environment,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
    ) as server:  # fmt: skip
        try:
            seconds = seconds_until_healthy(server, int(environment["PORT"]))
        finally:
            server.terminate()
            said, _ = server.communicate(timeout=15)
    assert any(data.iterdir()), said
    return seconds, said, server.returncode


@pytest.mark.part("serve on a read-only file system")
@pytest.mark.skipif(os.getuid() != 0, reason="only root may mount")
async def test_serve_answers_as_user_10001_where_only_its_data_is_writable(
    tmp_path: Path, data: Path, figure: Callable[[str], None]
) -> None:
    async with loopback([], []) as slack:
        environment = settings(free_port(), slack)
        seconds, said, code = await asyncio.to_thread(serve_locked_in, environment, tmp_path, data)
    assert seconds is not None, said
    assert code == 0, said
    figure(f"uid {USER}, all read-only but DATA_DIR: healthy after {seconds:.1f} s")
