"""The web server: how the house is, other adapters' addresses, and an orderly end."""

import asyncio
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import httpx
import pytest
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from bot.adapters.web import CannotListen, WebServer
from bot.adapters.web.site import Ready


async def echo(scope: Scope, receive: Receive, send: Send) -> None:
    body = await Request(scope, receive).body()
    await PlainTextResponse(body)(scope, receive, send)


async def broken(_: Scope, __: Receive, ___: Send) -> None:
    raise RuntimeError("a secret")


@asynccontextmanager
async def house(
    app: ASGIApp = echo, ready: Ready = dict
) -> AsyncIterator[tuple[WebServer, httpx.AsyncClient]]:
    endpoints = {"/slack/events": app}
    server = WebServer("127.0.0.1", 0, endpoints, ready, lambda: b"convenor_due 0\n")
    await server.start()
    async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{server.port}") as client:
        yield server, client
    await server.stop()


async def refused(port: int) -> None:
    """Ask anew until nobody takes the call any more."""
    while True:
        try:
            _, writer = await asyncio.open_connection("127.0.0.1", port)
        except ConnectionError:
            return
        writer.close()


async def test_the_process_is_up_when_start_returns() -> None:
    async with house() as (_, web):
        answer = await web.get("/healthz")

    assert (answer.status_code, answer.text) == (200, "ok\n")
    assert "server" not in answer.headers


async def test_the_numbers_can_be_read() -> None:
    async with house() as (_, web):
        answer = await web.get("/metrics")

    assert (answer.status_code, answer.text) == (200, "convenor_due 0\n")
    assert answer.headers["content-type"] == "text/plain; version=0.0.4; charset=utf-8"


async def test_what_is_not_ready_is_named() -> None:
    parts = {"database": True, "discord": False}
    async with house(ready=lambda: parts) as (_, web):
        before = await web.get("/readyz")
        parts["discord"] = True
        after = await web.get("/readyz")

    assert (before.status_code, before.json()) == (503, {"database": True, "discord": False})
    assert after.status_code == 200


async def test_another_adapter_answers_at_its_path_and_only_there() -> None:
    async with house() as (_, web):
        there = await web.post("/slack/events", content=b"hello")
        below = await web.post("/slack/events/more", content=b"hello")

    assert (there.status_code, there.text) == (200, "hello")
    assert below.status_code == 404


@pytest.mark.parametrize(
    ("asked", "spoken"), [("de-AT,de;q=0.9", "de"), ("fi", "fi"), ("xx,<b>", "en"), ("", "en")]
)
async def test_a_wrong_address_is_answered_in_words(asked: str, spoken: str) -> None:
    async with house() as (_, web):
        answer = await web.get("/nowhere", headers={"accept-language": asked})

    assert answer.status_code == 404
    assert f'<html lang="{spoken}">' in answer.text
    assert "<h1>" in answer.text


async def test_a_fault_of_ours_tells_nothing_of_itself() -> None:
    async with house(broken) as (_, web):
        answer = await web.post("/slack/events")

    assert answer.status_code == 500
    assert "<h1>Something went wrong here.</h1>" in answer.text
    assert "secret" not in answer.text


async def test_a_request_in_work_is_finished_and_no_other_taken() -> None:
    begun, let_go = asyncio.Event(), asyncio.Event()

    async def slow(scope: Scope, receive: Receive, send: Send) -> None:
        begun.set()
        await let_go.wait()
        await PlainTextResponse("done")(scope, receive, send)

    async with house(slow) as (server, web):
        asked = asyncio.create_task(web.post("/slack/events"))
        await begun.wait()
        stopped = asyncio.create_task(server.stop())
        await refused(server.port)
        let_go.set()
        answer = await asked
        await stopped

    assert answer.text == "done"


async def test_signals_are_left_to_the_house() -> None:
    before = signal.getsignal(signal.SIGTERM)
    async with house() as (_, web):
        await web.get("/healthz")

        assert signal.getsignal(signal.SIGTERM) is before


async def test_a_taken_port_is_told_with_its_mend() -> None:
    async with house() as (server, _):
        with pytest.raises(CannotListen) as told:
            await WebServer("127.0.0.1", server.port, {}, dict, bytes).start()

    assert told.value.what.startswith(f"Nothing can listen on 127.0.0.1, port {server.port}: ")
    assert "PORT" in told.value.mend


async def test_a_server_that_never_started_stops_at_once() -> None:
    await WebServer("127.0.0.1", 0, {}, dict, bytes).stop()
