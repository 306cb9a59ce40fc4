"""How quick the playground is; the figures are held at full size only, for they hang on the
machine. And nothing of it leaves the machine.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable

import httpx
import pytest

from tests.bench._run import bench
from tests.serve.house import ROOT, free_port

NAMES = {"ready_s", "action_p95_s", "page_kb"}
GUARDED = """
import sys
def refuse(event, arguments):
    if event in ("socket.connect", "socket.sendto", "socket.getaddrinfo", "socket.gethostbyname"):
        to = str(arguments)
        if "127.0.0.1" not in to:
            print("LEAVES", event, to, flush=True)
            raise SystemExit(f"{event} {to}")
sys.addaudithook(refuse)
from bot.playground import serve
raise SystemExit(serve(int(sys.argv[1])))
"""


@pytest.mark.must_hold("A3", 4)
@pytest.mark.at_full_size
async def test_the_bench_names_its_figures() -> None:
    assert set(await bench("playground", "1", "1", "1")) == NAMES


@pytest.mark.must_hold("A3", 4)
@pytest.mark.at_full_size
@pytest.mark.timeout(600)
async def test_it_is_ready_soon_and_answers_at_once_with_a_year_in_it(
    figure: Callable[[str], None],
) -> None:
    found = await bench("playground")
    figure(", ".join(f"{key} {value}" for key, value in found.items()))
    assert found["ready_s"] <= 3
    assert found["action_p95_s"] <= 0.3
    assert found["page_kb"] <= 300


@pytest.mark.must_hold("A3", 4)
def test_nothing_leaves_the_machine() -> None:
    port = free_port()
    process = subprocess.Popen(
        [sys.executable, "-c", GUARDED, str(port)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    try:
        assert process.stdout
        assert "open http" in process.stdout.readline()
        with httpx.Client(base_url=f"http://127.0.0.1:{port}", follow_redirects=True) as client:
            for path in ("/", "/as/ana/@home", "/message/2", "/story", "/static/style.css"):
                assert client.get(path).status_code == 200
            for text in ("/meeting plan", "hello"):
                answer = client.post("/as/ana/northshire/write", data={"text": text})
                assert answer.status_code == 200
            assert client.post("/as/ana/northshire/clock", data={"by": "+1w"}).status_code == 200
            assert client.post("/as/ana/northshire/trouble", data={"kind": "restart"}).is_success
        assert process.poll() is None
    finally:
        process.kill()
        rest, _ = process.communicate()
    assert "LEAVES" not in rest
